"""`Name.admaker`: the document that the user sees, moves and shares. One SQLite file, DELETE journal."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from admaker_desktop.core.errors import ProjectError
from admaker_desktop.core.media import MediaRef
from admaker_desktop.graph.model import Link, NodeRecord, Workflow
from admaker_desktop.project.content import storage_error
from admaker_desktop.project.lock import ProjectLock
from admaker_desktop.project.migrations import VERSION, upgrade
from admaker_desktop.project.owner import Facts, OwnerServer
from admaker_desktop.project.sqlite import DatabaseThread

APPLICATION_ID = 0x41644D6B
SUFFIX = ".admaker"


@dataclass(frozen=True, slots=True)
class StoredResult:
    """What one item of a node has made, as kept in the project."""

    node: str
    item: int
    is_fanned: bool
    key: str
    outputs: str
    """JSON."""


@dataclass(frozen=True, slots=True)
class StoredAsset:
    """A media file of the project and where it came from."""

    ref: MediaRef
    node: str
    provenance: str


@dataclass(frozen=True, slots=True)
class LoggedEdit:
    """An edit as the project's history keeps it."""

    edit: str
    """JSON."""
    inverse: str
    """JSON."""
    at_s: float = field(default_factory=time.time)
    """When it was made, in seconds since 1970."""


class ProjectFile:
    """An open project; any thread. Every change is one transaction; `close` gives it free."""

    def __init__(self, path: Path, thread: DatabaseThread, lock: ProjectLock) -> None:
        self.path = path
        self._thread = thread
        self._lock = lock

    @property
    def media_folder(self) -> Path:
        """Where the project's media lie: `Name.media` beside it."""
        return self.path.with_suffix(".media")

    def answer_others(self, answer: Callable[[Facts], Facts]) -> OwnerServer:
        """Let other processes of this machine ask for changes while the project is open; close it before the file."""
        return OwnerServer(self._lock, answer)

    @classmethod
    def create(cls, path: Path, made_by: str) -> ProjectFile:
        """A new, empty project; raises ProjectError when the file exists, StorageError when it cannot be written."""
        if path.exists():
            raise ProjectError("{path} exists already.", path=str(path), hint="Choose another name.")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise storage_error("Making the folder", path.parent, error) from error
        lock = ProjectLock(path)
        try:
            thread = DatabaseThread(path, _create_connection)
        except BaseException:
            lock.release()
            path.unlink(missing_ok=True)
            raise
        project = cls(path, thread, lock)
        project.set_meta("made_by", made_by)
        return project

    @classmethod
    def open(cls, path: Path) -> ProjectFile:
        """An existing project; raises ProjectError when it is missing, foreign, newer, damaged or open elsewhere."""
        check_header(path)
        lock = ProjectLock(path)
        try:
            thread = DatabaseThread(path, _open_connection)
        except BaseException:
            lock.release()
            raise
        return cls(path, thread, lock)

    def close(self) -> None:
        """Close the file and give the project free; may be called twice."""
        self._thread.close()
        self._lock.release()

    def meta(self, key: str) -> str:
        """A fact about the file; empty when it is not there."""
        sql = "SELECT value FROM meta WHERE key = ?"
        row = self._thread.call(lambda db: db.execute(sql, (key,)).fetchone())
        return str(row[0]) if row else ""

    def set_meta(self, key: str, value: str) -> None:
        """Keep a fact about the file."""
        self._thread.call(lambda db: db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value)))

    def workflow(self) -> Workflow:
        """The graph as it is now."""

        def work(db: sqlite3.Connection) -> Workflow:
            nodes = db.execute("SELECT id, type, settings, take, x, y FROM node ORDER BY position").fetchall()
            links = db.execute("SELECT from_node, from_port, to_node, to_port FROM link ORDER BY position").fetchall()
            return Workflow(
                nodes=tuple(
                    NodeRecord(id=node_id, type=kind, settings=json.loads(settings), take=take, x=x, y=y)
                    for node_id, kind, settings, take, x, y in nodes
                ),
                links=tuple(Link(from_node=a, from_port=b, to_node=c, to_port=d) for a, b, c, d in links),
            )

        return self._thread.call(work)

    def save_workflow(self, workflow: Workflow, *, actor: str = "", edits: Iterable[LoggedEdit] = ()) -> None:
        """Keep the graph and, in the history, the actor's edits that led to it; one transaction."""
        logged = [(edit.at_s, actor, _storable(edit.edit), _storable(edit.inverse)) for edit in edits]

        def work(db: sqlite3.Connection) -> None:
            db.execute("DELETE FROM node")
            db.execute("DELETE FROM link")
            for position, node in enumerate(workflow.nodes):
                settings = _storable(json.dumps(dict(node.settings), ensure_ascii=False))
                row = (node.id, position, node.type, settings, node.take, node.x, node.y)
                db.execute("INSERT INTO node VALUES (?, ?, ?, ?, ?, ?, ?)", row)
            for position, link in enumerate(workflow.links):
                ends = (position, link.from_node, link.from_port, link.to_node, link.to_port)
                db.execute("INSERT INTO link VALUES (?, ?, ?, ?, ?)", ends)
            db.executemany("INSERT INTO edit_log (at, actor, edit, inverse) VALUES (?, ?, ?, ?)", logged)

        self._thread.call(work)

    def edit_count(self, actor: str) -> int:
        """How many edits an actor has made."""
        sql = "SELECT COUNT(*) FROM edit_log WHERE actor = ?"
        return int(self._thread.call(lambda db: db.execute(sql, (actor,)).fetchone())[0])

    def results(self) -> tuple[StoredResult, ...]:
        """What the nodes have made, in order of node and item."""
        sql = "SELECT node, item, is_fanned, key, outputs FROM result ORDER BY node, item"
        rows = self._thread.call(lambda db: db.execute(sql).fetchall())
        return tuple(StoredResult(node, item, bool(fanned), key, text) for node, item, fanned, key, text in rows)

    def save_results(
        self, results: Iterable[StoredResult], assets: Iterable[StoredAsset], documents: dict[str, str]
    ) -> None:
        """Keep what a run has made, in one transaction; a node's old results are replaced."""
        kept = list(results)

        def work(db: sqlite3.Connection) -> None:
            now = time.time()
            db.executemany("DELETE FROM result WHERE node = ?", {(result.node,) for result in kept})
            rows = [(r.node, r.item, int(r.is_fanned), r.key, r.outputs, now) for r in kept]
            db.executemany("INSERT INTO result VALUES (?, ?, ?, ?, ?, ?)", rows)
            found = [(a.ref.sha256, a.ref.ext, a.ref.size_bytes, a.node, a.provenance, now) for a in assets]
            db.executemany("INSERT OR IGNORE INTO asset VALUES (?, ?, ?, ?, ?, ?)", found)
            bodies = [(name, body, now) for name, body in documents.items()]
            db.executemany("INSERT OR REPLACE INTO document VALUES (?, ?, ?)", bodies)

        self._thread.call(work)

    def document(self, name: str) -> str:
        """A document's JSON (`timeline`); empty when there is none."""
        sql = "SELECT body FROM document WHERE name = ?"
        row = self._thread.call(lambda db: db.execute(sql, (name,)).fetchone())
        return str(row[0]) if row else ""

    def assets(self) -> tuple[StoredAsset, ...]:
        """The media files that the project knows, oldest first."""
        sql = "SELECT sha256, ext, size_bytes, node, provenance FROM asset ORDER BY made_at, sha256"
        rows = self._thread.call(lambda db: db.execute(sql).fetchall())
        return tuple(StoredAsset(MediaRef(sha256=a, ext=b, size_bytes=c), d, e) for a, b, c, d, e in rows)

    def integrity_problems(self) -> tuple[str, ...]:
        """What SQLite's full check finds; empty when all is well."""
        rows = self._thread.call(lambda db: db.execute("PRAGMA integrity_check").fetchall())
        return tuple(str(row[0]) for row in rows if row[0] != "ok")


