"""What an ad may say: the client's banned words, claims that only he may make, and sentences that are his alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from admaker_desktop.ad.brief import Brief
from admaker_desktop.providers.draft.writing.lexicon import SUPERLATIVES
from admaker_desktop.providers.draft.writing.words import STOPS, content_words, plain, sentences, tokens

_RULES: tuple[tuple[str, str], ...] = (
    (r"exclamation", r"!"),
    (r"\bpri(?:ce|x)\b|\btarifs?\b", r"[€$£]"),
    (r"\bpercent|\bpourcentages?|\bdiscounts?\b|\breductions?\b", r"%"),
    (r"\bemojis?\b", r"[\U0001F300-\U0001FAFF]"),
    (r"tutoi(?!e pas)|\btu\b", r"\bvous\b|\bvotre\b|\bvos\b|\b(?!chez\b|assez\b|rez\b)\w+ez\b"),
    (r"avant.{0,3}apres|before.{0,5}after", r"\bavant\b.*\bapres\b|\bbefore\b.*\bafter\b"),
)
"""(what a prohibition or the tone asks for, the pattern that it excludes); texts without accents."""

_OWN_WORDS = 3
"""So many meaningful words out of one brief are hardly those of another."""


@dataclass(frozen=True, slots=True)
class Guard:
    """The rules of one brief for everything that its ad says; any thread."""

    patterns: tuple[re.Pattern[str], ...]
    names: frozenset[str]
    name_text: tuple[str, ...]
    own_words: str
    """Everything that the brief says, plain: a superlative found in it is the client's own claim."""
    is_strict: bool
    """The client wants no superlatives at all."""

    @classmethod
    def of(cls, brief: Brief) -> Guard:
        """The rules that a brief sets."""
        banned = [rf"(?<!\w){re.escape(plain(term))}" for term in brief.banned_terms if term.strip()]
        asked = plain(" ".join((*brief.prohibitions, *brief.tone)))
        ruled = [pattern for trigger, pattern in _RULES if re.search(trigger, asked)]
        said = (brief.brand, brief.product, brief.offer, brief.message, brief.cta, *brief.benefits, *brief.proof)
        return cls(
            patterns=tuple(re.compile(pattern) for pattern in (*banned, *ruled)),
            names=_names(brief),
            name_text=tuple(sorted((plain(n) for n in (brief.brand, brief.product) if n), key=len, reverse=True)),
            own_words=plain(" ".join(said)),
            is_strict="superlati" in asked,
        )

    def allows(self, text: str) -> bool:
        """Whether the ad may say this: no banned word, no claim that the client does not make."""
        words = plain(text)
        for name in self.name_text:  # a client may be called Best & Co.
            words = words.replace(name, " ")
        return not any(pattern.search(words) for pattern in self.patterns) and not self.boasts(words)

    def boasts(self, text: str) -> bool:
        """Whether a text holds a superlative that the brief does not use (or any, where the client wants none)."""
        words = plain(text)
        found = (match for pattern in SUPERLATIVES for match in re.finditer(pattern, words))
        return any(self.is_strict or match.group() not in self.own_words for match in found)

    def is_own(self, text: str) -> bool:
        """Whether every sentence of a text can only be this client's: his name, or enough of his own words."""
        return all(self.names & set(tokens(part)) or len(content_words(part)) >= _OWN_WORDS for part in sentences(text))


def _names(brief: Brief) -> frozenset[str]:
    """The words that only this client's ad holds."""
    told = {word for word in tokens(f"{brief.brand} {brief.product}") if word not in STOPS}
    return frozenset(told or tokens(brief.brand)) | frozenset(tokens(brief.url)) - {"https", "http", "www", "com", "fr"}
