"""Reads a brief: from the client's words to every field of `ad.brief.Brief`, with the quotes that show where from."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from admaker_desktop.ad.base import Language
from admaker_desktop.ad.brief import Brief, BriefSource, Length
from admaker_desktop.providers.draft.reading import (
    action,
    claims,
    colours,
    formats,
    language,
    legal,
    people,
    prohibitions,
    questions,
)
from admaker_desktop.providers.draft.reading.clean import clean_text
from admaker_desktop.providers.draft.reading.identity import Identity, find_identity
from admaker_desktop.providers.draft.reading.links import (
    find_addresses,
    find_pictures,
    shown_address,
    without_pictures,
)
from admaker_desktop.providers.draft.reading.mail import Message, split_thread
from admaker_desktop.providers.draft.reading.material import Material
from admaker_desktop.providers.draft.reading.statements import Statement, read_statements, without
from admaker_desktop.providers.draft.reading.words import fold, quoted, squash, trim

_MESSAGE_CUE = re.compile(
    r"\b(?:(?:key |main |single |one |core )?message(?: is| here is| would be| cle| principal| est|"
    r" a faire passer(?: est| c'est)?| c'est| de la pub(?: est| c'est)?)|(?:the )?(?:one|only|single|"
    r"main) (?:thing|idea|point)(?: (?:to|we|people|they|i)[^:,.]{0,50}?)?(?: is)?|(?:people|viewers|they|"
    r"everyone) (?:should|must|need to) (?:remember|understand|know|feel|get|take away)|"
    r"want (?:people|them|viewers|everyone) to (?:remember|understand|know|feel|believe|think|realise|realize)|"
    r"(?:une|la) seule (?:chose|idee)(?: a (?:dire|retenir|faire comprendre))?(?: est| c'est)?|(?:l'idee|"
    r"l'idee cle|l'idee principale|la promesse)(?:,| est| c'est|,? c'est)|(?:doivent|doit|faut qu'on|faut qu'ils|"
    r"faut que les gens|qu'ils|qu'on) (?:retien\w+|compren\w+|retenir|comprendre|sach\w+)|"
    r"(?:the )?idea is(?: simple)?|(?:our|the|notre|la) (?:slogan|tagline|baseline|signature|motto|promise)(?: is|"
    r" est)?|ce qu'(?:on|il faut) (?:veut |doit )?(?:dire|retenir|faire passer)(?: est|,? c'est)?)\s*(?:that |que |"
    r"qu'|,? ?c'est |:|,|is |est )*\s*"
)
_MAX_POINTS = 6
_LONGEST_S = 180
_OPENING_CHARS = 600


def read_brief(source: BriefSource) -> Brief:
    """The brief as understood; what it leaves open is asked in `questions`, each with the default that is used."""
    text = clean_text(source.text)
    thread = split_thread(without_pictures(text))
    told = [s for age, message in enumerate(thread) for s in _statements(message, age)]
    everything = _answered(source.answers) + [s for s in told if s.field not in source.answers]
    own_language = language.text_language(
        "\n".join(line for message in thread for line in [message.subject, *message.lines])
    )
    legal_found = legal.find_legal(everything)
    others = without([s for s in everything if s.field != "legal"], legal_found)
    bans_found = prohibitions.find_prohibitions(others)
    material = Material(without([s for s in others if s.field != "prohibitions"], bans_found))
    asked = _languages(material)
    ad_language = source.language or (asked[0] if asked else own_language)
    url = _url(material, thread)
    identity = find_identity(material, thread, url, source.name, own_language)
    legal_lines = material.keep("legal", legal_found)
    default_line = "" if legal_lines else _default_line(material, identity, ad_language)
    bans = material.keep("prohibitions", bans_found)
    offer = _offer(material)
    pictures = find_pictures(text)
    lengths = _lengths(material)
    brief = Brief(
        language=ad_language,
        brand=identity.brand,
        product=identity.product,
        subject=identity.category.subject,
        sector=identity.category.sector,
        offer=offer,
        audience=_audience(material),
        message=_message(material),
        benefits=_points(material, "benefits", claims.is_benefit, offer),
        proof=_points(material, "proof", claims.is_proof, offer),
        tone=_tone(material),
        cta=_cta(material),
        url=url,
        legal=legal_lines or ((default_line,) if default_line else ()),
        prohibitions=bans,
        banned_terms=prohibitions.find_banned_terms(list(bans), f"{identity.brand} {identity.product}"),
        colours=material.keep("colours", material.newest(colours.find_colours)),
        fonts=material.keep("fonts", material.newest(colours.find_fonts)),
        formats=material.keep("formats", material.newest(formats.find_ratios)),
        other_formats=material.keep("other_formats", formats.find_other_formats(material.sentences)),
        lengths=tuple(Length(seconds=seconds) for seconds in lengths if seconds <= _LONGEST_S),
        languages=asked or (ad_language,),
        deadline=_deadline(material),
        photos=pictures.photos,
        logo=pictures.logo,
        evidence=material.evidence(),
    )
    defaults = _open_fields(brief, identity, own_language)
    if default_line:
        defaults["legal"] = default_line
    if lengths and not brief.lengths:
        defaults["lengths"] = questions.too_long(lengths[0], own_language)
    unknown = next((word for s in material.sentences if (word := language.asked_but_unknown(s))), "")
    if unknown:
        defaults["languages"] = questions.instead_of(unknown, ad_language, own_language)
    return brief.model_copy(update={"questions": questions.ask(defaults, own_language)})


def _open_fields(brief: Brief, identity: Identity, own_language: Language) -> dict[str, str]:
    """What the brief does not say, with the default for each; an empty one stands for the house's own."""
    defaults: dict[str, str] = {}
    if not identity.is_brand_named:
        defaults["brand"] = brief.brand
    if not identity.is_product_named:
        defaults["product"] = brief.product
    if not brief.message:
        defaults["message"] = brief.benefits[0] if brief.benefits else _named_message(brief, own_language)
    if not brief.cta:
        spoken = "" if identity.is_product_named and not identity.is_brand_named else brief.brand
        defaults["cta"] = questions.default_action(brief.sector, spoken, brief.product, brief.url, brief.language)
    for name in ("audience", "tone", "offer", "url", "colours", "formats", "lengths"):
        if not getattr(brief, name):
            defaults[name] = ""
    return defaults


