"""Whom the ad talks to and in which tone."""

from __future__ import annotations

import re

from admaker_desktop.providers.draft.reading.statements import Statement
from admaker_desktop.providers.draft.reading.words import fold, trim

_PERSON = (
    r"(?:parents?|mums?|moms?|mothers?|meres?|mamans?|dads?|peres?|papas?|people|persons?|personnes?|gens|women|"
    r"woman|femmes?|men|hommes?|students?|etudiant(?:e?s)?|families|family|familles?|professionals?|"
    r"professionnels?|pros?|"
    r"gamers?|runners?|coureurs?|coureuses?|cyclists?|cyclistes?|commuters?|teenagers?|teens?|ados?|adolescents?|"
    r"seniors?|retraites?|retirees|pensioners|freelances?|freelancers?|independants?|founders?|entrepreneurs?|"
    r"owners?|proprietaires?|drivers?|conducteurs?|conductrices?|lovers?|fans?|amateurs?|amoureux|passionnes?|"
    r"locals?|neighbou?rs?|habitants?|riverains?|voisins?|residents?|travell?ers?|voyageurs?|tourists?|touristes?|"
    r"workers?|salaries?|"
    r"managers?|teams?|equipes?|pme|tpe|smes?|smbs?|small business(?:es)?|companies|entreprises|businesses|"
    r"shopkeepers?|commercants?|artisans?|teachers?|enseignants?|profs?|nurses?|infirmi\w+|doctors?|medecins?|"
    r"couples?|newly-?weds|foodies?|gourmands?|"
    r"gourmets|beginners?|debutants?|athletes?|sportifs?|sportives?|adults?|adultes?|kids|children|enfants|jeunes|"
    r"young|thirty-somethings|trentenaires?|quadras?|quinquas?|millennials?|gen z|generation z|homeowners?|"
    r"renters?|locataires?|"
    r"dog owners|cat owners|pet owners|donors?|donateurs?|actifs?|actives?|urbains?|urbaines?|city dwellers|"
    r"citadins?|citadines?|office workers|developers?|developpeurs?|designers?|graduates|diplomes?|cooks?|"
    r"cuisinieres?|boulangers?|bakers?|"
    r"anyone|everyone|everybody|those who|quiconque|ceux qui|celles qui|tous ceux|toutes celles|first-time buyers|"
    r"primo-accedants|skin|peaux? \w+|clients?|customers?|vegans?|vegetarians?|flexitari\w+|grandparents?|"
    r"grands-parents|hikers?|randonneurs?|gardeners?|jardiniers?|readers|lecteurs|lectrices)"
)
_AGE = (
    r"(?:\d{2}\s?(?:-|–|a|to|/)\s?\d{2}\s?(?:ans|years?(?: old)?|year-olds|yo|y\.o\.)?|\+?\d{2}\s?(?:ans et plus|"
    r"and over|\+)|(?:over|under|plus de|moins de) \d{2}s?)"
)
_STOP = (
    r"(?=\s*(?:[.;:!?()]|\s[–—-]\s|,\s*(?:with|avec|we|on|nous|il|elle|they|and we|so|the|in|le ton|ton|tone|"
    r"format|15|20|30)\b|\b(?:on (?:instagram|tiktok|youtube|tv)|sur (?:instagram|tiktok|youtube)|before|avant le|"
    r"by (?:the end|friday|monday)|d'ici)\b|$))"
)
_AIMED = re.compile(
    r"\b(?:(?:aimed|targeted|directed|pitched) (?:at|to|towards)|targeting|target(?:s)?(?: audience| group)?(?: is|"
    r" are|:)?|we(?:'re| are)? (?:talking|speaking) to|we want to (?:reach|talk to|speak to|attract)|(?:want|need|"
    r"trying|hope|like) to reach|to reach|reach out to|talk to|"
    r"our (?:buyers|customers|clients|audience|readers|users|guests|members|donors) are(?: mostly| mainly)?|"
    r"mostly bought by|bought by|(?:it's|it is|this is|is|are|made|designed|meant|perfect|great|ideal|intended|"
    r"created|built) for|s'adresse(?:nt)? (?:a|aux)|adressee? aux?|destinee?s? (?:a|aux)|a destination (?:de|des|"
    r"d')|aupres (?:de|des|d')|"
    r"(?:la |notre )?cible(?: est| sont| c'est| ce sont|,|:)|on (?:cible|vise|s'adresse a|parle a|veut toucher|"
    r"voudrait toucher|veut parler aux?)|nous (?:ciblons|visons|voulons toucher|souhaitons toucher)|(?:veut|"
    r"voulons|souhaite|pour) toucher|parler aux?|nos clients? (?:sont|ce sont)|nos clientes sont|"
    r"c'est pour|fait\w* pour|concu\w* pour|pense\w* pour|ideale? pour|parfait\w* pour)\s+(?P<who>.{3,140}?)" + _STOP
)
_FOR = re.compile(
    rf"\b(?:for|pour|aux|chez les) (?P<who>(?:(?!for |pour |our |notre |nos |la |le |l'|une? |the |"
    rf"a )[\w'-]+ ){{0,4}}(?:les |des |the )?(?:[\w'-]+ ){{0,2}}{_PERSON}\b(?:[^.,;:!?()–—]{{0,60}}))"
)
_AFTER = re.compile(
    rf"(?:^|[.:;]\s+)(?P<who>[^.;:!?]{{3,80}}?\b{_PERSON}?[^.;:!?]{{0,50}}?) (?:are|is|sont) (?:the (?:people|"
    rf"ones)|who|those|ceux|celles) (?:we|that we|que nous|qu'on)"
)
_LISTED = re.compile(rf"^(?P<who>(?:{_AGE}|{_PERSON})(?: [\w'’,-]+){{1,10}})\W*$")
_AGED = re.compile(
    rf"\b(?P<who>(?:les |des |the )?{_PERSON} (?:aged |de |age[e]?s? de |between |"
    rf"entre )?{_AGE}(?:[^.;:!?()–—]{{0,50}})|(?:les |"
    rf"des )?{_AGE}(?<=\w)(?=[^.]{{0,60}}\b{_PERSON})[^.;:!?()–—]{{0,60}})"
)
_HAS_PERSON = re.compile(rf"\b{_PERSON}\b|{_AGE}")
_NOT_AUDIENCE = re.compile(
    r"\b(?:for example|par exemple|pour info|for now|thanks for|merci pour|for the (?:spot|film|video|ad)|"
    r"pour (?:le|la) (?:spot|film|video|pub)|recrut\w+|a company for|call for|people who work for)\b"
)

