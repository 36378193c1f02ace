"""Three concepts for a brief: three angles, each with its own headline, hook and picture."""

from __future__ import annotations

from admaker_desktop.ad.concept import Angle, Concept, Concepts
from admaker_desktop.providers.draft.writing.angles import three_angles
from admaker_desktop.providers.draft.writing.facts import Facts
from admaker_desktop.providers.draft.writing.filling import headlines, hooks, lead_phrase, written_offer
from admaker_desktop.providers.draft.writing.pictures import idea_of
from admaker_desktop.providers.draft.writing.words import content_words, finish, plain

_TITLES: dict[str, dict[Angle, str]] = {
    "en": {
        "problem": "Without it", "demonstration": "Seen at work", "proof": "On the record", "offer": "Good timing",
        "manifesto": "One idea", "transformation": "Before, after", "craft": "In the making", "moment": "Its hour",
    },
    "fr": {
        "problem": "Sans ça", "demonstration": "À l’œuvre", "proof": "Preuves à l’appui", "offer": "Le bon moment",
        "manifesto": "Une idée", "transformation": "Avant, après", "craft": "Le geste", "moment": "Son heure",
    },
}  # fmt: skip
_IDEAS: dict[str, dict[Angle, str]] = {
    "en": {
        "problem": "What {brand} does without becomes the story: {lead}.",
        "demonstration": "{brand} is shown doing its job, so that one thing stays in mind: {lead}.",
        "proof": "The ad rests on a fact that can be checked: {lead}.",
        "offer": "The deal opens and closes the film, and {brand} is the reason to take it: {lead}.",
        "manifesto": "{brand} says what it stands for in one breath: {lead}.",
        "transformation": "Two states of the same picture tell what {brand} changes: {lead}.",
        "craft": "The camera stays close to how {brand} is made: {lead}.",
        "moment": "{brand} takes its place in a moment that everyone knows: {lead}.",
    },
    "fr": {
        "problem": "Ce dont {brand} se passe devient l’histoire : {lead}.",
        "demonstration": "On voit {brand} à l’œuvre, pour ne retenir qu’une chose : {lead}.",
        "proof": "Le film repose sur un fait vérifiable : {lead}.",
        "offer": "L’offre ouvre et ferme le film, {brand} est la raison d’en profiter : {lead}.",
        "manifesto": "{brand} dit en une phrase ce qui compte : {lead}.",
        "transformation": "Deux états d’une même image montrent ce que {brand} change : {lead}.",
        "craft": "La caméra reste près de la matière et du geste de {brand} : {lead}.",
        "moment": "{brand} trouve sa place dans un moment que tout le monde connaît : {lead}.",
    },
}


def write_concepts(facts: Facts) -> Concepts:
    """Three concepts of different angles; no headline twice."""
    taken: list[str] = []
    items = []
    for number, angle in enumerate(three_angles(facts), start=1):
        headline = _fresh(headlines(facts, angle), taken)
        hook = _fresh(hooks(facts, angle), [*taken, headline])
        taken += [headline, hook]
        items.append(_concept(facts, angle, f"c{number}", headline, hook))
    return Concepts(items=(items[0], items[1], items[2]))


def _concept(facts: Facts, angle: Angle, concept_id: str, headline: str, hook: str) -> Concept:
    lead = lead_phrase(facts, angle)
    told = written_offer(facts) if angle == "offer" else lead.text if lead else headline
    return Concept(
        id=concept_id,
        angle=angle,
        title=f"{facts.brand}, {_TITLES[facts.language][angle].lower()}",
        idea=finish(_IDEAS[facts.language][angle].format(brand=facts.brand, lead=told.rstrip(".")), facts.language),
        hook=hook,
        headline=headline,
        visual_idea=idea_of(facts, angle),
    )


def _fresh(options: tuple[str, ...], taken: list[str]) -> str:
    """The first option that says something else than what is taken."""
    seen = [content_words(text) for text in taken]
    plain_taken = {plain(text).strip(" .") for text in taken}
    for option in options:
        if plain(option).strip(" .") not in plain_taken and content_words(option) not in seen:
            return option
    return next((o for o in options if plain(o).strip(" .") not in plain_taken), options[0])
