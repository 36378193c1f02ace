"""The machine's own memory, `state.db` in ADMAKER_HOME: journal of runs, index of the cache, recent projects."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from admaker_desktop.core.errors import DamagedFile
from admaker_desktop.core.log import get_logger
from admaker_desktop.core.messages import NOTHING, Message, msg
from admaker_desktop.engine.journal import NoteLevel, RunState, StepNote
from admaker_desktop.project.content import storage_error
from admaker_desktop.project.run_history import RunHistory
from admaker_desktop.project.sqlite import DatabaseThread
from admaker_desktop.project.state_schema import open_state

_log = get_logger("project.state")
_KEYS_A_QUERY = 500
_DIED = msg("AdMaker ended before this run did. What it had finished is kept.")
_PUT_STEP = """
    INSERT OR REPLACE INTO step
        (run, step, node, item, items, type, lane, key, state, started_at, ended_at, message, hint)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_END_STEP = f"""{_PUT_STEP.replace("INSERT OR REPLACE", "INSERT")}
    ON CONFLICT (run, step) DO UPDATE SET state = excluded.state, ended_at = excluded.ended_at,
        message = excluded.message, hint = excluded.hint
"""


class StateDb:
    """The journal and cache index; any thread; several processes of this machine may share the file.

    WAL with NORMAL: a crash of the app loses nothing, a power cut may lose the newest results, which are then made
    again. The one connection of a process both writes and checkpoints (WAL-reset bug, reference/engine.md A3).
    """

    def __init__(self, path: Path) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise storage_error("Making the folder", path.parent, error) from error
        self._thread = _open(path)
        self.history = RunHistory(self._thread)

    def close(self) -> None:
        """Close the file; may be called twice."""
        self._thread.close()

    def start_run(self, run_id: str, project: str, target: str | None = None) -> None:
        """A run begins: of everything, or of what one node needs."""
        sql = (
            "INSERT INTO run (id, project, state, started_at, target, pid, number) "
            "SELECT ?, ?, 'running', ?, ?, ?, coalesce(max(number), 0) + 1 FROM run"
        )
        self._write(sql, run_id, project, time.time(), target, os.getpid())

    def end_run(self, run_id: str, state: RunState) -> None:
        """A run is over; steps that it has left open were stopped with it."""
        now = time.time()

        def work(connection: sqlite3.Connection) -> None:
            connection.execute("UPDATE run SET state = ?, ended_at = ? WHERE id = ?", (state, now, run_id))
            sql = "UPDATE step SET state = 'cancelled', ended_at = ? WHERE run = ? AND state = 'running'"
            connection.execute(sql, (now, run_id))

        self._thread.call(work)

    def start_step(self, note: StepNote) -> None:
        """A step begins; not waited for."""
        self._post(_PUT_STEP, *_values(note, "running", time.time(), None))

    def finish_step(self, note: StepNote, outputs: str) -> None:
        """A step's outputs are kept under its key; on return that is committed."""
        now = time.time()

        def work(connection: sqlite3.Connection) -> None:
            connection.execute("INSERT OR REPLACE INTO result VALUES (?, ?, ?)", (note.key, outputs, now))
            connection.execute(_END_STEP, _values(note, "done", now, now))

        self._thread.call(work)

    def fail_step(
        self, note: StepNote, state: Literal["failed", "cancelled"], message: Message = NOTHING, hint: Message = NOTHING
    ) -> None:
        """A step has no result; not waited for."""
        now = time.time()
        self._post(_END_STEP, *_values(note, state, now, now, message, hint))

    def note_cached(self, notes: Sequence[StepNote]) -> None:
        """These steps' results were there already; not waited for."""
        now = time.time()
        rows = [_values(note, "cached", now, now) for note in notes]
        if rows:
            self._thread.post(lambda connection: connection.executemany(_PUT_STEP, rows))

    def log(self, run_id: str, level: NoteLevel, node: str, message: Message) -> None:
        """A line about a run that no step tells; not waited for."""
        self._post("INSERT INTO log VALUES (?, ?, ?, ?, ?)", run_id, time.time(), level, node, message.to_json())

    def find_outputs(self, keys: list[str]) -> dict[str, str]:
        """The kept outputs (JSON) for those of the keys that have some."""

        def work(connection: sqlite3.Connection) -> dict[str, str]:
            found: dict[str, str] = {}
            for start in range(0, len(keys), _KEYS_A_QUERY):
                part = keys[start : start + _KEYS_A_QUERY]
                marks = ",".join("?" * len(part))
                # only question marks are put in
                found.update(connection.execute(f"SELECT key, outputs FROM result WHERE key IN ({marks})", part))  # noqa: S608
            return found

        return self._thread.call(work)

    def note_opened(self, project: str) -> None:
        """Remember a project as recently opened."""
        self._write("INSERT OR REPLACE INTO recent VALUES (?, ?)", project, time.time())

    def recent(self, limit: int) -> list[tuple[str, float]]:
        """Path and opening time (Unix seconds) of the projects opened last, newest first."""
        sql = "SELECT path, opened_at FROM recent ORDER BY opened_at DESC LIMIT ?"
        return self._thread.call(lambda connection: connection.execute(sql, (limit,)).fetchall())

    def forget(self, project: str) -> None:
        """Take a project off the list of recent ones; its file stays."""
        self._write("DELETE FROM recent WHERE path = ?", project)

    def close_dead_runs(self, project: str) -> int:
        """Mark runs of a project that a dead process has left as cancelled; how many there were.

        To be called by whoever owns the project: nobody else can be running it.
        """

        def work(connection: sqlite3.Connection) -> int:
            sql = "SELECT id FROM run WHERE state = 'running' AND project = ?"
            dead = [run_id for (run_id,) in connection.execute(sql, (project,))]
            for run_id in dead:
                _bury(connection, run_id)
            return len(dead)

        return self._thread.call(work)

    def _write(self, sql: str, *values: object) -> None:
        self._thread.call(lambda connection: connection.execute(sql, values))

    def _post(self, sql: str, *values: object) -> None:
        self._thread.post(lambda connection: connection.execute(sql, values))


