"""Which angles a brief gives material for, the richest first."""

from __future__ import annotations

import re

from admaker_desktop.ad.concept import Angle
from admaker_desktop.providers.draft.writing.facts import Facts
from admaker_desktop.providers.draft.writing.filling import HEADLINE_WORDS, headline_message, lead_phrase
from admaker_desktop.providers.draft.writing.phrases import shorten
from admaker_desktop.providers.draft.writing.words import plain

_PHRASED: frozenset[Angle] = frozenset({"proof", "craft", "transformation"})
_HAND = frozenset({"food", "drink", "fashion", "home", "beauty"})


def available_angles(facts: Facts) -> tuple[Angle, ...]:
    """The angles that this brief can be told from, by how much it gives them."""
    weights: dict[Angle, float] = {"demonstration": 0.5 + 0.1 * min(4, len(facts.benefits))}
    weights["manifesto"] = 0.9 if headline_message(facts) else 0.45
    if facts.proof:
        weights["proof"] = 0.65 + 0.1 * any(char.isdigit() for char in facts.proof[0].text)
    if facts.offer:
        weights["offer"] = 0.7 + 0.1 * (facts.brief.sector in {"retail", "event", "travel", "app"})
    if facts.absence:
        weights["problem"] = 0.72
    if facts.change and not _forbids_before_after(facts):
        weights["transformation"] = 0.68
    if facts.craft:
        weights["craft"] = 0.66 + 0.1 * (facts.brief.sector in _HAND)
    if facts.moment:
        weights["moment"] = 0.7
    for angle in _PHRASED & weights.keys():
        if not _can_lead(facts, angle):
            weights[angle] -= 0.35
    return tuple(sorted(weights, key=lambda angle: (-weights[angle], angle)))


def _can_lead(facts: Facts, angle: Angle) -> bool:
    """Whether the angle's phrase is short enough for a headline and not the manifesto's already."""
    lead = lead_phrase(facts, angle)
    longest = HEADLINE_WORDS - (1 if angle == "proof" else 2)
    return lead is not None and lead != facts.message and shorten(lead, longest, facts.language) is not None


def three_angles(facts: Facts) -> tuple[Angle, Angle, Angle]:
    """The three angles of the concepts. A brief without message, proof or deal still has its product and its making."""
    found = list(available_angles(facts))
    found += [angle for angle in ("manifesto", "demonstration", "craft") if angle not in found]
    return found[0], found[1], found[2]


def _forbids_before_after(facts: Facts) -> bool:
    told = plain(" ".join(facts.brief.prohibitions))
    return bool(re.search(r"avant.{0,3}apres|before.{0,5}after", told))
