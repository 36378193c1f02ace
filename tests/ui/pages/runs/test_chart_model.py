"""A run's steps as rows of bars."""

from __future__ import annotations

import pytest

from admaker_desktop.core.messages import NOTHING, msg
from admaker_desktop.services.history import StepRecord
from admaker_desktop.ui.nodenames import own_name
from admaker_desktop.ui.pages.runs.chart_model import rows_by_lane, rows_by_node, span_of, tick_step
from admaker_desktop.ui.pages.runs.chart_words import clock

_LANES = {"d": "gpu"}


def _step(node: str, start: float, end: float | None, state: str = "done", item: int = 0, items: int = 1) -> StepRecord:
    message = msg("No memory.") if state == "failed" else NOTHING
    at = None if end is None else 100 + end
    return StepRecord(
        node, node, item, items, f"test.{node}", _LANES.get(node, "cpu"), state, 100 + start, at, message, NOTHING
    )  # type: ignore[arg-type] # a literal of the table


def test_a_fan_out_is_one_bar_from_its_first_start_to_its_last_end() -> None:
    rows = rows_by_node([_step("image", 1 + n, 2 + n, item=n, items=3) for n in range(3)], 100)
    (bar,) = rows[0].bars
    assert (bar.start_s, bar.end_s, bar.items, bar.done, bar.state) == (1, 4, 3, 3, "done")
    assert bar.marks_s == (2, 3, 4)


def test_a_bar_is_open_while_one_of_its_items_runs() -> None:
    (row,) = rows_by_node([_step("image", 1, 2, item=0, items=3), _step("image", 2, None, "running", 1, 3)], 100)
    assert (row.bars[0].end_s, row.state, row.bars[0].done, row.bars[0].items) == (None, "running", 1, 3)


def test_one_failed_item_makes_the_row_a_failed_one_with_its_reason() -> None:
    (row,) = rows_by_node([_step("image", 1, 2, item=0, items=2), _step("image", 1, 3, "failed", 1, 2)], 100)
    assert (row.state, row.bars[0].failed, row.bars[0].message) == ("failed", 1, msg("No memory."))


def test_what_came_from_cache_does_not_stretch_a_bar_that_worked() -> None:
    steps = [_step("image", 0, 0, "cached", 0, 2), _step("image", 5, 7, item=1, items=2)]
    (row,) = rows_by_node(steps, 100)
    assert (row.bars[0].start_s, row.bars[0].end_s, row.bars[0].cached) == (5, 7, 1)
    (kept,) = rows_by_node([_step("brief", 0, 0, "cached")], 100)
    assert kept.state == "cached"


def test_nodes_whose_turn_comes_stand_behind_those_that_have_begun() -> None:
    rows = rows_by_node([_step("brief", 0, 1)], 100, [("brief", "test.brief"), ("cut", "test.cut")])
    assert [(row.node, row.state, len(row.bars)) for row in rows] == [("brief", "done", 1), ("cut", "waiting", 0)]


def test_on_a_lane_steps_at_the_same_time_lie_on_tracks_of_their_own() -> None:
    steps = [_step("a", 0, 2), _step("b", 1, 3), _step("c", 2, 4), _step("d", 0, 1)]
    rows = {row.key: row for row in rows_by_lane([*steps, _step("e", 0, 0, "cached")], 100)}
    assert list(rows) == ["cpu", "network", "gpu", "export"]
    assert [(bar.node, bar.track) for bar in rows["cpu"].bars] == [("a", 0), ("b", 1), ("c", 0)]
    assert (rows["cpu"].tracks, rows["network"].state, rows["network"].bars) == (2, "waiting", ())


def test_the_span_of_a_live_run_rests_while_its_end_is_guessed_anew() -> None:
    rows = rows_by_node([_step("a", 0, None, "running")], 100)
    spans = {span_of(rows, run_s, left_s) for run_s, left_s in ((10.0, 31.0), (10.4, 31.2), (11.0, 30.5))}
    assert len(spans) == 1
    assert span_of(rows, 10.0, None) == pytest.approx(10.4)


@pytest.mark.parametrize(("span", "most", "step"), [(10, 10, 1), (41, 10, 5), (0.4, 5, 0.1), (7300, 8, 1800)])
def test_ticks_are_round_and_no_more_than_fit(span: float, most: int, step: float) -> None:
    assert tick_step(span, most) == step


def test_a_clock_is_as_fine_as_its_steps() -> None:
    told = [clock(75, 15), clock(3675, 900), clock(0.5, 0.1), clock(0.05, 0.05)]
    assert told == [
        "1:15",
        "1:01:15",
        "0.5 s",
        "0.05 s",
    ]


def test_nodes_of_one_type_are_told_apart_without_saying_the_type_twice() -> None:
    assert [own_name(node, "sound.voice") for node in ("voice_cta", "voice_offer", "voice_2")] == [
        "Call to action", "Offer", "Voice 2",
    ]  # fmt: skip
