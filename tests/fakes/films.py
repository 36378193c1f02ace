"""Makes small real films with PyAV, right in everything unless told otherwise: food for probes and preflight."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

Luma = Callable[[int, int, int], NDArray[np.uint8]]
"""(frame number, width, height) -> (height, width) luma, 16 to 235."""


def drifting(frame: int, width: int, height: int) -> NDArray[np.uint8]:
    """A soft pattern that moves a pixel a frame: nothing black, frozen or flashing."""
    rows = np.arange(height)[:, None] + frame
    columns = np.arange(width)[None, :]
    return np.asarray(120 + 40 * np.sin(rows / 3.0) + 30 * np.sin(columns / 5.0), np.uint8)


def flat(level: int) -> Luma:
    """One grey for ever."""
    return lambda _, width, height: np.full((height, width), level, np.uint8)


def blinking(hz: float, fps: int, high: int = 200, low: int = 30, share: float = 1.0) -> Luma:
    """A share of the picture (from the top) that is bright and dark `hz` times a second."""

    def luma(frame: int, width: int, height: int) -> NDArray[np.uint8]:
        picture = np.full((height, width), 110, np.uint8)
        is_high = (frame * hz / fps) % 1 < 0.5
        picture[: round(height * share)] = high if is_high else low
        return picture

    return luma


def tone(level_lufs: float, seconds: float, rate: int = 48_000, channels: int = 2) -> NDArray[np.float32]:
    """A faded 997 Hz sine; in stereo its loudness is its peak in dB (BS.1770)."""
    count = round(seconds * rate)
    wave = 10 ** (level_lufs / 20) * np.sin(2 * np.pi * 997 * np.arange(count) / rate)
    fade = min(count // 4, rate // 50)
    wave[:fade] *= np.linspace(0, 1, fade)
    wave[count - fade :] *= np.linspace(1, 0, fade)
    return np.tile(wave.astype(np.float32), (channels, 1))


@dataclass(frozen=True)
class Film:
    """What to make; the defaults are a clean little 9:16 ad."""

    width: int = 90
    height: int = 160
    seconds: float = 1.0
    fps: Fraction = Fraction(30)
    luma: Luma = drifting
    codec: str = "libx264"
    pix_fmt: str = "yuv420p"
    codec_options: dict[str, str] = field(default_factory=lambda: {"preset": "veryfast", "profile": "high"})
    is_tagged: bool = True
    is_interlaced: bool = False
    sar: Fraction | None = None
    pts: Callable[[int], int] = lambda frame: frame
    sound: NDArray[np.float32] | None = None
    """(channels, samples); a tone of -14 LUFS when None and `has_sound`."""
    has_sound: bool = True
    sound_codec: str = "aac"
    rate: int = 48_000
    movflags: str = "+faststart+negative_cts_offsets"
    has_edit_lists: bool = False
    drops_priming: bool = True

    def but(self, **changes: Any) -> Film:
        """The same with some faults."""
        return replace(self, **changes)


def write_film(path: Path, film: Film = Film()) -> Path:
    """Encode and mux; the container follows the name."""
    options = {"use_editlist": str(int(film.has_edit_lists))}
    if film.movflags:
        options["movflags"] = film.movflags
    with av.open(str(path), "w", options=options if path.suffix in {".mp4", ".mov"} else {}) as out:
        _write_picture(out, film)
    return path


def _write_picture(out: Any, film: Film) -> None:
    video = out.add_stream(film.codec, rate=film.fps, options=film.codec_options)
    video.width, video.height, video.pix_fmt = film.width, film.height, film.pix_fmt
    context = video.codec_context
    context.thread_count = 1
    if film.sar:
        context.sample_aspect_ratio = film.sar
    if film.is_tagged:
        context.colorspace = context.color_primaries = context.color_trc = context.color_range = 1
    audio = out.add_stream(film.sound_codec, rate=film.rate, layout=_layout(film)) if film.has_sound else None
    if audio is not None and film.sound_codec == "aac":
        audio.bit_rate = 192_000
    chroma = np.full((film.height // 2, film.width), 128, np.uint8)
    for number in range(round(film.seconds * film.fps)):
        planes = np.concatenate([film.luma(number, film.width, film.height), chroma])
        frame = av.VideoFrame.from_ndarray(planes, format="yuv420p")
        if film.pix_fmt != "yuv420p":
            frame = frame.reformat(format=film.pix_fmt)
        frame.pts, frame.time_base = film.pts(number), 1 / film.fps
        out.mux(video.encode(frame))
    out.mux(video.encode())
    if audio is not None:
        _write_sound(out, audio, film)


def _layout(film: Film) -> str:
    return "mono" if film.sound is not None and film.sound.shape[0] == 1 else "stereo"


def _write_sound(out: Any, audio: Any, film: Film) -> None:
    sound = tone(-14.0, film.seconds, film.rate) if film.sound is None else film.sound
    for start in range(0, sound.shape[1], 1024):
        part = np.ascontiguousarray(sound[:, start : start + 1024])
        frame = av.AudioFrame.from_ndarray(part, format="fltp", layout=_layout(film))
        frame.sample_rate, frame.pts, frame.time_base = film.rate, start, Fraction(1, film.rate)
        _mux_sound(out, audio.encode(frame), film)
    _mux_sound(out, audio.encode(), film)


def _mux_sound(out: Any, packets: list[Any], film: Film) -> None:
    for packet in packets:
        if not film.drops_priming or packet.pts is None or packet.pts >= 0:
            out.mux(packet)


def write_wav(path: Path, sound: NDArray[np.float32], rate: int = 48_000) -> Path:
    """A 16-bit PCM file."""
    import wave

    with wave.open(str(path), "wb") as out:
        out.setnchannels(sound.shape[0])
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes((np.clip(sound, -1, 1) * 32767).astype("<i2").T.tobytes())
    return path


def write_png(path: Path, width: int = 64, height: int = 36) -> Path:
    """A grey picture."""
    import cv2

    cv2.imwrite(str(path), np.full((height, width, 3), 90, np.uint8))
    return path
