"""The player: sound and picture on one clock, exact scrubbing, and plain words when something is wrong."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import miniaudio
import numpy as np
import pytest

from admaker_desktop.core.errors import MediaError
from admaker_desktop.media.playback import output
from admaker_desktop.media.playback.output import AudioOut
from admaker_desktop.media.playback.player import Player, Shown
from admaker_desktop.media.playback.sources import FilmSource, SoundSource, Source
from admaker_desktop.media.waves import save_wave
from admaker_desktop.project.content import ContentStore
from tests.media.playback.films import FPS, clap_film, number_of, numbered_film

SIZE = (80, 45)
PATIENCE_S = 10


class Stage:
    """A player on a silent device, and what came out of it: frames by clock, samples by position."""

    def __init__(self) -> None:
        self.blocks: list[tuple[float, float, np.ndarray]] = []
        self.shown: list[Shown] = []
        self.changed = threading.Event()
        self.player = Player(
            self.changed.set, lambda: AudioOut(lambda *block: self.blocks.append(block), is_silent=True)
        )

    def load(self, factory: Callable[[], Source]) -> None:
        self.player.open(factory)
        self.until(lambda: not self.player.is_loading)
        self.player.resize(*SIZE)
        if self.player.source is not None:
            self.player.set_sound(self.player.source, self.player.source.sound())

    def until(self, is_true: Callable[[], bool]) -> None:
        """Show what is due, as a window would, until something holds."""
        end = time.monotonic() + PATIENCE_S
        while not is_true():
            assert time.monotonic() < end, "waited in vain"
            self.changed.wait(min(0.005, max(0.001, self.player.next_due_s())))
            self.changed.clear()
            shown = self.player.take()
            if shown is not None:
                self.shown.append(shown)

    def number(self, index: int) -> int:
        """Go to a frame and read its number off the picture."""
        before = len(self.shown)
        self.player.seek(index)
        self.until(lambda: len(self.shown) > before and self.shown[-1].index == index)
        return number_of(self.shown[-1].pixels)


@pytest.fixture
def stage() -> Iterator[Stage]:
    stage = Stage()
    yield stage
    stage.player.close()


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return numbered_film(tmp_path_factory.mktemp("films") / "numbers.mp4")


def test_a_clap_is_seen_and_heard_within_one_frame(stage: Stage, tmp_path: Path) -> None:
    clap = clap_film(tmp_path / "clap.mp4", clap_s=1.0)
    stage.load(lambda: FilmSource(clap))
    stage.player.play()
    stage.until(lambda: not stage.player.is_playing)

    flash = next(shown for shown in stage.shown if shown.pixels.mean() > 128)
    loud = [
        position + int(np.argmax(np.abs(block[:, 0]) > 0.2)) / 48_000
        for _, position, block in stage.blocks
        if np.abs(block[:, 0]).max(initial=0) > 0.2
    ]
    assert FPS <= flash.index < FPS + 3
    into_flash_s = (flash.index - FPS) / FPS
    assert abs(flash.clock_s - loud[0] - into_flash_s) <= 1 / FPS


def test_the_clock_is_the_number_of_samples_that_the_device_has_taken(stage: Stage, tmp_path: Path) -> None:
    clap = clap_film(tmp_path / "clap.mp4")
    stage.load(lambda: FilmSource(clap))
    stage.player.play()
    stage.until(lambda: len(stage.blocks) > 12)
    out = stage.player._out
    assert out is not None
    taken = sum(block.shape[0] for _, _, block in stage.blocks)
    one_frame = 48_000 // FPS
    assert 0 <= taken - out.heard() <= out.latency_samples + stage.blocks[-1][2].shape[0] + one_frame
    positions = [position for _, position, _ in stage.blocks]
    assert positions == sorted(positions)


def test_forty_random_seeks_show_exactly_the_frame_asked_for(stage: Stage, film: Path) -> None:
    stage.load(lambda: FilmSource(film))
    asked = random.Random(3).sample(range(240), 40)
    assert [stage.number(index) for index in asked] == asked


def test_of_many_seeks_the_newest_wins(stage: Stage, film: Path) -> None:
    stage.load(lambda: FilmSource(film))
    stage.until(lambda: bool(stage.shown))
    for index in range(239, 20, -1):
        stage.player.seek(index)
    stage.until(lambda: stage.shown[-1].index == 21)
    assert len(stage.shown) < 30


def test_it_stops_at_the_last_frame_and_plays_again_from_the_first(stage: Stage, film: Path) -> None:
    stage.load(lambda: FilmSource(film))
    stage.player.seek(232)
    stage.player.play()
    stage.until(lambda: not stage.player.is_playing)
    stage.until(lambda: stage.shown[-1].index == 239)
    stage.player.play()
    assert stage.player.frame == 0


def test_a_loop_goes_on_from_the_start(stage: Stage, film: Path) -> None:
    stage.load(lambda: FilmSource(film))
    stage.player.set_loop(True)
    stage.player.seek(234)
    stage.player.play()
    stage.until(lambda: 0 < stage.shown[-1].index < 20 if stage.shown else False)
    assert stage.player.is_playing


def test_backwards_and_double_speed(stage: Stage, film: Path) -> None:
    stage.load(lambda: FilmSource(film))
    stage.player.seek(100)
    stage.until(lambda: stage.shown[-1].index == 100 if stage.shown else False)
    stage.player.play(-1)
    stage.until(lambda: stage.shown[-1].index < 92)
    backwards = [shown.index for shown in stage.shown]
    stage.player.play(2)
    stage.until(lambda: stage.shown[-1].index > 120)
    assert backwards == sorted(backwards, reverse=True)
    assert all(number_of(shown.pixels) == shown.index for shown in stage.shown)
    assert all(not block.any() for _, _, block in stage.blocks)


def test_pausing_keeps_the_frame_and_stops_the_samples(stage: Stage, film: Path) -> None:
    stage.load(lambda: FilmSource(film))
    stage.player.play()
    stage.until(lambda: stage.shown[-1].index > 5 if stage.shown else False)
    stage.player.pause()
    at = stage.player.frame
    count = len(stage.blocks)
    stage.until(lambda: stage.shown[-1].index == at)
    assert stage.player.frame == at
    assert len(stage.blocks) <= count + 1


def test_a_mute_is_heard_as_silence(stage: Stage, tmp_path: Path) -> None:
    clap = clap_film(tmp_path / "clap.mp4", clap_s=0.5, seconds=1.0)
    stage.load(lambda: FilmSource(clap))
    stage.player.set_gain(0.0)
    stage.player.play()
    stage.until(lambda: not stage.player.is_playing)
    assert max(np.abs(block).max() for _, _, block in stage.blocks[3:]) == 0


def test_a_sound_alone_runs_its_clock(stage: Stage, tmp_path: Path) -> None:
    store = ContentStore(tmp_path)
    take = save_wave(store, np.full((1, 24_000), 0.25, np.float32))
    stage.load(lambda: SoundSource(store, take))
    assert stage.player.reel is not None
    assert not stage.player.reel.has_picture
    stage.player.play()
    stage.until(lambda: not stage.player.is_playing)
    heard = np.concatenate([block for _, _, block in stage.blocks])
    assert np.count_nonzero(heard[:, 1]) == pytest.approx(24_000, abs=2_000)


def test_a_file_that_is_gone_is_an_error_to_be_shown_and_another_can_follow(stage: Stage, film: Path) -> None:
    stage.load(lambda: FilmSource(film.with_name("gone.mp4")))
    assert isinstance(stage.player.error, MediaError)
    stage.player.play()
    assert not stage.player.is_playing
    stage.load(lambda: FilmSource(film))
    assert stage.player.error is None
    assert stage.number(17) == 17


def test_a_bug_in_a_source_does_not_end_the_player(stage: Stage, film: Path, caplog: pytest.LogCaptureFixture) -> None:
    def broken() -> Source:
        raise ZeroDivisionError

    stage.load(broken)
    assert stage.player.error is not None
    assert "the player broke" in caplog.text
    stage.load(lambda: FilmSource(film))
    assert stage.number(3) == 3


def test_another_source_in_the_middle_of_playing(stage: Stage, film: Path, tmp_path: Path) -> None:
    stage.load(lambda: FilmSource(film))
    stage.player.play()
    stage.until(lambda: stage.shown[-1].index > 3 if stage.shown else False)
    other = clap_film(tmp_path / "clap.mp4")
    stage.load(lambda: FilmSource(other))
    assert not stage.player.is_playing
    assert stage.player.reel is not None
    assert stage.player.reel.frames == 60
    stage.player.empty()
    stage.until(lambda: stage.player.reel is None and stage.player.source is None)


@pytest.mark.parametrize("refuses", ["when made", "when started"])
def test_without_a_device_it_plays_on_a_silent_one(monkeypatch: pytest.MonkeyPatch, refuses: str) -> None:
    class Deaf:
        """A device that is there and does not start."""

        backend = "Some"

        def start(self, blocks: object) -> None:
            raise miniaudio.MiniaudioError("no")

        def close(self) -> None:
            pass

    def make(backends: object) -> object:
        if backends is not None:
            return real(backends)
        tried.append(1)
        if refuses == "when made":
            raise miniaudio.MiniaudioError("no device")
        return Deaf()

    tried: list[int] = []
    real = output._make_device
    monkeypatch.setattr(output, "_make_device", make)
    out = AudioOut()
    out.open()
    assert out.is_open
    assert not out.has_device
    assert not out.is_stalled
    out.open()
    assert len(tried) == 1, "a missing device is not looked for at every start"
    out.close()
    assert not out.is_open


def test_a_device_that_falls_silent_is_opened_anew(stage: Stage, film: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "_STALLED_S", 0.3)
    stage.load(lambda: FilmSource(film))
    stage.player.play()
    stage.until(lambda: stage.player.frame > 2)
    out = stage.player._out
    assert out is not None
    lost = out._device
    lost.stop()
    stage.until(lambda: out._device is not lost)
    at = stage.player.frame
    stage.until(lambda: stage.player.frame > at + 3)


def test_the_device_is_given_back_after_a_rest(stage: Stage, film: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("admaker_desktop.media.playback.player._REST_S", 0.05)
    stage.load(lambda: FilmSource(film))
    stage.player.play()
    stage.until(lambda: bool(stage.blocks))
    stage.player.pause()
    out = stage.player._out
    assert out is not None
    stage.until(lambda: not out.is_open)
    stage.player.play()
    stage.until(lambda: out.is_open)
