"""The score played: each stem with its instruments, equaliser and room."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import numpy as np
from numpy.random import Generator

from admaker_desktop.media.waves import SAMPLE_RATE_HZ, Samples
from admaker_desktop.providers.draft.composing.effects import Tone, echo, impulse, pump, shape
from admaker_desktop.providers.draft.composing.form import Form
from admaker_desktop.providers.draft.composing.notes import Note
from admaker_desktop.providers.draft.composing.percussion import DRUMS, boom, cymbal, sweep
from admaker_desktop.providers.draft.composing.sampler import Sampler, lay, lay_mono
from admaker_desktop.providers.draft.composing.score import Score
from admaker_desktop.providers.draft.composing.style import StemName, Style
from admaker_desktop.providers.draft.composing.tones import Ensemble, Pluck

_END_FADE = SAMPLE_RATE_HZ * 3 // 10
_CHOKE_S, _BREATH_S = 0.060, 0.006  # before the hit all that sounds is damped: the breath that makes a hit
_SHORTEST_SWEEP_S = 0.1
_TONES: dict[StemName, Tone] = {
    "pad": Tone(low_cut_hz=110, high_cut_hz=9_000, room=0.35),
    "bass": Tone(low_cut_hz=34, high_cut_hz=2_800),
    "drums": Tone(low_cut_hz=30, room=0.10),
    "lead": Tone(low_cut_hz=160, room=0.40),
    "fx": Tone(low_cut_hz=30, room=0.30),
}


class StemPlayer:
    """Plays the stems of one score, each (2, frames) float32 and not yet balanced; one thread."""

    def __init__(self, form: Form, style: Style, score: Score, frames: int, seed: int) -> None:
        self._form = form
        self._style = style
        self._score = score
        self._frames = frames
        self._seed = seed
        self._hit = round(form.hit_s * SAMPLE_RATE_HZ)
        self._sampler = Sampler()
        self._room = impulse(style.room, self._dice("room"))

    def play(self, name: StemName) -> Samples:
        """One stem with its room; silent at the end."""
        play: dict[StemName, Callable[[], Samples]] = {
            "pad": self._pad,
            "bass": self._bass,
            "drums": self._drums,
            "lead": self._lead,
            "fx": self._fx,
        }
        dry = play[name]()
        if name in ("pad", "bass"):
            kicks_s = (stroke.start_s for stroke in self._score.strokes if "kick" in stroke.sound)
            dry *= pump(self._frames, kicks_s, self._style.pump_db)
        presence_db = self._style.presence_db if name in ("drums", "lead") else 0.0
        wet = shape(dry, replace(_TONES[name], presence_db=presence_db), self._room)
        fade = min(self._frames, _END_FADE)
        wet[:, self._frames - fade :] *= _fall(fade)
        return wet

    def _pad(self) -> Samples:
        stem = self._silence()
        layers: tuple[tuple[Ensemble, tuple[Note, ...], float], ...] = (
            (self._style.pad, self._score.pad, 1.0),
            (self._style.strings, self._score.strings, 0.5),
        )
        for ensemble, notes, level in layers:
            for note in self._before(notes):
                self._sampler.swell(stem, ensemble, note, level)
        self._choke(stem)
        for ensemble, notes, level in layers:
            for note in self._after(notes):
                self._sampler.ring_out(stem, ensemble, note, level)
        return stem

    def _bass(self) -> Samples:
        return self._struck(self._style.bass, self._score.bass, 1.0)

    def _lead(self) -> Samples:
        arp = self._struck(self._style.arp, self._score.arp, 0.62)
        echo(arp, self._form.beat_s * 0.75, 0.34)
        melody = self._struck(self._style.lead, self._score.lead, 1.0)
        echo(melody, self._form.beat_s * 0.5, 0.25)
        return arp + melody

    def _struck(self, pluck: Pluck, notes: tuple[Note, ...], level: float) -> Samples:
        stem = self._silence()
        for note in self._before(notes):
            self._sampler.strike(stem, pluck, note, level)
        self._choke(stem)
        for note in self._after(notes):
            self._sampler.let_ring(stem, pluck, note, level)
        return stem

    def _drums(self) -> Samples:
        stem = self._silence()
        dice = self._dice("drums")
        kit = {sound: make(dice) for sound, make in DRUMS.items()}
        strokes = self._score.strokes
        for stroke in (stroke for stroke in strokes if stroke.start_s < self._form.hit_s):
            lay_mono(stem, round(stroke.start_s * SAMPLE_RATE_HZ), kit[stroke.sound], stroke.pan, stroke.velocity)
        self._choke(stem)
        for stroke in (stroke for stroke in strokes if stroke.start_s >= self._form.hit_s):
            lay_mono(stem, self._hit, kit[stroke.sound], stroke.pan, stroke.velocity)
        return stem

    def _fx(self) -> Samples:
        """The riser up to the hit; the hit's weight and cymbal, and a sigh of air after it."""
        stem = self._silence()
        form, dice, drop = self._form, self._dice("fx"), self._style.drop
        rise_s = form.hit_s - form.lift_beat * form.beat_s
        if rise_s >= _SHORTEST_SWEEP_S:
            riser = sweep(dice, rise_s, 300, 7_000)
            riser *= np.linspace(0, 1, riser.shape[1], dtype=np.float32) ** np.float32(2.2)
            lay(stem, self._hit - riser.shape[1], riser)
            self._choke(stem)
        ring_s = form.total_s - form.hit_s
        if ring_s >= _SHORTEST_SWEEP_S:
            sigh = sweep(dice, min(2.0, ring_s), 5_000, 500)
            sigh *= np.linspace(1, 0, sigh.shape[1], dtype=np.float32) ** 2
            lay(stem, self._hit, sigh * np.float32(0.35 * drop))
            lay(stem, self._hit, cymbal(dice, min(3.2, ring_s)) * np.float32(0.3 * drop))
            lay_mono(stem, self._hit, boom(min(1.8, ring_s)), 0.0, 0.9 * drop)
        return stem

    def _silence(self) -> Samples:
        return np.zeros((2, self._frames), np.float32)

    def _before(self, notes: Iterable[Note]) -> Iterable[Note]:
        return (note for note in notes if note.start_s < self._form.hit_s)

    def _after(self, notes: Iterable[Note]) -> Iterable[Note]:
        return (note for note in notes if note.start_s >= self._form.hit_s)

    def _choke(self, stem: Samples) -> None:
        """Damp what was played before the hit; what the hit plays is added afterwards."""
        start, end = (max(0, self._hit - int(gap_s * SAMPLE_RATE_HZ)) for gap_s in (_CHOKE_S, _BREATH_S))
        stem[:, start:end] *= _fall(end - start)
        stem[:, end:] = 0

    def _dice(self, part: str) -> Generator:
        return np.random.default_rng([self._seed & (2**64 - 1), *part.encode()])


def _fall(frames: int) -> Samples:
    """1 to 0 with soft corners."""
    return (0.5 + 0.5 * np.cos(np.linspace(0, np.pi, frames))).astype(np.float32)
