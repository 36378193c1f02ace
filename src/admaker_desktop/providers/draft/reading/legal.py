"""Mandatory lines, kept word for word."""

from __future__ import annotations

import re

from admaker_desktop.ad.base import Language
from admaker_desktop.providers.draft.reading.statements import Statement
from admaker_desktop.providers.draft.reading.words import fold, quoted, sentences, tidy, unquote

_CUE = re.compile(
    r"\b(?:mentions? (?:legales?|obligatoires?)|obligatoire(?:ment)?|legal (?:line|text|mention|copy|requirement|"
    r"team|wording)s?|mandatory|legally|small print|disclaimers?|risk warning|avertissement|"
    r"word for word|mot pour mot|verbatim|exact wording|regulat\w+|doi(?:t|vent) (?:absolument )?(?:figurer|"
    r"apparaitre|etre (?:affiche|mentionne|ecrit)\w*)|must (?:appear|be (?:shown|displayed|included|on screen)|"
    r"carry|include|say|read)|"
    r"have to (?:include|show|carry|say|put)|has to (?:appear|be shown|say|carry)|faut (?:absolument )?(?:afficher|"
    r"mettre|ecrire|faire figurer|indiquer)|doit y avoir (?:d')?(?:ecrit|marque)|(?:there|it) (?:has|"
    r"needs) to (?:be|say)|insist\w*|required by law|oblige[es]? (?:de|a)|par la loi|lawyers?|juristes?|"
    r"service juridique|compliance)\b"
)
_KNOWN = re.compile(
    r"\b(?:l'abus d'alcool|a consommer avec moderation|un credit vous engage|"
    r"verifiez vos capacites de remboursement|pour votre sante,? (?:mangez|pratiquez|evitez|attention)|"
    r"mangerbouger|"
    r"(?:please )?drink responsibly|drinkaware|capital (?:is )?at risk|representative (?:example|"
    r"\d+[.,]?\d*\s?% apr)|your home may be repossessed|(?:t(?:erms)? ?(?:&|and|&amp;) ?c(?:onditions)?'?s?|"
    r"terms) (?:and conditions )?apply|"
    r"conditions? (?:generales? )?(?:sur|en magasin|disponibles?)|voir conditions|offre soumise a conditions|"
    r"over[- ]18s?\b|18\+|reserve aux majeurs|interdit aux mineurs|jouer comporte des risques|begambleaware|"
    r"gamble ?aware|"
    r"ceci est un medicament|ce (?:medicament|dispositif medical|produit de sante)|lire attentivement la notice|"
    r"demandez conseil a votre pharmacien|always read the label|not intended to diagnose|complement alimentaire|"
    r"food supplement|should not be used as a substitute|"
    r"les performances passees|past performance|risque de perte en capital|authori[sz]ed and regulated|"
    r"registered charity|numero rna|orias|siret|rcs |equal opportunit(?:y|ies) employer|pensez a covoiturer|"
    r"se deplacer moins polluer|au quotidien, prenez les transports)\b"
)
_NOT_THE_LINE = re.compile(
    r"\b(?:no|pas d[e']|aucune?|sans|not (?:need|aware)|don't (?:think|have)) (?:\w+ )?(?:legal|mention|mandatory|"
    r"disclaimer|obligat)"
)
_NONE = re.compile(
    r"^\W*(?:none|n/?a|no|nothing|aucune?|rien|neant|sans objet|non|tbc|tbd|a (?:confirmer|definir|venir)|-)\W*$"
)
_INTRODUCTION = re.compile(r"^[^:«“\"]{0,90}:\s+(?=\S)")
_INSTEAD = re.compile(
    r"\b(?:replace\w*|instead|remplace\w*|devient|becomes|changed|corrected|corrigee?|nouvelle mention|"
    r"new (?:legal|wording|line)|updated|mise a jour|plutot)\b"
)
_NOTE = re.compile(
    r"\s*\((?:[^()]*\b(?:word for word|mot pour mot|verbatim|exact\w*|mandatory|obligatoire|on screen|a l'ecran|"
    r"end card|required|please|svp|texto|tel quel|sur l'ecran de fin|fin du film|as is)\b[^()]*)\)\s*$",
    re.IGNORECASE,
)
_INSTRUCTION_TAIL = re.compile(
    r"^(?:it |this |that |elle |la mention |cette mention |ca |on the |in the |must |doit |a afficher|a l'ecran|"
    r"please|svp|merci|\(|word for word|mot pour mot)"
)

