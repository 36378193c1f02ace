"""Which language a text is in and which languages a brief asks for."""

from __future__ import annotations

import re

from admaker_desktop.ad.base import Language
from admaker_desktop.providers.draft.reading.statements import Statement
from admaker_desktop.providers.draft.reading.words import fold

_FRENCH = frozenset(
    "marque produit cible duree ton couleurs couleur offre langue livraison interdits mention secondes prix "
    "le la les un une des du de et est sont pour avec sur dans par pas ne que qui nous vous on il elle ils notre "
    "nos votre vos ce cette ces au aux en plus "
    "mais ou donc tres sans bonjour merci c'est qu'on d'une d'un l' n'est s'il je j'ai a tous tout leur leurs etre "
    "fait faire aussi jamais chez".split()
)
_ENGLISH = frozenset(
    "brand product audience length tone colours colors offer language deadline legal line seconds price when where why "
    "the a an and is are for with on in by not that which we you it they our your this these to of at from as be "
    "but or so very without hello thanks "
    "it's we're don't i i'm all their has have do does more also never no who what people just like can will would "
    "should want need please".split()
)
_NAMES: dict[str, Language] = {
    "english": "en",
    "anglais": "en",
    "anglaise": "en",
    "french": "fr",
    "francais": "fr",
    "francaise": "fr",
}
_CODES: dict[str, Language] = {
    "en": "en",
    "eng": "en",
    "uk": "en",
    "gb": "en",
    "us": "en",
    "fr": "fr",
    "fra": "fr",
    "vf": "fr",
    "va": "en",
}
_OTHERS = (
    "spanish|espagnole?|german|allemande?|italian|italienne?|dutch|neerlandaise?|portuguese|portugaise?|arabic|"
    "arabe|chinese|chinoise?|japanese|welsh|galloise?|polish|polonaise?|swedish|suedoise?|japonaise?"
)
_NAME = r"(?:english|anglaise?|french|francaise?)"
_ASKED = re.compile(
    rf"\b(?:in|en) (?:both )?({_NAME})\b(?: ?(?:and|&|et|\+|/|,|puis|then|or|ou) ?(?:en |in )?({_NAME})\b)?"
    rf"|\b({_NAME})[- ](?:version|voice[- ]?over|cut|copy|subtitles|speaking (?:ad|spot|film))\b"
    rf"|\b(?:versions?|voix[- ]off|textes?|sous-titres|film|spot|pub)\s+({_NAME})\b(?: (?:and|et) ({_NAME})\b)?"
)
_ABOUT_THE_AD = re.compile(
    r"\b(?:ad|ads|spot|film|video|clip|pub|version|versions|voice|voice-over|voiceover|voix|copy|text|texts|texte|"
    r"textes|title|titles|titres|caption|captions|subtitles|sous-titres|"
    r"speak|spoken|parle|everything|all|tout|please|bilingue|bilingual|language|langue|deliver|livre\w*|bumper|cut|"
    r"both|deux)\b"
)
_NOT_ASKED = re.compile(
    r"\b(?:sorry|desole|excuse|not|pas|jamais|never|no) (?:[\w']+ ){0,3}(?:in |en |d')?(?:english|french|anglais|"
    r"francais)"
)
_FEW, _MANY = 2, 10
_MARGIN = 1.6


def text_language(text: str) -> Language:
    """`en` or `fr`: by function words where they are clear, else by py3langid limited to the two."""
    words = re.findall(r"[a-z']+", fold(text))
    french = sum(word in _FRENCH or word[:2] in ("l'", "d'", "qu") for word in words) + 2 * sum(
        char in "éèêàçùœ" for char in text.lower()
    )
    english = sum(word in _ENGLISH for word in words)
    most, least = max(french, english), min(french, english)
    if most >= _MANY or (most >= _FEW and most >= _MARGIN * least):
        return "fr" if french >= english else "en"
    # in-function: the model costs half a second and 20 MB, and most briefs do without
    import py3langid  # type: ignore[import-untyped]

    py3langid.set_languages(["en", "fr"])
    return "fr" if py3langid.classify(text)[0] == "fr" else "en"


def asked_languages(statement: Statement) -> list[Language]:
    """The languages that a statement asks for the ad to be in, in its order."""
    if statement.field == "languages":
        found = re.findall(rf"\b(?:{_NAME}|en|eng|fr|fra|uk|us|vf|va)\b", statement.folded)
        return list(dict.fromkeys(_NAMES.get(name) or _CODES[name] for name in found))
    if statement.field in ("prohibitions", "legal") or _NOT_ASKED.search(statement.folded):
        return []
    asked: list[Language] = []
    for match in _ASKED.finditer(statement.folded):
        names = [name for name in match.groups() if name]
        is_named_thing = not statement.folded[match.start() :].startswith(("in ", "en "))
        if is_named_thing or _ABOUT_THE_AD.search(statement.folded):
            asked += [_NAMES[name] for name in names]
    if re.search(r"\b(?:fr|vf) ?(?:\+|&|et|and|/) ?(?:en|va|uk|eng?)\b", statement.folded):
        asked += ["fr", "en"]
    elif re.search(r"\b(?:en|va|uk) ?(?:\+|&|et|and|/) ?(?:fr|vf)\b", statement.folded):
        asked += ["en", "fr"]
    elif re.search(r"\b(?:bilingual|bilingue)\b", statement.folded) and not asked:
        asked += ["fr", "en"] if "bilingue" in statement.folded else ["en", "fr"]
    return list(dict.fromkeys(asked))


def asked_but_unknown(statement: Statement) -> str:
    """A language asked for that the draft cannot write, in the brief's word; empty when there is none."""
    pattern = rf"\b({_OTHERS})\b" if statement.field == "languages" else rf"\b(?:in|en|version|and|et) ({_OTHERS})\b"
    match = re.search(pattern, statement.folded)
    if (
        not match
        or statement.field in ("prohibitions", "legal")
        or not (statement.field or _ABOUT_THE_AD.search(statement.folded))
    ):
        return ""
    return statement.text[match.start(1) : match.end(1)]
