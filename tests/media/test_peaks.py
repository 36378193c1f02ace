"""Outlines of sounds and the line of the music's gain."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from admaker_desktop.core.ticks import ticks_from_s
from admaker_desktop.media.mix import DUCK_DB
from admaker_desktop.media.peaks import PEAKS_PER_S, duck_line, outline, peaks_of
from admaker_desktop.media.waves import save_wave
from admaker_desktop.project.content import ContentStore
from admaker_desktop.timeline.model import AudioClip, Sequence
from tests.media.compose.scenes import make_view, product_scene, sequence, shot


@pytest.fixture
def store(tmp_path: Path) -> ContentStore:
    return ContentStore(tmp_path)


def burst(channels: int, seconds: float, start_s: float, end_s: float, level: float) -> np.ndarray:
    samples = np.zeros((channels, round(seconds * 48_000)), np.float32)
    samples[:, round(start_s * 48_000) : round(end_s * 48_000)] = level
    return samples


def film(store: ContentStore, *, ducked: bool) -> Sequence:
    view = make_view()
    voice = AudioClip(
        id="v", start_ticks=ticks_from_s(1), duration_ticks=ticks_from_s(5), role="voice",
        audio=save_wave(store, burst(1, 1.0, 0, 1, 0.5)),
    )  # fmt: skip
    music = AudioClip(
        id="m", start_ticks=0, duration_ticks=ticks_from_s(4), role="music", ducked=ducked,
        audio=save_wave(store, burst(2, 4.0, 0, 4, 0.5)),
    )  # fmt: skip
    clip = shot(1, 0.0, 4.0, (product_scene(store, 270, 480, 1),))
    return sequence((view,), 4.0, (clip,), voice=(voice,), music=(music,))


def test_peaks_follow_the_loudest_channel_and_stop_at_full_scale() -> None:
    samples = burst(2, 1.005, 0.2, 0.3, 0.25)
    samples[1, 24_000] = -3.0
    peaks = outline(samples)
    assert len(peaks) == PEAKS_PER_S + 1
    assert peaks[20:30].tolist() == [0.25] * 10
    assert peaks[50] == 1.0
    assert peaks[60:].max() == 0


def test_silence_of_no_length_has_no_peaks() -> None:
    assert outline(np.zeros((2, 0), np.float32)).size == 0


def test_stems_are_summed_and_mono_counts_on_both_sides(store: ContentStore) -> None:
    refs = (save_wave(store, burst(2, 1.0, 0.0, 0.5, 0.3)), save_wave(store, burst(1, 0.5, 0.2, 0.5, 0.2)))
    peaks = peaks_of(refs, store)
    assert len(peaks) == PEAKS_PER_S
    assert peaks[10] == pytest.approx(0.3, abs=1e-3)
    assert peaks[30] == pytest.approx(0.5, abs=1e-3)
    assert peaks[70] == 0


def test_the_gain_goes_down_while_the_voice_is_heard_not_while_its_clip_lasts(store: ContentStore) -> None:
    line = duck_line(film(store, ducked=True))
    assert len(line) == 4 * PEAKS_PER_S
    assert line[50] == 1
    assert line[150] == pytest.approx(10 ** (DUCK_DB / 20), abs=1e-4)
    assert line[300] == 1


def test_music_that_is_not_ducked_stays_open(store: ContentStore) -> None:
    assert duck_line(film(store, ducked=False)).min() == 1
