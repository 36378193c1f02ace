"""Watching a run from a terminal: a live line with time left for people, one JSON object an event for scripts."""

from __future__ import annotations

import sys
import threading
import time
from types import TracebackType
from typing import Any, Self

from admaker_desktop.cli.output import write_json
from admaker_desktop.engine.events import (
    Event,
    StepCached,
    StepFailed,
    StepFinished,
    StepProgress,
    StepStarted,
)

_NAMES: dict[type[Event], str] = {
    StepStarted: "node_started",
    StepProgress: "node_progress",
    StepFinished: "node_finished",
    StepFailed: "node_failed",
    StepCached: "node_cached",
}
_WEIGHTS = {"edit.export": 12.0, "visual.image": 1.0, "sound.voice": 1.0, "sound.music": 2.0}
"""Seconds that a step of a type takes on two cores, roughly: what the time left is reckoned with."""
_OTHER_WEIGHT = 0.1
_EXPECTED_ITEMS = {"edit.export": 3, "visual.image": 18, "sound.voice": 2}
_REDRAW_S = 0.1


class JsonSink:
    """Every event as one line of JSON; any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()

    def post(self, event: Event) -> None:
        """Write it."""
        facts: dict[str, Any] = {"event": _NAMES[type(event)], "node": event.node, "type": event.type, "run": event.run}
        if event.items > 1:
            facts |= {"item": event.item, "items": event.items}
        for name in ("fraction", "message", "seconds"):
            if hasattr(event, name):
                facts[name] = getattr(event, name)
        with self._lock:
            write_json(facts)


class ProgressModel:
    """How much of a run is done, from its events; not thread-safe by itself."""

    def __init__(self, node_types: dict[str, str]) -> None:
        self._types = node_types
        self._items = {node: _EXPECTED_ITEMS.get(kind, 1) for node, kind in node_types.items()}
        self._done: dict[tuple[str, int], float] = {}
        self._cached: set[tuple[str, int]] = set()
        self._start = time.monotonic()

    def take(self, event: Event) -> None:
        """Count an event in."""
        self._items[event.node] = event.items
        place = (event.node, event.item)
        if isinstance(event, StepProgress):
            self._done[place] = max(self._done.get(place, 0.0), event.fraction or 0.0)
        elif isinstance(event, StepFinished | StepFailed | StepCached):
            self._done[place] = 1.0
        if isinstance(event, StepCached):
            self._cached.add(place)

    def fraction(self) -> float:
        """Weighted share of the work that is done, 0..1; what was cached counts as no work."""
        total = sum(self._weight(node) * count for node, count in self._items.items())
        total -= sum(self._weight(node) for node, _ in self._cached)
        done = sum(self._weight(place[0]) * part for place, part in self._done.items() if place not in self._cached)
        return min(1.0, done / total) if total > 0 else 1.0

    def seconds_left(self) -> float | None:
        """At the speed so far; None until something is done."""
        fraction = self.fraction()
        elapsed = time.monotonic() - self._start
        return elapsed * (1 - fraction) / fraction if fraction > 0.02 else None

    def _weight(self, node: str) -> float:
        return _WEIGHTS.get(self._types.get(node, ""), _OTHER_WEIGHT)


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
