"""What the engine needs of its memory on disk, as a Protocol: the journal of runs and the index of the cache."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from admaker_desktop.core.messages import NOTHING, Message
from admaker_desktop.engine.lane import Lane

RunState = Literal["running", "done", "failed", "cancelled"]
NoteLevel = Literal["info", "warning"]


@dataclass(frozen=True, slots=True)
class StepNote:
    """Which step of which run a line of the journal is about."""

    run: str
    step: str
    """The step's id within its run: the node's, with `[item]` behind it in a fan-out."""
    node: str
    type: str
    lane: Lane
    key: str = ""
    """The cache key; empty when the node was refused before it had one."""
    item: int = 0
    items: int = 1


class Journal(Protocol):
    """Durable memory of runs and results; any thread. Raises StorageError when the disk refuses."""

    def start_run(self, run_id: str, project: str, target: str | None = None) -> None:
        """A run begins: of everything, or of what one node needs."""
        ...

    def end_run(self, run_id: str, state: RunState) -> None:
        """A run is over."""
        ...

    def start_step(self, note: StepNote) -> None:
        """A step begins; not waited for."""
        ...

    def finish_step(self, note: StepNote, outputs: str) -> None:
        """A step's outputs (JSON) are kept under its key. Returns when that is on disk."""
        ...

    def fail_step(
        self, note: StepNote, state: Literal["failed", "cancelled"], message: Message = NOTHING, hint: Message = NOTHING
    ) -> None:
        """A step has no result; not waited for."""
        ...

    def note_cached(self, notes: Sequence[StepNote]) -> None:
        """These steps' results were there already; not waited for."""
        ...

    def log(self, run_id: str, level: NoteLevel, node: str, message: Message) -> None:
        """A line about a run that no step tells; `node` may be empty. Not waited for."""
        ...

    def find_outputs(self, keys: list[str]) -> dict[str, str]:
        """The kept outputs (JSON) for those of the keys that have some."""
        ...
