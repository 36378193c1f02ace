"""The deal, the proofs and the benefits that a brief tells of."""

from __future__ import annotations

import re

from admaker_desktop.providers.draft.reading.statements import Statement
from admaker_desktop.providers.draft.reading.words import fold, quoted, trim

_MONEY = (
    r"(?:[€£$]\s?\d[\d .,]{0,12}\d?|\d[\d .,]{0,12}\s?(?:€|£|\$|eur\b|euros?\b|usd\b|gbp\b|dollars?\b|pounds?\b|quid\b|"
    r"p\b(?= (?:a|per|each))))"
)
_OFFER = re.compile(
    rf"{_MONEY}|(?:-|–|moins )\s?\d{{1,2}}\s?%|\d{{1,2}}\s?% (?:off|de (?:remise|reduction|rabais)|discount|"
    rf"reduction|cheaper|sur\b|de moins|offerts?)"
    r"|\b(?:free (?:shipping|delivery|trial|gift|sample|month|entry|first|class|coffee|returns|for)|first (?:month|"
    r"week|class|order|box) (?:is |are )?(?:free|half)"
    r"|half[- ]price|buy one|two for one|2 for 1|bogo|moitie prix|livraison (?:offerte|gratuite)|(?:premier|1er|"
    r"premiere|1ere|deuxieme|2e|seconde?) [\w ]{2,24} (?:est |sont )?(?:offert|gratuit)e?s?"
    r"|[\w ]{3,24} offerte?s?\b|essai gratuit|entree (?:libre|gratuite)|gratuit(?:e|ement)?\b|"
    r"achete[e]?s?,? [\w ]{1,12} offerte?s?|code (?:promo )?[a-z]*\d+[a-z\d]*|early[- ]bird|prevente"
    r"|from \d+[.,]?\d*\s?% (?:apr|taeg|representative)|\btaeg\b|\bapr\b|free until|free to (?:join|download|try)|"
    r"free (?:with|app)|is free|deductible|deductibles? (?:a|des)|deduction|tax-deductible)"
)
_OFFER_CODE = re.compile(r"\b(?:code|promo|coupon)\s+[\"«“']?\s?[A-Z][A-Z0-9]{3,}\b")
_NO_OFFER = re.compile(
    r"\b(?:budget|devis|quote|fee|fees|honoraires|facture|invoice|production cost|cout de prod\w*|"
    r"on a [\d ]+ ?(?:€|euros) pour|media spend|chiffre d'affaires|turnover|raised|leve|(?:no|pas d[e']|sans) "
    r"(?:offer|offre|promo\w*|discount|remise)|hesite\w*|feel free|free to (?:call|ask|suggest|change)|free (?:of|"
    r"from)|sugar[- ]free|gluten[- ]free|libre a (?:toi|vous)|don't mention (?:the )?price)\b"
)
_PROOF = re.compile(
    r"\b\d{1,3}(?:[.,]\d+)?\s?% (?:of (?!th(?:e|at) price)|des |de nos |d'|de (?:satisf|femme|homme|client|utilis|"
    r"reuss|natur|bio)|(?:say|said|agree|natural|natur|recycl|recommend|recommand|bio|organic|satisf|placement|"
    r"of)\w*)"
    r"|\b(?:awards?|award-winning|prix de |prix du |medaill\w+|medals?|laureat|elu\w* |voted|rated|notee?s? |"
    r"winner|prime\w*|recompens\w+|(?:clinical|dermatolog|lab)\w* (?:tested|proven|trials?|stud\w+)|"
    r"teste\w* (?:dermatolog|cliniqu|en labo|sous)\w*"
    r"|cliniquement|etude (?:clinique|sur|menee)|studies|certifi\w+|labellise\w*|label rouge|ecocert|b[- ]corp|"
    r"agriculture biologique|iso \d+|soil association|fairtrade|oeko-tex|msc\b|aoc\b|aop\b|igp\b"
    r"|(?:since|depuis|est\.?|founded in|fondee? en|cree en|creee en) (?:1[6-9]|20)\d\d|stars?\b(?! (?:product|"
    r"dish))|etoiles? |(?:trusted|used|loved|recommended|chosen) by|recommandee? par|(?:plus de |over |more than |"
    r"already |deja )?\d[\d .,]{0,12}\d ?(?:k\b)?(?:\+ )?(?:happy |satisfied |de )?"
    r"(?:\w+ using|customers?|clients?|clientes?|users?|utilisat\w+|familles?|families|members?|membres|patients?|"
    r"companies|entreprises|landlords|shops|schools|reviews?|avis|downloads|telechargements|artisans|children|"
    r"enfants|meals|repas|people|personnes|wells|puits|benevoles|volunteers|teams|equipes|freelances?|freelancers|"
    r"restaurants|students|eleves)"
    r"|made in (?!th)[a-z]+|fabrique\w* (?:en france|a |dans)|years? of experience|ans d'experience|generations?|"
    r"patented|brevete\w*|garanti\w* \d+ ans|\d+[- ]year (?:guarantee|warranty)|warranty|trustpilot|app store)\b"
    r"|\b[34][.,]\d\s?(?:/\s?5|stars|out of|sur 5)"
)
_BENEFIT = re.compile(
    r"\b(?:helps?|lets? you|allows?|keeps?|saves?|makes?|gives?|leaves?|protects?|reduces?|hydrat\w+|nourish\w*|"
    r"no more|no need|without (?:the|any)|(?:no|zero|sans|zero) (?:added |artificial |hidden )?(?:sugar|additives?|"
    r"parabens?|plastic|preservatives?|fees|commitment|contract|waste|alcohol|"
    r"sucres?|additifs?|conservateurs?|colorants?|plastique|engagement|frais|alcool|gluten|aluminium|parfum|"
    r"dechets?|huile de palme)|aide a|aident a|permet(?:tent)? (?:de|d')|evite\w* (?:de|d'|les)|protege\w*|"
    r"apaise\w*|nourri[ts]\w*|garde\w*|hydrate\w*|repare\w*|laisse\w*|rend\w* |"
    r"fini(?:e|s)?\b|plus besoin|en (?:\d+|deux|trois|quelques) (?:clics?|minutes?|secondes?)|in (?:\d+|two|three|"
    r"five|ten|a few|under) (?:\w+ )?(?:clicks?|taps?|minutes?|seconds?)|made (?:with|from)|fait\w* (?:a la main|"
    r"maison|avec)|hand[- ]?made|home[- ]?made|"
    r"organic|bio|naturel\w*|natural|vegan|recycl\w+|compostable|rechargeable|refillable|lightweight|leger\w*|"
    r"waterproof|fresh|frais|fraiche?s?|locale?(?:ment|s)?|locally|tastes?|smells?|sent (?:bon|la|le)|fond\w* |"
    r"melts?|slow[- ]|lasts?|dure \d)\b"
)
_ABOUT_THE_FILM = re.compile(
    r"\b(?:would like|'d like|love to|want|wants|hope|if that helps|aimerais|aimerait|voudrais|souhait\w+|il faut|"
    r"nothing that|rien qui|sign|spot|film|video|pub|ad|ads|shot|plan|plans|screen|ecran|camera|brief|draft|logo|"
    r"voice|voix|music|musique|tone|ton|format|budget|deadline|version|cut|storyboard|end card|packshot|we need|"
    r"il nous faut|on veut|we want|on voudrait|"
    r"could you|can you|pouvez|peux-tu|pourriez|thanks|merci|attached|ci-joint|please|svp|s'il (?:te|vous) plait|"
    r"call me|meeting|reunion|client)\b"
)
_LEADS = re.compile(
    r"^(?:(?:and|but|so|also|et|mais|donc|puis|with|avec)\s+)*(?:(?:the |our |l'|le |la |"
    r"notre )?(?:launch )?(?:offer|offre|deal|promo|promotion|price|prix)(?: de lancement)?\s+(?:is|est|:|sera|"
    r"will be)\s*:?\s*|(?:we(?:'re| are)? (?:offer(?:ing)?|giv(?:e|ing)|doing|do|have)|"
    r"on (?:offre|propose|fait)|nous (?:offrons|proposons|faisons)|there(?:'s| is)|il y a|"
    r"pour le lancement,? (?:on (?:fait|offre|propose))?|for the launch,?(?: we (?:offer|do|give))?)\s+|it(?:'s|"
    r" is| costs| will cost| sells for)\s+(?=[€£$\d])|(?:il|elle|ca|c'est|cela) (?:coute|vaut|est vendue?|"
    r"sera vendue?)\s+)"
)
_DEADLINE = re.compile(r"\b(?:need it|livraison du film|deliver|deadline|rendu)\b")
_OFFER_CHARS = 110
_BENEFIT_CHARS = 120
_PROOF_CHARS = 80
_MIN_WORDS = 3


