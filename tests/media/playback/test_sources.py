"""Sources: what is previewed is what is exported, only smaller; stills, scenes and sounds as they are."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from admaker_desktop.core.errors import MediaError
from admaker_desktop.media.compose import Compositor
from admaker_desktop.media.compose.planes import rgb_from_frame
from admaker_desktop.media.playback.reduce import reduced, reduction
from admaker_desktop.media.playback.sources import (
    SceneSource,
    SequenceSource,
    SoundSource,
    StillSource,
    fitted,
    peaks,
)
from admaker_desktop.media.stills import save_png
from admaker_desktop.media.waves import save_wave
from admaker_desktop.project.content import ContentStore
from tests.media.compose.scenes import bottle, draw_bars, make_view, product_scene, whole_ad


@pytest.fixture
def store(tmp_path: Path) -> ContentStore:
    return ContentStore(tmp_path)


def likeness(one: np.ndarray, other: np.ndarray) -> float:
    """PSNR in dB."""
    error = np.mean((one.astype(float) - other.astype(float)) ** 2)
    return float(10 * np.log10(255**2 / max(error, 1e-9)))


def test_a_preview_in_full_size_is_the_export_bit_by_bit(store: ContentStore) -> None:
    view = make_view(270, 480)
    cut = whole_ad(store, (view,), 3.0, 3)
    source = SequenceSource(cut, view, store, draw_bars)
    export = Compositor(cut, view, store, draw_bars)
    for index in (0, 17, 45, 89):
        assert np.array_equal(source.frame(index, (270, 480)), rgb_from_frame(export.frame(index)))
    assert (source.frames, source.fps.fps, source.size) == (90, 30, (270, 480))
    source.close()


def test_a_small_preview_looks_like_the_export_made_small(store: ContentStore) -> None:
    view = make_view(360, 640)
    cut = whole_ad(store, (view,), 3.0, 3)
    source = SequenceSource(cut, view, store, draw_bars)
    export = Compositor(cut, view, store, draw_bars)
    for index in (10, 28, 70):
        expected = fitted(rgb_from_frame(export.frame(index)), (120, 214))
        assert likeness(source.frame(index, (120, 214)), expected) > 29


def test_few_sizes_are_drawn_and_none_too_small() -> None:
    full = (1080, 1920)
    assert reduction(full, (270, 480)) == 1 / 4
    assert reduction(full, (340, 604)) == 1 / 3
    assert reduction(full, (541, 962)) == 1 / 2
    assert reduction(full, (1080, 1920)) == 1.0
    assert reduction(full, (2000, 4000)) == 1.0


def test_a_reduced_cut_has_every_length_reduced_and_nothing_else(store: ContentStore) -> None:
    view = make_view(360, 640)
    cut = whole_ad(store, (view,), 3.0, 3)
    small, small_view = reduced(cut, view, 1 / 2)
    assert (small_view.width_px, small_view.height_px) == (180, 320)
    assert small.shots[0].scenes[0].layers[0].image == cut.shots[0].scenes[0].layers[0].image
    assert small.titles[0].layouts[0].size_px == pytest.approx(cut.titles[0].layouts[0].size_px / 2)
    assert small.titles[0].layouts[0].lines == cut.titles[0].layouts[0].lines
    assert small.duration_ticks == cut.duration_ticks
    assert reduced(cut, view, 1.0) == (cut, view)


def test_a_cut_sounds_as_loud_as_its_export(store: ContentStore) -> None:
    from admaker_desktop.media.loudness import measure

    view = make_view()
    sound = SequenceSource(whole_ad(store, (view,), 3.0, 3), view, store, draw_bars).sound()
    assert sound is not None
    heard = measure(sound)
    assert heard.integrated_lufs == pytest.approx(-14, abs=0.5)
    assert heard.true_peak_dbtp <= -0.9


def test_a_silent_cut_has_no_sound(store: ContentStore) -> None:
    view = make_view()
    cut = whole_ad(store, (view,), 2.0, 2).model_copy(update={"music": ()})
    assert SequenceSource(cut, view, store, draw_bars).sound() is None


def test_a_picture_that_is_gone_is_said(store: ContentStore) -> None:
    view = make_view()
    cut = whole_ad(store, (view,), 2.0, 2)
    store.path(cut.shots[0].scenes[0].layers[0].image).unlink()
    with pytest.raises(MediaError):
        SequenceSource(cut, view, store, draw_bars).frame(0, (90, 160))


def test_a_scene_moves_over_its_length(store: ContentStore) -> None:
    source = SceneSource(product_scene(store, 270, 480, 1), 2.0, store)
    assert (source.frames, source.size) == (60, (270, 480))
    assert source.sound() is None
    assert likeness(source.frame(0, (135, 240)), source.frame(59, (135, 240))) < 40


def test_a_still_shows_a_chequered_ground_where_it_is_clear(store: ContentStore) -> None:
    source = StillSource(save_png(store, bottle(80, 120)), store)
    picture = source.frame(0, (40, 60))
    assert (source.frames, source.size, picture.shape) == (1, (80, 120), (60, 40, 3))
    assert {int(picture[1, 1, 0]), int(picture[1, 12, 0])} == {58, 74}
    assert source.sound() is None
    source.close()


def test_stems_are_heard_together(store: ContentStore) -> None:
    low, high = (save_wave(store, np.full((2, count), 0.25, np.float32)) for count in (48_000, 24_000))
    source = SoundSource(store, low, high)
    sound = source.sound()
    assert sound is not None
    assert (source.frames, source.size) == (30, (0, 0))
    assert sound[0, 100] == pytest.approx(0.5, abs=1e-4)
    assert sound[0, 30_000] == pytest.approx(0.25, abs=1e-4)
    assert source.frame(0, (2, 2)).shape == (2, 2, 3)
    source.close()
    assert SoundSource(store).sound() is None


def test_an_outline_has_the_lowest_and_highest_value_of_each_part() -> None:
    samples = np.zeros((2, 1000), np.float32)
    samples[:, 250] = 0.5
    samples[:, 760] = -0.25
    outline = peaks(samples, 4)
    assert outline.shape == (4, 2)
    assert outline[1, 1] == 0.5
    assert outline[3, 0] == -0.25
    assert not outline[0].any()
