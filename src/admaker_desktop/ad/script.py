"""The script: what is said and written, timed on the beats of the music."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from admaker_desktop.ad.base import AdModel, Language
from admaker_desktop.ad.brand import Mood
from admaker_desktop.core.ticks import TICKS_PER_SECOND

LineRole = Literal["hook", "benefit", "proof", "use", "offer", "cta"]
CopyRole = Literal["headline", "offer", "cta", "legal"]


class ScriptLine(AdModel):
    """One spoken line and the slot that it has to fit into. Empty text: nothing is said."""

    id: str
    role: LineRole
    text: str
    """As it is written (captions); the voice provider turns figures and abbreviations into words."""
    start_ticks: int = Field(ge=0)
    end_ticks: int = Field(ge=0)
    language: Language
    lexicon: tuple[tuple[str, str], ...] = ()
    """How the brand's own words are said: (written, respelled)."""


class MusicPlan(AdModel):
    """What the music has to do: a hit exactly on the end card, then ring out."""

    total_ticks: int
    end_card_ticks: int
    bpm: float
    mood: Mood
    seed: int

    @property
    def beat_ticks(self) -> int:
        return round(TICKS_PER_SECOND * 60 / self.bpm)


class Script(AdModel):
    """Everything that the ad says and writes."""

    language: Language
    total_ticks: int
    headline: str
    offer: str
    cta: str
    legal: str
    """The client's mandatory lines joined by a space; empty when there are none."""
    lines: tuple[ScriptLine, ...]
    """All spoken lines in order, those of roles `offer` and `cta` included."""
    supers: tuple[str, ...] = ()
    """Short on-screen texts for detail, use and proof shots, in order."""
    music: MusicPlan
    writer: str = ""
    """Who wrote it: service and version, as the file's metadata says."""

    def copy_text(self, role: CopyRole) -> str:
        """The written text of a role."""
        return {"headline": self.headline, "offer": self.offer, "cta": self.cta, "legal": self.legal}[role]

    def narration(self) -> tuple[ScriptLine, ...]:
        """The spoken lines that no text node owns."""
        return tuple(line for line in self.lines if line.role not in ("offer", "cta"))

    def line_for(self, role: CopyRole) -> ScriptLine | None:
        """The spoken line of a text node; None when that text is not spoken."""
        return next((line for line in self.lines if line.role == role), None)
