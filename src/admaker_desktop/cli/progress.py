"""Watching a run from a terminal: a live line with time left for people, one JSON object an event for scripts."""

from __future__ import annotations

import sys
import threading
import time
from types import TracebackType
from typing import Any, Self

from admaker_desktop.cli.output import write_json
from admaker_desktop.core.messages import sentences
from admaker_desktop.engine.events import (
    Event,
    NodeReady,
    StepCached,
    StepFailed,
    StepFinished,
    StepProgress,
    StepStarted,
)
from admaker_desktop.services.progress import ProgressModel

_NAMES: dict[type[Event], str] = {
    StepStarted: "node_started",
    StepProgress: "node_progress",
    StepFinished: "node_finished",
    StepFailed: "node_failed",
    StepCached: "node_cached",
}
_REDRAW_S = 0.1


class JsonSink:
    """Every event as one line of JSON; any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()

    def post(self, event: Event) -> None:
        """Write it; what scripts have no use for is left out."""
        if isinstance(event, NodeReady):
            return
        facts: dict[str, Any] = {"event": _NAMES[type(event)], "node": event.node, "type": event.type, "run": event.run}
        if event.items > 1:
            facts |= {"item": event.item, "items": event.items}
        if isinstance(event, StepProgress):
            facts |= {"fraction": event.fraction, "message": event.message.text()}
        elif isinstance(event, StepFinished):
            facts["seconds"] = event.seconds
        elif isinstance(event, StepFailed):
            facts["message"] = sentences((event.message, event.hint)).text()
        with self._lock:
            write_json(facts)


class LiveLine:
    """One line on a terminal's stderr that is redrawn; nothing where stderr is no terminal. Any thread."""

    def __init__(self, node_types: dict[str, str]) -> None:
        self._model = ProgressModel(node_types)
        self._lock = threading.Lock()
        self._drawn = 0.0
        self._is_live = sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._is_live:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def post(self, event: Event) -> None:
        """Count it in, and redraw ten times a second at most."""
        if isinstance(event, NodeReady):
            return
        with self._lock:
            self._model.take(event)
            now = time.monotonic()
            if not self._is_live or now - self._drawn < _REDRAW_S:
                return
            self._drawn = now
            doing = getattr(event, "message", "") or event.type
            sys.stderr.write(f"\r\x1b[K{self._bar()}  {event.node}: {doing}"[:110])
            sys.stderr.flush()

    def _bar(self) -> str:
        fraction = self._model.fraction()
        left = self._model.seconds_left()
        filled = round(fraction * 24)
        bar = "#" * filled + "." * (24 - filled)
        return f"[{bar}] {fraction:4.0%} " + (f"{left:3.0f} s left" if left is not None else "")
