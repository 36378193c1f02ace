"""A block of type with its filled shape: where the shape and the ink are, in whole pixels."""

from __future__ import annotations

from dataclasses import dataclass

from admaker_desktop.media.text.setting import Align, SetBlock, Typeset, heights_em, ink_em, set_lines, width_em
from admaker_desktop.timeline.model import TextStyle

ESTIMATE_SLACK_PX = 2
"""What rounding may add to an estimated side."""


@dataclass(frozen=True, slots=True)
class Rect:
    """Whole pixels, ends exclusive."""

    x0: int
    y0: int
    x1: int
    y1: int

    @property
    def width(self) -> int:
        return self.x1 - self.x0

    @property
    def height(self) -> int:
        return self.y1 - self.y0

    def united(self, other: Rect) -> Rect:
        return Rect(min(self.x0, other.x0), min(self.y0, other.y0), max(self.x1, other.x1), max(self.y1, other.y1))

    def moved(self, dx: int, dy: int) -> Rect:
        return Rect(self.x0 + dx, self.y0 + dy, self.x1 + dx, self.y1 + dy)


@dataclass(frozen=True, slots=True)
class Block:
    """Set lines with their shape. Rectangles count from the set block's origin."""

    block: SetBlock
    ink: Rect
    shape: Rect | None
    """The filled shape behind; None when the style has none."""

    @property
    def bounds(self) -> Rect:
        """What a TextLayout's box is: the ink, any filled shape included."""
        return self.ink if self.shape is None else self.shape.united(self.ink)


def block_of(lines: tuple[str, ...], style: TextStyle, size_px: int, align: Align) -> Block:
    """Lines set in a style; any thread after start()."""
    block = set_lines(lines, Typeset.of(style), size_px, align)
    height, width = block.mask.shape
    ink = Rect(block.ink_x, block.ink_y, block.ink_x + width, block.ink_y + height)
    if not style.box_colour:
        return Block(block, ink, None)
    pad_x, pad_y = round(style.box_pad_x_em * size_px), round(style.box_pad_y_em * size_px)
    shape = Rect(-pad_x, -block.cap_px - pad_y, block.advance_px + pad_x, block.last_baseline_px + pad_y)
    return Block(block, ink, shape)


def estimated_em(lines: tuple[str, ...], style: TextStyle) -> tuple[float, float]:
    """(width, height) of a block's bounds in em, from the letters' outlines; at most ESTIMATE_SLACK_PX too small."""
    typeset = Typeset.of(style)
    advances = [width_em(line, typeset) for line in lines]
    inks = [ink_em(line, typeset) for line in lines]
    down = (len(lines) - 1) * style.leading
    left = min(0.0, *(ink.left for ink in inks))
    right = max(ink.right + max(advances) - advance for ink, advance in zip(inks, advances, strict=True))
    top = min(ink.top + index * style.leading for index, ink in enumerate(inks))
    bottom = max(ink.bottom + index * style.leading for index, ink in enumerate(inks))
    if style.box_colour:
        left, right = min(left, -style.box_pad_x_em), max(right, max(advances) + style.box_pad_x_em)
        top = min(top, -heights_em(typeset)[1] - style.box_pad_y_em)
        bottom = max(bottom, down + style.box_pad_y_em)
    return max(0.05, right - left), max(0.05, bottom - top)
