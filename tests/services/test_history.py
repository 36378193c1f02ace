"""The story of a run: its log, its needs, its JSON."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from admaker_desktop.core.messages import msg
from admaker_desktop.engine.journal import StepNote
from admaker_desktop.engine.lane import Lane
from admaker_desktop.project.state import StateDb
from admaker_desktop.services.history import find_needs, needs_of, read_story, run_json


@pytest.fixture
def state(tmp_path: Path) -> Iterator[StateDb]:
    made = StateDb(tmp_path / "state.db")
    yield made
    made.close()


def _note(run: str, node: str, item: int = 0, items: int = 1) -> StepNote:
    step = node if items == 1 else f"{node}[{item}]"
    return StepNote(run, step, node, f"test.{node}", Lane.CPU, f"key {run} {step}", item, items)


def _failed_run(state: StateDb, run: str, project: str) -> None:
    state.start_run(run, project)
    state.note_cached([_note(run, "voice", item, 3) for item in range(2)])
    state.start_step(_note(run, "brief"))
    state.finish_step(_note(run, "brief"), "{}")
    for item in (0, 2):
        state.start_step(_note(run, "image", item, 3))
        state.fail_step(_note(run, "image", item, 3), "failed", msg("No memory."), msg("Close programs."))
    state.log(run, "warning", "cut", msg("Not run: it needs {nodes}, which gave nothing.", nodes="image"))
    state.end_run(run, "failed")


def test_the_log_tells_a_run_newest_line_first(state: StateDb) -> None:
    _failed_run(state, "r1", "a.admaker")
    story = read_story(state.history, "r1")
    assert story is not None
    told = [(line.level, line.node, line.message.text()) for line in story.lines]
    assert told[-1] == ("info", "", "Run #1 starts.")
    assert told[0][0] == "error"
    assert told[0][2].endswith("1 steps made, 2 from cache, 2 failed.")
    assert ("info", "voice", "2 of 3 items from cache.") in told
    assert ("warning", "cut", "Not run: it needs image, which gave nothing.") in told
    assert told.count(("error", "image", "No memory.")) == 2
    assert any(level == "done" and node == "brief" for level, node, _ in told)


def test_a_run_to_a_node_says_so_and_a_stopped_one_too(state: StateDb) -> None:
    state.start_run("r1", "a.admaker", "image")
    state.start_step(_note("r1", "image"))
    live = read_story(state.history, "r1")
    assert live is not None
    assert [line.message.text() for line in live.lines] == ["Starts.", "Run #1 starts: what image needs."]
    state.end_run("r1", "cancelled")
    ended = read_story(state.history, "r1")
    assert ended is not None
    assert ended.lines[0].message.text().startswith("Stopped after")
    assert [line.level for line in ended.lines if line.node == "image"] == ["warning"]


def test_equal_failures_of_a_node_are_one_need(state: StateDb) -> None:
    _failed_run(state, "r1", "a.admaker")
    story = read_story(state.history, "r1")
    assert story is not None
    (need,) = needs_of(story)
    assert (need.node, need.steps, need.items) == ("image", 2, 3)
    assert (need.message, need.hint) == (msg("No memory."), msg("Close programs."))


def test_a_failure_is_no_need_any_more_once_a_later_run_went_well(state: StateDb) -> None:
    _failed_run(state, "r1", "a.admaker")
    _failed_run(state, "r2", "b.admaker")
    assert [need.run.id for need in find_needs(state.history, state.history.runs())] == ["r2", "r1"]
    state.start_run("r3", "b.admaker")
    state.end_run("r3", "done")
    assert [need.run.id for need in find_needs(state.history, state.history.runs())] == ["r1"]


def test_an_unknown_run_has_no_story(state: StateDb) -> None:
    assert read_story(state.history, "nobody") is None


def test_a_run_as_json(state: StateDb) -> None:
    _failed_run(state, "r1", "a.admaker")
    facts = run_json(state.history.runs()[0])
    assert facts["number"] == 1
    assert facts["state"] == "failed"
    assert facts["steps"] == {"run": 1, "cached": 2, "failed": 2}
    assert facts["seconds"] is not None
