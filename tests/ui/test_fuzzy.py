"""Finding by a few letters."""

from __future__ import annotations

import pytest

from admaker_desktop.ui.fuzzy import match


def best(query: str, *texts: str) -> str:
    return max((text for text in texts if match(query, text)), key=lambda text: match(query, text).score)


def test_an_empty_query_matches_everything_with_nothing() -> None:
    assert match("", "Run").score == 0
    assert match("  ", "Run").places == ()


@pytest.mark.parametrize(
    ("query", "text", "places"),
    [
        ("run", "Run to here", (0, 1, 2)),
        ("rth", "Run to here", (0, 4, 7)),
        ("here run", "Run to here", (0, 1, 2, 7, 8, 9, 10)),
        ("executer", "Exécuter", tuple(range(8))),
        ("xprt", "Export", (1, 2, 4, 5)),
    ],
)
def test_letters_are_found_where_a_reader_sees_them(query: str, text: str, places: tuple[int, ...]) -> None:
    assert match(query, text).places == places


def test_a_missing_letter_is_no_match() -> None:
    assert match("runz", "Run to here") is None
    assert match("run zebra", "Run to here") is None


def test_starts_of_words_win_over_middles() -> None:
    assert best("port", "Export", "Port colours") == "Port colours"
    assert best("rh", "Run to here", "Search") == "Run to here"
    assert best("run", "Prune", "Run") == "Run"
