"""What has to be delivered: formats, and files with what was measured on them."""

from __future__ import annotations

from typing import Literal

from admaker_desktop.ad.base import AdModel, Sentence
from admaker_desktop.core.media import AudioRef, ImageRef, VideoRef


class SafeZone(AdModel):
    """Margins that a platform's own interface covers, in pixels of the frame."""

    top_px: int
    bottom_px: int
    left_px: int
    right_px: int


class Format(AdModel):
    """One frame size with its placement: what a view of the cut is made for."""

    id: str
    """The preset's id."""
    aspect: str
    """As `9:16`."""
    width_px: int
    height_px: int
    fps: float
    safe_zone: SafeZone
    """House margins already included: type stays inside."""


class FrameSize(AdModel):
    """A size that pictures are drawn at."""

    aspect: str
    width_px: int
    height_px: int


class Word(AdModel):
    """A spoken word and its marks, in samples-exact seconds from the start of its sound."""

    text: str
    """As captions write it."""
    start_s: float
    end_s: float


class VoiceTake(AdModel):
    """A spoken line."""

    line_id: str
    audio: AudioRef | None
    """Mono 48 kHz; None when nothing is said."""
    words: tuple[Word, ...] = ()
    voice: str = ""
    """Which voice spoke, model and version: `kokoro-82m int8 / af_heart`."""
    is_fallback: bool = False


class MusicTake(AdModel):
    """A piece of music: stems of the same length, 48 kHz stereo."""

    stems: tuple[tuple[str, AudioRef], ...]
    """(name, sound): `pad`, `bass`, `drums`, `lead`, `fx`."""
    bpm: float
    hit_s: float
    """Where the hit of the end card sounds."""
    composer: str


Severity = Literal["block", "warn", "info"]


class Finding(AdModel):
    """What preflight found about one rule of a placement."""

    rule: str
    severity: Severity
    basis: Literal["platform", "house"]
    measured: Sentence
    limit: Sentence
    source: Sentence
    fix: Sentence


class Measured(AdModel):
    """Facts measured on an encoded file by decoding it."""

    width_px: int
    height_px: int
    fps: float
    frames: int
    seconds: float
    lufs: float | None
    true_peak_dbtp: float | None
    size_bytes: int


class Cue(AdModel):
    """A caption as shown."""

    text: str
    start_s: float
    end_s: float


class AdFile(AdModel):
    """A finished ad file with everything that lies beside it."""

    format: Format
    video: VideoRef
    captions_srt: str
    thumbnail: ImageRef
    measured: Measured
    findings: tuple[Finding, ...]
    cues: tuple[Cue, ...]

    @property
    def verdict(self) -> Literal["pass", "warn", "fail"]:
        """The worst of the findings."""
        severities = {finding.severity for finding in self.findings}
        return "fail" if "block" in severities else "warn" if "warn" in severities else "pass"
