"""What people are asked to do, where, and when the ad is needed."""

from __future__ import annotations

import re

from admaker_desktop.providers.draft.reading.statements import Statement
from admaker_desktop.providers.draft.reading.words import capitalise, fold, quoted, trim

# what a client writes (infinitive, third person, imperative stem) and the imperative of the ad
_FRENCH_VERBS = (
    "command:Commandez, reserv:Réservez, telecharg:Téléchargez, decouvr:Découvrez, essay:Essayez, "
    "inscri:Inscrivez-vous, rejoign:Rejoignez, achet:Achetez, pass:Passez, ven:Venez, visit:Visitez, "
    "goutez:Goûtez, gout:Goûtez, donn:Donnez, postul:Postulez, contact:Contactez, appel:Appelez, profit:Profitez, "
    "test:Testez, adopt:Adoptez, demand:Demandez, souscri:Souscrivez, simul:Simulez, abonn:Abonnez-vous, "
    "prene:Prenez, prendre:Prenez, prenn:Prenez, pouss:Poussez, retrouv:Retrouvez, offr:Offrez, parrain:Parrainez, "
    "soutene:Soutenez, souten:Soutenez, faire:Faites, fass:Faites, faites:Faites, choisi:Choisissez, "
    "compar:Comparez, "
    "candidat:Candidatez, rend:Rendez-vous, all:Allez, cliqu:Cliquez, precommand:Précommandez, cre:Créez, "
    "ouvr:Ouvrez, suiv:Suivez, particip:Participez, sign:Signez, aid:Aidez, lis:Lisez, craqu:Craquez"
)
_STEMS = [
    (stem, imperative) for stem, _, imperative in (pair.strip().partition(":") for pair in _FRENCH_VERBS.split(","))
]
_ENGLISH_VERBS = (
    "order|shop|book|reserve|buy|get|try|download|discover|join|sign up|start|visit|find|subscribe|donate|give|"
    "apply|call|register|learn more|pre-?order|taste|come|see|explore|claim|grab|switch|meet|request|compare|"
    "choose|"
    "take|open|sponsor|help|support|follow|swap|drop in|pop in|walk in|read|watch|ask|talk to|check|tap|click|scan|"
    "plan|rsvp|create|adopt|become|enrol|enroll"
)
_FRENCH_IMPERATIVE = re.compile(
    r"^(?:commandez|reservez|telechargez|decouvrez|essayez|inscrivez|rejoignez|achetez|passez|venez|visitez|goutez|"
    r"donnez|postulez|contactez|appelez|profitez|testez|adoptez|demandez|souscrivez|simulez|abonnez|prenez|poussez|"
    r"retrouvez|"
    r"offrez|parrainez|soutenez|faites|choisissez|comparez|candidatez|rendez-vous|allez|precommandez|creez|ouvrez|"
    r"suivez|participez|signez|aidez|craquez|rejoins|commande|reserve|telecharge|decouvre|essaie|inscris|postule|"
    r"viens|passe|teste|goute|donne)\b"
)
_ENGLISH_IMPERATIVE = re.compile(rf"^(?:{_ENGLISH_VERBS})\b")
_END = re.compile(
    r"\b(?:(?:end|finish|close|ends|sign off)(?:s|ing)? (?:it )?(?:with|on)|(?:last|final|closing) (?:line|words?|"
    r"frame|card|screen)(?: says?| reads?| is)?|fini(?:r|t|ssez|ssons)? (?:par|sur|avec)|termine[rz]? (?:par|sur|"
    r"avec)|conclu\w+ (?:par|sur)|appel a l'action|call[- ]to[- ]action|cta|button|bouton|"
    r"end ?card|ecran de fin|carton de fin|(?:et )?(?:a la|pour la) fin)\b[^:\"«“]{0,40}?(?:[:=]|\bis\b|\bto\b|"
    r"\best\b|\bsays?\b|\bavec\b|\bpar\b|\bsur\b|\bwith\b|(?=[\"«“]))\s*"
)
_WANT_ENGLISH = re.compile(
    rf"\b(?:(?:want|get|ask|invite|encourage|need|like|nudge|push)(?:s|ing)? (?:people|them|viewers|everyone|folks|"
    rf"parents|customers|locals|users|visitors|candidates|families|[\w-]+s) to|the (?:goal|aim|idea|point|"
    rf"objective|action) is (?:to get (?:people|them) to|for (?:people|them) to|that (?:people|they))|(?:people|"
    rf"you|they|viewers|customers|clients|everyone|locals|candidates) (?:should|can|could|must|need to|have to|"
    rf"just)(?: then| just| simply| end up)?|"
    rf"(?:send|drive|direct) (?:people|them|viewers|everyone|traffic) to) (?P<act>(?:(?:{_ENGLISH_VERBS})(?:ing)?|"
    rf"(?:donat|subscrib|giv|tak|com|explor|mak|receiv)ing|visiting|getting|go to|the|our)\b(?:[^.;:!?()]|"
    rf"\.(?=\w)){{2,80}})"
)
_WANT_FRENCH = re.compile(
    r"\b(?:(?:on|nous) (?:veut|voudrait|aimerait|voulons|souhaite|souhaitons|voudrions) (?:que )?(?:les gens|"
    r"qu'ils|qu'elles|qu'on|ils|les clients|les [\w-]+|chacun|tout le monde)|(?:inciter|inviter|pousser|encourager|"
    r"amener|donner envie)(?: [\w'-]+){0,4} (?:a|de|d')|l'objectif(?: est|,? c'est)? (?:de|d'|que les gens|qu'ils)|"
    r"(?:il faut|faut) que (?:les gens|les [\w-]+|ils)|\b(?:on|les gens peuvent|vous pouvez|"
    r"ils peuvent)(?= (?:reserve|commande|s'inscri|telecharge|achete|postule|s'abonne|donne)\w* (?:sur|en ligne|au|"
    r"via|par|des)\b)|le but(?: est|,? c'est)? (?:de|d'|que les gens|qu'ils)|pour qu'(?:ils|"
    r"elles))\s*(?P<act>(?:s'|se )?[a-z]+\b(?:[^.;:!?()]|\.(?=\w)){2,80})"
)
_ACT_STOP = re.compile(
    r",\s|\s[–—-]\s|\s(?:or|ou) (?:just|else|simply|par|aillent|passent)|\b(?:et (?:qu|pas)|and (?:not|that)|parce|"
    r"because|so that|afin|pour que|before|avant)\b"
)
_LABEL_SPLIT = re.compile(r"\s+(?:→|->|=>|>)\s+|\.\s+|\s+\(|\s+[–—]\s+|;\s+")
_MAX_WORDS = 9

