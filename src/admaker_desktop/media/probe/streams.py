"""Reads what a demuxed stream says of itself: codec, profile, level, sample aspect, colour tags."""

from __future__ import annotations

from fractions import Fraction

from av.audio.stream import AudioStream
from av.container import InputContainer
from av.stream import Disposition
from av.video.stream import VideoStream

from admaker_desktop.media.probe.facts import AudioFacts, VideoFacts

_CODECS = {"libdav1d": "av1", "libaom-av1": "av1", "libvpx": "vp8", "libvpx-vp9": "vp9", "mp3float": "mp3"}
_COLOURS = {1: "bt709", 4: "bt470m", 5: "bt470bg", 6: "smpte170m", 7: "smpte240m", 9: "bt2020"}
_MATRICES = _COLOURS | {0: "rgb", 9: "bt2020nc", 10: "bt2020c"}
_TRANSFERS = {1: "bt709", 4: "gamma22", 5: "gamma28", 6: "smpte170m", 7: "smpte240m", 8: "linear", 13: "srgb"}
_TRANSFERS |= {14: "bt2020-10", 15: "bt2020-12", 16: "smpte2084", 18: "arib-std-b67"}
_RANGES = {1: "limited", 2: "full"}


def first_video(container: InputContainer) -> VideoStream | None:
    """The first film or picture that a decoder exists for; covers of songs do not count."""
    for stream in container.streams.video:
        if stream.codec_context is not None and not stream.disposition & Disposition.attached_pic:
            return stream
    return None


def first_audio(container: InputContainer) -> AudioStream | None:
    """The first sound that a decoder exists for."""
    return next((stream for stream in container.streams.audio if stream.codec_context is not None), None)


def described_video(stream: VideoStream) -> VideoFacts:
    """The facts of a video stream that need no packets."""
    context = stream.codec_context
    sar = context.sample_aspect_ratio or stream.sample_aspect_ratio or Fraction(1)
    sar = sar if sar > 0 else Fraction(1)
    codec = _CODECS.get(context.name, context.name)
    rate = stream.average_rate
    shape = Fraction(context.width, context.height) * sar if context.height else Fraction(1)
    return VideoFacts(
        codec=codec,
        profile=_named(context.profile),
        level=_level(codec, context.level),
        pix_fmt=context.pix_fmt,
        width_px=context.width,
        height_px=context.height,
        sar=f"{sar.numerator}:{sar.denominator}",
        dar=f"{shape.numerator}:{shape.denominator}",
        color_range=_RANGES.get(int(context.color_range)),
        color_space=_MATRICES.get(int(context.colorspace)),
        color_primaries=_COLOURS.get(int(context.color_primaries)),
        color_transfer=_TRANSFERS.get(int(context.color_trc)),
        header_fps=round(float(rate), 4) if rate else None,
        time_base=str(stream.time_base or ""),
    )


def described_audio(stream: AudioStream) -> AudioFacts:
    """The facts of an audio stream that need no packets."""
    context = stream.codec_context
    return AudioFacts(
        codec=_CODECS.get(context.name, context.name),
        profile=_named(context.profile),
        sample_rate_hz=context.sample_rate or 0,
        channels=context.channels or 0,
        layout=context.layout.name,
    )


def _named(profile: str | None) -> str | None:
    return profile.strip() if profile and profile.strip() else None


def _level(codec: str, level: int | None) -> str | None:
    """H.264 writes 42 for 4.2, HEVC 123 for 4.1."""
    if level is None or level <= 0:
        return None
    if codec == "h264":
        return "1b" if level == 9 else f"{level // 10}.{level % 10}"
    return f"{level // 30}.{level % 30 // 3}" if codec == "hevc" else None
