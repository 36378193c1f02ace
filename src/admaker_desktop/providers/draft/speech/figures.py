"""Rules that read figures aloud: prices, dates, times, units, ranks, ranges, fractions and plain numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from admaker_desktop.providers.draft.speech import numbers
from admaker_desktop.providers.draft.speech.tables import ENGLISH, FRENCH, FRENCH_FEMININE, Tables

Part = tuple[int, str]
"""Where in the written text (character offset) the words belong, and the words."""
Reading = Callable[[re.Match[str], Tables], list[Part] | None]
"""What a match is read as; None when it is no such thing after all."""
Rule = tuple[re.Pattern[str], Reading]
"""A pattern tried at the start of a word, and its reading."""

_NUMBER = {
    "en": r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)",
    "fr": r"(?:\d{1,3}(?:[ .]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?)",
}
_EUROPEAN_CENTS = re.compile(r"\d+,\d{2}")
_END = r"(?![^\W_])"


def figure_rules(tables: Tables) -> tuple[Rule, ...]:
    """The rules of a language, first match wins."""
    return _rules(tables.code)


@cache
def _rules(code: str) -> tuple[Rule, ...]:
    tables = ENGLISH if code == "en" else FRENCH
    number = _NUMBER[code]
    price_number = rf"(?:\d+,\d{{2}}(?!\d)|{number})" if code == "en" else number
    money, scale = _any(tables.currencies), _any(tables.scales)
    own = _english_rules() if code == "en" else _french_rules()
    sources: tuple[tuple[str, Reading], ...] = (
        *own,
        (rf"(?P<c>{money}) ?(?P<n>{price_number})(?: ?(?P<s>{scale}){_END})?(?![\d])", _price),
        (rf"(?P<n>{price_number})(?: ?(?P<s>{scale}))?(?: d['’]| de)? ?(?P<c>{money})(?P<x>\d\d)?{_END}", _price),
        (rf"(?P<n>{number}) ?(?P<u>{_any(tables.units)}){_END}", _unit),
        (rf"(?P<n>{number}) ?[x×]{_END}", _times),
        (rf"[x×] ?(?={number})", lambda match, t: [(match.start(), t.symbols["×"])]),
        (rf"(?P<a>{number})/(?P<b>\d{{1,2}}){_END}", _fraction),
        (rf"(?P<n>{number}) ?[-–—] ?(?=\d)", _range),
        (number, _plain),
    )
    return tuple((re.compile(source), reading) for source, reading in sources)


def _english_rules() -> tuple[tuple[str, Reading], ...]:
    month = "(?P<m>" + _any([*ENGLISH.months, *(s.capitalize() for s in ENGLISH.month_short)]) + ")"
    suffix = r"(?:st|nd|rd|th)"
    return (
        (r"(?P<h>\d{1,2})(?::(?P<min>\d\d))? ?(?P<half>[ap])\.?m\b\.?", _english_time),
        (rf"(?P<h>\d{{1,2}}):(?P<min>\d\d){_END}", _english_time),
        (r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)" + _END, _numeric_date),
        (rf"(?P<m>\d{{1,2}})/(?P<d>\d\d)(?:/(?P<y>\d{{4}}|\d\d))?{_END}", _numeric_date),
        (rf"{month}\.? (?P<d>\d{{1,2}}){suffix}?(?![\d%:])(?:,? (?P<y>\d{{4}}))?{_END}", _month_day),
        (rf"(?P<d>\d{{1,2}}){suffix}? (?:of )?{month}(?:,? (?P<y>\d{{4}}))?{_END}", _english_day_month),
        (rf"(?P<n>\d{{1,6}}){suffix}{_END}", lambda m, t: [(m.start(), numbers.ordinal(int(m["n"]), t.code))]),
        (r"(?:No\.?|#) ?(?=\d)", lambda m, _: [(m.start(), "number")]),
        (rf"(?P<n>1[1-9]\d\d|20\d\d){_END}(?! ?[%$€£])", lambda m, _: [(m.start(), numbers.year(int(m["n"])))]),
    )


def _french_rules() -> tuple[tuple[str, Reading], ...]:
    month = "(?P<m>" + _any(FRENCH.month_short) + ")"
    return (
        (rf"(?P<h>\d{{1,2}}) ?(?:h|H|:)(?: ?(?P<min>[0-5]\d))?{_END}", _french_time),
        (r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)" + _END, _numeric_date),
        (rf"(?P<d>\d{{1,2}})/(?P<m>\d\d)(?:/(?P<y>\d{{4}}|\d\d))?{_END}", _numeric_date),
        (rf"(?P<d>\d{{1,2}})\.(?P<m>\d\d)\.(?P<y>\d{{4}}){_END}", _numeric_date),
        (rf"(?P<d>\d{{1,2}})(?:er)? {month}\.?(?: (?P<y>\d{{4}}))?{_END}", _french_day_month),
        (rf"1ers?{_END}", lambda m, _: [(m.start(), "premier")]),
        (rf"1(?:ère|re)s?{_END}", lambda m, _: [(m.start(), "première")]),
        (rf"(?P<n>\d{{1,6}})(?:e|è|ème|ième|eme|nde?|es|èmes){_END}",
         lambda m, t: [(m.start(), numbers.ordinal(int(m["n"]), t.code))]),
    )  # fmt: skip


def _any(words: Iterable[str]) -> str:
    """One of these words, longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