_MONTH = (
    r"(?:jan(?:uary|vier|v)?|feb(?:ruary)?|fev(?:rier|r)?|mar(?:ch|s)?|apr(?:il)?|avr(?:il)?|may|mai|june?|juin|"
    r"july?|juil(?:let)?|aug(?:ust)?|aout|sept?(?:ember|embre)?|oct(?:ober|obre)?|nov(?:ember|embre)?|dec(?:ember|"
    r"embre)?)\b\.?"
)
_DAY = (
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|lundi|mardi|mercredi|jeudi|vendredi|samedi|"
    r"dimanche|tomorrow|demain|tonight|ce soir)"
)
_DATE = (
    rf"(?:(?:{_DAY},? )?(?:le |the )?\d{{1,2}}(?:er|st|nd|rd|th)? (?:of )?{_MONTH}(?:,? \d{{4}})?|"
    rf"{_MONTH} (?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|\d{{4}}-\d\d-\d\d|"
    rf"\d{{1,2}}[/.]\d{{1,2}}(?:[/.]\d{{2,4}})?|(?:next |this |end of |the end of |fin |mi-|"
    rf"debut )?{_DAY}(?: prochain| matin| soir| morning| evening| night| midday| noon| midi)?|"
    rf"(?:the )?(?:end of (?:the |this |next )?(?:week|month|{_MONTH})|(?:next|this) (?:week|month))|"
    rf"(?:la )?(?:fin (?:de |du )?(?:la )?(?:semaine|mois|{_MONTH})|semaine prochaine)|(?:mid-|mi-|debut |early |"
    rf"late |fin ){_MONTH})"
)
_DUE = re.compile(
    rf"\b(?:(?:need|needed|required|due|deliver(?:ed|y)?|send|ready|have (?:it|this|them|something|everything)|"
    rf"get (?:it|this|them)|deadline|on air|live|go(?:es)? live|want (?:it|this|them)|finished|done|back|files?|"
    rf"draft|first version)\b[^.;!?]{{0,40}}?\b(?:by|before|on|for|is|no later than|until|:)|by|no later than|"
    rf"(?:livr\w+|rendu|rendre|besoin|il nous (?:le|la|les)? ?faut|faudrait|pret\w*|recevoir|deadline|diffus\w+|"
    rf"mise en ligne|en ligne|retour|premiere version|maquette)\b[^.;!?]{{0,40}}?(?:\bavant|\bpour|\bd'ici|\ble|"
    rf"\bau plus tard|:)|\bd'ici|\bau plus tard|\bavant)\s+(?P<date>(?:le |the |a |au |la )?{_DATE}(?:,? (?:a |at |"
    rf"avant |before )?\d{{1,2}}\s?(?:h\d{{0,2}}|[ap]\.?m\.?|:\d\d))?)"
)
_OFFER_DATE = re.compile(
    r"\b(?:offre|offer|valable|valid|remise|discount|promo\w*|% off|order(?:s|ed)?|command\w*|book(?:ed|ing)?|"
    r"reserv\w+|sign up|inscri\w+|apply|postul\w+|early[- ]bird|tickets?|billets?)\b[^.;]{0,50}$"
)
_SOON = re.compile(r"\b(?:asap|as soon as possible|des que possible|au plus vite|tres urgent|urgent)\b")


