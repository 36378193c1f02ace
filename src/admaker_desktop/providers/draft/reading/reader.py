"""Reads a brief: from the client's words to every field of `ad.brief.Brief`, with the quotes that show where from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import PurePath

from admaker_desktop.ad.base import Language
from admaker_desktop.ad.brief import Brief, BriefSource, Evidence, Length
from admaker_desktop.providers.draft.reading import action, claims, colours, formats, language, legal, names, people, prohibitions, questions, subjects
from admaker_desktop.providers.draft.reading.clean import clean_text
from admaker_desktop.providers.draft.reading.links import company_domains, find_addresses, find_pictures, shown_address, site_name, without_pictures
from admaker_desktop.providers.draft.reading.mail import Message, split_thread
from admaker_desktop.providers.draft.reading.statements import Statement, read_statements, split_prose, without
from admaker_desktop.providers.draft.reading.words import capitalise, fold, quoted, squash, trim, unique

_MESSAGE_CUE = re.compile(
    r"\b(?:(?:key |main |single |one |core )?message(?: is| here is| would be| cle| principal| est| a faire passer(?: est| c'est)?| c'est| de la pub(?: est| c'est)?)|(?:the )?(?:one|only|single|main) (?:thing|idea|point)(?: (?:to|we|people|they|i)[^:,.]{0,50}?)?(?: is)?|(?:people|viewers|they|everyone) (?:should|must|need to) (?:remember|understand|know|feel|get|take away)|"
    r"want (?:people|them|viewers|everyone) to (?:remember|understand|know|feel|believe|think|realise|realize)|(?:une|la) seule (?:chose|idee)(?: a (?:dire|retenir|faire comprendre))?(?: est| c'est)?|(?:l'idee|l'idee cle|l'idee principale|la promesse)(?:,| est| c'est|,? c'est)|(?:doivent|doit|faut qu'on|faut qu'ils|faut que les gens|qu'ils|qu'on) (?:retien\w+|compren\w+|retenir|comprendre|sach\w+)|"
    r"(?:the )?idea is(?: simple)?|(?:our|the|notre|la) (?:slogan|tagline|baseline|signature|motto|promise)(?: is| est)?|ce qu'(?:on|il faut) (?:veut |doit )?(?:dire|retenir|faire passer)(?: est|,? c'est)?)\s*(?:that |que |qu'|,? ?c'est |:|,|is |est )*\s*"
)
_ADDS = re.compile(r"\b(?:add|adds|adding|also|as well|plus|too|another|extra|ajout\w+|aussi|en plus|egalement|rajout\w+)\b")
_QUOTE_CHARS = 240
_MAX_POINTS = 6


@dataclass(slots=True)
class _Reading:
    """A brief on its way to being understood."""

    statements: list[Statement]
    """Newest message first, in the order of each message."""
    evidence: dict[str, str] = field(default_factory=dict)
    sentences: list[Statement] = field(init=False)
    ages: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.sentences = split_prose(self.statements)
        self.ages = sorted({statement.age for statement in self.statements})

    def labelled(self, name: str) -> list[Statement]:
        """What stands under a label, from the newest message that has it."""
        for age in self.ages:
            own = [s for s in self.statements if s.field == name and s.age == age and not legal.is_none(s.text)]
            if own:
                return own
        return []

    def note(self, name: str, where: Statement | None) -> None:
        """Keep the client's words for a field that was found."""
        if where and name not in self.evidence:
            self.evidence[name] = where.text[:_QUOTE_CHARS]

    def first(self, name: str, find: Callable[[Statement], str]) -> str:
        """The first thing that prose tells about a field, newest message first."""
        for sentence in self.sentences:
            value = find(sentence)
            if value:
                self.note(name, sentence)
                return value
        return ""

    def keep(self, name: str, found: Iterable[tuple[str, Statement]]) -> tuple[str, ...]:
        """The values of a list field, with the quote of the first."""
        pairs = list(found)
        if pairs:
            self.note(name, pairs[0][1])
        return unique([value for value, _ in pairs])

    def newest(self, find: Callable[[list[Statement]], list[tuple[str, Statement]]]) -> list[tuple[str, Statement]]:
        """What the newest message that says anything about it says, with the older ones if it only adds."""
        found: list[tuple[str, Statement]] = []
        for age in self.ages:
            own = find([s for s in self.sentences if s.age == age])
            found += own
            if own and not any(_ADDS.search(where.folded) for _, where in own):
                break
        return found


