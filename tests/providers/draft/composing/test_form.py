"""The form: bars counted back from the hit, entries on bar lines."""

from __future__ import annotations

import pytest

from admaker_desktop.ad.script import MusicPlan
from admaker_desktop.core.ticks import ticks_from_s
from admaker_desktop.providers.draft.composing.form import Form


def form(total_s: float, hit_s: float, bpm: float = 120.0) -> Form:
    plan = MusicPlan(
        total_ticks=ticks_from_s(total_s), end_card_ticks=ticks_from_s(hit_s), bpm=bpm, mood="warm", seed=1
    )
    return Form.of(plan)


@pytest.mark.parametrize("hit_s", [0.0, 0.2, 0.5, 1.0, 2.5, 4.0, 7.3, 12.5, 28.0, 57.5])
def test_bars_lie_end_to_end_up_to_the_hit(hit_s: float) -> None:
    piece = form(60, hit_s)
    assert sum(bar.beats for bar in piece.bars) == piece.hit_beat
    assert [bar.beat for bar in piece.bars[1:]] == [bar.end for bar in piece.bars[:-1]]
    assert all(bar.beats == 4 for bar in piece.bars[1:])
    assert sum(span.beats for span in piece.chord_spans) == piece.hit_beat


def test_one_beat_left_over_lengthens_the_first_bar() -> None:
    assert [bar.beats for bar in form(15, 10.5).bars] == [5, 4, 4, 4, 4]
    assert [bar.beats for bar in form(15, 11.0).bars] == [2, 4, 4, 4, 4, 4]


def test_a_hit_beside_the_grid_is_kept_where_it_is() -> None:
    piece = form(15, 12.3)
    assert piece.hit_beat == 24
    assert piece.at(24) == pytest.approx(12.3)
    assert piece.at(23) == pytest.approx(11.5)


def test_a_hit_a_few_milliseconds_before_its_beat_is_on_it() -> None:
    assert form(15, 11.995).hit_beat == 24


@pytest.mark.parametrize("hit_s", [2.0, 4.0, 7.5, 12.5, 28.0, 57.5])
def test_parts_come_in_one_after_another_before_the_lift(hit_s: float) -> None:
    piece = form(60, hit_s)
    entries = [piece.entry_beat(group, 4) for group in range(4)]
    assert entries[0] >= piece.intro_beats
    assert entries == sorted(entries)
    assert entries[-1] <= max(piece.lift_beat, piece.intro_beats)
    if hit_s > 7:
        assert len(set(entries)) == 4
        assert all((piece.hit_beat - beat) % 2 == 0 for beat in entries)


def test_a_long_piece_takes_a_breath_and_a_short_one_does_not() -> None:
    long = form(60, 57.5)
    assert long.pause is not None
    assert long.entry_beat(3, 4) <= long.pause.beat
    assert long.pause.end <= long.lift_beat
    assert form(15, 12.5).pause is None


def test_patterns_end_on_the_hit() -> None:
    piece = form(15, 11.0)
    pickup = piece.bars[0]
    assert list(piece.steps("x.......o......g", pickup)) == [(0, "o"), (7, "g")]
