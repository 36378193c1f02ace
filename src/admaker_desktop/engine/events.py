"""What a run tells while it works: frozen facts, posted to a sink from any thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from admaker_desktop.core.messages import Message
from admaker_desktop.engine.lane import Lane

if TYPE_CHECKING:
    from admaker_desktop.engine.steps import NodeResult


@dataclass(frozen=True, slots=True)
class StepEvent:
    """A fact about one step of a run."""

    run: str
    node: str
    item: int
    """Index within a fan-out; 0 without one."""
    items: int
    """How many items the node has in this run."""
    type: str


@dataclass(frozen=True, slots=True)
class StepStarted(StepEvent):
    """The step's work has begun on a lane."""

    lane: Lane


@dataclass(frozen=True, slots=True)
class StepProgress(StepEvent):
    """How far the step is."""

    fraction: float | None
    message: Message


@dataclass(frozen=True, slots=True)
class StepFinished(StepEvent):
    """The step's result is stored."""

    seconds: float


@dataclass(frozen=True, slots=True)
class StepCached(StepEvent):
    """The result was there already."""


@dataclass(frozen=True, slots=True)
class StepFailed(StepEvent):
    """The step failed for a known reason."""

    message: Message
    hint: Message


@dataclass(frozen=True, slots=True)
class NodeReady:
    """All steps of a node have their result."""

    run: str
    node: str
    result: NodeResult


Event = StepStarted | StepProgress | StepFinished | StepCached | StepFailed | NodeReady


class EventSink(Protocol):
    """Whoever watches a run."""

    def post(self, event: Event) -> None:
        """Take an event; any thread; must not block."""
        ...


class NullSink:
    """Nobody watches."""

    def post(self, event: Event) -> None:
        del event
