"""Pictures before they become layers: drawn pixels with their place, put together small to see how type reads."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from admaker_desktop.ad.scene import Box, LayerRole
from admaker_desktop.providers.draft.picture.colour import Rgb, contrast, luminance

MIN_CONTRAST = 4.5
"""WCAG 2.2 AA for text below large size."""
_CELL_PX = 54.0
"""Type is judged on patches of about this size in a frame of 1080."""
_LOW_SHARE = 4.0
"""Percentile of patches that may be worse: specks of a reflection do not count."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A drawn layer: straight-alpha RGBA (or opaque RGB) with its box in pixels of the frame."""

    role: LayerRole
    pixels: NDArray[np.uint8]
    box: Box
    pivot: tuple[float, float]


def flatten(pieces: list[Piece], width_px: int, height_px: int, scale: float) -> NDArray[np.float32]:
    """(h, w, 4) float32 RGBA 0..1, premultiplied: the frame at `scale` as the compositor will show it at rest."""
    width, height = round(width_px * scale), round(height_px * scale)
    out = np.zeros((height, width, 4), np.float32)
    for piece in pieces:
        box = piece.box
        left, top = round(box.x_px * scale), round(box.y_px * scale)
        size = (max(1, round(box.width_px * scale)), max(1, round(box.height_px * scale)))
        step = max(1, piece.pixels.shape[1] // (2 * size[0]))  # measuring needs no more than twice the samples
        pixels = _premultiplied(np.ascontiguousarray(piece.pixels[::step, ::step]))
        small = cv2.resize(
            pixels, size, interpolation=cv2.INTER_AREA if pixels.shape[1] > size[0] else cv2.INTER_LINEAR
        )
        x0, y0, x1, y1 = max(0, left), max(0, top), min(width, left + size[0]), min(height, top + size[1])
        if x0 < x1 and y0 < y1:
            part = small[y0 - top : y1 - top, x0 - left : x1 - left].astype(np.float32) / 255
            out[y0:y1, x0:x1] = out[y0:y1, x0:x1] * (1 - part[..., 3:]) + part
    return out


def _premultiplied(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    if pixels.shape[2] == 3:
        return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2RGBA), np.uint8)
    out = pixels.copy()
    out[..., :3] = (pixels[..., :3].astype(np.uint16) * pixels[..., 3:] // 255).astype(np.uint8)
    return out


def over(top: NDArray[np.float32], bottom: NDArray[np.float32]) -> NDArray[np.float32]:
    """One premultiplied picture over another of the same size."""
    return np.asarray(top + bottom * (1 - top[..., 3:]), np.float32)


def text_contrast(picture: NDArray[np.float32], text: Box, scale: float, colour: Rgb) -> float:
    """The worst contrast of a type colour over the patches and the rows of its box; 21 is the most there is."""
    y0, y1 = round(text.y_px * scale), round((text.y_px + text.height_px) * scale)
    x0, x1 = round(text.x_px * scale), round((text.x_px + text.width_px) * scale)
    light = luminance(picture[max(0, y0) : y1, max(0, x0) : x1, :3])
    cell = max(1, round(_CELL_PX * min(picture.shape[:2]) / 1080))
    patches = cv2.resize(
        light, (max(1, light.shape[1] // cell), max(1, light.shape[0] // cell)), interpolation=cv2.INTER_AREA
    )
    on_patches = float(np.percentile(contrast(colour, np.asarray(patches, np.float32)), _LOW_SHARE))
    on_rows = float(contrast(colour, light.mean(axis=1)).min())
    return min(on_patches, on_rows)
