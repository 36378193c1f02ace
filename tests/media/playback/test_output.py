"""What the device is given, block by block, and what the clock says of it."""

from __future__ import annotations

import numpy as np
import pytest

from admaker_desktop.media.playback.clock import Cue, Mark
from admaker_desktop.media.playback.output import AudioOut

RAMP = np.tile(np.arange(48_000, dtype=np.float32) / 48_000, (2, 1))
"""A sound that tells its own position."""


@pytest.fixture
def out() -> AudioOut:
    out = AudioOut(is_silent=True)
    out.set_sound(RAMP)
    return out


def test_blocks_follow_each_other_from_the_place_of_the_cue(out: AudioOut) -> None:
    out.play(Cue(0.5, 1.0))
    first, second = out._next(480), out._next(480)
    assert np.allclose(np.concatenate([first, second])[:, 0], RAMP[0, 24_000:24_960])
    assert first.shape == (480, 2)
    assert first.dtype == np.float32


def test_beyond_the_end_is_silence(out: AudioOut) -> None:
    out.play(Cue(0.995, 1.0))
    block = out._next(480)
    assert block[:240, 0].all()
    assert not block[240:].any()


def test_a_loop_runs_over_its_end_without_a_gap(out: AudioOut) -> None:
    out.play(Cue(0.995, 1.0, loops=True))
    block = out._next(480)[:, 0]
    assert np.allclose(block[:240], RAMP[0, 47_760:])
    assert np.allclose(block[240:], RAMP[0, :240])


def test_a_picture_longer_than_its_sound_ends_in_silence(out: AudioOut) -> None:
    out.play(Cue(0.99, 3.0))
    assert not out._next(960)[480:].any()


@pytest.mark.parametrize("rate", [-1.0, 2.0])
def test_other_speeds_are_not_heard_but_counted(out: AudioOut, rate: float) -> None:
    out.play(Cue(0.5, 1.0, rate))
    assert not out._next(480).any()
    assert out._mark is not None
    assert out._mark.block == 480


def test_nothing_to_play_is_silence_and_no_time(out: AudioOut) -> None:
    assert not out._next(480).any()
    assert out.heard() == 0
    out.set_sound(None)
    out.play(Cue(0.0, 1.0))
    assert not out._next(480).any()


def test_the_volume_glides_within_a_block(out: AudioOut) -> None:
    out.set_sound(np.ones((2, 48_000), np.float32))
    out.play(Cue(0.0, 1.0))
    out._next(480)
    out.gain = 0.0
    block = out._next(480)[:, 0]
    assert block[0] == 1
    assert block[-1] == 0
    assert np.all(np.diff(block) <= 0)
    assert not out._next(480).any()


def test_a_listener_is_told_where_each_block_belongs() -> None:
    heard: list[tuple[float, float, int]] = []
    out = AudioOut(lambda at, position, block: heard.append((at, position, block.shape[0])), is_silent=True)
    out.play(Cue(0.25, 1.0))
    out._next(480)
    out._next(960)
    assert [(position, count) for _, position, count in heard] == [(0.25, 480), (0.26, 960)]
    assert heard[0][0] <= heard[1][0]


def test_a_new_cue_counts_from_nothing(out: AudioOut) -> None:
    out.play(Cue(0.0, 1.0))
    out._next(4800)
    out.play(Cue(0.5, 1.0))
    assert out.heard() == 0
    out._next(4800)
    assert out._mark is not None
    assert out._mark.samples == 0


def test_a_device_that_asks_late_and_catches_up_does_not_shake_the_clock() -> None:
    mark = Mark(Cue(0.0, 60.0), 0, 1920, 0.0).then(1920, 0.0)
    at, latest, steps = 0.0, 0.0, []
    for number in range(1, 200):
        asked = 0.04 * number + (0.03 if number % 3 == 0 else 0.0)
        while at < asked:
            heard = max(latest, mark.heard(at, 1920))
            steps.append(heard - latest)
            assert abs(heard / 48_000 - at) < 0.02
            latest, at = heard, at + 0.001
        mark = mark.then(1920, asked)
    assert max(steps) < 480


def test_a_clock_whose_device_has_stopped_in_between_begins_anew() -> None:
    mark = Mark(Cue(0.0, 60.0), 4800, 1920, 1.0)
    assert mark.then(1920, 9.0).at_s == 9.0


def test_the_clock_runs_on_while_the_device_has_something_left() -> None:
    mark = Mark(Cue(0.0, 1.0), samples=4800, block=1920, at_s=10.0)
    assert mark.heard(10.0, 1920) == 2880
    assert mark.heard(10.02, 1920) == pytest.approx(3840)
    assert mark.heard(10.06, 1920) == pytest.approx(5760)
    assert mark.heard(11.0, 1920) == 6720
    assert Mark(Cue(0.0, 1.0), 0, 1920, 10.0).heard(10.0, 1920) == 0


def test_a_cue_knows_its_place_and_its_end() -> None:
    assert Cue(0.5, 1.0).position(24_000) == 1.0
    assert Cue(0.5, 1.0).has_ended(24_000)
    assert Cue(0.5, 1.0, loops=True).position(36_000) == 0.25
    assert not Cue(0.5, 1.0, loops=True).has_ended(10**9)
    assert Cue(0.5, 1.0, rate=-1.0).position(12_000) == 0.25
    assert Cue(0.5, 1.0, rate=-1.0).has_ended(24_000)
