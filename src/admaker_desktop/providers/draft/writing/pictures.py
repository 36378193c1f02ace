"""What the shots show: one sentence for an image model, icon words for what has no pack, the picture of a concept."""

from __future__ import annotations

import re

from admaker_desktop.ad.brand import BrandKit
from admaker_desktop.ad.brief import Brief, Subject
from admaker_desktop.ad.concept import Angle
from admaker_desktop.ad.storyboard import ShotKind
from admaker_desktop.providers.draft.writing.facts import Facts
from admaker_desktop.providers.draft.writing.words import finish, plain

THINGS: dict[Subject, tuple[str, str]] = {
    "bottle": ("a bottle", "un flacon"), "dropper": ("a glass dropper bottle", "un flacon compte-gouttes"),
    "can": ("an aluminium can", "une canette"), "jar": ("a jar", "un pot"), "tube": ("a tube", "un tube"),
    "carton": ("a carton", "un étui"), "pouch": ("a stand-up pouch", "un sachet"), "mug": ("a mug", "une tasse"),
    "bag": ("a bag", "un sac"), "shoebox": ("a shoebox", "une boîte à chaussures"),
    "phone": ("a phone showing the app", "un téléphone ouvert sur l’appli"),
    "laptop": ("an open laptop", "un ordinateur ouvert"), "plate": ("a set plate", "une assiette dressée"),
    "bread": ("a crusty loaf", "un pain croustillant"), "fruit": ("ripe fruit", "des fruits mûrs"),
    "shopfront": ("a shopfront", "une devanture"), "card": ("a card", "une carte"), "ticket": ("a ticket", "un billet"),
    "abstract": ("a paper set", "un décor de papier"),
}  # fmt: skip
_LIGHT: dict[str, str] = {
    "calm": "soft window light with leaf shadows", "warm": "low golden side light", "bright": "clear midday light",
    "bold": "hard light with deep shadow", "precise": "even, clean studio light", "tender": "hazy morning light",
}  # fmt: skip
_SHOTS: dict[ShotKind, str] = {
    "hero": "{Thing} labelled {label} stands alone on a low plinth against a plain {mood} backdrop, {light}.",
    "detail": "Close-up on {thing} labelled {label}, shallow depth of field, {light} grazing its surface.",
    "use": "{Thing} labelled {label} in use on a tidy table with {props} beside it, {light}, no people.",
    "proof": "{Thing} labelled {label} seen small before a wide, plain wall with {props}, {light}.",
    "text": "An abstract field of the colours of {label}, smooth folds of light, room for large type.",
    "end": "{Thing} labelled {label} on a plinth before a calm, empty backdrop, {light}, room above for a logo.",
}
_IDEAS: dict[str, dict[Angle, str]] = {
    "en": {
        "problem": "{Thing} of {brand} in an emptied, quiet set: what is missing is what one sees.",
        "demonstration": "{Thing} of {brand} seen close, then at work, in one unbroken light.",
        "proof": "Facts set large beside {thing} of {brand}, plain wall, steady camera.",
        "offer": "{Thing} of {brand} enters with the deal set large in the brand’s colour.",
        "manifesto": "{Thing} of {brand} alone on its plinth while one sentence takes the frame.",
        "transformation": "The same frame of {brand} twice: deep shadow, then full light on {thing}.",
        "craft": "The camera grazes the surface of {thing} by {brand}, so close that one could touch it.",
        "moment": "The light of that hour crosses the set and finds {thing} of {brand}.",
    },
    "fr": {
        "problem": "{Thing} {brand} dans un décor vidé, silencieux : on voit ce qui n’est plus là.",
        "demonstration": "{Thing} {brand} vu de près, puis à l’œuvre, dans une seule lumière.",
        "proof": "Les faits en grand à côté, {thing} {brand} sur fond uni, caméra posée.",
        "offer": "{Thing} {brand} entre en scène, l’offre en grand dans la couleur de la marque.",
        "manifesto": "{Thing} {brand} sur son socle, pendant qu’une phrase prend toute l’image.",
        "transformation": "Deux fois la même image {brand} : l’ombre, puis la pleine lumière sur {thing}.",
        "craft": "La caméra frôle {thing} {brand}, si près qu’on pourrait toucher la matière.",
        "moment": "La lumière de cette heure-là traverse le décor et trouve {thing} {brand}.",
    },
}
PROPS: tuple[tuple[str, str], ...] = (
    ("clock", r"\b(\d+ ?(min|h|hours?|heures?|minutes?)\b|delai|attente|waiting|fast|rapid|temps|time\b)"),
    ("percent", r"%|\bdiscount|\bremise|\breduction"),
    ("euro", r"€|\$|£|\bprix\b|\bprices?\b|\bsavings?\b|\bepargne|\bbudget|\bargent\b|\bmoney\b"),
    ("calendar", r"\b(jours?|days?|semaines?|weeks?|months?|mois|rendez|appointment|dates?|agenda|festival)\b"),
    ("pin", r"\b(near|local|quartier|ville|city|adresse|proche|map|neighbou?r)"),
    ("leaf", r"\b(bio|organic|natur|vegan|planet|planete|recycl|climat|carbon|arbre|trees?|green)"),
    ("heart", r"\b(care|soin|love|aide|don\b|dons\b|donat|solidar|famil|enfant|child|kids)"),
    ("star", r"\b(avis|reviews?|rated|note|stars?|etoiles?|award|prix d)"),
    ("shield", r"\b(secur|safe|protect|proteg|assur|insur|confiden|privacy|garanti)"),
    ("chart", r"\b(croissance|growth|invest|suivi|track|progress|resultats|results)"),
    ("phone", r"\b(app|appli|mobile|phone|telephone|appel|call)\b"),
    ("house", r"\b(home|house|maison|logement|appartement|toit|chauffage|energie|energy)"),
    ("tools", r"\b(repar|repair|artisan|bricol|plomb|plumb|install|chantier|tools?|fix)"),
)
"""The fixed words for props and what in a brief calls for them (text without accents)."""
_NAMES = {
    "clock": "clock|watch|horloge|montre", "percent": "percent|pourcentage|%", "euro": "euro|money|argent|coin|piece",
    "calendar": "calend", "pin": "map|carte", "leaf": "leaf|leaves|feuille|plant", "heart": "heart|coeur",
    "star": "star|etoile", "shield": "shield|bouclier", "chart": "chart|graph", "phone": "phone|telephone|smartphone",
    "house": "house|maison", "tools": "tool|outil",
}  # fmt: skip
"""How a prohibition may name a prop (no accents)."""
_SECTOR_PROPS: dict[str, tuple[str, ...]] = {
    "app": ("phone", "clock"), "service": ("tools", "house"), "finance": ("chart", "shield"),
    "health": ("heart", "shield"),
    "ngo": ("heart", "leaf"), "event": ("calendar", "star"), "travel": ("pin", "calendar"),
    "education": ("star", "chart"),
    "job": ("pin", "chart"), "retail": ("pin", "percent"), "home": ("house", "leaf"), "tech": ("chart", "phone"),
    "food": ("leaf", "heart"), "drink": ("leaf", "star"), "beauty": ("leaf", "heart"), "fashion": ("star", "leaf"),
}  # fmt: skip


