"""The cut as tracks, its ruler and its heights: no widget needed."""

from __future__ import annotations

from itertools import pairwise

import pytest

from admaker_desktop.core.ticks import FrameRate, ticks_from_s
from admaker_desktop.media import peaks
from admaker_desktop.timeline.model import Sequence
from admaker_desktop.ui.strip import media
from admaker_desktop.ui.strip.cut import Cut, Track, read_cut
from admaker_desktop.ui.strip.layout import lay_out
from admaker_desktop.ui.strip.scale import Scale, marks, step_of


def track(cut: Cut, kind: str) -> Track:
    return next(track for track in cut.tracks if track.kind == kind)


def test_titles_that_stand_together_are_one_clip_and_others_lie_below(film: Sequence) -> None:
    titles = track(read_cut(film, "tall"), "titles")
    assert [(clip.id, clip.row) for clip in titles.clips] == [("headline", 0), ("legal", 0), ("brand", 1)]
    assert titles.clips[2].texts == ("Luma", "20% off", "Order now")
    assert titles.clips[2].is_end_card
    assert titles.rows == 2


def test_a_view_shows_only_what_is_laid_out_in_it(film: Sequence) -> None:
    wide = read_cut(film, "wide")
    assert track(wide, "titles").clips[2].texts == ("Luma", "20% off")
    assert len(track(wide, "captions").clips) == 1
    assert track(wide, "shots").clips[0].scene == film.shots[0].scenes[1]
    assert (wide.frames, float(wide.rate.fps)) == (300, 25)
    assert read_cut(film, "nobody").view.id == "tall"


def test_a_spoken_line_says_its_words_even_where_they_are_not_captioned(film: Sequence) -> None:
    assert [clip.texts for clip in track(read_cut(film, "wide"), "voice").clips] == [("Good light",), ("Order now",)]


def test_stems_are_one_clip(film: Sequence) -> None:
    (music,) = track(read_cut(film, "tall"), "music").clips
    assert len(music.audio) == 3
    assert music.is_ducked


def test_only_the_last_shot_is_the_end_card(film: Sequence) -> None:
    assert [clip.is_end_card for clip in track(read_cut(film, "tall"), "shots").clips] == [False, False, True]
    without = film.model_copy(update={"end_card_ticks": 0})
    assert not any(clip.is_end_card for clip in track(read_cut(without, "tall"), "shots").clips)


@pytest.mark.parametrize("fps", [23.976, 25, 30, 60])
@pytest.mark.parametrize("px_per_s", [2.0, 20.0, 80.0, 300.0, 1440.0])
@pytest.mark.parametrize("left_px", [0.0, 1234.5])
def test_the_ruler_keeps_its_times_apart_and_on_frames(fps: float, px_per_s: float, left_px: float) -> None:
    rate, scale = FrameRate.from_fps(fps), Scale(px_per_s, left_px)
    found = list(marks(scale, rate, 1000))
    major = [mark for mark in found if mark.is_major]
    assert len(major) >= 2
    assert all(second.x - first.x >= 68 for first, second in pairwise(major))
    assert all(mark.x == pytest.approx(scale.x_at(rate.ticks_at(mark.frame))) for mark in found)
    assert found[-1].x <= 1000 < found[-1].x + (found[-1].x - found[-2].x) + 1
    assert major[0].x <= 68 * 3 or step_of(px_per_s, rate).frames > rate.fps


def test_places_and_times_are_each_others_inverse() -> None:
    scale = Scale(77.3, 41)
    assert scale.ticks_at(scale.x_at(ticks_from_s(3.25))) == ticks_from_s(3.25)


def test_tracks_have_their_designed_heights_where_there_is_room(film: Sequence) -> None:
    boxes = {box.track.kind: box for box in lay_out(read_cut(film, "tall"), 500)}
    assert {kind: box.clip_px for kind, box in boxes.items()} == {
        "captions": 24, "titles": 24, "shots": 67, "voice": 41, "music": 41,
    }  # fmt: skip
    assert boxes["titles"].height == 2 * 24 + 3 + 7


@pytest.mark.parametrize("room", [165, 184, 220, 262, 300])
def test_tracks_fit_into_the_room_and_use_it(film: Sequence, room: int) -> None:
    boxes = lay_out(read_cut(film, "tall"), room)
    bottom = boxes[-1].y + boxes[-1].height
    assert bottom <= room
    assert room - bottom <= 12 or boxes[0].clip_px == 24
    assert all(box.clip_y(box.track.rows - 1) + box.clip_px <= box.y + box.height for box in boxes)


def test_the_strip_counts_peaks_as_the_media_room_does() -> None:
    assert media.PEAKS_PER_S == peaks.PEAKS_PER_S
