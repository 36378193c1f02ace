"""Who advertises what: brand, product and category, with sensible names where the brief gives none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath

from admaker_desktop.ad.base import Language
from admaker_desktop.providers.draft.reading import names, subjects
from admaker_desktop.providers.draft.reading.links import company_domains, site_name
from admaker_desktop.providers.draft.reading.mail import Message
from admaker_desktop.providers.draft.reading.material import Material
from admaker_desktop.providers.draft.reading.words import capitalise, fold, squash, trim

_SAYS_NOTHING = re.compile(
    r"(?:brief|client|e-?mail|mail|message|untitled|sans titre|nouveau|new|document|copy|copie|final|v\d+|\d| )*"
)
_NAMELESS: dict[Language, str] = {"en": "Your brand", "fr": "Votre marque"}


@dataclass(frozen=True, slots=True)
class Identity:
    """Names and category; `is_..._named` says whether the brief itself gives the name."""

    brand: str
    product: str
    is_brand_named: bool
    is_product_named: bool
    category: subjects.Category


def find_identity(material: Material, thread: list[Message], url: str, file_name: str, language: Language) -> Identity:
    """Brand and product as the brief names them, else after its web address, its sender's company or its file."""
    heads = " ".join(line for message in thread for line in [*message.head, *message.signature])
    sites = ([site_name(url)] if url else []) + [site_name(domain) for domain in company_domains(heads)]
    brand = _brand(material, thread, sites)
    product = _product(material, brand)
    category = subjects.find_category(product, material.quotes.get("product", ""), brand, material.statements)
    spoken = " ".join(part.capitalize() for part in re.split(r"[-_.]", sites[0])) if sites else ""
    named = brand or spoken or capitalise(product) or _file_title(file_name) or _NAMELESS[language]
    return Identity(named, product or named, bool(brand), bool(product), category)


def _brand(material: Material, thread: list[Message], sites: list[str]) -> str:
    own = material.labelled("brand")
    brand = names.labelled_brand(own[0].text) if own else ""
    if brand:
        material.note("brand", own[0])
        return brand
    signed = [line for message in thread for line in message.signature]
    parts = [part for line in signed for part in re.split(r"\s*[|,·•–—-]\s+", line) if part[:1].isupper()]
    brand, where = names.find_brand(material.sentences, sites, parts)
    material.note("brand", where)
    return brand


def _product(material: Material, brand: str) -> str:
    own = material.labelled("product")
    value = names.labelled_product(own[0].text, brand) if own else ""
    if value:
        material.note("product", own[0])
        return value
    for is_thing in (subjects.is_thing, _is_named, bool):
        for sentence in material.sentences:
            value = names.find_product(sentence, brand, is_thing)
            if value:
                material.note("product", sentence)
                return value
    for statement in material.statements:
        title = names.titled_name(statement) if statement.is_title else ""
        rest = trim(re.sub(rf"(?:{re.escape(brand)})\s*(?:[-–—:|,]\s*)?", "", title)) if brand else title
        if rest and squash(rest) != squash(brand):
            material.note("product", statement)
            return names.noun_phrase(rest)
    return ""


def _is_named(phrase: str) -> bool:
    """Whether a phrase holds a name: a capital beyond its first letter."""
    return any(char.isupper() for char in phrase[1:])


def _file_title(file_name: str) -> str:
    stem = re.sub(r"[_-]+", " ", PurePath(file_name).stem).strip()
    return "" if _SAYS_NOTHING.fullmatch(fold(stem)) else stem.title()
