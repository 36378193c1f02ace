"""Words and their measures: tokens, content words, spoken length, and the finish of English and French typography."""

from __future__ import annotations

import re
import unicodedata

from admaker_desktop.ad.base import Language
from admaker_desktop.providers.draft.writing.lexicon import STOP_WORDS

NBSP = "\u00a0"
WORDS_PER_S: dict[Language, float] = {"en": 2.3, "fr": 2.4}
"""The pace of an ad, its silences included: more written words a second than this and it is rushed (house)."""
_SPOKEN: dict[Language, tuple[float, float, float, float, float]] = {
    "en": (0.30, 0.058, 0.34, 0.27, 0.13),
    "fr": (0.24, 0.048, 0.39, 0.33, 0.63),
}
"""Seconds: for a line, for each letter, each word of a figure, each inner pause, each dot of an address.

Least squares on 59 lines spoken at their natural pace by the draft voice (Kokoro-82M int8, af_heart and ff_siwis):
residual 0.16 s (en) and 0.18 s (fr), the worst line 18 % longer than estimated, nine in ten less than 14 %.
"""
_TOKEN = re.compile(r"\d+(?:[.,\u00a0 ]\d+)*|[^\W\d_]+(?:-[^\W\d_]+)*")
_NUMBER = re.compile(r"\d{1,3}(?:[,\u00a0 ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?")
_GROUPED = re.compile(r"\d{1,3}(?:[,\u00a0 ]\d{3})+")
_VOWELS = "aeiouyhàâäéèêëîïôöûùœ"


def plain(text: str) -> str:
    """Lower case without accents, typographic apostrophes kept: for comparing."""
    folded = unicodedata.normalize("NFKD", text.lower().replace("'", "’").replace("œ", "oe"))
    return "".join(char for char in folded if not unicodedata.combining(char))


STOPS = frozenset(plain(word) for words in STOP_WORDS.values() for word in words)


def tokens(text: str) -> tuple[str, ...]:
    """The words and numbers of a text, lower case without accents; elided articles split off."""
    return tuple(_TOKEN.findall(plain(text).replace("’", " ")))


def content_words(text: str) -> frozenset[str]:
    """The words that carry meaning, numbers included, a plural s removed."""
    return frozenset(_stem(word) for word in tokens(text) if word not in STOPS and (len(word) > 2 or word.isdigit()))


def word_count(text: str) -> int:
    """Words as a reader counts them: what stands between spaces, punctuation alone not counted."""
    text = re.sub(r"(?<=\d) (?=\d{3}\b)", "", text.replace(NBSP, " "))
    return sum(1 for part in text.split() if any(char.isalnum() for char in part))


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, without their end marks; a full stop inside an address or a figure ends nothing."""
    parts = re.split(r"(?<=[.!?…])\s+|\n+", text.replace(NBSP, " ").strip())
    return tuple(part.strip(" .!?…") for part in parts if part.strip(" .!?…"))


def figure_words(text: str) -> int:
    """How many words a voice makes of the figures and signs of a text."""
    count = sum(text.count(sign) for sign in "%€$£+/")
    for number in _NUMBER.findall(text):
        is_grouped = _GROUPED.fullmatch(number)
        whole, _, decimals = (re.sub(r"\D", "", number) if is_grouped else number.replace(",", ".")).partition(".")
        count += _whole_words(int(whole)) + (1 + len(decimals) if decimals else 0)
    return count


def _whole_words(value: int) -> int:
    groups = []
    while value:
        value, rest = divmod(value, 1000)
        groups.append(rest)
    words = len(groups) - 1 if groups else 1
    for group in groups:
        hundreds, rest = divmod(group, 100)
        words += (2 if hundreds else 0) + (0 if not rest else 1 if rest <= 20 or rest % 10 == 0 else 2)
    return words


def spoken_s(text: str, language: Language) -> float:
    """Estimated seconds that the draft voice needs for a text at its natural pace; 0 for no text."""
    if not text:
        return 0.0
    counts = (
        1,
        sum(char.isalpha() for char in text),
        figure_words(text),
        len(re.findall(r"[,:;](?=\s)", text)),
        len(re.findall(r"\w\.\w", text)),
    )
    return sum(count * cost for count, cost in zip(counts, _SPOKEN[language], strict=True))


def upper_first(text: str) -> str:
    """The text with a capital first letter; names with capitals inside (`iPhone`) stay as they are."""
    first = text.split(" ", 1)[0]
    return text if any(char.isupper() for char in first[1:]) or "." in first[:-1] else text[:1].upper() + text[1:]


def lower_first(text: str, names: tuple[str, ...] = ()) -> str:
    """The text with a small first letter, unless it begins with a name, an acronym or `I`."""
    first = text.split(" ", 1)[0]
    is_name = any(name and text.lower().startswith(name.lower()) for name in names)
    is_code = len(first) > 1 and any(char.isupper() for char in first[1:])
    return text if is_name or is_code or first in {"I", "I’m"} else text[:1].lower() + text[1:]


def of_fr(name: str) -> str:
    """`de` before a name, elided before a vowel; empty where it would melt into the name's own article."""
    if name.lower().startswith(("le ", "les ")):
        return ""
    return f"d’{name}" if plain(name)[:1] in _VOWELS.replace("y", "").replace("h", "") else f"de {name}"


def a_en(name: str) -> str:
    """A name behind its English indefinite article."""
    return f"{'an' if plain(name)[:1] in 'aeio' else 'a'} {name}"


def possessive_en(name: str) -> str:
    """`Luma’s`, `Harbour Savings’`."""
    return f"{name}’" if name.lower().endswith("s") else f"{name}’s"


def finish(text: str, language: Language) -> str:
    """The text as printed: curly apostrophes and quotes, French spaces before high punctuation, no double marks."""
    text = " ".join(text.split()).replace("'", "’").replace("...", "…")
    if language == "fr":
        text = re.sub(r'["“]\s*([^"”]*?)\s*["”]', "«\u00a0\\1\u00a0»", text)
        text = re.sub(r"«\s*", "«\u00a0", text)
        text = re.sub(r"\s*»", "\u00a0»", text)
        text = re.sub(r"(?<=[^\s;!?])\s*([;!?]+)(?=\s|$)", "\u00a0\\1", text)
        text = re.sub(r"(?<=[^\s])\s*:(?=\s)", "\u00a0:", text)
    else:
        text = re.sub(r'"([^"]*)"', r"“\1”", text)
    return re.sub(r"([,;:])\s*([.!?])", r"\2", text).strip()


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word
