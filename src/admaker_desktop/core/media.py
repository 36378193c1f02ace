"""Values that stand for media: the SHA-256 of their bytes and the facts that readers need first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import BaseModel, ConfigDict, Field


class MediaRef(BaseModel):
    """A file in the content store, named by the SHA-256 of its bytes (64 lower-case hex digits)."""

    model_config = ConfigDict(frozen=True)

    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    ext: str = Field(pattern=r"^[a-z0-9]{1,5}$")
    size_bytes: int = Field(ge=0)

    @property
    def file_name(self) -> str:
        return f"{self.sha256}.{self.ext}"


class ImageRef(MediaRef):
    """A still picture. Files hold straight (not premultiplied) alpha."""

    width_px: int
    height_px: int
    has_alpha: bool = False


class AudioRef(MediaRef):
    """A sound: 48 kHz WAV of 32-bit integer samples, `frames` samples per channel."""

    frames: int
    sample_rate_hz: int = 48_000
    channels: int = 1

    @property
    def seconds(self) -> float:
        return self.frames / self.sample_rate_hz


class VideoRef(MediaRef):
    """A film: frame count and exact size; the rate is in the file."""

    width_px: int
    height_px: int
    frames: int
    seconds: float


def media_refs(value: object) -> Iterator[MediaRef]:
    """Every media reference inside a value: models, tuples, lists and mappings are looked through."""
    if isinstance(value, MediaRef):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from media_refs(getattr(value, name))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from media_refs(item)
    elif isinstance(value, Mapping):
        yield from media_refs(tuple(value.values()))
