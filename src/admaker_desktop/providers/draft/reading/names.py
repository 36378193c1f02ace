"""The names in a brief: the brand and what it advertises."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from admaker_desktop.providers.draft.reading.links import PLATFORMS
from admaker_desktop.providers.draft.reading.statements import Statement
from admaker_desktop.providers.draft.reading.words import fold, quoted, squash, trim

_CAPITALISED = r"[A-ZÀ-ÖØ-Þ][\w'’&.+-]*[\w+]|[A-ZÀ-Þ](?=\s|$)"
_LINK = r"(?:de|du|des|d'|d’|la|le|les|l'|l’|et|and|&|of|the|au|aux|für|van|von|y)"
NAME = rf"(?:(?:[LD]['’])?(?:{_CAPITALISED})(?:\s+(?:(?:{_LINK}\s+|[dl]['’]){{0,2}}(?:{_CAPITALISED}|\d{{1,4}}\b)))*)"
_NAME = re.compile(NAME)
_BRAND_CUE = re.compile(
    rf"(?:\b(?:our brand|the brand|brand called|(?:company|shop|studio|start-?up|restaurant|charity|bakery|bank|"
    rf"brand|firm|school|place|café|cafe|business|brewery|hotel|farm|gym|club|label|app) (?:called|named|is called|"
    rf"is)|we are|we're|we at|here at|team at|I run|I own|I'm (?:the |one of the )?(?:founder|owner|head|"
    rf"manager)[\w ]{{0,30}} (?:of|at)|"
    rf"I work (?:for|at)|(?:founder|owner|marketing|director|manager)[\w ]{{0,20}} (?:of|at)|on behalf of|(?:spot|"
    rf"ad|film|video|campaign|clip|commercial|brief) for|works? for|from (?:all of us|everyone|the team) at|"
    rf"la marque|notre marque|marque qui s'appelle|(?:qui |boîte |entreprise |maison |boutique |asso(?:ciation)? |"
    rf"association |restaurant |ferme |café |brasserie |boulangerie |banque |appli(?:cation)? |agence |"
    rf"start-?up )?(?:s'appelle|s’appelle|nommée?|baptisée?|appelée?)|nous sommes|on est|chez|je (?:travaille|"
    rf"bosse) (?:chez|pour)|je (?:dirige|gère|tiens|représente)|"
    rf"(?:fondateur|fondatrice|gérante?|directrice|directeur|responsable)[\w ]{{0,24}} (?:de|chez)|"
    rf"pour le compte de|(?:spot|pub|film|vidéo|campagne|clip|brief) (?:pour|de)|l'équipe(?: de)?|"
    rf"l’équipe(?: de)?)[,:]?\s+(?:the |la |le |l'|l’|les |[\"«“]\s?)?)(?P<name>{NAME})",
)
_IS_A = re.compile(
    rf"(?:^|[.!?:]\s+|\n)(?P<name>{NAME})(?:,[^,.]{{2,60}},)? (?:is|are|est|sont|makes?|sells?|fait|fabrique|"
    rf"propose|vend|offers?|has been|helps?|aide|launches|lance|opens|ouvre|brews?|bakes?|was founded|c'est|c’est|"
    rf"recrute|recherche|runs?|produces?|organise|is hiring|is looking)\b"
)
_NOT_NAMES = frozenset(
    "i we you it he she they the a an our my your this that these those here there what who when where why how if "
    "and but so or no not yes please thanks thank hello hi hey dear best regards cheers "
    "bonjour merci bonsoir salut cordialement je nous on vous il elle ils elles le la les un une des ce cette ces "
    "notre nos votre vos mon ma mes son sa ses et mais ou donc si pas non oui pour avec dans par sur en au aux "
    "c'est ca voici voila tout tous apres avant comme quand bref enfin sinon surtout jamais toujours aussi puis "
    "deux trois english french anglais francais france paris london uk usa europe lyon leeds "
    "january february march april may june july august september october november december janvier fevrier mars "
    "avril mai juin juillet aout septembre octobre novembre decembre monday tuesday wednesday thursday "
    "friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche instagram tiktok youtube facebook "
    "linkedin reels stories shorts tv story google apple android ios app store play insta snapchat pinterest "
    "brief video spot film pub ad format tone ton cta url logo offer offre target cible audience message budget "
    "deadline legal ps nb fyi re fwd ok asap pdf html png jpg rgb hex gen z bio ai ia vo va vf fr en "
    "christmas noel easter paques black halloween valentine ramadan summer winter spring autumn ete hiver "
    "printemps automne product produit brand marque price prix music musique objet subject contexte context "
    "nothing something "
    "one two three first second last new nouveau nouvelle free gratuit made fabrique saas crm cdi cdd rh pme tpe "
    "kids parents women men people attention important note question mention mentions since depuis for from with "
    "at in to by of is are as also more most "
    "think keep make show use end add start let don't do does want need we're we've it's i'm that's there's let's "
    "just maybe only still then order shop book buy get try download discover join visit find donate apply call "
    "commandez reservez telechargez decouvrez essayez inscrivez rejoignez achetez venez donnez postulez il faut "
    "taeg apr vat tva ht ttc colours couleurs couleur colour fonts length durée duree langue language launch "
    "lancement attached ci-joint "
    "helvetica futura garamond inter montserrat roboto georgia poppins lato playfair display avenir bodoni didot "
    "raleway oswald".split()
)
_GENERIC = frozenset("agence agency studio communication com conseil production prod media marketing digital".split())
_LAUNCH = re.compile(
    r"\b(?:(?:we(?:'re| are)?|they(?:'re| are)?|i(?:'m| am)?|who(?:'re| are)?|"
    r"[\w]+ is) (?:about to )?(?:launch(?:ing)?|releas(?:e|ing)|introduc(?:e|ing)|bring(?:ing)? out|open(?:ing)?|"
    r"start(?:ing)?(?: to sell)?|sell(?:ing)?|make|making|brew(?:ing)?|bake|baking|roast(?:ing)?|offer(?:ing)?|"
    r"run(?:ning)?|produc(?:e|ing)|hiring|looking for|recruiting|organising|organizing|hosting)|"
    r"(?:the )?(?:launch|opening|release|arrival) of|to (?:launch|promote|advertise|announce|introduce|present)|"
    r"introducing|(?:promote|advertise|announc\w+)(?: for)?|(?:spot|ad|film|video|clip|bumper|commercial|campaign|"
    r"advert) (?:for|about|to promote)|"
    r"(?:nous|on|je) (?:lance(?:ons)?|lancons|vends|fabrique|fais|sort(?:ons)?|ouvr(?:e|ons)|vend(?:ons)?|"
    r"fabriqu(?:e|ons)|fai(?:t|sons)|propos(?:e|ons)|produi(?:t|sons)|organis(?:e|ons)|recrut(?:e|ons)|cherch(?:e|"
    r"ons)|recherch(?:e|ons)|brass(?:e|ons)|torrefi(?:e|ons)|va (?:lancer|sortir|ouvrir)|allons (?:lancer|sortir|"
    r"ouvrir))|"
    r"(?:le )?(?:lancement|ouverture|sortie|arrivee) (?:de|du|des|d')|(?:pour |de |^)(?:lancer|annoncer|presenter|"
    r"vendre)|(?:promouvoir|faire connaitre|faire decouvrir|mettre en avant)|(?:spot|pub|film|video|clip|bumper|"
    r"campagne|publicite) (?:\w+ ){0,2}?(?:pour|sur|de)|[\w-]+ (?:lance|recrute|recherche|ouvre|organise)|(?:runs?|"
    r"owns?)(?= (?:an?|the) )|(?:marque|brand|gamme|range|fabricante?|fabrique|makers?|producers?|atelier|createur|"
    r"creatrice|producteur|productrice) (?:de|d'|of))\s*(?=[^\w]|\b)\s*"
)
_CALLED = re.compile(
    rf"\b(?:called|named|dubbed|baptis[ée]e?s?|nomm[ée]e?s?|appel[ée]e?s?|s['’]appelle(?:nt)?|qui a pour nom|"
    rf"it['’]s called|its name is|the name is|son nom)\s*:?\s*(?:[\"«“]\s?)?(?P<name>{NAME})"
)
_OUR = re.compile(
    r"\b(?:our (?:brand[- ]new |new |latest |first |signature )+|our |notre (?:tout )?(?:nouveau |nouvelle |"
    r"nouvel |premier |premiere |derniere |dernier )+|nos (?:nouveaux |nouvelles )+|le nouveau |la nouvelle |"
    r"the new |un nouveau |une nouvelle )"
)
_DETERMINERS = re.compile(
    r"^(?:(?:our|the|a|an|its|their|some|this|my|brand[- ]new|new|latest|first|very|first-ever|notre|nos|le|la|les|"
    r"un|une|des|de|du|ce|cette|son|sa|leur|mon|ma|tout|toute|nouveau|nouvelle|nouvel|nouveaux|nouvelles|premier|"
    r"premiere|dernier|derniere|small|little|petite?|also|aussi|"
    r"launch of|lancement de|lancement du|line of|range of|gamme de|project|about|for|pour)\s+|l'|d'|l’|d’)+"
)
_PHRASE_STOP = re.compile(
    r"[,.;:!?()\[\]\"«»“”|]|\s[–—-]\s|\b(?:that|which|who|for|at|on|in|with|made|from|is|are|has|have|to|by|this|"
    r"next|launching|starting|available|and (?:we|it|the|you|they|want|need)|because|so|called|named|designed|"
    r"where|it's|aimed|since|as|before|after|until|when|inside|near|around|"
    r"qui|que|qu'|pour|dans|sur|avec|est|sont|des le|a partir|fabriques?|disponibles?|chez|et (?:on|nous|il|elle|"
    r"qui|c'est)|aupres|parce|car (?:il|elle|on|nous|c'est|notre|la|le|les)|nommee?|appelee?|baptisee?|afin|depuis|"
    r"avant|apres|jusqu'|quand|lors|a (?:\d|prix|lyon|paris|lille|nantes|bordeaux)|au prix|cet|cette|ce|le (?:\d|"
    r"mois|lundi)|en (?:pots?|bouteilles?|boites?|tubes?|sachets?|canettes?|flacons?|cd[id]|vente|vrac|janvier|"
    r"fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|\d)|il|elle|c'est|ca|nos|votre|"
    r"vos)\b|\s\d+[.,]?\d*\s?(?:€|%|euros)|[€£$]"
)
_NOT_PRODUCTS = re.compile(
    r"^(?:\d+|it\b|this\b|that\b|them\b|something|quelque chose|instagram|tiktok|youtube|us\b|you\b|nous|vous|eux|"
    r"lui|elle|il\b|client|video|spot|film|pub\b|ad\b|ads\b|brand|marque|campaign|campagne|project|launch|"
    r"lancement|ready|now|one\b|small|people|gens|reseaux|social|site|website|message|tone|offer|sure|clients?|"
    r"new website|rentree|noel|christmas|summer|ete|"
    r"monday|lundi|brief|version|format|\w+day\b|next|prochain|end of|fin\b|beginning|janvier|fevrier|mars\b|avril|"
    r"mai\b|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march\b|april|may\b|june|july|"
    r"august|september|october|november|december|quinze|vingt|fifteen|twenty|ten\b|seconds?|secondes?|(?:dire|"
    r"faire|montrer|donner|inciter|convaincre|aider|attirer|toucher|recruter|trouver|remplir|rappeler|expliquer|"
    r"say|do|be|see|have|get|make|help|bring|drive|tell|show|fill|find|raise|put|reach|attract|convince|encourage|"
    r"sell|post|mettre)(?= |$)|une? (?:video|spot)|de la pub)\b"
)
_LEADING_DATE = re.compile(
    r"^\W*(?:(?:le|on|en|in|des|this|next|ce|cet|cette|from)\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\s+|"
    r"(?:lun|mar|mercre|jeu|vendre|same)di\s+)?(?:\d{1,2}(?:er|st|nd|rd|th)?\s+)?(?:janvier|fevrier|mars|avril|mai|"
    r"juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|may|june|july|august|"
    r"september|october|november|december|printemps|ete|automne|hiver|spring|summer|autumn|winter|week|month|year|"
    r"semaine|mois|annee)(?:\s+\d{4})?,?\s+(?=(?:a|an|our|the|my|its|un|une|le|la|les|des|notre|nos|son|sa|ses|"
    r"leur)\b)"
)
_GENERIC_KIND = re.compile(
    r"(?:(?:small|young|family|local|french|british|petite?|jeune|nouvelle)[\w-]* )*(?:charity|association|ngo|ong|"
    r"company|brand|marque|entreprise|societe|start-?up|team|equipe|maison|organisation|organization|non-?profit|"
    r"business|family business|family|agence|agency|enseigne|group|groupe|cooperative|coop|fondation|"
    r"foundation)(?: (?:familiale?|francaise?|lyonnaise?|independante?|locale?))?$"
)
_APPOSITION = re.compile(r"^\s*[\"»”]?\s*[,(–—-]\s*(?=(?:an?|our|the|un|une|notre|le|la) )")
_MAX_WORDS = 7
_MIN_PHRASE_CHARS = 3
_MIN_NAME_CHARS = 5
_MAX_DOMAIN_TAIL = 6
_TITLE_NOISE = re.compile(
    r"^(?:\W*(?:creative |client |video |ad |film |spot )?(?:brief|brief video|brief creatif|brief pub|demande|"
    r"request|projet|project|campagne|campaign|spot|film|video|pub|ad|launch|lancement(?: de| du| d')?|new|job|"
    r"mission|urgent|besoin d'une?|need an?)\b\s*(?:\d+\s?s\w*)?\s*(?::|-|–|—|/|\||pour|for|of|de|du|d')?\s*)+"
)


def labelled_brand(text: str) -> str:
    """The brand in a labelled value: its first name, without what explains it."""
    value = re.split(r"\s*[(\[|;]\s*|,\s+|\s+[–—-]\s+|\.\s+|\s+(?:is|est|makes|fait)\s+|:\s+", text)[0]
    marked = quoted(text)
    return trim(marked[0] if marked and not value else value)[:60]


def find_brand(statements: list[Statement], sites: list[str], signatures: list[str]) -> tuple[str, Statement | None]:
    """The brand that prose names, and where; ("", None) when none stands out.

    A name that agrees with a domain is sure; then one that is announced as a brand; then the most repeated one.
    """
    names: Counter[str] = Counter()
    places: dict[str, Statement] = {}
    for statement in statements:
        weight_free = statement.field in ("prohibitions", "legal", "fonts", "url", "deadline", "languages")
        for name in _names_in(statement.text):
            if not weight_free:
                names[name] += 2 if statement.is_title else 1
            places.setdefault(name, statement)
    for site in dict.fromkeys(sites):
        agreeing = [name for name in [*places, *signatures] if _agrees(name, site)]
        if agreeing:
            name = agreeing[0]
            return name, places.get(name)
    announced: Counter[str] = Counter()
    for statement in statements:
        if statement.field not in ("prohibitions", "legal", "proof"):
            for match in [*_BRAND_CUE.finditer(statement.text), *_IS_A.finditer(statement.text)]:
                name = _clean_name(match.group("name"))
                if name:
                    announced[name] += 2 if match.re is _BRAND_CUE else 1
                    places.setdefault(name, statement)
    scores = {name: 3 * count + names[name] for name, count in announced.items()}
    scores |= {name: count for name, count in names.items() if name not in scores and count >= 2}
    if not scores:
        return "", None
    best = max(scores, key=lambda name: (scores[name], -list(scores).index(name)))
    return best, places.get(best)


def _agrees(name: str, site: str) -> bool:
    """Whether a name and a domain are the same word, or one begins or ends with the other."""
    other = squash(site)
    spellings = [squash(name.replace("&", joint)) for joint in ("", "and", "et")]
    spellings.append(squash(re.sub(r"\b(?:et|and|&|the|le|la|les)\s", "", fold(name) + " ")))
    own = other if other in spellings else spellings[0]
    if own == other:
        return len(own) > 2
    shorter, longer = sorted((own, other), key=len)
    is_tail_short = own in longer and other == longer and len(other) - len(own) > _MAX_DOMAIN_TAIL
    return len(shorter) >= _MIN_NAME_CHARS and (
        longer.endswith(shorter) or (longer.startswith(shorter) and not is_tail_short)
    )


def _names_in(text: str) -> list[str]:
    found = []
    for match in _NAME.finditer(text):
        name = _clean_name(match.group())
        is_opening = match.start() == 0 or text[: match.start()].rstrip()[-1:] in ".!?:"
        if name and not (is_opening and " " not in name and fold(name) in _NOT_NAMES):
            found.append(name)
    return found


def _clean_name(name: str) -> str:
    """A candidate without sentence openers and closing link words; empty when nothing of a name is left."""
    words = re.split(r"\s+", name.strip(" .,'’"))
    while (
        words
        and fold(words[0]).strip(".,'") in _NOT_NAMES
        and not (
            len(words) > 1
            and fold(words[0]) in ("le", "la", "les", "the", "maison", "new", "l'")
            and fold(words[1]) not in _NOT_NAMES
        )
    ):
        words.pop(0)
    while words and (fold(words[-1]).strip(".,'") in _NOT_NAMES or re.fullmatch(_LINK, words[-1])):
        words.pop()
    cleaned = re.sub(r"['’]s$|,? (?:Ltd|Limited|Inc|LLC|SARL|SAS|SA|GmbH)\.?$", "", " ".join(words)).strip(" .,")
    return (
        cleaned
        if len(squash(cleaned)) > 1 and not cleaned.isdigit() and fold(cleaned) not in _NOT_NAMES | PLATFORMS | _GENERIC
        else ""
    )


def labelled_product(text: str, brand: str) -> str:
    """The product in a labelled value: its name or noun phrase."""
    if brand and fold(text).startswith(fold(brand)) and re.match(r"\s*[,:(–—-]", text[len(brand) :]):
        text = text[len(brand) :].strip(" ,:(–—-")
    if len(text.split()) > _MAX_WORDS:
        told = find_product(Statement(text), brand, bool)
        if told:
            return told
    value = re.split(
        r"\s*[([|;,]\s*|\s+[–—]\s+|\s+-\s+|\.\s+|:\s+|\s+(?:à|at|for)\s+(?=[€£$\d])|\s+(?=\d+[.,]?\d*\s?(?:€|£))", text
    )[0]
    marked = quoted(value)
    if marked and len(marked[0]) > 2:
        value = value if len(value.split()) <= _MAX_WORDS else marked[0]
    if len(value.split()) > _MAX_WORDS or re.search(r"\b(?:qui|que|that|which)\b", fold(value)):
        value = noun_phrase(value) or value
    return _without_determiner(trim(re.sub(r"[\"«»“”]\s?", "", value)))


def find_product(statement: Statement, brand: str, is_thing: Callable[[str], bool]) -> str:
    """The thing that a sentence of prose advertises; empty when it names none that passes `is_thing`."""
    if statement.field not in ("", "background", "brand", "product", "objective", "message") or statement.is_title:
        return ""
    text, folded = statement.text, statement.folded
    called = _CALLED.search(text)
    name = _clean_name(called.group("name")) if called else ""
    for pattern in (_LAUNCH, _OUR):
        for match in pattern.finditer(folded):
            phrase = noun_phrase(text[match.end() :])
            if phrase and brand and squash(phrase) == squash(brand):
                phrase = _apposition(text[match.end() :], phrase)
            if phrase and (is_thing(phrase) or is_thing(text)):
                own = name or _name_after(text[match.end() :], phrase)
                is_new = (
                    own and squash(own) not in (squash(brand), squash(phrase)) and squash(own) not in squash(phrase)
                )
                return own if is_new else phrase
    is_a = re.search(r"\b(?:is|are|est|sont|c'est) (?:an?|the|une?|le|la|les|des) ", folded)
    if is_a and brand and fold(brand) in folded[: is_a.start()]:
        kind = noun_phrase(text[is_a.end() :])
        return "" if _GENERIC_KIND.match(fold(kind)) else kind
    return name if name and squash(name) != squash(brand) else ""


def _name_after(text: str, phrase: str) -> str:
    """The name that stands right after a noun phrase: `Slow Burn` in `our chilli sauce, Slow Burn.`"""
    match = re.match(rf"\s*,\s+[\"«“]?\s?({NAME})\s?[\"»”]?\s*(?:[.,;!(]|$)", text[text.find(phrase) + len(phrase) :])
    return _clean_name(match.group(1)) if match else ""


def _apposition(text: str, name: str) -> str:
    """What a name is said to be right after it: `a sparkling tea` in `Kumo, a sparkling tea in a can`."""
    rest = text[text.find(name) + len(name) :]
    lead = _APPOSITION.match(rest)
    return noun_phrase(rest[lead.end() :]) if lead else ""


def noun_phrase(text: str) -> str:
    """The noun phrase at the start of a text: up to the first stop, without determiners; empty when it is none."""
    text = text.lstrip(" \u00a0:\"«“'")
    dated = _LEADING_DATE.match(fold(text))
    text = text[dated.end() :] if dated else text
    lead = _DETERMINERS.match(fold(text))
    rest = text[lead.end() :] if lead else text
    place = re.search(r"\s(?:à|en|in|near|from|près de)\s+(?=[A-ZÀ-Þ])", rest)
    rest = rest[: place.start()] if place else rest
    stop = _PHRASE_STOP.search(fold(rest))
    phrase = trim(rest[: stop.start()] if stop else rest)
    phrase = re.sub(
        r"\s+(?:and|et|or|ou|of|de|du|des|d'|à|au|a|in|en|the|le|la|this|our)$", "", phrase, flags=re.IGNORECASE
    )
    if (
        len(phrase) < _MIN_PHRASE_CHARS
        or len(phrase.split()) > _MAX_WORDS
        or _NOT_PRODUCTS.match(fold(phrase))
        or not phrase[0].isalpha()
    ):
        return ""
    return phrase


def _without_determiner(text: str) -> str:
    lead = re.match(
        r"(?:our|a|an|notre|nos|une?|des)\s+(?:(?:brand[- ]new|new|nouveau|nouvelle|nouvel)\s+)?", text, re.IGNORECASE
    )
    return text[lead.end() :] if lead and lead.end() < len(text) else text


def titled_name(statement: Statement) -> str:
    """The name in a title such as `Brief - Lumea night serum`; empty when the title holds none."""
    folded = fold(statement.text)
    noise = _TITLE_NOISE.match(folded)
    rest = trim(statement.text[noise.end() :] if noise else statement.text)
    rest = re.sub(r"\s*[-–—,(]?\s*\d+\s?(?:s|sec|secondes?|seconds?)\b.*$", "", rest)
    return rest if rest and len(rest.split()) <= _MAX_WORDS else ""
