"""The journal of runs: what is remembered of a run, and files of older versions."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from admaker_desktop.core.errors import ProjectError
from admaker_desktop.core.messages import msg
from admaker_desktop.engine.journal import StepNote
from admaker_desktop.engine.lane import Lane
from admaker_desktop.project.state import StateDb

_VERSION_1 = """
CREATE TABLE run (
    id TEXT PRIMARY KEY, project TEXT NOT NULL, state TEXT NOT NULL, started_at REAL NOT NULL, ended_at REAL
) STRICT;
CREATE TABLE step (
    run TEXT NOT NULL REFERENCES run(id), step TEXT NOT NULL, type TEXT NOT NULL, key TEXT NOT NULL,
    state TEXT NOT NULL, message TEXT NOT NULL DEFAULT '', started_at REAL NOT NULL, ended_at REAL,
    PRIMARY KEY (run, step)
) STRICT;
CREATE TABLE result (key TEXT PRIMARY KEY, outputs TEXT NOT NULL, made_at REAL NOT NULL) STRICT;
CREATE TABLE recent (path TEXT PRIMARY KEY, opened_at REAL NOT NULL) STRICT;
INSERT INTO run VALUES ('r1', 'a.admaker', 'done', 100.0, 110.0), ('r2', 'b.admaker', 'failed', 200.0, 204.5);
INSERT INTO step VALUES ('r1', 'brief', 'strategy.brief', 'k1', 'done', '', 100.0, 101.0);
INSERT INTO step VALUES ('r2', 'photo[0]', 'visual.image', 'k2', 'done', '', 200.0, 202.0);
INSERT INTO step VALUES
    ('r2', 'photo[1]', 'visual.image', 'k3', 'failed', 'The {word} is bad. Take another.', 200.0, 203.0);
