"""The machine's own memory, `state.db` in ADMAKER_HOME: journal of runs, index of the cache, recent projects."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from admaker_desktop.core.errors import ProjectError
from admaker_desktop.project.content import storage_error
from admaker_desktop.project.sqlite import DatabaseThread

if TYPE_CHECKING:
    from admaker_desktop.engine.journal import RunState

_VERSION = 1
_KEYS_A_QUERY = 500
_SCHEMA = """
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
        self._thread = DatabaseThread(path, _open)

    def close(self) -> None:
        """Close the file; may be called twice."""
        self._thread.close()

    def start_run(self, run_id: str, project: str) -> None:
        """A run begins."""
        self._write("INSERT INTO run VALUES (?, ?, 'running', ?, NULL)", run_id, project, time.time())

    def end_run(self, run_id: str, state: RunState) -> None:
        """A run is over."""
        self._write("UPDATE run SET state = ?, ended_at = ? WHERE id = ?", state, time.time(), run_id)

    def start_step(self, run_id: str, step: str, node_type: str, key: str) -> None:
        """A step begins."""
        sql = "INSERT INTO step (run, step, type, key, state, started_at) VALUES (?, ?, ?, ?, 'running', ?)"
        self._write(sql, run_id, step, node_type, key, time.time())

    def finish_step(self, run_id: str, step: str, key: str, outputs: str) -> None:
        """A step's outputs are kept under its key; on return that is committed."""
        now = time.time()

        def work(connection: sqlite3.Connection) -> None:
            connection.execute("INSERT OR REPLACE INTO result VALUES (?, ?, ?)", (key, outputs, now))
            sql = "UPDATE step SET state = 'done', ended_at = ? WHERE run = ? AND step = ?"
            connection.execute(sql, (now, run_id, step))

        self._thread.call(work)

    def fail_step(self, run_id: str, step: str, state: Literal["failed", "cancelled"], message: str) -> None:
        """A step has no result."""
        sql = "UPDATE step SET state = ?, message = ?, ended_at = ? WHERE run = ? AND step = ?"
        self._write(sql, state, message, time.time(), run_id, step)

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

    def close_dead_runs(self, project: str) -> int:
        """Mark runs of a project that a dead process has left as cancelled; how many there were.

        To be called by whoever owns the project: nobody else can be running it.
        """

        def work(connection: sqlite3.Connection) -> int:
            sql = "UPDATE run SET state = 'cancelled', ended_at = ? WHERE state = 'running' AND project = ?"
            return connection.execute(sql, (time.time(), project)).rowcount

        return self._thread.call(work)

    def _write(self, sql: str, *values: object) -> None:
        self._thread.call(lambda connection: connection.execute(sql, values))


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=10)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("BEGIN IMMEDIATE")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > _VERSION:
        connection.close()
        raise ProjectError(f"{path} was written by a newer AdMaker.", hint="Update AdMaker.")
    if version == 0:
        for statement in _SCHEMA.split(";"):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {_VERSION}")
    connection.commit()
    return connection
