"""The script: the chosen concept's lines, as many as the length has time for, on the beats of the music."""

from __future__ import annotations

from dataclasses import dataclass

from admaker_desktop.ad.brand import BrandKit
from admaker_desktop.ad.brief import AdOptions
from admaker_desktop.ad.concept import Verdict
from admaker_desktop.ad.script import LineRole, MusicPlan, Script, ScriptLine
from admaker_desktop.core.ticks import s_from_ticks
from admaker_desktop.providers.draft.writing.facts import Facts
from admaker_desktop.providers.draft.writing.filling import (
    SUPPORT_WORDS,
    call_to_action,
    fillers,
    hooks,
    paired,
    spoken,
    support,
    written_offer,
)
from admaker_desktop.providers.draft.writing.phrases import Phrase
from admaker_desktop.providers.draft.writing.timing import Slot, lay_lines, plan_music
from admaker_desktop.providers.draft.writing.words import (
    WORDS_PER_S,
    content_words,
    finish,
    plain,
    spoken_s,
    upper_first,
    word_count,
)

_SHORT_S = 10.0
_CALL_S, _CALL_SHARE = 2.8, 0.3
"""The spoken call takes at most so many seconds or this share of the ad, where it has a shorter wording."""
_FEWEST_BODIES = 2
_WAYS = 12
_SAME = 0.6
"""Two texts that share this much of the shorter one's words say the same."""
_SECONDS_PER_LINE = 2.6


@dataclass(frozen=True, slots=True)
class _Line:
    """A line before it has a place; `rank` 0 is dropped last."""

    role: LineRole
    texts: tuple[str, ...]
    """Ways to say it, the best first; all of one meaning."""
    rank: int
    super_text: str = ""


def write_script(facts: Facts, verdict: Verdict, brand: BrandKit, options: AdOptions) -> Script:
    """The script of the chosen concept within the asked length."""
    call, offer = call_to_action(facts, max(_CALL_S, options.seconds * _CALL_SHARE)), written_offer(facts)
    offer = "" if plain(offer) in plain(call) else offer  # a call may be the deal itself
    music = plan_music(options.seconds, spoken_s(call, facts.language), options.end_card_min_s, brand.mood, brand.seed)
    lines = _outline(facts, verdict, offer, options.seconds)
    timed = _fit(lines, call, facts, music)
    used = [line for line in lines if any(text in line.texts for _, text, _ in timed)]
    return Script(
        language=facts.language,
        total_ticks=music.total_ticks,
        headline=verdict.chosen.headline,
        offer=offer,
        cta=call,
        legal=" ".join(facts.brief.legal),
        lines=tuple(
            ScriptLine(
                id=f"l{at}",
                role=role,
                text=text,
                start_ticks=slot.start_ticks,
                end_ticks=slot.end_ticks,
                language=facts.language,
            )
            for at, (role, text, slot) in enumerate(timed, start=1)
        ),
        supers=_supers(facts, used, verdict.chosen.headline),
        music=music,
    )


def _outline(facts: Facts, verdict: Verdict, offer: str, seconds: float) -> list[_Line]:
    """Everything that the ad could say before its end card, in order."""
    chosen = verdict.chosen
    ways = (chosen.hook, *hooks(facts, chosen.angle), f"{facts.brand}.")
    if seconds < _SHORT_S:
        names_brand = plain(facts.brand) in plain(chosen.headline)
        ways = (f"{chosen.headline}.", *ways) if names_brand else ways
        return [_Line("hook", ways, 0), *([_Line("offer", (offer,), 3)] if offer else [])]
    said = [chosen.headline, chosen.hook]
    bodies = _phrase_lines(facts, _body_phrases(facts, chosen.headline), said, "benefit")
    proofs = _phrase_lines(facts, facts.proof[:2], said[1:] if len(facts.proof) == 1 else said, "proof")
    if len(bodies) + len(proofs) + bool(offer) < _FEWEST_BODIES:
        spare = [way for way in fillers(facts) if not any(_same(facts, way, other) for other in said)]
        bodies += [_Line("use", (way,), 6) for way in spare[: _FEWEST_BODIES - len(bodies) - len(proofs) - bool(offer)]]
    deal = [_Line("offer", (offer,), 1 if chosen.angle == "offer" else 3)] if offer else []
    return [_Line("hook", ways, 0), *bodies, *proofs, *deal]