def find_offer(statement: Statement) -> str:
    """The deal that a sentence of prose tells, in its words; empty when it tells none."""
    text = statement.folded
    if statement.field in (
        "prohibitions",
        "legal",
        "proof",
        "deadline",
        "lengths",
        "audience",
        "formats",
        "other",
        "tone",
        "colours",
    ):
        return ""
    if not (_OFFER.search(text) or _OFFER_CODE.search(statement.text)) or _NO_OFFER.search(text):
        return ""
    if (
        _PROOF.search(text)
        and not re.search(_MONEY, text)
        and not re.search(r"(?:-|–|moins )\s?\d{1,2}\s?%|% (?:off|de (?:remise|reduction))", text)
    ):
        return ""
    marked = [
        quote for quote in quoted(statement.text) if _OFFER.search(fold(quote)) and len(quote.split()) >= _MIN_WORDS
    ]
    if marked:
        return trim(marked[0])
    parts = _parts(statement.text)
    hits = [index for index, part in enumerate(parts) if _OFFER.search(fold(part)) or _OFFER_CODE.search(part)]
    if not hits:
        return ""
    first, last = hits[0], hits[-1]
    while last + 1 < len(parts) and re.match(
        r"^(?:until|till|jusqu|du |from |valid|valable|with (?:the )?code|avec le code|code |ends|pour (?:tout|"
        r"les)|for (?:the|all|new)|this|instead|au lieu|normally|normalement|til |\w+ (?:compris|inclus|included)|"
        r"compris|inclus|includ)",
        fold(parts[last + 1]),
    ):
        last += 1
    start = statement.text.index(parts[first])
    value = statement.text[start : statement.text.index(parts[last], start) + len(parts[last])]
    value += ")" if value.count("(") > value.count(")") else ""
    return trim(_strip_lead(value)) if len(value) <= _OFFER_CHARS * 2 else trim(_strip_lead(parts[first]))


