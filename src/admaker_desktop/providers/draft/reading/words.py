"""Small tools on words that every reader shares: folding for comparison, sentences, quotes, trimming."""

from __future__ import annotations

import re
import unicodedata

_SPECIAL = {"’": "'", "‘": "'", "ʼ": "'", "´": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "‑": "-"}
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|p\. ?ex|ex|etc|env|approx|vol|no|n°|st|ste|mr|mrs|ms|dr|mme|mlle|art|cf|min|max|incl|excl|"
    r"tel|vs|inc|ltd"
    r"|[a-z]))\.$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"»”')]*\s+(?![»”)])|\n+")
_QUOTED = re.compile(
    r"«\s*([^«»]{2,240}?)\s*»|“\s*([^“”]{2,240}?)\s*”|\"\s*([^\"]{2,240}?)\s*\"|(?<!\w)'([^']{2,120}?)'(?!\w)"
)
_QUOTE_PAIRS = {"«": "»", "“": "”", '"': '"', "'": "'", "‘": "’", "`": "`", "*": "*", "_": "_", "(": ")"}


_MAX_SENTENCE_CHARS = 700


def fold(text: str) -> str:
    """Lower case without accents, straight apostrophes, plain spaces; exactly as long as `text`, so spans agree."""
    return "".join(_fold_char(char) for char in text)


def _fold_char(char: str) -> str:
    if char in _SPECIAL:
        return _SPECIAL[char]
    return unicodedata.normalize("NFD", char)[0].lower()[:1] or char


def squash(text: str) -> str:
    """Letters and digits only, folded: `Maison Oriel` and `maison-oriel` agree."""
    return re.sub(r"[^a-z0-9]", "", fold(text).replace("œ", "oe"))


def tidy(text: str) -> str:
    """One line: runs of spaces and line ends become one space; non-breaking spaces stay."""
    return re.sub(r"[ \t\r\n]+", " ", text).strip()


def sentences(text: str) -> list[str]:
    """The sentences of a statement, verbatim."""
    found: list[str] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if _ABBREVIATION.search(text[start : match.start()]):
            continue
        found.append(text[start : match.end()].strip())
        start = match.end()
    found.append(text[start:].strip())
    return [piece for sentence in found for piece in _cut(sentence) if piece]


def _cut(sentence: str) -> list[str]:
    """A sentence in pieces of bounded length: a text without full stops must not take long to read."""
    pieces: list[str] = []
    while len(sentence) > _MAX_SENTENCE_CHARS:
        space = sentence.rfind(" ", 1, _MAX_SENTENCE_CHARS)
        end = space if space > 0 else _MAX_SENTENCE_CHARS
        pieces.append(sentence[:end])
        sentence = sentence[end:].lstrip()
    return [*pieces, sentence]


def clauses(sentence: str) -> list[str]:
    """The parts of a sentence between semicolons, dashes and commas that start a new thought."""
    parts = re.split(r"\s*;\s+|\s+[–—-]\s+|,\s+(?=(?:and|but|so|et|mais|donc|puis|then)\s)", sentence)
    return [part.strip() for part in parts if part.strip()]


def quoted(text: str) -> list[str]:
    """What stands between quotation marks, in order."""
    return [next(group for group in match.groups() if group).strip() for match in _QUOTED.finditer(text)]


def unquote(text: str) -> str:
    """The text without a pair of quotation marks or emphasis around the whole of it."""
    text = text.strip()
    while len(text) > 2 and _QUOTE_PAIRS.get(text[0]) == text[-1] and text[-1] not in text[1:-1]:
        text = text[1:-1].strip()
    return text


def trim(text: str) -> str:
    """A value without quotes, list marks and closing punctuation."""
    return unquote(tidy(text).strip(" \u00a0,;:–—").rstrip(".").strip())


def capitalise(text: str) -> str:
    """The text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def unique(values: list[str]) -> tuple[str, ...]:
    """Without repeats (compared folded), in order, without empty ones."""
    seen: dict[str, str] = {}
    for value in values:
        if value.strip():
            seen.setdefault(squash(value) or value, value)
    return tuple(seen.values())
