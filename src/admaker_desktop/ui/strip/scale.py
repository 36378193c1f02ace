"""Time along the strip: pixels per second, and where the ruler has its marks."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from admaker_desktop.core.ticks import TICKS_PER_SECOND, FrameRate

_LABEL_PX = 68
"""Least distance between two times of the ruler."""
_MINOR_PX = 7
_SECONDS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600)
_FRAMES = (1, 2, 5, 10)
_PARTS = (10, 6, 5, 4, 3, 2)


@dataclass(frozen=True, slots=True)
class Scale:
    """Where times are, in logical pixels from the left end of the tracks."""

    px_per_s: float
    left_px: float = 0.0
    """How far it is scrolled."""

    def x_at(self, ticks: float) -> float:
        """The place of a time."""
        return ticks * self.px_per_s / TICKS_PER_SECOND - self.left_px

    def ticks_at(self, x: float) -> int:
        """The time at a place; before the start it is negative."""
        return round((x + self.left_px) / self.px_per_s * TICKS_PER_SECOND)


@dataclass(frozen=True, slots=True)
class Mark:
    """A line of the ruler; those that are major carry their frame's time."""

    x: float
    frame: int
    is_major: bool


@dataclass(frozen=True, slots=True)
class Step:
    """Distance of the ruler's times, in frames, and how many parts minor lines make of it."""

    frames: int
    parts: int
    is_whole_seconds: bool


def step_of(px_per_s: float, rate: FrameRate) -> Step:
    """The finest distance at which times are still legible."""
    nominal = round(float(rate.fps))
    frame_px = px_per_s / float(rate.fps)
    steps = [*(count for count in _FRAMES if count < nominal), *(seconds * nominal for seconds in _SECONDS)]
    frames = next((count for count in steps if count * frame_px >= _LABEL_PX), steps[-1])
    return Step(frames, _parts(frames, frame_px), frames % nominal == 0)


def marks(scale: Scale, rate: FrameRate, width: float) -> Iterator[Mark]:
    """The lines of a ruler of a width, from its first visible one."""
    step = step_of(scale.px_per_s, rate)
    minor = step.frames // step.parts
    first = max(0, rate.frames_in(max(0, scale.ticks_at(-_LABEL_PX)))) // step.frames * step.frames
    for count in range(math.ceil(width / (minor * scale.px_per_s / float(rate.fps))) + 2 * step.parts + 2):
        frame = first + count * minor
        x = scale.x_at(rate.ticks_at(frame))
        if x > width:
            return
        yield Mark(x, frame, frame % step.frames == 0)


def _parts(frames: int, frame_px: float) -> int:
    return next((parts for parts in _PARTS if frames % parts == 0 and frames / parts * frame_px >= _MINOR_PX), 1)
