"""Mastering: what counts is what is measured after the encoder."""

from __future__ import annotations

import numpy as np
import pytest

from admaker_desktop.media.aac import decode_aac, encode_aac
from admaker_desktop.media.loudness import measure
from admaker_desktop.media.mastering import limit, master
from admaker_desktop.media.spec import LoudnessTarget
from admaker_desktop.media.waves import Samples


def through_aac(samples: Samples) -> Samples:
    return decode_aac(encode_aac(samples, 192))


def peaky_mix(seconds: float = 6.0) -> Samples:
    """A beat with transients far above its loudness, as a dry mix has."""
    time = np.arange(round(seconds * 48_000)) / 48_000
    drum = np.sin(2 * np.pi * 90 * time) * np.exp(-(time % 0.5) * 14)
    chord = sum(np.sin(2 * np.pi * hertz * time) for hertz in (220.0, 277.2, 329.6, 1318.5)) * 0.08
    hat = np.random.default_rng(5).standard_normal((2, time.size)) * np.exp(-(time % 0.25) * 60) * 0.15
    end = np.minimum(1, (time[-1] - time) / 0.3)
    return ((drum * 0.7 + chord + hat) * end).astype(np.float32)


@pytest.mark.parametrize("lufs", [-14.0, -23.0])
def test_the_encoded_sound_meets_loudness_and_peak(lufs: float) -> None:
    target = LoudnessTarget(lufs=lufs)
    done = master(peaky_mix(), target, through_aac)
    heard = measure(through_aac(done.samples))
    assert heard.integrated_lufs == pytest.approx(lufs, abs=0.15)
    assert heard.true_peak_dbtp <= -1.0
    assert (done.encoded_lufs, done.encoded_true_peak_dbtp) == (heard.integrated_lufs, heard.true_peak_dbtp)
    assert done.samples.shape == (2, 288_000)


def test_a_quiet_target_needs_no_limiter() -> None:
    mix = peaky_mix(3)
    done = master(mix, LoudnessTarget(lufs=-30.0), through_aac)
    ratio = done.samples[np.abs(mix) > 0.1] / mix[np.abs(mix) > 0.1]
    assert ratio == pytest.approx(ratio[0], rel=1e-4)


def test_silence_passes_through_unchanged() -> None:
    silence = np.zeros((2, 96_000), np.float32)
    done = master(silence, LoudnessTarget(), through_aac)
    assert done.encoded_lufs is None
    assert done.samples is silence
    assert done.passes == 1


def test_a_loudness_out_of_reach_keeps_its_peak_and_says_so() -> None:
    done = master(peaky_mix(3), LoudnessTarget(lufs=-2.0), lambda samples: samples)
    assert done.encoded_true_peak_dbtp <= -1.0
    assert done.encoded_lufs is not None
    assert done.encoded_lufs < -2.5
    assert done.passes == 5


def test_an_encoder_that_changes_the_level_is_corrected() -> None:
    done = master(peaky_mix(3), LoudnessTarget(lufs=-20.0), lambda samples: samples * np.float32(0.7))
    assert done.encoded_lufs == pytest.approx(-20.0, abs=0.1)
    assert measure(done.samples).integrated_lufs == pytest.approx(-16.9, abs=0.15)


def test_the_limiter_holds_its_ceiling_without_delay() -> None:
    click = np.zeros((2, 50_001), np.float32)
    click[:, 24_000:24_005] = 0.9
    out = limit(click, -6.0)
    assert out.shape == click.shape
    assert out.dtype == np.float32
    assert 23_999 <= int(np.abs(out[0]).argmax()) <= 24_005
    assert measure(limit(peaky_mix(3), -6.0)).true_peak_dbtp < -5.5


def test_what_is_below_the_ceiling_is_untouched() -> None:
    quiet = peaky_mix(1) * np.float32(0.1)
    assert limit(quiet, -6.0) is quiet


@pytest.mark.parametrize("frames", [1, 1024, 1025, 100_000])
def test_the_round_trip_keeps_length_and_time(frames: int) -> None:
    sound = peaky_mix(3)[:, :frames]
    out = through_aac(sound)
    assert out.shape == sound.shape
    assert out.dtype == np.float32
    if frames > 50_000:
        lag = np.correlate(out[0, 30_000:34_000], sound[0, 30_100:33_900]).argmax()
        assert lag == 100


def test_the_round_trip_is_reproducible() -> None:
    assert (through_aac(peaky_mix(1)) == through_aac(peaky_mix(1))).all()
