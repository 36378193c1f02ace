"""The lanes' names: where a step waits its turn."""

from __future__ import annotations

from enum import StrEnum


class Lane(StrEnum):
    """Where a step waits its turn: each lane has its own number of workers."""

    CPU = "cpu"
    NETWORK = "network"
    GPU = "gpu"
    EXPORT = "export"
