"""Frames of films: exact at every jump, cheap one after the other, plain words for what cannot be read."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

from admaker_desktop.core.errors import MediaError
from admaker_desktop.media.frames import FilmReader, read_sound
from tests.fakes.films import Film, flat, write_film, write_png, write_wav
from tests.media.playback.films import clap_film, number_of, numbered_film

SIZE = (80, 45)


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return numbered_film(tmp_path_factory.mktemp("films") / "numbers.mp4")


def test_forty_random_jumps_are_exact(film: Path) -> None:
    reader = FilmReader(film)
    asked = random.Random(7).sample(range(reader.frames), 40)
    assert [number_of(reader.frame(index, SIZE)) for index in asked] == asked
    reader.close()


def test_every_frame_forwards_and_backwards(film: Path) -> None:
    reader = FilmReader(film)
    assert (reader.frames, reader.fps.fps, reader.size) == (240, 30, (160, 90))
    forwards = [number_of(reader.frame(index, SIZE)) for index in range(100)]
    backwards = [number_of(reader.frame(index, SIZE)) for index in range(239, 100, -1)]
    assert forwards == list(range(100))
    assert backwards == list(range(239, 100, -1))
    reader.close()


def test_a_near_frame_is_reached_without_a_seek(film: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = FilmReader(film)
    reader.frame(50, SIZE)
    seeks: list[int] = []
    container = reader._container

    class Counted:
        def __getattr__(self, name: str) -> object:
            return getattr(container, name)

        def seek(self, pts: int, **options: object) -> None:
            seeks.append(pts)
            container.seek(pts, **options)

    monkeypatch.setattr(reader, "_container", Counted())
    assert number_of(reader.frame(70, SIZE)) == 70
    assert not seeks
    assert number_of(reader.frame(200, SIZE)) == 200
    assert number_of(reader.frame(10, SIZE)) == 10
    assert len(seeks) == 2
    reader.close()


def test_a_frame_is_kept_for_its_size(film: Path) -> None:
    reader = FilmReader(film)
    first = reader.frame(5, SIZE)
    assert reader.frame(5, SIZE) is first
    assert reader.frame(5, (160, 90)).shape == (90, 160, 3)
    reader.close()
    reader.close()


def test_colours_are_those_of_bt709(tmp_path: Path) -> None:
    path = write_film(tmp_path / "grey.mp4", Film(seconds=0.2, luma=flat(126), has_sound=False))
    reader = FilmReader(path)
    assert np.abs(reader.frame(0, (90, 160)).astype(int) - 128).max() <= 2
    reader.close()


def test_sound_begins_with_the_picture(tmp_path: Path) -> None:
    sound = read_sound(clap_film(tmp_path / "clap.mp4"))
    assert sound is not None
    loud = np.flatnonzero(np.abs(sound).max(axis=0) > 0.3)
    assert abs(int(loud[0]) - 48_000) < 100
    assert sound.shape[0] == 2


def test_a_mono_wave_becomes_stereo_at_48_khz(tmp_path: Path) -> None:
    path = write_wav(tmp_path / "a.wav", np.full((1, 22_050), 0.5, np.float32), rate=22_050)
    sound = read_sound(path)
    assert sound is not None
    assert sound.shape == pytest.approx((2, 48_000), abs=64)


def test_a_silent_film_has_no_sound(film: Path) -> None:
    assert read_sound(film) is None


def test_of_a_film_that_is_cut_short_what_is_there_is_shown(film: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.mp4"
    data = film.read_bytes()
    broken.write_bytes(data[: len(data) // 2])
    reader = FilmReader(broken)
    assert 10 < reader.frames < 200
    assert number_of(reader.frame(reader.frames // 2, SIZE)) == reader.frames // 2
    reader.close()


def test_a_film_that_ends_before_its_time_says_so(film: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = FilmReader(film)
    monkeypatch.setattr(reader, "_pts", [*reader._pts, 10**9])
    reader.frames += 1
    with pytest.raises(MediaError, match="ends before its time"):
        reader.frame(240, SIZE)
    assert number_of(reader.frame(3, SIZE)) == 3
    reader.close()


@pytest.mark.parametrize("content", [b"", b"no film at all" * 100, b"\0\0\0\x20ftypisom" + b"\0" * 4000])
def test_what_is_no_film_is_refused_in_words(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.mp4"
    path.write_bytes(content)
    with pytest.raises(MediaError, match=r"x\.mp4"):
        FilmReader(path)


def test_a_missing_file_and_a_sound_are_refused(tmp_path: Path) -> None:
    with pytest.raises(MediaError, match="does not exist"):
        FilmReader(tmp_path / "gone.mp4")
    with pytest.raises(MediaError, match="no picture"):
        FilmReader(write_wav(tmp_path / "a.wav", np.zeros((2, 4800), np.float32)))


def test_a_number_outside_the_film_is_a_mistake_of_the_caller(tmp_path: Path) -> None:
    reader = FilmReader(write_png(tmp_path / "p.png"))
    with pytest.raises(IndexError):
        reader.frame(reader.frames, SIZE)
    reader.close()
