"""Long lines are cut where a speaker would breathe; every token knows its word."""

from __future__ import annotations

import numpy as np
import pytest

from admaker_desktop.providers.draft.speech.phones import marks_of, phones_of
from admaker_desktop.providers.draft.speech.text import SpokenWord

ALPHABET = {sign: number for number, sign in enumerate(" ab,.", start=1)}


def words(*texts: str) -> list[SpokenWord]:
    return [
        SpokenWord(text.rstrip(",."), index, text[-1] if text[-1] in ",." else "") for index, text in enumerate(texts)
    ]


def test_tokens_are_padded_and_know_their_words() -> None:
    (phones,) = phones_of(words("ab,", "b."), ["ab", "bx"], ALPHABET, 100)
    assert phones.ids == (0, 2, 3, 4, 1, 3, 5, 0)
    assert phones.words == (-1, 0, 0, -1, -1, 1, -1, -1)
    assert phones.style_row == 5


@pytest.mark.parametrize(
    ("line", "cut_after"),
    [(("aa", "aa.", "aa", "aa", "aa"), 2), (("aa", "aa,", "aa", "aa", "aa"), 2), (("aa", "aa", "aa", "aa", "aa"), 3)],
)
def test_a_long_line_is_cut_after_a_sentence_a_clause_or_a_word(line: tuple[str, ...], cut_after: int) -> None:
    parts = phones_of(words(*line), ["aa"] * 5, ALPHABET, 16)
    assert max(parts[0].words) + 1 == cut_after
    assert max(parts[-1].words) == 4
    assert all(len(part.ids) <= 16 for part in parts)


def test_words_without_sounds_are_left_out() -> None:
    assert phones_of(words("a"), ["?"], ALPHABET, 100) == []


def test_marks_are_the_models_frames_less_its_lag() -> None:
    spoken = words("ab", "b.")
    (phones,) = phones_of(spoken, ["ab", "b"], ALPHABET, 100)
    first, second = marks_of(phones, spoken, np.array([10, 4, 4, 2, 8, 4, 1], np.float32), 0.025)
    assert (first.start_s, first.end_s) == pytest.approx((0.17, 0.37))
    assert (second.start_s, second.end_s) == pytest.approx((0.42, 0.62))
