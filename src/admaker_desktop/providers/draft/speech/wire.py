"""What the voice process and the app say to each other: one JSON object a line; sound follows its line as raw bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from admaker_desktop.providers.draft.speech.text import SpokenWord


@dataclass(frozen=True, slots=True)
class Order:
    """A line to be spoken."""

    words: tuple[SpokenWord, ...]
    written: int
    """How many written words the line has."""
    language: str
    voice: str
    slot_s: float
    """0 = as long as it takes."""

    def to_json(self) -> dict[str, object]:
        """As JSON values."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Order:
        """The order that `to_json` wrote."""
        return cls(**{**values, "words": tuple(SpokenWord(**word) for word in values["words"])})


@dataclass(frozen=True, slots=True)
class Reply:
    """A spoken line: its sound is 48 kHz mono float32, little-endian, of `sound_bytes` bytes."""

    voice: str
    is_fallback: bool
    intervals: Sequence[tuple[float, float]]
    """Seconds, one a written word."""
    sound_bytes: int
    is_last: bool = False
    """The process ends after this line, to begin the next one afresh."""
    error: str = ""
    """Why nothing was spoken; then all else is empty."""