def read_brief(source: BriefSource) -> Brief:
    """The brief as understood; what it leaves open is asked in `questions`, each with the default that is used."""
    text = clean_text(source.text)
    pictures = find_pictures(text)
    thread = split_thread(without_pictures(text))
    everything = [s for age, message in enumerate(thread) for s in _statements(message, age)]
    own_language = language.text_language("\n".join(s.text for s in everything) or text)
    legal_found = legal.find_legal(everything)
    others = without([s for s in everything if s.field != "legal"], legal_found)
    bans_found = prohibitions.find_prohibitions(others)
    reading = _Reading(without([s for s in others if s.field != "prohibitions"], bans_found))
    legal_lines, bans = reading.keep("legal", legal_found), reading.keep("prohibitions", bans_found)
    asked = _languages(reading)
    ad_language = source.language or (asked[0] if asked else own_language)
    url = _url(reading, thread)
    offer, cta = _offer(reading), _cta(reading)
    brand, is_brand_found, product, is_product_found = _names(reading, thread, url, source)
    category = subjects.find_category(product if is_product_found else "", reading.evidence.get("product", ""), brand, reading.statements)
    proof = _points(reading, "proof", claims.is_proof, offer)
    benefits = _points(reading, "benefits", claims.is_benefit, offer)
    lengths = _lengths(reading)
    open_fields: dict[str, str] = {}
    if not is_brand_found:
        open_fields["brand"] = brand
    if not is_product_found:
        open_fields["product"] = product
    audience, message, tone = _audience(reading), _message(reading), _tone(reading)
    colour_codes = reading.keep("colours", reading.newest(colours.find_colours))
    ratios = reading.keep("formats", reading.newest(formats.find_ratios))
    default_legal = "" if legal_lines else _default_legal(reading, f"{product} {brand}", category.sector, ad_language)
    if default_legal:
        open_fields["legal"] = default_legal
    if not message:
        open_fields["message"] = benefits[0] if benefits else _named_message(brand, product, own_language)
    if not cta:
        open_fields["cta"] = questions.default_action(category.sector, brand if is_brand_found or not is_product_found else "", product, url, ad_language)
    for name, value in (("audience", audience), ("tone", tone), ("offer", offer), ("url", url), ("colours", colour_codes), ("formats", ratios)):
        if not value:
            open_fields[name] = ""
    usable = [seconds for seconds in lengths if seconds <= 180]  # noqa: PLR2004 -- the longest ad that a Length holds
    if not usable:
        open_fields["lengths"] = questions.too_long(lengths[0], own_language) if lengths else ""
    unknown = next((word for s in reading.sentences if (word := language.asked_but_unknown(s))), "")
    if unknown:
        open_fields["languages"] = f"{unknown} : {ad_language}" if own_language == "fr" else f"{unknown}: {ad_language}"
    return Brief(
        language=ad_language,
        brand=brand,
        product=product,
        subject=category.subject,
        sector=category.sector,
        offer=offer,
        audience=audience,
        message=message,
        benefits=benefits,
        proof=proof,
        tone=tone,
        cta=cta,
        url=url,
        legal=legal_lines or ((default_legal,) if default_legal else ()),
        prohibitions=bans,
        banned_terms=prohibitions.find_banned_terms(list(bans), f"{brand} {product}"),
        colours=colour_codes,
        fonts=reading.keep("fonts", reading.newest(colours.find_fonts)),
        formats=ratios,
        other_formats=reading.keep("other_formats", formats.find_other_formats(reading.sentences)),
        lengths=tuple(Length(seconds=seconds) for seconds in usable),
        languages=asked or (ad_language,),
        deadline=_deadline(reading),
        photos=pictures.photos,
        logo=pictures.logo,
        questions=questions.ask(open_fields, own_language),
        evidence=tuple(Evidence(field=name, quote=quote) for name, quote in reading.evidence.items()),
    )


