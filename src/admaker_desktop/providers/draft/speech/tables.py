"""What each language says for written signs: months, units, currencies, abbreviations, symbols, acronyms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency's spoken forms."""

    one: str
    many: str
    cent: str
    cents: str


@dataclass(frozen=True, slots=True)
class Tables:
    """The spoken forms of one language."""

    code: str
    months: tuple[str, ...]
    month_short: Mapping[str, int]
    """Written month (lower case, without a point) to its number, 1..12."""
    units: Mapping[str, tuple[str, str]]
    """Written unit to its singular and plural."""
    currencies: Mapping[str, Currency]
    scales: Mapping[str, str]
    """What may stand between an amount and its currency."""
    abbreviations: Mapping[str, str]
    symbols: Mapping[str, str]
    phrases: Mapping[str, str]
    """Fixed written forms that are said as a whole."""
    fractions: Mapping[str, str]
    periods: frozenset[str]
    """Words before which a slash is said as `per`."""
    per: str
    minus: str
    point: str
    """The decimal mark."""
    to: str
    """Between the ends of a range."""
    out_of: str
    dot: str
    slash: str
    dash: str
    underscore: str
    at: str
    spelled_endings: frozenset[str]
    """Ends of web addresses that are spelled."""


ENGLISH = Tables(
    code="en",
    months=(
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ),
    month_short={
        "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5,
        "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9,
        "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
    },
    units={
        "ml": ("millilitre", "millilitres"), "mL": ("millilitre", "millilitres"), "cl": ("centilitre", "centilitres"),
        "l": ("litre", "litres"), "L": ("litre", "litres"), "g": ("gram", "grams"), "kg": ("kilo", "kilos"),
        "mg": ("milligram", "milligrams"), "km": ("kilometre", "kilometres"), "m": ("metre", "metres"),
        "cm": ("centimetre", "centimetres"), "mm": ("millimetre", "millimetres"), "h": ("hour", "hours"),
        "hr": ("hour", "hours"), "hrs": ("hour", "hours"), "min": ("minute", "minutes"), "s": ("second", "seconds"),
        "sec": ("second", "seconds"), "km/h": ("kilometre per hour", "kilometres per hour"),
        "mph": ("mile per hour", "miles per hour"), "oz": ("ounce", "ounces"), "lb": ("pound", "pounds"),
        "lbs": ("pound", "pounds"), "ft": ("foot", "feet"), "fl oz": ("fluid ounce", "fluid ounces"),
        "kWh": ("kilowatt hour", "kilowatt hours"), "W": ("watt", "watts"), "GB": ("gigabyte", "gigabytes"),
        "MB": ("megabyte", "megabytes"), "TB": ("terabyte", "terabytes"), "Hz": ("hertz", "hertz"),
        "m²": ("square metre", "square metres"), "m2": ("square metre", "square metres"),
        "°C": ("degree Celsius", "degrees Celsius"), "°F": ("degree Fahrenheit", "degrees Fahrenheit"),
        "°": ("degree", "degrees"), "k": ("thousand", "thousand"),
        "kcal": ("kilocalorie", "kilocalories"), "px": ("pixel", "pixels"),
    },
    currencies={
        "€": Currency("euro", "euros", "cent", "cents"), "EUR": Currency("euro", "euros", "cent", "cents"),
        "$": Currency("dollar", "dollars", "cent", "cents"), "USD": Currency("dollar", "dollars", "cent", "cents"),
        "US$": Currency("dollar", "dollars", "cent", "cents"), "CAD": Currency("Canadian dollar",
        "Canadian dollars", "cent", "cents"), "£": Currency("pound", "pounds", "penny", "pence"),
        "GBP": Currency("pound", "pounds", "penny", "pence"), "CHF": Currency("Swiss franc", "Swiss francs",
        "centime", "centimes"), "¥": Currency("yen", "yen", "sen", "sen"), "euros": Currency("euro", "euros", "cent",
        "cents"), "dollars": Currency("dollar", "dollars", "cent", "cents"), "pounds": Currency("pound", "pounds",
        "penny", "pence"),
    },
    scales={"million": "million", "billion": "billion", "M": "million", "m": "million", "bn": "billion",
            "B": "billion", "k": "thousand", "K": "thousand"},
    abbreviations={
        "Mr.": "Mister", "Mr": "Mister", "Mrs.": "Missus", "Mrs": "Missus", "Ms.": "Miz", "Dr.": "Doctor",
        "Dr": "Doctor", "Prof.": "Professor", "vs.": "versus", "vs": "versus", "etc.": "et cetera",
        "e.g.": "for example",
        "i.e.": "that is", "approx.": "approximately", "max.": "maximum", "min.": "minimum", "incl.": "including",
        "excl.": "excluding", "Inc.": "Incorporated", "Ltd.": "Limited", "Ltd": "Limited", "Co.": "Company",
        "Jr.": "Junior", "St.": "Saint", "w/": "with", "w/o": "without", "tel.": "telephone", "Tel.": "telephone",
        "mo.": "month", "yr.": "year", "T&Cs": "terms and conditions", "T&C": "terms and conditions",
    },
    symbols={"%": "percent", "&": "and", "+": "plus", "=": "equals", "@": "at", "#": "hashtag", "€": "euros",
             "$": "dollars", "£": "pounds", "×": "times", "°": "degrees", "№": "number", "½": "one half",
             "¼": "one quarter", "¾": "three quarters"},
    phrases={"24/7": "twenty-four seven", "N/A": "not available", "n/a": "not available"},
    fractions={"1/2": "one half", "1/3": "one third", "2/3": "two thirds", "1/4": "one quarter",
               "3/4": "three quarters"},
    periods=frozenset(
        "month months mo year yr day week hour night person unit bottle kg g l ml serving user".split()
    ),
    per="per", minus="minus", point="point", to="to", out_of="out of", dot="dot", slash="slash", dash="dash",
    underscore="underscore", at="at",
    spelled_endings=frozenset("fr uk us de be ch ca eu tv io ai es it lu nl".split()),
)  # fmt: skip

