"""The values that pass between the pronouncer, the engines and the marks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """One word as it is spoken."""

    text: str
    """Letters, apostrophes and inner hyphens or points only; no space."""
    owner: int
    """Index of the written word (`line.split()`) that it belongs to."""
    pause: str = ""
    """The punctuation that follows: "" or one of , ; : . ! ? … —"""


@dataclass(frozen=True, slots=True)
class Mark:
    """When a spoken word sounds, in seconds of its sound."""

    owner: int
    start_s: float
    end_s: float