def _statements(message: Message, age: int) -> list[Statement]:
    title = [Statement(message.subject, age=age, is_title=True)] if message.subject else []
    return title + read_statements(message.lines, age)


def _named_message(brand: str, product: str, own_language: Language) -> str:
    if squash(product) in squash(brand):
        return brand
    return f"{brand} : {product}" if own_language == "fr" else f"{brand}: {product}"


def _languages(reading: _Reading) -> tuple[Language, ...]:
    for age in reading.ages:
        found: dict[Language, None] = {}
        for sentence in reading.sentences:
            if sentence.age == age:
                for asked in language.asked_languages(sentence):
                    found.setdefault(asked)
                    reading.note("languages", sentence)
        if found:
            return tuple(found)
    return ()


def _url(reading: _Reading, thread: list[Message]) -> str:
    ordered = [*reading.labelled("url"), *reading.labelled("cta"), *reading.sentences]
    for sentence in ordered:
        if sentence.field not in ("prohibitions", "legal"):
            for address in find_addresses(sentence.text):
                reading.note("url", sentence)
                return shown_address(address)
    signed = find_addresses(" ".join(line for message in thread for line in message.signature))
    return shown_address(signed[0]) if signed else ""


def _offer(reading: _Reading) -> str:
    for age in reading.ages:
        own = [s for s in reading.statements if s.field == "offer" and s.age == age and not legal.is_none(s.text)]
        if own:
            reading.note("offer", own[0])
            return ", ".join(trim(s.text) for s in own[:3])
        for sentence in reading.sentences:
            value = claims.find_offer(sentence) if sentence.age == age and not prohibitions.is_ban(sentence.text, sentence.field) else ""
            if value:
                reading.note("offer", sentence)
                return value
    return ""


def _cta(reading: _Reading) -> str:
    own = reading.labelled("cta")
    if own:
        reading.note("cta", own[0])
        return action.labelled_action(own[0].text)
    return reading.first("cta", action.find_action) or reading.first("cta", action.find_bare_action)


def _default_legal(reading: _Reading, named: str, sector: str, ad_language: Language) -> str:
    told = " ".join(s.folded for s in reading.statements if s.field in ("product", "brand", "offer") or s.is_title)
    first = " ".join(s.folded for s in reading.sentences if not s.field)[:600]
    kind = legal.regulated_kind(fold(named)) or legal.regulated_kind(told)
    if not kind and sector in ("drink", "finance"):
        kind = legal.regulated_kind(first)
    return legal.DEFAULT_LINES[kind][ad_language] if kind else ""


def _names(reading: _Reading, thread: list[Message], url: str, source: BriefSource) -> tuple[str, bool, str, bool]:
    """(brand, whether the brief names it, product, whether the brief names it)."""
    heads = " ".join(line for message in thread for line in [*message.head, *message.signature])
    domains = company_domains(heads)
    sites = ([site_name(url)] if url else []) + [site_name(domain) for domain in domains]
    brand, where = "", None
    own = reading.labelled("brand")
    if own:
        brand, where = names.labelled_brand(own[0].text), own[0]
    if not brand:
        signatures = [line for message in thread for text in message.signature for line in re.split(r"\s*[|,·•–—-]\s+", text) if line[:1].isupper()]
        brand, where = names.find_brand(reading.sentences, sites, signatures)
    reading.note("brand", where)
    product = _product(reading, brand)
    is_brand_found, is_product_found = bool(brand), bool(product)
    if not brand:
        spoken = " ".join(part.capitalize() for part in re.split(r"[-_.]", sites[0])) if sites else ""
        stem = re.sub(r"[_-]+", " ", PurePath(source.name).stem).strip()
        stem = "" if re.fullmatch(r"(?:brief|client|email|mail|message|untitled|sans titre|nouveau|new|document|\d| )*", fold(stem)) else stem
        brand = spoken or capitalise(product) or stem.title() or ("Votre marque" if source.language == "fr" else "Your brand")
    return brand, is_brand_found, product or brand, is_product_found


