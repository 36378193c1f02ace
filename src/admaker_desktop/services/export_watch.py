"""An export as it is shown while it works: the run as a whole, and each file of it."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from admaker_desktop.core.messages import NOTHING, Message
from admaker_desktop.engine.events import Event, NodeReady, StepCached, StepFailed, StepFinished, StepProgress
from admaker_desktop.engine.lane import Lane
from admaker_desktop.services.run_watch import RunView, RunWatch

FileState = Literal["waiting", "running", "done", "cached", "failed"]
_EXPORT = "edit.export"


@dataclass(frozen=True, slots=True)
class FileView:
    """One file on its way."""

    state: FileState = "waiting"
    fraction: float | None = None
    message: Message = NOTHING
    hint: Message = NOTHING


@dataclass(frozen=True, slots=True)
class ExportView:
    """An export at one moment."""

    run: RunView
    files: tuple[FileView, ...]
    """In the order of the chosen placements."""
    doing: Message
    """What the newest step said."""
    node: str
    """Who said it."""


class ExportWatch:
    """Takes an export's events on any thread; `view` answers any thread."""

    def __init__(self, node_types: Mapping[str, str], presets: int, lanes: Mapping[Lane, int]) -> None:
        items = {node: presets for node, kind in node_types.items() if kind == _EXPORT}
        self._watch = RunWatch(node_types, items, lanes, _ignore_node, _ignore_result)
        self._lock = threading.Lock()
        self._files = [FileView() for _ in range(presets)]
        self._doing, self._node = NOTHING, ""

    def post(self, event: Event) -> None:
        """Count an event in; must not block."""
        self._watch.post(event)
        if isinstance(event, NodeReady):
            return
        with self._lock:
            if isinstance(event, StepProgress) and event.message:
                self._doing, self._node = event.message, event.node
            if event.type == _EXPORT and event.item < len(self._files):
                self._files[event.item] = _file(event)

    def view(self) -> ExportView:
        """The export as it is now."""
        run = self._watch.view()
        with self._lock:
            return ExportView(run, tuple(self._files), self._doing, self._node)


def _file(event: object) -> FileView:
    if isinstance(event, StepFinished):
        return FileView("done", 1.0)
    if isinstance(event, StepCached):
        return FileView("cached", 1.0)
    if isinstance(event, StepFailed):
        return FileView("failed", None, event.message, event.hint)
    if isinstance(event, StepProgress):
        return FileView("running", event.fraction, event.message)
    return FileView("running")


def _ignore_node(node: str) -> None:
    del node


def _ignore_result(node: str, result: object) -> None:
    del node, result
