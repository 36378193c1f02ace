"""What every service has in common: who it is, whether it can work now, where its work runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from admaker_desktop.capabilities.image import ImageProvider
from admaker_desktop.capabilities.motion import MotionProvider
from admaker_desktop.capabilities.music import MusicProvider
from admaker_desktop.capabilities.text import TextProvider
from admaker_desktop.capabilities.voice import VoiceProvider

LaneName = Literal["cpu", "network", "gpu", "export"]
Capability = Literal["text", "image", "motion", "voice", "music"]


@dataclass(frozen=True, slots=True)
class VendorInfo:
    """Who a service is."""

    id: str
    title: str
    is_draft: bool
    """Its output is a draft and is labelled so."""
    lanes: dict[Capability, LaneName]
    """Where each kind of its work runs."""


class Vendor(Protocol):
    """A service. A capability that is None is one that it does not have; the UI hides it."""

    @property
    def info(self) -> VendorInfo: ...
    @property
    def text(self) -> TextProvider | None: ...
    @property
    def image(self) -> ImageProvider | None: ...
    @property
    def motion(self) -> MotionProvider | None: ...
    @property
    def voice(self) -> VoiceProvider | None: ...
    @property
    def music(self) -> MusicProvider | None: ...

    def close(self) -> None:
        """End child processes and give back drivers; any thread; may be called twice."""
        ...
