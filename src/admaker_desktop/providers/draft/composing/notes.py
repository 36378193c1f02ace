"""What a score is written in: notes, strokes and chords in time."""

from __future__ import annotations

from dataclasses import dataclass

from admaker_desktop.providers.draft.composing.form import Span
from admaker_desktop.providers.draft.composing.theory import Voicing

FORCE = {"x": 1.0, "o": 0.7, "g": 0.42}
"""Velocity of a mark in a bar of steps."""


@dataclass(frozen=True, slots=True)
class Note:
    """A pitched sound; `velocity` 0..1, `pan` -1 (left) to 1."""

    start_s: float
    length_s: float
    midi: int
    velocity: float
    pan: float


@dataclass(frozen=True, slots=True)
class Stroke:
    """A drum's sound."""

    start_s: float
    sound: str
    velocity: float
    pan: float


@dataclass(frozen=True, slots=True)
class Chord:
    """A chord in time: key (pitch class of the tonic), scale degree, pitch classes and the four notes that sound."""

    span: Span
    key: int
    degree: int
    classes: tuple[int, ...]
    voicing: Voicing
