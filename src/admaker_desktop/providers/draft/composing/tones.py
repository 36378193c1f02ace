"""Pitched sounds made of partials: struck or plucked strings and mallets, and ensembles of many players."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from admaker_desktop.media.waves import SAMPLE_RATE_HZ

Mono = NDArray[np.float32]
"""(frames,) float32 at 48 kHz."""

_HIGHEST_PARTIAL_HZ = 15_000
_BLOCK = 4096  # samples: small enough for the processor's nearest memory
_INAUDIBLE = 1e-4  # -80 dB: a partial that has died down to this is left out
_LAYERS = 3  # soft, middle, hard: a harder stroke is brighter, not only louder
_ENSEMBLE_FRAMES = 1 << 17  # 2.7 s: the loop is too long to be heard as one


def frequency_hz(midi: int) -> float:
    """Equal temperament, A4 = 440 Hz."""
    return float(440.0 * 2.0 ** ((midi - 69) / 12))


@dataclass(frozen=True, slots=True)
class Pluck:
    """A string, tine or synthesiser voice that is struck and left to ring; partials above die first."""

    partials: int
    rolloff: float
    """Partial k starts at k^-rolloff."""
    decay_s: float
    """Time constant of the fundamental at C4; lower notes ring longer."""
    damping: float
    """How much faster each further partial dies, in rates of the fundamental."""
    attack_s: float = 0.002
    position: float = 0.0
    """Where the string is struck (0..0.5 of its length): takes out partials; 0 = everywhere."""
    bell: float = 0.0
    """Level of two inharmonic partials, as of a tine or glass bar."""

    def play(self, midi: int, seconds: float, layer: int) -> Mono:
        """One note as it rings for up to `seconds`; `layer` 0..2 is how hard it is struck. Peak about 1."""
        hertz = frequency_hz(midi)
        count = max(1, min(self.partials, int(_HIGHEST_PARTIAL_HZ / hertz)))
        number = np.arange(1, count + 1)
        level = number ** -(self.rolloff + 0.3 * (_LAYERS - 1 - layer) / (_LAYERS - 1))
        if self.position:
            level = level * np.abs(np.sin(np.pi * number * self.position))
        rate = 1 / self.decay_s * (hertz / 261.6) ** 0.4
        time = np.arange(int(seconds * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
        turns = time * hertz
        angle = ((turns - np.floor(turns)) * (2 * np.pi)).astype(np.float32)
        turn = np.empty(time.size, np.complex64)  # e^(i angle); ten times faster than numpy's complex exp
        turn.real, turn.imag = np.cos(angle), np.sin(angle)
        damped = turn * np.exp(-rate * self.damping * time).astype(np.float32)
        wave = np.empty(time.size, np.float32)
        for start in range(0, time.size, _BLOCK):
            part = slice(start, start + _BLOCK)
            left = level * np.exp(-rate * self.damping * (number - 1) * time[start])
            heard = level[: max(1, np.count_nonzero(left > _INAUDIBLE))]
            total = np.full_like(damped[part], heard[-1])
            for amount in heard[-2::-1]:  # Horner: the sum over partials of level * damped^(k-1)
                total *= damped[part]
                total += np.complex64(amount)
            wave[part] = (total * turn[part]).imag
        wave /= np.float32(level.sum())
        for ratio, speed in ((3.93, 5.0), (9.2, 11.0)):
            if self.bell and ratio * hertz < _HIGHEST_PARTIAL_HZ:
                wave += self.bell / speed * np.sin(2 * np.pi * ratio * hertz * time) * np.exp(-speed * rate * time)
        return _enveloped(wave * np.exp(-rate * time).astype(np.float32), self.attack_s, min(0.05, seconds / 4))


@dataclass(frozen=True, slots=True)
class Ensemble:
    """Many slightly different players of one note, as in strings or a choir: each partial is a band of noise.

    After Paul Nasca's PADsynth: the sound is drawn as a spectrum and looped without a seam.
    """

    partials: int
    rolloff: float
    bandwidth_cents: float
    attack_s: float
    release_s: float
    odd_only: float = 0.0
    """0 = all partials (strings), 1 = only odd ones (clarinet, glass)."""

    def loop(self, midi: int, voice: int) -> Mono:
        """A seamless loop of 2.7 s at RMS 0.2; `voice` picks one of several different takes of it."""
        hertz = frequency_hz(midi)
        count = max(1, min(self.partials, int(_HIGHEST_PARTIAL_HZ / hertz)))
        dice = np.random.default_rng(midi * 16 + voice)
        spectrum = np.zeros(_ENSEMBLE_FRAMES // 2 + 1, np.complex64)
        bin_hz = SAMPLE_RATE_HZ / _ENSEMBLE_FRAMES
        for number in range(1, count + 1):
            level = number**-self.rolloff * (1 - self.odd_only * (number % 2 == 0))
            width = max(1.0, hertz * number * (2 ** (self.bandwidth_cents / 1200) - 1) / bin_hz)
            centre = hertz * number / bin_hz
            bins = np.arange(max(1, int(centre - 3 * width)), min(spectrum.size, int(centre + 3 * width) + 2))
            shape = np.exp(-(((bins - centre) / width) ** 2)) / np.sqrt(width)
            spectrum[bins] += level * shape * np.exp(2j * np.pi * dice.random(bins.size))
        wave = np.fft.irfft(spectrum, _ENSEMBLE_FRAMES).astype(np.float32)
        return wave * np.float32(0.2 / np.sqrt(np.mean(wave * wave)))

    def envelope(self, frames: int, attack_s: float | None = None) -> Mono:
        """Swell, hold and release for a note of this many samples, its release included."""
        attack = min(int((self.attack_s if attack_s is None else attack_s) * SAMPLE_RATE_HZ), frames // 2)
        release = min(int(self.release_s * SAMPLE_RATE_HZ), frames - attack)
        shape = np.ones(frames, np.float32)
        shape[:attack] = _rise(attack)
        shape[frames - release :] *= _rise(release)[::-1]
        return shape


def _rise(frames: int) -> Mono:
    """0 to 1 with soft corners."""
    return (0.5 - 0.5 * np.cos(np.pi * np.arange(frames) / max(1, frames))).astype(np.float32)


def _enveloped(wave: Mono, attack_s: float, fade_s: float) -> Mono:
    """A soft start and end, so that nothing clicks."""
    attack = min(max(1, int(attack_s * SAMPLE_RATE_HZ)), wave.size)
    fade = min(max(1, int(fade_s * SAMPLE_RATE_HZ)), wave.size)
    wave[:attack] *= _rise(attack)
    wave[wave.size - fade :] *= _rise(fade)[::-1]
    return wave
