"""Music: a service that composes for a plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from admaker_desktop.ad.deliverable import MusicTake
from admaker_desktop.ad.script import MusicPlan
from admaker_desktop.core.store import MediaStore
from admaker_desktop.core.task import Task


@dataclass(frozen=True, slots=True)
class MusicRequest:
    """Music of an exact length with a hit at an exact place."""

    plan: MusicPlan
    take: int = 0


class MusicProvider(Protocol):
    """Composes."""

    def fingerprint(self) -> str:
        """Composer and version: part of the cache key."""
        ...

    def compose(self, request: MusicRequest, store: MediaStore, task: Task) -> MusicTake:
        """The stems; raises ProviderError."""
        ...
