"""Numbers as spoken words, in English and in French (traditional spelling with hyphens below one hundred)."""

from __future__ import annotations

_EN_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_EN_TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_EN_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
_FR_SMALL = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
_FR_TENS = ["_", "_", "vingt", "trente", "quarante", "cinquante", "soixante"]
_FR_ORDINALS = {"cinq": "cinquième", "neuf": "neuvième", "un": "unième"}
_SCALES = (10**9, 10**6, 10**3)

MAX_CARDINAL = 10**12 - 1
"""The largest number that is read as one; longer runs of digits are read digit by digit."""


def cardinal(number: int, language: str, *, feminine: bool = False) -> str:
    """A number of 0..MAX_CARDINAL in words; `feminine` says "une" for a final French "un"."""
    if language == "en":
        return _english(number)
    words = _french(number)
    return words + "e" if feminine and number % 10 == 1 and words.endswith("un") else words


def ordinal(number: int, language: str) -> str:
    """A rank of 1..MAX_CARDINAL in words ("twenty-first", "vingt et unième"; 1 in French is "premier")."""
    words = cardinal(number, language)
    head, last = _split_last(words)
    if language == "en":
        regular = last[:-1] + "ieth" if last.endswith("y") else last + "th"
        return head + _EN_ORDINALS.get(last, regular)
    if number == 1:
        return "premier"
    stem = last[:-1] if last.endswith(("e", "vingts", "cents", "millions", "milliards")) else last
    return head + _FR_ORDINALS.get(last, stem + "ième")


def year(number: int) -> str:
    """A year of 1100..2099 as English says it ("nineteen ninety-nine", "two thousand five", "twenty twenty-six")."""
    century, rest = divmod(number, 100)
    if century == 20 and rest < 10:
        return "two thousand" + (f" {_english(rest)}" if rest else "")
    tail = "hundred" if rest == 0 else f"oh {_english(rest)}" if rest < 10 else _english(rest)
    return f"{_english(century)} {tail}"


def digits(text: str, language: str) -> str:
    """A run of digits one by one."""
    return " ".join(cardinal(int(char), language) for char in text)


def decimals(text: str, language: str) -> str:
    """The digits after the decimal mark: one by one in English, as a number after its zeros in French ("zéro cinq")."""
    if language == "en" or len(text) > 3:
        return digits(text, language)
    rest = text.lstrip("0")
    zeros = ["zéro"] * (len(text) - len(rest))
    return " ".join(zeros + ([_french(int(rest))] if rest else []))


def _split_last(words: str) -> tuple[str, str]:
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    return words[:cut], words[cut:]


def _english(number: int) -> str:
    if number < 20:
        return _EN_SMALL[number]
    if number < 100:
        tens, rest = divmod(number, 10)
        return _EN_TENS[tens] + (f"-{_EN_SMALL[rest]}" if rest else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return f"{_EN_SMALL[hundreds]} hundred" + (f" and {_english(rest)}" if rest else "")
    for scale, name in zip(_SCALES, ("billion", "million", "thousand"), strict=True):
        if number >= scale:
            count, rest = divmod(number, scale)
            link = " and " if 0 < rest < 100 else " "
            return f"{_english(count)} {name}" + (f"{link}{_english(rest)}" if rest else "")
    raise AssertionError(number)


def _french(number: int) -> str:
    if number < 20:
        return _FR_SMALL[number]
    if number < 100:
        return _french_tens(number)
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        head = "cent" if hundreds == 1 else f"{_FR_SMALL[hundreds]} cent" + ("" if rest else "s")
        return head + (f" {_french(rest)}" if rest else "")
    if number < 10**6:
        thousands, rest = divmod(number, 1000)
        count = _french(thousands)
        if count.endswith(("quatre-vingts", "cents")):
            count = count[:-1]  # "quatre-vingt mille", "deux cent mille"
        head = "mille" if thousands == 1 else f"{count} mille"
        return head + (f" {_french(rest)}" if rest else "")
    scale, name = (10**9, "milliard") if number >= 10**9 else (10**6, "million")
    count_of, rest = divmod(number, scale)
    head = f"{_french(count_of)} {name}" + ("s" if count_of > 1 else "")
    return head + (f" {_french(rest)}" if rest else "")


def _french_tens(number: int) -> str:
    if number == 80:
        return "quatre-vingts"
    if number > 80:
        return f"quatre-vingt-{_FR_SMALL[number - 80]}"
    tens, rest = (6, number - 60) if number >= 70 else divmod(number, 10)
    if rest == 0:
        return _FR_TENS[tens]
    link = " et " if rest in (1, 11) else "-"
    return f"{_FR_TENS[tens]}{link}{_FR_SMALL[rest]}"
