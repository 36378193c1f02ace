"""What must never be shown, said or written, and the words behind it."""

from __future__ import annotations

import re

from admaker_desktop.providers.draft.reading.legal import is_none
from admaker_desktop.providers.draft.reading.statements import Statement, split_prose
from admaker_desktop.providers.draft.reading.words import fold, quoted, squash, tidy, trim

_FORBIDS = re.compile(
    r"\b(?:do not|don't|dont|must(?:n't| not)|never|should(?:n't| not)|may not|can(?:'t|not) (?:say|show|use|"
    r"mention|claim|call|promise)|not allowed|avoid|stay away from|steer clear|refrain|forbidden|prohibited|banned|"
    r"no-go|off[- ]limits|"
    r"please no|definitely no|absolutely no|nothing (?:too )?(?:\w+ )?(?:about|like|with|that)|"
    r"without (?:mentioning|showing|saying)|we (?:don't|do not) want|hate (?:it when|seeing|ads)|leave out|"
    r"keep (?:\w+ ){1,3}out of|"
    r"ne (?:\w+ ){0,3}(?:pas|jamais)|n'(?:\w+ ){1,2}(?:pas|jamais)|(?:surtout|absolument) (?:pas|aucune?|jamais)|"
    r"jamais|eviter|evitez|evite|interdit\w*|interdiction|proscri\w+|exclu\w*|bannir|banni\w*|a bannir|"
    r"hors de question|pas question|"
    r"on ne (?:veut|peut|doit)|(?:on|je) (?:veut|veux|voudrait) (?:pas|aucune?)|refuse\w*|rien (?:de|sur|qui)|"
    r"(?:faut|doit|doivent|dites|dire|montrer|parler|citer|utiliser|mentionner|mettre|mettez|"
    r"mets) (?:surtout )?pas)\b"
)
_STARTS_WITH_NO = re.compile(
    r"^\W*(?:and |et |also |aussi |please,? |pls,? |but |mais |so |alors |ps:? |oh and |s'il (?:te|vous) plait,? |"
    r"svp,? )?(?:no|pas d[e'u]|pas|aucune?|zero|sans|not|surtout pas|non aux?|nothing|rien|ni)\b"
)
_STRONG_NO = re.compile(
    r"^\W*(?:and |et |mais |but )?(?:surtout pas|surtout aucune?|absolument (?:pas|aucun)|absolutely no|"
    r"definitely no|(?:please|pls|plz|svp|stp),? no|nothing (?:that|too|like)|rien (?:qui|de trop)|"
    r"no\b.{0,40}\b(?:please|thanks)\W*$|pas d.{0,40}\b(?:svp|s'il (?:vous|te) plait|merci)\W*$)"
)
_LATE_NO = re.compile(r",\s+(?=(?:no|nothing|pas d[eu']|pas|aucune?|rien)\b)")
_AD_WORDS = re.compile(
    r"\b(?:claims?|mentions?|words?|mots?|pictures?|images?|photos?|visuals?|visuels?|kids|child(?:ren)?|enfants?|"
    r"mineurs?|people|personnes?|faces?|visages?|models?|mannequins?|celebrit\w+|competitors?|concurrents?|prices?|"
    r"prix|cliches?|stock|jargon|emojis?|"
    r"exclamation|superlati\w+|promises?|promesses?|before|avant/apres|after|music|musique|red|rouge|green|vert|"
    r"blue|bleu|pink|rose|black|noir|yellow|jaune|fear|peur|humou?r|jokes?|blagues?|voice|voix|swear\w*|gros mots|"
    r"slang|argot|miser\w+|pity|pathos|violon|"
    r"lab coats?|blouses? blanches?|doctors?|medecins?|medical\w*|therapeuti\w+|health|sante|weight|poids|minceur|"
    r"slimming|alcohol|alcool|driving|conduite|volant|voitures?|cars?|animals?|animaux|sex\w*|nud\w+|bikini|"
    r"stereotyp\w+|guarant\w+|garanti\w*|rendement|returns|"
    r"anti-?(?:age|ageing|aging|rides)|wrinkles?|rides|miracles?|cheap|luxe|luxury|discount|hype|buzzwords?|"
    r"anglicismes?|franglais|smileys?|hashtags?|politic\w+|religi\w+|comparati\w+|comparaisons?|comparisons?|scare|"
    r"guilt(?!-)|culpabilis\w+|party|parties|fetes?|drunk\w*|ivresse|"
    r"santa|father christmas|pere noel|hearts?|coeurs?|clipart|cheesy|fluffy|flashy|shout\w*|cri\w*|hard[- ]sell|"
    r"testimonials?|temoignages?|logo|brands?|marques?|names?|noms?|slogans?|footage|suits|costumes?|robots?|"
    r"handshakes?|text|texte|smoke|fumee|tobacco|tabac|blood|sang|needles?|drones?|shots?)\b"
)
_NOT_A_BAN = re.compile(
    r"\b(?:hesite\w*|hesitate|worry|inquiet\w*|oubli\w+|forget|sure|know|sais pas|savons pas|have (?:a|any|the|"
    r"much|time)|(?:n'(?:avons|ai|a|ont)|on a) pas|haven't|problem\w*|souci|wait|attend\w+|mind|need|besoin|"
    r"n'est[- ]ce pas|pas mal|pas encore|yet|encore de|hard to|never (?:been|tasted|seen|tried|misses|fails|"
    r"too late)|"
    r"pourquoi pas|why not|don't we|if (?:you|we) (?:don't|can't)|si (?:vous|tu) ne|n'existe|jamais (?:ete|eu|"
    r"goute|vu)|doesn't|does not|n'utilis\w+|ne contient|ne contiennent|never contains?|never tested|"
    r"jamais teste\w*|can't wait|not (?:only|just)|pas (?:seulement|que)|pas (?:forcement|obligatoire)|"
    r"not necessarily)\b"
)
_SAYING = re.compile(
    r"\b(?:say\w*|said|words?|mots?|mention\w*|dire|dis|dites|ecri\w+|write|parl\w+|talk\w*|cit\w+|call\w*|"
    r"appel\w+|terms?|termes?|claim\w*|promis\w*|promess\w+|promet\w*|evoqu\w+|compar\w+|competitor\w*|"
    r"concurrent\w*|nam(?:e|es|ing)|allusions?|reference\w*|use|utilis\w+|allegations?|argument\w*)\b"
)
_CONCEPTS: tuple[tuple[str, str], ...] = (
    (
        r"medical|therapeuti|medicin|curati|health claim|allegations? (?:de )?sante|guerison",
            "medical, médical, medicine, heal, cure, treat, therap, thérap, guéri, soign, doctor, médecin, "
            "clinical, clinique"),
    (r"\bhealth\b|\bsante\b|healthy|bienfaits", "health, healthy, santé, bienfait, good for you"),
    (
        r"minceur|slim|weight|perte de poids|maigri|mincir|regime\b|diet",
            "minceur, mincir, maigri, perte de poids, perdre du poids, régime, slim, weight, diet, fat-burning, "
            "brûle-graisse"),
    (
        r"anti-?(?:age|ageing|aging|rides)|wrinkle|\brides\b|jeunesse eternelle|younger|rajeuni",
            "anti-âge, antiâge, anti-age, anti-ageing, anti-aging, rides, wrinkle, rajeuni, younger"),
    (
        r"guarant\w*|garanti|rendement|returns?\b(?! polic)|sans risque|risk-free",
            "guarantee, garanti, sans risque, risk-free"),
    (
        r"superlati|meilleur|n°\s?1|numero un|number one|\bbest\b|leader",
            "best, greatest, number one, no. 1, n°1, numéro un, meilleur, leader, unbeatable, imbattable"),
    (r"miracle", "miracle, miraculous, miraculeux, magic, magique"),
    (
        r"\bcheap|bon marche|\blow[- ]cost|discount|pas cher",
            "cheap, bon marché, pas cher, low-cost, low cost, discount"),
    (r"\blux(?:e|ury|ueux|urious)\b", "luxe, luxueu, luxur"),
    (
        r"ecolog\w+|green ?wash|green claims?|environmental claims?|eco-?friendly|sustainab|durable|"
        r"allegations? environnement",
            "eco-friendly, écologique, écolo, sustainable, durable, green, planet, planète, carbon, carbone"),
    (r"detox", "detox, détox"),
    (r"\benergy\b(?! bill)|energis|boost", "energy, énergie, energis, énergis, boost"),
    (
        r"competitor|concurren|compar(?:e|er|ison|aison|ati)|rivals?",
            "unlike other, contrairement aux, better than, mieux que, concurren, competitor"),
    (r"\bfear|\bpeur|scare|anxi", "fear, peur, scar, danger"),
    (
        r"\bpity|(?<!par )\bpitie|miserab|misery|pathos|larmoyan|guilt(?!-)|culpabilis",
            "pity, pitié, misery, misère, misérab, victim, victime"),
    (r"exclamation", "!"),
    (r"kids\b|child|enfants?|mineurs?|minors?|under[- ]?18|ados\b|teen", "kids, child, enfant, mineur, minor"),
    (r"drunk|ivresse|\bparty|parties|\bfete|getting drunk", "party, fête, drunk, ivre, ivresse"),
    (r"cure\b|heal\b|guerir|soigner", "cure, heal, guéri, soign"),
    (r"jargon|buzzword|disrupt|revolution",
        "disrupt, game-changer, game changer, revolution, révolution, synergy, synergie, next-gen, cutting-edge"),
    (r"prix|price|tarif", "€, £, $, euro"),
    (r"anglicis|franglais", "must-have, glow, fresh, cool, fun"),
)  # fmt: skip
_NAMED_WORDS = re.compile(
    r"\b(?:words?|mots?|terms?|termes?|expressions?|mention(?:n\w+|ing|s)?|cit\w+|name|nam(?:ing)|competitors?|"
    r"concurrents?|say(?:ing)?|dire|parler de|talk about|talking about|use the words?|call (?:it|us|them)|"
    r"promis\w+|promesses? d[e']|compar\w+ (?:to|with|a|avec)|evoquer)\s+(?:pas |jamais |nos |the |of |to |de |du |"
    r"des |d'|le |la |les |l'|un |une |a |an |our |notre |nos |with |avec |any |mots? |words? |terms? |about )*"
)
_PLAIN_STOP = re.compile(
    r"[,.;:!?()«»“”\"]|\s[–—-]\s|\b(?:in|on|at|please|because|parce|car|dans|sur|a l'ecran|anywhere|nulle part|svp|"
    r"in the|s'il|as|that|which|qui|que|for|pour|again|at all|ever|even|meme|this|cette|it|us)\b"
)
_COMMON = frozenset(
    "it this that anything something prices price words word the any one names name ca cela rien tout our your "
    "claims claim benefits results".split()
)