def _parts(text: str) -> list[str]:
    return [part for part in re.split(r",\s+|\s*;\s+|\s+[–—-]\s+(?!\s?\d)|\.\s+|:\s+|\s*[()]\s*", text) if part.strip()]


def _strip_lead(text: str) -> str:
    match = _LEADS.match(fold(text))
    return text[match.end() :] if match else text


def is_proof(statement: Statement) -> bool:
    """Whether a sentence of prose proves something: a figure, a test, an award, an origin."""
    return (
        statement.field in ("", "background", "message", "product", "brand")
        and not statement.is_title
        and len(statement.text) <= 2 * _BENEFIT_CHARS
        and bool(_PROOF.search(statement.folded))
        and not _ABOUT_THE_FILM.search(statement.folded)
    )


def proof_clause(text: str) -> str:
    """The part of a sentence that proves; the whole of a short one."""
    if len(text) <= _PROOF_CHARS:
        return trim(text)
    parts = [
        part
        for part in re.split(r",\s+|\s*;\s+|\s+(?:and|et)\s+(?=(?:the|we|it|on|nous|il|elle|les?)\b)", text)
        if _PROOF.search(fold(part)) and len(part.split()) >= _MIN_WORDS
    ]
    return trim(parts[0]) if parts else trim(text)


def is_benefit(statement: Statement) -> bool:
    """Whether a sentence of prose tells what is good about the product."""
    return (
        statement.field in ("", "background", "product")
        and not statement.is_title
        and len(statement.text) <= _BENEFIT_CHARS
        and not statement.text.rstrip().endswith("?")
        and bool(_BENEFIT.search(statement.folded))
        and not _ABOUT_THE_FILM.search(statement.folded)
        and not _OFFER.search(statement.folded)
        and not _PROOF.search(statement.folded)
    )


def listed(statements: list[Statement]) -> list[tuple[str, Statement]]:
    """The points of labelled statements: list items whole, a single line cut at semicolons or commas."""
    found: list[tuple[str, Statement]] = []
    for statement in statements:
        parts = re.split(r"\s*[;•·|]\s+|\s+/\s+|\.\s+(?=[A-ZÀ-Þ])", statement.text)
        if len(statements) == 1 and len(parts) == 1:
            cut = re.split(r",\s+(?:and |et )?(?!\d)", statement.text)
            parts = cut if len(cut) > 1 and max(len(part.split()) for part in cut) <= 7 else parts
        found += [(trim(part), statement) for part in parts if trim(part)]
    return found