DEFAULT_LINES: dict[str, dict[Language, str]] = {
    "alcohol": {
        "fr": "L'abus d'alcool est dangereux pour la santé, à consommer avec modération.",
        "en": "Please drink responsibly.",
    },
    "credit": {
        "fr":
            "Un crédit vous engage et doit être remboursé. Vérifiez vos capacités de remboursement avant de vous "
            "engager.",
        "en": "Credit is subject to status. Borrow only what you can afford to repay.",
    },
    "investment": {
        "fr": "Investir comporte un risque de perte en capital.",
        "en": "Your capital is at risk.",
    },
    "gambling": {
        "fr":
            "Les jeux d'argent et de hasard sont interdits aux mineurs. Jouer comporte des risques : endettement, "
            "isolement, dépendance.",
        "en": "18+. Please gamble responsibly.",
    },
}  # fmt: skip
_REGULATED = (
    ("alcohol", re.compile(
        r"\b(?:wines?|vins?|beers?|bieres?|pale ale|craft ales?|real ales?|ipa|lager|stout|gin|whisky|whiskey|"
        r"vodka|rhum|rum|champagne|cidre|cider|cremant|prosecco|liqueurs?|aperitif alcoolise|brasserie artisanale|"
        r"brewery|distiller(?:y|ie)|cognac|pastis|mezcal|tequila|vignoble|vineyard|winery)\b")),
    ("credit", re.compile(
        r"\b(?:credits? (?:conso\w*|immobilier|auto|renouvelable|travaux|personnel)|prets? (?:personnel|immobilier|"
        r"etudiant|auto|travaux)|taeg|loans?|mortgages?|personal loan|apr\b|credit card|carte de credit|"
        r"emprunt\w*)\b")),
    ("investment", re.compile(
        r"\b(?:invest(?:ing|ment|ments|ir|issement|issements|or|ors)?|trading|crypto\w*|bourse|etfs?|scpi|"
        r"stocks and shares|isa|assurance[- ]vie)\b")),
    ("gambling", re.compile(r"\b(?:casino|paris sportifs|betting|poker|loterie|lottery|bingo|jeux d'argent)\b")),
)  # fmt: skip
_NO_ALCOHOL = re.compile(
    r"\b(?:sans alcool|alcohol[- ]free|non[- ]alcoholic|no alcohol|zero alcool|0[.,]0 ?%|ginger (?:beer|ale)|"
    r"root beer|pas d'alcool)\b"
)


def is_none(text: str) -> bool:
    """Whether a labelled value says that there is nothing: `none`, `n/a`, `aucune`."""
    return bool(_NONE.match(fold(text)))


def find_legal(statements: list[Statement]) -> list[tuple[str, Statement]]:
    """Mandatory lines of all messages, newest first; a newer line that says it replaces hides the older ones."""
    found: dict[str, Statement] = {}
    ages = sorted({statement.age for statement in statements})
    for age in ages:
        own = [statement for statement in statements if statement.age == age]
        lines = _lines_of(own)
        for line, statement in lines:
            if not any(line in known or known in line for known in found):
                found[line] = statement
        if lines and any(_INSTEAD.search(statement.folded) and _CUE.search(statement.folded) for statement in own):
            break
    return list(found.items())


def _lines_of(statements: list[Statement]) -> list[tuple[str, Statement]]:
    found: list[tuple[str, Statement]] = []
    for index, statement in enumerate(statements):
        if statement.field == "legal":
            found += [(line, statement) for line in _labelled_lines(statement.text)]
        elif statement.field == "prohibitions" or _NOT_THE_LINE.search(statement.folded):
            continue
        elif _CUE.search(statement.folded):
            lines = _announced_lines(statement.text)
            if not lines and statement.text.rstrip().endswith(":") and index + 1 < len(statements):
                lines = _labelled_lines(statements[index + 1].text)
            found += [(line, statement) for line in lines or _known_sentences(statement.text)]
        else:
            found += [(line, statement) for line in _known_sentences(statement.text)]
    return found


def _labelled_lines(text: str) -> list[str]:
    if is_none(text):
        return []
    marked = quoted(text)
    long_marked = [line for line in marked if len(line.split()) >= 2]
    if long_marked and sum(map(len, long_marked)) >= 0.4 * len(text):
        return [tidy(line) for line in long_marked]
    kept: list[str] = []
    for sentence in sentences(_NOTE.sub("", text)):
        if kept and _INSTRUCTION_TAIL.match(fold(sentence)):
            break
        kept.append(sentence)
    return [unquote(tidy(" ".join(kept)))] if kept else []


def _announced_lines(text: str) -> list[str]:
    """What follows "mandatory:" or stands in quotes near it."""
    marked = [line for line in quoted(text) if len(line.split()) >= 2]
    if marked:
        return [tidy(line) for line in marked]
    for match in re.finditer(r":\s+", text):
        if _CUE.search(fold(text[: match.start()])):
            rest = _labelled_lines(text[match.end() :])
            return [line for line in rest if len(line.split()) >= 2]
    return []


def _known_sentences(text: str) -> list[str]:
    """Sentences that are well-known legal lines themselves, with the neighbours that belong to them."""
    whole = [quote for quote in quoted(text) if _KNOWN.search(fold(quote))]
    if whole:
        return whole
    parts = sentences(text)
    known = [index for index, part in enumerate(parts) if _KNOWN.search(fold(part))]
    if not known:
        return []
    lines = [
        unquote(tidy(_INTRODUCTION.sub("", part) if not _KNOWN.search(fold(part.split(":")[0])) else part))
        for part in parts[known[0] : known[-1] + 1]
    ]
    marked = [quote for line in lines for quote in quoted(line) if _KNOWN.search(fold(quote))]
    return marked or [" ".join(lines)]


def regulated_kind(folded: str) -> str:
    """`alcohol`, `credit`, `investment`, `gambling` or empty: which law asks for a line in this text's ad."""
    if _NO_ALCOHOL.search(folded):
        folded = _REGULATED[0][1].sub(" ", folded)
    return next((kind for kind, pattern in _REGULATED if pattern.search(folded)), "")
