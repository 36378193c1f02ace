"""The Brief Judge of the draft writer: named, reproducible measures of a concept against its brief."""

from __future__ import annotations

import re

from admaker_desktop.ad.brief import Brief
from admaker_desktop.ad.concept import Concept, Concepts, Measure, ScoredConcept, Verdict
from admaker_desktop.providers.draft.writing.facts import Facts
from admaker_desktop.providers.draft.writing.filling import HEADLINE_WORDS
from admaker_desktop.providers.draft.writing.words import content_words, plain, spoken_s, tokens, word_count

_TONES: dict[str, tuple[str, ...]] = {
    "manifesto": ("poe", "eleg", "prem", "inspir", "human", "warm", "chal", "engag", "sincer", "emotion", "sobr"),
    "demonstration": (
        "clear",
        "clair",
        "simple",
        "pedag",
        "concre",
        "direct",
        "pragm",
        "fun",
        "playful",
        "dynam",
        "preci",
    ),
    "proof": ("seri", "expert", "rassur", "reassur", "factu", "scien", "credib", "sobr", "profess", "trust", "confian"),
    "offer": ("dynam", "urgen", "promo", "energ", "punch", "commer", "fun", "direct", "festi"),
    "problem": ("humo", "drole", "decal", "witty", "cheeky", "bold", "direct", "franc", "fun", "audac"),
    "transformation": ("inspir", "optimi", "hope", "posit", "emotion", "espoir", "energ"),
    "craft": ("authent", "artisan", "tradi", "natur", "prem", "eleg", "warm", "chal", "honest", "sincer", "gourm"),
    "moment": (
        "calm",
        "doux",
        "douc",
        "soft",
        "tend",
        "gentl",
        "cosy",
        "cozy",
        "warm",
        "chal",
        "intim",
        "zen",
        "apais",
    ),
}
"""Roots of tone words (no accents) that an angle speaks well in."""


def judge(facts: Facts, concepts: Concepts) -> Verdict:
    """Every concept's marks and the one with the highest; a tie goes to the earlier."""
    scores = tuple(_scored(facts, concept, concepts.items) for concept in concepts.items)
    best = max(scores, key=lambda scored: scored.score)
    chosen = next(concept for concept in concepts.items if concept.id == best.concept_id)
    others = sorted((scored.score for scored in scores if scored is not best), reverse=True)
    top = sorted(best.measures, key=lambda m: -m.score * m.weight)[:2]
    lead = best.score - others[0]
    french = facts.language == "fr"
    names = (" et " if french else " and ").join(f"{m.name} {m.score:.2f}" for m in top)
    reason = (
        f"« {chosen.title} » obtient {best.score:.2f}, {lead:.2f} devant le suivant ; ce qui pèse le plus : {names}."
        if french
        else f"“{chosen.title}” scores {best.score:.2f}, {lead:.2f} ahead of the next; what weighs most: {names}."
    )
    return Verdict(chosen=chosen, reason=reason, scores=scores)


def _scored(facts: Facts, concept: Concept, items: tuple[Concept, ...]) -> ScoredConcept:
    measures = (
        _message_fit(facts.brief, concept),
        _audience_fit(facts.brief, concept),
        _proof(facts, concept),
        _offer(facts, concept),
        _tone(facts.brief, concept),
        _length(facts, concept),
        _safety(facts, concept),
        _distinct(concept, items),
        _brand_early(facts, concept),
    )
    total = sum(measure.weight for measure in measures)
    score = sum(measure.score * measure.weight for measure in measures) / total
    return ScoredConcept(concept_id=concept.id, score=round(score, 4), measures=measures)


def _message_fit(brief: Brief, concept: Concept) -> Measure:
    wanted = content_words(brief.message or " ".join(brief.benefits))
    shared = wanted & content_words(f"{concept.headline} {concept.hook} {concept.idea}")
    in_headline = wanted & content_words(concept.headline)
    score = 0.0 if not wanted else 0.5 * len(shared) / len(wanted) + 0.5 * len(in_headline) / len(wanted)
    reason = f"{len(shared)} of {len(wanted)} words of the message in the concept, {len(in_headline)} in the headline"
    return _measure("single message", score, 3.0, reason)


