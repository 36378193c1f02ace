"""Titles, captions and logos: there when they should be, as opaque and as far as they should be."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from admaker_desktop.core.ticks import ticks_from_s
from admaker_desktop.media.compose import Compositor
from admaker_desktop.media.compose.cells import word_cells
from admaker_desktop.media.compose.motion import ease
from admaker_desktop.media.compose.patch import Patch
from admaker_desktop.media.compose.planes import Frame
from admaker_desktop.media.stills import save_png
from admaker_desktop.project.content import ContentStore
from admaker_desktop.timeline.model import LogoClip, LogoLayout, Sequence, TextStyle
from tests.media.compose.scenes import FakeWord, caption, draw_bars, flat, make_view, sequence, title

VIEW = make_view(200, 400)
BLACK, WHITE = 16, 235
TOP, BOTTOM = 60, 108
"""The title's box."""


@pytest.fixture
def store(tmp_path: Path) -> ContentStore:
    return ContentStore(tmp_path)


def films(cut: Sequence, store: ContentStore, view=VIEW):
    compositor = Compositor(cut, view, store, draw_bars)
    return lambda index: Frame.over(
        compositor.frame(index, out=np.empty((view.height_px * 3 // 2, view.width_px), np.uint8))
    )


def level(frame: Frame, box) -> float:
    """0..1: how white the luma is inside a box (rows, columns)."""
    return (float(frame.y[box].mean()) - BLACK) / (WHITE - BLACK)


FIRST_WORD = np.s_[64:76, 24:40]


@pytest.mark.parametrize("animation", ["none", "fade", "rise", "words"])
def test_a_title_is_seen_in_exactly_its_frames(store, animation):
    film = films(sequence((VIEW,), 3, (), titles=(title((VIEW,), 1, 1, animation),)), store)
    seen = [index for index in range(90) if film(index).y[40:140].max() > BLACK + 2]
    assert seen == list(range(30, 60))


def test_a_fade_comes_and_goes_within_a_quarter_of_a_second(store):
    film = films(sequence((VIEW,), 3, (), titles=(title((VIEW,), 1, 1, "fade"),)), store)
    levels = [level(film(index), FIRST_WORD) for index in range(30, 60)]
    assert 0 < levels[0] < 0.1
    assert levels[3] == pytest.approx(ease(3.5 / 7.5), abs=0.02)
    assert all(value > 0.98 for value in levels[8:22])
    assert levels[::-1] == pytest.approx(levels, abs=0.02)


def test_what_ends_with_the_ad_stays_to_the_last_frame(store):
    film = films(sequence((VIEW,), 2, (), titles=(title((VIEW,), 1, 1, "fade"),)), store)
    assert level(film(59), FIRST_WORD) > 0.98


def test_rise_comes_from_below_and_slows_down(store):
    film = films(sequence((VIEW,), 3, (), titles=(title((VIEW,), 1, 1.5, "rise"),)), store)
    places = []
    for index in range(31, 50):
        rows = np.maximum(0, film(index).y[40:140, 20:40].astype(float).mean(axis=1) - BLACK - 1)
        places.append(float((rows * np.arange(100)).sum() / rows.sum()))
    moves = -np.diff(places)
    assert places[0] - places[-1] == pytest.approx(12 * (1 - 1.5 / 12) ** 3, abs=0.5)
    assert (moves[:10] > 0).all()
    assert (np.diff(moves[:10]) < 0.12).all()
    assert np.abs(moves[12:]).max() < 0.05


def test_words_come_one_after_the_other(store):
    film = films(sequence((VIEW,), 4, (), titles=(title((VIEW,), 1, 2, "words"),)), store)
    layout = title((VIEW,), 1, 2).layouts[0]
    boxes = draw_bars(layout, TextStyle(family="Inter", colour="#ffffff")).words
    starts = []
    for box in boxes:
        inside = np.s_[TOP + box.y0 + 2 : TOP + box.y1 - 2, 20 + box.x0 + 2 : 20 + box.x1 - 2]
        starts.append(next(index for index in range(120) if level(film(index), inside) > 0.5))
    assert np.diff(starts) == pytest.approx([2.4] * 4, abs=0.7)
    assert starts[0] == pytest.approx(30 + 3.75, abs=1)


def test_a_spoken_word_is_lit_and_only_it(store):
    words = (("fresh", 1.0, 1.3), ("every", 1.4, 1.7), ("day", 1.7, 2.0))
    cut = sequence((VIEW,), 3, (), captions=(caption((VIEW,), 1.0, words),))
    film = films(cut, store)
    boxes = draw_bars(cut.captions[0].layouts[0], cut.captions[0].style).words
    for index in range(25, 65):
        frame, second = film(index), (index + 0.5) / 30
        for box, (_, start, end) in zip(boxes, words, strict=True):
            inside = np.s_[
                (320 + box.y0 + 4) // 2 : (320 + box.y1 - 4) // 2, (20 + box.x0 + 4) // 2 : (20 + box.x1 - 4) // 2
            ]
            is_lit = frame.u[inside].mean() < 60  # yellow
            is_shown = frame.y[320 + box.y0 + 4, 20 + box.x0 + 4] > 150
            assert is_shown == (1 <= second < 2), (index, box)
            assert is_lit == (start <= second < end), (index, box)


def test_a_caption_word_with_a_space_lights_both_parts(store):
    words = (("20 %", 0.0, 0.5), ("off", 0.5, 1.0))
    cut = sequence((VIEW,), 1, (), captions=(caption((VIEW,), 0.0, words),))
    boxes = draw_bars(cut.captions[0].layouts[0], cut.captions[0].style).words
    lit = [films(cut, store)(5).u[(324 + box.y0) // 2, (24 + box.x0) // 2] < 60 for box in boxes]
    assert lit == [True, True, False]


def test_a_caption_without_a_lit_colour_stays_plain(store):
    clip = caption((VIEW,), 0.0, (("so", 0.0, 0.5), ("plain", 0.5, 1.0)))
    clip = clip.model_copy(update={"style": TextStyle(family="Inter", colour="#ffffff")})
    film = films(sequence((VIEW,), 1, (), captions=(clip,)), store)
    assert np.abs(film(5).u.astype(int) - 128).max() <= 1


def test_clips_without_a_layout_for_this_view_are_left_out(store):
    other = make_view(100, 100, name="other")
    cut = sequence((VIEW, other), 1, (), titles=(title((other,), 0, 1, "none"),))
    assert films(cut, store)(10).y.max() <= BLACK + 2


def test_a_logo_stands_in_its_box_and_fades(store):
    logo = LogoClip(
        id="logo", start_ticks=0, duration_ticks=ticks_from_s(2), image=save_png(store, flat(90, 60, (255, 255, 255))),
        layouts=(LogoLayout(view="v", x_px=31, y_px=51, width_px=45, height_px=30),),
    )  # fmt: skip
    film = films(sequence((VIEW,), 3, (), logos=(logo,)), store)
    assert 0 < level(film(0), np.s_[51:81, 31:76]) < 0.1
    frame = film(30)
    assert level(frame, np.s_[51:81, 31:76]) > 0.99
    assert max(frame.y[:50].max(), frame.y[82:].max(), frame.y[:, 77:].max()) <= BLACK + 2
    assert level(film(59), np.s_[51:81, 31:76]) < 0.1


def test_type_has_no_grain(store):
    film = films(sequence((VIEW,), 1, (), titles=(title((VIEW,), 0, 1, "none"),)), store)
    assert np.ptp(film(3).y[FIRST_WORD].astype(int)) == 0


def test_cells_cover_the_whole_block_without_overlap():
    words = [FakeWord(5, 31, 4, 20), FakeWord(42, 60, 4, 20), FakeWord(20, 47, 26, 44)]
    patch = Patch.of(np.zeros((50, 71, 4), np.uint8), 3, 3)
    cells = word_cells(words, patch, 1, 1)
    covered = np.zeros((patch.whole.y1, patch.whole.x1), int)
    for cell, word in zip(cells, words, strict=True):
        covered[cell.y0 : cell.y1, cell.x0 : cell.x1] += 1
        assert cell.x0 <= word.x0 + 1
        assert word.x1 + 1 <= cell.x1
        assert cell.y0 <= word.y0 + 1
        assert word.y1 + 1 <= cell.y1
        assert not any(side % 2 for side in (cell.x0, cell.x1, cell.y0, cell.y1))
    assert (covered == 1).all()


def test_the_house_type_is_what_is_drawn(store):
    from admaker_desktop.media import text

    text.start()
    cut = sequence(
        (VIEW,),
        1,
        (),
        titles=(title((VIEW,), 0, 1, "words", style=TextStyle(family="Inter", weight=800, colour="#ffffff")),),
    )
    compositor = Compositor(cut, VIEW, store, text.draw)
    box = Frame.over(compositor.frame(25)).y[TOP:BOTTOM, 20:180]
    assert 0.1 < (box > 200).mean() < 0.6