def _answered(answers: Mapping[str, str]) -> list[Statement]:
    """The user's answers as the newest labelled statements, so that what is derived from them fits them."""
    return [Statement(line, field) for field, text in answers.items() for line in text.splitlines() if line.strip()]


def _statements(message: Message, age: int) -> list[Statement]:
    title = [Statement(message.subject, age=age, is_title=True)] if message.subject else []
    return title + read_statements(message.lines, age)


def _named_message(brief: Brief, own_language: Language) -> str:
    if squash(brief.product) in squash(brief.brand):
        return brief.brand
    return f"{brief.brand} : {brief.product}" if own_language == "fr" else f"{brief.brand}: {brief.product}"


def _languages(material: Material) -> tuple[Language, ...]:
    for age in material.ages:
        found: dict[Language, None] = {}
        for sentence in material.sentences:
            if sentence.age == age:
                for asked in language.asked_languages(sentence):
                    found.setdefault(asked)
                    material.note("languages", sentence)
        if found:
            return tuple(found)
    return ()


def _url(material: Material, thread: list[Message]) -> str:
    ordered = [*material.labelled("url"), *material.labelled("cta"), *material.sentences]
    for sentence in ordered:
        if sentence.field not in ("prohibitions", "legal"):
            for address in find_addresses(sentence.text):
                material.note("url", sentence)
                return shown_address(address)
    signed = find_addresses(" ".join(line for message in thread for line in message.signature))
    return shown_address(signed[0]) if signed else ""


