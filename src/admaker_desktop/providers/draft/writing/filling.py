"""Filling frames with facts: the candidates for each text, the client's own and allowed ones first."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence

from admaker_desktop.ad.concept import Angle
from admaker_desktop.providers.draft.writing.facts import Facts
from admaker_desktop.providers.draft.writing.frames import (
    BODY,
    CALLS,
    FILLERS,
    HEADLINES,
    HOOKS,
    PLAIN_HEADLINES,
    SECTORS,
)
from admaker_desktop.providers.draft.writing.glossary import language_of, translated, translated_call
from admaker_desktop.providers.draft.writing.lexicon import MASS_EN
from admaker_desktop.providers.draft.writing.phrases import Phrase, shorten, tidy
from admaker_desktop.providers.draft.writing.words import (
    a_en,
    content_words,
    finish,
    lower_first,
    of_fr,
    plain,
    possessive_en,
    spoken_s,
    upper_first,
    word_count,
)

HEADLINE_WORDS = 8
MESSAGE_WORDS = 9
"""A client's own message may be this long and still be the headline."""
SUPPORT_WORDS = 7
_MELTS = re.compile(r"\b(?:à|de) Les? ")
"""French prepositions that would melt into a name's article (`à Les Halles`)."""
_PRICE = re.compile(r"(?:[€$£] ?\d|\d[\d., \u00a0]*(?:€|euros))")
_GOODS = frozenset({"beauty", "food", "drink", "fashion", "home", "tech"})
"""Sectors whose product is a thing that takes an article."""
LINE_WORDS = 13
_OFFER_WORDS = 10
_LONGEST_OFFER_WORDS = 16
_SPECIFIC_WORDS = 7
"""A deal with a figure and this many words is no other brand's: it needs no name in front."""
_CTA_WORDS = 7
_PAIR_WORDS = 3
_PRODUCT_WORDS = 4
_OPEN_ANGLES: frozenset[Angle] = frozenset({"manifesto", "demonstration", "offer", "moment"})
"""Angles that the sector's own openers suit."""
_KIND_SLOTS = {
    "noun": "noun", "trait": "trait", "verb": "verb", "imperative": "imp", "infinitive": "inf", "clause": "clause",
}  # fmt: skip


def lead_phrase(facts: Facts, angle: Angle) -> Phrase | None:
    """The phrase of the brief that an angle is built on."""
    first = facts.benefits[0] if facts.benefits else facts.message
    named = {
        "manifesto": facts.message or first,
        "proof": facts.proof[0] if facts.proof else None,
        "craft": facts.craft,
        "problem": facts.without,
        "transformation": facts.change,
    }
    return named.get(angle, first)


def headlines(facts: Facts, angle: Angle) -> tuple[str, ...]:
    """Headlines for an angle, the first the one to take; never empty."""
    slots = _slots(facts, angle)
    frames = HEADLINES[facts.language][angle]
    is_message = angle == "manifesto" and "msg" in slots
    sector = _shuffled(_sector(facts), facts, f"headline {angle}")
    plain_ones = _shuffled(PLAIN_HEADLINES[facts.language], facts, f"plain {angle}")
    made = _filled((*frames, *sector, *plain_ones, "{brand}"), slots, facts)
    longest = MESSAGE_WORDS if is_message else HEADLINE_WORDS
    fits = [text for text in made if word_count(text) <= longest]
    return tuple(text.rstrip(".") for text in fits) or (facts.brand,)


def hooks(facts: Facts, angle: Angle) -> tuple[str, ...]:
    """First spoken lines for an angle, each naming the brand; never empty."""
    frames = HOOKS[facts.language][angle]
    if angle in _OPEN_ANGLES:
        frames = (*frames, *_sector(facts))
    named = [frame for frame in frames if re.search(r"{(group|a_product|product)}", frame, re.IGNORECASE)]
    others = [frame for frame in frames if frame not in named]
    mixed = (*_shuffled(named, facts, "named hook"), *_shuffled(others, facts, f"hook {angle}"))
    return _filled((*mixed, *_sector(facts), "{Full}.", "{brand}."), _slots(facts, angle), facts) or (
        f"{facts.brand}.",
    )


