"""What a brief leaves open, asked in its language with the default that the draft uses meanwhile."""

from __future__ import annotations

from collections.abc import Mapping

from admaker_desktop.ad.base import Language
from admaker_desktop.ad.brief import Question

_QUESTIONS: dict[str, dict[Language, str]] = {
    "brand": {"en": "What is the brand's exact name?", "fr": "Quel est le nom exact de la marque ?"},
    "product": {"en": "What exactly is advertised?", "fr": "Que faut-il promouvoir exactement ?"},
    "audience": {"en": "Who is the ad for?", "fr": "À qui s'adresse la publicité ?"},
    "message": {"en": "What is the one thing people should remember?", "fr": "Quelle est la seule chose à retenir ?"},
    "tone": {"en": "Which tone do you want?", "fr": "Quel ton souhaitez-vous ?"},
    "cta": {"en": "What should people do after the ad?", "fr": "Que doit-on faire après avoir vu la publicité ?"},
    "offer": {
        "en": "Is there an offer, a price or a date to announce?",
        "fr": "Y a-t-il une offre, un prix ou une date à annoncer ?",
    },
    "url": {"en": "Which address should the ad show?", "fr": "Quelle adresse la publicité doit-elle afficher ?"},
    "colours": {"en": "What are the brand's colours?", "fr": "Quelles sont les couleurs de la marque ?"},
    "formats": {"en": "Which formats do you need?", "fr": "Quels formats vous faut-il ?"},
    "lengths": {"en": "How long should the ad be?", "fr": "Quelle durée doit faire la publicité ?"},
    "languages": {"en": "In which language is the ad?", "fr": "Dans quelle langue est la publicité ?"},
    "legal": {
        "en": "Which mandatory line applies, word for word?",
        "fr": "Quelle mention obligatoire s'applique, mot pour mot ?",
    },
    "deadline": {"en": "When do you need the files?", "fr": "Pour quand faut-il les fichiers ?"},
}
_DEFAULTS: dict[str, dict[Language, str]] = {
    "audience": {"en": "anyone who needs it", "fr": "toute personne qui en a l'usage"},
    "tone": {"en": "clear and warm", "fr": "clair et chaleureux"},
    "offer": {"en": "no offer", "fr": "pas d'offre"},
    "url": {"en": "no address", "fr": "pas d'adresse"},
    "colours": {"en": "a palette chosen for the sector", "fr": "une palette choisie pour le secteur"},
    "formats": {"en": "9:16, 1:1 and 16:9", "fr": "9:16, 1:1 et 16:9"},
    "lengths": {"en": "15 seconds", "fr": "15 secondes"},
    "deadline": {"en": "none", "fr": "aucune"},
}
_ACTIONS: dict[str, dict[Language, str]] = {
    "ngo": {"en": "Give to {brand}", "fr": "Donnez à {brand}"},
    "job": {"en": "Apply to {brand}", "fr": "Postulez chez {brand}"},
    "app": {"en": "Get {brand}", "fr": "Téléchargez {brand}"},
    "tech": {"en": "Try {brand}", "fr": "Essayez {brand}"},
    "event": {"en": "Book for {brand}", "fr": "Réservez pour {brand}"},
    "travel": {"en": "Book {brand}", "fr": "Réservez chez {brand}"},
    "service": {"en": "Contact {brand}", "fr": "Contactez {brand}"},
    "finance": {"en": "Ask {brand}", "fr": "Renseignez-vous chez {brand}"},
    "other": {"en": "Discover {brand}", "fr": "Découvrez {brand}"},
}
_NAMELESS: dict[Language, str] = {"en": "our {product}", "fr": "notre {product}"}
_ORDER = tuple(_QUESTIONS)


def default_action(sector: str, brand: str, product: str, url: str, language: Language) -> str:
    """A call to action for a brief that names none; without a brand it speaks of the product."""
    action = _ACTIONS.get(sector, _ACTIONS["other"])[language].format(
        brand=brand or _NAMELESS[language].format(product=product)
    )
    if not url:
        return action
    return f"{action} on {url}" if language == "en" else f"{action} sur {url}"


def ask(defaults: Mapping[str, str], language: Language) -> tuple[Question, ...]:
    """The questions for the given fields; an empty default stands for the house's own."""
    return tuple(
        Question(
            field=field, question=_QUESTIONS[field][language], default=defaults[field] or _DEFAULTS[field][language]
        )
        for field in _ORDER
        if field in defaults
    )


def too_long(seconds: float, language: Language) -> str:
    """Says that a length is beyond what a draft can be."""
    return f"15 seconds instead of {seconds:g}" if language == "en" else f"15 secondes au lieu de {seconds:g}"


def instead_of(unknown: str, used: Language, language: Language) -> str:
    """Says which language the draft is in, where the brief asks for one that it cannot write."""
    names = {"en": {"en": "English", "fr": "French"}, "fr": {"en": "anglais", "fr": "français"}}[language]
    return f"{names[used]} (not {unknown})" if language == "en" else f"{names[used]} (pas {unknown})"
