"""The grammars of the draft writer: sentence frames by angle and language, with slots that only a brief can fill.

Slots: {brand} {brands} {full} {at} {of} {a} {product} {a_product} names; {msg} the message; {noun} {trait} {verb}
{imp} {inf} {clause} the angle's lead phrase, present only when it is of that kind; {proof} {offer} {deal} {neg}
{a_neg} {moment} {group} facts. A capital letter in a slot's name begins a sentence. A frame whose slots are not all
there is passed over.
"""

from __future__ import annotations

from collections.abc import Mapping

from admaker_desktop.ad.base import Language
from admaker_desktop.ad.concept import Angle

Frames = Mapping[Angle, tuple[str, ...]]

_HEADLINES_EN: Frames = {
    "manifesto": ("{Msg}", "{Clause}", "{Imp} {at}", "{brand} {verb}", "{Noun}, that’s {brand}", "{brand}, {trait}"),
    "demonstration": ("{brand} {verb}", "{Imp} {at}", "{Clause}", "That’s {brand}: {noun}", "{brand}, {trait}"),
    "transformation": ("{brand} {verb}", "{Clause}", "{Noun}, with {brand}", "{Imp} {at}", "{Trait}, {at}"),
    "craft": ("{Trait}, that’s {brand}", "{brand} {verb}", "{Noun}, that’s {brand}", "{Clause}"),
    "moment": ("{moment} are for {brand}", "{moment} belong to {brand}"),
    "proof": ("{Proof}", "{Proof}: {brand}"),
    "offer": ("{Deal} {at}", "{brand}: {offer}"),
    "problem": ("No {neg}, just {brand}", "{brand}, minus the {neg}"),
}
_HEADLINES_FR: Frames = {
    "manifesto": (
        "{Msg}",
        "{Clause}",
        "{Imp} {at}",
        "{brand} {verb}",
        "{brand}, pour {inf}",
        "{Noun}, c’est {brand}",
        "{brand}, {trait}",
    ),
    "demonstration": (
        "{brand} {verb}",
        "{Imp} {at}",
        "{brand}, pour {inf}",
        "{Clause}",
        "{Noun}, voilà {brand}",
        "{brand}, {trait}",
    ),
    "transformation": ("{brand} {verb}", "{Clause}", "{Noun}, {at}", "{brand}, pour {inf}"),
    "craft": ("{Trait}, c’est {brand}", "{brand} {verb}", "{Noun}, c’est {brand}", "{Clause}"),
    "moment": ("{moment}, c’est {brand}", "{moment}, il y a {brand}"),
    "proof": ("{Proof}", "{Proof} : {brand}"),
    "offer": ("{Deal} {at}", "{brand} : {offer}"),
    "problem": ("Sans {neg}, {at}", "Zéro {neg}, c’est {brand}"),
}
_HOOKS_EN: Frames = {
    "manifesto": (
        "For {group}, there’s {brand}.",
        "{A_product} called {brand}.",
        "{Product}, the {brand} way.",
        "There’s an idea behind {brand}.",
        "This is where {brand} comes in.",
        "{brand} keeps it simple.",
        "Let’s talk about {brand}.",
    ),
    "demonstration": (
        "For {group}, there’s {brand}.",
        "{A_product} called {brand}.",
        "{Product}, the {brand} way.",
        "Take a closer look at {brand}.",
        "Here’s what {brand} does.",
        "See {brand} at work.",
        "Watch {brand} for a moment.",
    ),
    "transformation": (
        "There’s a before {brand}, and an after.",
        "Something changes with {brand}.",
        "It starts the day you meet {brand}.",
    ),
    "craft": (
        "Look closely, this is {brand}.",
        "{brand} is all in the making.",
        "Look at what goes into {brand}.",
        "{A_product} called {brand}.",
        "Come closer, it’s {brand}.",
    ),
    "moment": ("{moment} feel like {brand}.", "{moment} start with {brand}.", "{moment} call for {brand}."),
    "proof": (
        "Don’t just take {brands} word for it.",
        "Here are the facts on {brand}.",
        "Ask around about {brand}.",
        "The numbers on {brand} are in.",
    ),
    "offer": ("There’s good news from {brand}.", "A good time for {brand}.", "{brand} has something for you."),
    "problem": ("Who needs {a_neg} when there’s {brand}?", "Forget the {neg}, this is {brand}."),
}
_HOOKS_FR: Frames = {
    "manifesto": (
        "Pour les {group}, il y a {brand}.",
        "{Product}, version {brand}.",
        "Derrière {brand}, il y a une idée.",
        "C’est simple, c’est {brand}.",
        "Voici l’idée {of}.",
        "Et si on parlait {of} ?",
        "Ça s’appelle {brand}.",
    ),
    "demonstration": (
        "Pour les {group}, il y a {brand}.",
        "{Product}, version {brand}.",
        "Voici ce que fait {brand}.",
        "Regardez {brand} de plus près.",
        "Voici {brand} à l’œuvre.",
        "Un instant, c’est {brand}.",
        "Ça s’appelle {brand}.",
    ),
    "transformation": (
        "Il y a un avant et un après {brand}.",
        "Avec {brand}, quelque chose change.",
        "Il suffit parfois {of}.",
    ),
    "craft": (
        "Chez {brand}, tout est dans le geste.",
        "{brand}, ça se regarde de près.",
        "Voici ce qui fait {brand}.",
        "Prenez le temps de regarder {brand}.",
    ),
    "moment": ("{moment}, on retrouve {brand}.", "{moment}, c’est l’heure {of}.", "{moment}, pensez à {brand}."),
    "proof": (
        "{brand}, preuves à l’appui.",
        "Parlons faits, parlons {brand}.",
        "Ce qu’on dit {of} ?",
        "Demandez-leur ce qu’ils pensent {of}.",
    ),
    "offer": ("Bonne nouvelle chez {brand}.", "C’est le bon moment pour {brand}.", "{brand} a pensé à vous."),
    "problem": ("Et si on faisait sans {neg}, avec {brand} ?", "Zéro {neg}, c’est possible avec {brand}."),
}
HEADLINES: Mapping[Language, Frames] = {"en": _HEADLINES_EN, "fr": _HEADLINES_FR}
HOOKS: Mapping[Language, Frames] = {"en": _HOOKS_EN, "fr": _HOOKS_FR}

