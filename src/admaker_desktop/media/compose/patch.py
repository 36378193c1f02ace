"""Patches: type and logos as planes, made once, laid over frames many times."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np

from admaker_desktop.media.compose.planes import Bytes, Frame, Scratch, cover_planes, lay


@dataclass(frozen=True, slots=True)
class Cell:
    """A part of a patch in its own pixels, ends exclusive, all even."""

    x0: int
    y0: int
    x1: int
    y1: int


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """Premultiplied planes with their even place in the frame; may reach beyond it."""

    x_px: int
    y_px: int
    y: Bytes
    u: Bytes
    v: Bytes
    clear: Bytes
    """255 - alpha at the luma's size."""
    clear_half: Bytes
    """255 - alpha at the chroma's size."""

    @property
    def whole(self) -> Cell:
        height, width = self.y.shape
        return Cell(0, 0, width, height)

    @classmethod
    def of(cls, rgba: Bytes, x_px: int, y_px: int) -> Patch:
        """A patch of (h, w, 4) premultiplied RGBA whose top left pixel is at (x, y) of the frame."""
        left, top = x_px % 2, y_px % 2
        height, width = rgba.shape[:2]
        right, bottom = (left + width) % 2, (top + height) % 2
        even = np.pad(rgba, ((top, bottom), (left, right), (0, 0)))
        y, u, v, clear = cover_planes(even)
        return cls(x_px - left, y_px - top, y, _halved(u, 0), _halved(v, 0), clear, _halved(clear, 255))

    def lay_over(self, frame: Frame, scratch: Scratch, *, opacity: float = 1.0, cell: Cell | None = None) -> None:
        """Draw the part of the patch (or of its cell) that lies inside the frame."""
        cell = cell or self.whole
        x0, y0 = max(cell.x0, -self.x_px), max(cell.y0, -self.y_px)
        x1, y1 = min(cell.x1, frame.width - self.x_px), min(cell.y1, frame.height - self.y_px)
        if x0 >= x1 or y0 >= y1 or opacity <= 0:
            return
        source = np.s_[y0:y1, x0:x1]
        target = np.s_[y0 + self.y_px : y1 + self.y_px, x0 + self.x_px : x1 + self.x_px]
        lay(frame.y[target], self.y[source], self.clear[source], opacity, scratch)
        source = np.s_[y0 // 2 : y1 // 2, x0 // 2 : x1 // 2]
        y0, y1, x0, x1 = (at // 2 for at in (y0 + self.y_px, y1 + self.y_px, x0 + self.x_px, x1 + self.x_px))
        clear = self.clear_half[source]
        lay(frame.u[y0:y1, x0:x1], self.u[source], clear, opacity, scratch)
        lay(frame.v[y0:y1, x0:x1], self.v[source], clear, opacity, scratch)

    def lowered(self, dy_px: float) -> Patch:
        """The patch moved down by a sub-pixel distance >= 0."""
        whole = int(dy_px) // 2 * 2
        rest = dy_px - whole
        if rest == 0:
            return replace(self, y_px=self.y_px + whole)
        return Patch(
            self.x_px,
            self.y_px + whole,
            _down(self.y, rest, 2, 0),
            _down(self.u, rest / 2, 1, 0),
            _down(self.v, rest / 2, 1, 0),
            _down(self.clear, rest, 2, 255),
            _down(self.clear_half, rest / 2, 1, 255),
        )

    def with_cells_of(self, other: Patch, cells: tuple[Cell, ...]) -> Patch:
        """This patch with parts taken from another of the same place and size."""
        planes = [plane.copy() for plane in (self.y, self.u, self.v, self.clear, self.clear_half)]
        sources = (other.y, other.u, other.v, other.clear, other.clear_half)
        for plane, source, step in zip(planes, sources, (1, 2, 2, 1, 2), strict=True):
            for cell in cells:
                part = np.s_[cell.y0 // step : cell.y1 // step, cell.x0 // step : cell.x1 // step]
                plane[part] = source[part]
        return Patch(self.x_px, self.y_px, *planes)


def _halved(plane: Bytes, outside: int) -> Bytes:
    """Chroma size, sited left as H.264 has it: (1 2 1) / 4 across at even columns, mean of two rows."""
    height, width = plane.shape
    framed = cv2.copyMakeBorder(plane, 0, 0, 1, 1, cv2.BORDER_CONSTANT, value=outside)
    across, down = np.array([0.25, 0.5, 0.25], np.float32), np.array([0.5, 0.5], np.float32)
    soft = cv2.sepFilter2D(framed, -1, across, down, anchor=(1, 0), borderType=cv2.BORDER_REPLICATE)
    return np.ascontiguousarray(soft[0:height:2, 1 : 1 + width : 2])


def _down(plane: Bytes, dy: float, room: int, outside: int) -> Bytes:
    """A plane `dy` lower, taller by `room` rows."""
    height, width = plane.shape
    back = np.array([[1, 0, 0], [0, 1, -dy]], np.float64)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return np.asarray(
        cv2.warpAffine(plane, back, (width, height + room), flags=flags, borderValue=(outside,)), np.uint8
    )  # fmt: skip
