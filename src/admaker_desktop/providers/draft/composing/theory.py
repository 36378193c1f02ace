"""Scales, chords and voice leading: the few rules that make a row of chords sound as one line for each voice."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import Literal

Scale = tuple[int, ...]
"""Semitones above the tonic, ascending, seven of them."""

MAJOR: Scale = (0, 2, 4, 5, 7, 9, 11)
LYDIAN: Scale = (0, 2, 4, 6, 7, 9, 11)
DORIAN: Scale = (0, 2, 3, 5, 7, 9, 10)
AEOLIAN: Scale = (0, 2, 3, 5, 7, 8, 10)

Voicing = tuple[int, ...]
"""MIDI notes of a chord, lowest first."""

ChordKind = Literal["triad", "seventh", "ninth", "open"]

VOICES = 4
_STACKS: dict[ChordKind, tuple[int, ...]] = {
    "triad": (0, 2, 4),
    "seventh": (0, 2, 4, 6),
    "ninth": (0, 2, 4, 8),
    "open": (0, 4, 8),  # no third: strength without a mood of its own
}
_LOWEST, _HIGHEST = 50, 76  # above the bass, below where a voice-over's consonants are
_WIDEST_SPAN = 16
_SMALLEST_LOW_STEP = 3  # closer intervals at the bottom of a chord sound muddy
_CENTRE = 62


def pitch(key: int, scale: Scale, degree: int) -> int:
    """The MIDI note of a scale degree: degree 0 is the tonic `key`, 7 its octave; negative ones lie below."""
    return key + 12 * (degree // 7) + scale[degree % 7]


def chord_classes(key: int, scale: Scale, root: int, kind: ChordKind) -> tuple[int, ...]:
    """The pitch classes (0..11) of a chord built on a scale degree (0 = tonic), root first.

    Where the ninth would be a semitone above the root, which grates, the seventh takes its place.
    """
    if kind == "ninth" and pitch(key, scale, root + 1) - pitch(key, scale, root) == 1:
        kind = "seventh"
    return tuple(pitch(key, scale, root + step) % 12 for step in _STACKS[kind])


def voicings(classes: Sequence[int]) -> list[Voicing]:
    """All good ways to set a chord for four voices: each class sounds, no semitone between neighbours, not too wide."""
    notes = [note for note in range(_LOWEST, _HIGHEST + 1) if note % 12 in classes]
    wanted = set(classes)
    return [
        voicing
        for voicing in combinations(notes, VOICES)
        if voicing[-1] - voicing[0] <= _WIDEST_SPAN
        and voicing[1] - voicing[0] >= _SMALLEST_LOW_STEP
        and all(upper - lower > 1 for lower, upper in pairwise(voicing))
        and {note % 12 for note in voicing} == wanted
    ]


def movement(before: Voicing, after: Voicing) -> int:
    """How far the voices go, in semitones, all together."""
    return sum(abs(a - b) for a, b in zip(before, after, strict=True))


def lead_voices(chords: Sequence[Sequence[int]]) -> list[Voicing]:
    """Chords (pitch classes) as voicings in which every voice moves as little as it can."""
    led: list[Voicing] = []
    for classes in chords:
        choices = voicings(classes)
        if led:
            before = led[-1]
            led.append(min(choices, key=lambda voicing: (movement(before, voicing) + _drift(voicing), voicing)))
        else:
            led.append(min(choices, key=lambda voicing: (_drift(voicing), voicing)))
    return led


def _drift(voicing: Voicing) -> float:
    """A gentle pull back to the middle, so that a long piece does not wander off."""
    return abs(sum(voicing) / VOICES - _CENTRE) * 0.5


def nearest(note: int, classes: Sequence[int]) -> int:
    """The note nearest to this one that belongs to the chord; of two equally near, the lower."""
    return min(
        (note + step for step in range(-6, 7) if (note + step) % 12 in classes), key=lambda n: (abs(n - note), n)
    )