def _open(path: Path) -> DatabaseThread:
    """The file's thread. A damaged file is set aside for a new one: it holds nothing that cannot be made again."""
    try:
        return DatabaseThread(path, open_state)
    except DamagedFile as error:
        _log.error("%s It is set aside as %s.damaged.", error.message, path.name)
    try:
        os.replace(path, path.with_name(f"{path.name}.damaged"))
        for side in ("-wal", "-shm"):
            path.with_name(f"{path.name}{side}").unlink(missing_ok=True)
    except OSError as error:
        raise storage_error("Writing", path, error) from error
    return DatabaseThread(path, open_state)


def _values(
    note: StepNote,
    state: str,
    start: float,
    end: float | None,
    message: Message = NOTHING,
    hint: Message = NOTHING,
) -> tuple[object, ...]:
    words = (message.to_json() if message else "", hint.to_json() if hint else "")
    place = (note.run, note.step, note.node, note.item, note.items, note.type, note.lane.value, note.key)
    return (*place, state, start, end, *words)


def _bury(connection: sqlite3.Connection, run_id: str) -> None:
    """End a run at the last sign of life that it has left, and say so in its log."""
    sql = "SELECT max(coalesce(ended_at, started_at)) FROM step WHERE run = ?"
    (heard,) = connection.execute(sql, (run_id,)).fetchone()
    sql = "UPDATE run SET state = 'cancelled', ended_at = coalesce(?, started_at) WHERE id = ?"
    connection.execute(sql, (heard, run_id))
    sql = "UPDATE step SET state = 'cancelled', ended_at = ? WHERE run = ? AND state = 'running'"
    connection.execute(sql, (heard, run_id))
    note = (run_id, time.time(), "warning", "", _DIED.to_json())
    connection.execute("INSERT INTO log VALUES (?, ?, ?, ?, ?)", note)
