"""The facts of a brief that copy may be built with: names, phrases by kind, deals; nothing that it does not say."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from admaker_desktop.ad.base import Language
from admaker_desktop.ad.brief import Brief
from admaker_desktop.providers.draft.writing import lexicon
from admaker_desktop.providers.draft.writing.glossary import is_neutral, language_of, translated
from admaker_desktop.providers.draft.writing.guard import Guard
from admaker_desktop.providers.draft.writing.phrases import Phrase, phrase_of, tidy
from admaker_desktop.providers.draft.writing.words import finish, lower_first, plain, upper_first, word_count

_ADDRESS_CHARS = 16
"""A longer address is shown without its path."""
_PLACES = frozenset({"retail", "event", "job", "education", "travel"})
"""Sectors whose brand is somewhere one goes."""

_DAILY = frozenset({"beauty", "food", "drink", "fashion", "home", "retail", "travel", "event", "other"})
"""Sectors that have an hour of the day or the year."""


@dataclass(frozen=True, slots=True)
class Facts:
    """A brief, ready to be written from."""

    brief: Brief
    language: Language
    brand: str
    product: str
    """What the brand sells, as a name; empty when it is the brand itself or in another language."""
    message: Phrase | None
    benefits: tuple[Phrase, ...]
    proof: tuple[Phrase, ...]
    offer: str
    seed: int
    guard: Guard

    @classmethod
    def of(cls, brief: Brief) -> Facts:
        """The facts of a brief, in the language of the ad."""
        language = brief.language
        brand = " ".join((brief.brand or brief.product or "Studio").split())
        product = _product(brief, brand)
        names = (brand, product)
        guard = Guard.of(brief)
        source = _source_language(brief)

        def read(texts: tuple[str, ...]) -> tuple[Phrase, ...]:
            found = (phrase_of(_in_language(text, language, source), language, names) for text in texts)
            return tuple(phrase for phrase in found if phrase is not None and guard.allows(phrase.text))

        message = read((brief.message,))
        benefits = [phrase for phrase in read(brief.benefits) if not message or phrase.text != message[0].text]
        offer = finish(_in_language(_deal(brief, brand, product), language, source), language)
        return cls(
            brief=brief,
            language=language,
            brand=brand,
            product=product,
            message=message[0] if message else None,
            benefits=tuple(dict.fromkeys(benefits)),
            proof=read(brief.proof),
            offer=upper_first(offer) if guard.allows(offer) else "",
            seed=seed_of(brief),
            guard=guard,
        )

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(name for name in (self.brand, self.product) if name)

    @property
    def at_brand(self) -> str:
        """`with Luma`, `at Luma`, `avec Luma`, `chez Luma`."""
        is_place = self.brief.sector in _PLACES or self.brief.subject in {"shopfront", "ticket"}
        if self.language == "en":
            return f"{'at' if is_place else 'with'} {self.brand}"
        if is_place and self.brief.sector != "event" and not re.match(r"(?i)(le|la|les|l’|l') ?", self.brand):
            return f"chez {self.brand}"
        return f"avec {self.brand}"

    @property
    def url(self) -> str:
        """The address as an ad shows it: no scheme, no `www.`, no query."""
        bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", self.brief.url.strip())
        address = re.split(r"[?#]", bare)[0].rstrip("/")
        return address if len(address) <= _ADDRESS_CHARS else address.split("/")[0]

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """Message, benefits and proof, in this order."""
        return (*((self.message,) if self.message else ()), *self.benefits, *self.proof)

    def find(self, patterns: tuple[str, ...]) -> Phrase | None:
        """The first phrase that matches one of some patterns (on text without accents)."""
        return next(
            (phrase for phrase in self.phrases if any(re.search(p, plain(phrase.text)) for p in patterns)), None
        )

    @property
    def craft(self) -> Phrase | None:
        """What tells how the thing is made."""
        return self.find(tuple(rf"(?<!\w){re.escape(plain(word))}" for word in lexicon.CRAFT))

    @property
    def change(self) -> Phrase | None:
        """What tells of a before and an after."""
        return self.find(lexicon.CHANGE)

    @property
    def moment(self) -> str:
        """A time of day or year that the brief speaks of, as a line may begin with it; empty if none."""
        if self.brief.sector not in _DAILY:
            return ""
        told = plain(" ".join((self.brief.message, *self.brief.benefits)))
        return next((name for pattern, name in lexicon.MOMENTS[self.language] if re.search(pattern, told)), "")

    @property
    def absence(self) -> str:
        """What the thing does without (`sugar`, `sucre`): at most two words; empty if nothing."""
        return _absence(self.without, self.language) if self.without else ""

    @property
    def without(self) -> Phrase | None:
        """The phrase that tells what the thing does without."""
        return next((phrase for phrase in self.phrases if _absence(phrase, self.language)), None)

    @property
    def group(self) -> str:
        """The audience as an ad may address it (`people who work late`); empty when it is a target of marketing."""
        audience = tidy(self.brief.audience, self.language)
        audience = re.sub(r"^(?:les|des|aux|the|for|pour les|pour)\s+", "", audience, flags=re.IGNORECASE)
        first = audience.split(" ")[0]
        is_group = first.endswith(("s", "x")) or first.lower() == "people" or " people" in audience
        if not is_group or re.search(r"[\d,;/+]", audience) or not 1 <= word_count(audience) <= 5:
            return ""
        is_theirs = (language_of(audience) or _source_language(self.brief)) == self.language
        is_touchy = self.brief.sector == "health" or any(root in plain(audience) for root in lexicon.TOUCHY)
        return lower_first(audience) if is_theirs and not is_touchy and self.guard.allows(audience) else ""


def seed_of(brief: Brief) -> int:
    """A stable number of a brief's content."""
    digest = hashlib.sha256(brief.model_dump_json(exclude={"evidence", "questions"}).encode()).digest()
    return int.from_bytes(digest[:6], "big")