def _audience_fit(brief: Brief, concept: Concept) -> Measure:
    audience = content_words(brief.audience)
    shared = audience & content_words(f"{concept.headline} {concept.hook} {concept.idea} {' '.join(brief.benefits)}")
    is_direct = bool(re.search(r"\b(you|your|votre|vos|vous|on)\b", plain(f"{concept.headline} {concept.hook}")))
    score = 0.5 + 0.25 * is_direct + 0.25 * (len(shared) / len(audience) if audience else 0)
    return _measure(
        "audience",
        score,
        1.0,
        f"speaks to the viewer: {'yes' if is_direct else 'no'}; {len(shared)} of {len(audience)} audience words met",
    )


def _proof(facts: Facts, concept: Concept) -> Measure:
    words = content_words(" ".join(phrase.text for phrase in facts.proof))
    used = words & content_words(f"{concept.headline} {concept.idea}")
    score = 0.5 if not words else 0.4 + 0.6 * len(used) / len(words)
    return _measure(
        "proof", score, 1.5, f"{len(facts.proof)} proofs in the brief, {len(used)} of {len(words)} words used"
    )


def _offer(facts: Facts, concept: Concept) -> Measure:
    if not facts.offer:
        return _measure("offer", 0.5, 1.0, "the brief makes no offer, nothing to use")
    figures = set(re.findall(r"\d+", facts.offer))
    used = figures & set(re.findall(r"\d+", f"{concept.headline} {concept.idea}"))
    is_offer = concept.angle == "offer"
    score = 0.4 + 0.3 * is_offer + (0.3 * len(used) / len(figures) if figures else 0.3 * is_offer)
    return _measure("offer", score, 1.2, f"{len(used)} of {len(figures)} figures of the offer in the concept")


def _tone(brief: Brief, concept: Concept) -> Measure:
    told = tokens(" ".join(brief.tone))
    met = [word for word in told if any(word.startswith(root) for root in _TONES[concept.angle])]
    score = 0.5 if not told else min(1.0, 0.35 + 0.65 * min(1, len(met) / max(1, len(brief.tone))))
    named = ", ".join(met) or "none"
    return _measure("tone", score, 1.5, f"{len(met)} of {len(told)} tone words suit a {concept.angle} film: {named}")


def _length(facts: Facts, concept: Concept) -> Measure:
    seconds = spoken_s(concept.hook, facts.language)
    words = word_count(concept.headline)
    score = 0.5 * min(1.0, 2.6 / max(seconds, 0.1)) + 0.5 * min(1.0, (HEADLINE_WORDS - 1) / max(words, 1))
    return _measure(
        "length", score, 1.2, f"hook {seconds:.1f} s for 2.6 s, headline {words} words for {HEADLINE_WORDS - 1}"
    )


def _safety(facts: Facts, concept: Concept) -> Measure:
    texts = (concept.headline, concept.hook, concept.visual_idea)
    refused = sum(not facts.guard.allows(text) for text in texts)
    boasts = sum(bool(re.search(r"\d", text)) for text in texts[:2])
    score = max(0.0, 1.0 - 0.5 * refused - 0.05 * boasts)
    bans = len(facts.brief.banned_terms)
    return _measure(
        "rule safety", score, 2.0, f"{refused} texts against {bans} banned terms, {boasts} with figures to prove"
    )


def _distinct(concept: Concept, items: tuple[Concept, ...]) -> Measure:
    mine = content_words(f"{concept.headline} {concept.hook}")
    overlaps = [
        len(mine & theirs) / max(1, len(mine | theirs))
        for theirs in (content_words(f"{o.headline} {o.hook}") for o in items if o.id != concept.id)
    ]
    most = max(overlaps)
    return _measure("distinct", 1.0 - most, 1.0, f"shares at most {most:.0%} of its words with another concept")


def _brand_early(facts: Facts, concept: Concept) -> Measure:
    before, found, _ = plain(concept.hook).partition(plain(facts.brand))
    at_s = 0.3 + spoken_s(before, facts.language)
    score = 1.0 if found and at_s <= 3.0 else 0.5 if plain(facts.brand) in plain(concept.headline) else 0.0
    reason = f"the brand is said at {at_s:.1f} s" if found else "the brand is not said in the hook"
    return _measure("brand in 3 s", score, 1.5, reason)


def _measure(name: str, score: float, weight: float, reason: str) -> Measure:
    return Measure(name=name, score=round(min(1.0, max(0.0, score)), 4), weight=weight, reason=reason)
