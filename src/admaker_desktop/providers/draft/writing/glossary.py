"""A small glossary for ads in another language than their brief: whole phrases and deals, or nothing."""

from __future__ import annotations

import re

from admaker_desktop.ad.base import Language
from admaker_desktop.providers.draft.writing.lexicon import STOP_WORDS, word_set
from admaker_desktop.providers.draft.writing.words import plain

_PAIRS: tuple[tuple[str, str], ...] = (
    ("free delivery", "livraison offerte"), ("free shipping", "livraison gratuite"), ("free trial", "essai gratuit"),
    ("first month free", "premier mois offert"), ("no commitment", "sans engagement"), ("zero sugar", "zéro sucre"),
    ("no sugar", "sans sucre"), ("sugar-free", "sans sucre"), ("gluten-free", "sans gluten"), ("organic", "bio"),
    ("fragrance-free", "sans parfum"), ("alcohol-free", "sans alcool"), ("vegan", "vegan"), ("handmade", "fait main"),
    ("made in france", "fabriqué en France"), ("no added sugar", "sans sucres ajoutés"), ("refillable", "rechargeable"),
    ("for the first order", "dès la première commande"), ("tea", "thé"), ("coffee", "café"), ("bread", "pain"),
    ("serum", "sérum"), ("cream", "crème"), ("drink", "boisson"), ("app", "application"), ("shoes", "chaussures"),
    ("soap", "savon"), ("bag", "sac"), ("jam", "confiture"), ("honey", "miel"), ("chocolate", "chocolat"),
    ("Shop now", "J’achète"), ("Buy now", "Achetez"), ("Order now", "Commandez"), ("Order", "Commander"),
    ("Learn more", "En savoir plus"), ("Find out more", "En savoir plus"), ("Discover", "Découvrir"),
    ("Discover", "Découvrez"), ("Book now", "Réservez"), ("Book", "Réserver"),
    ("Book an appointment", "Prendre rendez-vous"),
    ("Book an appointment", "Prenez rendez-vous"), ("Book your seat", "Réservez votre place"),
    ("Download the app", "Téléchargez l’appli"), ("Download the app", "Téléchargez l’application"),
    ("Download the app", "Télécharger l’application"), ("Try it free", "Essayez gratuitement"),
    ("Try for free", "Essayer gratuitement"), ("Try it", "Essayez"), ("Sign up", "Inscrivez-vous"),
    ("Sign up", "S’inscrire"), ("Apply now", "Postulez"), ("Apply", "Postuler"), ("Donate now", "Faites un don"),
    ("Donate", "Faire un don"), ("Donate", "Je donne"), ("Get a quote", "Demandez un devis"),
    ("Visit us", "Venez nous voir"),
    ("Order online", "Commandez en ligne"), ("Call us", "Appelez-nous"), ("Get tickets", "Prenez vos billets"),
)  # fmt: skip
_MONTHS = tuple(
    zip(
        (
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ),
        (
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ),
        strict=True,
    )
)
_TO_FR: tuple[tuple[str, str], ...] = (
    (r"(\d+) ?% off\b", r"-\1 %"),
    (r"\bon (?:your|the) first order\b", "sur la première commande"),
    (r"\bwith (?:the )?code\b", "avec le code"),
    (r"\b(?:until|through|till) (?:the )?(\d{1,2}) (\w+)", r"jusqu’au \1 \2"),
    (r"\b(?:until|through|till) (\w+) (\d{1,2})\b", r"jusqu’au \2 \1"),
    (r"\bfrom [€]? ?(\d[\d.,]*) ?€?", r"à partir de \1 €"),
    (r"\bfirst month free\b", "premier mois offert"),
    (r"\bfree (?:delivery|shipping)\b", "livraison offerte"),
    (r"(\d+) hours?\b", r"\1 heures"),
    (r"(\d+) days?\b", r"\1 jours"),
    (r"(\d+) weeks?\b", r"\1 semaines"),
    (r"(\d+) minutes?\b", r"\1 minutes"),
    (r"\bEUR (\d+)", r"\1 €"),
    (r"\bin\b", "en"),
)
_TO_EN: tuple[tuple[str, str], ...] = (
    (r"- ?(\d+) ?%", r"\1% off"),
    (r"(\d+) ?% de (?:remise|réduction)", r"\1% off"),
    (r"\bsur (?:la|votre) première commande\b", "on your first order"),
    (r"\bavec le code\b", "with the code"),
    (r"\bjusqu[’']au (\d{1,2})(?:er)? (\w+)", r"until \1 \2"),
    (r"(?:à partir de|dès) (\d[\d.,]*) ?€(?: par mois)?", r"from €\1"),
    (r"\b(?:le )?premier mois offert\b", "first month free"),
    (r"\blivraison (?:offerte|gratuite)\b", "free delivery"),
    (r"(\d+) (?:heures?|h)\b", r"\1 hours"),
    (r"(\d+) jours?\b", r"\1 days"),
    (r"(\d+) semaines?\b", r"\1 weeks"),
    (r"(\d+) min(?:utes?)?\b", r"\1 minutes"),
    (r"\ben\b", "in"),
)
_ALLOWED: dict[Language, frozenset[str]] = {
    "en": word_set("off on your first order with the code until from month free delivery hours days weeks minutes in"),
    "fr": word_set(
        """sur la première commande avec le code jusqu au à partir de premier mois offert livraison offerte heures jours
        semaines minutes en"""
    ),
}


