"""Facts of films against truths that the tests construct."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from admaker_desktop.core.errors import Cancelled
from admaker_desktop.core.task import CancelToken, Task
from admaker_desktop.media.probe.facts import FileFacts
from admaker_desktop.media.probe.measure import measure
from tests.fakes.films import Film, Luma, blinking, drifting, flat, tone, write_film, write_png, write_wav


def test_a_clean_film_measures_as_it_was_made(tmp_path: Path) -> None:
    facts = measure(write_film(tmp_path / "ad.mp4", Film(seconds=3.5)))
    assert (facts.kind, facts.container, facts.seconds) == ("video", "mp4", 3.5)
    assert (facts.decoder_errors, facts.errors, facts.black, facts.frozen) == (0, (), (), ())
    assert facts.size_bytes == (tmp_path / "ad.mp4").stat().st_size
    video, audio, boxes = facts.video, facts.audio, facts.boxes
    assert video is not None
    assert audio is not None
    assert boxes is not None
    assert (video.codec, video.profile, video.pix_fmt) == ("h264", "High", "yuv420p")
    assert (video.width_px, video.height_px, video.sar, video.dar) == (90, 160, "1:1", "9:16")
    assert (video.fps, video.is_constant_rate, video.frames, video.packets) == (30, True, 105, 105)
    assert (video.color_primaries, video.color_transfer, video.color_space, video.color_range) == (
        "bt709", "bt709", "bt709", "limited",
    )  # fmt: skip
    assert (video.has_b_frames, video.is_interlaced, video.corrupt_frames) == (True, False, 0)
    assert (audio.codec, audio.profile, audio.sample_rate_hz, audio.channels) == ("aac", "LC", 48_000, 2)
    assert audio.lufs == pytest.approx(-14.0, abs=0.15)
    assert audio.true_peak_dbtp == pytest.approx(-14.0, abs=0.2)
    assert audio.max_short_term_lufs == pytest.approx(-14.0, abs=0.15)
    assert (audio.start_s, audio.end_s, audio.silent, audio.clipped_samples) == (0.0, 3.5, (), 0)
    assert (boxes.is_moov_first, boxes.edit_lists, boxes.colr) == (True, 0, "nclx 1/1/1 limited")
    assert boxes.movie_s == pytest.approx(3.5)


def test_facts_survive_json(tmp_path: Path) -> None:
    facts = measure(write_film(tmp_path / "ad.mp4"))
    assert FileFacts.model_validate_json(facts.model_dump_json()) == facts


def test_the_same_file_gives_the_same_facts(tmp_path: Path) -> None:
    path = write_film(tmp_path / "ad.mp4")
    assert measure(path) == measure(path)


def test_edit_lists_and_a_late_moov_are_seen(tmp_path: Path) -> None:
    facts = measure(write_film(tmp_path / "ad.mp4", Film(movflags="", has_edit_lists=True, drops_priming=False)))
    assert facts.boxes is not None
    assert (facts.boxes.is_moov_first, facts.boxes.edit_lists, facts.boxes.has_shifting_edit) == (False, 2, True)
    assert facts.seconds == pytest.approx(1.0, abs=0.001)


def test_aac_priming_without_an_edit_list_makes_the_file_longer(tmp_path: Path) -> None:
    facts = measure(write_film(tmp_path / "ad.mp4", Film(drops_priming=False)))
    assert facts.seconds == pytest.approx(1.0 + 1024 / 48_000, abs=0.001)


@pytest.mark.parametrize("fps", [Fraction(24000, 1001), Fraction(30000, 1001), Fraction(25), Fraction(60)])
def test_the_rate_is_told_apart_to_the_thousandth(tmp_path: Path, fps: Fraction) -> None:
    facts = measure(write_film(tmp_path / "ad.mp4", Film(fps=fps)))
    assert facts.video is not None
    assert facts.video.fps == pytest.approx(float(fps), abs=0.0002)
    assert facts.video.is_constant_rate is True


def test_uneven_steps_are_a_variable_rate(tmp_path: Path) -> None:
    facts = measure(write_film(tmp_path / "ad.mp4", Film(pts=lambda frame: frame + (frame > 10))))
    assert facts.video is not None
    assert facts.video.is_constant_rate is False


def test_rounded_clocks_of_matroska_are_still_constant(tmp_path: Path) -> None:
    film = Film(
        fps=Fraction(30000, 1001), codec="libvpx", codec_options={"deadline": "realtime"}, sound_codec="libopus"
    )
    facts = measure(write_film(tmp_path / "ad.webm", film))
    assert facts.video is not None
    assert facts.audio is not None
    assert (facts.container, facts.video.codec, facts.audio.codec) == ("webm", "vp8", "opus")
    assert (facts.video.is_constant_rate, facts.video.frames, facts.boxes) == (True, 30, None)
    assert facts.video.fps == pytest.approx(29.97, abs=0.05)


def test_bit_rates_are_the_packets_own(tmp_path: Path) -> None:
    path = write_film(tmp_path / "ad.mp4", Film(has_sound=False, seconds=2))
    facts = measure(path)
    assert facts.video is not None
    assert facts.video.mean_kbps == pytest.approx(path.stat().st_size * 8 / 2 / 1000, rel=0.35)
    assert facts.video.peak_kbps is not None
    assert facts.video.mean_kbps is not None
    assert facts.video.peak_kbps >= facts.video.mean_kbps


def test_keyframe_distance_and_interlacing_are_read(tmp_path: Path) -> None:
    options = {"preset": "veryfast", "g": "7", "sc_threshold": "0", "flags": "+cgop+ildct+ilme", "x264-params": "tff=1"}
    facts = measure(write_film(tmp_path / "ad.mp4", Film(codec_options=options, width=96)))
    assert facts.video is not None
    assert (facts.video.longest_gop, facts.video.is_closed_gop, facts.video.is_interlaced) == (7, True, True)


def test_an_open_group_of_pictures_is_seen(tmp_path: Path) -> None:
    options = {"preset": "veryfast", "g": "8", "x264-params": "open-gop=1:scenecut=0:bframes=3:b-adapt=0"}
    facts = measure(write_film(tmp_path / "ad.mp4", Film(codec_options=options)))
    assert facts.video is not None
    assert facts.video.is_closed_gop is False


def still_then_moving_then_black(frame: int, width: int, height: int) -> NDArray[np.uint8]:
    if frame >= 75:
        return flat(16)(frame, width, height)
    return drifting(0 if frame < 45 else frame, width, height)


def test_black_at_the_end_and_a_frozen_stretch_are_located(tmp_path: Path) -> None:
    facts = measure(write_film(tmp_path / "ad.mp4", Film(seconds=3, luma=still_then_moving_then_black)))
    assert [(dark.start_s, dark.end_s) for dark in facts.black] == [(2.5, 3.0)]
    assert facts.frozen[0].start_s == 0.0
    assert facts.frozen[0].end_s == pytest.approx(1.5, abs=0.05)


@pytest.mark.parametrize("hz", [1, 2, 3, 5, 7])
def test_flashes_are_counted_exactly(tmp_path: Path, hz: int) -> None:
    film = Film(seconds=2, luma=blinking(hz, 30), has_sound=False, width=48, height=84)
    facts = measure(write_film(tmp_path / "ad.mp4", film))
    assert facts.flashes is not None
    assert facts.flashes.most_in_a_second == pytest.approx(hz, abs=0.5 if hz == 7 else 0)


@pytest.mark.parametrize(
    "luma",
    [blinking(5, 30, share=0.2), blinking(5, 30, high=130, low=120), blinking(5, 30, high=235, low=220)],
    ids=["small area", "low contrast", "bright on bright"],
)
def test_harmless_blinking_is_no_flash(tmp_path: Path, luma: Luma) -> None:
    facts = measure(write_film(tmp_path / "ad.mp4", Film(seconds=1, luma=luma, has_sound=False)))
    assert facts.flashes is not None
    assert facts.flashes.most_in_a_second == 0


def test_silence_is_located_and_clipping_counted(tmp_path: Path) -> None:
    sound = tone(-14, 3.0)
    sound[:, 48_000:96_000] = 0
    facts = measure(write_wav(tmp_path / "a.wav", sound))
    assert facts.audio is not None
    assert (facts.kind, facts.seconds, facts.video) == ("audio", 3.0, None)
    assert len(facts.audio.silent) == 1
    assert facts.audio.silent[0].start_s == pytest.approx(1.0, abs=0.01)
    assert facts.audio.silent[0].end_s == pytest.approx(2.0, abs=0.01)
    loud = measure(write_wav(tmp_path / "b.wav", np.clip(3 * tone(0, 1.0), -1, 1)))
    assert loud.audio is not None
    assert loud.audio.clipped_samples > 10_000


def test_digital_silence_has_no_loudness_and_no_peak(tmp_path: Path) -> None:
    facts = measure(write_wav(tmp_path / "a.wav", np.zeros((2, 48_000), np.float32)))
    assert facts.audio is not None
    assert (facts.audio.lufs, facts.audio.true_peak_dbtp) == (None, None)
    assert facts.audio.silent[0].length_s == pytest.approx(1.0)


@pytest.mark.parametrize("rate", [22_050, 44_100])
def test_loudness_holds_at_other_sample_rates_and_in_mono(tmp_path: Path, rate: int) -> None:
    facts = measure(write_wav(tmp_path / "a.wav", tone(-10.99, 2.0, rate, channels=1), rate))
    assert facts.audio is not None
    assert facts.audio.lufs == pytest.approx(-14.0, abs=0.1)


def test_a_still_has_a_size_and_no_time(tmp_path: Path) -> None:
    facts = measure(write_png(tmp_path / "a.png", 64, 36))
    assert facts.video is not None
    assert (facts.kind, facts.container, facts.seconds, facts.flashes) == ("image", "png", None, None)
    assert (facts.video.width_px, facts.video.height_px, facts.video.fps) == (64, 36, None)


@pytest.mark.parametrize(
    ("name", "codec", "kind"),
    [
        ("a.gif", "gif", "video"),
        ("a.mkv", "libx264", "video"),
        ("a.avi", "mpeg4", "video"),
        ("a.ts", "mpeg2video", "video"),
    ],
)
def test_other_containers_are_measured_too(tmp_path: Path, name: str, codec: str, kind: str) -> None:
    pix_fmt = "rgb8" if codec == "gif" else "yuv420p"
    film = Film(codec=codec, pix_fmt=pix_fmt, codec_options={}, is_tagged=False, has_sound=False, fps=Fraction(25))
    facts = measure(write_film(tmp_path / name, film))
    assert facts.video is not None
    assert (facts.kind, facts.video.frames, facts.errors) == (kind, 25, ())
    assert facts.seconds == pytest.approx(1.0, abs=0.1)


def test_flipped_bytes_give_damage_and_no_exception(tmp_path: Path) -> None:
    path = write_film(tmp_path / "ad.mp4", Film(seconds=2, width=180, height=320))
    data = bytearray(path.read_bytes())
    for at in range(data.index(b"mdat") + 3000, len(data), 997):
        data[at] ^= 0xFF
    path.write_bytes(data)
    facts = measure(path)
    assert facts.video is not None
    assert facts.video.corrupt_frames > 0 or facts.decoder_errors > 0
    assert facts.decoder_errors > 0


def test_half_a_file_tells_what_is_there_and_that_it_is_cut(tmp_path: Path) -> None:
    path = write_film(tmp_path / "ad.mp4", Film(seconds=4, width=180, height=320))
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    facts = measure(path)
    assert facts.video is not None
    assert 0 < facts.video.frames < 120
    assert any("cut off" in error.text() for error in facts.errors)
    assert facts.boxes is not None
    assert facts.boxes.movie_s == pytest.approx(4.0)


def test_a_cancelled_task_stops_the_measuring(tmp_path: Path) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        measure(write_film(tmp_path / "ad.mp4"), Task(token))
