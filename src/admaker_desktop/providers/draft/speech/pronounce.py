"""The pronouncer: turns a written line into the words that are spoken, and remembers whose they are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from admaker_desktop.providers.draft.speech.addresses import read_address
from admaker_desktop.providers.draft.speech.figures import Part, figure_rules
from admaker_desktop.providers.draft.speech.tables import ENGLISH, FRENCH, SPELLED, Tables
from admaker_desktop.providers.draft.speech.text import SpokenWord

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*(?:[-‐‑][^\W\d_]+(?:['’][^\W\d_]+)*)*['’]?")
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}")
_CAMEL = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z])")
_PAUSES = {",": ",", ";": ";", ":": ":", ".": ".", "!": "!", "?": "?", "…": "…", "—": "—", "–": ",", "(": ",", ")": ",",
           "[": ",", "]": ",", "•": ",", "|": ",", "→": ",", "·": ","}  # fmt: skip
_STRENGTH = ",;:—….!?"
_VOWELS = frozenset("AEIOUYÀÂÉÈÊËÎÏÔÖÙÛÜŒÆ")


Reading = tuple[list[Part], int]
"""The spoken parts and where in the text to go on."""


def pronounce(text: str, language: str, lexicon: Sequence[tuple[str, str]] = ()) -> tuple[SpokenWord, ...]:
    """The spoken words of a line, owners never decreasing; empty when nothing in it can be said; any thread.

    Written words are those of `text.split()`. The lexicon (written, respelled) wins over every rule. "29,90 €" is
    "vingt-neuf" of the first written word, "euros quatre-vingt-dix" of the second; "!" alone is silent.
    """
    return _Reader(text, ENGLISH if language == "en" else FRENCH, lexicon).read()


class _Reader:
    """One pass over a line from left to right."""

    def __init__(self, text: str, tables: Tables, lexicon: Sequence[tuple[str, str]]) -> None:
        self._tables = tables
        self._tokens = text.split()
        self._text = " ".join(self._tokens)
        self._starts = _token_starts(self._tokens)
        self._lines_end_at = _line_ends(text)
        self._brand = {written.casefold(): spoken for written, spoken in lexicon if written.strip()}
        self._brand_pattern = _longest_first(self._brand, re.IGNORECASE)
        self._fixed = _longest_first({**tables.phrases, **tables.abbreviations})
        self._is_shouted = _is_shouted(self._text)
        self._words: list[SpokenWord] = []

    def read(self) -> tuple[SpokenWord, ...]:
        at = 0
        while at < len(self._text):
            at = self._step(at)
        if self._words and _rank(self._words[-1].pause) < _STRENGTH.index("…"):
            self._words[-1] = replace(self._words[-1], pause=".")
        return tuple(self._words)

    def _step(self, at: int) -> int:
        """Read what starts at a character; where to go on."""
        starts_word = at == 0 or not self._text[at - 1].isalnum()
        found = self._whole(at) if starts_word else None
        found = found or self._figure(at) or self._word(at)
        if found:
            parts, end = found
            for place, words in parts:
                self._say(place, words)
            return end
        self._sign(at)
        return at + 1

    def _whole(self, at: int) -> Reading | None:
        """The brand's word, unless it is only the beginning of an address; else a fixed form."""
        brand, address = self._brand_word(at), self._address(at)
        if brand and address:
            return address if address[1] > brand[1] else brand
        return brand or self._fixed_form(at) or address

    def _brand_word(self, at: int) -> Reading | None:
        match = self._brand_pattern.match(self._text, at) if self._brand_pattern else None
        if not match:
            return None
        spoken = self._brand[match[0].casefold()].split()
        starts = [at] + [at + i + 1 for i, char in enumerate(match[0]) if char == " "]
        return [(starts[i * len(starts) // len(spoken)], word) for i, word in enumerate(spoken)], match.end()

    def _fixed_form(self, at: int) -> Reading | None:
        match = self._fixed.match(self._text, at) if self._fixed else None
        if not match:
            return None
        if match[0] == "M." and not re.match(r" [^\W\d_a-z]", self._text[match.end() :]):
            return None  # the end of a sentence, no "monsieur"
        spoken = self._tables.phrases.get(match[0]) or self._tables.abbreviations[match[0]]
        ends_line = match[0].endswith(".") and match.end() == len(self._text)
        return [(at, spoken + ("." if ends_line else ""))], match.end()

    def _address(self, at: int) -> Reading | None:
        return read_address(self._text, at, self._tables, self._brand)

    def _figure(self, at: int) -> Reading | None:
        starts_word = at == 0 or not self._text[at - 1].isalnum()
        if not starts_word and not self._text[at].isdigit():
            return None
        for pattern, reading in figure_rules(self._tables):
            match = pattern.match(self._text, at)
            parts = reading(match, self._tables) if match else None
            if match and parts:
                return parts, match.end()
        return None

    def _word(self, at: int) -> Reading | None:
        dotted = _DOTTED.match(self._text, at)
        if dotted:
            return [(at, self._spelled(dotted[0].replace(".", "")))], dotted.end()
        match = _WORD.match(self._text, at)
        if not match or self._text[at] in self._tables.symbols:  # "½" counts as a letter
            return None
        word = match[0].replace("’", "'").replace("‑", "-").replace("‐", "-")
        return [(at, self._spoken_form(word, self._text[match.end() : match.end() + 1]))], match.end()

    def _spoken_form(self, word: str, following: str) -> str:
        head, apostrophe, core = word.rpartition("'") if self._tables.code == "fr" else ("", "", word)
        if len(core) < 2 or not core.isupper():
            return _CAMEL.sub(" ", word)
        is_code = len(core) <= 3 and following.isdigit()
        if "-" not in core and (is_code or _is_spelled(core, shouted=self._is_shouted)):
            # an elided article goes with the first letter: "l'ADN" is "l'a d n"
            return head.lower() + apostrophe + self._spelled(core)
        return word.lower()

    def _spelled(self, letters: str) -> str:
        """English reads "S.P.F." with the stress of an acronym; French reads single letters."""
        return (
            "".join(f"{letter}." for letter in letters.upper())
            if self._tables.code == "en"
            else " ".join(letters.lower())
        )

    def _sign(self, at: int) -> None:
        """What is no word: pauses, symbols, silence."""
        sign = self._text[at]
        after = self._text[at + 1 :]
        if sign in "-−+" and re.match(r"[$€£]?\d", after) and (at == 0 or self._text[at - 1] in " (~"):
            self._say(at, self._tables.symbols["+"] if sign == "+" else self._tables.minus)
        elif sign == "/" and (re.match(r" ?([^\W\d_]+)", after) or [""])[0].strip() in self._tables.periods:
            self._say(at, self._tables.per)
        elif sign in self._tables.symbols:
            self._say(at, self._tables.symbols[sign])
        elif sign in "-―" and after.startswith(" ") and at and self._text[at - 1] == " ":
            self._pause(",")
        elif sign in _PAUSES:
            self._pause(_PAUSES[sign])
        elif sign == " " and at in self._lines_end_at:
            self._pause(".")

    def _say(self, place: int, words: str) -> None:
        owner = bisect_right(self._starts, place) - 1
        if self._words:
            owner = max(owner, self._words[-1].owner)
        for word in words.split():
            core = word.rstrip(",.") if not _DOTTED.fullmatch(word) else word
            if core:
                self._words.append(SpokenWord(core, owner))
            if core != word:
                self._pause(word[-1])

    def _pause(self, sign: str) -> None:
        """A pause after the last word; the stronger of two wins."""
        if self._words and _rank(sign) > _rank(self._words[-1].pause):
            self._words[-1] = replace(self._words[-1], pause=sign)


def _rank(pause: str) -> int:
    return _STRENGTH.index(pause) if pause else -1


def _token_starts(tokens: Sequence[str]) -> list[int]:
    starts, at = [], 0
    for token in tokens:
        starts.append(at)
        at += len(token) + 1
    return starts


def _line_ends(text: str) -> frozenset[int]:
    """Where in the joined text a line of the written text ends: a line break is heard as a full stop."""
    ends, at = set(), -1
    for line in text.splitlines():
        words = line.split()
        if words:
            at += sum(len(word) + 1 for word in words)
            ends.add(at)
    return frozenset(ends)


def _longest_first(table: Mapping[str, str], flags: int = 0) -> re.Pattern[str] | None:
    if not table:
        return None
    written = sorted(table, key=len, reverse=True)
    return re.compile("(?:" + "|".join(map(re.escape, written)) + r")(?![^\W_])", flags)


def _is_shouted(text: str) -> bool:
    """Whether nearly all letters are capitals: then capitals mean nothing."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 6 and sum(map(str.isupper, letters)) > 0.8 * len(letters)


def _is_spelled(word: str, *, shouted: bool) -> bool:
    """Whether a word in capitals is said letter by letter."""
    if word in SPELLED:
        return True
    return not shouted and len(word) <= 5 and not _VOWELS & set(word)
