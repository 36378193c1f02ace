"""Time is exact."""

from __future__ import annotations

import pytest

from admaker_desktop.core.ticks import TICKS_PER_SECOND, FrameRate, s_from_ticks, ticks_from_s


@pytest.mark.parametrize("fps", [23.976, 24, 25, 29.97, 30, 50, 59.94, 60])
def test_every_frame_starts_on_a_whole_tick(fps: float) -> None:
    rate = FrameRate.from_fps(fps)
    assert (TICKS_PER_SECOND * rate.den) % rate.num == 0
    assert rate.ticks_at(1) == rate.frame_ticks
    assert abs(float(rate.fps) - fps) < 0.001


def test_thirty_seconds_do_not_exist_at_29_97() -> None:
    rate = FrameRate.from_fps(29.97)
    assert rate.frames_in(ticks_from_s(30)) == 899


@pytest.mark.parametrize("frame", [0, 1, 7, 449, 100_000])
def test_snap_finds_the_frame_again(frame: int) -> None:
    rate = FrameRate.from_fps(23.976)
    assert rate.snap(rate.ticks_at(frame) + 1000) == rate.ticks_at(frame)
    assert rate.nearest_frame(rate.ticks_at(frame)) == frame


def test_seconds_survive_the_way_to_ticks_and_back() -> None:
    assert s_from_ticks(ticks_from_s(12.345)) == pytest.approx(12.345, abs=1e-8)
