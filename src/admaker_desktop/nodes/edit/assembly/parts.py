"""What the Editor is given to cut: everything that has been written, drawn, spoken and composed."""

from __future__ import annotations

from dataclasses import dataclass

from admaker_desktop.ad.base import Language
from admaker_desktop.ad.brand import BrandKit
from admaker_desktop.ad.deliverable import Format, MusicTake, VoiceTake
from admaker_desktop.ad.scene import Scene
from admaker_desktop.ad.script import CopyRole, Script, ScriptLine
from admaker_desktop.ad.storyboard import Storyboard
from admaker_desktop.core.media import ImageRef
from admaker_desktop.core.ticks import FrameRate, ticks_from_s

DEFAULT_RATE = FrameRate(num=30)


@dataclass(frozen=True, slots=True)
class Texts:
    """The written texts as they stand now, the user's own included. Empty: not shown."""

    headline: str = ""
    offer: str = ""
    cta: str = ""
    legal: str = ""

    def of(self, role: CopyRole) -> str:
        """The text of a role."""
        return {"headline": self.headline, "offer": self.offer, "cta": self.cta, "legal": self.legal}[role]


@dataclass(frozen=True, slots=True)
class CutParts:
    """The parts of one ad."""

    language: Language
    brand: BrandKit
    script: Script
    storyboard: Storyboard
    texts: Texts
    scenes: tuple[Scene, ...]
    """Every shot in every frame size."""
    lines: tuple[ScriptLine, ...]
    """The spoken lines with their slots, in their present wording."""
    voices: tuple[VoiceTake, ...]
    """A take for each line, found by its `line_id`; none or a silent one: the line is not spoken."""
    music: MusicTake | None
    logo: ImageRef | None
    formats: tuple[Format, ...]
    rate: FrameRate = DEFAULT_RATE
    writer: str = ""
    """Who wrote the script, for the provenance."""

    @property
    def frames(self) -> int:
        """Length of the ad: the largest number of whole frames within the script's length."""
        return self.rate.frames_in(self.script.total_ticks)

    def frames_for(self, seconds: float) -> int:
        """The smallest number of whole frames that lasts at least this long."""
        return -(-ticks_from_s(seconds) * self.rate.num // (ticks_from_s(1) * self.rate.den))
