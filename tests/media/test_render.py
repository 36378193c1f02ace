"""Rendered files: what a platform measures on them, sound against picture, and nothing left behind."""

from __future__ import annotations

import struct
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from admaker_desktop.ad.scene import Keyframe
from admaker_desktop.core.errors import Cancelled, ExportError, MediaError, StorageError
from admaker_desktop.core.messages import Message
from admaker_desktop.core.task import CancelToken, Task
from admaker_desktop.media.aac import decode_aac, encode_aac
from admaker_desktop.media.compose import Compositor
from admaker_desktop.media.loudness import measure
from admaker_desktop.media.render import Rendered, RenderJob, render
from admaker_desktop.media.spec import EncodeSpec
from admaker_desktop.project.content import ContentStore
from tests.media.compose.scenes import (
    draw_bars,
    flat,
    hum,
    layer,
    make_view,
    scene,
    sequence,
    shot,
    sound,
    whole_ad,
)

SPEC = EncodeSpec(video_kbps=4000, min_video_kbps=None, audio_kbps=192, metadata={"title": "Ad", "comment": "draft"})


@pytest.fixture
def store(tmp_path: Path) -> ContentStore:
    return ContentStore(tmp_path / "store")


def make(store: ContentStore, path: Path, cut, view, spec: EncodeSpec = SPEC, task: Task | None = None) -> Rendered:
    return render(RenderJob(cut, view, spec, store, path, drawer=draw_bars), task or Task())


def flash_cut(store: ContentStore, view, seconds: float = 2.0):
    """Black, but white from 1 s for 0.2 s, when a click sounds too."""
    size = (view.width_px, view.height_px)
    scenes = [
        scene(*size, layer(store, "ground", flat(*size, rgb), (0, 0, *size)))
        for rgb in ((0, 0, 0), (255, 255, 255), (0, 0, 0))
    ]
    shots = (
        shot(1, 0, 1, (scenes[0],)), shot(2, 1, 0.2, (scenes[1],)), shot(3, 1.2, seconds - 1.2, (scenes[2],)),
    )  # fmt: skip
    click = sound(store, 0.2, lambda t: 0.5 * np.sin(2 * np.pi * 1000 * t), 1.0)
    return sequence((view,), seconds, shots, music=(click,))


def boxes(path: Path) -> dict[str, list[tuple[int, bytes]]]:
    """All boxes by type: (offset, body), containers walked."""
    data = path.read_bytes()
    found: dict[str, list[tuple[int, bytes]]] = {}

    def walk(start: int, end: int) -> None:
        while start + 8 <= end:
            size, kind = struct.unpack(">I4s", data[start : start + 8])
            head = 8
            if size == 1:
                size, head = struct.unpack(">Q", data[start + 8 : start + 16])[0], 16
            name = kind.decode("latin-1")
            found.setdefault(name, []).append((start, data[start + head : start + size] if name != "mdat" else b""))
            if name in ("moov", "trak", "mdia", "minf", "stbl", "edts"):
                walk(start + head, start + size)
            elif name == "stsd":
                walk(start + head + 8, start + size)
            elif name == "avc1":
                walk(start + head + 78, start + size)
            start += size

    walk(0, len(data))
    return found


def packets(path: Path, kind: str) -> list[tuple[float, float, int]]:
    with av.open(str(path)) as container:
        stream = next(s for s in container.streams if s.type == kind)
        found = [p for p in container.demux(stream) if p.size]
        return sorted((float(p.pts * p.time_base), float(p.duration * p.time_base), p.size) for p in found)


def luma_means(path: Path) -> list[float]:
    with av.open(str(path)) as container:
        return [float(frame.to_ndarray()[: frame.height].mean()) for frame in container.decode(video=0)]


def heard(path: Path) -> np.ndarray:
    with av.open(str(path)) as container:
        return np.concatenate([frame.to_ndarray() for frame in container.decode(audio=0)], axis=1)


@pytest.fixture(scope="module")
def ad(tmp_path_factory: pytest.TempPathFactory):
    """A whole small ad, rendered once."""
    folder = tmp_path_factory.mktemp("ad")
    store, view = ContentStore(folder / "store"), make_view(136, 240)
    cut = whole_ad(store, (view,), seconds=4, shots=4)
    messages: list[tuple[float | None, str]] = []
    path = folder / "ad.mp4.part"
    task = Task(report=lambda fraction, message: messages.append((fraction, message.text())))
    done = make(store, path, cut, view, task=task)
    return store, view, cut, path, done, messages


def test_the_file_is_what_placements_ask_for(ad):
    _, _, _, path, done, _ = ad
    with av.open(str(path)) as container:
        video, audio = container.streams.video[0], container.streams.audio[0]
        context = video.codec_context
        assert (context.name, context.profile, context.pix_fmt) == ("h264", "High", "yuv420p")
        assert (context.width, context.height) == (136, 240)
        assert (context.colorspace, context.color_primaries, context.color_trc, context.color_range) == (1, 1, 1, 1)
        assert video.average_rate == video.guessed_rate == 30
        assert video.sample_aspect_ratio == 1
        assert context.level <= 42
        assert (audio.codec_context.name, audio.profile) == ("aac", "LC")
        assert (audio.rate, audio.layout.name) == (48_000, "stereo")
        assert container.metadata["title"] == "Ad"
        assert container.metadata["comment"] == "draft"
        assert container.duration == 4_000_000
    assert done.frames == 120
    assert done.seconds == 4
    assert "libx264 superfast" in done.encoder


