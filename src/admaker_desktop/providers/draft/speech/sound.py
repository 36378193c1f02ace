"""What every voice's sound goes through: trimming, 48 kHz, a light high-pass, level, peaks, fades; numpy only."""

from __future__ import annotations

from math import gcd

import numpy as np
from numpy.typing import NDArray

Mono = NDArray[np.float32]
"""(frames,) float32, full scale +-1.0."""

OUT_HZ = 48_000
_LEVEL_DB = -19.0
"""RMS of the spoken parts, dBFS; near -19 LUFS for a voice."""
_PEAK = 10 ** (-1.6 / 20)
_HIGH_PASS_HZ = 70.0
_SILENCE_DB = -38.0
"""Below the loudest 10 ms: breath and room, cut away at both ends (Kokoro's own pads are 0.24-0.69 s)."""
_LEAD_S, _TAIL_S = 0.03, 0.07
_FADE_S = 0.008


def spoken_span(samples: Mono, rate_hz: int) -> tuple[int, int]:
    """First and last frame of what is audible, with a little air; (0, 0) when nothing is."""
    block = rate_hz // 100
    count = len(samples) // block
    if count == 0:
        return 0, 0
    levels = _rms(samples[: count * block].reshape(count, block))
    loud = np.flatnonzero(levels > max(levels.max() * 10 ** (_SILENCE_DB / 20), 1e-4))
    if not loud.size:
        return 0, 0
    start = int(loud[0]) * block - round(_LEAD_S * rate_hz)
    end = (int(loud[-1]) + 1) * block + round(_TAIL_S * rate_hz)
    return max(0, start), min(len(samples), end)


def finished(samples: Mono, rate_hz: int) -> Mono:
    """A trimmed voice as it goes into the mix: 48 kHz, high-passed, levelled, peaks <= -1.5 dBFS, faded ends."""
    voice = _faded(_limited(_levelled(_resampled(samples, rate_hz))))
    return np.ascontiguousarray(voice, dtype=np.float32)


def _resampled(samples: Mono, rate_hz: int) -> Mono:
    """At 48 kHz by one FFT (exact band limit, no phase shift), with a second-order high-pass on the way."""
    shared = gcd(rate_hz, OUT_HZ)
    step, out_step = rate_hz // shared, OUT_HZ // shared
    pad = rate_hz // 20
    frames = len(samples) + 2 * pad
    frames += -frames % step
    padded = np.zeros(frames)
    padded[pad : pad + len(samples)] = samples
    out_frames = frames // step * out_step
    spectrum = np.fft.rfft(padded)
    hertz = np.arange(len(spectrum)) * (rate_hz / frames)
    spectrum *= hertz**2 / (hertz**2 + _HIGH_PASS_HZ**2)
    wide = np.fft.irfft(spectrum, out_frames) * (out_frames / frames)
    start = round(pad * OUT_HZ / rate_hz)
    return wide[start : start + round(len(samples) * OUT_HZ / rate_hz)].astype(np.float32)


def _levelled(samples: Mono) -> Mono:
    """Scaled so that its spoken blocks (within 20 dB of the loudest) have the house level."""
    block = OUT_HZ // 20
    count = max(1, len(samples) // block)
    levels = _rms(np.resize(samples, count * block).reshape(count, block))
    spoken = levels[levels > levels.max() / 10]
    if not spoken.size:
        return samples
    level = float(np.sqrt(np.mean(spoken**2)))
    return samples * np.float32(10 ** (_LEVEL_DB / 20) / level)


def _limited(samples: Mono) -> Mono:
    """Peaks held below -1.6 dBFS by a gain that is drawn linearly between blocks of 1 ms.

    A block's gain is the least that it and its neighbours (8 ms) need, so that a line between two centres is never
    above what the samples between them need.
    """
    block = OUT_HZ // 1000
    count = -(-len(samples) // block)
    padded = np.zeros(count * block, np.float32)
    padded[: len(samples)] = np.abs(samples)
    needed = np.minimum(1.0, _PEAK / np.maximum(padded.reshape(count, block).max(axis=1), 1e-9))
    if needed.min() >= 1.0:
        return samples
    reach = 4
    framed = np.pad(needed, reach, constant_values=1.0)
    least = np.lib.stride_tricks.sliding_window_view(framed, 2 * reach + 1).min(axis=1)
    centres = (np.arange(count) + 0.5) * block
    gain: Mono = np.interp(np.arange(len(samples)), centres, least).astype(np.float32)
    return np.multiply(samples, gain, dtype=np.float32)


def _faded(samples: Mono) -> Mono:
    frames = min(round(_FADE_S * OUT_HZ), len(samples) // 2)
    ramp = (0.5 - 0.5 * np.cos(np.linspace(0, np.pi, frames))).astype(np.float32)
    out = samples.copy()
    out[:frames] *= ramp
    out[len(out) - frames :] *= ramp[::-1]
    return out


def _rms(blocks: NDArray[np.float32]) -> NDArray[np.float64]:
    levels: NDArray[np.float64] = np.sqrt(np.mean(blocks.astype(np.float64) ** 2, axis=1))
    return levels
