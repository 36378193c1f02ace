"""What the engine needs of its memory on disk, as a Protocol: the journal of runs and the index of the cache."""

from __future__ import annotations

from typing import Literal, Protocol

RunState = Literal["running", "done", "failed", "cancelled"]


class Journal(Protocol):
    """Durable memory of runs and results; any thread. Raises StorageError when the disk refuses."""

    def start_run(self, run_id: str, project: str) -> None:
        """A run begins."""
        ...

    def end_run(self, run_id: str, state: RunState) -> None:
        """A run is over."""
        ...

    def start_step(self, run_id: str, step: str, node_type: str, key: str) -> None:
        """A step begins; not waited for."""
        ...

    def finish_step(self, run_id: str, step: str, key: str, outputs: str) -> None:
        """A step's outputs (JSON) are kept under its key. Returns when that is on disk."""
        ...

    def fail_step(self, run_id: str, step: str, state: Literal["failed", "cancelled"], message: str) -> None:
        """A step has no result."""
        ...

    def find_outputs(self, keys: list[str]) -> dict[str, str]:
        """The kept outputs (JSON) for those of the keys that have some."""
        ...