def test_faststart_without_edit_list_and_tagged(ad):
    found = boxes(ad[3])
    assert found["moov"][0][0] < found["mdat"][0][0]
    assert "elst" not in found
    assert found["colr"][0][1] == b"nclx" + struct.pack(">HHHB", 1, 1, 1, 0)
    timescale, duration = struct.unpack(">II", found["mvhd"][0][1][12:20])
    assert Fraction(duration, timescale) == 4
    assert [Fraction(*struct.unpack(">II", body[12:20])[::-1]) for _, body in found["mdhd"]] == [4, 4]


def test_the_rate_is_constant_and_starts_at_zero(ad):
    times = packets(ad[3], "video")
    assert [round(start * 30, 6) for start, _, _ in times] == list(range(120))
    assert packets(ad[3], "audio")[0][0] == 0


def test_a_cut_begins_a_gop(ad):
    with av.open(str(ad[3])) as container:
        keys = sorted(round(p.pts * p.time_base * 30) for p in container.demux(video=0) if p.size and p.is_keyframe)
    assert keys[0] == 0
    assert 30 in keys
    assert max(np.diff([*keys, 120])) <= 60


def test_preview_and_export_are_the_same_picture(ad):
    store, view, cut, path, _, _ = ad
    compositor = Compositor(cut, view, store, draw_bars)
    with av.open(str(path)) as container:
        for index, frame in enumerate(container.decode(video=0)):
            error = (frame.to_ndarray().astype(float) - compositor.frame(index)) ** 2
            assert 10 * np.log10(255**2 / error.mean()) > 33, index
    assert index == 119


def test_the_same_cut_gives_the_same_bytes(ad, tmp_path):
    store, view, cut, path, done, _ = ad
    again = tmp_path / "again.part"
    assert make(store, again, cut, view) == done
    assert again.read_bytes() == path.read_bytes()


def test_loudness_is_that_of_the_file(ad):
    _, _, _, path, done, _ = ad
    loudness = measure(np.ascontiguousarray(heard(path)[:, : 4 * 48_000]))
    assert loudness.integrated_lufs == pytest.approx(done.lufs, abs=0.001)
    assert loudness.true_peak_dbtp == pytest.approx(done.true_peak_dbtp, abs=0.001)
    assert done.lufs == pytest.approx(-14, abs=0.5)


def test_progress_counts_frames_and_rises(ad):
    messages = ad[5]
    assert messages[-1] == (1.0, "frame 120 of 120")
    fractions = [fraction for fraction, text in messages if text.startswith("frame")]
    assert fractions == sorted(fractions)


@pytest.mark.parametrize(("fps", "frames"), [(30, 60), (25, 50), (29.97, 59), (23.976, 47)])
def test_length_and_sync_are_exact_at_every_rate(store, tmp_path, fps, frames):
    view = make_view(64, 96, fps)
    path = tmp_path / "a.mp4.part"
    done = make(store, path, flash_cut(store, view), view)
    rate = Compositor(flash_cut(store, view), view, store, draw_bars).rate.fps
    assert done.frames == frames
    seconds = frames / rate
    times = packets(path, "video")
    assert [round(start * float(rate), 4) for start, _, _ in times] == list(range(frames))
    assert sum(length for _, length, _ in packets(path, "audio")) == pytest.approx(
        round(seconds * 48_000) / 48_000, abs=1e-9
    )
    with av.open(str(path)) as container:
        assert container.duration == pytest.approx(float(seconds) * 1e6, abs=25)
        assert container.streams.video[0].average_rate == rate
    levels = luma_means(path)
    flash = next(index for index, value in enumerate(levels) if value > 120) / rate
    click = int(np.argmax(np.abs(heard(path)[0]) > 0.05)) / 48_000
    assert 0 <= flash - 1 < 1 / rate
    assert click == pytest.approx(1.0, abs=0.001)


def test_an_edit_list_is_written_where_allowed(store, tmp_path):
    view, path = make_view(64, 96), tmp_path / "a.part"
    make(store, path, flash_cut(store, view), view, EncodeSpec(2000, None, 128, allow_edit_list=True))
    assert len(boxes(path)["elst"]) == 2
    click = int(np.argmax(np.abs(heard(path)[0]) > 0.05)) / 48_000
    assert click == pytest.approx(1.0, abs=0.001)
    with av.open(str(path)) as container:
        assert container.duration == 2_000_000


def test_a_silent_placement_has_no_audio_track(store, tmp_path):
    view, path = make_view(64, 96), tmp_path / "a.part"
    done = make(store, path, flash_cut(store, view), view, EncodeSpec(2000, None, 128, has_audio=False))
    with av.open(str(path)) as container:
        assert [stream.type for stream in container.streams] == ["video"]
        assert container.duration == 2_000_000
    assert done.lufs is done.true_peak_dbtp is None


