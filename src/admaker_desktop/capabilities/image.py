"""Pictures: a service that draws a shot for one frame size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from admaker_desktop.ad.brand import BrandKit
from admaker_desktop.ad.deliverable import FrameSize
from admaker_desktop.ad.scene import Scene
from admaker_desktop.ad.storyboard import Shot
from admaker_desktop.core.media import ImageRef
from admaker_desktop.core.store import MediaStore
from admaker_desktop.core.task import Task


@dataclass(frozen=True, slots=True)
class ImageRequest:
    """A shot to be drawn."""

    shot: Shot
    size: FrameSize
    brand: BrandKit
    photos: tuple[ImageRef, ...] = ()
    """The client's product photos, cut out (RGBA); used as the subject where there are any."""
    take: int = 0


class ImageProvider(Protocol):
    """Draws shots."""

    def fingerprint(self) -> str:
        """Renderer or model, with version: part of the cache key."""
        ...

    def draw(self, request: ImageRequest, store: MediaStore, task: Task) -> Scene:
        """The shot at rest (one keyframe a layer), drawn for exactly this size; raises MediaError or ProviderError."""
        ...

    def cut_out(self, photo: ImageRef, store: MediaStore, task: Task) -> ImageRef:
        """The subject of a photo on transparent ground, trimmed to its box; raises MediaError."""
        ...