BODY: Mapping[Language, Mapping[str, tuple[str, ...]]] = {
    "en": {
        "noun": ("{X}.", "With {brand}, {x}.", "{X}, that’s {brand}."),
        "trait": ("{X}.", "{brand}, {x}.", "{Full}, {x}."),
        "verb": ("{brand} {x}.", "{Full} {x}."),
        "imperative": ("{X}.", "{X} {at}."),
        "clause": ("{X}.", "With {brand}, {x}."),
    },
    "fr": {
        "noun": ("{X}.", "Avec {brand}, {x}.", "{X}, avec {brand}."),
        "trait": ("{X}.", "{brand}, {x}.", "{Full}, {x}."),
        "verb": ("{brand} {x}.", "Au quotidien, {brand} {x}."),
        "imperative": ("{X}.", "{X} {at}."),
        "infinitive": ("{brand}, pour {x}.", "Choisir {brand}, c’est {x}."),
        "clause": ("{X}.", "Avec {brand}, {x}."),
    },
}
"""How a phrase is said, by its kind; the first frame that is the client's own and allowed is taken."""

_SECTORS_EN: Mapping[str, tuple[str, ...]] = {
    "beauty": ("A moment for your skin, with {brand}.", "{brand}, for the skin you’re in."),
    "food": ("Save room for {brand}.", "Come to the table, {brand} is served."),
    "drink": ("It’s {brand} o’clock.", "Pour yourself some {brand}."),
    "fashion": ("Step into {brand}.", "Today, you’re wearing {brand}."),
    "home": ("Make room for {brand}.", "Bring {brand} home."),
    "tech": ("Get going with {brand}.", "Say hello to {brand}."),
    "app": ("There’s {brand} for that.", "Just open {brand}."),
    "service": ("Leave it to {brand}.", "You can call on {brand}."),
    "finance": ("Count on {brand}.", "Let’s talk money, with {brand}."),
    "health": ("Take care, with {brand}.", "{brand}, by your side."),
    "ngo": ("Stand with {brand}.", "Be part of {brand}."),
    "event": ("Save the date for {brand}.", "See you at {brand}."),
    "travel": ("Next stop, {brand}.", "Pack your bags for {brand}."),
    "education": ("Time to learn, with {brand}.", "Your next lesson starts at {brand}."),
    "job": ("There’s a place for you at {brand}.", "What if your next team was {brand}?"),
    "retail": ("Come on in, it’s {brand}.", "Push open the door of {brand}."),
    "other": ("Say hello to {brand}.", "This one’s from {brand}."),
}
_SECTORS_FR: Mapping[str, tuple[str, ...]] = {
    "beauty": ("Un moment pour soi, avec {brand}.", "Votre peau a rendez-vous avec {brand}."),
    "food": ("À table, c’est {brand}.", "Gardez une place pour {brand}."),
    "drink": ("L’heure {of} a sonné.", "Servez-vous, c’est {brand}."),
    "fashion": ("Aujourd’hui, on porte {brand}.", "Entrez dans la peau {of}."),
    "home": ("Faites une place à {brand}.", "{brand} arrive à la maison."),
    "tech": ("Faites connaissance avec {brand}.", "Passez à {brand}."),
    "app": ("Pour ça, il y a {brand}.", "Il suffit d’ouvrir {brand}."),
    "service": ("Pour ça, comptez sur {brand}.", "On s’en occupe chez {brand}."),
    "finance": ("Comptez sur {brand}.", "Parlons d’argent, avec {brand}."),
    "health": ("Prendre soin de soi, avec {brand}.", "{brand}, à vos côtés."),
    "ngo": ("Avec {brand}, on agit.", "Faisons un pas avec {brand}."),
    "event": ("Notez la date, c’est {brand}.", "On se retrouve pour {brand}."),
    "travel": ("Prochaine escale, {brand}.", "Faites vos valises, cap sur {brand}."),
    "education": ("Et si vous appreniez chez {brand} ?", "La prochaine leçon commence chez {brand}."),
    "job": ("Il y a une place pour vous chez {brand}.", "Et si vous rejoigniez {brand} ?"),
    "retail": ("Poussez la porte {of}.", "On se retrouve chez {brand}."),
    "other": ("Faites connaissance avec {brand}.", "Aujourd’hui, on parle {of}."),
}
SECTORS: Mapping[Language, Mapping[str, tuple[str, ...]]] = {"en": _SECTORS_EN, "fr": _SECTORS_FR}
"""What a brand of a sector can say of itself without claiming anything."""

