"""What was measured on a media file: frozen values that travel as JSON from the worker process.

None means that the fact does not apply to this kind of file or could not be measured. Times are seconds from the
file's own zero.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from admaker_desktop.ad.base import Sentence

Kind = Literal["video", "image", "audio"]


class FactModel(BaseModel):
    """A frozen group of facts."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Stretch(FactModel):
    """A piece of time in which something holds: black, frozen, silent."""

    start_s: float
    end_s: float

    @property
    def length_s(self) -> float:
        return self.end_s - self.start_s


class BoxFacts(FactModel):
    """The layout of an MP4 or MOV, read from its boxes and not from a demuxer."""

    major_brand: str | None = None
    compatible_brands: tuple[str, ...] = ()
    top_level: tuple[str, ...] = ()
    """The first 32 box types in file order."""
    is_moov_first: bool | None = None
    """`moov` lies before the first `mdat`: the file plays while it loads."""
    edit_lists: int = 0
    """How many tracks have an `elst` box with entries."""
    has_shifting_edit: bool = False
    """An edit list that moves, cuts or pauses its track (an entry other than one at media time 0)."""
    colr: str | None = None
    """`nclx 1/1/1 limited`: primaries, transfer, matrix, range of the first video track."""
    pasp: str | None = None
    """Pixel aspect of the first video track, as `1:1`."""
    rotation_deg: int | None = None
    """Turn asked for by the track header's matrix, 0 to 359; None without a video track."""
    movie_s: float | None = None
    """Length that the movie header claims."""
    track_s: tuple[float, ...] = ()
    """Lengths that the media headers claim, in track order."""
    problems: tuple[Sentence, ...] = ()


class VideoFacts(FactModel):
    """The first film or still picture in the file."""

    codec: str
    profile: str | None = None
    level: str | None = None
    """As `4.2`; H.264 and HEVC only."""
    pix_fmt: str | None = None
    width_px: int
    height_px: int
    sar: str = "1:1"
    dar: str = ""
    rotation_deg: int = 0
    is_interlaced: bool = False
    color_range: str | None = None
    color_space: str | None = None
    color_primaries: str | None = None
    color_transfer: str | None = None
    fps: float | None = None
    """Frames by the clock of the packets, not what the header claims."""
    header_fps: float | None = None
    is_constant_rate: bool | None = None
    time_base: str = ""
    start_s: float = 0.0
    end_s: float = 0.0
    packets: int = 0
    frames: int = 0
    """Frames that really decoded."""
    corrupt_frames: int = 0
    mean_kbps: float | None = None
    peak_kbps: float | None = None
    """The busiest second."""
    longest_gop: int | None = None
    """Most frames from a keyframe up to the next one."""
    is_closed_gop: bool | None = None
    """No frame shown before a keyframe is coded after it."""
    has_b_frames: bool = False


class AudioFacts(FactModel):
    """The first sound in the file."""

    codec: str
    profile: str | None = None
    sample_rate_hz: int
    channels: int
    layout: str = ""
    mean_kbps: float | None = None
    start_s: float = 0.0
    end_s: float = 0.0
    samples: int = 0
    """Samples per channel that really decoded."""
    lufs: float | None = None
    """Integrated loudness; None when nothing passes the gate."""
    max_short_term_lufs: float | None = None
    max_momentary_lufs: float | None = None
    true_peak_dbtp: float | None = None
    """None for digital silence."""
    clipped_samples: int = 0
    """Samples at full scale, all channels."""
    silent: tuple[Stretch, ...] = ()
    """Below -60 dBFS for half a second or more."""


class FlashFacts(FactModel):
    """The worst second of flashing."""

    most_in_a_second: float
    """Pairs of opposite luminance swings over a quarter of the picture."""
    at_s: float | None


class FileFacts(FactModel):
    """Everything that was measured on one file."""

    name: str
    size_bytes: int
    container: str
    """Kind by content: mp4 mov m4v 3gp webm mkv avi mpegts mxf, mp3 wav flac ogg aac aiff, gif png jpg webp."""
    kind: Kind | None
    """None when nothing in it could be opened."""
    seconds: float | None = None
    """From the file's zero to the end of the longest track, as decoded; None for stills."""
    boxes: BoxFacts | None = None
    video: VideoFacts | None = None
    audio: AudioFacts | None = None
    video_streams: int = 0
    audio_streams: int = 0
    other_streams: int = 0
    black: tuple[Stretch, ...] = ()
    """Black for 0.1 s or more."""
    frozen: tuple[Stretch, ...] = ()
    """Without visible change for a second or more."""
    flashes: FlashFacts | None = None
    decoder_errors: int = 0
    """Lines that the decoders and the demuxer logged as errors."""
    errors: tuple[Sentence, ...] = ()
    """What could not be read, in words; empty for a sound file."""
