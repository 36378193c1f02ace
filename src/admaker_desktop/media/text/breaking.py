"""Where lines of type may break: tied words, weak words, and balanced lines."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

NO_BREAK_SPACE = "\u00a0"

_FRENCH_WEAK = (
    "à au aux avec ce ces cet cette chez dans de des du en et jusqu'à la le les leur leurs ma mais mes mon ne nos "
    "notre ou où par plus pour que qui sa sans se ses si son sous sur ta tes ton très un une vers vos votre"
)
_ENGLISH_WEAK = (
    "a an and as at but by for from her his if in into is my nor of on or our so than that the their these this those "
    "to very with your"
)
_WEAK_WORDS = frozenset((*_FRENCH_WEAK.split(), *_ENGLISH_WEAK.split()))
_CLOSING = re.compile(r"[ \t\n](?=[?!;:»%€$£\u2013\u2014°](?:\s|$|[.,!?…)]))")
_OPENING = re.compile(r"(?<=«)[ \t\n]")
_THOUSANDS = re.compile(r"(?<=\d)[ \t\n](?=\d{3}(?!\d))")
_UNITS = re.compile(
    r"(?<=\d)[ \t\n](?=(?:EUR|USD|GBP|ml|cl|dl|l|L|mg|g|kg|mm|cm|m|km|m²|h|min|s|W|kW|kWh|V|Mo|Go|To|MB|GB|TB)\b)"
)
_SPACES = re.compile(r"[ \t\r\n]+")

WEAK_END_COST = 0.5
PUNCTUATION_GAIN = 0.12
ORPHAN_COST = 0.35
TOO_LONG_COST = 100.0


def tie(text: str) -> str:
    """The text with single spaces, no-break where no line may break: `29,90 €`, `« oui »`, `24 h`, `quoi ?`."""
    text = _SPACES.sub(" ", text).strip(" ")
    for pattern in (_CLOSING, _OPENING, _THOUSANDS, _UNITS):
        text = pattern.sub(NO_BREAK_SPACE, text)
    return text


def words_of(text: str) -> tuple[str, ...]:
    """What lines are made of: the parts of a text between its breakable spaces."""
    return tuple(word for word in tie(text).split(" ") if word)


def is_weak(word: str) -> bool:
    """Whether a line should not end with this word: an article, a preposition, a conjunction."""
    return word.lower().replace("\u2019", "'").lstrip("«“\"'(" + NO_BREAK_SPACE) in _WEAK_WORDS


def ends_phrase(word: str) -> bool:
    """Whether a break after this word is welcome: it carries a closing punctuation mark."""
    return word.rstrip("»”\"')" + NO_BREAK_SPACE + "\u202f")[-1:] in tuple(".!?;:,…\u2013\u2014")


def break_cost(word: str) -> float:
    """What a line break after this word costs; negative where it is welcome."""
    if ends_phrase(word):
        return -PUNCTUATION_GAIN
    return WEAK_END_COST if is_weak(word) else 0.0


@dataclass(frozen=True, slots=True)
class Lines:
    """A text broken into lines: the lines, the width of the widest (unit of the given widths), what the breaks cost."""

    lines: tuple[str, ...]
    width: float
    cost: float


def balanced(words: Sequence[str], widths: Sequence[float], space: float, count: int, max_chars: int = 0) -> Lines:
    """The words in exactly `count` lines of even width, broken at the best places; needs 1 <= count <= len(words).

    Lines longer than `max_chars` are made only when there is no other way; 0 = any length.
    """
    total = len(words)
    ends = [0.0]
    for width in widths:
        ends.append(ends[-1] + width + space)

    def width_of(first: int, last: int) -> float:
        return ends[last] - ends[first] - space

    mean = max(1e-9, (width_of(0, total) - space * (count - 1)) / count)
    best: list[list[tuple[float, int]]] = [[(float("inf"), 0)] * (total + 1) for _ in range(count + 1)]
    best[0][0] = (0.0, 0)
    for line in range(1, count + 1):
        for last in range(line, total - (count - line) + 1):
            closing = 0.0 if last == total else break_cost(words[last - 1])
            candidates = []
            for first in range(line - 1, last):
                width = width_of(first, last)
                orphan = ORPHAN_COST if last == total and count > 1 and last - first == 1 and width < mean / 2 else 0.0
                ragged = ((width - mean) / mean) ** 2
                long = TOO_LONG_COST if 0 < max_chars < len(" ".join(words[first:last])) else 0.0
                candidates.append((best[line - 1][first][0] + ragged + closing + orphan + long, first))
            best[line][last] = min(candidates)
    cuts = [total]
    for line in range(count, 0, -1):
        cuts.append(best[line][cuts[-1]][1])
    cuts.reverse()
    spans = list(itertools.pairwise(cuts))
    return Lines(
        lines=tuple(" ".join(words[first:last]) for first, last in spans),
        width=max(width_of(first, last) for first, last in spans),
        cost=best[count][total][0],
    )