def idea_of(facts: Facts, angle: Angle) -> str:
    """What a concept looks like, one sentence in the language of the ad."""
    thing = THINGS[facts.brief.subject][0 if facts.language == "en" else 1]
    thing = re.sub(r"^an? ", "the ", thing) if facts.language == "en" else thing
    text = _IDEAS[facts.language][angle].format(thing=thing, Thing=thing[:1].upper() + thing[1:], brand=facts.brand)
    return finish(text, facts.language)


def description_of(brief: Brief, brand: BrandKit, kind: ShotKind) -> str:
    """The prompt of a shot, one English sentence."""
    thing = THINGS[brief.subject][0]
    words = {"leaf": "a leafy sprig", "phone": "a phone", "clock": "a small clock", "calendar": "a desk calendar"}
    props = next((words[prop] for prop in props_of(brief) if prop in words), "a folded cloth")
    label = brief.brand or brief.product or brand.name
    return _SHOTS[kind].format(
        thing=thing,
        Thing=thing[:1].upper() + thing[1:],
        label=label,
        props=props,
        light=_LIGHT[brand.mood],
        mood=brand.mood,
    )


def props_of(brief: Brief, first: str = "") -> tuple[str, ...]:
    """At most three prop words, those that `first` (the shot's own words) calls for ahead of the brief's."""
    own = _matches(first)
    told = _matches(" ".join((brief.product, brief.message, *brief.benefits, *brief.proof, brief.offer)))
    told_off = plain(" ".join((*brief.banned_terms, *brief.prohibitions)))
    banned = {prop for prop, pattern in _NAMES.items() if re.search(rf"\b(?:{pattern})", told_off)}
    found = dict.fromkeys((*own, *told[:2], *_SECTOR_PROPS.get(brief.sector, ("star", "heart"))))
    return tuple(prop for prop in found if prop not in banned)[:3]


def _matches(text: str) -> list[str]:
    return [prop for prop, pattern in PROPS if re.search(pattern, plain(text))]
