"""Finding by a few typed letters: "rth" finds "Run to here", without accents and in any case."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_START_OF_WORD = 9
_NEXT_LETTER = 6
_PER_SKIPPED = -0.15
_WHOLE_WORD = 20


@dataclass(frozen=True, slots=True)
class Match:
    """How well a text answers a query, and which of its letters did."""

    score: float
    places: tuple[int, ...] = ()


def match(query: str, text: str) -> Match | None:
    """The match of a query in a text, None when a letter is missing; an empty query matches everything with 0.

    Letters count more at the start of a word and next to each other; words of the query may come in any order.
    """
    plain = _plain(text)
    score, places = 0.0, set[int]()
    for word in _plain(query).split():
        found = _find(word, plain)
        if found is None:
            return None
        score += found.score
        places.update(found.places)
    return Match(score - 0.01 * len(text) if places else 0.0, tuple(sorted(places)))


def _find(word: str, text: str) -> Match | None:
    at = text.find(word)
    while at > 0 and text[at - 1].isalnum() and text.find(word, at + 1) > 0:
        at = text.find(word, at + 1)
    if at >= 0:
        is_start = at == 0 or not text[at - 1].isalnum()
        bonus = _WHOLE_WORD if is_start else _WHOLE_WORD / 3
        return Match(bonus + _NEXT_LETTER * len(word), tuple(range(at, at + len(word))))
    best: Match | None = None
    for start in (index for index, letter in enumerate(text) if letter == word[0]):
        found = _walk(word, text, start)
        if found is not None and (best is None or found.score > best.score):
            best = found
    return best


def _walk(word: str, text: str, start: int) -> Match | None:
    """Letter after letter from a place on, each at the next start of a word where it can."""
    places = [start]
    for letter in word[1:]:
        after = places[-1] + 1
        at = after if text[after : after + 1] == letter else _at_word_start(letter, text, after)
        at = at if at >= 0 else text.find(letter, after)
        if at < 0:
            return None
        places.append(at)
    score = 0.0
    for index, at in enumerate(places):
        score += _START_OF_WORD if at == 0 or not text[at - 1].isalnum() else 0
        score += _NEXT_LETTER if index and places[index - 1] == at - 1 else 0
    return Match(score + _PER_SKIPPED * (places[-1] - places[0] + 1 - len(word)), tuple(places))


def _at_word_start(letter: str, text: str, after: int) -> int:
    for at in range(after, len(text)):
        if text[at] == letter and not text[at - 1].isalnum():
            return at
    return -1


def _plain(text: str) -> str:
    """Lower case without accents, letter by letter, so that places stay places."""
    return "".join((unicodedata.normalize("NFD", letter)[:1] or letter).lower()[:1] for letter in text)
