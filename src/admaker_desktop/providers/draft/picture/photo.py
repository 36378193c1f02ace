"""A client's product photo on the draft's own stand: a board, grounded by a contact shadow and a reflection."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from admaker_desktop.ad.scene import Box
from admaker_desktop.providers.draft.picture.layout import Layout
from admaker_desktop.providers.draft.picture.product import Placed, bounds
from admaker_desktop.providers.draft.picture.subjects import Model

MAX_ENLARGEMENT = 1.3
_HEIGHT = 2.0
_REFLECTION = 0.16


def board(photo: NDArray[np.uint8]) -> Model:
    """A model of the photo's shape, 2 high (flat and wide photos: 2.4 wide), with a stand that fits it."""
    aspect = photo.shape[1] / photo.shape[0]
    height = min(_HEIGHT, 2.4 / aspect)
    half_width = height * aspect / 2
    radius = half_width * 1.25 + 0.30
    stand = (1, radius, 0.2, radius) if half_width < 0.9 else (2, half_width + 0.35, 0.18, 0.85)
    return Model(half_width, height, min(0.1, half_width), focus=(0.0, height * 0.55), stand=stand, pitch_deg=9)  # type: ignore[arg-type]


def photo_box(placed: Placed) -> Box:
    """Where the photo stands in the frame."""
    model = placed.model
    at = [[-model.half_width, 0.0, 0.0], [model.half_width, model.height, 0.0]]
    return bounds(placed.framing.pixels(np.array(at) + np.array(placed.pose.stances[0].at)))


def shrink(layout: Layout, placed: Placed, photo: NDArray[np.uint8]) -> Layout:
    """The layout with a box, or a zoom, at which the photo is not enlarged by more than 1.3."""
    enlargement = photo_box(placed).height_px / photo.shape[0]
    if enlargement <= MAX_ENLARGEMENT:
        return layout
    share = MAX_ENLARGEMENT / enlargement
    if layout.zoom > 1.0:
        return (
            replace(layout, zoom=max(1.0001, layout.zoom * share))
            if layout.zoom * share > 1
            else replace(layout, zoom=1.0)
        )
    box = layout.subject
    width, height = box.width_px * share, box.height_px * share
    small = Box(
        x_px=box.x_px + (box.width_px - width) / 2,
        y_px=box.y_px + (box.height_px - height) * layout.settle,
        width_px=width,
        height_px=height,
    )
    return replace(layout, subject=small)


def mount(
    stand: NDArray[np.uint8], box: Box, photo: NDArray[np.uint8], where: Box, *, standing: bool
) -> NDArray[np.uint8]:
    """The photo over the rendered stand (both straight RGBA); `stand` covers `box`, the photo goes to `where`."""
    scale = stand.shape[1] / box.width_px
    size = (max(1, round(where.width_px * scale)), max(1, round(where.height_px * scale)))
    premultiplied = photo.astype(np.float32) / 255
    premultiplied[..., :3] *= premultiplied[..., 3:]
    shrinks = size[0] < photo.shape[1]
    resized = cv2.resize(premultiplied, size, interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC)
    small = np.clip(resized, 0, 1).astype(np.float32)
    left, top = round((where.x_px - box.x_px) * scale), round((where.y_px - box.y_px) * scale)
    out: NDArray[np.float32] = stand.astype(np.float32) / np.float32(255)
    out[..., :3] *= out[..., 3:]
    if standing:
        _ground(out, small, left, top)
    _over(out, small, left, top)
    out[..., :3] /= np.maximum(out[..., 3:], 1e-4)
    return np.round(np.clip(out, 0, 1) * 255).astype(np.uint8)


def _ground(out: NDArray[np.float32], photo: NDArray[np.float32], left: int, top: int) -> None:
    """Darken the stand below the photo and mirror its foot there; only where there is a stand."""
    height, width = photo.shape[:2]
    foot = top + height
    solid = out[..., 3:].copy()
    shade = np.zeros(out.shape[:2], np.float32)
    centre, radii = (left + width // 2, foot - 2), (max(2, int(width * 0.47)), max(2, int(width * 0.075)))
    cv2.ellipse(shade, centre, radii, 0, 0, 360, 1.0, -1)
    wide = cv2.GaussianBlur(shade, (0, 0), max(1.5, width * 0.045))
    close = cv2.GaussianBlur(shade, (0, 0), max(1.0, width * 0.012))
    dark = np.clip(0.45 * wide + 0.30 * close, 0, 0.75)[..., None]
    mirror = photo[::-1].copy()
    fade = np.linspace(1, 0, height, dtype=np.float32)[:, None, None] ** 3
    layer = np.zeros_like(out)
    _over(layer, mirror * fade * _REFLECTION, left, foot - round(0.03 * width))
    out[..., :3] = out[..., :3] * (1 - dark)
    out[:] = out * (1 - layer[..., 3:] * solid) + layer * solid
    out[..., 3:] = solid


def _over(out: NDArray[np.float32], part: NDArray[np.float32], left: int, top: int) -> None:
    y0, x0 = max(0, top), max(0, left)
    y1, x1 = min(out.shape[0], top + part.shape[0]), min(out.shape[1], left + part.shape[1])
    if y0 < y1 and x0 < x1:
        piece = part[y0 - top : y1 - top, x0 - left : x1 - left]
        out[y0:y1, x0:x1] = out[y0:y1, x0:x1] * (1 - piece[..., 3:]) + piece
