"""Loudness against the tones whose readings EBU Tech 3341 prescribes."""

from __future__ import annotations

import numpy as np
import pytest

from admaker_desktop.core.errors import MediaError
from admaker_desktop.media.loudness import SILENT_PEAK_DBTP, integrated_lufs, measure
from admaker_desktop.media.waves import SAMPLE_RATE_HZ, Samples


def tone(dbfs: float, seconds: float, hertz: float = 1000.0, phase: float = 0.0) -> Samples:
    """A stereo sine with 10 ms fades: an abrupt edge rightly reads higher."""
    time = np.arange(round(seconds * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
    wave = 10 ** (dbfs / 20) * np.sin(2 * np.pi * hertz * time + phase)
    fade = np.minimum(1, np.minimum(time, time[-1] - time) / 0.01)
    return np.stack([wave * fade, wave * fade]).astype(np.float32)


@pytest.mark.parametrize("dbfs", [-23.0, -33.0, -14.0])
def test_a_sine_reads_its_own_level(dbfs: float) -> None:
    assert measure(tone(dbfs, 8)).integrated_lufs == pytest.approx(dbfs, abs=0.1)


def test_quiet_passages_are_gated_out() -> None:
    case_3 = np.concatenate([tone(-36, 5), tone(-23, 20), tone(-36, 5)], axis=1)
    assert measure(case_3).integrated_lufs == pytest.approx(-23.0, abs=0.1)


def test_levels_average_as_the_standard_says() -> None:
    case_5 = np.concatenate([tone(-26, 20), tone(-20, 20.1), tone(-26, 20)], axis=1)
    assert integrated_lufs(case_5) == pytest.approx(-23.0, abs=0.1)


def test_a_peak_between_samples_is_found() -> None:
    quarter_rate = tone(-6.0, 1, hertz=SAMPLE_RATE_HZ / 4, phase=np.pi / 4)  # samples at 0.707 of the crest
    assert 20 * np.log10(np.abs(quarter_rate).max()) == pytest.approx(-9.0, abs=0.1)
    assert measure(quarter_rate).true_peak_dbtp == pytest.approx(-6.0, abs=0.2)


def test_a_peak_in_the_last_sample_counts() -> None:
    sound = tone(-40, 1.03)
    sound[0, -1] = 0.5
    assert measure(sound).true_peak_dbtp > -7


@pytest.mark.parametrize("frames", [0, 100, 12_345, 96_000])
def test_silence_has_no_loudness(frames: int) -> None:
    heard = measure(np.zeros((2, frames), np.float32))
    assert heard.integrated_lufs is None
    assert heard.true_peak_dbtp == SILENT_PEAK_DBTP


def test_a_sound_too_short_for_the_standard_has_a_peak_only() -> None:
    heard = measure(tone(-10, 0.2))
    assert heard.integrated_lufs is None
    assert heard.true_peak_dbtp == pytest.approx(-10, abs=0.1)


def test_both_ways_to_measure_agree() -> None:
    noise = (np.random.default_rng(3).standard_normal((2, 200_123)) * 0.1).astype(np.float32)
    assert integrated_lufs(noise) == measure(noise).integrated_lufs


def test_one_channel_reads_three_lu_below_two() -> None:
    assert measure(tone(-20, 3)[:1]).integrated_lufs == pytest.approx(-23.0, abs=0.1)


def test_seven_channels_are_refused_with_a_hint() -> None:
    with pytest.raises(MediaError, match="7 channels"):
        measure(np.zeros((7, 48_000), np.float32))