def _offer(material: Material) -> str:
    for age in material.ages:
        own = [s for s in material.statements if s.field == "offer" and s.age == age and not legal.is_none(s.text)]
        if own:
            material.note("offer", own[0])
            return ", ".join(trim(s.text) for s in own[:3])
        for sentence in material.sentences:
            value = (
                claims.find_offer(sentence)
                if sentence.age == age and not prohibitions.is_ban(sentence.text, sentence.field)
                else ""
            )
            if value:
                material.note("offer", sentence)
                return value
    return ""


def _cta(material: Material) -> str:
    own = material.labelled("cta")
    if own:
        material.note("cta", own[0])
        return action.labelled_action(own[0].text)
    return material.first("cta", action.find_action) or material.first("cta", action.find_bare_action)


def _default_line(material: Material, identity: Identity, ad_language: Language) -> str:
    """The line that the law asks for where the brief forgets it; empty when no such law applies."""
    told = " ".join(s.folded for s in material.statements if s.field in ("product", "brand", "offer") or s.is_title)
    kind = legal.regulated_kind(fold(f"{identity.product} {identity.brand}")) or legal.regulated_kind(told)
    if not kind and identity.category.sector in ("drink", "finance"):
        kind = legal.regulated_kind(" ".join(s.folded for s in material.sentences if not s.field)[:_OPENING_CHARS])
    return legal.DEFAULT_LINES[kind][ad_language] if kind else ""


def _points(material: Material, name: str, tells: Callable[[Statement], bool], offer: str) -> tuple[str, ...]:
    """Benefits or proofs: the labelled list, else the sentences of prose that tell one."""
    own = material.labelled(name)
    if own:
        return material.keep(name, claims.listed(own))[:_MAX_POINTS]
    told = [
        (claims.proof_clause(sentence.text) if name == "proof" else trim(sentence.text), sentence)
        for sentence in material.sentences
        if tells(sentence)
        and not prohibitions.is_ban(sentence.text, sentence.field)
        and not (offer and squash(offer) in squash(sentence.text))
    ]
    return material.keep(name, told)[:_MAX_POINTS]


def _lengths(material: Material) -> list[float]:
    for age in material.ages:
        found = formats.find_lengths([s for s in material.sentences if s.age == age])
        if found:
            material.note("lengths", found[0][1])
            return [seconds for seconds, _ in found]
    return []


def _audience(material: Material) -> str:
    own = material.labelled("audience")
    if own:
        material.note("audience", own[0])
        return ", ".join(people.labelled_audience(s.text) for s in own[:3])
    return material.first("audience", people.find_audience)


def _message(material: Material) -> str:
    for name in ("message", "slogan"):
        own = material.labelled(name)
        if own:
            material.note("message", own[0])
            marked = quoted(own[0].text)
            return trim(marked[0]) if marked and len(marked[0]) > 0.5 * len(own[0].text) else trim(own[0].text)
    return material.first("message", _told_message)


def _told_message(sentence: Statement) -> str:
    if sentence.field in ("prohibitions", "legal", "tone", "cta"):
        return ""
    match = _MESSAGE_CUE.search(sentence.folded)
    rest = sentence.text[match.end() :] if match else ""
    marked = quoted(rest)
    value = trim(marked[0] if marked else rest)
    return value if len(value.split()) >= 2 else ""


def _tone(material: Material) -> tuple[str, ...]:
    own = material.labelled("tone")
    if own:
        found = [(tone, s) for s in own for tone in people.labelled_tone(s.text)]
        if found:
            return material.keep("tone", found)[:_MAX_POINTS]
    return material.keep("tone", [(tone, s) for s in material.sentences for tone in people.find_tone(s)])[:_MAX_POINTS]


def _deadline(material: Material) -> str:
    own = material.labelled("deadline")
    if own:
        material.note("deadline", own[0])
        return trim(own[0].text)
    return material.first("deadline", action.find_deadline)