def _product(reading: _Reading, brand: str) -> str:
    own = reading.labelled("product")
    if own:
        value = names.labelled_product(own[0].text, brand)
        if value:
            reading.note("product", own[0])
            return value
    for is_thing in (subjects.is_thing, _is_named, bool):
        check = is_thing
        found = reading.first("product", lambda sentence: names.find_product(sentence, brand, check))  # noqa: B023
        if found:
            return found
    for statement in reading.statements:
        title = names.titled_name(statement) if statement.is_title else ""
        rest = trim(re.sub(rf"(?:{re.escape(brand)})\s*(?:[-–—:|,]\s*)?", "", title)) if brand else title
        if rest and squash(rest) != squash(brand):
            reading.note("product", statement)
            return names.noun_phrase(rest) or ""
    return ""


def _is_named(phrase: str) -> bool:
    """Whether a phrase holds a name: a capital beyond its first letter."""
    return any(char.isupper() for char in phrase[1:])


def _points(reading: _Reading, name: str, tells: Callable[[Statement], bool], offer: str) -> tuple[str, ...]:
    """Benefits or proofs: the labelled list, else the sentences of prose that tell one."""
    own = reading.labelled(name)
    if own:
        return reading.keep(name, claims.listed(own))[:_MAX_POINTS]
    told = [
        (claims.proof_clause(sentence.text) if name == "proof" else trim(sentence.text), sentence)
        for sentence in reading.sentences
        if tells(sentence) and not prohibitions.is_ban(sentence.text, sentence.field) and not (offer and squash(offer) in squash(sentence.text))
    ]
    return reading.keep(name, told)[:_MAX_POINTS]


def _lengths(reading: _Reading) -> list[float]:
    for age in reading.ages:
        found = formats.find_lengths([s for s in reading.sentences if s.age == age])
        if found:
            reading.note("lengths", found[0][1])
            return [seconds for seconds, _ in found]
    return []


def _audience(reading: _Reading) -> str:
    own = reading.labelled("audience")
    if own:
        reading.note("audience", own[0])
        return ", ".join(people.labelled_audience(s.text) for s in own[:3])
    return reading.first("audience", people.find_audience)


def _message(reading: _Reading) -> str:
    for name in ("message", "slogan"):
        own = reading.labelled(name)
        if own:
            reading.note("message", own[0])
            marked = quoted(own[0].text)
            return trim(marked[0]) if marked and len(marked[0]) > 0.5 * len(own[0].text) else trim(own[0].text)
    return reading.first("message", _told_message)


def _told_message(sentence: Statement) -> str:
    if sentence.field in ("prohibitions", "legal", "tone", "cta"):
        return ""
    match = _MESSAGE_CUE.search(sentence.folded)
    rest = sentence.text[match.end() :] if match else ""
    marked = quoted(rest)
    value = trim(marked[0] if marked else rest)
    return value if len(value.split()) >= 2 else ""  # noqa: PLR2004


def _tone(reading: _Reading) -> tuple[str, ...]:
    own = reading.labelled("tone")
    if own:
        found = [(tone, s) for s in own for tone in people.labelled_tone(s.text)]
        if found:
            return reading.keep("tone", found)[:_MAX_POINTS]
    return reading.keep("tone", [(tone, s) for s in reading.sentences for tone in people.find_tone(s)])[:_MAX_POINTS]


def _deadline(reading: _Reading) -> str:
    own = reading.labelled("deadline")
    if own:
        reading.note("deadline", own[0])
        return trim(own[0].text)
    return reading.first("deadline", action.find_deadline)