FILLERS: Mapping[Language, tuple[str, ...]] = {
    "en": ("{Product}, the {brand} way.", "{A_product} called {brand}.", "{Full}."),
    "fr": ("{Product}, version {brand}.", "{Full}."),
}
"""What can be said where a brief says next to nothing."""
PLAIN_HEADLINES: Mapping[Language, tuple[str, ...]] = {
    "en": ("{Product}, the {brand} way", "Meet {brand}", "This is {brand}", "Simply {brand}"),
    "fr": ("{Product}, version {brand}", "Voici {brand}", "Tout simplement {brand}", "Place à {brand}"),
}
"""Headlines of last resort."""

CALLS: Mapping[Language, Mapping[str, str]] = {
    "en": {
        "beauty": "Discover", "food": "Taste", "drink": "Try", "fashion": "See", "home": "Bring home",
        "tech": "Discover",
        "app": "Download", "service": "Talk to", "finance": "Talk to", "health": "Ask about", "ngo": "Support",
        "event": "Get tickets for", "travel": "Set off with", "education": "Learn with", "job": "Apply to",
        "retail": "Visit", "other": "Discover",
    },
    "fr": {
        "beauty": "Découvrez", "food": "Goûtez", "drink": "Goûtez", "fashion": "Essayez", "home": "Adoptez",
        "tech": "Découvrez", "app": "Téléchargez", "service": "Parlez à", "finance": "Parlez à",
        "health": "Renseignez-vous sur", "ngo": "Soutenez", "event": "Réservez pour", "travel": "Partez avec",
        "education": "Apprenez avec", "job": "Postulez chez", "retail": "Venez chez", "other": "Découvrez",
    },
}  # fmt: skip
"""The call to action of a brief that has none: a verb before the brand."""
