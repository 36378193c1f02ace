"""Written words get intervals that captions can trust, whatever was spoken."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from admaker_desktop.providers.draft.speech.marks import written_intervals
from admaker_desktop.providers.draft.speech.text import Mark


def test_a_written_word_spans_everything_that_is_said_for_it() -> None:
    marks = [Mark(0, 0.0, 0.4), Mark(1, 0.5, 0.7), Mark(1, 0.7, 1.0)]
    assert written_intervals(2, marks, 1.2) == [(0.0, 0.4), (0.5, 1.0)]


def test_a_silent_word_shares_the_end_of_the_word_before() -> None:
    assert written_intervals(2, [Mark(0, 0.0, 1.0)], 1.0) == [(0.0, 0.8), (0.8, 1.0)]


def test_a_silent_word_at_the_beginning_shares_the_first_word() -> None:
    assert written_intervals(2, [Mark(1, 0.5, 1.0)], 1.0) == [(0.5, 0.6), (0.6, 1.0)]


def test_without_any_mark_the_whole_sound_is_shared() -> None:
    intervals = written_intervals(3, [], 3.0)
    assert intervals[0][0] == 0.0
    assert intervals[-1][1] == 3.0


@given(
    st.integers(1, 40),
    st.lists(st.tuples(st.integers(0, 39), st.floats(0, 2), st.floats(0, 2)), max_size=30),
    st.floats(0.05, 2),
)
def test_intervals_are_in_order_apart_and_inside_the_sound(
    count: int, raw: list[tuple[int, float, float]], total_s: float
) -> None:
    marks = [Mark(owner, start, end) for owner, start, end in raw if owner < count]
    intervals = written_intervals(count, marks, total_s)
    assert len(intervals) == count
    assert all(0 <= start < end <= total_s + 1e-6 for start, end in intervals)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(intervals))
