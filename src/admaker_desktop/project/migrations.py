"""How a project file came to its present shape: one function a version, applied once, in order."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

VERSION = 1
"""`user_version` of a file that all migrations have been applied to."""

_FIRST = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE node (
    id TEXT PRIMARY KEY, position INTEGER NOT NULL, type TEXT NOT NULL, settings TEXT NOT NULL,
    take INTEGER NOT NULL, x REAL NOT NULL, y REAL NOT NULL
) STRICT;
CREATE TABLE link (
    position INTEGER PRIMARY KEY, from_node TEXT NOT NULL, from_port TEXT NOT NULL,
    to_node TEXT NOT NULL, to_port TEXT NOT NULL
) STRICT;
CREATE TABLE result (
    node TEXT NOT NULL, item INTEGER NOT NULL, is_fanned INTEGER NOT NULL, key TEXT NOT NULL,
    outputs TEXT NOT NULL, made_at REAL NOT NULL, PRIMARY KEY (node, item)
) STRICT;
CREATE TABLE document (name TEXT PRIMARY KEY, body TEXT NOT NULL, changed_at REAL NOT NULL) STRICT;
CREATE TABLE asset (
    sha256 TEXT PRIMARY KEY, ext TEXT NOT NULL, size_bytes INTEGER NOT NULL, node TEXT NOT NULL,
    provenance TEXT NOT NULL, made_at REAL NOT NULL
) STRICT;
CREATE TABLE edit_log (
    id INTEGER PRIMARY KEY, at REAL NOT NULL, actor TEXT NOT NULL, edit TEXT NOT NULL, inverse TEXT NOT NULL
) STRICT;
"""


def m001_first(db: Database) -> None:
    """The first project file: graph, results, documents, assets, history."""
    for statement in _FIRST.split(";"):
        if statement.strip():
            db.execute(statement)


_STEPS = (m001_first,)


def upgrade(connection: sqlite3.Connection) -> None:
    """Apply what a file lacks."""
    from sqlite_utils import Database, Migrations  # loads numpy, 0.3 s: paid when a project is opened, not at start-up

    migrations = Migrations("admaker-project")
    for step in _STEPS:
        migrations()(step)
    migrations.apply(Database(connection))
