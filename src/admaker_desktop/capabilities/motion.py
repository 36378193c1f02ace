"""Motion: a service that sets a drawn shot in motion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from admaker_desktop.ad.scene import Scene
from admaker_desktop.ad.storyboard import Shot
from admaker_desktop.core.store import MediaStore
from admaker_desktop.core.task import Task


@dataclass(frozen=True, slots=True)
class MotionRequest:
    """A drawn shot to be moved."""

    shot: Shot
    scene: Scene


class MotionProvider(Protocol):
    """Moves shots."""

    def fingerprint(self) -> str:
        """Model or method, with version: part of the cache key."""
        ...

    def animate(self, request: MotionRequest, store: MediaStore, task: Task) -> Scene:
        """The same scene with keyframes (draft) or with its picture replaced by a film (video models, later)."""
        ...
