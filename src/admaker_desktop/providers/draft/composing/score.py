"""The score: every note and stroke of a piece, written from its form and style by seeded dice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.random import Generator

from admaker_desktop.providers.draft.composing.form import BEATS_PER_BAR, STEPS_PER_BEAT, Form, Span
from admaker_desktop.providers.draft.composing.melody import write_melody
from admaker_desktop.providers.draft.composing.notes import FORCE, Chord, Note, Stroke
from admaker_desktop.providers.draft.composing.style import Steps, Style
from admaker_desktop.providers.draft.composing.theory import chord_classes, lead_voices, pitch

_BASS_FLOOR = 33  # A1, 55 Hz: phones play nothing of what is lower
_OUTRO_FROM_S = 3.2  # an end card this long needs more than one chord's ring
_OUTRO_STOPS_S = 1.8  # before the end, for the last notes to die away
_DICE = {name: index for index, name in enumerate(("plan", "arp", "bass", "lead", "drums"))}


@dataclass(frozen=True, slots=True)
class Score:
    """A finished piece on paper. `chords` holds one for each span of the form and, last, the one of the hit."""

    chords: tuple[Chord, ...]
    pad: tuple[Note, ...]
    strings: tuple[Note, ...]
    arp: tuple[Note, ...]
    bass: tuple[Note, ...]
    lead: tuple[Note, ...]
    strokes: tuple[Stroke, ...]


def write_score(form: Form, style: Style, seed: int, take: int) -> Score:
    """The score for a form and a style; the same seed and take give the same score."""
    dice = {name: np.random.default_rng([seed & (2**64 - 1), take, index]) for name, index in _DICE.items()}
    chords = _chords(form, style, dice["plan"])
    writer = _Writer(form, style, chords)
    return Score(
        chords=chords,
        pad=writer.pad(),
        strings=writer.strings(),
        arp=tuple(writer.arp(dice["arp"])),
        bass=tuple(writer.bass(dice["bass"])),
        lead=tuple(write_melody(form, style, chords, writer.start_of("lead"), dice["lead"])),
        strokes=tuple(writer.drums(dice["drums"])),
    )


def _chords(form: Form, style: Style, dice: Generator) -> tuple[Chord, ...]:
    """A progression, the approach in the last span, the tonic on the hit, with led voices."""
    key = style.keys[dice.integers(len(style.keys))]
    progression = style.progressions[dice.integers(len(style.progressions))]
    spans = form.chord_spans
    degrees = [progression[index % len(progression)] for index in range(len(spans))]
    if degrees:
        degrees[-1] = style.approach
        if len(degrees) > 1 and degrees[-2] == style.approach:
            degrees[-2] = next(degree for degree in (3, 5, 0) if degree not in (style.approach, *degrees[-3:-2]))
    classes = [chord_classes(key, style.scale, degree, style.kind) for degree in degrees]
    classes.append(
        chord_classes(key, style.scale, 0, "open" if style.kind == "open" else "ninth")
    )  # rests, unlike a 7th
    last = Span(form.hit_beat, BEATS_PER_BAR)
    return tuple(
        Chord(span, key, degree, tones, voicing)
        for span, degree, tones, voicing in zip(
            [*spans, last], [*degrees, 0], classes, lead_voices(classes), strict=True
        )
    )


class _Writer:
    """Writes part after part over the same chords."""

    def __init__(self, form: Form, style: Style, chords: tuple[Chord, ...]) -> None:
        self._form = form
        self._style = style
        self._before = chords[:-1]
        self._hit = chords[-1]

    def start_of(self, part: str) -> int:
        """The beat at which a part comes in."""
        groups = self._style.entries
        group = next(index for index, names in enumerate(groups) if part in names)
        return self._form.entry_beat(group, len(groups))

    def pad(self) -> tuple[Note, ...]:
        """Four voices; a note that stays in a voice is held, not struck again."""
        return tuple(note for voice in range(4) for note in self._held(voice, 0, 0))

    def strings(self) -> tuple[Note, ...]:
        """The two upper voices an octave higher."""
        start = self.start_of("strings")
        return tuple(note for voice in (2, 3) for note in self._held(voice, start, 12))

    def _held(self, voice: int, first_beat: int, shift: int) -> Iterator[Note]:
        form = self._form
        pan = (-0.5, 0.35, -0.25, 0.5)[voice]
        begin, midi = first_beat, -1
        for chord in self._before:
            if chord.span.end <= first_beat:
                continue
            if chord.voicing[voice] != midi:
                if midi >= 0:
                    yield self._long(begin, chord.span.beat, midi + shift, pan)
                begin, midi = max(first_beat, chord.span.beat), chord.voicing[voice]
        if midi >= 0:
            yield self._long(begin, form.hit_beat, midi + shift, pan)
        yield Note(form.hit_s, form.total_s - form.hit_s, self._hit.voicing[voice] + shift, 1.0, pan)

    def _long(self, begin: int, end: int, midi: int, pan: float) -> Note:
        start_s = self._form.at(begin)
        return Note(start_s, self._form.at(end) - start_s, midi, self._force(begin), pan)

    def _force(self, beat: float) -> float:
        """The whole piece grows towards the hit."""
        return 0.72 + 0.28 * min(1.0, beat / max(1, self._form.hit_beat))

    def arp(self, dice: Generator) -> Iterator[Note]:
        """Broken chords from the first beat on; over a long end card they go on, ever softer."""
        form, style = self._form, self._style
        shape = style.arp_shapes[dice.integers(len(style.arp_shapes))]
        for chord in self._before:
            yield from self._broken(chord, form.at(chord.span.beat), style.arp_steps, shape, dice)
        yield from (
            Note(form.hit_s + index * 0.012, form.total_s - form.hit_s, midi, 0.86, 0.1 * index - 0.15)
            for index, midi in enumerate(self._hit.voicing)
        )
        left_s = form.total_s - form.hit_s
        if left_s < _OUTRO_FROM_S:
            return
        for bar in range(int(left_s / (BEATS_PER_BAR * form.beat_s)) + 1):
            start_s = form.hit_s + bar * BEATS_PER_BAR * form.beat_s
            for note in self._broken(self._hit, start_s, style.arp_steps, shape, dice):
                since_s = note.start_s - form.hit_s
                if form.beat_s * 1.4 < since_s < left_s - _OUTRO_STOPS_S:
                    fade = 0.75 * (1 - since_s / left_s)
                    yield Note(note.start_s, note.length_s, note.midi, note.velocity * fade, note.pan)

    def _broken(
        self, chord: Chord, start_s: float, steps: Steps, shape: tuple[int, ...], dice: Generator
    ) -> Iterator[Note]:
        form = self._form
        step_s = form.beat_s / 4
        for count, (step, mark) in enumerate(form.steps(steps, chord.span)):
            voice = shape[count % len(shape)]
            late_s = self._style.swing * step_s * (step % 2) + dice.random() * 0.008 * (step > 0)
            yield Note(
                start_s + step * step_s + late_s,
                form.beat_s * 1.6,
                chord.voicing[voice % 4] + 12 * (voice // 4) + 12,
                FORCE[mark] * self._force(chord.span.beat + step / 4) * (0.88 + 0.24 * dice.random()),
                0.45 * (-1) ** count,
            )

    def bass(self, dice: Generator) -> Iterator[Note]:
        """Roots, with fifths and octaves where the pattern has them; one long root on the hit."""
        form, style = self._form, self._style
        steps = style.bass_steps[dice.integers(len(style.bass_steps))]
        first = self.start_of("bass")
        for chord in self._before:
            marks = [
                (step, mark) for step, mark in form.steps(steps, chord.span) if not self._rests(chord, step, first)
            ]
            root = self._root(chord)
            for (step, mark), (following, _) in pairwise([*marks, (chord.span.beats * STEPS_PER_BEAT, "")]):
                midi = root + {"5": 7, "8": 12}.get(mark, 0)
                beat = chord.span.beat + step / 4
                velocity = FORCE.get(mark, 0.8) * (0.92 + 0.16 * dice.random())
                yield Note(form.at(beat), (following - step) * form.beat_s / 4 * 0.92, midi, velocity, 0.0)
        yield Note(form.hit_s, form.total_s - form.hit_s, self._root(self._hit), 1.0, 0.0)

    def _root(self, chord: Chord) -> int:
        root = pitch(chord.key, self._style.scale, chord.degree) % 12
        return _BASS_FLOOR + (root - _BASS_FLOOR) % 12

    def _rests(self, chord: Chord, step: int, first_beat: int) -> bool:
        """Whether a rhythmic part is silent there: not yet in, or in the pause of a long piece."""
        beat = chord.span.beat + step / 4
        pause = self._form.pause
        return beat < first_beat or (pause is not None and pause.beat <= beat < pause.end)

    def drums(self, dice: Generator) -> Iterator[Stroke]:
        """Every line from its entry on, a roll up to the hit, and the hit."""
        form, style = self._form, self._style
        for name, line in style.drums.items():
            first = self.start_of(name)
            for chord in self._before:
                for step, mark in form.steps(line.steps, chord.span):
                    if self._rests(chord, step, first):
                        continue
                    beat = chord.span.beat + step / 4
                    swung_s = style.swing * form.beat_s / 4 * (step % 2)
                    loose_s = 0.0 if "kick" in line.sound else dice.random() * 0.005
                    velocity = line.level * FORCE[mark] * (0.9 + 0.2 * dice.random())
                    yield Stroke(form.at(beat) + swung_s + loose_s, line.sound, velocity, line.pan)
        if style.roll:
            yield from self._roll(dice)
        for sound in style.hit_sounds:
            yield Stroke(form.hit_s, sound, 1.15 * style.drop, 0.0)

    def _roll(self, dice: Generator) -> Iterator[Stroke]:
        form = self._form
        line = next(line for line in self._style.drums.values() if line.sound == self._style.roll)
        steps = (form.hit_beat - form.lift_beat) * 4
        for step in range(steps):
            grown = step / steps
            if step % 2 and grown < 0.5:
                continue
            start_s = form.at(form.lift_beat + step / 4) + dice.random() * 0.003
            yield Stroke(start_s, line.sound, line.level * (0.25 + 0.75 * grown**1.5), line.pan)
