"""Phrases: what a brief says, cleaned of brief talk, told apart by grammar, and cut only where a clause ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from admaker_desktop.ad.base import Language
from admaker_desktop.providers.draft.writing import lexicon
from admaker_desktop.providers.draft.writing.words import (
    content_words,
    finish,
    lower_first,
    plain,
    upper_first,
    word_count,
)

PhraseKind = Literal["noun", "trait", "verb", "imperative", "infinitive", "clause"]
"""noun: `48 hours of glow`; trait: `sans sucre`, `vegan`; verb: `hydrates the skin`; imperative: `save time`;
infinitive (French): `gagner du temps`; clause: a whole sentence."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A piece of the brief that copy can be built with; no end mark, first letter small unless a name."""

    text: str
    kind: PhraseKind

    @property
    def words(self) -> int:
        return word_count(self.text)

    @property
    def as_start(self) -> str:
        """As the beginning of a sentence."""
        return upper_first(self.text)


_LEAD_INS = re.compile(
    r"""^(?:
      (?:the\s+)?(?:(?:single|one|key|main|core)\s+)?(?:message|idea|benefit|promise|proof|offer)
        \s*(?:is|:)\s*(?:that\s+)?
    | (?:le\s+|notre\s+)?(?:message|idée|bénéfice|promesse|preuve|offre)
        (?:\s+(?:unique|clé|principale?|de\s+lancement))?\s*(?:est\s+que|est|:)\s*
    | (?:we\s+(?:want|would\s+like)\s+)?(?:people|everyone|viewers|customers)
        \s+(?:to\s+|should\s+|must\s+)?(?:understand|know|remember|feel)\s+(?:that\s+)?
    | (?:we\s+want\s+to\s+)?(?:show|say|tell\s+them|explain|make\s+clear)\s+(?:that\s+)
    | (?:on\s+veut\s+|nous\s+voulons\s+|il\s+faut\s+)?
        (?:faire\s+(?:comprendre|savoir)|montrer|dire|expliquer)\s+(?:que\s+|qu[’'])
    | (?:on\s+doit\s+|il\s+faut\s+)?(?:comprendre|retenir)\s+(?:que\s+|qu[’'])
    | (?:that|que)\s+
    | (?:the\s+fact\s+that|le\s+fait\s+que)\s+
    | (?:because|parce\s+que)\s+
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_STRONG = re.compile(r"\s*(?:[;:—–(]|\s-\s|\.\s)\s*")
_ADJUNCTS: dict[Language, frozenset[str]] = {
    "en": frozenset({"thanks", "so", "when", "while", "because", "which", "even", "for", "without", "after", "since"}),
    "fr": frozenset({"grâce", "afin", "quand", "parce", "qui", "même", "pour", "sans", "dès", "après", "depuis"}),
}
_DANGLING = lexicon.word_set(
    """a an the and or of in on at to for from with by as is are le la les un une des du de et ou en dans sur à au aux
    pour par avec que qui dès son sa ses its your our their"""
)


def tidy(text: str, language: Language) -> str:
    """One line without bullets, outer quotes, brackets, brief talk and end marks."""
    text = re.sub(r"^(?:[•*·>–—-]+(?:\s+(?!\d)|(?=[^\d\s])))+", "", " ".join(text.split()))
    text = re.sub(r"\*\*|__|`", "", text)
    text = re.sub(r"\s*[(\[][^)\]]*[)\]]", "", text)
    for _ in range(3):
        text = text.strip(' "“”«»\u00a0').rstrip(" .!…;,:-–—")
        text = _LEAD_INS.sub("", text, count=1)
    return finish(text, language)


def phrase_of(text: str, language: Language, names: tuple[str, ...]) -> Phrase | None:
    """A phrase out of a client's words; None when nothing is left of them."""
    text = tidy(text, language)
    if not content_words(text):
        return None
    head, is_subject = _without_subject(text, language, names)
    if is_subject:
        head = re.sub(r"^(?:is|are|est|sont|c’est)\s+", "", head, count=1)
        return Phrase(lower_first(head, names), "verb" if _begins_finite(head, language) else "trait")
    if language == "fr":
        text = re.sub(r"^c’est\s+", "", text, flags=re.IGNORECASE)
    return Phrase(lower_first(text, names), _kind(text, language))


def shorten(phrase: Phrase, max_words: int, language: Language) -> Phrase | None:
    """The phrase within a number of words, cut where a clause ends; None when no such place exists."""
    if phrase.words <= max_words:
        return phrase
    for end in _boundaries(phrase.text, language):
        head, tail = phrase.text[:end].rstrip(" ,;:—–-("), phrase.text[end:].lower()
        last = head.split()[-1].lower() if head.split() else ""
        promises_more = any(word in tail for word in lexicon.EXCEPTIONS)
        if 2 <= word_count(head) <= max_words and last not in _DANGLING and content_words(head) and not promises_more:
            return Phrase(head.rstrip("."), phrase.kind)
    return None


def _boundaries(text: str, language: Language) -> list[int]:
    """Where a text may end, the longest piece first, clause ends before adjuncts."""
    strong = [match.start() for match in _STRONG.finditer(text)]
    commas = [match.start() for match in re.finditer(r",\s", text)]
    adjuncts = [
        match.start() for match in re.finditer(r"\s(\w+)", text) if match.group(1).lower() in _ADJUNCTS[language]
    ]
    return sorted(strong + commas, reverse=True) + sorted(adjuncts, reverse=True)


def _without_subject(text: str, language: Language, names: tuple[str, ...]) -> tuple[str, bool]:
    lowered = text.lower()
    for subject in (*lexicon.SUBJECTS[language], *(f"{name.lower()} " for name in names if name)):
        rest = text[len(subject) :]
        if lowered.startswith(subject) and (_begins_finite(rest, language) or re.match(r"(?:is|are|est)\s", rest)):
            return rest, True
    return text, False


def _begins_finite(text: str, language: Language) -> bool:
    first = text.split(" ", 1)[0].lower() if text else ""
    if language == "fr":
        return first in lexicon.FINITE_FR or first.startswith(("s’", "se"))
    if first in {"has", "does", "can", "will", "lets"}:
        return True
    stems = (first[:-1], first[:-2], first[:-3] + "y")
    return first.endswith("s") and any(stem in lexicon.VERBS_EN for stem in stems)


def _kind(text: str, language: Language) -> PhraseKind:
    first = text.split(" ", 1)[0].lower().strip(",")
    rest = text.lower()[len(first) :]
    if first in lexicon.PRONOUNS[language] or any(mark in rest for mark in lexicon.MARKERS[language]):
        return "clause"
    verbal = _verbal_kind_fr(first) if language == "fr" else _verbal_kind_en(text, first)
    return verbal or ("trait" if _is_trait(text, language) else "noun")


def _verbal_kind_fr(first: str) -> PhraseKind | None:
    if first.endswith("ez") and first not in {"chez", "assez", "nez", "rez"}:
        return "imperative"
    if first in lexicon.INFINITIVES_FR:
        return "infinitive"
    return "verb" if first in lexicon.FINITE_FR else None


def _verbal_kind_en(text: str, first: str) -> PhraseKind | None:
    if first in lexicon.VERBS_EN:
        return "imperative"
    return "verb" if _begins_finite(text, "en") and word_count(text) > 1 else None


def _is_trait(text: str, language: Language) -> bool:
    first = plain(text.split(" ", 1)[0])
    if language == "fr":
        return (
            first in {"sans", "bio", "vegan", "vegane", "100"}
            or first.endswith(("able", "ible", "ique"))
            or bool(
                re.match(
                    r"(fabrique|fait|cousu|tisse|torrefie|brasse|concu|pense|teste|livre|pret|certifie)e?s?$", first
                )
            )
        )
    return (
        first in {"vegan", "organic", "free", "light", "without", "ready", "made"}
        or first.endswith(("able", "ible", "-free", "less"))
        or bool(re.match(r"(hand)?(made|sewn|roasted|brewed|tested|designed|built|baked|certified|woven)$", first))
    )
