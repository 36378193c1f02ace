"""The compositor: the right shot, colour and moment in every frame, the same whichever way it is asked for."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from admaker_desktop.ad.scene import Keyframe
from admaker_desktop.core.errors import MediaError
from admaker_desktop.core.ticks import ticks_from_s
from admaker_desktop.media.compose import Compositor, frame_at
from admaker_desktop.media.compose.planes import Frame
from admaker_desktop.project.content import ContentStore
from tests.media.compose.scenes import draw_bars, flat, layer, make_view, scene, sequence, shot, whole_ad

RED, BLUE = (220, 30, 30), (30, 60, 200)


@pytest.fixture
def store(tmp_path: Path) -> ContentStore:
    return ContentStore(tmp_path)


def means(buffer: np.ndarray) -> tuple[float, float, float]:
    frame = Frame.over(buffer)
    return float(frame.y.mean()), float(frame.u.mean()), float(frame.v.mean())


def bt709(rgb: tuple[int, int, int]) -> tuple[float, float, float]:
    """ITU-R BT.709, limited range, from the standard's coefficients."""
    red, green, blue = (value / 255 for value in rgb)
    luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return 16 + 219 * luma, 128 + 224 * (blue - luma) / 1.8556, 128 + 224 * (red - luma) / 1.5748


def colour_scene(store: ContentStore, rgb: tuple[int, int, int], *keyframes: Keyframe):
    return scene(64, 96, layer(store, "ground", flat(70, 104, rgb), (-3, -4, 70, 104), *keyframes))


MOVING = (Keyframe(at=0), Keyframe(at=1, scale=1.05, dx_px=1.0))


@pytest.mark.parametrize("keyframes", [(), MOVING], ids=["still", "moving"])
def test_a_flat_colour_is_bt709_limited(store, keyframes):
    view = make_view(64, 96)
    cut = sequence((view,), 1, (shot(1, 0, 1, (colour_scene(store, RED, *keyframes),)),))
    y, u, v = means(Compositor(cut, view, store, draw_bars).frame(7))
    assert y == pytest.approx(76, abs=0.3)
    assert (y, u, v) == pytest.approx(bt709(RED), abs=0.8)


def test_the_background_shows_where_no_shot_is(store):
    view = make_view(64, 96)
    cut = sequence((view,), 1, (), background="#1e3cc8")
    assert means(Compositor(cut, view, store, draw_bars).frame(0)) == pytest.approx(bt709(BLUE), abs=0.8)


def test_a_thumbnail_has_the_colours_that_went_in(store):
    view = make_view(64, 96)
    cut = sequence((view,), 1, (shot(1, 0, 1, (colour_scene(store, RED),)),))
    picture = Compositor(cut, view, store, draw_bars).thumbnail_rgb(3)
    assert picture.shape == (96, 64, 3)
    assert picture.reshape(-1, 3).mean(axis=0) == pytest.approx(RED, abs=2)


def test_a_cut_is_exact_to_the_frame(store):
    view = make_view(64, 96)
    scenes = [colour_scene(store, RED, *MOVING), colour_scene(store, BLUE, *MOVING)]
    cut = sequence((view,), 2, (shot(1, 0, 1, (scenes[0],)), shot(2, 1, 1, (scenes[1],))))
    compositor = Compositor(cut, view, store, draw_bars)
    assert compositor.frames == 60
    assert compositor.cuts == {0, 30}
    assert means(compositor.frame(29)) == pytest.approx(bt709(RED), abs=0.8)
    assert means(compositor.frame(30)) == pytest.approx(bt709(BLUE), abs=0.8)


def test_a_dissolve_goes_evenly_from_one_shot_to_the_next(store):
    view = make_view(64, 96)
    scenes = [colour_scene(store, RED), colour_scene(store, BLUE)]
    cut = sequence((view,), 2, (shot(1, 0, 1.2, (scenes[0],)), shot(2, 1, 1, (scenes[1],), fade_s=0.2)))
    compositor = Compositor(cut, view, store, draw_bars)
    red, blue = bt709(RED), bt709(BLUE)
    for index in range(28, 38):
        way = min(1.0, max(0.0, (index + 0.5 - 30) / 6))
        expected = tuple(a + (b - a) * way for a, b in zip(red, blue, strict=True))
        assert means(compositor.frame(index)) == pytest.approx(expected, abs=1.2), index
    assert compositor.cuts == {0}