_TONES = (
    "warm, warmth, chaleureux, chaleureuse, friendly, amical, amicale, convivial, conviviale, cosy, cozy, calm, "
    "calme, calming, apaisant, apaisante, serene, serein, sereine, soothing, soft, doux, douce, gentle, tendre, "
    "tender, playful, joueur, ludique, fun, funny, drole, humorous, humoristique, humour, "
    "humor, witty, cheeky, espiegle, malicieux, malicieuse, impertinent, impertinente, decale, decalee, quirky, "
    "bold, audacieux, audacieuse, confident, confiant, confiante, assured, sure, energetic, energique, dynamique, "
    "dynamic, punchy, percutant, percutante, upbeat, lively, vivant, vivante, vif, joyful, joyous, joyeux, "
    "joyeuse, "
    "cheerful, gai, gaie, festif, festive, sunny, solaire, ensoleille, ensoleillee, bright, lumineux, lumineuse, "
    "fresh, frais, fraiche, elegant, elegante, chic, refined, raffine, raffinee, premium, haut de gamme, "
    "luxurious, luxueux, minimal, minimalist, minimaliste, epure, epuree, sober, sobre, serious, serieux, "
    "serieuse, "
    "professional, professionnel, professionnelle, pro, trustworthy, rassurant, rassurante, reassuring, expert, "
    "precise, precis, precise, clear, clair, claire, simple, honest, honnete, sincere, sincère, authentic, "
    "authentique, human, humain, humaine, down-to-earth, direct, directe, straightforward, no-nonsense, "
    "straight-talking, "
    "inspiring, inspirant, inspirante, hopeful, plein d'espoir, optimistic, optimiste, positive, positif, "
    "emotional, emouvant, emouvante, moving, touching, touchant, touchante, poetic, poetique, dreamy, onirique, "
    "nostalgic, nostalgique, retro, vintage, mysterious, mysterieux, sensual, sensuel, sensuelle, natural, "
    "naturel, naturelle, "
    "raw, brut, brute, urban, urbain, urbaine, edgy, rebellious, rebelle, cool, relaxed, detendu, detendue, "
    "decontracte, decontractee, laid-back, casual, light, leger, legere, light-hearted, lighthearted, modern, "
    "moderne, contemporary, contemporain, tech, futuristic, futuriste, traditional, traditionnel, artisanal, "
    "rustic, rustique, "
    "proud, fier, fiere, generous, genereux, genereuse, gourmand, gourmande, intimate, intime, delicate, delicat, "
    "delicate, quiet, silent, intense, dramatic, dramatique, epic, epique, urgent, militant, engaged, engage, "
    "engagee, respectful, respectueux, respectueuse, digne, dignified, pedagogique, educational, informative, "
    "informatif, "
    "loud, irreverent, irreverente, silly, earthy, plain, unhurried, wry, cocooning, feutre, feutree, malin, "
    "maligne, crisp, sharp, smart, intelligent, clever, enthusiastic, enthousiaste, passionate, passionne, "
    "passionnee, empathetic, empathique, bienveillant, bienveillante, kind, caring, complice, zen, pop, colourful, "
    "colorful, colore, coloree, dry, pince-sans-rire, deadpan, self-deprecating, grown-up, adult, mature, jeune, "
    "youthful, timeless, intemporel, intemporelle"
)  # fmt: skip
_TONE_WORD = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(sorted({re.escape(fold(word.strip())) for word in _TONES.split(",")}, key=len, reverse=True))
    + r")(?![\w-])"
)
_TONE_CUE = re.compile(
    r"\b(?:tone|ton|tonalite|feel|feels|feeling|mood|vibe|ambiance|atmosphere|atmosphère|style|esprit|voice should|"
    r"keep (?:it|things|everything)|make it|something|quelque chose de|on (?:veut|voudrait|aimerait|"
    r"imagine) (?:un truc|du|quelque chose|que ce soit)|un truc|(?:it|ca) (?:should|must|doit|devrait|"
    r"faut que) (?:be|feel|etre|rester)|should (?:be|feel|sound|look)|"
    r"doit (?:etre|rester)|reste[rz]? |sound(?:s)? like|nous sommes plutot|we're a|plutot|bit of|un peu de|"
    r"pas trop|not too|register|registre)\b"
)
_FAR_FROM_TONE = re.compile(
    r"\b(?:not|no|never|pas|jamais|sans|rien de|nothing|trop|too|ni|nor|without|neither|avoid|eviter|moins|less|"
    r"anti)\b[\w' ]{0,14}$"
)
_BARE_TONE = re.compile(
    r"^\W*(?:sur un |un |dans une? |with an? |l')?(?:ambiance|ton|tone|mood|vibe|style|atmosphere|"
    r"tonalite)\s+(?!(?:of|is|est|doit|should|de|du|d'|must|a|to|can|the|sera|plutot que)\b|:)"
)
_TONE_SPLIT = re.compile(r"\s*[,;/+&•|]\s*|\s+(?:and|et|but|mais|with|avec)\s+|\.\s+")
_MAX_TONE_WORDS = 4
_TONE_STOP = re.compile(r"\b(?:comme|like|as if|facon)\b.*$")


