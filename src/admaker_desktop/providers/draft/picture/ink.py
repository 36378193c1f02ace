"""Words as ink: masks of single lines of type, cut to their ink and fitted into boxes of a label."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from admaker_desktop.providers.draft.picture.colour import Rgb

Mask = NDArray[np.float32]
"""(h, w) float32, 0 paper .. 1 ink."""
Canvas = NDArray[np.float32]
"""(h, w, 4) float32 RGBA in 0..1, premultiplied, sRGB."""
Line = tuple[str, str, int, float, str]
"""Text, family, weight, size in pixels, colour `#rrggbb`."""

_STRIP_PX = (2048, 320)
_MARGIN_PX = 6
_KEPT_PRINTS = 8


class LabelPainter(Protocol):
    """Draws lines of type, centred on a plain ground; the lead gives the one that draws with Qt."""

    def __call__(self, lines: tuple[Line, ...], width_px: int, height_px: int, background: str) -> NDArray[np.uint8]:
        """(height, width, 4) uint8 RGBA, straight alpha."""
        ...


@dataclass(frozen=True, slots=True)
class Area:
    """A box on a canvas, as fractions of it."""

    left: float
    top: float
    right: float
    bottom: float


Inker = Callable[[str, str, int], Mask]
"""Text, family, weight -> its ink."""


class InkWell:
    """Keeps the ink of the lines that one ad prints, and whole prints, so that each is drawn once; one thread."""

    def __init__(self, painter: LabelPainter) -> None:
        self._painter = painter
        self._masks: dict[tuple[str, str, int], Mask] = {}
        self._prints: dict[str, NDArray[np.uint8]] = {}

    def keep(self, key: str, draw: Callable[[], NDArray[np.uint8]]) -> NDArray[np.uint8]:
        """The print of that key, drawn when it is not among the last few."""
        if key not in self._prints:
            while len(self._prints) >= _KEPT_PRINTS:
                self._prints.pop(next(iter(self._prints)))
            self._prints[key] = draw()
        return self._prints[key]

    def ink(self, text: str, family: str, weight: int) -> Mask:
        """The ink of one line, cut to its box, at least one pixel."""
        key = (text, family, weight)
        if key not in self._masks:
            self._masks[key] = self._draw(text, family, weight)
        return self._masks[key]

    def _draw(self, text: str, family: str, weight: int) -> Mask:
        width, height = _STRIP_PX
        size = min(190.0, width / (0.75 * max(1, len(text))))
        while True:
            line: Line = (text, family, weight, size, "#000000")
            pixels = self._painter((line,), width, height, "#ffffff")
            mask = 1.0 - pixels[..., :3].mean(axis=2, dtype=np.float32) / 255.0
            rows, columns = np.flatnonzero(mask.max(axis=1) > 0.1), np.flatnonzero(mask.max(axis=0) > 0.1)
            if not rows.size or not columns.size:
                return np.zeros((1, 1), np.float32)
            fits = (
                columns[0] > _MARGIN_PX and columns[-1] < width - _MARGIN_PX and rows[0] > 0 and rows[-1] < height - 1
            )
            if fits or size < 24.0:
                return np.asarray(mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1], np.float32)
            size *= 0.7


def new_canvas(width_px: int, height_px: int, colour: Rgb | None = None) -> Canvas:
    """A clear canvas, or one filled with a colour."""
    canvas = np.zeros((height_px, width_px, 4), np.float32)
    if colour is not None:
        canvas[:] = (*colour, 1.0)
    return canvas


def stamp(canvas: Canvas, mask: Mask, colour: Rgb, left_px: int, top_px: int) -> None:
    """Print a mask on the canvas at a place; what lies outside is cut off."""
    height, width = canvas.shape[:2]
    x0, y0 = max(0, left_px), max(0, top_px)
    x1, y1 = min(width, left_px + mask.shape[1]), min(height, top_px + mask.shape[0])
    if x0 >= x1 or y0 >= y1:
        return
    part = mask[y0 - top_px : y1 - top_px, x0 - left_px : x1 - left_px, None]
    canvas[y0:y1, x0:x1] = canvas[y0:y1, x0:x1] * (1 - part) + np.array([*colour, 1.0], np.float32) * part


def fit(canvas: Canvas, mask: Mask, area: Area, colour: Rgb, align: float = 0.5) -> None:
    """Print a mask as large as its area allows; `align` 0 left, 0.5 centre, 1 right."""
    height, width = canvas.shape[:2]
    box_w, box_h = (area.right - area.left) * width, (area.bottom - area.top) * height
    scale = min(box_w / mask.shape[1], box_h / mask.shape[0])
    size = (max(1, round(mask.shape[1] * scale)), max(1, round(mask.shape[0] * scale)))
    scaled = cv2.resize(mask, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
    left = area.left * width + (box_w - size[0]) * align
    top = area.top * height + (box_h - size[1]) / 2
    stamp(canvas, np.clip(np.atleast_2d(scaled), 0, 1).astype(np.float32), colour, round(left), round(top))


def rounded(canvas: Canvas, area: Area, radius_px: float, colour: Rgb, opacity: float = 1.0) -> None:
    """Fill a box with round corners, edges smoothed."""
    height, width = canvas.shape[:2]
    x0, y0, x1, y1 = area.left * width, area.top * height, area.right * width, area.bottom * height
    left, top = max(0, int(x0) - 1), max(0, int(y0) - 1)
    right, bottom = min(width, int(x1) + 2), min(height, int(y1) + 2)
    if left >= right or top >= bottom:
        return
    y, x = np.mgrid[top:bottom, left:right].astype(np.float32) + 0.5
    radius = min(radius_px, (x1 - x0) / 2, (y1 - y0) / 2)
    dx = np.abs(x - (x0 + x1) / 2) - (x1 - x0) / 2 + radius
    dy = np.abs(y - (y0 + y1) / 2) - (y1 - y0) / 2 + radius
    edge = np.hypot(np.maximum(dx, 0), np.maximum(dy, 0)) + np.minimum(np.maximum(dx, dy), 0) - radius
    stamp(canvas, (np.clip(0.5 - edge, 0, 1) * opacity).astype(np.float32), colour, left, top)


def to_bytes(canvas: Canvas) -> NDArray[np.uint8]:
    """8 bit, still premultiplied: what the shaders sample."""
    return np.round(np.clip(canvas, 0, 1) * 255).astype(np.uint8)


def balanced(text: str) -> tuple[str, ...]:
    """The text on two lines of near equal length, or on one where it is a single word."""
    words = text.split()
    if len(words) < 2:
        return (text,)
    cuts = range(1, len(words))
    best = min(cuts, key=lambda i: abs(len(" ".join(words[:i])) - len(" ".join(words[i:]))))
    return (" ".join(words[:best]), " ".join(words[best:]))
