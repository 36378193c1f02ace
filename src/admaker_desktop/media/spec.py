"""How a file is to be encoded: the part of a placement's rules that the renderer needs."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class LoudnessTarget:
    """Integrated loudness (LUFS) and the highest true peak (dBTP) allowed on the encoded file."""

    lufs: float = -14.0
    tolerance_lu: float = 0.5
    max_true_peak_dbtp: float = -1.0


@dataclass(frozen=True, slots=True)
class EncodeSpec:
    """An MP4 of H.264 High yuv420p bt709 and AAC-LC stereo 48 kHz: constant rate, faststart, no edit list."""

    video_kbps: int
    """Average bit rate aimed at; capped VBR: peaks up to 1.5 times of it within one second."""
    min_video_kbps: int | None
    """Floor of the placement; a file below it has to be filled up (CBR with filler)."""
    audio_kbps: int
    level_max: str = "4.2"
    x264_preset: str = "superfast"
    allow_edit_list: bool = False
    has_audio: bool = True
    loudness: LoudnessTarget = LoudnessTarget()
    metadata: dict[str, str] = field(default_factory=dict)
    """Container tags: `title`, `comment`, `description`."""
