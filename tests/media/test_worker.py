"""Strangers' files are measured in a child; the worst that they can do is a sentence."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
import zlib
from pathlib import Path

import pytest

from admaker_desktop.core.errors import Cancelled, MediaError
from admaker_desktop.core.messages import msg
from admaker_desktop.core.task import CancelToken, Task
from admaker_desktop.media.probe.measure import measure
from admaker_desktop.media.process_limits import WorkerLimits
from admaker_desktop.media.worker import _clean_environment, _facts, _fraction, _parsed, _sentence, measure_in_worker
from tests.fakes.films import Film, tone, write_film, write_wav


def png_bomb(side: int) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")

    head = side.to_bytes(4, "big") * 2 + b"\x08\x00\x00\x00\x00"
    rows = zlib.compress(bytes(side + 1) * 64, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_the_child_measures_what_we_would_and_tells_its_progress(tmp_path: Path) -> None:
    path = write_film(tmp_path / "ad with spaces é.mp4", Film(seconds=2))
    heard: list[float | None] = []
    facts = measure_in_worker(path, Task(report=lambda fraction, _: heard.append(fraction)))
    assert facts == measure(path)
    assert heard
    assert all(fraction is not None and 0 <= fraction <= 1 for fraction in heard)


HOSTILE = {
    "ffconcat.mp4": b"ffconcat version 1.0\nfile other.mp4\n",
    "playlist.mp4": b"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nother.ts\n#EXT-X-ENDLIST\n",
    "picture.svg": b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
    "text.mp4": b"this is no film\n" * 50,
    "empty.mp4": b"",
    "archive.mp4": b"PK\x03\x04" + bytes(300),
    "noise.mp4": bytes((at * 7919 >> 3) & 0xFF for at in range(5000)),
    "bomb.png": png_bomb(16_000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_media_is_refused_with_a_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "other.mp4").write_bytes(b"secret")
    path = tmp_path / name
    path.write_bytes(HOSTILE[name])
    with pytest.raises(MediaError) as caught:
        measure_in_worker(path, Task())
    assert name in caught.value.message.text()
    assert caught.value.hint
    assert "\n" not in caught.value.sentence()
    assert "{name}" in caught.value.message.template


def test_what_the_child_says_at_length_is_cut() -> None:
    told = _sentence(msg("{name} is gone.", name="x" * 500).to_json())
    assert len(told.text()) == 300


@pytest.mark.parametrize("name", ["nowhere.mp4", "."])
def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(MediaError):
        measure_in_worker(tmp_path / name, Task())


def test_damaged_media_give_facts_with_errors(tmp_path: Path) -> None:
    whole = write_film(tmp_path / "whole.mp4", Film(seconds=2, width=180, height=320)).read_bytes()
    half = tmp_path / "half.mp4"
    half.write_bytes(whole[: len(whole) * 2 // 3])
    assert measure_in_worker(half, Task()).errors
    headless = tmp_path / "headless.mp4"
    headless.write_bytes(whole[: whole.index(b"moov") - 4] + whole[whole.index(b"mdat") - 4 :])
    facts = measure_in_worker(headless, Task())
    assert facts.kind is None
    assert any("moov" in error.text() for error in facts.errors)


def test_a_wave_of_nothing_but_its_header_is_an_empty_sound(tmp_path: Path) -> None:
    path = write_wav(tmp_path / "head.wav", tone(-14, 1.0))
    path.write_bytes(path.read_bytes()[:44])
    facts = measure_in_worker(path, Task())
    assert facts.audio is None or facts.audio.samples == 0


def test_a_cancel_kills_the_child_at_once(tmp_path: Path) -> None:
    path = write_film(tmp_path / "ad.mp4", Film(seconds=20, width=180, height=320, has_sound=False))
    token = CancelToken()
    timer = threading.Timer(0.4, token.cancel)
    timer.start()
    started = time.monotonic()
    with pytest.raises(Cancelled):
        measure_in_worker(path, Task(token))
    assert time.monotonic() - started < 1.0
    timer.join()


def test_the_clock_stops_a_slow_child(tmp_path: Path) -> None:
    path = write_film(tmp_path / "ad.mp4")
    with pytest.raises(MediaError, match="too long"):
        measure_in_worker(path, Task(), WorkerLimits(wall_s=0.05))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps a limit on memory")
def test_a_child_that_dies_is_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    path = write_film(tmp_path / "ad.mp4")
    with pytest.raises(MediaError, match="cannot be read"):
        measure_in_worker(path, Task(), WorkerLimits(memory_bytes=60_000_000))


def test_no_key_reaches_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADMAKER_OPENAI_API_KEY", "sk-1")
    monkeypatch.setenv("Aws_Secret", "x")
    monkeypatch.setenv("PLAIN", "kept")
    clean = _clean_environment()
    assert "PLAIN" in clean
    assert not {"ADMAKER_OPENAI_API_KEY", "Aws_Secret"} & set(clean)


def test_babble_of_the_child_counts_as_nothing() -> None:
    assert _parsed(b"\xff\xfe not json\n") == {}
    assert _parsed(b"[1, 2]\n") == {}
    assert _fraction("soon") is None
    with pytest.raises(MediaError, match="makes no sense"):
        _facts({"name": 3}, "ad.mp4")


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_the_child_ends_with_its_parent(tmp_path: Path) -> None:
    path = write_film(tmp_path / "ad.mp4", Film(seconds=20, width=180, height=320, has_sound=False))
    job = f'{{"path": "{path}", "limits": {{"memory_bytes": 2500000000, "cpu_s": 60, "open_files": 64, "wall_s": 60}}}}'
    child = subprocess.Popen(
        [sys.executable, "-m", "admaker_desktop.media.worker", job], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdout.readline()
    child.stdin.close()
    assert child.wait(timeout=5) == 1
    child.stdout.close()