@pytest.mark.parametrize(
    ("fps", "seconds", "frames"), [(25, 2, 50), (29.97, 2, 59), (23.976, 2, 47), (60, 2, 120), (30, 2.02, 60)]
)
def test_frames_are_counted_at_the_views_own_rate(store, fps, seconds, frames):
    view = make_view(64, 96, fps)
    cut = sequence((view,), seconds, (shot(1, 0, seconds, (colour_scene(store, RED),)),))
    compositor = Compositor(cut, view, store, draw_bars)
    assert compositor.frames == frames
    compositor.frame(frames - 1)
    with pytest.raises(IndexError):
        compositor.frame(frames)


def test_a_frame_does_not_depend_on_what_was_asked_before(store):
    view = make_view(136, 240)
    cut = whole_ad(store, (view,), seconds=6, shots=4)
    forwards = Compositor(cut, view, store, draw_bars)
    wanted = [0, 7, 44, 47, 70, 100, 128, 136, 179]
    pictures = {index: forwards.frame(index).copy() for index in wanted}
    hopping = Compositor(cut, view, store, draw_bars)
    for index in [100, 0, 179, 47, 136, 7, 128, 44, 70]:
        assert np.array_equal(hopping.frame(index, out=np.zeros((360, 136), np.uint8)), pictures[index]), index
    tick = forwards.rate.ticks_at(70)
    assert np.array_equal(frame_at(cut, view, tick, store, draw_bars), pictures[70])


def test_no_two_frames_are_the_same_even_of_a_still_picture(store):
    view = make_view(64, 96)
    cut = sequence((view,), 1, (shot(1, 0, 1, (colour_scene(store, RED),)),))
    compositor = Compositor(cut, view, store, draw_bars)
    pictures = {compositor.frame(index).tobytes() for index in range(30)}
    assert len(pictures) == 30


def test_grain_is_fine_and_keeps_the_mean(store):
    view = make_view(256, 256)
    cut = sequence((view,), 1, (), background="#808080")
    luma = Frame.over(Compositor(cut, view, store, draw_bars).frame(5)).y.astype(int)
    assert np.abs(luma - 126).max() <= 2
    assert abs(luma.mean() - 126) < 0.2
    assert 0.4 < luma.std() < 0.9


def test_a_shot_without_a_picture_for_this_size_is_named(store):
    view = make_view(80, 80)
    cut = sequence((view,), 1, (shot(4, 0, 1, (colour_scene(store, RED),)),))
    with pytest.raises(MediaError, match="Shot s4 has no picture for 80x80"):
        Compositor(cut, view, store, draw_bars).frame(0)


def test_a_lost_picture_is_an_explained_failure(store):
    view = make_view(64, 96)
    picture = colour_scene(store, RED)
    store.path(picture.layers[0].image).unlink()
    cut = sequence((view,), 1, (shot(1, 0, 1, (picture,)),))
    with pytest.raises(MediaError, match="gone"):
        Compositor(cut, view, store, draw_bars).frame(0)


def test_out_must_be_a_whole_frame(store):
    view = make_view(64, 96)
    compositor = Compositor(sequence((view,), 1, ()), view, store, draw_bars)
    with pytest.raises(ValueError, match="not a yuv420p buffer"):
        compositor.frame(0, out=np.zeros((144, 128), np.uint8)[:, ::2])


def test_a_tick_between_frames_shows_the_frame_that_lasts_then(store):
    view = make_view(64, 96, 25)
    scenes = [colour_scene(store, RED), colour_scene(store, BLUE)]
    cut = sequence((view,), 2, (shot(1, 0, 1, (scenes[0],)), shot(2, 1, 1, (scenes[1],))))
    assert means(frame_at(cut, view, ticks_from_s(1) - 1, store, draw_bars)) == pytest.approx(bt709(RED), abs=0.8)
    assert means(frame_at(cut, view, ticks_from_s(1), store, draw_bars)) == pytest.approx(bt709(BLUE), abs=0.8)
