"""A sampler: the sounds of keys that were struck are kept, and laid into a stem as often as the score asks."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from admaker_desktop.media.waves import SAMPLE_RATE_HZ, Samples
from admaker_desktop.providers.draft.composing.notes import Note
from admaker_desktop.providers.draft.composing.tones import Ensemble, Mono, Pluck

_DAMP = SAMPLE_RATE_HZ * 8 // 100  # how a struck note ends when the next one takes its string
_HELD_S, _OPEN_S = 2.0, 4.0  # how long a sample lasts: in the piece, and ringing out over the end card
_DEAD = 6.0  # time constants after which a string is not heard any more (-52 dB)
_SOFT, _HARD = 0.5, 0.85  # velocities that part the three layers
_SIDE = np.float32(0.55)  # share of the side signal in an ensemble; mono keeps the middle
_HIT_ATTACK_S = 0.012
_HIT_DECAY = np.float32(2.2)  # time constants within the ring-out: 19 dB down when the end comes


class Sampler:
    """Plays notes into stems of (2, frames) float32; one thread."""

    def __init__(self) -> None:
        self._struck: dict[tuple[Pluck, int, int, float], Mono] = {}
        self._loops: dict[tuple[Ensemble, int, int], Mono] = {}

    def strike(self, stem: Samples, pluck: Pluck, note: Note, level: float) -> None:
        """Add a struck note: it rings for its length and is then damped."""
        self._lay_struck(stem, self._string(pluck, note, min(_HELD_S, _DEAD * pluck.decay_s)), note, level)

    def let_ring(self, stem: Samples, pluck: Pluck, note: Note, level: float) -> None:
        """Add a struck note with nobody's hand on the string."""
        open_string = replace(pluck, decay_s=max(1.1, pluck.decay_s * 1.8))
        self._lay_struck(stem, self._string(open_string, note, _OPEN_S), note, level)

    def swell(self, stem: Samples, ensemble: Ensemble, note: Note, level: float) -> None:
        """Add a held note; its release lies beyond its length."""
        frames = int((note.length_s + ensemble.release_s) * SAMPLE_RATE_HZ)
        envelope = ensemble.envelope(frames, min(ensemble.attack_s, note.length_s / 2))
        self._lay_ensemble(stem, ensemble, note, envelope * np.float32(level * note.velocity))

    def ring_out(self, stem: Samples, ensemble: Ensemble, note: Note, level: float) -> None:
        """Add the last chord's note: it starts at once and dies away over its length."""
        frames = int(note.length_s * SAMPLE_RATE_HZ)
        envelope = ensemble.envelope(frames, _HIT_ATTACK_S)
        envelope *= np.exp(-_HIT_DECAY * np.arange(frames, dtype=np.float32) / max(1, frames))
        self._lay_ensemble(stem, ensemble, note, envelope * np.float32(level * note.velocity))

    def _string(self, pluck: Pluck, note: Note, seconds: float) -> Mono:
        layer = 0 if note.velocity < _SOFT else 1 if note.velocity < _HARD else 2
        key = (pluck, note.midi, layer, seconds)
        if key not in self._struck:
            self._struck[key] = pluck.play(note.midi, seconds, layer)
        return self._struck[key]

    def _lay_struck(self, stem: Samples, wave: Mono, note: Note, level: float) -> None:
        wave = wave[: int(note.length_s * SAMPLE_RATE_HZ) + _DAMP].copy()
        damp = min(_DAMP, wave.size)
        wave[wave.size - damp :] *= np.linspace(1, 0, damp, dtype=np.float32)
        lay_mono(stem, round(note.start_s * SAMPLE_RATE_HZ), wave, note.pan, level * note.velocity)

    def _lay_ensemble(self, stem: Samples, ensemble: Ensemble, note: Note, envelope: Mono) -> None:
        """Two takes of the players: one in the middle, leaning to the note's place, one as the side signal."""
        frames = envelope.size
        middle = np.resize(self._loop(ensemble, note.midi, 0), frames) * envelope
        side = np.resize(self._loop(ensemble, note.midi, 1), frames) * envelope * _SIDE
        lean = np.float32(0.3 * note.pan)
        lay(
            stem,
            round(note.start_s * SAMPLE_RATE_HZ),
            np.stack([middle * (1 - lean) + side, middle * (1 + lean) - side]),
        )

    def _loop(self, ensemble: Ensemble, midi: int, voice: int) -> Mono:
        key = (ensemble, midi, voice)
        if key not in self._loops:
            self._loops[key] = ensemble.loop(midi, voice)
        return self._loops[key]


def lay_mono(stem: Samples, start: int, wave: Mono, pan: float, level: float) -> None:
    """Add a mono sound at its place (-1 left, 1 right): equal power, unity in the middle; cut at the stem's end."""
    angle = (pan + 1) * math.pi / 4
    sides = np.array([[math.cos(angle)], [math.sin(angle)]], np.float32) * np.float32(math.sqrt(2) * level)
    lay(stem, start, wave * sides)


def lay(stem: Samples, start: int, sound: Samples) -> None:
    """Add a stereo sound from sample `start` on (>= 0); cut at the stem's end."""
    part = sound[:, : max(0, stem.shape[1] - start)]
    stem[:, start : start + part.shape[1]] += part
