"""Pieces of type and the logo stacked in an area, as large as they fit together."""

from __future__ import annotations

from dataclasses import dataclass

from admaker_desktop.media.text import Fitted, fit
from admaker_desktop.media.text.setting import Align
from admaker_desktop.nodes.edit.assembly.areas import Area
from admaker_desktop.timeline.model import TextStyle

_SCALES = tuple(scale / 100 for scale in range(100, 22, -6))
_SMALLEST_PX = 8


@dataclass(frozen=True, slots=True)
class TextPiece:
    """Type to be stacked; between `min_px` and `max_px` it is comfortable to read."""

    key: str
    text: str
    style: TextStyle
    max_px: float
    min_px: float
    max_lines: int
    is_optional: bool = False
    """Left out when the area is too small for all."""


@dataclass(frozen=True, slots=True)
class PicturePiece:
    """A logo to be stacked: as high as `max_height_px`, narrower areas apart."""

    key: str
    aspect: float
    """Width over height."""
    max_height_px: float
    is_optional: bool = False


Piece = TextPiece | PicturePiece


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece in its place, in whole pixels of the frame; `fitted` is None for pictures."""

    piece: Piece
    area: Area
    fitted: Fitted | None


@dataclass(frozen=True, slots=True)
class Stacked:
    """The pieces in their places; `is_comfortable` when every piece keeps the size it needs and none was left out."""

    placed: tuple[Placed, ...]
    align: Align
    is_comfortable: bool
    fits: bool


def stack(pieces: tuple[Piece, ...], area: Area, align: Align, gap_px: float, lift: float = 0.5) -> Stacked:
    """Stack pieces from top to bottom in an area; any thread after media.text.start().

    All shrink together until they fit; if even that is not enough, optional pieces are left out from the last on.
    `lift` 0..1 is where the stack stands: 0 top, 1 bottom.
    """
    kept = list(pieces)
    while kept:
        for scale in _SCALES:
            sized = [(piece, *_sized(piece, area, scale, align)) for piece in kept]
            gap = gap_px * max(0.4, scale)
            needed = sum(height for *_, height in sized) + round(gap) * (len(kept) - 1)
            if needed <= area.height and all(fitted is None or fitted.fits for _, fitted, _, _ in sized):
                return _place(pieces, sized, area, (align, gap, lift))
        spare = [piece for piece in kept if piece.is_optional]
        if not spare:
            break
        kept.remove(spare[-1])
    return Stacked((), align, is_comfortable=False, fits=not pieces)


def _sized(piece: Piece, area: Area, scale: float, align: Align) -> tuple[Fitted | None, int, int]:
    """A piece at a scale: its setting, width and height."""
    if isinstance(piece, PicturePiece):
        height = min(piece.max_height_px * scale, area.width / piece.aspect)
        return None, max(1, int(height * piece.aspect)), max(1, int(height))
    fitted = fit(
        piece.text,
        piece.style,
        area.box(),
        max_size_px=piece.max_px * scale,
        min_size_px=_SMALLEST_PX,
        max_lines=piece.max_lines,
        align=align,
    )
    return fitted, int(fitted.width_px), int(fitted.height_px)


def _place(
    pieces: tuple[Piece, ...],
    sized: list[tuple[Piece, Fitted | None, int, int]],
    area: Area,
    how: tuple[Align, float, float],
) -> Stacked:
    """Sized pieces in their places."""
    align, gap, lift = how
    needed = sum(height for *_, height in sized) + round(gap) * (len(sized) - 1)
    y = area.y0 + int((area.height - needed) * lift)
    shift = {"left": 0.0, "center": 0.5, "right": 1.0}[align]
    placed, comfortable = [], len(sized) == len(pieces)
    for piece, fitted, width, height in sized:
        x = area.x0 + int((area.width - width) * shift)
        placed.append(Placed(piece, Area(x, y, x + width, y + height), fitted))
        if isinstance(piece, TextPiece) and fitted is not None:
            comfortable = comfortable and fitted.size_px >= piece.min_px
        y += height + round(gap)
    return Stacked(tuple(placed), align, comfortable, fits=True)
