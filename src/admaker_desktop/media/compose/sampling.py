"""Warping planes: where pixels of a prepared picture are found, and a fast way to fill frames."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from admaker_desktop.media.compose.motion import Placement
from admaker_desktop.media.compose.planes import Bytes, Frame, Scratch

WARP = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
_MOST_SHARED_ERROR_PX = 0.13


@dataclass(frozen=True, slots=True)
class Grid:
    """The pixel grid of a prepared picture: its size in pixels and where the part that was kept begins."""

    width: float
    height: float
    left: float = 0.0
    top: float = 0.0

    @classmethod
    def of(cls, picture: Bytes, left: int = 0, top: int = 0) -> Grid:
        """The grid of a picture of which the part from (left, top) was kept."""
        return cls(picture.shape[1], picture.shape[0], left, top)

    def halved(self) -> Grid:
        """The grid of the same picture at half size."""
        return Grid(self.width / 2, self.height / 2, self.left / 2, self.top / 2)

    def scales(self, place: Placement) -> tuple[float, float]:
        """Pixels of the frame for one of the picture, across and down."""
        return place.scale_x / self.width, place.scale_y / self.height

    def inverse(
        self, place: Placement, *, shrink: float = 1.0, x0: float = 0.0, y0: float = 0.0, step: tuple[int, int] = (1, 1)
    ) -> NDArray[np.float64]:
        """From pixel indices of a target to those of the kept part.

        The target begins at (x0, y0) of the frame shrunk by `shrink`. With a step of 2 (across, down) an index stands
        for two pixels side by side, in the target and in the picture, and for the point between them.
        """
        # index + 0.5 is the place of a pixel's centre; of two pixels together, index + 1
        (scale_x, scale_y), (half_x, half_y) = self.scales(place), (step[0] / 2, step[1] / 2)
        scale_x, scale_y = scale_x * shrink, scale_y * shrink
        x = (x0 + half_x - place.x_px * shrink) / scale_x - self.left - half_x
        y = (y0 + half_y - place.y_px * shrink) / scale_y - self.top - half_y
        return np.array([[step[0] / scale_x, 0, x], [0, step[1] / scale_y, y]], np.float64)

    def bounds(self, place: Placement, size: tuple[int, int], width: int, height: int) -> tuple[int, int, int, int]:
        """The even rectangle of the frame that the kept part of `size` touches, one pixel of soft edge included."""
        scale_x, scale_y = self.scales(place)
        left, top = place.x_px + self.left * scale_x, place.y_px + self.top * scale_y
        right, bottom = left + size[0] * scale_x, top + size[1] * scale_y
        edge_x, edge_y = max(1.0, scale_x), max(1.0, scale_y)
        return (
            max(0, math.floor((left - edge_x) / 2) * 2),
            max(0, math.floor((top - edge_y) / 2) * 2),
            min(width, math.ceil((right + edge_x) / 2) * 2),
            min(height, math.ceil((bottom + edge_y) / 2) * 2),
        )


class CoverPlanes:
    """Opaque planes that fill whole frames, warped several pixels at a time where that cannot be seen.

    OpenCV warps four channels almost as fast as one. So a pixel of the luma and its three neighbours are four channels
    of a picture that is sampled at half the size (3.4 ms instead of 8.6 for 1080x1920), and so are two neighbours in
    each of the chroma planes. Neighbours share one sub-pixel place, which shifts them by half of what the scale
    differs from 1: at most 0.13 px, else they are sampled one by one.
    """

    def __init__(self, y: Bytes, u: Bytes, v: Bytes, grid: Grid) -> None:
        """`grid` is the luma's; `u` and `v` are half its size."""
        self._grid = grid
        self._y = y
        wide = cv2.copyMakeBorder(y, 0, 1, 0, 1, cv2.BORDER_REPLICATE)
        self._quads = cv2.merge([wide[:-1, :-1], wide[:-1, 1:], wide[1:, :-1], wide[1:, 1:]])
        u_wide, v_wide = (cv2.copyMakeBorder(plane, 0, 0, 0, 1, cv2.BORDER_REPLICATE) for plane in (u, v))
        self._pairs = cv2.merge([u_wide[:, :-1], u_wide[:, 1:], v_wide[:, :-1], v_wide[:, 1:]])

    def warp_into(self, frame: Frame, place: Placement, scratch: Scratch) -> None:
        """Fill a frame; beyond the edges their pixels are repeated."""
        if max(abs(1 - 1 / scale) / 2 for scale in self._grid.scales(place)) > _MOST_SHARED_ERROR_PX:
            self._warp_singly(frame, place, scratch)
            return
        height, width = frame.u.shape
        quads = scratch.take("quads", height, width, 4)
        _warp(self._quads, self._grid.inverse(place, step=(2, 2)), quads)
        # Two bytes side by side are one 16-bit number: the upper pair goes to the even row, the lower to the odd one.
        rows = frame.y.view(np.uint16).reshape(height, 2, width)
        cv2.split(quads.view(np.uint16), [rows[:, 0], rows[:, 1]])
        across = (width + 1) // 2
        pairs = scratch.take("pairs", height, across, 4)
        _warp(self._pairs, self._grid.halved().inverse(place, shrink=0.5, step=(2, 1)), pairs)
        u, v = scratch.take("u pairs", height, across * 2), scratch.take("v pairs", height, across * 2)
        cv2.split(pairs.view(np.uint16), [u.view(np.uint16), v.view(np.uint16)])
        np.copyto(frame.u, u[:, :width])
        np.copyto(frame.v, v[:, :width])

    def _warp_singly(self, frame: Frame, place: Placement, scratch: Scratch) -> None:
        _warp(self._y, self._grid.inverse(place), frame.y)
        pairs = scratch.take("pairs", *frame.u.shape, 4)
        _warp(self._pairs, self._grid.halved().inverse(place, shrink=0.5), pairs)
        np.copyto(frame.u, pairs[..., 0])
        np.copyto(frame.v, pairs[..., 2])


def _warp(picture: NDArray[Any], inverse: NDArray[np.float64], target: Bytes) -> None:
    height, width = target.shape[:2]
    cv2.warpAffine(picture, inverse, (width, height), dst=target, flags=WARP, borderMode=cv2.BORDER_REPLICATE)