def _absence(phrase: Phrase, language: Language) -> str:
    lead = r"(?:no|zero|without)" if language == "en" else r"(?:sans|zéro)"
    word = r"[^\W\d_][\w’-]*"
    more = rf"(?:\s(?!and|or|et|ni|in|on|dans|pour|for|until|with){word})?"
    match = re.search(rf"\b{lead}\s+({word}{more})(?=$|[,.])", phrase.text)
    is_verb = language == "fr" and match and match.group(1).endswith(("er", "ir", "re", "oir"))
    return match.group(1) if match and not is_verb and "more" not in match.group(1) else ""


def _product(brief: Brief, brand: str) -> str:
    product = tidy(brief.product, brief.language)
    if plain(product) == plain(brand) or word_count(product) > 6 or brief.sector == "job":
        return ""
    if brief.language != (language_of(product) or _source_language(brief)) and not is_neutral(product):
        return translated(product, brief.language)
    return re.sub(r"^(?:the|our|a|an|le|la|les|notre|un|une)\s+|^l’", "", product, flags=re.IGNORECASE)


def _source_language(brief: Brief) -> Language:
    """The language that most of the brief's own words are in."""
    texts = (brief.message, brief.offer, brief.audience, *brief.benefits, *brief.proof)
    found = [language for language in map(language_of, texts) if language]
    others = sum(language != brief.language for language in found)
    if others * 2 <= len(found):
        return brief.language
    return "fr" if brief.language == "en" else "en"


_SELLING = re.compile(
    r"""^.*\b(?:je\ fais|on\ fait|nous\ faisons|(?:we|i)(?:’re|’m|\ are|\ am)?\ (?:doing|do|offering|offer|giving|give))
    \s+(?=.*\d)|^(?:it’s|it\ is|c’est)\s+""",
    re.IGNORECASE | re.VERBOSE,
)


def _deal(brief: Brief, brand: str, product: str) -> str:
    """The offer without the client's own voice (`je fais -15 %`); a bare price gets what it buys."""
    offer = _SELLING.sub("", tidy(brief.offer, brief.language), count=1)
    if offer and not re.search(r"[^\W\d_]", offer) and re.search(r"[€$£]", offer):
        return f"{product or brand} {'for' if brief.language == 'en' else 'à'} {offer}"
    return offer


def _in_language(text: str, language: Language, source: Language) -> str:
    if not text.strip() or (language_of(text) or source) == language or is_neutral(text):
        return text
    return translated(text, language)
