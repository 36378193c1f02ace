"""The tables of `state.db`, and how a file of an older version gets today's."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from admaker_desktop.core.errors import ProjectError

VERSION = 2
_FIRST = """
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
_RUNS_TO_LOOK_AT = """
ALTER TABLE run ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN target TEXT;
ALTER TABLE run ADD COLUMN pid INTEGER NOT NULL DEFAULT 0;
UPDATE run SET number = (SELECT count(*) FROM run AS earlier WHERE earlier.rowid <= run.rowid);
CREATE INDEX run_by_number ON run (number);
ALTER TABLE step ADD COLUMN node TEXT NOT NULL DEFAULT '';
ALTER TABLE step ADD COLUMN item INTEGER NOT NULL DEFAULT 0;
ALTER TABLE step ADD COLUMN items INTEGER NOT NULL DEFAULT 1;
ALTER TABLE step ADD COLUMN lane TEXT NOT NULL DEFAULT '';
ALTER TABLE step ADD COLUMN hint TEXT NOT NULL DEFAULT '';
UPDATE step SET node = substr(step, 1, instr(step || '[', '[') - 1);
UPDATE step SET item = CAST(substr(step, instr(step, '[') + 1) AS INTEGER) WHERE instr(step, '[') > 0;
UPDATE step SET items = (SELECT max(other.item) + 1 FROM step AS other WHERE other.run = step.run AND
    other.node = step.node);
CREATE TABLE log (
    run TEXT NOT NULL REFERENCES run(id), at REAL NOT NULL, level TEXT NOT NULL, node TEXT NOT NULL,
    message TEXT NOT NULL
) STRICT;
CREATE INDEX log_by_run ON log (run, at);
"""
_STEPS = (_FIRST, _RUNS_TO_LOOK_AT)


def open_state(path: Path) -> sqlite3.Connection:
    """A connection to the file with today's tables; raises ProjectError for a file of a newer app, sqlite3.Error."""
    connection = sqlite3.connect(path, timeout=10)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("BEGIN IMMEDIATE")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version > VERSION:
            raise ProjectError("{path} was written by a newer AdMaker.", path=str(path), hint="Update AdMaker.")
        for script in _STEPS[version:]:
            for statement in script.split(";"):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.commit()
    except BaseException:
        connection.close()
        raise
    return connection
