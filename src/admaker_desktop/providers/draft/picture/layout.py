"""Where subject and type stand: every frame shape is composed for itself, from the shot's kind."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor
from typing import Literal

from admaker_desktop.ad.scene import Box
from admaker_desktop.ad.storyboard import ShotKind

Shape = Literal["tall", "portrait", "square", "wide"]
_Fractions = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Layout:
    """Boxes in pixels of the frame. The subject is fitted into its box, or shown in macro about the box's centre."""

    subject: Box
    text: Box
    settle: float = 0.5
    """Where a subject that does not fill its box's height stands: 0 centre, 1 bottom."""
    zoom: float = 1.0
    """Over 1: a macro, this much larger than what would fit the box."""


def frame_shape(width_px: int, height_px: int) -> Shape:
    """The family of a frame size."""
    aspect = width_px / height_px
    if aspect < 0.7:
        return "tall"
    if aspect < 0.92:
        return "portrait"
    return "square" if aspect < 1.3 else "wide"


# left, top, right, bottom as fractions. Tall frames keep type inside the box that all platforms leave free
# (x 120-888, y 288-1248 of 1080x1920, reference/presets.json); pictures fill what the platforms cover, so the subject
# stands low: titles and captions fit above it.
_TALL_TEXT = (0.112, 0.152, 0.822)
_SUBJECT: dict[Shape, dict[ShotKind, _Fractions]] = {
    "tall": {
        "hero": (0.06, 0.445, 0.94, 0.880),
        "detail": (0.36, 0.54, 1.0, 0.92),
        "use": (0.02, 0.445, 0.98, 0.870),
        "proof": (0.22, 0.510, 0.98, 0.820),
        "text": (0.10, 0.665, 1.10, 1.16),
        "end": (0.22, 0.665, 0.78, 0.885),
    },
    "portrait": {
        "hero": (0.10, 0.37, 0.90, 0.945),
        "detail": (0.30, 0.38, 1.0, 0.92),
        "use": (0.06, 0.35, 0.94, 0.93),
        "proof": (0.30, 0.44, 0.98, 0.94),
        "text": (0.40, 0.67, 1.12, 1.30),
        "end": (0.26, 0.585, 0.74, 0.945),
    },
    "square": {
        "hero": (0.515, 0.10, 0.985, 0.91),
        "detail": (0.64, 0.05, 1.18, 0.98),
        "use": (-0.02, 0.12, 0.50, 0.93),
        "proof": (0.565, 0.28, 0.965, 0.90),
        "text": (0.50, 0.63, 1.10, 1.40),
        "end": (0.63, 0.30, 0.965, 0.84),
    },
    "wide": {
        "hero": (0.53, 0.085, 0.93, 0.915),
        "detail": (0.50, 0.02, 1.0, 1.0),
        "use": (0.02, 0.08, 0.52, 0.94),
        "proof": (0.60, 0.24, 0.92, 0.88),
        "text": (0.70, 0.30, 1.06, 1.30),
        "end": (0.66, 0.24, 0.93, 0.80),
    },
}
_TEXT: dict[Shape, dict[ShotKind, _Fractions]] = {
    "tall": {
        "hero": (*_TALL_TEXT, 0.430),
        "detail": (0.112, 0.152, 0.60, 0.400),
        "use": (*_TALL_TEXT, 0.430),
        "proof": (*_TALL_TEXT, 0.495),
        "text": (*_TALL_TEXT, 0.648),
        "end": (*_TALL_TEXT, 0.648),
    },
    "portrait": {
        "hero": (0.075, 0.07, 0.925, 0.35),
        "detail": (0.075, 0.07, 0.925, 0.33),
        "use": (0.075, 0.07, 0.925, 0.33),
        "proof": (0.075, 0.07, 0.925, 0.42),
        "text": (0.075, 0.08, 0.925, 0.66),
        "end": (0.075, 0.07, 0.925, 0.57),
    },
    "square": {
        "hero": (0.07, 0.12, 0.505, 0.86),
        "detail": (0.07, 0.12, 0.52, 0.86),
        "use": (0.575, 0.12, 0.93, 0.86),
        "proof": (0.07, 0.12, 0.555, 0.86),
        "text": (0.07, 0.09, 0.93, 0.62),
        "end": (0.07, 0.10, 0.615, 0.90),
    },
    "wide": {
        "hero": (0.065, 0.14, 0.515, 0.84),
        "detail": (0.065, 0.14, 0.47, 0.84),
        "use": (0.535, 0.14, 0.935, 0.84),
        "proof": (0.065, 0.12, 0.585, 0.86),
        "text": (0.065, 0.11, 0.70, 0.89),
        "end": (0.065, 0.10, 0.64, 0.90),
    },
}
_ZOOM: dict[Shape, float] = {"tall": 2.1, "portrait": 2.1, "square": 2.5, "wide": 2.6}


def _box(part: _Fractions, width_px: int, height_px: int) -> Box:
    left, top, right, bottom = part
    return Box(
        x_px=round(left * width_px),
        y_px=round(top * height_px),
        width_px=round((right - left) * width_px),
        height_px=round((bottom - top) * height_px),
    )


def compose(kind: ShotKind, width_px: int, height_px: int) -> Layout:
    """The composition of a shot for one frame size."""
    shape = frame_shape(width_px, height_px)
    return Layout(
        subject=_box(_SUBJECT[shape][kind], width_px, height_px),
        text=_box(_TEXT[shape][kind], width_px, height_px),
        settle={"tall": 0.75, "portrait": 0.8, "square": 0.45, "wide": 0.5}[shape],
        zoom=_ZOOM[shape] if kind == "detail" else 1.0,
    )


def clear_of(text: Box, subject: Box, gap_px: float) -> Box:
    """The largest part of the box of type that keeps off the subject, cut on one side."""
    left, top = text.x_px, text.y_px
    right, bottom = left + text.width_px, top + text.height_px
    s_left, s_top = subject.x_px - gap_px, subject.y_px - gap_px
    s_right, s_bottom = subject.x_px + subject.width_px + gap_px, subject.y_px + subject.height_px + gap_px
    if s_left >= right or s_right <= left or s_top >= bottom or s_bottom <= top:
        return text
    cuts = (
        (left, top, s_left, bottom),
        (s_right, top, right, bottom),
        (left, top, right, s_top),
        (left, s_bottom, right, bottom),
    )
    x0, y0, x1, y1 = max(cuts, key=lambda c: max(0.0, c[2] - c[0]) * max(0.0, c[3] - c[1]))
    x0, y0, x1, y1 = ceil(x0), ceil(y0), floor(x1), floor(y1)
    return Box(x_px=x0, y_px=y0, width_px=x1 - x0, height_px=y1 - y0)
