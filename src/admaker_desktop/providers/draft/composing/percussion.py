"""Unpitched sounds: drums, shakers, cymbals, risers and the hit."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from admaker_desktop.media.waves import SAMPLE_RATE_HZ, Samples
from admaker_desktop.providers.draft.composing.tones import Mono

_FRAME = 2048  # of the sweep's short-time spectra
_HOP = _FRAME // 4


def _time(seconds: float) -> NDArray[np.float64]:
    return np.arange(int(seconds * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ


def _finished(wave: NDArray[np.float64]) -> Mono:
    """Peak 1, last 10 ms faded, DC taken out (a sweep of a few cycles has some)."""
    fade = min(wave.size, SAMPLE_RATE_HZ // 100)
    wave[wave.size - fade :] *= np.linspace(1, 0, fade)
    finished: Mono = (wave / np.abs(wave).max()).astype(np.float32)
    return finished


def _noise(dice: Generator, frames: int, low_hz: float, high_hz: float) -> NDArray[np.float64]:
    """Noise between two frequencies with soft edges (about an octave), RMS 1."""
    hertz = np.fft.rfftfreq(frames, 1 / SAMPLE_RATE_HZ)
    shape = 1 / (1 + (low_hz / np.maximum(hertz, 1)) ** 4) / (1 + (hertz / high_hz) ** 4)
    spectrum = shape * np.exp(2j * np.pi * dice.random(hertz.size))
    spectrum[0] = 0
    wave = np.fft.irfft(spectrum, frames)
    even: NDArray[np.float64] = wave / np.sqrt(np.mean(wave * wave))
    return even


def _drop(seconds: float, high_hz: float, low_hz: float, fall_s: float, decay_s: float) -> NDArray[np.float64]:
    """A sine that falls in pitch and dies away: the skin of a drum."""
    time = _time(seconds)
    phase = low_hz * time + (high_hz - low_hz) * fall_s * (1 - np.exp(-time / fall_s))
    soft_start = np.minimum(1, time / 0.001)
    return np.sin(2 * np.pi * phase) * np.exp(-time / decay_s) * soft_start


def _burst(
    dice: Generator, seconds: float, band: tuple[float, float], decay_s: float, attack_s: float = 0.0005
) -> Mono:
    """A puff of noise."""
    time = _time(seconds)
    return _finished(_noise(dice, time.size, *band) * np.exp(-time / decay_s) * np.minimum(1, time / attack_s))


def _kick(dice: Generator) -> Mono:
    wave = _drop(0.42, 190, 48, 0.022, 0.13)
    click = _burst(dice, 0.02, (1500, 7000), 0.003)
    wave[: click.size] += 0.22 * click
    return _finished(wave)


def _soft_kick(dice: Generator) -> Mono:
    del dice
    return _finished(_drop(0.40, 110, 46, 0.03, 0.11))


def _tom(dice: Generator) -> Mono:
    wave = _drop(0.7, 150, 74, 0.05, 0.2)
    skin = _burst(dice, 0.08, (300, 3500), 0.018)
    wave[: skin.size] += 0.35 * skin
    return _finished(wave)


def _clap(dice: Generator) -> Mono:
    time = _time(0.3)
    hands = sum(
        (np.where(time >= at, np.exp(-(time - at) / fall) * np.minimum(1, (time - at) / 0.0005), 0) * level)
        for at, fall, level in ((0.0, 0.004, 0.7), (0.011, 0.004, 0.8), (0.023, 0.055, 1.0))
    )
    return _finished(_noise(dice, time.size, 900, 5200) * hands)


def _snap(dice: Generator) -> Mono:
    return _burst(dice, 0.16, (1800, 5500), 0.022)


def _rim(dice: Generator) -> Mono:
    wave = _drop(0.09, 1900, 1650, 0.01, 0.012)
    wave[: SAMPLE_RATE_HZ // 100] += 0.4 * _burst(dice, 0.01, (2500, 9000), 0.002)
    return _finished(wave)


def _hat(dice: Generator) -> Mono:
    return _burst(dice, 0.09, (6500, 14000), 0.02)


def _open_hat(dice: Generator) -> Mono:
    return _burst(dice, 0.34, (5500, 14000), 0.09, 0.002)


def _shaker(dice: Generator) -> Mono:
    return _burst(dice, 0.12, (3200, 9500), 0.028, 0.014)


def _tick(dice: Generator) -> Mono:
    return _burst(dice, 0.03, (3000, 9000), 0.005)


DRUMS: dict[str, Callable[[Generator], Mono]] = {
    "kick": _kick,
    "soft_kick": _soft_kick,
    "tom": _tom,
    "clap": _clap,
    "snap": _snap,
    "rim": _rim,
    "hat": _hat,
    "open_hat": _open_hat,
    "shaker": _shaker,
    "tick": _tick,
}
"""Sounds by name: each makes one stroke at peak 1 from the dice it is given."""


def cymbal(dice: Generator, seconds: float) -> Samples:
    """A crash that rings out, (2, frames), peak about 1: the upper bands die first."""
    time = _time(seconds)
    sides = []
    for _ in range(2):
        bands = ((900, 2500, 0.45, 0.4), (2500, 6000, 0.4, 0.7), (6000, 14000, 0.27, 1.0))
        parts = [
            level * _noise(dice, time.size, low, high) * np.exp(-time / (fall * seconds))
            for low, high, fall, level in bands
        ]
        sides.append(_finished(np.sum(parts, axis=0) * np.minimum(1, time / 0.001)))
    return np.stack(sides)


def boom(seconds: float) -> Mono:
    """The weight of the hit: a low drum that falls to 42 Hz, peak 1; starts within 1 ms."""
    return _finished(_drop(seconds, 130, 42, 0.06, seconds / 4.5))


def sweep(dice: Generator, seconds: float, from_hz: float, to_hz: float) -> Samples:
    """Noise whose band glides from one frequency to another, (2, frames), even level, RMS about 0.25."""
    frames = int(seconds * SAMPLE_RATE_HZ)
    count = frames // _HOP + 5
    hertz = np.maximum(np.fft.rfftfreq(_FRAME, 1 / SAMPLE_RATE_HZ), 1.0)
    centre = from_hz * (to_hz / from_hz) ** np.linspace(0, 1, count)
    band = np.exp(-(np.log2(hertz[None, :] / centre[:, None]) ** 2) / (2 * 0.55**2)) / np.sqrt(centre[:, None])
    window = np.hanning(_FRAME + 1)[:-1]
    out = np.zeros((2, (count + 4) * _HOP), np.float64)
    for side in range(2):
        pieces = np.fft.irfft(band * np.exp(2j * np.pi * dice.random(band.shape)), _FRAME) * window
        for quarter in range(4):  # every fourth piece lies end to end with the last one
            line = pieces[quarter::4].reshape(-1)
            out[side, quarter * _HOP : quarter * _HOP + line.size] += line
    cut = out[:, 2 * _HOP : 2 * _HOP + frames]
    even: Samples = (0.25 * cut / np.sqrt(np.mean(cut * cut))).astype(np.float32)
    return even
