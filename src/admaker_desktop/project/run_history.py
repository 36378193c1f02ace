"""What the journal remembers of past and present runs, as questions: runs, steps, notes."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from typing import Any, Literal

from admaker_desktop.core.messages import Message
from admaker_desktop.engine.journal import NoteLevel, RunState
from admaker_desktop.project.content import process_is_alive
from admaker_desktop.project.sqlite import DatabaseThread

RecordState = RunState | Literal["interrupted"]
"""`interrupted`: its process has died and nobody has opened the project since."""
StepState = Literal["running", "done", "cached", "failed", "cancelled"]
RUNS_LISTED = 200
"""How many runs a list holds unless asked for more."""


@dataclass(frozen=True, slots=True)
class RunRecord:
    """A run as the journal knows it; times in Unix seconds."""

    id: str
    number: int
    """Counts the runs of this machine, from 1."""
    project: str
    """Path of the project file."""
    state: RecordState
    target: str | None
    """The node that was run to; None = everything."""
    started_at: float
    ended_at: float | None
    """None while it runs."""
    ran: int
    cached: int
    failed: int
    running: int

    @property
    def seconds(self) -> float | None:
        """How long it took; None while it runs."""
        return None if self.ended_at is None else max(0.0, self.ended_at - self.started_at)

    @property
    def steps(self) -> int:
        """How many steps it has begun or found."""
        return self.ran + self.cached + self.failed + self.running


@dataclass(frozen=True, slots=True)
class StepRecord:
    """A step as the journal knows it; times in Unix seconds."""

    step: str
    node: str
    item: int
    items: int
    type: str
    lane: str
    state: StepState
    started_at: float
    ended_at: float | None
    message: Message
    hint: Message

    @property
    def seconds(self) -> float | None:
        """How long it took; None while it runs."""
        return None if self.ended_at is None else max(0.0, self.ended_at - self.started_at)


@dataclass(frozen=True, slots=True)
class NoteRecord:
    """A line about a run that no step tells; `at` in Unix seconds."""

    at: float
    level: NoteLevel
    node: str
    message: Message


_RUN_COLUMNS = """
    run.pid, run.id, run.number, run.project, run.state, run.target, run.started_at, run.ended_at,
    (SELECT count(*) FROM step WHERE step.run = run.id AND step.state = 'done'),
    (SELECT count(*) FROM step WHERE step.run = run.id AND step.state = 'cached'),
    (SELECT count(*) FROM step WHERE step.run = run.id AND step.state IN ('failed', 'cancelled')),
    (SELECT count(*) FROM step WHERE step.run = run.id AND step.state = 'running')
"""
_FIND_RUNS = f"SELECT {_RUN_COLUMNS} FROM run WHERE ?1 IS NULL OR project = ?1 ORDER BY number DESC LIMIT ?2"  # noqa: S608 - constants
_FIND_RUN = f"SELECT {_RUN_COLUMNS} FROM run WHERE id = ?"  # noqa: S608 - constants
_FIND_STEPS = """
    SELECT step, node, item, items, type, lane, state, started_at, ended_at, message, hint
    FROM step WHERE run = ? ORDER BY started_at, node, item
"""


class RunHistory:
    """Reads the journal; any thread. Raises ProjectError, StorageError when the file cannot be read."""

    def __init__(self, thread: DatabaseThread) -> None:
        self._thread = thread

    def runs(self, project: str | None = None, limit: int = RUNS_LISTED) -> tuple[RunRecord, ...]:
        """The newest runs first: of one project, or of all on this machine."""

        def work(connection: sqlite3.Connection) -> tuple[RunRecord, ...]:
            return tuple(_run(row) for row in connection.execute(_FIND_RUNS, (project, limit)))

        return self._thread.call(work)

    def find_run(self, run_id: str) -> RunRecord | None:
        """The run with that id, if there is one."""

        def work(connection: sqlite3.Connection) -> RunRecord | None:
            row = connection.execute(_FIND_RUN, (run_id,)).fetchone()
            return _run(row) if row else None

        return self._thread.call(work)

    def steps(self, run_id: str) -> tuple[StepRecord, ...]:
        """A run's steps in the order in which they began."""

        def work(connection: sqlite3.Connection) -> tuple[StepRecord, ...]:
            rows = connection.execute(_FIND_STEPS, (run_id,)).fetchall()
            return tuple(StepRecord(*row[:9], *map(Message.from_json, row[9:])) for row in rows)

        return self._thread.call(work)

    def notes(self, run_id: str) -> tuple[NoteRecord, ...]:
        """A run's own lines, oldest first."""

        def work(connection: sqlite3.Connection) -> tuple[NoteRecord, ...]:
            sql = "SELECT at, level, node, message FROM log WHERE run = ? ORDER BY at, rowid"
            rows = connection.execute(sql, (run_id,)).fetchall()
            return tuple(NoteRecord(at, level, node, Message.from_json(words)) for at, level, node, words in rows)

        return self._thread.call(work)


def _run(row: tuple[Any, ...]) -> RunRecord:
    pid, *facts = row
    run = RunRecord(*facts)
    return replace(run, state="interrupted") if run.state == "running" and not process_is_alive(pid) else run
