"""Colours and fonts that a brief names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from admaker_desktop.providers.draft.reading.statements import Statement

_NAMES: dict[str, str] = {
    "#1b2a4a":
        "navy blue, navy, bleu marine, bleu nuit, midnight blue, midnight, marine, dark blue, bleu fonce, deep "
        "blue, bleu profond",
    "#1f4fa3": "royal blue, bleu roi, cobalt, cobalt blue, bleu cobalt, electric blue, bleu electrique",
    "#8fc1e3": "sky blue, light blue, pale blue, bleu ciel, bleu clair, bleu pale, baby blue, powder blue, bleu pastel",
    "#2f6fb7": "blue, bleu, bleue, bleus, blues",
    "#1f8a8a": "teal, bleu canard, petrol blue, petrol, bleu petrole, duck egg",
    "#3fc1c0": "turquoise, aqua, cyan, bleu lagon",
    "#1f4d36":
        "dark green, forest green, vert sapin, vert foret, vert fonce, bottle green, vert bouteille, british "
        "racing green, racing green, vert anglais, deep green, emerald green deep",
    "#2e8b57": "emerald, emerald green, vert emeraude, emeraude",
    "#a3b899":
        "sage green, sage, vert sauge, sauge, vert tilleul, pale green, vert pale, light green, vert clair, celadon",
    "#7a8450": "olive, olive green, vert olive, khaki, kaki, moss green, vert mousse",
    "#b7d334": "lime, lime green, vert anis, vert citron, anis, chartreuse, neon green, vert fluo",
    "#98d8b5": "mint, mint green, vert menthe, vert d'eau, menthe",
    "#3c9a4f": "green, vert, verte, verts, vertes, greens",
    "#6d1f2f": "burgundy, bordeaux, maroon, wine red, lie de vin, oxblood, dark red, rouge fonce, grenat",
    "#c8102e": "red, rouge, rouges, scarlet, crimson, vermillon, vermilion, rouge vif, bright red, reds",
    "#e5533d": "coral, corail, rouge corail, tomato red, rouge tomate",
    "#c65d3b":
        "terracotta, terra cotta, brick, brick red, rouge brique, brique, rust, rouille, burnt orange, orange brule",
    "#f08a24": "orange, oranges, tangerine, mandarine",
    "#f3a712":
        "amber, ambre, saffron, safran, mustard, moutarde, ochre, ocre, jaune moutarde, mustard yellow, honey "
        "yellow, jaune miel",
    "#f6c945": "yellow, jaune, jaunes, lemon yellow, jaune citron, sunny yellow, jaune soleil, bright yellow",
    "#f6b79c": "peach, peche, apricot, abricot, salmon, saumon",
    "#e8b4b8":
        "dusty pink, pale pink, light pink, blush, blush pink, rose poudre, vieux rose, rose pale, rose clair, "
        "powder pink, rose gold, or rose, nude",
    "#e6398b": "fuchsia, magenta, hot pink, rose vif, rose fluo, neon pink, framboise, raspberry",
    "#ec7fa9": "pink, rose, roses",
    "#5b2a86": "purple, violet, violette, aubergine, plum, prune, violets",
    "#b9a2d8": "lavender, lavande, lilac, lilas, mauve, parme",
    "#5a3a29": "brown, brun, marron, chocolate brown, coffee brown, brun chocolat, dark brown",
    "#c9a227": "gold, or, dore, doree, dores, golden, laiton, brass",
    "#b08d57": "bronze, copper, cuivre, camel, caramel, kraft",
    "#b9bec5": "silver, argent, argente, argentee, chrome",
    "#f6efe0":
        "cream, creme, ivory, ivoire, off-white, off white, blanc casse, ecru, eggshell, coquille d'oeuf, vanilla, "
        "chalk",
    "#e4d3b8": "beige, sand, sable, lin, linen, oatmeal, taupe clair",
    "#8c7b6b": "taupe, stone, mole",
    "#36393f":
        "charcoal, anthracite, dark grey, dark gray, gris anthracite, gris fonce, slate, ardoise, gris ardoise, "
        "graphite",
    "#9a9ea3": "grey, gray, gris, grise, grises, greys, gris clair, light grey, light gray, gris perle, pearl grey",
    "#ffffff": "white, blanc, blanche, blancs, pure white, blanches",
    "#111111": "black, noir, noire, noirs, jet black, pitch black, noires",
}  # fmt: skip
_HEX_OF = {name.strip(): code for code, names in _NAMES.items() for name in names.split(",")}
_NAME = re.compile(
    r"(?<![\w'-])(" + "|".join(re.escape(name) for name in sorted(_HEX_OF, key=len, reverse=True)) + r")(?![\w-])"
)
_HEX = re.compile(
    r"#([0-9a-f]{6}|[0-9a-f]{3})\b(?![\w-])|\bhex:?\s+([0-9a-f]{6})\b|"
    r"(?<![\w#])(?=[0-9a-f]*\d)(?=\d*[a-f])([0-9a-f]{6})(?![\w])"
)
_RGB = re.compile(r"\brgba?\s*[:(]?\s*(\d{1,3})\s*[,; ]\s*(\d{1,3})\s*[,; ]\s*(\d{1,3})")
_CUE = re.compile(
    r"\b(?:colou?rs?|couleurs?|palettes?|teintes?|tons?|shades?|charte|hues?|tints?|coloris|nuances?|aux? fonds?|"
    r"backgrounds?|fonds?|logo (?:is|est)|(?:brand|signature|accent) (?:\w+ )?(?:green|blue|red)|camaieu)\b"
)
_THING = re.compile(
    r"(?:\b(?:green|black|white|red|orange|rose|gold|brown|yellow|peach|mint|lavender|lime|olive|coral|chocolate|"
    r"cream|vanilla|honey|copper|ginger|silver|blue|stone|slate|sage|sand|brick|plum|amber) "
    r"(?:tea|teas|coffee|wine|wines|juice|bread|gin|ale|beer|chocolate|pepper|water|oil|oils|sugar|rice|friday|"
    r"cheese|card|energy|power|claims?|credentials|standard|medal|award|salt|cross|list|street|lane|hill|door|"
    r"carpet|garlic|oven)\b"
    r"|\b(?:the|vin|vins|cafe|chocolat|jus d'|fleur d'|eau de|huile d'|sucre|pain|riz|poivre|fromage|citron|"
    r"citrons|haricots?|carte|energie|label|medaille d'|age d'|huile de|the au|sirop de|eau d'|parfum de|ail|"
    r"the a la|creme de|a la|au|aux|de|d'|l'|en) ?"
    r"(?:vert|verts|noir|noirs|blanc|blancs|rouge|rouges|orange|oranges|rose|roses|gris|brun|or|argent|olive|"
    r"menthe|lavande|violette|peche|abricot|rouge|complet|prune|framboise|mandarine|ambre|caramel|moutarde|lin|"
    r"safran|saumon|marine|citron|brique|sable|ardoise|creme|bordeaux))\b"
)
_COMPOUND_WORDS = 2
_HEX_DIGITS = 6
_FONT_NAMES = (
    "Inter, Playfair Display, Playfair, Helvetica Neue, Helvetica, Futura, Garamond, Montserrat, Roboto, Open "
    "Sans, Gotham, Avenir, Bodoni, Didot, Poppins, Raleway, Lato, Georgia, Arial, "
    "Times New Roman, Verdana, Gill Sans, DM Sans, DM Serif Display, Fraunces, Karla, Manrope, Work Sans, Space "
    "Grotesk, Sora, Syne, Anton, Bricolage Grotesque, Public Sans, Oswald, "
    "Bebas Neue, Cormorant, Cormorant Garamond, Nunito, Source Sans, Merriweather, Libre Baskerville, Baskerville, "
    "Josefin Sans, Quicksand, Circular, Proxima Nova, Archivo, Outfit, Barlow, "
    "Rubik, Caveat, Pacifico, Lora, Marianne, IBM Plex Sans, Century Gothic, Rockwell, Clarendon, Optima, Univers, "
    "Frutiger, Franklin Gothic, Neue Haas Grotesk, Satoshi, Urbanist, Recoleta"
)
_FONTS = {name.strip(): None for name in _FONT_NAMES.split(",")}
_KNOWN_FONT = re.compile(
    r"(?<!\w)(" + "|".join(re.escape(name) for name in sorted(_FONTS, key=len, reverse=True)) + r")(?!\w)"
)
_FONT_CUE = re.compile(r"\b(?:fonts?|typefaces?|typos?|typograph\w+|polices?|lettering|set in|compose[er]? en)\b")
_FONT_FILLER = re.compile(
    r"\b(?:for|pour|in|en|titles?|titres?|headlines?|body|text|textes?|textes courants|courant|the|les?|bold|"
    r"regular|medium|light|google fonts?|free|gratuite?)\b.*$",
    re.IGNORECASE,
)


def find_colours(statements: Iterable[Statement]) -> list[tuple[str, Statement]]:
    """`#rrggbb` in the order of the brief: codes anywhere, names where colours are spoken of."""
    found: dict[str, Statement] = {}
    for statement in statements:
        if statement.field not in ("prohibitions", "legal", "audience"):
            for code in _colours_in(statement):
                found.setdefault(code, statement)
    return list(found.items())


def _colours_in(statement: Statement) -> list[str]:
    text = statement.folded
    is_own = statement.field == "colours"
    hits: list[tuple[int, int, str]] = []
    for match in _HEX.finditer(text):
        if match.group(3) and not is_own:
            continue
        digits = next(group for group in match.groups() if group)
        hits.append(
            (
                match.start(),
                match.end(),
                "#" + (digits if len(digits) == _HEX_DIGITS else "".join(d * 2 for d in digits)),
            )
        )
    hits += [
        (m.start(), m.end(), "#" + "".join(f"{min(int(v), 255):02x}" for v in m.groups())) for m in _RGB.finditer(text)
    ]
    blanked = text if is_own else _THING.sub(lambda match: " " * len(match.group()), text)
    has_cue = is_own or bool(hits) or bool(_CUE.search(text))
    for match in _NAME.finditer(blanked):
        is_compound = len(match.group().split()) >= _COMPOUND_WORDS and not re.search(
            r"\b(?:or|oranges?)\b", match.group()
        )
        if (
            not (has_cue or is_compound)
            or _is_negated(text[: match.start()])
            or (match.group() == "or" and not _is_gold(text, match))
        ):
            continue
        if not any(_names_the_same(text, match, start, end) for start, end, _ in hits):
            hits.append((match.start(), match.end(), _HEX_OF[match.group()]))
    return [code for _, _, code in sorted(hits)]


def _is_gold(text: str, match: re.Match[str]) -> bool:
    """French `or` is gold, English `or` is not: gold ends a list or follows `et`."""
    return bool(re.search(r"(?:\bet|,|\+|&|/|l'|^)\s*(?:l')?$", text[: match.start()])) and not re.match(
        r"\s+[a-z]+\s", text[match.end() :]
    )


def _is_negated(before: str) -> bool:
    return bool(
        re.search(
            r"\b(?:no|not|never|pas|sans|jamais|avoid|eviter|rien de|ni|nor|without|pas de|aucun)\s+(?:(?:de|du|any|"
            r"too much|trop de|d')\s*)?$",
            before,
        )
    )


def _names_the_same(text: str, name: re.Match[str], start: int, end: int) -> bool:
    """Whether a code stands right beside a colour name and so says which shade it is: `sage green (#a3b899)`."""
    between = text[name.end() : start] if name.end() <= start else text[end : name.start()]
    return len(between) <= 5 and not re.search(r"[,;+&\n]|\w{3,}|\bet\b", between)


def find_fonts(statements: Iterable[Statement]) -> list[tuple[str, Statement]]:
    """Font families as the brief names them."""
    found: dict[str, Statement] = {}
    for statement in statements:
        known = _KNOWN_FONT.findall(statement.text)
        if statement.field == "fonts":
            parts = re.split(r"\s*[,;/+&]\s*|\s+(?:et|and|ou|or)\s+", statement.text)
            named = [_FONT_FILLER.sub("", re.sub(r"\([^)]*\)|^[^:]*:\s*", "", part)).strip(" .") for part in parts]
            for name in known or [name for name in named if re.match(r"[A-Z]", name) and len(name.split()) <= 4]:
                found.setdefault(name, statement)
        elif _FONT_CUE.search(statement.folded) and statement.field != "prohibitions":
            for name in known:
                found.setdefault(name, statement)
    return list(found.items())
