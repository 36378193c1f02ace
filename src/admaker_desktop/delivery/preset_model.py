"""The fields of a placement preset, as `resources/presets/presets.json` holds them."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

AssetType = Literal["video", "image", "audio", "html5"]
Confidence = Literal["high", "medium", "low"]


class PresetModel(BaseModel):
    """A frozen part of a preset; fields that this version does not know are refused, so that none gets lost."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Fps(PresetModel):
    """Frame rates that the placement accepts and the one that we export."""

    allowed: tuple[float, ...]
    export: float
    mode: Literal["cfr"]


class Duration(PresetModel):
    """Allowed lengths in seconds; `exact_s` lists the only lengths that a slot takes."""

    min_s: float | None
    max_s: float | None
    recommended_s: tuple[float, ...] | None
    exact_s: tuple[float, ...] | None
    tolerance_s: float


class Container(PresetModel):
    """File kinds by extension, and the layout of an MP4."""

    accepted: tuple[str, ...]
    export: str
    faststart: bool | None = None
    edit_lists: Literal["forbid", "allow"] | None = None


class VideoBitrate(PresetModel):
    """Mean bit rates of the picture in kilobits a second."""

    min: float | None
    max: float | None
    export: float
    mode: Literal["capped-vbr", "cbr-filler", "cbr"]


class Video(PresetModel):
    """The picture's coding."""

    codec: str
    profile: str
    level_max: str | None
    pix_fmt: str
    scan: str
    sar: str
    rotation_matrix: str
    color: str
    closed_gop: bool
    bitrate_kbps: VideoBitrate


class AudioBitrate(PresetModel):
    """Mean bit rates of the sound in kilobits a second."""

    min: float | None
    export: float


class Audio(PresetModel):
    """The sound's coding; all but `presence` are None where sound is forbidden."""

    presence: str
    codec: str | None = None
    sample_rate: int | None = None
    channels: int | None = None
    bitrate_kbps: AudioBitrate | None = None

    @property
    def is_required(self) -> bool:
        return self.presence == "required"

    @property
    def is_forbidden(self) -> bool:
        return self.presence == "forbidden"


class Loudness(PresetModel):
    """Loudness target in LUFS with the highest peaks, and who asks for it."""

    integrated_lufs: float
    tolerance_lu: float
    max_true_peak_dbtp: float
    max_short_term_lufs: float | None
    max_momentary_lufs: float | None
    basis: str


class PresetSafeZone(PresetModel):
    """Margins that the platform's interface covers, in pixels of the preset's own frame; 0 where none is published."""

    top: int
    bottom: int
    left: int
    right: int
    basis: str

    @property
    def is_published(self) -> bool:
        return bool(self.top or self.bottom or self.left or self.right)


class Animation(PresetModel):
    """Limits of an animated banner."""

    max_s: float
    max_fps_gif: float | None = None
    loop: str | None = None
    strobe: str | None = None


class Html5(PresetModel):
    """Limits of an HTML5 banner's zip."""

    max_files_google_ads: int
    max_files_cm360: int
    max_bytes_google_ads_safe: int
    max_bytes_google_ads_claimed: int
    max_bytes_cm360: int
    total_load_max_bytes_dv360: int
    max_http_calls: int
    meta: str
    clicktag: str
    local_assets_only: bool
    no_local_storage: bool
    fonts: str
    autoplay_audio: str


class Source(PresetModel):
    """Where a figure was read, and the date of that page."""

    url: str
    date: str


TextLimit = int | str | tuple[int | str, ...]


class Preset(PresetModel):
    """A placement with its rules; sizes in pixels, bytes decimal. Any thread."""

    id: str
    platform: str
    placement: str
    asset_type: AssetType
    width: int | None
    height: int | None
    aspect: str | None
    alt_sizes: tuple[str, ...]
    """As `1440x1800`."""
    min_size: str | None
    max_file_bytes: int | None
    min_file_bytes: int | None = None
    fps: Fps | None = None
    duration: Duration | None = None
    container: Container
    video: Video | None = None
    audio: Audio | None = None
    loudness: Loudness | None
    safe_zone_px: PresetSafeZone
    color: str | None = None
    animation: Animation | None = None
    html5: Html5 | None = None
    captions: str
    text_limits: dict[str, TextLimit]
    notes: tuple[str, ...]
    house_defaults: tuple[str, ...]
    field_confidence: dict[str, str]
    sources: tuple[Source, ...]
    confidence: Confidence
