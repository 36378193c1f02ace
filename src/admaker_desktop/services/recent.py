"""Recent projects as cards: read from the files as they lie there, without taking them, whatever state they are in."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from admaker_desktop.core.messages import NOTHING, Message, msg
from admaker_desktop.project.file import APPLICATION_ID
from admaker_desktop.project.migrations import VERSION
from admaker_desktop.project.state import StateDb

RecentState = Literal["draft", "running", "stopped", "finished", "missing", "unreadable"]
LISTED = 24
"""How many projects the Start page lists."""
_BUSY_WAIT_S = 0.25
"""How long to wait for a project that is being written this moment."""
_LANDSCAPE_FIRST = ("16:9", "1:1", "4:5", "9:16")
_FIND_RESULTS = """
    SELECT node.type, result.outputs FROM result JOIN node ON node.id = result.node
    WHERE node.type IN ('strategy.brief', 'edit.export') ORDER BY result.node, result.item
"""


@dataclass(frozen=True, slots=True)
class RecentProject:
    """A project as its card shows it."""

    path: Path
    state: RecentState
    changed_at: float
    """Unix seconds; of the opening when the file is gone."""
    client: str = ""
    files: int = 0
    formats: tuple[str, ...] = ()
    """As `9:16`."""
    languages: tuple[str, ...] = ()
    thumbnail: Path | None = None
    """A picture of the ad, if one has been made and is still there."""
    problem: Message = NOTHING
    """Why the file cannot be read."""

    @property
    def name(self) -> str:
        return self.path.stem


def recent_projects(state: StateDb, store: Path, limit: int = LISTED) -> tuple[RecentProject, ...]:
    """The projects opened last, newest first; a bad file is a card that says so. Any thread.

    `store` is the content store's folder, where thumbnails lie that the project's own folder does not have.
    """
    return tuple(_with_run(state, read_card(Path(path), at, store)) for path, at in state.recent(limit))


def read_card(path: Path, opened_at: float, store: Path) -> RecentProject:
    """What a project file says about itself, read without its lock and without waiting."""
    try:
        changed_at = path.stat().st_mtime
    except OSError:
        return RecentProject(path, "missing", opened_at, problem=msg("The file is not at its place any more."))
    try:
        rows = _read_results(path)
    except sqlite3.Error as error:
        return RecentProject(path, "unreadable", changed_at, problem=_problem(error))
    if rows is None:
        return RecentProject(path, "unreadable", changed_at, problem=msg("This is not a project of this version."))
    return _card(RecentProject(path, "draft", changed_at), rows, store)


def _read_results(path: Path) -> list[tuple[str, str]] | None:
    """Type and outputs (JSON) of the results that a card needs; None for another program's or a newer file.

    Through SQLite alone: closing the file by other means would drop the locks that this process has on it.
    """
    with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=_BUSY_WAIT_S)) as file:
        file.execute("PRAGMA trusted_schema = OFF")
        (made_by,) = file.execute("PRAGMA application_id").fetchone()
        (version,) = file.execute("PRAGMA user_version").fetchone()
        if made_by != APPLICATION_ID or version > VERSION:
            return None
        return file.execute(_FIND_RESULTS).fetchall()


def _problem(error: sqlite3.Error) -> Message:
    """Why SQLite cannot read a file, in a few words."""
    text = str(error).lower()
    if "locked" in text or "busy" in text:
        return msg("Another program is writing it.")
    if "readonly" in text:  # an unfinished transaction waits to be rolled back, which only its owner may do
        return msg("It was not closed properly: open it.")
    if "unable to open" in text:
        return msg("You may not read this file.")
    return msg("The file is damaged.")


def _card(card: RecentProject, rows: list[tuple[str, str]], store: Path) -> RecentProject:
    made = [(kind, outputs) for kind, outputs in _parsed(rows) if isinstance(outputs, dict)]
    briefs = [_dict(outputs.get("brief")) for kind, outputs in made if kind == "strategy.brief"]
    files = [_dict(outputs.get("file")) for kind, outputs in made if kind == "edit.export"]
    brief = briefs[0] if briefs else {}
    by_format = {str(_dict(file.get("format")).get("aspect", "")): file for file in files}
    folders = (card.path.with_suffix(".media"), store)
    pictures = (by_format[aspect].get("thumbnail") for aspect in _LANDSCAPE_FIRST if aspect in by_format)
    return replace(
        card,
        state="finished" if files else "draft",
        client=str(brief.get("brand", "")),
        files=len(files),
        formats=tuple(aspect for aspect in by_format if aspect),
        languages=(str(brief["language"]),) if brief.get("language") else (),
        thumbnail=next(_places(pictures, folders), None),
    )


def _parsed(rows: list[tuple[str, str]]) -> Iterator[tuple[str, Any]]:
    for kind, text in rows:
        with contextlib.suppress(ValueError):
            yield kind, json.loads(text)


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _places(pictures: Iterable[object], folders: tuple[Path, ...]) -> Iterator[Path]:
    """The files behind picture references, where they exist; names that are no hash lead nowhere."""
    for picture in map(_dict, pictures):
        sha256, ext = str(picture.get("sha256", "")), str(picture.get("ext", ""))
        if sha256.isalnum() and ext.isalnum():
            yield from (place for folder in folders if (place := folder / sha256[:2] / f"{sha256}.{ext}").is_file())


def _with_run(state: StateDb, card: RecentProject) -> RecentProject:
    """The card with how its last run went on this machine."""
    if card.state not in ("draft", "finished"):
        return card
    last = next(iter(state.history.runs(str(card.path), 1)), None)
    if last is None or last.state == "done":
        return card
    return replace(card, state="running" if last.state == "running" else "stopped")