def labelled_audience(text: str) -> str:
    """The audience of a labelled value, without the "for" or "aux" that leads it."""
    lead = re.match(r"(?:aux|au|a la|pour les?|pour|for|to|at|les)\s+", fold(text))
    return trim(text[lead.end() :] if lead else text)


def find_audience(statement: Statement) -> str:
    """Whom a sentence of prose says that the ad or the product is for; empty when it does not."""
    text = statement.folded
    if statement.field in (
        "prohibitions",
        "legal",
        "deadline",
        "formats",
        "lengths",
        "offer",
        "colours",
        "proof",
        "other",
    ) or _NOT_AUDIENCE.search(text):
        return ""
    patterns = (_AIMED, _AFTER, _AGED, _FOR, *((_LISTED,) if re.search(r"\b(?:who|qui)\b", text) else ()))
    for pattern in patterns:
        match = pattern.search(text)
        if match and (_HAS_PERSON.search(match.group("who")) or pattern is _AFTER):
            value = trim(statement.text[match.start("who") : match.end("who")])
            value = re.split(
                r"(?:\s+(?:on|sur|via) (?:Instagram|TikTok|YouTube|LinkedIn|Facebook)\b|,\s+(?:in|en|au) (?:French|"
                r"English|français|anglais))",
                value,
            )[0]
            return re.sub(r"\s+(?:lol|haha|mdr|and|et|with|avec|in|en|to|à|for|pour)$", "", value)
    return ""


