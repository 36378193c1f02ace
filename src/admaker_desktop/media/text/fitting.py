"""The largest type that fits a box, with lines broken where a typographer would."""

from __future__ import annotations

from dataclasses import dataclass

from admaker_desktop.ad.scene import Box
from admaker_desktop.media.text.blocks import block_of
from admaker_desktop.media.text.breaking import TOO_LONG_COST, Lines, balanced, words_of
from admaker_desktop.media.text.faces import require_started
from admaker_desktop.media.text.setting import Align, Typeset, heights_em, width_em
from admaker_desktop.timeline.model import TextStyle

_SMALLEST_PX = 4
_COST_SHARE = 0.3
"""How much size a bad break is worth: a break of cost 0.5 is taken only for type 15 % larger."""
_LINE_SHARE = 0.05
"""How much size a line less is worth."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A block of type as it fits: font size, lines, and the size of its ink box with any filled shape."""

    size_px: float
    lines: tuple[str, ...]
    width_px: float
    height_px: float
    fits: bool
    """False when even the smallest size allowed is too large for the box."""


def fit(  # noqa: PLR0913 - the shared vocabulary of everything that sets type
    text: str,
    style: TextStyle,
    box: Box,
    *,
    max_size_px: float,
    min_size_px: float,
    max_lines: int,
    align: Align,
    max_chars: int = 0,
) -> Fitted:
    """The largest whole size at which a text fits a box with good line breaks; any thread after start().

    Lines are balanced; none is broken inside `29,90 €` or `« oui »`, hyphenated, or (where avoidable) ended by an
    article. Lines over `max_chars` characters (0 = any) are made only when there is no other way.
    """
    require_started()
    words = words_of(text)
    if not words:
        return Fitted(0.0, (), 0.0, 0.0, True)
    typeset = Typeset.of(style)
    widths = [width_em(word, typeset) for word in words]
    space = width_em(" ", typeset)
    largest, smallest = max(_SMALLEST_PX, int(max_size_px)), max(_SMALLEST_PX, int(min_size_px))
    best: Fitted | None = None
    best_score = float("-inf")
    for count in range(1, min(max_lines, len(words)) + 1):
        broken = balanced(words, widths, space, count, max_chars)
        candidate = _sized(broken, style, box, (largest, smallest), align)
        score = candidate.size_px * (1 - min(0.6, _COST_SHARE * max(0.0, broken.cost)) - _LINE_SHARE * (count - 1))
        if not candidate.fits:
            score -= 1e6 + candidate.width_px + candidate.height_px
        if broken.cost >= TOO_LONG_COST:
            score -= 1e4
        if score > best_score + 1e-6:
            best, best_score = candidate, score
    assert best is not None  # noqa: S101 - there is at least one word, so at least one way to break
    return best


def _sized(broken: Lines, style: TextStyle, box: Box, sizes: tuple[int, int], align: Align) -> Fitted:
    """These lines at the largest size that fits, from an estimate down to the exact measure."""
    largest, smallest = sizes
    pad = 2 * style.box_pad_x_em if style.box_colour else 0.0
    by_width = box.width_px / max(0.05, broken.width + pad)
    by_height = box.height_px / max(0.3, (len(broken.lines) - 1) * style.leading + 0.5)
    size = max(smallest, min(largest, int(by_width * 1.03) + 1, int(by_height) + 1))
    while True:
        bounds = block_of(broken.lines, style, size, align).bounds
        fits = bounds.width <= box.width_px and bounds.height <= box.height_px
        if fits or size <= smallest:
            return Fitted(float(size), broken.lines, float(bounds.width), float(bounds.height), fits)
        over = max(bounds.width / max(1.0, box.width_px), bounds.height / max(1.0, box.height_px))
        size = max(smallest, min(size - 1, int(size / over) + 1))


def x_height_px(style: TextStyle, size_px: float) -> float:
    """Height of a flat lower-case letter at a font size, in pixels (LEG-01); any thread after start()."""
    require_started()
    return heights_em(Typeset.of(style))[0] * size_px
