"""AAC-LC in memory: the packets that go into a file, and how exactly those packets sound."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import av
import numpy as np
from av.audio.codeccontext import AudioCodecContext
from av.audio.format import AudioFormat
from av.audio.layout import AudioLayout
from av.audio.stream import AudioStream

from admaker_desktop.core.errors import ExportError
from admaker_desktop.media.loudness import as_samples, audio_frame
from admaker_desktop.media.waves import SAMPLE_RATE_HZ, Samples

AAC_FRAME = 1024
AAC_TIME_BASE = Fraction(1, SAMPLE_RATE_HZ)


@dataclass(frozen=True, slots=True)
class AacPacket:
    """One coded block and its time in samples; the first is the encoder's priming, before 0."""

    data: bytes
    pts: int
    duration: int


@dataclass(frozen=True, slots=True, eq=False)
class AacSound:
    """A coded stereo sound."""

    kbps: int
    frames: int
    """Samples per channel that went in."""
    header: bytes
    """AudioSpecificConfig."""
    packets: tuple[AacPacket, ...]


def configure(context: AudioCodecContext, kbps: int) -> None:
    """The one set of encoder settings: FFmpeg's native LC encoder, so that files are the same on every system."""
    context.sample_rate = SAMPLE_RATE_HZ
    context.format = AudioFormat("fltp")
    context.layout = AudioLayout("stereo")
    context.bit_rate = kbps * 1000
    context.time_base = AAC_TIME_BASE
    context.thread_count = 1


def encode_aac(samples: Samples, kbps: int) -> AacSound:
    """Code (2, n) float32 at 48 kHz; the same samples give the same bytes. Raises ExportError."""
    encoder = AudioCodecContext.create("aac", "w")
    configure(encoder, kbps)
    frames = samples.shape[1]
    try:
        encoder.open()
        coded = [
            packet
            for start in range(0, frames, AAC_FRAME)
            for packet in encoder.encode(audio_frame(samples[:, start : start + AAC_FRAME], start))
        ]
        coded += encoder.encode(None)
    except av.FFmpegError as error:
        raise ExportError(
            "The sound cannot be coded as AAC at {kbps} kbit/s: {reason}.", kbps=kbps, reason=str(error)
        ) from error
    packets = tuple(_packet(packet, frames) for packet in coded)
    return AacSound(kbps, frames, encoder.extradata or b"", tuple(p for p in packets if p.duration > 0))


def decode_aac(sound: AacSound, *, from_priming: bool = False) -> Samples:
    """What a player makes of the packets: (2, frames) float32.

    A file without an edit list cannot hold the priming packet, so the first 1,024 samples have lost their overlap.
    """
    decoder = AudioCodecContext.create("aac", "r")
    decoder.extradata = sound.header
    blocks: list[Samples] = []
    for part in sound.packets:
        if from_priming or part.pts >= 0:
            packet = av.Packet(part.data)
            packet.pts, packet.time_base = part.pts, AAC_TIME_BASE
            blocks += [as_samples(frame) for frame in decoder.decode(packet)]
    blocks += [as_samples(frame) for frame in decoder.decode(None)]
    heard = np.concatenate(blocks, axis=1)[:, AAC_FRAME if from_priming else 0 :][:, : sound.frames]
    return np.pad(heard, ((0, 0), (0, sound.frames - heard.shape[1])))


def _packet(packet: av.Packet[AudioStream], frames: int) -> AacPacket:
    pts = packet.pts if packet.pts is not None else 0
    return AacPacket(bytes(packet), pts, min(AAC_FRAME, frames - pts))