def fillers(facts: Facts) -> tuple[str, ...]:
    """Lines for a brief that says next to nothing."""
    frames = (*FILLERS[facts.language], *_shuffled(_sector(facts), facts, "filler"))
    made = _filled(frames, _slots(facts, "manifesto"), facts)
    return tuple(text for text in made if plain(text).strip(".") not in {plain(facts.brand), plain(facts.product)})


def spoken(facts: Facts, phrase: Phrase, max_words: int = LINE_WORDS) -> tuple[str, ...]:
    """Ways to say a phrase of the brief, without the brand's name first where the words are the client's own."""
    short = shorten(phrase, max_words, facts.language)
    if short is None:
        return ()
    slots = {**_slots(facts, "manifesto"), "x": short.text, "X": short.as_start}
    return _filled(BODY[facts.language].get(short.kind, ("{X}.",)), slots, facts)


def paired(facts: Facts, phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """The phrases, a short one that anyone could say joined with another: `zero sugar, 12 calories a can`."""
    made: list[Phrase] = []
    left = list(phrases)
    while left:
        phrase = left.pop(0)
        mate = next((other for other in left if _may_pair(phrase, other)), None)
        if mate and not facts.guard.is_own(phrase.text):
            left.remove(mate)
            phrase = Phrase(f"{phrase.text}, {mate.text}", phrase.kind)
        made.append(phrase)
    return tuple(made)


def _may_pair(phrase: Phrase, other: Phrase) -> bool:
    are_short = phrase.words <= _PAIR_WORDS and other.words <= _PAIR_WORDS + 1
    return are_short and {phrase.kind, other.kind} <= {"noun", "trait"}


def support(facts: Facts, phrase: Phrase) -> str:
    """A phrase as type on a picture; empty when it cannot be said in so few words."""
    short = shorten(phrase, SUPPORT_WORDS, facts.language)
    if short is None:
        return ""
    colon = " : " if facts.language == "fr" else ": "
    made = (short.as_start, f"{facts.brand}{colon}{short.text}", f"{facts.product}{colon}{short.text}")
    texts = [finish(text, facts.language) for text in made]
    return next((text for text in texts if _may_say(text, facts) and word_count(text) <= SUPPORT_WORDS + 1), "")


def written_offer(facts: Facts) -> str:
    """The deal in the brief's own figures, with the brand's name on it; empty when there is none."""
    if not facts.offer:
        return ""
    offer = _offer_core(facts)
    colon = " : " if facts.language == "fr" else ": "
    is_price = _PRICE.match(offer) or facts.brief.sector == "finance"
    has_code = re.search(r"\b[A-Z]{2,}\d+\b|\bcode\b", offer)
    many = word_count(f"{offer} {facts.at_brand}") > _OFFER_WORDS - 2 or re.search(r",| pour | for ", offer)
    with_brand = (
        f"{facts.brand}{colon}{lower_first(offer, facts.names)}"
        if has_code or many or is_price
        else f"{offer} {facts.at_brand}"
    )
    is_unmistakable = word_count(offer) >= _SPECIFIC_WORDS and any(character.isdigit() for character in offer)
    options = (offer if is_unmistakable or _names_brand(offer, facts) else with_brand, with_brand, offer)
    return next((t for t in (finish(o, facts.language) for o in options) if _may_say(t, facts)), "")


def call_to_action(facts: Facts, longest_s: float) -> str:
    """The client's call, made his own with his address or name; a call of his sector when he gives none.

    Where the fullest wording takes longer to say than `longest_s`, a shorter one is taken.
    """
    asked = next((q.default for q in facts.brief.questions if q.field == "cta"), "")
    call = tidy(facts.brief.cta or asked, facts.language)
    is_foreign = (language_of(call) or facts.language) != facts.language
    if is_foreign:
        call = translated_call(call, facts.language, (facts.brief.product, facts.brand, facts.url))
    else:
        call = translated(call, facts.language) or call
    call = upper_first(call) if facts.guard.allows(call) else ""
    options = [call, re.sub(r"(?<=\w\.)(\w+)/\S*", r"\1", call)] if call and _names_brand(call, facts) else []
    if call and not options:
        options += _signed(call, facts)
    default = f"{CALLS[facts.language].get(facts.brief.sector, CALLS[facts.language]['other'])} {facts.brand}"
    at = "at" if facts.language == "en" else "sur"
    by_sector = [*([f"{default} {at} {facts.url}"] if facts.url else []), default]
    for wording in (options, by_sector, [facts.url]):  # the client's own call is never changed for a shorter one
        made = [finish(option, facts.language) for option in wording if option]
        fits = [text for text in made if _may_say(text, facts) and word_count(text) <= _CTA_WORDS + 1]
        in_time = [text for text in fits if spoken_s(text, facts.language) <= longest_s]
        if fits:
            return in_time[0] if in_time else min(fits, key=lambda text: spoken_s(text, facts.language))
    return facts.brand


def _signed(call: str, facts: Facts) -> list[str]:
    if facts.language == "en":
        by_url = f"{call} {'on' if call.lower().startswith(('find', 'download')) else 'at'} {facts.url}"
        by_name = (
            f"{call} {'at' if call.lower().startswith(('come', 'visit', 'see', 'drop')) else 'with'} {facts.brand}"
        )
        if call.lower().endswith(" one"):
            return [f"{call[:-3]}{a_en(facts.brand)}"]
        if call.lower().endswith("the app"):
            by_name = f"{call[:-3]}{facts.brand} app"
    else:
        by_url = f"{call} sur {facts.url}"
        place = "avec" if re.match(r"(?i)(le|la|les|l’)\b", facts.brand) or facts.brief.sector == "event" else "chez"
        by_name = (
            f"{call} sur {facts.brand}" if plain(call).endswith("savoir plus") else f"{call} {place} {facts.brand}"
        )
        if plain(call).endswith(("appli", "application")):
            by_name = f"{call} {facts.brand}"
    bare_verb = re.fullmatch(
        r"(?i)discover|try|taste|support|join|visit|d[ée]couvr\w+|essaye[rz]|go[uû]te[rz]|soutene[rz]", call
    )
    return [*([f"{call} {facts.brand}"] if bare_verb else []), *([by_url] if facts.url else []), by_name]


def _offer_core(facts: Facts) -> str:
    """The offer within its words, cut at a clause end; the piece with figures when a label stands before it."""
    head, mark, tail = facts.offer.partition(":")
    offer = (
        tail.strip() if mark and any(c.isdigit() for c in tail) and not any(c.isdigit() for c in head) else facts.offer
    )
    cut = shorten(Phrase(offer, "noun"), _OFFER_WORDS, facts.language)
    loses_figures = cut and re.search(r"\d", offer[len(cut.text) :]) and word_count(offer) <= _LONGEST_OFFER_WORDS
    return upper_first(cut.text if cut and not loses_figures else offer)


def _slots(facts: Facts, angle: Angle) -> Mapping[str, str]:
    product = facts.product if any(c.isupper() for c in facts.product[1:]) else lower_first(facts.product)
    deal = _short_offer(facts)
    is_named = plain(facts.brand) in plain(product)
    full = (
        product
        if is_named
        else f"{facts.brand}{', ' if facts.language == 'fr' else ' '}{product}"
        if product
        else facts.brand
    )
    can_frame = not is_named and 2 <= word_count(product) <= _PRODUCT_WORDS and facts.brief.sector not in {"job", "ngo"}
    is_thing = can_frame and facts.brief.sector in _GOODS and not product.endswith(("s", "ware")) and product.islower()
    slots = {
        "brand": facts.brand, "at": facts.at_brand, "of": of_fr(facts.brand), "a": a_en(facts.brand),
        "full": full,
        "brands": possessive_en(facts.brand), "neg": facts.absence, "a_neg": _with_article(facts.absence),
        "moment": facts.moment, "offer": lower_first(deal, facts.names),
        "deal": "" if re.search(r",| pour ", deal) or _PRICE.match(deal) else deal,
        "group": facts.group, "product": product if can_frame else "",
        "a_product": a_en(product) if is_thing else "",
    }  # fmt: skip
    if facts.message and (message := headline_message(facts)):
        slots["msg"] = message
    if facts.proof and (proof := shorten(facts.proof[0], HEADLINE_WORDS - 1, facts.language)):
        slots["proof"] = proof.text
    lead = lead_phrase(facts, angle)
    if lead and (short := shorten(lead, HEADLINE_WORDS - 2, facts.language)):
        slots[_KIND_SLOTS[short.kind]] = short.text
    slots = {name: text for name, text in slots.items() if text}
    return {**slots, **{name.capitalize(): upper_first(text) for name, text in slots.items()}}


def headline_message(facts: Facts) -> str:
    """The client's message as a headline: whole where it is short, else its first clause; empty when that is long."""
    if not facts.message:
        return ""
    is_short = facts.message.words <= MESSAGE_WORDS
    message = facts.message if is_short else shorten(facts.message, HEADLINE_WORDS, facts.language)
    if message and message.kind == "verb":
        return f"{facts.brand} {message.text}"
    return message.text if message else ""


def _short_offer(facts: Facts) -> str:
    if not facts.offer:
        return ""
    deal = re.split(r"\s(?:jusqu|until|till?\b|avec le code|with (?:the )?code)", _offer_core(facts))[0]
    cut = shorten(Phrase(deal, "noun"), HEADLINE_WORDS - 2, facts.language)
    has_lost = cut and re.search(r"\d", facts.offer) and not re.search(r"\d", cut.text)
    return cut.text if cut and not has_lost else ""


def _with_article(noun: str) -> str:
    is_bare = noun.endswith("s") or any(word in MASS_EN for word in noun.split())
    return noun if not noun or is_bare else a_en(noun)


def _sector(facts: Facts) -> tuple[str, ...]:
    return SECTORS[facts.language].get(facts.brief.sector, SECTORS[facts.language]["other"])


def _filled(frames: Iterable[str], slots: Mapping[str, str], facts: Facts) -> tuple[str, ...]:
    made: list[str] = []
    for frame in frames:
        names = re.findall(r"{(\w+)}", frame)
        if all(name in slots for name in names):
            text = frame.format_map(slots)
            text = finish(text if text.startswith(facts.brand) else upper_first(text), facts.language)
            if _may_say(text, facts) and not _stutters(text, facts) and not _MELTS.search(text):
                made.append(text)
    return tuple(dict.fromkeys(made))


def _may_say(text: str, facts: Facts) -> bool:
    return bool(content_words(text)) and facts.guard.allows(text) and facts.guard.is_own(text)


def _stutters(text: str, facts: Facts) -> bool:
    """Whether the brand is named twice."""
    return plain(text).count(plain(facts.brand)) > 1


def _names_brand(text: str, facts: Facts) -> bool:
    bare = plain(text)
    return plain(facts.brand) in bare or bool(facts.url and plain(facts.url) in bare)


def _shuffled(frames: Sequence[str], facts: Facts, purpose: str) -> tuple[str, ...]:
    """The frames in this brief's own order."""
    return tuple(sorted(frames, key=lambda frame: hashlib.sha256(f"{facts.seed} {purpose} {frame}".encode()).digest()))
