"""Limits that a worker process puts on itself before it opens a stranger's file: the one place that knows `resource`.

Linux keeps all three; macOS keeps processor time and open files but ignores the address space; Windows has none of
them: there only the parent's clock stops a runaway worker.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WorkerLimits:
    """What one measuring job may use."""

    memory_bytes: int = 2_500_000_000
    """Address space, threads' stacks and libraries included."""
    cpu_s: int = 1800
    open_files: int = 64
    wall_s: float = 1800.0
    """Kept by the parent on every system."""


def limit_this_process(limits: WorkerLimits) -> None:
    """Lower the limits of the calling process; does nothing where the system has no such limits."""
    if sys.platform == "win32":
        return
    import resource  # absent on Windows

    for kind, most in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CPU, limits.cpu_s),
        (resource.RLIMIT_NOFILE, limits.open_files),
        (resource.RLIMIT_CORE, 0),
    ):
        _, ceiling = resource.getrlimit(kind)
        allowed = most if ceiling == resource.RLIM_INFINITY else min(most, ceiling)
        try:
            resource.setrlimit(kind, (allowed, allowed))
        except (ValueError, OSError):  # macOS refuses some values of RLIMIT_AS
            continue