FRENCH = Tables(
    code="fr",
    months=(
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ),
    month_short={
        "janvier": 1, "janv": 1, "février": 2, "fevrier": 2, "févr": 2, "mars": 3, "avril": 4, "avr": 4, "mai": 5,
        "juin": 6, "juillet": 7, "juil": 7, "août": 8, "aout": 8, "septembre": 9, "sept": 9, "octobre": 10, "oct": 10,
        "novembre": 11, "nov": 11, "décembre": 12, "decembre": 12, "déc": 12,
    },
    units={
        "ml": ("millilitre", "millilitres"), "mL": ("millilitre", "millilitres"), "cl": ("centilitre", "centilitres"),
        "l": ("litre", "litres"), "L": ("litre", "litres"), "g": ("gramme", "grammes"), "kg": ("kilo", "kilos"),
        "mg": ("milligramme", "milligrammes"), "km": ("kilomètre", "kilomètres"), "m": ("mètre", "mètres"),
        "cm": ("centimètre", "centimètres"), "mm": ("millimètre", "millimètres"), "min": ("minute", "minutes"),
        "mn": ("minute", "minutes"), "s": ("seconde", "secondes"), "sec": ("seconde", "secondes"),
        "km/h": ("kilomètre heure", "kilomètres heure"), "kWh": ("kilowattheure", "kilowattheures"),
        "W": ("watt", "watts"), "Go": ("giga", "gigas"), "Mo": ("méga", "mégas"), "To": ("téra", "téras"),
        "m²": ("mètre carré", "mètres carrés"), "m2": ("mètre carré", "mètres carrés"), "j": ("jour", "jours"),
        "J": ("jour", "jours"), "°C": ("degré", "degrés"), "°": ("degré", "degrés"), "k": ("mille", "mille"),
        "kcal": ("kilocalorie", "kilocalories"), "ans": ("an", "ans"), "Hz": ("hertz", "hertz"),
        "px": ("pixel", "pixels"),
    },
    currencies={
        "€": Currency("euro", "euros", "centime", "centimes"), "EUR": Currency("euro", "euros", "centime", "centimes"),
        "euros": Currency("euro", "euros", "centime", "centimes"), "euro": Currency("euro", "euros", "centime",
        "centimes"), "$": Currency("dollar", "dollars", "cent", "cents"), "USD": Currency("dollar", "dollars", "cent",
        "cents"), "CAD": Currency("dollar canadien", "dollars canadiens", "cent", "cents"), "£": Currency("livre",
        "livres", "penny", "pence"), "GBP": Currency("livre", "livres", "penny", "pence"), "CHF": Currency(
        "franc suisse", "francs suisses", "centime", "centimes"), "¥": Currency("yen", "yens", "sen", "sen"),
    },
    scales={"million": "million", "millions": "millions", "milliard": "milliard", "milliards": "milliards",
            "M": "millions", "k": "mille", "K": "mille"},
    abbreviations={
        "n°": "numéro", "N°": "numéro", "nº": "numéro", "Nº": "numéro", "M.": "monsieur", "MM.": "messieurs",
        "Mme": "madame", "Mmes": "mesdames", "Mlle": "mademoiselle", "Dr": "docteur", "Dr.": "docteur",
        "Pr": "professeur", "Me": "maître", "St": "saint", "Ste": "sainte", "St-": "saint ", "etc.": "et cetera",
        "etc": "et cetera", "p. ex.": "par exemple", "p.ex.": "par exemple", "ex.": "exemple",
        "c.-à-d.": "c'est-à-dire",
        "càd": "c'est-à-dire", "svp": "s'il vous plaît", "SVP": "s'il vous plaît", "env.": "environ",
        "max.": "maximum", "min.": "minimum", "tél.": "téléphone", "Tél.": "téléphone", "av.": "avenue",
        "bd": "boulevard", "Bd": "boulevard", "vs": "versus", "vs.": "versus", "cf.": "confer", "e.g.": "par exemple",
        "RDV": "rendez-vous", "rdv": "rendez-vous", "CB": "carte bleue", "qté": "quantité", "réf.": "référence",
        "Cie": "compagnie", "incl.": "inclus", "&c": "et cetera",
    },
    symbols={"%": "pour cent", "&": "et", "+": "plus", "=": "égale", "@": "arobase", "#": "hashtag", "€": "euros",
             "$": "dollars", "£": "livres", "×": "fois", "°": "degrés", "№": "numéro", "½": "un demi",
             "¼": "un quart", "¾": "trois quarts"},
    phrases={
        "24h/24": "vingt-quatre heures sur vingt-quatre", "24 h/24": "vingt-quatre heures sur vingt-quatre",
        "24h/24h": "vingt-quatre heures sur vingt-quatre", "24/24": "vingt-quatre heures sur vingt-quatre",
        "24/7": "vingt-quatre heures sur vingt-quatre", "7j/7": "sept jours sur sept", "7 j/7": "sept jours sur sept",
        "7/7": "sept jours sur sept",
    },
    fractions={"1/2": "un demi", "1/3": "un tiers", "2/3": "deux tiers", "1/4": "un quart", "3/4": "trois quarts"},
    periods=frozenset(
        "mois an ans jour semaine heure h nuit personne pers pers. unité kg g l ml pièce".split()
    ),
    per="par", minus="moins", point="virgule", to="à", out_of="sur", dot="point", slash="slash", dash="tiret",
    underscore="tiret bas", at="arobase",
    spelled_endings=frozenset(["fr", "uk", "us", "de", "ch", "ca", "tv", "ai", "es", "it", "lu", "nl"]),
)  # fmt: skip

