"""The mix: exact length, exact places, music down under the voice."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from admaker_desktop.ad.deliverable import Format, SafeZone
from admaker_desktop.core.errors import MediaError
from admaker_desktop.core.ticks import TICKS_PER_SECOND, FrameRate, ticks_from_s
from admaker_desktop.media.mix import DUCK_DB, duck_gain, mix, samples_from_ticks
from admaker_desktop.media.waves import Samples, save_wave
from admaker_desktop.project.content import ContentStore
from admaker_desktop.timeline.model import AudioClip, Sequence

DUCKED = 10 ** (DUCK_DB / 20)


@pytest.fixture
def store(tmp_path: Path) -> ContentStore:
    return ContentStore(tmp_path)


def level(value: float, seconds: float, channels: int = 2) -> Samples:
    """A constant: what the mix does to it is its gain."""
    return np.full((channels, round(seconds * 48_000)), value, np.float32)


def clip(
    store: ContentStore,
    samples: Samples,
    start_s: float = 0.0,
    seconds: float | None = None,
    **fields: object,
) -> AudioClip:
    length_s = samples.shape[1] / 48_000 if seconds is None else seconds
    values = {"id": "c", "role": "music", "audio": save_wave(store, samples), **fields}
    return AudioClip(start_ticks=ticks_from_s(start_s), duration_ticks=ticks_from_s(length_s), **values)  # type: ignore[arg-type]  # fields by name


def sequence(seconds: float, voice: tuple[AudioClip, ...] = (), music: tuple[AudioClip, ...] = ()) -> Sequence:
    zone = SafeZone(top_px=0, bottom_px=0, left_px=0, right_px=0)
    view = Format(id="v", aspect="1:1", width_px=64, height_px=64, fps=30, safe_zone=zone)
    return Sequence(
        language="en",
        rate=FrameRate(num=30),
        duration_ticks=ticks_from_s(seconds),
        end_card_ticks=0,
        shots=(),
        views=(view,),
        voice=voice,
        music=music,
    )


def test_the_length_is_exact_and_nothing_is_silence(store: ContentStore) -> None:
    out = mix(sequence(6.006), store)
    assert out.shape == (2, 288_288)
    assert out.dtype == np.float32
    assert not out.any()


def test_a_mono_voice_is_in_the_middle_at_its_sample(store: ContentStore) -> None:
    click = np.zeros((1, 4800), np.float32)
    click[0, 0] = 0.5
    out = mix(sequence(2, voice=(clip(store, click, start_s=1.0, role="voice"),)), store)
    assert np.flatnonzero(out[0]).tolist() == [48_000]
    assert out[0, 48_000] == pytest.approx(0.5)
    assert (out[0] == out[1]).all()


def test_gains_add_up_beyond_full_scale_without_clipping(store: ContentStore) -> None:
    both = tuple(clip(store, level(0.9, 1), gain_db=6.0) for _ in range(2))
    assert mix(sequence(1, music=both), store).max() == pytest.approx(0.9 * 2 * 10 ** (6 / 20), rel=1e-4)


def test_a_long_sound_is_cut_at_its_clip_with_a_short_fade(store: ContentStore) -> None:
    out = mix(sequence(3, music=(clip(store, level(0.5, 2), start_s=0.5, seconds=1.0),)), store)[0]
    end = round(1.5 * 48_000)
    assert out[end - 481] == pytest.approx(0.5)
    assert 0 < out[end - 1] < 0.001
    assert not out[end:].any()
    assert np.abs(np.diff(out[end - 600 : end + 10])).max() < 0.002


def test_a_fade_out_ends_with_the_sound(store: ContentStore) -> None:
    music = clip(store, level(0.5, 1), seconds=1.5, fade_out_ticks=ticks_from_s(0.5))
    out = mix(sequence(2, music=(music,)), store)[0]
    assert out[23_999] == pytest.approx(0.5)
    assert out[36_000] == pytest.approx(0.25, abs=0.001)
    assert out[47_999] < 1e-6


def test_a_clip_beyond_the_end_is_cut(store: ContentStore) -> None:
    late = (clip(store, level(0.5, 1), start_s=0.9), clip(store, level(0.5, 1), start_s=5))
    out = mix(sequence(1, music=late), store)
    assert out.shape == (2, 48_000)
    assert out[0, 47_000] == pytest.approx(0.5)
    assert out[0, -1] < 0.001


def test_music_goes_down_before_the_voice_and_comes_back_after_it(store: ContentStore) -> None:
    voice = clip(store, level(0.0, 1, channels=1), start_s=1.0, role="voice")
    out = mix(sequence(4, (voice,), (clip(store, level(0.5, 4), ducked=True),)), store)[0] / 0.5
    assert out[round(0.9 * 48_000)] == pytest.approx(1.0, abs=0.001)
    assert out[48_000:96_000] == pytest.approx(DUCKED, rel=0.001)
    assert DUCKED < out[round(2.2 * 48_000)] < 1
    assert out[round(2.41 * 48_000) :] == pytest.approx(1.0, abs=0.001)
    assert np.abs(np.diff(out)).max() < 0.001


def test_music_that_is_not_ducked_stays(store: ContentStore) -> None:
    voice = clip(store, level(0.0, 1, channels=1), start_s=1.0, role="voice")
    out = mix(sequence(3, (voice,), (clip(store, level(0.5, 3)),)), store)
    assert out == pytest.approx(0.5, abs=1e-6)


def test_the_voice_counts_only_as_long_as_its_clip(store: ContentStore) -> None:
    voice = clip(store, level(0.0, 3, channels=1), start_s=0.5, seconds=0.5, role="voice")
    out = mix(sequence(4, (voice,), (clip(store, level(0.5, 4), ducked=True),)), store)[0]
    assert out[round(1.45 * 48_000)] == pytest.approx(0.5, abs=0.001)


def test_music_stays_down_in_a_short_pause_and_rises_in_a_long_one() -> None:
    def lowest_gain_between(gap_s: float) -> float:
        second = 48_000 + round(gap_s * 48_000)
        gain = duck_gain([(second, second + 24_000), (24_000, 48_000)], 240_000)
        return float(gain[48_000:second].max())

    assert lowest_gain_between(0.49) == pytest.approx(DUCKED, rel=0.001)
    assert lowest_gain_between(0.50) == pytest.approx(1.0, abs=0.01)


def test_a_voice_at_the_very_start_and_end_is_ducked_whole() -> None:
    gain = duck_gain([(0, 4800), (90_000, 99_000)], 96_000)
    assert gain.shape == (96_000,)
    assert gain[0] == pytest.approx(DUCKED, rel=0.001)
    assert gain[-1] == pytest.approx(DUCKED, rel=0.001)


def test_times_round_to_the_nearest_sample() -> None:
    per_sample = TICKS_PER_SECOND // 48_000
    assert samples_from_ticks(per_sample * 7 + per_sample // 2 - 1) == 7
    assert samples_from_ticks(per_sample * 7 + per_sample // 2) == 8


def test_three_channels_are_refused(store: ContentStore) -> None:
    with pytest.raises(MediaError, match="3 channels"):
        mix(sequence(1, music=(clip(store, level(0.1, 1, channels=3)),)), store)