def video_kbps(path: Path) -> float:
    found = packets(path, "video")
    return sum(size for *_, size in found) * 8 / 1000 / sum(length for _, length, _ in found)


def test_a_floor_is_kept_by_a_still_picture_and_changes_no_pixel(store, tmp_path):
    view = make_view(64, 96)
    cut = flash_cut(store, view, 5)
    plain, full = tmp_path / "plain.part", tmp_path / "full.part"
    make(store, plain, cut, view)
    make(store, full, cut, view, EncodeSpec(4000, 900, 192))
    assert video_kbps(plain) < 500
    assert 900 <= video_kbps(full) < 925
    with av.open(str(plain)) as one, av.open(str(full)) as other:
        for first, second in zip(one.decode(video=0), other.decode(video=0), strict=True):
            assert np.array_equal(first.to_ndarray(), second.to_ndarray())


def test_the_cap_holds_for_a_picture_that_wants_more(store, tmp_path):
    view = make_view(128, 128)
    noise = np.random.default_rng(1).integers(0, 255, (160, 160, 4), np.uint8)
    noise[..., 3] = 255
    ground = layer(store, "ground", noise, (-16, -16, 160, 160), Keyframe(at=0), Keyframe(at=1, dx_px=12, dy_px=12))
    cut = sequence((view,), 9, (shot(1, 0, 9, (scene(128, 128, ground),)),))
    path = tmp_path / "a.part"
    make(store, path, cut, view, EncodeSpec(400, None, 128, has_audio=False))
    assert 300 < video_kbps(path) <= 400
    sizes = [size for *_, size in packets(path, "video")]
    assert max(sum(sizes[at : at + 30]) for at in range(240)) * 8 / 1000 <= 400 * 1.5


def test_the_file_decodes_to_what_was_measured():
    samples = np.tile(hum(np.arange(100_000) / 48_000), (2, 1)).astype(np.float32)
    coded = encode_aac(samples, 192)
    assert encode_aac(samples, 192).packets == coded.packets
    assert coded.packets[0].pts == -1024
    assert sum(packet.duration for packet in coded.packets if packet.pts >= 0) == 100_000
    for from_priming in (True, False):
        decoded = decode_aac(coded, from_priming=from_priming)
        assert decoded.shape == (2, 100_000)
        error = decoded[:, 3000:-3000] - samples[:, 3000:-3000]
        assert 10 * np.log10((samples**2).mean() / (error**2).mean()) > 20


def test_a_stop_in_the_middle_leaves_nothing(store, tmp_path):
    view, path, token = make_view(64, 96), tmp_path / "a.part", CancelToken()

    def stop(fraction: float | None, text: Message) -> None:
        if text.text().startswith("frame") and (fraction or 0) > 0.05:
            token.cancel()

    with pytest.raises(Cancelled):
        make(store, path, flash_cut(store, view, 30), view, task=Task(token, stop))
    assert not path.exists()


def test_a_lost_picture_leaves_nothing(store, tmp_path):
    view, path = make_view(64, 96), tmp_path / "a.part"
    cut = flash_cut(store, view)
    store.path(cut.shots[1].scenes[0].layers[0].image).unlink()
    with pytest.raises(MediaError, match="gone"):
        make(store, path, cut, view)
    assert not path.exists()


def test_a_folder_that_is_not_there_is_explained(store, tmp_path):
    view = make_view(64, 96)
    with pytest.raises(StorageError, match="No such file"):
        make(store, tmp_path / "gone" / "a.part", flash_cut(store, view), view)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the device that is always full")
def test_a_full_disk_is_explained(store, tmp_path):
    view, path = make_view(64, 96), tmp_path / "a.part"
    path.symlink_to("/dev/full")
    with pytest.raises(StorageError, match="the disk is full"):
        make(store, path, flash_cut(store, view), view)
    assert not path.exists()


def test_a_level_beyond_the_placements_is_refused_before_rendering(store, tmp_path):
    view, path = make_view(1280, 720, 60), tmp_path / "a.part"
    cut = sequence((view,), 1, ())
    with pytest.raises(ExportError, match=r"level 3\.2, the placement allows 3\.1"):
        make(store, path, cut, view, EncodeSpec(4000, None, 128, level_max="3.1", has_audio=False))
    assert not path.exists()


def test_an_ad_shorter_than_a_frame_is_refused(store, tmp_path):
    view = make_view(64, 96)
    with pytest.raises(ExportError, match="shorter than one frame"):
        make(store, tmp_path / "a.part", sequence((view,), 0.01, ()), view)


def test_two_encoder_threads_give_a_whole_file_too(store, tmp_path):
    view, path = make_view(64, 96), tmp_path / "a.part"
    render(RenderJob(flash_cut(store, view), view, SPEC, store, path, threads=2, drawer=draw_bars), Task())
    assert len(luma_means(path)) == 60
