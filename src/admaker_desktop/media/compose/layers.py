"""Layers of a scene as planes that are warped into the frame: sub-pixel moves, premultiplied, only where they show."""

from __future__ import annotations

from typing import Any, Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from admaker_desktop.ad.scene import Layer
from admaker_desktop.core.store import MediaReader
from admaker_desktop.media.compose.motion import placement, state_at
from admaker_desktop.media.compose.planes import (
    Bytes,
    Frame,
    Scratch,
    cover_planes,
    lay,
    premultiplied,
    yuv_from_rgb,
)
from admaker_desktop.media.compose.sampling import WARP, CoverPlanes, Grid
from admaker_desktop.media.stills import load_rgba

_OPAQUE = 255
_NOTHING = (0, 0, 0, 255)
"""What is outside a (Y, U, V, clear) picture."""
_SOFT_ROLES = ("light", "shadow")
"""Blurred things: drawn at half size, which nobody can tell from the full one, at a quarter of the cost."""
_KEPT_AS_IS = (0.9, 1.15)
"""Between these factors a picture is not scaled beforehand: one interpolation less, sharper."""


class MovingLayer(Protocol):
    """A layer that can draw itself at a moment of its shot."""

    def draw(self, frame: Frame, at: float, scratch: Scratch) -> None:
        """Draw over the frame; `at` is the fraction of the shot."""
        ...


def load_layer(layer: Layer, reader: MediaReader, *, is_back: bool) -> MovingLayer:
    """Read a layer's picture and prepare its planes; raises MediaError when it is gone or damaged."""
    rgba = load_rgba(reader, layer.image)
    if is_back and np.all(rgba[..., 3] == _OPAQUE):
        return Ground(layer, rgba)
    return _Cutout(layer, rgba, is_soft=layer.role in _SOFT_ROLES)


class Ground:
    """An opaque layer that covers the frame: warped straight into it."""

    def __init__(self, layer: Layer, rgba: Bytes) -> None:
        self._layer = layer
        rgb = _scaled_once(cv2.cvtColor(rgba, cv2.COLOR_RGBA2RGB), layer, 1.0)
        height, width = rgb.shape[0] // 2 * 2, rgb.shape[1] // 2 * 2
        y, u, v = (plane[:height, :width] for plane in yuv_from_rgb(rgb))
        half = (width // 2, height // 2)
        u, v = (np.asarray(cv2.resize(plane, half, interpolation=cv2.INTER_AREA), np.uint8) for plane in (u, v))
        self._planes = CoverPlanes(y, u, v, Grid.of(rgb))

    def draw(self, frame: Frame, at: float, scratch: Scratch) -> None:
        self._planes.warp_into(frame, placement(self._layer, state_at(self._layer.keyframes, at)), scratch)


class _Cutout:
    """A layer with alpha, cropped to what is visible in it; soft ones are drawn at half size."""

    def __init__(self, layer: Layer, rgba: Bytes, *, is_soft: bool) -> None:
        self._layer = layer
        self._shrink = 0.5 if is_soft else 1.0
        full = _scaled_once(premultiplied(rgba), layer, self._shrink)
        left, top, width, height = cv2.boundingRect(np.ascontiguousarray(full[..., 3]))
        self._is_empty = width == 0 or height == 0
        if self._is_empty:
            return
        self._grid = Grid.of(full, left, top)
        self._size = (width, height)
        part = np.ascontiguousarray(full[top : top + height, left : left + width])
        self._planes = cv2.merge(cover_planes(part))

    def draw(self, frame: Frame, at: float, scratch: Scratch) -> None:
        state = state_at(self._layer.keyframes, at)
        if self._is_empty or state.opacity <= 0:
            return
        place = placement(self._layer, state)
        x0, y0, x1, y1 = self._grid.bounds(place, self._size, frame.width, frame.height)
        if x0 >= x1 or y0 >= y1:
            return
        across, down = round((x1 - x0) * self._shrink), round((y1 - y0) * self._shrink)
        warped = scratch.take("warped", down, across, 4)
        matrix = self._grid.inverse(place, shrink=self._shrink, x0=x0 * self._shrink, y0=y0 * self._shrink)
        cv2.warpAffine(self._planes, matrix, (across, down), dst=warped, flags=WARP, borderValue=_NOTHING)
        area = np.s_[y0:y1, x0:x1], np.s_[y0 // 2 : y1 // 2, x0 // 2 : x1 // 2]
        if self._shrink == 1.0:
            _lay_sharp(frame, area, warped, state.opacity, scratch)
        else:
            _lay_soft(frame, area, warped, state.opacity, scratch)


Area = tuple[tuple[slice, slice], tuple[slice, slice]]
"""A rectangle of a frame: in its luma, in its chroma."""


def _lay_sharp(frame: Frame, area: Area, planes: Bytes, opacity: float, scratch: Scratch) -> None:
    """Lay a full-size (Y, U, V, clear) picture over the frame."""
    height, width = planes.shape[:2]
    y, _, _, clear = _channels(planes, scratch)
    lay(frame.y[area[0]], y, clear, opacity, scratch)
    half = scratch.take("half", height // 2, width // 2, 4)
    cv2.resize(planes, (width // 2, height // 2), dst=half, interpolation=cv2.INTER_AREA)
    _, u, v, clear = _channels(half, scratch)
    lay(frame.u[area[1]], u, clear, opacity, scratch)
    lay(frame.v[area[1]], v, clear, opacity, scratch)


def _lay_soft(frame: Frame, area: Area, planes: Bytes, opacity: float, scratch: Scratch) -> None:
    """Lay a half-size (Y, U, V, clear) picture over the frame; its opacity is applied where there is least to do."""
    y, u, v, clear = _channels(planes, scratch)
    if opacity < 1:
        for plane in (y, u, v):
            cv2.convertScaleAbs(plane, dst=plane, alpha=opacity)
        cv2.convertScaleAbs(clear, dst=clear, alpha=opacity, beta=_OPAQUE * (1 - opacity))
    lay(frame.u[area[1]], u, clear, 1.0, scratch)
    lay(frame.v[area[1]], v, clear, 1.0, scratch)
    lay(frame.y[area[0]], _doubled(y, "y twice", scratch), _doubled(clear, "clear twice", scratch), 1.0, scratch)


def _scaled_once(picture: NDArray[Any], layer: Layer, shrink: float) -> Bytes:
    """The picture at the largest size that its layer is shown at, times `shrink`."""
    largest = max(frame.scale for frame in layer.keyframes) * shrink
    height, width = picture.shape[:2]
    factor_x, factor_y = layer.width_px * largest / width, layer.height_px * largest / height
    low, high = _KEPT_AS_IS
    if low <= min(factor_x, factor_y) and max(factor_x, factor_y) <= high:
        return np.ascontiguousarray(picture)
    size = (max(2, round(width * factor_x)), max(2, round(height * factor_y)))
    how = cv2.INTER_AREA if min(factor_x, factor_y) < 1 else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(np.ascontiguousarray(picture), size, interpolation=how), np.uint8)


def _channels(planes: Bytes, scratch: Scratch) -> list[Bytes]:
    """The four channels as planes, valid until the next call."""
    out = [scratch.take(f"channel {index}", *planes.shape[:2]) for index in range(4)]
    cv2.split(planes, out)
    return out


def _doubled(plane: Bytes, name: str, scratch: Scratch) -> Bytes:
    height, width = plane.shape
    out = scratch.take(name, height * 2, width * 2)
    cv2.resize(plane, (width * 2, height * 2), dst=out, interpolation=cv2.INTER_LINEAR)
    return out
