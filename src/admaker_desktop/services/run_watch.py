"""A run as it is shown while it works: the state of every node, the lanes, what is done and what is left."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from admaker_desktop.core.messages import NOTHING, Message
from admaker_desktop.core.money import FREE, Money
from admaker_desktop.engine.events import (
    Event,
    NodeReady,
    StepCached,
    StepFailed,
    StepFinished,
    StepProgress,
    StepStarted,
)
from admaker_desktop.engine.lane import Lane
from admaker_desktop.services.progress import ProgressModel

if TYPE_CHECKING:
    from admaker_desktop.engine.journal import RunState
    from admaker_desktop.engine.steps import NodeResult

NodeState = Literal[
    "idle", "stale", "waiting", "running", "done", "failed", "refused", "skipped", "unknown_type"
]  # fmt: skip
"""idle: never made. stale: made, but a run would make it anew. waiting: its turn comes in this run. done: current.

failed: the last run could not make it. refused: it cannot run as it is. skipped: something before it failed.
"""


@dataclass(frozen=True, slots=True)
class NodeStatus:
    """What a node's badge, bar and footer say."""

    state: NodeState
    items: int = 1
    items_done: int = 0
    items_cached: int = 0
    fraction: float | None = None
    """Of the steps that are running, 0..1; None = unknown."""
    message: Message = NOTHING
    """What it is doing, or what went wrong."""
    hint: Message = NOTHING
    """The way out of what went wrong."""
    seconds: float | None = None
    """Time that its steps took in the run that made it here; None = not made by this window."""
    is_draft: bool = True
    cost: Money | None = FREE

    @property
    def is_cached(self) -> bool:
        """Nothing had to be done in the last run."""
        return self.state == "done" and self.items_cached >= self.items > 0


@dataclass(frozen=True, slots=True)
class LaneLoad:
    """How busy a lane is with this run."""

    lane: Lane
    busy: int
    size: int
    what: tuple[str, ...]
    """Nodes that run there."""


@dataclass(frozen=True, slots=True)
class RunView:
    """A run at one moment."""

    run: str
    target: str | None
    started_at: float
    """Seconds since 1970."""
    elapsed_s: float
    steps: int
    done: int
    cached: int
    failed: int
    fraction: float
    left_s: float | None
    lanes: tuple[LaneLoad, ...]
    running: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RunEnd:
    """What came of a run that the window started."""

    run: str
    state: RunState
    target: str | None
    seconds: float
    ran: int = 0
    cached: int = 0
    failed: Mapping[str, Message] = field(default_factory=dict)
    """Node to its sentence."""


class RunWatch:
    """Takes a run's events on any thread; `view` and `statuses` answer any thread.

    `on_node` is called on the thread of the event with a node whose status has changed, `on_result` with what it made.
    """

    def __init__(
        self,
        node_types: Mapping[str, str],
        items: Mapping[str, int],
        lanes: Mapping[Lane, int],
        on_node: Callable[[str], None],
        on_result: Callable[[str, NodeResult], None],
        target: str | None = None,
    ) -> None:
        self._lock = threading.Lock()
        self._model = ProgressModel(node_types, items)
        self._statuses = {node: NodeStatus("waiting", items=items.get(node, 1)) for node in node_types}
        self._fractions: dict[tuple[str, int], float | None] = {}
        self._places: dict[tuple[str, int], Lane] = {}
        self._lanes = dict(lanes)
        self._on_node = on_node
        self._on_result = on_result
        self._target = target
        self._started_at = time.time()
        self._run = ""

    def post(self, event: Event) -> None:
        """Count an event in and tell whoever looks at the node."""
        if isinstance(event, NodeReady):
            self._on_result(event.node, event.result)
            if not event.result.outputs:
                self._settle_empty(event.node)
            return
        with self._lock:
            self._run = event.run
            self._model.take(event)
            self._statuses[event.node] = self._next(event)
        self._on_node(event.node)

    def status(self, node: str) -> NodeStatus | None:
        """The node's state in this run; None when it has no part in it."""
        with self._lock:
            return self._statuses.get(node)

    def view(self) -> RunView:
        """The run as it is now."""
        with self._lock:
            statuses = self._statuses.values()
            return RunView(
                run=self._run,
                target=self._target,
                started_at=self._started_at,
                elapsed_s=self._model.elapsed_s,
                steps=self._model.steps,
                done=sum(s.items_done for s in statuses),
                cached=sum(s.items_cached for s in statuses),
                failed=sum(s.state == "failed" for s in statuses),
                fraction=self._model.fraction(),
                left_s=self._model.seconds_left(),
                lanes=tuple(self._load(lane, size) for lane, size in self._lanes.items()),
                running=tuple(node for node, status in self._statuses.items() if status.state == "running"),
            )

    def _settle_empty(self, node: str) -> None:
        """A node that got an empty list has nothing to do: no step will ever tell of it."""
        with self._lock:
            self._model.settle_empty(node)
            self._statuses[node] = NodeStatus("done", items=0)
        self._on_node(node)

    def _load(self, lane: Lane, size: int) -> LaneLoad:
        here = [node for (node, _), place in self._places.items() if place == lane]
        return LaneLoad(lane, len(here), size, tuple(dict.fromkeys(here)))

    def _next(self, event: StepStarted | StepProgress | StepFinished | StepCached | StepFailed) -> NodeStatus:
        before = self._statuses.get(event.node, NodeStatus("waiting"))
        place = (event.node, event.item)
        status = replace(before, items=event.items)
        if isinstance(event, StepStarted):
            self._places[place] = event.lane
            self._fractions[place] = None
            status = replace(status, state="running")
        elif isinstance(event, StepProgress):
            self._fractions[place] = event.fraction
            status = replace(status, message=event.message)
        else:
            self._places.pop(place, None)
            self._fractions.pop(place, None)
            status = self._settled(status, event)
        return replace(status, fraction=self._running_fraction(event.node, status))

    @staticmethod
    def _settled(status: NodeStatus, event: StepFinished | StepCached | StepFailed) -> NodeStatus:
        if isinstance(event, StepFailed):
            return replace(status, state="failed", message=event.message, hint=event.hint)
        done = status.items_done + 1
        is_cached = isinstance(event, StepCached)
        seconds = (status.seconds or 0.0) + (0.0 if isinstance(event, StepCached) else event.seconds)
        state: NodeState = status.state
        if state != "failed":
            state = "done" if done >= event.items else "running"
        return replace(
            status,
            state=state,
            items_done=done,
            items_cached=status.items_cached + is_cached,
            seconds=None if is_cached and status.seconds is None else seconds,
            message=NOTHING if state == "done" else status.message,
        )

    def _running_fraction(self, node: str, status: NodeStatus) -> float | None:
        if status.state != "running":
            return None
        parts = [part for (name, _), part in self._fractions.items() if name == node]
        if status.items == 1:
            return parts[0] if parts else None
        return (status.items_done + sum(part or 0.0 for part in parts)) / status.items
