"""Chords and voice leading."""

from __future__ import annotations

from itertools import pairwise

import pytest

from admaker_desktop.providers.draft.composing import theory
from admaker_desktop.providers.draft.composing.style import STYLES, Style
from admaker_desktop.providers.draft.composing.theory import chord_classes, lead_voices, movement, pitch, voicings

C, E, G, D = 0, 4, 7, 2


def test_degrees_run_through_octaves() -> None:
    assert [pitch(60, theory.MAJOR, degree) for degree in (-1, 0, 2, 7, 9)] == [59, 60, 64, 72, 76]


def test_chords_are_stacked_on_their_degree() -> None:
    assert chord_classes(0, theory.MAJOR, 0, "triad") == (C, E, G)
    assert chord_classes(0, theory.MAJOR, 0, "ninth") == (C, E, G, D)
    assert chord_classes(0, theory.AEOLIAN, 0, "open") == (C, G, D)


def test_a_flat_ninth_gives_way_to_the_seventh() -> None:
    assert chord_classes(0, theory.MAJOR, 2, "ninth") == (4, 7, 11, 2)  # E minor 7, without F


def test_voicings_hold_every_class_without_semitones() -> None:
    found = voicings((C, E, G, D))
    assert found
    for voicing in found:
        assert {note % 12 for note in voicing} == {C, D, E, G}
        assert all(upper - lower > 1 for lower, upper in pairwise(voicing))


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES.keys())
def test_voices_move_little_in_every_mood_and_key(style: Style) -> None:
    for key in style.keys:
        for progression in style.progressions:
            led = lead_voices([chord_classes(key, style.scale, degree, style.kind) for degree in progression * 2])
            assert all(movement(before, after) <= 16 for before, after in pairwise(led))
            assert all(len(voicing) == 4 for voicing in led)