def find_prohibitions(statements: list[Statement]) -> list[tuple[str, Statement]]:
    """Bans in the brief's words, from every message of the thread."""
    found: dict[str, tuple[str, Statement]] = {}
    for statement in statements:
        for part in _bans_of(statement):
            found.setdefault(squash(part), (part, statement))
    return list(found.values())


def _bans_of(statement: Statement) -> list[str]:
    if statement.field == "prohibitions":
        bans = re.split(r"\s*[;|•]\s+|\.\s+(?=[A-ZÀ-Þ\"«“])|\s+/\s+", statement.text)
        return [tidy(ban).strip(" ,;:–—").rstrip(".") for ban in bans if trim(ban) and not is_none(ban)]
    if statement.field in ("legal", "brand", "deadline", "url", "cta", "fonts") or statement.is_title:
        return []
    told: list[str] = []
    for sentence in split_prose([statement]):
        told += [trim(part) for part in _ban_parts(sentence.text) if is_ban(part, statement.field)]
    return told


def _ban_parts(sentence: str) -> list[str]:
    """A sentence cut where a ban begins or ends: a list of "no ..., no ..." stays whole."""
    parts = [
        part
        for part in re.split(
            r"\s*;\s+|\s+[–—]\s+|,?\s+(?:but|mais)\s+|,\s+(?:and |et )?(?=(?:never|do not|don't|surtout (?:pas|jamais)|"
            r"(?:pls|please) no|jamais|ne jamais|please avoid|avoid|evite)\b)",
            sentence,
            flags=re.IGNORECASE,
        )
        if part.strip()
    ]
    last = parts[-1] if parts else ""
    match = _LATE_NO.search(last)
    if match and not is_ban(last[: match.start()]):
        return [*parts[:-1], last[: match.start()], last[match.end() :]]
    return parts


