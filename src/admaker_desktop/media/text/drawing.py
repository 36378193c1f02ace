"""Pictures of type: coverage, filled shape and soft shadow, composed once for the compositor to move."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from admaker_desktop.ad.scene import Box
from admaker_desktop.media.text.blocks import Block, Rect, block_of
from admaker_desktop.media.text.faces import require_started
from admaker_desktop.timeline.model import TextLayout, TextStyle

_SHADOW_SIGMA_EM = 0.12
_SHADOW_DROP_EM = 0.04
_ALIGN_SHIFT = {"left": 0.0, "center": 0.5, "right": 1.0}

Coverage = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class WordBox:
    """A word in pixels of its picture, ends exclusive."""

    x0: int
    x1: int
    y0: int
    y1: int


@dataclass(frozen=True, slots=True, eq=False)
class DrawnText:
    """A block of type as a picture and its place in the frame."""

    rgba: NDArray[np.uint8]
    """(height, width, 4) uint8, premultiplied alpha, RGBA."""
    x_px: int
    y_px: int
    """Where the picture's top left corner is in the frame (a shadow reaches beyond the layout's box)."""
    words: tuple[WordBox, ...]
    """The parts of the lines between plain spaces, in reading order."""


def draw(layout: TextLayout, style: TextStyle, *, lit: bool = False) -> DrawnText:
    """Draw a laid out block; any thread after start(), the same bytes on every thread.

    `lit` draws every word in `style.lit_colour`. Both pictures hold the plate: within a spoken word's box the lit one
    is shown instead of the plain one, not over it.
    """
    placed, dx, dy = _placed(layout, style)
    reach = round(2.6 * _SHADOW_SIGMA_EM * layout.size_px) + 1 if style.shadow > 0 else 0
    bounds = placed.bounds
    canvas = Rect(bounds.x0 - reach, bounds.y0 - reach, bounds.x1 + reach, bounds.y1 + reach)
    height, width = max(1, canvas.height), max(1, canvas.width)
    ink = np.zeros((height, width), np.float32)
    top, left = placed.ink.y0 - canvas.y0, placed.ink.x0 - canvas.x0
    ink[top : top + placed.ink.height, left : left + placed.ink.width] = placed.block.mask / np.float32(255)
    shape = np.zeros_like(ink)
    if placed.shape is not None:
        rect = placed.shape.moved(-canvas.x0, -canvas.y0)
        shape = _rounded(width, height, rect, style.box_radius_em * layout.size_px)
    picture = np.zeros((height, width, 4), np.float32)
    if style.shadow > 0:
        caster = np.maximum(ink, shape * np.float32(style.box_opacity))
        _over(picture, _soft_shadow(caster, layout.size_px) * np.float32(style.shadow), "#000000")
    if placed.shape is not None:
        _over(picture, shape * np.float32(style.box_opacity), style.box_colour)
    _over(picture, ink, style.lit_colour if lit and style.lit_colour else style.colour)
    words = tuple(
        WordBox(
            x0=max(0, word.x0 - canvas.x0), x1=min(width, word.x1 - canvas.x0),
            y0=max(0, word.y0 - canvas.y0), y1=min(height, word.y1 - canvas.y0),
        )
        for word in placed.block.words
    )  # fmt: skip
    return DrawnText(np.rint(picture * 255).astype(np.uint8), canvas.x0 + dx, canvas.y0 + dy, words)


def ink_boxes(layout: TextLayout, style: TextStyle) -> tuple[Box, ...]:
    """Where ink really lies in the frame, any filled shape as a box of its own; any thread after start()."""
    placed, dx, dy = _placed(layout, style)
    rects = [rect.moved(dx, dy) for rect in (placed.shape, placed.ink) if rect is not None and rect.width > 0]
    return tuple(
        Box(x_px=rect.x0, y_px=rect.y0, width_px=rect.width, height_px=rect.height) for rect in rects
    )  # fmt: skip


def _placed(layout: TextLayout, style: TextStyle) -> tuple[Block, int, int]:
    """The block of a layout and the offset from its origin to the frame."""
    require_started()
    block = block_of(layout.lines, style, max(1, round(layout.size_px)), layout.align)
    bounds = block.bounds
    slack_x, slack_y = layout.width_px - bounds.width, layout.height_px - bounds.height
    x = round(layout.x_px + slack_x * _ALIGN_SHIFT[layout.align])
    y = round(layout.y_px + slack_y / 2)
    return block, x - bounds.x0, y - bounds.y0


def _rounded(width: int, height: int, rect: Rect, radius: float) -> Coverage:
    """Coverage of a rounded rectangle, edges one pixel soft."""
    radius = min(radius, rect.width / 2, rect.height / 2)
    x = np.abs(np.arange(width, dtype=np.float32) + 0.5 - (rect.x0 + rect.x1) / 2) - (rect.width / 2 - radius)
    y = np.abs(np.arange(height, dtype=np.float32) + 0.5 - (rect.y0 + rect.y1) / 2) - (rect.height / 2 - radius)
    outside = np.hypot(np.maximum(x, 0)[None, :], np.maximum(y, 0)[:, None])
    inside = np.minimum(np.maximum(x[None, :], y[:, None]), 0)
    coverage: Coverage = np.clip(0.5 - (outside + inside - radius), 0, 1).astype(np.float32)
    return coverage


def _soft_shadow(caster: Coverage, size_px: float) -> Coverage:
    """A blurred copy, slightly lower; blurred at a quarter of the size, which nobody can tell from the full one."""
    import cv2  # heavy, and only shadows need it

    height, width = caster.shape
    sigma, drop = _SHADOW_SIGMA_EM * size_px, round(_SHADOW_DROP_EM * size_px)
    small = cv2.resize(caster, (max(1, width // 4), max(1, height // 4)), interpolation=cv2.INTER_AREA)
    small = cv2.GaussianBlur(small, (0, 0), max(0.3, sigma / 4), borderType=cv2.BORDER_CONSTANT)
    large = cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR)
    shadow = np.zeros_like(caster)
    shadow[drop:] = large[: height - drop]
    return shadow


def rgb_of(colour: str) -> NDArray[np.float32]:
    """`#rrggbb` as three floats 0..1."""
    return np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)], np.float32) / np.float32(255)


def _over(picture: NDArray[np.float32], coverage: Coverage, colour: str) -> None:
    """Lay a colour over a premultiplied picture, in place."""
    picture *= 1 - coverage[..., None]
    picture[..., :3] += coverage[..., None] * rgb_of(colour)
    picture[..., 3] += coverage
