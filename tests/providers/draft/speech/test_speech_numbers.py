"""Numbers as words follow the rules of each language."""

from __future__ import annotations

import pytest

from admaker_desktop.providers.draft.speech import numbers


@pytest.mark.parametrize(
    ("number", "english", "french"),
    [
        (0, "zero", "zéro"),
        (21, "twenty-one", "vingt et un"),
        (70, "seventy", "soixante-dix"),
        (71, "seventy-one", "soixante et onze"),
        (80, "eighty", "quatre-vingts"),
        (81, "eighty-one", "quatre-vingt-un"),
        (99, "ninety-nine", "quatre-vingt-dix-neuf"),
        (105, "one hundred and five", "cent cinq"),
        (200, "two hundred", "deux cents"),
        (203, "two hundred and three", "deux cent trois"),
        (1000, "one thousand", "mille"),
        (1999, "one thousand nine hundred and ninety-nine", "mille neuf cent quatre-vingt-dix-neuf"),
        (80_000, "eighty thousand", "quatre-vingt mille"),
        (2_000_000, "two million", "deux millions"),
        (1_000_000_001, "one billion and one", "un milliard un"),
    ],
)
def test_a_number_is_spelled_in_both_languages(number: int, english: str, french: str) -> None:
    assert numbers.cardinal(number, "en") == english
    assert numbers.cardinal(number, "fr") == french


def test_feminine_nouns_get_une_only_where_french_says_it() -> None:
    said = [numbers.cardinal(number, "fr", feminine=True) for number in (1, 21, 11, 2)]
    assert said == ["une", "vingt et une", "onze", "deux"]


@pytest.mark.parametrize(
    ("number", "english", "french"),
    [
        (1, "first", "premier"),
        (2, "second", "deuxième"),
        (5, "fifth", "cinquième"),
        (9, "ninth", "neuvième"),
        (12, "twelfth", "douzième"),
        (21, "twenty-first", "vingt et unième"),
        (30, "thirtieth", "trentième"),
        (80, "eightieth", "quatre-vingtième"),
        (100, "one hundredth", "centième"),
    ],
)
def test_ranks_take_the_irregular_forms(number: int, english: str, french: str) -> None:
    assert numbers.ordinal(number, "en") == english
    assert numbers.ordinal(number, "fr") == french


def test_english_years_are_said_in_pairs() -> None:
    said = [numbers.year(year) for year in (1905, 1999, 2000, 2005, 2026, 1900)]
    assert said == [
        "nineteen oh five", "nineteen ninety-nine", "two thousand", "two thousand five", "twenty twenty-six",
        "nineteen hundred",
    ]  # fmt: skip


def test_decimals_keep_their_leading_zeros() -> None:
    assert numbers.decimals("05", "fr") == "zéro cinq"
    assert numbers.decimals("25", "fr") == "vingt-cinq"
    assert numbers.decimals("05", "en") == "zero five"