def find_tone(statement: Statement) -> list[str]:
    """Tone words of a sentence of prose that speaks of tone; what it wants to be far from is left out."""
    if statement.field in ("prohibitions", "legal", "offer", "proof", "benefits", "product", "audience", "colours"):
        return []
    bare = _BARE_TONE.match(statement.folded)
    if bare:
        return labelled_tone(statement.text[bare.end() :])
    listed = _listed_tone(statement)
    if listed:
        return listed
    cue = _TONE_CUE.search(statement.folded)
    if not cue:
        return []
    found: list[str] = []
    for match in _TONE_WORD.finditer(statement.folded):
        if match.start() >= cue.start() - 40 and not _FAR_FROM_TONE.search(statement.folded[: match.start()]):
            found.append(statement.text[match.start() : match.end()].lower())
    return (
        found
        if len(found) > 1
        or re.search(
            r"\b(?:ton|tone|tonalite|mood|vibe|ambiance|feel|keep it|un truc|quelque chose de|something|atmosphere|"
            r"esprit|doit etre|should be|should feel)\b",
            statement.folded,
        )
        else []
    )


def _listed_tone(statement: Statement) -> list[str]:
    """The tones of a line that is nothing but a list of them: `loud, sunny, irreverent`."""
    parts = re.split(r"\s*,\s*|\s+(?:and|et|but|mais)\s+", statement.folded.strip(" .!"))
    known = [
        part
        for part in parts
        if len(part.split()) < _MAX_TONE_WORDS and _TONE_WORD.search(part) and not _FAR_FROM_TONE.match(part)
    ]
    if len(parts) < 2 or len(statement.text.split()) > 8 or 2 * len(known) <= len(parts):
        return []
    return labelled_tone(statement.text)


def labelled_tone(text: str) -> list[str]:
    """The tones of a labelled value, cut at commas; "not too serious" is no tone."""
    found: list[str] = []
    for part in _TONE_SPLIT.split(re.sub(r"\([^)]*\)", "", text)):
        word = trim(_TONE_STOP.sub("", part))
        word = re.sub(
            r"^(?:avec (?:de l'|du |une touche d[e'] ?|un peu d[e'] ?)?|with (?:a touch of |some |a bit of )?|"
            r"just |bit )",
            "",
            word,
            flags=re.IGNORECASE,
        )
        word = re.sub(
            r"^(?:just|bit|un peu|a bit|slightly|very|tres|très|plutôt|rather|quite|assez|always|toujours|"
            r"the tone is|keep it|on veut|quelque chose de|something)\s+",
            "",
            word,
            flags=re.IGNORECASE,
        )
        if (
            word
            and len(word.split()) <= _MAX_TONE_WORDS
            and not re.match(r"(?:not|no|never|pas|jamais|sans|rien|nothing|ni|without)\b", fold(word))
        ):
            found.append(word.lower() if not word.isupper() else word)
        elif word and not re.match(r"(?:not|no|never|pas|jamais|sans|rien|nothing|ni|without)\b", fold(word)):
            found += [
                word[m.start() : m.end()].lower()
                for m in _TONE_WORD.finditer(fold(word))
                if not _FAR_FROM_TONE.search(fold(word)[: m.start()])
            ]
    return found