INSERT INTO result VALUES ('k1', '{"text": "kept"}', 101.0);
PRAGMA user_version = 1;
"""


@pytest.fixture
def state(tmp_path: Path) -> Iterator[StateDb]:
    made = StateDb(tmp_path / "state.db")
    yield made
    made.close()


def _note(step: str = "image", item: int = 0, items: int = 1, run: str = "r1") -> StepNote:
    name = step if items == 1 else f"{step}[{item}]"
    return StepNote(run, name, step, f"test.{step}", Lane.CPU, f"key {name}", item, items)


def test_runs_are_numbered_and_listed_newest_first(state: StateDb) -> None:
    for run, project in (("r1", "a.admaker"), ("r2", "b.admaker"), ("r3", "a.admaker")):
        state.start_run(run, project)
    assert [(run.number, run.project) for run in state.history.runs()] == [
        (3, "a.admaker"),
        (2, "b.admaker"),
        (1, "a.admaker"),
    ]
    assert [run.number for run in state.history.runs("a.admaker")] == [3, 1]
    assert [run.number for run in state.history.runs(limit=1)] == [3]


def test_a_run_is_counted_by_what_its_steps_came_to(state: StateDb) -> None:
    state.start_run("r1", "a.admaker", "image")
    state.note_cached([_note("brief"), _note("script")])
    state.start_step(_note("image", 0, 2))
    state.finish_step(_note("image", 0, 2), "{}")
    state.start_step(_note("image", 1, 2))
    live = state.history.find_run("r1")
    assert live is not None
    assert (live.ran, live.cached, live.failed, live.running, live.steps) == (1, 2, 0, 1, 4)
    assert (live.target, live.seconds) == ("image", None)
    state.fail_step(_note("image", 1, 2), "failed", msg("{n} words.", n=3), msg("Shorten it."))
    state.end_run("r1", "failed")
    ended = state.history.find_run("r1")
    assert ended is not None
    assert (ended.ran, ended.cached, ended.failed, ended.running, ended.state) == (1, 2, 1, 0, "failed")
    assert ended.seconds is not None


def test_a_failed_step_keeps_its_message_and_its_way_out_as_values(state: StateDb) -> None:
    state.start_run("r1", "a.admaker")
    state.start_step(_note("image", 1, 2))
    state.fail_step(_note("image", 1, 2), "failed", msg("{n} words.", n=3), msg("Shorten it."))
    (step,) = state.history.steps("r1")
    assert (step.node, step.item, step.items, step.lane, step.state) == ("image", 1, 2, "cpu", "failed")
    assert (step.message, step.hint) == (msg("{n} words.", n=3), msg("Shorten it."))
    assert step.seconds is not None


def test_a_node_that_is_refused_before_it_starts_is_a_failed_step(state: StateDb) -> None:
    state.start_run("r1", "a.admaker")
    state.fail_step(StepNote("r1", "cut", "cut", "edit.cut", Lane.CPU), "failed", msg("No."))
    assert [(step.node, step.state) for step in state.history.steps("r1")] == [("cut", "failed")]


def test_steps_that_a_stopped_run_leaves_open_are_stopped_with_it(state: StateDb) -> None:
    state.start_run("r1", "a.admaker")
    state.start_step(_note())
    state.end_run("r1", "cancelled")
    assert [step.state for step in state.history.steps("r1")] == ["cancelled"]


def test_notes_come_back_in_order(state: StateDb) -> None:
    state.start_run("r1", "a.admaker")
    state.log("r1", "warning", "cut", msg("Not run: it needs {nodes}.", nodes="script"))
    state.log("r1", "info", "", msg("Second."))
    assert [(note.level, note.node, note.message.text()) for note in state.history.notes("r1")] == [
        ("warning", "cut", "Not run: it needs script."),
        ("info", "", "Second."),
    ]


def test_a_run_that_a_dead_process_left_ends_at_its_last_sign_of_life(state: StateDb) -> None:
    state.start_run("r1", "a.admaker")
    state.start_run("r2", "b.admaker", None)
    state.start_step(_note())
    assert state.close_dead_runs("a.admaker") == 1
    run = state.history.find_run("r1")
    assert run is not None
    assert (run.state, run.running) == ("cancelled", 0)
    (step,) = state.history.steps("r1")
    assert run.ended_at == step.started_at
    assert "ended before this run" in state.history.notes("r1")[0].message.text()
    assert [found.state for found in state.history.runs("b.admaker")] == ["running"]


def test_a_run_of_a_dead_process_shows_as_interrupted(state: StateDb, tmp_path: Path) -> None:
    state.start_run("r1", "a.admaker")
    state.start_run("r2", "a.admaker")
    state.close()
    with sqlite3.connect(tmp_path / "state.db") as db:
        db.execute("UPDATE run SET pid = 2000000000 WHERE id = 'r1'")
    db.close()
    again = StateDb(tmp_path / "state.db")
    states = [run.state for run in again.history.runs()]
    again.close()
    assert states == ["running", "interrupted"]


def test_any_thread_may_ask(state: StateDb) -> None:
    state.start_run("r1", "a.admaker")
    found: list[int] = []
    asking = threading.Thread(target=lambda: found.append(len(state.history.runs())))
    asking.start()
    asking.join()
    assert found == [1]


def test_a_file_of_version_1_opens_with_everything_in_it(tmp_path: Path) -> None:
    path = tmp_path / "state.db"
    with sqlite3.connect(path) as old:
        old.executescript(_VERSION_1)
    old.close()
    state = StateDb(path)
    try:
        assert [(run.number, run.id, run.seconds) for run in state.history.runs()] == [(2, "r2", 4.5), (1, "r1", 10.0)]
        steps = state.history.steps("r2")
        assert [(step.node, step.item, step.items) for step in steps] == [("photo", 0, 2), ("photo", 1, 2)]
        assert steps[1].message.text() == "The {word} is bad. Take another."
        assert [(step.node, step.items) for step in state.history.steps("r1")] == [("brief", 1)]
        assert state.find_outputs(["k1"]) == {"k1": '{"text": "kept"}'}
        state.start_run("r3", "a.admaker")
        assert state.history.runs()[0].number == 3
    finally:
        state.close()
    StateDb(path).close()


def test_a_file_of_a_newer_app_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "state.db"
    with sqlite3.connect(path) as newer:
        newer.execute("PRAGMA user_version = 99")
    newer.close()
    with pytest.raises(ProjectError, match="newer AdMaker"):
        StateDb(path)