def say_number(text: str, tables: Tables, *, feminine: bool = False) -> str:
    """A written number with separators, in words."""
    whole, fraction = _split(text, tables)
    if len(whole) > 12 or (len(whole) > 1 and whole[0] == "0"):
        words = numbers.digits(whole, tables.code)
    else:
        words = numbers.cardinal(int(whole), tables.code, feminine=feminine and not fraction)
    if fraction:
        words += f" {tables.point} {numbers.decimals(fraction, tables.code)}"
    return words


def _split(text: str, tables: Tables) -> tuple[str, str]:
    """Digits before and after the decimal mark."""
    if tables.code == "en" and not _EUROPEAN_CENTS.fullmatch(text):
        whole, _, fraction = text.replace(",", "").partition(".")
        return whole, fraction
    compact = text.replace(" ", "")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", compact):
        compact = compact.replace(".", "")
    whole, _, fraction = compact.replace(",", ".").partition(".")
    return whole, fraction


def _spread(match: re.Match[str], group: str, words: str) -> Iterator[Part]:
    """Words of a number over the written words that it spans ("1 290": "mille" belongs to "1")."""
    starts = [match.start(group)] + [match.start(group) + i + 1 for i, char in enumerate(match[group]) if char == " "]
    spoken = words.split()
    for index, word in enumerate(spoken):
        yield starts[index * len(starts) // len(spoken)], word


def _price(match: re.Match[str], tables: Tables) -> list[Part]:
    """Say "29,90 €" as "vingt-neuf euros quatre-vingt-dix", "$3M" as "three million dollars", "0,99 €" in cents."""
    if match["s"]:
        return _large_price(match, tables)
    currency, place = tables.currencies[match["c"]], match.start("c")
    whole, fraction = _split(match["n"], tables)
    cents = match.groupdict().get("x") or fraction
    if len(cents) > 2:
        return [*_spread(match, "n", say_number(match["n"], tables)), (place, currency.many)]
    units, hundredths = int(whole), int(cents.ljust(2, "0") or "0")
    if units == 0 and hundredths:
        name = currency.cent if hundredths == 1 else currency.cents
        return [(match.start("n"), numbers.cardinal(hundredths, tables.code)), (place, name)]
    is_one = units == 1 or (tables.code == "fr" and units == 0)
    number = numbers.cardinal(units, tables.code, feminine=currency.one in FRENCH_FEMININE)
    parts = [*_spread(match, "n", number), (place, currency.one if is_one else currency.many)]
    if hundredths:
        zero = {"en": "oh ", "fr": "zéro "}[tables.code] if hundredths < 10 else ""
        parts.append((place, zero + numbers.cardinal(hundredths, tables.code)))
    return parts


def _large_price(match: re.Match[str], tables: Tables) -> list[Part]:
    scale, name = tables.scales[match["s"]], tables.currencies[match["c"]].many
    if tables.code == "fr" and scale != "mille":
        name = f"d'{name}" if name[0] in "aeiouy" else f"de {name}"
    number = _spread(match, "n", say_number(match["n"], tables))
    return [*number, (match.start("s"), scale), (match.start("c"), name)]


def _unit(match: re.Match[str], tables: Tables) -> list[Part]:
    one, many = tables.units[match["u"]]
    whole, fraction = _split(match["n"], tables)
    is_one = int(whole) < 2 if tables.code == "fr" else whole == "1" and not fraction
    name = one if is_one else many
    number = say_number(match["n"], tables, feminine=one in FRENCH_FEMININE)
    return [*_spread(match, "n", number), (match.start("u"), name)]


def _times(match: re.Match[str], tables: Tables) -> list[Part]:
    number = say_number(match["n"], tables, feminine=tables.code == "fr")
    return [*_spread(match, "n", number), (match.end() - 1, tables.symbols["×"])]


def _fraction(match: re.Match[str], tables: Tables) -> list[Part]:
    known = tables.fractions.get(match[0])
    if known:
        return [(match.start(), known)]
    first, last = (say_number(match[group], tables) for group in ("a", "b"))
    return [(match.start(), f"{first} {tables.out_of} {last}")]


def _range(match: re.Match[str], tables: Tables) -> list[Part]:
    return [*_spread(match, "n", say_number(match["n"], tables)), (match.end("n"), tables.to)]


def _plain(match: re.Match[str], tables: Tables) -> list[Part]:
    following = re.match(r" ([^\W\d_]+)", match.string[match.end() :])
    noun = following[1].lower().removesuffix("s") if following else ""
    feminine = tables.code == "fr" and noun in FRENCH_FEMININE
    words = say_number(match[0], tables, feminine=feminine).split()
    starts = [match.start()] + [match.start() + i + 1 for i, char in enumerate(match[0]) if char == " "]
    return [(starts[index * len(starts) // len(words)], word) for index, word in enumerate(words)]


def _english_time(match: re.Match[str], tables: Tables) -> list[Part] | None:
    hour, minute = int(match["h"]), match["min"]
    if hour > 24 or int(minute or 0) > 59:
        return None
    words = numbers.cardinal(hour, tables.code)
    half = match.groupdict().get("half")
    if minute and int(minute):
        words += (" oh " if int(minute) < 10 else " ") + numbers.cardinal(int(minute), tables.code)
    elif not half:
        words += " o'clock"
    parts = [(match.start(), words)]
    return [*parts, (match.start("half"), f"{half.upper()}.M.")] if half else parts


def _french_time(match: re.Match[str], tables: Tables) -> list[Part] | None:
    hour, minute = int(match["h"]), match["min"]
    colon = ":" in match[0]
    if (colon and (not minute or hour > 24)) or (minute and hour > 24):
        return None
    name = "heure" if hour < 2 else "heures"
    mark = match.end("h") + (match.string[match.end("h")] == " ")
    parts = [(match.start(), numbers.cardinal(hour, tables.code, feminine=True)), (mark, name)]
    if minute and int(minute):
        parts.append((match.start("min"), numbers.cardinal(int(minute), tables.code, feminine=True)))
    return parts


def _numeric_date(match: re.Match[str], tables: Tables) -> list[Part] | None:
    day, month, year = int(match["d"]), int(match["m"]), match["y"]
    if month > 12 and tables.code == "en":
        day, month = month, day
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    name = tables.months[month - 1]
    said_year = _year_words(year if not year or len(year) == 4 else "20" + year, tables)
    if tables.code == "en":
        return [(match.start(), f"{name} {numbers.ordinal(day, 'en')} {said_year}".strip())]
    return [(match.start(), f"{_french_day(day)} {name} {said_year}".strip())]


def _month_day(match: re.Match[str], tables: Tables) -> list[Part] | None:
    day = int(match["d"])
    if not 1 <= day <= 31:
        return None
    name = tables.months[tables.month_short[match["m"].lower()] - 1]
    parts = [(match.start("m"), name), (match.start("d"), numbers.ordinal(day, tables.code))]
    return [*parts, (match.start("y"), _year_words(match["y"], tables))] if match["y"] else parts


def _english_day_month(match: re.Match[str], tables: Tables) -> list[Part] | None:
    day = int(match["d"])
    if not 1 <= day <= 31:
        return None
    name = tables.months[tables.month_short[match["m"].lower()] - 1]
    article = "" if match.string[: match.start()].rstrip().lower().endswith("the") else "the "
    parts = [(match.start("d"), article + numbers.ordinal(day, tables.code)), (match.start("m"), f"of {name}")]
    return [*parts, (match.start("y"), _year_words(match["y"], tables))] if match["y"] else parts


def _french_day_month(match: re.Match[str], tables: Tables) -> list[Part] | None:
    day = int(match["d"])
    if not 1 <= day <= 31:
        return None
    parts = [
        (match.start("d"), _french_day(day)),
        (match.start("m"), tables.months[tables.month_short[match["m"]] - 1]),
    ]
    return [*parts, (match.start("y"), _year_words(match["y"], tables))] if match["y"] else parts


def _french_day(day: int) -> str:
    return "premier" if day == 1 else numbers.cardinal(day, "fr")


def _year_words(year: str | None, tables: Tables) -> str:
    if not year:
        return ""
    if tables.code == "en" and 1100 <= int(year) <= 2099:
        return numbers.year(int(year))
    return numbers.cardinal(int(year), tables.code)
