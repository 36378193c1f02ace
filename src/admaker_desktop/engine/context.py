"""What a node's author sees: progress and cancel, services, media, a log. Nothing else."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import NoReturn, Protocol

from admaker_desktop.capabilities.common import Capability, Vendor
from admaker_desktop.capabilities.image import ImageProvider
from admaker_desktop.capabilities.motion import MotionProvider
from admaker_desktop.capabilities.music import MusicProvider
from admaker_desktop.capabilities.text import TextProvider
from admaker_desktop.capabilities.voice import VoiceProvider
from admaker_desktop.core.errors import NotConfigured
from admaker_desktop.core.store import MediaStore
from admaker_desktop.core.task import Task
from admaker_desktop.engine.lane import Lane
from admaker_desktop.engine.values import digest


class VendorSource(Protocol):
    """Finds services by id."""

    def vendor(self, vendor_id: str) -> Vendor:
        """The service; raises NotConfigured when there is none of that id."""
        ...


class Providers:
    """The services, by capability; any thread."""

    def __init__(self, source: VendorSource) -> None:
        self._source = source

    def text(self, vendor_id: str) -> TextProvider:
        """Raises NotConfigured when the service does not write."""
        return self._source.vendor(vendor_id).text or _cannot(vendor_id, "text")

    def image(self, vendor_id: str) -> ImageProvider:
        """Raises NotConfigured when the service does not draw."""
        return self._source.vendor(vendor_id).image or _cannot(vendor_id, "image")

    def motion(self, vendor_id: str) -> MotionProvider:
        """Raises NotConfigured when the service does not move pictures."""
        return self._source.vendor(vendor_id).motion or _cannot(vendor_id, "motion")

    def voice(self, vendor_id: str) -> VoiceProvider:
        """Raises NotConfigured when the service does not speak."""
        return self._source.vendor(vendor_id).voice or _cannot(vendor_id, "voice")

    def music(self, vendor_id: str) -> MusicProvider:
        """Raises NotConfigured when the service does not compose."""
        return self._source.vendor(vendor_id).music or _cannot(vendor_id, "music")

    def fingerprint(self, vendor_id: str, capability: Capability) -> str:
        """Who would do the work now, with model and version; part of the cache key."""
        provider = getattr(self, capability)(vendor_id)
        return digest(vendor_id, capability, provider.fingerprint())

    def lane(self, vendor_id: str, capability: Capability) -> Lane | None:
        """Where this service's work runs; None = where the node says."""
        name = self._source.vendor(vendor_id).info.lanes.get(capability)
        return Lane(name) if name else None


def _cannot(vendor_id: str, capability: Capability) -> NoReturn:
    raise NotConfigured(
        "The service '{service}' has no {capability}.",
        service=vendor_id,
        capability=capability,
        hint="Choose another provider.",
    )


@dataclass(frozen=True, slots=True)
class RunContext:
    """One step's surroundings."""

    task: Task
    providers: Providers
    assets: MediaStore
    log: logging.Logger
    take: int = 0
    """The node's take: 0 first, more after "regenerate"."""