def _body_phrases(facts: Facts, headline: str) -> tuple[Phrase, ...]:
    """Message and benefits that the headline does not already say; all of them when nothing else is left."""
    pool = (*_message(facts), *(phrase for phrase in facts.benefits if phrase not in facts.proof))
    fresh = [phrase for phrase in pool if not _same(facts, phrase.text, headline)]
    return paired(facts, fresh or pool)


def _phrase_lines(facts: Facts, phrases: tuple[Phrase, ...], said: list[str], role: LineRole) -> list[_Line]:
    """Lines that say phrases, none of them twice; the second benefit is the one that is shown in use."""
    lines: list[_Line] = []
    for phrase in phrases:
        texts = tuple(
            text for text in spoken(facts, phrase) if not any(_same(facts, text, other) for other in said[1:])
        )
        if texts:
            its_role: LineRole = "use" if role == "benefit" and len(lines) == 1 else role
            rank = 1 + 3 * len(lines) if role == "benefit" else 2 + 4 * len(lines)
            lines.append(_Line(its_role, texts, rank, support(facts, phrase)))
            said.append(texts[0])
    return lines


def _fit(lines: list[_Line], call: str, facts: Facts, music: MusicPlan) -> list[tuple[LineRole, str, Slot]]:
    """(role, text, slot) of the lines that fit before the end card, tried by rank, and of the call on it."""
    most = max(1, round(s_from_ticks(music.end_card_ticks) / _SECONDS_PER_LINE))
    call_s = spoken_s(call, facts.language)
    budget = WORDS_PER_S[facts.language] * s_from_ticks(music.end_card_ticks)

    def slots_of(chosen: dict[int, str]) -> tuple[Slot, ...] | None:
        if sum(word_count(text) for text in chosen.values()) > budget:
            return None
        lengths = tuple(spoken_s(chosen[at], facts.language) for at in sorted(chosen))
        return lay_lines((*lengths, call_s), music)

    kept: dict[int, str] = {}
    for at in sorted(range(len(lines)), key=lambda at: (lines[at].rank, at)):
        if len(kept) < most:
            fitting = (text for text in lines[at].texts[:_WAYS] if slots_of({**kept, at: text}))
            if text := next(fitting, ""):
                kept[at] = text
    if 0 not in kept:  # the shortest spots: the name alone, or silence
        kept = {0: f"{facts.brand}."}
    slots = slots_of(kept)
    if slots is None:
        kept, slots = {}, lay_lines((call_s,), music)
    roles: list[LineRole] = [*(lines[at].role for at in sorted(kept)), "cta"]
    return list(zip(roles, [*(kept[at] for at in sorted(kept)), call], slots or (), strict=True))


def _supers(facts: Facts, lines: list[_Line], headline: str) -> tuple[str, ...]:
    """Short texts for the shots between headline and end card, those of the spoken lines first."""
    found: list[str] = []
    spare = [support(facts, phrase) for phrase in (*facts.benefits, *facts.proof, *_message(facts))]
    for text in (*(line.super_text for line in lines), *spare):
        if text and not _same(facts, text, headline) and not any(_same(facts, text, other) for other in found):
            found.append(text)
    named = facts.product if facts.brand in facts.product else f"{facts.brand}, {facts.product}"
    if not found and facts.product and facts.guard.allows(named) and word_count(named) <= SUPPORT_WORDS + 1:
        found.append(finish(upper_first(named), facts.language))
    return tuple(found[:4])


def _message(facts: Facts) -> tuple[Phrase, ...]:
    return (facts.message,) if facts.message else ()


def _same(facts: Facts, text: str, other: str) -> bool:
    brand = content_words(facts.brand)
    mine, theirs = content_words(text) - brand, content_words(other) - brand
    smaller = min(len(mine), len(theirs))
    return plain(text) == plain(other) or (smaller > 0 and len(mine & theirs) / smaller > _SAME)
