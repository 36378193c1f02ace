"""Voice: a service that speaks a line and says when each word is spoken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from admaker_desktop.ad.deliverable import VoiceTake
from admaker_desktop.ad.script import ScriptLine
from admaker_desktop.core.store import MediaStore
from admaker_desktop.core.task import Task


@dataclass(frozen=True, slots=True)
class VoiceRequest:
    """A line to be spoken, if possible within its slot."""

    line: ScriptLine
    voice: str = ""
    """Empty = the provider's own choice for the language."""


class VoiceProvider(Protocol):
    """Speaks lines."""

    def fingerprint(self) -> str:
        """Voice engine and model that would speak now, with version: part of the cache key."""
        ...

    def speak(self, request: VoiceRequest, store: MediaStore, task: Task) -> VoiceTake:
        """The spoken line with word times; raises NotConfigured when no voice of this language works."""
        ...