def is_ban(sentence: str, field: str = "") -> bool:
    """Whether a sentence forbids something in the ad (rather than praise the product for what it lacks)."""
    text = fold(sentence)
    if sentence.rstrip().endswith("?") or (
        _NOT_A_BAN.search(text)
        and not re.search(r"\b(?:never|jamais) (?:say|show|mention|dire|montrer)|mot|word", text)
    ):
        return False
    if _STARTS_WITH_NO.match(text):
        return field not in ("benefits", "proof", "offer") and bool(_AD_WORDS.search(text) or _STRONG_NO.match(text))
    if not _FORBIDS.search(text) or field in ("benefits", "proof", "offer", "product"):
        return False
    return bool(
        _AD_WORDS.search(text)
        or _SAYING.search(text)
        or re.search(
            r"\b(?:show\w*|montr\w+|see|voir|veut|want|avoid|evit\w+|interdi\w+|prohibited|forbidden|banned|"
            r"surtout pas)\b",
            text,
        )
    )


def find_banned_terms(prohibitions: list[str], allowed: str) -> tuple[str, ...]:
    """The words and stems behind the bans, lower case; none that is part of `allowed` (brand and product)."""
    terms: dict[str, None] = {}
    for ban in prohibitions:
        folded = fold(ban)
        for quote in quoted(ban):
            terms.setdefault(quote.lower().strip(" .!"))
        for pattern, words in _CONCEPTS:
            if re.search(pattern, folded):
                terms.update(dict.fromkeys(words.split(", ")))
        if _SAYING.search(folded):
            terms.update(dict.fromkeys(_named_terms(ban, folded)))
    allowed_words = fold(allowed)
    return tuple(term for term in terms if term and not re.search(rf"(?<!\w){re.escape(fold(term))}", allowed_words))


def _named_terms(ban: str, folded: str) -> list[str]:
    """The short things that a ban names after "the word", "mention", "competitor" ..."""
    found: list[str] = []
    for match in _NAMED_WORDS.finditer(folded):
        rest = ban[match.end() :]
        stop = _PLAIN_STOP.search(fold(rest))
        head = rest[: stop.start()] if stop else rest
        for part in re.split(r"\s+(?:or|ou|and|et|nor|ni)\s+|\s*/\s*", head):
            name = re.sub(
                r"^(?:the|le|la|les|l'|l’|our|any|de|des|d'|a|an|un|une|competitors?|concurrents?|words?|mots?)\s+",
                "",
                part.strip(" '’").lower(),
            )
            if name and len(name.split()) <= 3 and name not in _COMMON and len(name) > 2:
                found.append(name)
    if re.search(r"competitor|concurren|compar|marque|brand|cit", folded):
        found += [name.lower() for name in re.findall(r"(?<![.!?] )(?<!^)\b[A-Z][\w&'-]+(?: [A-Z][\w&'-]+)*", ban)]
    return found
