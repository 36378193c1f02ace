"""Mastering: the mix brought to a loudness and a true peak that hold on the encoded file, not only before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from admaker_desktop.media.loudness import as_samples, measure, run_filters
from admaker_desktop.media.spec import LoudnessTarget
from admaker_desktop.media.waves import SAMPLE_RATE_HZ, Samples

RoundTrip = Callable[[Samples], Samples]
"""Encodes and decodes: what a listener of the file hears, of the same shape and in time with what went in."""

_MOST_PASSES = 5
_CLOSE_ENOUGH_LU = 0.1
_FIRST_MARGIN_DB = 0.3  # AAC puts peaks up by 0.1-0.5 dB: with this most mixes land in two passes
_NEXT_MARGIN_DB = 0.05
_LEAST_SLOPE = 0.3
_ABSOLUTE_GATE_LUFS = -70.0
_LOWEST_CEILING_DB = -24.0  # the filter takes no limit below 0.0625
_OVERSAMPLED_HZ = 4 * SAMPLE_RATE_HZ


@dataclass(frozen=True, slots=True)
class Mastered:
    """What to encode, and what was measured on it after encoding. `encoded_lufs` is None for silence."""

    samples: Samples
    encoded_lufs: float | None
    encoded_true_peak_dbtp: float
    passes: int


def master(mix: Samples, target: LoudnessTarget, encode_and_decode: RoundTrip) -> Mastered:
    """Gain and limit (2, n) float32 at 48 kHz until the encoded sound meets the target; any thread.

    Encodes up to five times and keeps the best pass: a peak within its limit first, then the loudness nearest to the
    target. A mix that cannot get so loud is returned as loud as it went: compare `encoded_lufs` with the target.
    Silence passes through unchanged.
    """
    loudness = measure(mix).integrated_lufs
    if loudness is None:
        heard = measure(encode_and_decode(mix))
        return Mastered(mix, heard.integrated_lufs, heard.true_peak_dbtp, passes=1)
    gain_db = target.lufs - loudness
    ceiling_db = target.max_true_peak_dbtp - _FIRST_MARGIN_DB
    trials: list[Mastered] = []
    last_gain_db, last_lufs, slope = 0.0, loudness, 1.0
    while len(trials) < _MOST_PASSES:
        samples = limit(mix * np.float32(10 ** (gain_db / 20)), ceiling_db)
        heard = measure(encode_and_decode(samples))
        trials.append(Mastered(samples, heard.integrated_lufs, heard.true_peak_dbtp, len(trials) + 1))
        lufs = heard.integrated_lufs if heard.integrated_lufs is not None else _ABSOLUTE_GATE_LUFS
        error_lu = target.lufs - lufs
        overshoot_db = heard.true_peak_dbtp - target.max_true_peak_dbtp
        if abs(error_lu) <= _CLOSE_ENOUGH_LU and overshoot_db <= 0:
            break
        if abs(gain_db - last_gain_db) > _CLOSE_ENOUGH_LU:
            # The deeper the limiter works, the less of a gain is heard: 1 dB more may be 0.3 LU more.
            slope = min(1.0, max(_LEAST_SLOPE, (lufs - last_lufs) / (gain_db - last_gain_db)))
        last_gain_db, last_lufs = gain_db, lufs
        gain_db += error_lu / slope
        if overshoot_db > 0:
            ceiling_db = max(_LOWEST_CEILING_DB, ceiling_db - overshoot_db - _NEXT_MARGIN_DB)
    best = min(trials, key=lambda trial: _miss(trial, target))
    return replace(best, passes=len(trials))


def _miss(trial: Mastered, target: LoudnessTarget) -> tuple[float, float]:
    """How far a pass is from the target: peak above its limit first, then loudness."""
    lufs = _ABSOLUTE_GATE_LUFS if trial.encoded_lufs is None else trial.encoded_lufs
    return max(0.0, trial.encoded_true_peak_dbtp - target.max_true_peak_dbtp), abs(target.lufs - lufs)


def limit(samples: Samples, ceiling_dbtp: float) -> Samples:
    """True-peak limiter with look-ahead, four times oversampled: same shape, no delay; any thread.

    What stays below the ceiling everywhere comes back untouched. Peaks between samples may exceed the ceiling by
    about 0.1 dB after the way back to 48 kHz.
    """
    if measure(samples).true_peak_dbtp <= ceiling_dbtp:
        return samples
    ceiling = 10 ** (ceiling_dbtp / 20)
    chain = [
        ("aresample", f"{_OVERSAMPLED_HZ}"),
        # `level` would make up gain and the default `latency` delays by 5 ms (reference/media.md section 4).
        ("alimiter", f"limit={ceiling:.6f}:attack=5:release=60:level=0:latency=1"),
        ("aresample", f"{SAMPLE_RATE_HZ}"),
        ("aformat", "sample_fmts=fltp"),
    ]
    blocks = [as_samples(frame) for frame in run_filters(samples, chain)]
    return _of_length(np.concatenate(blocks, axis=1), samples.shape[1])


def _of_length(samples: Samples, frames: int) -> Samples:
    """Cut, or filled up with silence, to exactly this many samples."""
    return np.pad(samples[:, :frames], ((0, 0), (0, max(0, frames - samples.shape[1]))))
