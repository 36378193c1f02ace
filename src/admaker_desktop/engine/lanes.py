"""The lanes: thread pools in which steps wait their turn and run."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor

from admaker_desktop.engine.lane import Lane


def default_workers() -> dict[Lane, int]:
    """Workers a lane on this machine: services wait in parallel, one picture at a time.

    One export more than cores: three formats on two cores end together instead of leaving a core idle (1.28 : 1.56).
    """
    cores = os.cpu_count() or 2
    return {Lane.CPU: max(2, cores), Lane.NETWORK: 50, Lane.GPU: 1, Lane.EXPORT: min(cores + 1, 4)}


class ThreadLanes:
    """Lanes of this machine. Threads start with the first step that needs them; `close` ends them."""

    def __init__(self, workers: Mapping[Lane, int] | None = None) -> None:
        self._workers = dict(workers or default_workers())
        self._pools: dict[Lane, ThreadPoolExecutor] = {}

    @property
    def sizes(self) -> dict[Lane, int]:
        """How many steps each lane runs at once."""
        return dict(self._workers)

    def submit(self, lane: Lane, work: Callable[[], None]) -> None:
        """Run the work on a worker of the lane, after what waits there already."""
        pool = self._pools.get(lane)
        if pool is None:
            pool = ThreadPoolExecutor(self._workers[lane], thread_name_prefix=f"lane-{lane}")
            self._pools[lane] = pool
        pool.submit(work)

    def close(self) -> None:
        """Wait for what runs, drop what waits, end the threads."""
        for pool in self._pools.values():
            pool.shutdown(wait=True, cancel_futures=True)
        self._pools.clear()