def _storable(text: str) -> str:
    """The text with half characters, which a clipboard may hold, as question marks: no file can keep them."""
    return text.encode("utf-8", "replace").decode("utf-8")


def check_header(path: Path) -> None:
    """Raises ProjectError unless the file is a project of this app, by its first 100 bytes (SQLite file format)."""
    try:
        with path.open("rb") as source:
            head = source.read(100)
    except FileNotFoundError:
        raise ProjectError(
            "There is no project {path}.", path=str(path), hint="It may have been moved or renamed: check the path."
        ) from None
    except OSError as error:
        raise storage_error("Reading", path, error) from error
    if not head.startswith(b"SQLite format 3\x00") or head[68:72] != APPLICATION_ID.to_bytes(4, "big"):
        raise ProjectError(
            "{path} is not an AdMaker project.",
            path=str(path),
            suffix=SUFFIX,
            hint="Choose a file that ends in {suffix}.",
        )
    version = int.from_bytes(head[60:64], "big")
    if version > VERSION:
        raise ProjectError(
            "{path} was made by a newer AdMaker (format {version}).",
            path=str(path),
            version=version,
            hint="Update AdMaker to open it.",
        )


def _create_connection(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=10)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    return _prepare(connection)


def _open_connection(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=10)
    rows = connection.execute("PRAGMA quick_check(1)").fetchall()
    if rows != [("ok",)]:
        connection.close()
        raise ProjectError(
            "{path} is damaged ({reason}).",
            path=str(path),
            reason=str(rows[0][0]),
            hint="Open a copy or a snapshot of it.",
        )
    return _prepare(connection)


def _prepare(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    upgrade(connection)
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.commit()
    return connection
