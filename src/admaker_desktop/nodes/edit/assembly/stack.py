"""Pieces of type and the logo stacked in an area, as large as they fit together."""

from __future__ import annotations

from dataclasses import dataclass

from admaker_desktop.media.text.fitting import Fitted, Room, estimate, measured
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
            gap = round(gap_px * max(0.4, scale))
            rough = [_sized(piece, area, scale) for piece in kept]
            if not _fit_together(rough, area, gap):
                continue
            exact = [_exact(sized, area, scale, align) for sized in rough]
            if _fit_together(exact, area, gap):
                return _place(pieces, exact, area, (align, gap, lift))
        spare = [piece for piece in kept if piece.is_optional]
        if not spare:
            break
        kept.remove(spare[-1])
    return Stacked((), align, is_comfortable=False, fits=not pieces)


@dataclass(frozen=True, slots=True)
class _Sized:
    """A piece at a scale."""

    piece: Piece
    fitted: Fitted | None
    width: int
    height: int


def _fit_together(sized: list[_Sized], area: Area, gap: int) -> bool:
    needed = sum(each.height for each in sized) + gap * (len(sized) - 1)
    return needed <= area.height and all(each.fitted is None or each.fitted.fits for each in sized)


def _room(piece: TextPiece, area: Area, scale: float) -> Room:
    return Room(area.width, area.height, piece.max_px * scale, _SMALLEST_PX, piece.max_lines)


def _sized(piece: Piece, area: Area, scale: float) -> _Sized:
    """A piece at a scale, by estimate."""
    if isinstance(piece, PicturePiece):
        height = min(piece.max_height_px * scale, area.width / piece.aspect)
        return _Sized(piece, None, max(1, int(height * piece.aspect)), max(1, int(height)))
    fitted = estimate(piece.text, piece.style, _room(piece, area, scale))
    return _Sized(piece, fitted, int(fitted.width_px), int(fitted.height_px))


def _exact(sized: _Sized, area: Area, scale: float, align: Align) -> _Sized:
    """The same piece with its exact box."""
    if not isinstance(sized.piece, TextPiece) or sized.fitted is None:
        return sized
    fitted = measured(sized.fitted, sized.piece.style, _room(sized.piece, area, scale), align)
    return _Sized(sized.piece, fitted, int(fitted.width_px), int(fitted.height_px))


def _place(pieces: tuple[Piece, ...], sized: list[_Sized], area: Area, how: tuple[Align, int, float]) -> Stacked:
    """Sized pieces in their places."""
    align, gap, lift = how
    needed = sum(each.height for each in sized) + gap * (len(sized) - 1)
    y = area.y0 + int((area.height - needed) * lift)
    shift = {"left": 0.0, "center": 0.5, "right": 1.0}[align]
    placed, comfortable = [], len(sized) == len(pieces)
    for each in sized:
        x = area.x0 + int((area.width - each.width) * shift)
        placed.append(Placed(each.piece, Area(x, y, x + each.width, y + each.height), each.fitted))
        if isinstance(each.piece, TextPiece) and each.fitted is not None:
            comfortable = comfortable and each.fitted.size_px >= each.piece.min_px
        y += each.height + gap
    return Stacked(tuple(placed), align, comfortable, fits=True)
