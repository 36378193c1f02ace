"""The largest type that fits a box, with lines broken where a typographer would."""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass

from admaker_desktop.media.text.blocks import ESTIMATE_SLACK_PX, block_of, estimated_em
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


@dataclass(frozen=True, slots=True)
class Room:
    """What a text has to fit into."""

    width_px: float
    height_px: float
    max_size_px: float
    min_size_px: float
    max_lines: int
    max_chars: int = 0


def fit(text: str, style: TextStyle, room: Room, align: Align) -> Fitted:
    """The largest whole size at which a text fits with good line breaks; any thread after start().

    Lines are balanced; none is broken inside `29,90 €` or `« oui »`, hyphenated, or (where avoidable) ended by an
    article. Lines over `max_chars` characters (0 = any) are made only when there is no other way.
    """
    return measured(estimate(text, style, room), style, room, align)


@functools.lru_cache(maxsize=2048)
def estimate(text: str, style: TextStyle, room: Room) -> Fitted:
    """What `fit` finds, by the outlines of the letters: up to 3 px too large a box, but nothing has to be drawn."""
    require_started()
    typeset = Typeset.of(style)
    words = len(words_of(text))
    best = Fitted(0.0, (), 0.0, 0.0, True)
    best_score = float("-inf")
    for count in range(1, min(room.max_lines, words) + 1):
        broken = _broken(text, typeset, count, room.max_chars)
        candidate = _sized(broken, style, room)
        score = candidate.size_px * (1 - min(0.6, _COST_SHARE * max(0.0, broken.cost)) - _LINE_SHARE * (count - 1))
        if not candidate.fits:
            score -= 1e6 + candidate.width_px + candidate.height_px
        if broken.cost >= TOO_LONG_COST:
            score -= 1e4
        if score > best_score + 1e-6:
            best, best_score = candidate, score
    return best


@functools.lru_cache(maxsize=2048)
def _broken(text: str, typeset: Typeset, count: int, max_chars: int) -> Lines:
    """A text in so many lines, widths in em."""
    words = words_of(text)
    widths = [width_em(word, typeset) for word in words]
    return balanced(words, widths, width_em(" ", typeset), count, max_chars)


def _sized(broken: Lines, style: TextStyle, room: Room) -> Fitted:
    """These lines at the largest size whose estimated bounds fit."""
    smallest = max(_SMALLEST_PX, int(room.min_size_px))
    bounds = estimated_em(broken.lines, style)
    by_width = (room.width_px - ESTIMATE_SLACK_PX) / bounds[0]
    by_height = (room.height_px - ESTIMATE_SLACK_PX) / bounds[1]
    size = max(smallest, min(max(_SMALLEST_PX, int(room.max_size_px)), int(by_width), int(by_height)))
    width, height = (math.ceil(size * em) + ESTIMATE_SLACK_PX for em in bounds)
    fits = width <= room.width_px + 1 and height <= room.height_px + 1
    return Fitted(float(size), broken.lines, float(width), float(height), fits)


def measured(estimated: Fitted, style: TextStyle, room: Room, align: Align) -> Fitted:
    """An estimate with its exact box; smaller in the rare case that the exact box is too large after all."""
    if not estimated.lines:
        return estimated
    smallest = max(_SMALLEST_PX, int(room.min_size_px))
    size = int(estimated.size_px)
    while True:
        bounds = block_of(estimated.lines, style, size, align).bounds
        fits = bounds.width <= room.width_px and bounds.height <= room.height_px
        if fits or size <= smallest:
            return Fitted(float(size), estimated.lines, float(bounds.width), float(bounds.height), fits)
        size -= 1


def x_height_px(style: TextStyle, size_px: float) -> float:
    """Height of a flat lower-case letter at a font size, in pixels (LEG-01); any thread after start()."""
    require_started()
    return heights_em(Typeset.of(style))[0] * size_px
