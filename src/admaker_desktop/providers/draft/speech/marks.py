"""From the times of spoken words to one interval for every written word, as captions need them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from admaker_desktop.providers.draft.speech.text import Mark

_SHORTEST_S = 0.02
_SILENT_SHARE = 0.2


def written_intervals(count: int, marks: Sequence[Mark], total_s: float) -> list[tuple[float, float]]:
    """(start, end) in seconds of each of `count` written words: in order, apart, start < end, inside the sound.

    A written word spans all that is spoken for it; a silent one ("!", "·") shares its neighbour's time.
    """
    spans: dict[int, tuple[float, float]] = {}
    for mark in marks:
        start, end = spans.get(mark.owner, (mark.start_s, mark.end_s))
        spans[mark.owner] = min(start, mark.start_s), max(end, mark.end_s)
    if not spans:
        spans = {0: (0.0, total_s)}
    return _in_order(_with_silent_words(count, spans), total_s)


def _with_silent_words(count: int, spans: dict[int, tuple[float, float]]) -> list[tuple[float, float]]:
    """A silent word takes the end of the word before it; those before the first word take its beginning."""
    owners = sorted(spans)
    intervals: list[tuple[float, float]] = []
    for place, owner in enumerate(owners):
        leading = owner if place == 0 else 0
        following = (owners[place + 1] if place + 1 < len(owners) else count) - owner - 1
        start, end = spans[owner]
        share = (end - start) * min(_SILENT_SHARE, 0.5 / max(1, leading + following))
        edges = [start + share * index for index in range(leading + 1)]
        edges += [end - share * index for index in range(following, -1, -1)]
        intervals += pairwise(edges)
    return intervals


def _in_order(intervals: Sequence[tuple[float, float]], total_s: float) -> list[tuple[float, float]]:
    shortest = min(_SHORTEST_S, total_s / (2 * len(intervals)))
    forward: list[tuple[float, float]] = []
    at = 0.0
    for start, end in intervals:
        begin = max(start, at)
        at = max(end, begin + shortest)
        forward.append((begin, at))
    placed: list[tuple[float, float]] = []
    limit = total_s
    for start, end in reversed(forward):
        finish = min(end, limit)
        limit = max(0.0, min(start, finish - shortest))
        placed.append((limit, finish))
    return [(round(start, 6), round(end, 6)) for start, end in reversed(placed)]
