"""Type for packs and screens inside pictures: centred lines on a plain label."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from admaker_desktop.media.text.breaking import tie
from admaker_desktop.media.text.drawing import rgb_of
from admaker_desktop.media.text.faces import require_started
from admaker_desktop.media.text.setting import SetBlock, Typeset, set_lines, width_em

_MARGIN = 0.06
"""Free edge on every side, as a share of the label."""
_GAP_EM = 0.45
_SMALLEST_PX = 4


@dataclass(frozen=True, slots=True)
class LabelLine:
    """A line of a label: it is set at `size_px`, or smaller where the label is too narrow. Colour `#rrggbb`."""

    text: str
    family: str
    weight: int
    size_px: float
    colour: str


def label(lines: tuple[LabelLine, ...], width_px: int, height_px: int, background: str) -> NDArray[np.uint8]:
    """Draw a label; any thread after start(). (height, width, 4) uint8 RGBA, straight alpha.

    Lines are centred both ways and shrink to fit. `background` is `#rrggbb`; empty = transparent.
    """
    require_started()
    shown = [line for line in lines if line.text.strip()]
    room_x, room_y = width_px * (1 - 2 * _MARGIN), height_px * (1 - 2 * _MARGIN)
    sizes = [min(line.size_px, room_x / max(0.05, width_em(tie(line.text), _typeset(line)))) for line in shown]
    needed = sum(sizes) * 0.74 + sum(size * _GAP_EM for size in sizes[1:])
    shrink = min(1.0, room_y / needed) if needed else 1.0
    blocks = [_set(line, size * shrink) for line, size in zip(shown, sizes, strict=True)]
    gaps = [round(size * shrink * _GAP_EM) for size in sizes[1:]] + [0]
    picture = np.zeros((height_px, width_px, 4), np.uint8)
    if background:
        picture[..., :3], picture[..., 3] = np.rint(rgb_of(background) * 255), 255
    total = sum(block.cap_px + gap for block, gap in zip(blocks, gaps, strict=True))
    y = (height_px - total) // 2
    for line, block, gap in zip(shown, blocks, gaps, strict=True):
        y += block.cap_px
        _stamp(picture, block, (width_px - block.advance_px) // 2, y, line.colour)
        y += gap
    return picture


def _typeset(line: LabelLine) -> Typeset:
    return Typeset(line.family, line.weight, upper=False, tracking=0.0, leading=1.0)


def _set(line: LabelLine, size: float) -> SetBlock:
    return set_lines((tie(line.text).replace(" ", "\u00a0"),), _typeset(line), max(_SMALLEST_PX, int(size)), "left")


def _stamp(picture: NDArray[np.uint8], block: SetBlock, x: int, baseline: int, colour: str) -> None:
    """Lay a line over a straight-alpha picture, cut at its edges."""
    height, width = picture.shape[:2]
    left, top = x + block.ink_x, baseline + block.ink_y
    rows, columns = (
        slice(max(0, top), min(height, top + block.mask.shape[0])),
        slice(max(0, left), min(width, left + block.mask.shape[1])),
    )
    mask = block.mask[rows.start - top : rows.stop - top, columns.start - left : columns.stop - left]
    if mask.size == 0:
        return
    ink = mask.astype(np.float32)[..., None] / 255
    below = picture[rows, columns].astype(np.float32) / 255
    alpha = ink + below[..., 3:] * (1 - ink)
    colours = (ink * rgb_of(colour) + below[..., :3] * below[..., 3:] * (1 - ink)) / np.maximum(alpha, 1e-6)
    picture[rows, columns] = np.rint(np.concatenate([colours, alpha], axis=2) * 255).astype(np.uint8)
