"""Runs in a journal as other days have left them: made up, with times of their own."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from admaker_desktop.core.messages import Message, msg

DRIVER = msg("The graphics driver gave up while drawing {what}.", what="the bottle")
DRIVER_HINT = msg("Try again with smaller pictures.")
_NODES = (
    ("brief", "strategy.brief", "cpu", 0.0, 0.4, 1),
    ("script", "strategy.script", "network", 0.4, 3.0, 1),
    ("images", "visual.image", "gpu", 3.0, 9.0, 6),
    ("voice", "sound.voice", "network", 3.0, 6.0, 3),
    ("cut", "edit.cut", "cpu", 9.0, 9.5, 1),
    ("export", "edit.export", "export", 9.5, 20.0, 2),
)


class FakeJournal:
    """Writes made-up runs into a `state.db` that exists."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._number = 0

    def add_run(
        self, project: Path | str, state: str = "done", ago_s: float = 3600.0, target: str | None = None
    ) -> str:
        """A run of every node; a failed one has lost two pictures and what needs them, a running one its export."""
        self._number += 1
        run, start = f"run{self._number}", time.time() - ago_s
        with closing(sqlite3.connect(self._path)) as db, db:
            end = None if state == "running" else start + (9.0 if state == "failed" else 20.0)
            db.execute(
                "INSERT INTO run (id, number, project, state, target, started_at, ended_at, pid) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (run, self._number, str(project), state, target, start, end, os.getpid()),
            )
            for node, kind, lane, begin, finish, items in _NODES:
                if state == "failed" and node in ("cut", "export"):
                    reason = msg("Not run: it needs {nodes}, which gave nothing.", nodes="images")
                    db.execute("INSERT INTO log VALUES (?, ?, ?, ?, ?)", (run, end, "warning", node, reason.to_json()))
                    continue
                for item in range(items):
                    step_state = _state_of(state, node, item)
                    ended = None if step_state == "running" else start + finish
                    words = (DRIVER, DRIVER_HINT) if step_state == "failed" else (Message(""), Message(""))
                    self._add_step(db, (run, node, kind, lane, item, items), step_state, (start + begin, ended), words)
        return run

    @staticmethod
    def _add_step(
        db: sqlite3.Connection,
        place: tuple[str, str, str, str, int, int],
        state: str,
        span: tuple[float, float | None],
        words: tuple[Message, Message],
    ) -> None:
        run, node, kind, lane, item, items = place
        step = node if items == 1 else f"{node}[{item}]"
        told = [message.to_json() if message else "" for message in words]
        db.execute(
            "INSERT INTO step (run, step, node, type, lane, item, items, key, state, started_at, ended_at, message, "
            "hint) VALUES (?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?, ?, ?)",
            (run, step, node, kind, lane, item, items, state, *span, *told),
        )


def _state_of(run_state: str, node: str, item: int) -> str:
    if run_state == "failed" and node == "images" and item in (1, 4):
        return "failed"
    if run_state == "running" and node == "export":
        return "running"
    return "cached" if node == "brief" else "done"
