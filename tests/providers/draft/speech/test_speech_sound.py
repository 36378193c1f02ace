"""Every voice leaves with the house rate, level and peaks, and without silence around it."""

from __future__ import annotations

import numpy as np
import pytest

from admaker_desktop.providers.draft.speech.sound import OUT_HZ, Mono, finished, spoken_span


def tone(hertz: float, rate_hz: int, seconds: float = 1.0, amplitude: float = 0.3) -> Mono:
    return (amplitude * np.sin(2 * np.pi * hertz * np.arange(round(rate_hz * seconds)) / rate_hz)).astype(np.float32)


def level_at(samples: Mono, hertz: float) -> float:
    """Amplitude of one frequency in the middle of a 48 kHz sound."""
    middle = samples[OUT_HZ // 4 : 3 * OUT_HZ // 4]
    carrier = np.exp(-2j * np.pi * hertz * np.arange(len(middle)) / OUT_HZ)
    return float(2 * np.abs(np.mean(middle * carrier)))


@pytest.mark.parametrize("rate_hz", [22_050, 24_000])
def test_a_tone_keeps_its_pitch_and_length_at_48_khz(rate_hz: int) -> None:
    out = finished(tone(1000, rate_hz), rate_hz)
    assert out.dtype == np.float32
    assert len(out) == OUT_HZ
    rms = np.sqrt(np.mean(out[4800:-4800] ** 2))
    assert level_at(out, 1000) == pytest.approx(rms * np.sqrt(2), rel=0.01)


def test_rumble_is_damped_and_speech_is_not() -> None:
    mixed = tone(20, 24_000) + tone(1000, 24_000)
    out = finished(mixed, 24_000)
    assert level_at(out, 20) < 0.12 * level_at(out, 1000)


@pytest.mark.parametrize("amplitude", [0.01, 0.9])
def test_the_level_does_not_depend_on_the_source(amplitude: float) -> None:
    out = finished(tone(400, 24_000, amplitude=amplitude), 24_000)
    assert 20 * np.log10(np.sqrt(np.mean(out**2))) == pytest.approx(-19, abs=0.5)


def test_peaks_stay_below_the_limit_without_flat_tops() -> None:
    sound = tone(300, 24_000, amplitude=0.05)
    sound[5000:5060] += tone(800, 24_000, 60 / 24_000, 0.9)
    out = finished(sound, 24_000)
    peak = np.abs(out).max()
    assert peak <= 10 ** (-1.5 / 20)
    assert np.count_nonzero(np.abs(out) > 0.999 * peak) < 20


def test_both_ends_are_faded_to_nothing() -> None:
    out = finished(np.full(24_000, 0.2, np.float32) * tone(500, 24_000), 24_000)
    assert abs(out[0]) < 1e-4
    assert abs(out[-1]) < 1e-4


def test_silence_around_a_voice_is_found() -> None:
    quiet = np.zeros(12_000, np.float32)
    start, end = spoken_span(np.concatenate([quiet, tone(300, 24_000), quiet]), 24_000)
    assert 12_000 - 1200 < start < 12_000
    assert 36_000 < end <= 36_000 + 2400


@pytest.mark.parametrize("frames", [0, 100, 24_000])
def test_silence_alone_has_no_span(frames: int) -> None:
    assert spoken_span(np.zeros(frames, np.float32), 24_000) == (0, 0)
