"""What happens to a whole stem: equaliser and room in one pass of the Fourier transform, echoes, the pump."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.random import Generator
from numpy.typing import NDArray

from admaker_desktop.media.waves import SAMPLE_RATE_HZ, Samples
from admaker_desktop.providers.draft.composing.tones import Mono

_BLOCK = SAMPLE_RATE_HZ // 1000  # 1 ms
_REACH = 24  # blocks
_BELOW_NYQUIST = 0.4999  # of the sample rate: the tangent is infinite at a half


@dataclass(frozen=True, slots=True)
class Room:
    """A reverberation by its length (-60 dB) and how long its treble lasts compared with its bass (0..1)."""

    seconds: float
    brightness: float


@dataclass(frozen=True, slots=True)
class Tone:
    """What a stem lets through, and how much of the room is added to it (0..1)."""

    low_cut_hz: float = 28.0
    high_cut_hz: float = 18_000.0
    presence_db: float = 0.0
    """A broad lift around 3.5 kHz, where a mix of soft sounds is thin."""
    room: float = 0.0


def fast_length(least: int) -> int:
    """The smallest even length of at least this that the FFT likes (factors 2, 3 and 5 only)."""
    odds = [threes * fives for threes in (1, 3, 9, 27) for fives in (1, 5, 25, 125)]
    return min(odd << max(1, (-(-least // odd) - 1).bit_length()) for odd in odds)


def impulse(room: Room, dice: Generator) -> Samples:
    """The room's answer to a click, (2, frames), both sides different, energy 1."""
    frames = int(room.seconds * SAMPLE_RATE_HZ)
    time = np.arange(frames) / SAMPLE_RATE_HZ
    hertz = np.fft.rfftfreq(frames, 1 / SAMPLE_RATE_HZ)
    edges = ((120, 700, 1.0), (700, 3500, 0.5 + 0.5 * room.brightness), (3500, 15000, room.brightness))
    sides = []
    for _ in range(2):
        spectrum = np.exp(2j * np.pi * dice.random(hertz.size))
        tail = np.zeros(frames)
        for low, high, span in edges:
            shape = 1 / (1 + (low / np.maximum(hertz, 1)) ** 4) / (1 + (hertz / high) ** 4)
            tail += np.fft.irfft(spectrum * shape, frames) * np.exp(-6.9 * time / (room.seconds * span))
        tail *= np.minimum(1, time / 0.02)  # the room speaks a little after the note
        for delay_s in dice.uniform(0.009, 0.045, 5):
            tail[int(delay_s * SAMPLE_RATE_HZ)] += 6 * np.abs(tail).max() * (0.05 - delay_s)
        sides.append(tail / np.sqrt(np.sum(tail * tail)))
    return np.stack(sides).astype(np.float32)


def shape(stem: Samples, tone: Tone, answer: Samples) -> Samples:
    """A stem with its equaliser and room, of the same length; what rings beyond the end is cut."""
    frames = stem.shape[1]
    size = fast_length(frames + answer.shape[1])
    response = _response(tone, size)
    out = np.empty_like(stem)
    for side in range(2):
        spectrum = np.fft.rfft(stem[side], size) * response
        if tone.room:
            spectrum *= 1 + np.float32(tone.room) * np.fft.rfft(answer[side], size)
        out[side] = np.fft.irfft(spectrum, size)[:frames]
    return out


def _response(tone: Tone, size: int) -> NDArray[np.complex64]:
    """Second-order low cut, first-order high cut and a bell, causal by the bilinear transform."""
    hertz = np.fft.rfftfreq(size, 1 / SAMPLE_RATE_HZ)
    warped = SAMPLE_RATE_HZ / np.pi * np.tan(np.pi * np.minimum(hertz / SAMPLE_RATE_HZ, _BELOW_NYQUIST))
    s = (1j * warped).astype(np.complex64)
    low, high = tone.low_cut_hz, tone.high_cut_hz
    response: NDArray[np.complex64] = s**2 / (s**2 + 1.414 * low * s + low**2) / (1 + s / high)
    if tone.presence_db:
        gain, centre, spread = 10 ** (tone.presence_db / 20), 3500.0, 1.4
        response *= (s**2 + gain * spread * centre * s + centre**2) / (s**2 + spread * centre * s + centre**2)
    return response


def echo(stem: Samples, delay_s: float, level: float) -> None:
    """Three repeats that cross from side to side, added in place."""
    delay = int(delay_s * SAMPLE_RATE_HZ)
    dry = stem.copy()
    for repeat in range(1, 4):
        at = delay * repeat
        if at >= stem.shape[1]:
            return
        source = dry[::-1] if repeat % 2 else dry
        stem[:, at:] += np.float32(level**repeat) * source[:, :-at]


def pump(frames: int, kicks_s: Iterable[float], depth_db: float) -> Mono:
    """A gain per sample that makes room for each kick: down within 4 ms, back within a quarter of a second."""
    dip = np.zeros(frames, np.float32)
    down, back = SAMPLE_RATE_HZ // 250, SAMPLE_RATE_HZ // 4
    curve = np.concatenate([np.linspace(0, 1, down), (0.5 + 0.5 * np.cos(np.linspace(0, np.pi, back)))])
    for at_s in kicks_s:
        start = round(at_s * SAMPLE_RATE_HZ)
        part = dip[start : start + curve.size]
        np.maximum(part, curve[: part.size], out=part)
    gain: Mono = np.power(np.float32(10.0), dip * np.float32(-depth_db / 20))
    return gain


def peak_gain(total: Samples, ceiling: float) -> Mono:
    """The gain per sample that keeps a sum's sample peaks below a ceiling: the same for each of its stems.

    It looks 24 ms ahead and behind, so it moves slower than a bass note's period and does not distort.
    """
    blocks = -(-total.shape[1] // _BLOCK)
    padded = np.pad(np.abs(total).max(axis=0), (0, blocks * _BLOCK - total.shape[1]))
    wanted = np.minimum(1.0, ceiling / np.maximum(padded.reshape(blocks, _BLOCK).max(axis=1), 1e-9))
    lowest = sliding_window_view(np.pad(wanted, _REACH + 1, mode="edge"), 2 * _REACH + 3).min(axis=1)
    smooth = sliding_window_view(np.pad(lowest, _REACH, mode="edge"), 2 * _REACH + 1).mean(axis=1)
    centres = np.arange(blocks) * _BLOCK + _BLOCK / 2
    gain: Mono = np.interp(np.arange(total.shape[1]), centres, smooth).astype(np.float32)
    return gain
