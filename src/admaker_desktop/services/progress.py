"""How much of a run is done and how long the rest will take, from its events."""

from __future__ import annotations

import time
from collections.abc import Mapping

from admaker_desktop.engine.events import StepCached, StepEvent, StepFailed, StepFinished, StepProgress

_WEIGHTS = {"edit.export": 12.0, "visual.image": 1.0, "sound.voice": 1.0, "sound.music": 2.0}
"""Seconds that a step of a type takes on two cores, roughly: what the time left is reckoned with."""
_OTHER_WEIGHT = 0.1
_EXPECTED_ITEMS = {"edit.export": 3, "visual.image": 18, "sound.voice": 2}
_ENOUGH = 0.02
"""Share of a run below which its speed says nothing."""


class ProgressModel:
    """How much of a run is done; not thread-safe by itself.

    `items` says how many steps each node is expected to have, where that is known (from a run before).
    """

    def __init__(self, node_types: Mapping[str, str], items: Mapping[str, int] | None = None) -> None:
        self._types = dict(node_types)
        known = items or {}
        self._items = {node: known.get(node, _EXPECTED_ITEMS.get(kind, 1)) for node, kind in node_types.items()}
        self._done: dict[tuple[str, int], float] = {}
        self._cached: set[tuple[str, int]] = set()
        self._start = time.monotonic()

    def take(self, event: StepEvent) -> None:
        """Count an event in."""
        self._items[event.node] = event.items
        place = (event.node, event.item)
        if isinstance(event, StepProgress):
            self._done[place] = max(self._done.get(place, 0.0), event.fraction or 0.0)
        elif isinstance(event, StepFinished | StepFailed | StepCached):
            self._done[place] = 1.0
        if isinstance(event, StepCached):
            self._cached.add(place)

    def settle_empty(self, node: str) -> None:
        """The node has no steps in this run."""
        self._items[node] = 0

    @property
    def steps(self) -> int:
        """How many steps the run has, as far as is known."""
        return sum(self._items.values())

    @property
    def elapsed_s(self) -> float:
        return time.monotonic() - self._start

    def fraction(self) -> float:
        """Weighted share of the work that is done, 0..1; what was cached counts as no work."""
        total = sum(self._weight(node) * count for node, count in self._items.items())
        total -= sum(self._weight(node) for node, _ in self._cached)
        done = sum(self._weight(place[0]) * part for place, part in self._done.items() if place not in self._cached)
        return min(1.0, done / total) if total > 0 else 1.0

    def seconds_left(self) -> float | None:
        """At the speed so far; None until something is done."""
        fraction = self.fraction()
        return self.elapsed_s * (1 - fraction) / fraction if fraction > _ENOUGH else None

    def _weight(self, node: str) -> float:
        return _WEIGHTS.get(self._types.get(node, ""), _OTHER_WEIGHT)
