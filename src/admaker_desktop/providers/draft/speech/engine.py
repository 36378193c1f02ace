"""What every engine of the draft voice gives, and how a line is made to fit its slot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from admaker_desktop.providers.draft.speech.sound import Mono, spoken_span
from admaker_desktop.providers.draft.speech.text import Mark, SpokenWord

FASTEST = 1.18
"""Beyond it a voice sounds hurried; the cut deals with what is still too long. A voice is never slowed down."""
_STEP = 0.03
_STEPS = (1.03, 1.06, 1.09, 1.12, 1.15, FASTEST)
_JOIN_S = 0.18


@dataclass(frozen=True, slots=True)
class Speech:
    """A spoken line, trimmed, before it is finished for the mix."""

    samples: Mono
    rate_hz: int
    marks: tuple[Mark, ...]


class Engine(Protocol):
    """A voice, ready to speak; not thread-safe."""

    @property
    def title(self) -> str:
        """Model and voice, as VoiceTake.voice tells."""
        ...

    @property
    def is_repeatable(self) -> bool:
        """Whether the same words sound the same again in this process."""
        ...

    def seconds(self, words: Sequence[SpokenWord], speed: float) -> float:
        """About how long the trimmed line will be; cheap."""
        ...

    def speak(self, words: Sequence[SpokenWord], speed: float) -> Speech:
        """The line at a speed (1.0 = natural)."""
        ...


def fitting_speed(engine: Engine, words: Sequence[SpokenWord], slot_s: float) -> float:
    """The slowest speed from 1.0 on that fits the slot, FASTEST if none does; a slot of 0 is no slot."""
    if slot_s <= 0:
        return 1.0
    natural_s = engine.seconds(words, 1.0)
    if natural_s <= slot_s:
        return 1.0
    near = natural_s / slot_s - _STEP  # durations are whole frames: the first step that could do is tried, not trusted
    worth_trying = (speed for speed in _STEPS if near <= speed < FASTEST)
    return next((speed for speed in worth_trying if engine.seconds(words, speed) <= slot_s), FASTEST)


def trimmed(samples: Mono, rate_hz: int, marks: Sequence[Mark]) -> Speech:
    """Without the silence at both ends, marks moved along."""
    start, end = spoken_span(samples, rate_hz)
    cut, length = start / rate_hz, (end - start) / rate_hz
    moved = tuple(
        replace(mark, start_s=min(max(0.0, mark.start_s - cut), length), end_s=min(max(0.0, mark.end_s - cut), length))
        for mark in marks
    )
    return Speech(samples[start:end], rate_hz, moved)


def joined(parts: Sequence[Speech]) -> Speech:
    """Parts of one line, 0.18 s apart."""
    rate_hz = parts[0].rate_hz
    pause = np.zeros(round(_JOIN_S * rate_hz), np.float32)
    pieces: list[Mono] = []
    marks: list[Mark] = []
    at = 0
    for part in parts:
        if pieces:
            pieces.append(pause)
            at += len(pause)
        offset = at / rate_hz
        marks += [replace(mark, start_s=mark.start_s + offset, end_s=mark.end_s + offset) for mark in part.marks]
        pieces.append(part.samples)
        at += len(part.samples)
    return Speech(np.concatenate(pieces), rate_hz, tuple(marks))
