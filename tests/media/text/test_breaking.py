"""Where lines may break."""

from __future__ import annotations

import pytest

from admaker_desktop.media.text.breaking import balanced, is_weak, tie, words_of


@pytest.mark.parametrize(
    ("written", "tied"),
    [
        ("Dès 29,90 € par mois", "Dès 29,90\u00a0€ par mois"),
        ("« Oui », dit-elle", "«\u00a0Oui\u00a0», dit-elle"),
        ("Prêt ? Oui !", "Prêt\u00a0? Oui\u00a0!"),
        ("12 000 familles, 24 h sur 24", "12\u00a0000 familles, 24\u00a0h sur 24"),
        ("  two \n spaces ", "two spaces"),
    ],
)
def test_spaces_that_no_line_may_break_at_are_tied(written: str, tied: str) -> None:
    assert tie(written) == tied


def test_weak_words_are_articles_and_prepositions_without_punctuation() -> None:
    assert is_weak("la")
    assert is_weak("«\u00a0Le")
    assert not is_weak("pain")
    assert not is_weak("la.")


def lines_of(text: str, count: int, max_chars: int = 0) -> tuple[str, ...]:
    words = words_of(text)
    return balanced(words, [len(word) for word in words], 1, count, max_chars).lines


def test_no_line_ends_with_an_article_when_it_can_be_avoided() -> None:
    assert lines_of("Découvrez enfin la nouvelle recette", 2) == ("Découvrez enfin", "la nouvelle recette")


def test_lines_are_even_and_leave_no_short_last_word() -> None:
    lines = lines_of("Better bread begins with better flour today ok", 2)
    assert len(lines[1].split()) > 1
    assert max(map(len, lines)) < 30


def test_a_limit_of_characters_wins_over_a_nicer_break() -> None:
    text = "aaaaa aaaaa la bbbbb bbbbb ccc"
    assert lines_of(text, 2) == ("aaaaa aaaaa", "la bbbbb bbbbb ccc")
    assert lines_of(text, 2, 15) == ("aaaaa aaaaa la", "bbbbb bbbbb ccc")
