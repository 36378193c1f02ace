"""Which part of a block of type belongs to which word: a partition of its picture into even cells."""

from __future__ import annotations

from collections.abc import Sequence as SequenceOf
from itertools import pairwise
from typing import Protocol

from admaker_desktop.media.compose.patch import Cell, Patch


class Word(Protocol):
    """A word's box in pixels of its picture, ends exclusive."""

    @property
    def x0(self) -> int: ...
    @property
    def x1(self) -> int: ...
    @property
    def y0(self) -> int: ...
    @property
    def y1(self) -> int: ...


def word_cells(words: SequenceOf[Word], patch: Patch, left: int, top: int) -> tuple[Cell, ...]:
    """One cell for each word, in order: borders run through the middle of gaps, the outer ones along the edges.

    `left` and `top` are where the drawn picture begins in the patch. Together the cells cover the whole patch, so
    that shadows and filled shapes come with the nearest word.
    """
    lines = _lines(words)
    rows = _borders([(min(w.y0 for w in line), max(w.y1 for w in line)) for line in lines], top, patch.whole.y1)
    cells = []
    for line, (y0, y1) in zip(lines, pairwise(rows), strict=True):
        columns = _borders([(word.x0, word.x1) for word in line], left, patch.whole.x1)
        cells += [Cell(x0, y0, x1, y1) for x0, x1 in pairwise(columns)]
    return tuple(cells)


def _lines(words: SequenceOf[Word]) -> list[list[Word]]:
    """Words of a line stand beside each other: what overlaps the last word, or stands below it, is a new line."""
    lines: list[list[Word]] = []
    for word in words:
        last = lines[-1][-1] if lines else None
        if last is not None and word.x0 >= last.x1 and word.y0 + word.y1 < 2 * last.y1:
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def _borders(spans: list[tuple[int, int]], offset: int, end: int) -> list[int]:
    """The even borders of cells around spans: 0, the middles of the gaps, the end."""
    middles = [(first[1] + second[0]) // 2 + offset for first, second in pairwise(spans)]
    return [0, *(middle // 2 * 2 for middle in middles), end]