FRENCH_FEMININE = frozenset(
    [
        "heure",
        "minute",
        "seconde",
        "semaine",
        "année",
        "livre",
        "fois",
        "goutte",
        "bouteille",
        "offre",
        "crème",
        "nuit",
        "journée",
        "personne",
        "tonne",
        "pièce",
        "application",
        "étoile",
        "recette",
        "tasse",
        "table",
        "place",
        "boutique",
        "idée",
        "équipe",
        "carte",
        "boîte",
        "offerte",
        "gratuite",
        "seule",
    ]
)
"""Nouns after which 1 and 21 are said "une"."""

FRENCH_RESPELLED = {
    "jean": "djine", "jeans": "djine", "shampooing": "chanpoin", "shampoing": "chanpoin", "must-have": "meustave",
    "shopping": "chopine", "brunch": "breunche", "cookie": "couki", "cookies": "couki", "burger": "beurgueur",
}  # fmt: skip
"""Borrowed words that espeak's French reads as if they were French."""

WEB_ENDINGS = [
    "com",
    "fr",
    "net",
    "org",
    "io",
    "co",
    "eu",
    "uk",
    "us",
    "de",
    "be",
    "ch",
    "ca",
    "info",
    "biz",
    "app",
    "shop",
    "store",
    "tv",
    "ai",
    "paris",
    "bio",
    "studio",
    "online",
    "me",
    "es",
    "it",
    "lu",
    "nl",
]

SPELLED = frozenset(
    [
        "USB",
        "TVA",
        "SAV",
        "VIP",
        "DIY",
        "FAQ",
        "CEO",
        "IA",
        "AI",
        "PDG",
        "UV",
        "UVA",
        "UVB",
        "USA",
        "UK",
        "UE",
        "EU",
        "OGM",
        "GMO",
        "ADN",
        "DNA",
        "TTC",
        "HT",
        "ID",
        "QR",
        "AOP",
        "AOC",
        "IGP",
        "API",
        "URL",
        "SEO",
        "RSE",
        "CDI",
        "CDD",
        "HDMI",
        "IT",
        "TV",
        "PC",
        "SMS",
        "GPS",
        "DJ",
        "DVD",
        "CD",
        "BD",
        "SUV",
        "RATP",
        "SNCF",
        "EDF",
        "BNP",
        "IRM",
        "RIB",
        "IBAN",
        "ETA",
        "RPM",
        "UHD",
        "OLED",
        "QLED",
        "BBQ",
        "EV",
        "AC",
        "PH",
        "ISO",
        "USP",
        "CV",
        "BTS",
        "BAC",
    ]
) - {"IBAN", "BAC", "OLED", "QLED", "ETA"}
"""Acronyms with vowels that are spelled all the same."""