def language_of(text: str) -> Language | None:
    """The language that a short text is written in; None when nothing tells (names, figures)."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    french = sum(word in STOP_WORDS["fr"] for word in words) + sum(char in "éèêàçùœîô" for char in text.lower())
    english = sum(word in STOP_WORDS["en"] for word in words)
    if french == english:
        return None
    return "fr" if french > english else "en"


def is_neutral(text: str) -> bool:
    """Whether a text holds names and figures only, which every language can read."""
    return not re.search(r"(?<![\w’'-])[^\W\d_A-Z]{3,}", text)


def translated(text: str, language: Language) -> str:
    """A short text in another language, word for word from the glossary; empty when a part of it is not there."""
    key = plain(text).strip(" .!")
    for english, french in _PAIRS:
        mine, theirs = (english, french) if language == "en" else (french, english)
        if plain(theirs) == key:
            return mine
    return _deal(text, language)


_CALL_VERBS = (
    ("shop", "achetez"), ("buy", "achetez"), ("order", "commandez"), ("discover", "découvrez"), ("try", "essayez"),
    ("book", "réservez"), ("taste", "goûtez"), ("give", "donnez"), ("join", "rejoignez"), ("visit", "visitez"),
    ("adopt", "adoptez"), ("download", "téléchargez"), ("support", "soutenez"), ("order", "commander"),
    ("discover", "découvrir"), ("book", "réserver"), ("buy", "acheter"), ("try", "essayer"),
)  # fmt: skip


def translated_call(call: str, language: Language, names: tuple[str, ...]) -> str:
    """A call to action in another language: from the glossary, or a known verb before names; else empty."""
    if whole := translated(call, language):
        return whole
    for pair in _CALL_VERBS:
        mine, theirs = pair if language == "en" else pair[::-1]
        if not call.lower().startswith(theirs + " "):
            continue
        rest = re.sub(
            r"\b(?:at|on)\b" if language == "fr" else r"\b(?:sur|chez)\b",
            "sur" if language == "fr" else "at",
            call[len(theirs) :],
        )
        bare = rest
        for name in (*names, " sur ", " at "):
            bare = bare.replace(name, " ") if name else bare
        if not re.search(r"[^\W\d_]", bare):
            return mine.capitalize() + rest
    return ""


def _deal(text: str, language: Language) -> str:
    result = text
    for pattern, replacement in _TO_EN if language == "en" else _TO_FR:
        result = re.sub(pattern, replacement, result, flags=re.IGNORECASE)
    for english, french in _MONTHS:
        theirs, mine = (french, english.capitalize()) if language == "en" else (english, french)
        result = re.sub(rf"\b{theirs}\b", mine, result, flags=re.IGNORECASE)
    months = {plain(name) for pair in _MONTHS for name in pair}
    known = {plain(word) for word in _ALLOWED[language]} | months
    unknown = [
        word
        for word in re.findall(r"[^\W\d_]+", result)
        if plain(word) not in known and not (word.isupper() and len(word) > 2)
    ]
    return "" if unknown or result == text else result