def labelled_action(text: str) -> str:
    """The call to action of a labelled value: what stands in quotes, or its first phrase."""
    marked = quoted(text)
    if marked and (fold(text).startswith(('"', "«", "“", "'")) or _is_imperative(marked[0])):
        return trim(marked[0])
    phrase = trim(_LABEL_SPLIT.split(text)[0])
    act = _as_imperative(phrase)
    return act or capitalise(phrase)


def find_action(statement: Statement) -> str:
    """The call to action that a sentence of prose names or describes; empty when it does neither."""
    if statement.field in ("prohibitions", "legal", "tone", "audience", "lengths", "formats", "colours"):
        return ""
    text, folded = statement.text, statement.folded
    end = _END.search(folded)
    if end:
        rest = text[end.end() :]
        marked = quoted(rest)
        phrase = marked[0] if marked else _first_phrase(rest)
        if marked or _is_imperative(phrase):
            return capitalise(trim(phrase))
    for pattern in (_WANT_ENGLISH, _WANT_FRENCH):
        match = pattern.search(folded)
        told = _first_phrase(text[match.start("act") : match.end("act")]) if match else ""
        act = _as_imperative(told) if pattern is _WANT_ENGLISH else _from_stem(told)
        if act:
            return _to_viewer(act)
    marked = [quote for quote in quoted(text) if _is_imperative(quote) and len(quote.split()) <= _MAX_WORDS]
    if marked and not re.search(r"\b(?:slogan|tagline|message|baseline)\b", folded):
        return capitalise(trim(marked[0]))
    return ""


def find_bare_action(statement: Statement) -> str:
    """A sentence that is itself an imperative with an address or a place: `Book a table on x.example`."""
    phrase = trim(statement.text)
    if (
        statement.field in ("", "offer", "product", "url")
        and not statement.is_title
        and _is_imperative(phrase)
        and len(phrase.split()) <= _MAX_WORDS
    ):
        has_place = re.search(
            r"\b[\w-]+\.(?:[a-z]{2,8})\b|\b(?:online|now|today|en ligne|maintenant|aujourd'hui|in store|"
            r"en boutique|en magasin)\b",
            fold(phrase),
        )
        return capitalise(phrase) if has_place else ""
    return ""


def _to_viewer(act: str) -> str:
    """An act told of others turned to the viewer: `their rate` becomes `your rate`."""
    for other, own in (("their", "your"), ("leurs", "vos"), ("leur", "votre")):
        act = re.sub(rf"\b{other}\b", own, act)
    return act


def _first_phrase(text: str) -> str:
    stop = _ACT_STOP.search(fold(text))
    return trim(text[: stop.start()] if stop else text)


def _is_imperative(text: str) -> bool:
    folded = fold(text).strip()
    return bool(_FRENCH_IMPERATIVE.match(folded) or _ENGLISH_IMPERATIVE.match(folded))


def _as_imperative(phrase: str) -> str:
    """The phrase as an ad says it: `réserver une table` -> `Réservez une table`; empty when it is no known act."""
    phrase = re.sub(r"^([A-Za-z]+?)ing\b", _infinitive, phrase)
    folded = fold(phrase)
    if not phrase or len(phrase.split()) > _MAX_WORDS + 3:
        return ""
    if _is_imperative(phrase) and not re.match(r"(?:donner|faire)\b", folded):
        return capitalise(phrase)
    go = re.match(r"(?:go to|the|our)\s+(?:website|site|shop|store|page)?\s*(?:at |on |, )?", folded)
    if go and go.group().startswith(("go", "the web", "the site", "our ")):
        rest = phrase[go.end() :].strip()
        return f"Visit {rest}" if rest else ""
    return _from_stem(phrase)


def _from_stem(phrase: str) -> str:
    """The imperative of a French act told in the infinitive or of others: `on réserve sur x` -> `Réservez sur x`."""
    match = re.match(r"(?:s'|se |nous |l'|la |le |les )?([a-z]+)(?:\s|$|-)", fold(phrase))
    if not match:
        return ""
    verb = match.group(1)
    for stem, imperative in _STEMS:
        if verb.startswith(stem) and re.fullmatch(r".*(?:er|ir|re|ent|oir|e|ez|ire|dre|aille|ivent)", verb):
            return f"{imperative} {phrase[match.end(1) :].strip()}".strip()
    return ""


def _infinitive(match: re.Match[str]) -> str:
    """`download` for `downloading`, `donate` for `donating`; other words ending in -ing stay."""
    stem = match.group(1)
    for verb in (stem, stem + "e", stem[:-1]):
        if _ENGLISH_IMPERATIVE.fullmatch(verb.lower()):
            return verb
    return match.group()


def find_deadline(statement: Statement) -> str:
    """The date by which a sentence of prose asks for the ad, in its words; empty when it asks for none."""
    if statement.field not in ("", "other", "background", "lengths", "formats"):
        return ""
    text = statement.folded
    match = _DUE.search(text)
    if match and not _OFFER_DATE.search(text[: match.start("date")]):
        value = trim(statement.text[match.start("date") : match.end("date")])
        return re.sub(r"^(?:le|the)\s+", "", value, flags=re.IGNORECASE)
    soon = _SOON.search(text)
    return statement.text[soon.start() : soon.end()] if soon else ""
