"""A line is sped up only as far as its slot needs, and never beyond what sounds natural."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from admaker_desktop.providers.draft.speech.engine import FASTEST, Speech, fitting_speed, joined, trimmed
from admaker_desktop.providers.draft.speech.text import Mark, SpokenWord


class Metronome:
    """An engine whose line lasts 2 s at natural speed."""

    title = "metronome"
    is_repeatable = True

    def __init__(self) -> None:
        self.asked = 0

    def seconds(self, words: Sequence[SpokenWord], speed: float) -> float:
        del words
        self.asked += 1
        return 2.0 / speed

    def speak(self, words: Sequence[SpokenWord], speed: float) -> Speech:
        return Speech(np.zeros(round(100 * self.seconds(words, speed)), np.float32), 100, ())


@pytest.mark.parametrize(
    ("slot_s", "speed"), [(0.0, 1.0), (5.0, 1.0), (2.0, 1.0), (1.95, 1.03), (1.8, 1.12), (1.7, FASTEST), (0.5, FASTEST)]
)
def test_the_slowest_speed_that_fits_is_taken(slot_s: float, speed: float) -> None:
    engine = Metronome()
    assert fitting_speed(engine, (), slot_s) == speed
    assert engine.asked <= 3


def test_trimming_moves_the_marks_and_keeps_them_inside() -> None:
    sound = np.zeros(3000, np.float32)
    sound[1000:2000] = 0.5
    speech = trimmed(sound, 1000, [Mark(0, 0.9, 1.5), Mark(1, 1.5, 2.9)])
    length = len(speech.samples) / 1000
    assert speech.marks[0].start_s == 0.0
    assert speech.marks[0].end_s == pytest.approx(0.53)
    assert speech.marks[1].end_s == pytest.approx(length)


def test_parts_are_joined_with_a_breath_between_them() -> None:
    part = Speech(np.ones(100, np.float32), 100, (Mark(0, 0.0, 1.0),))
    line = joined([part, part])
    assert len(line.samples) == 218
    assert (line.marks[1].start_s, line.marks[1].end_s) == pytest.approx((1.18, 2.18))
