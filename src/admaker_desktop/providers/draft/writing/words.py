"""Words and their measures: tokens, content words, spoken length, and the finish of English and French typography."""

from __future__ import annotations

import re
import unicodedata

from admaker_desktop.ad.base import Language
from admaker_desktop.providers.draft.writing.lexicon import STOP_WORDS

NBSP = "\u00a0"
WORDS_PER_S: dict[Language, float] = {"en": 2.3, "fr": 2.4}
"""Unhurried reading of an ad, without its pauses (measured on the draft voices: 2.2 to 2.9)."""
_LETTERS_PER_S = 14.0
_TOKEN = re.compile(r"\d+(?:[.,\u00a0 ]\d+)*|[^\W\d_]+(?:-[^\W\d_]+)*")
_DOMAIN = re.compile(r"\b[\w-]+(?:\.[\w-]+)+(?:/[\w-]*)*")
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


def spoken_words(text: str) -> float:
    """How many words a voice says: figures, addresses, `%` and currency signs counted as spoken."""
    count = 0.0
    for domain in _DOMAIN.findall(text):
        if any(char.isalpha() for char in domain):
            count += len(re.split(r"[./-]", domain)) * 2 - 1
            text = text.replace(domain, " ", 1)
    for number in re.findall(r"\d+(?:[.,]\d+)?", text):
        whole, _, rest = number.replace(",", ".").partition(".")
        count += min(4.0, 0.5 + 0.75 * len(whole)) + (1.5 if rest else 0)
    count += sum(text.count(sign) for sign in "%€$£+")
    return count + sum(1 for word in tokens(text) if not word[0].isdigit())


def spoken_s(text: str, language: Language) -> float:
    """Estimated seconds that a voice needs for a text."""
    letters = sum(char.isalnum() for char in text)
    return max(spoken_words(text) / WORDS_PER_S[language], letters / _LETTERS_PER_S) if text else 0.0


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
