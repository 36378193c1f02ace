"""Bad input: one line that says what and what to do, the right exit code, nothing left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from admaker_desktop.core.task import CancelToken
from admaker_desktop.project.file import ProjectFile
from tests.fakes.films import Film, write_film
from tests.fakes.terminal import Terminal


def _files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file()) if folder.exists() else []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.md", b""),
        ("blank.txt", b" \n\t \r\n"),
        ("nul.txt", b"Brand: X\x00\x01\x02\x03" * 50),
        ("picture.md", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8),
        ("binary.txt", bytes(range(256)) * 40),
        ("huge.txt", b"word " * 4_194_304),
    ],
)
def test_a_brief_that_is_none(admaker: Terminal, tmp_path: Path, name: str, content: bytes) -> None:
    brief = tmp_path / name
    brief.write_bytes(content)
    answer = admaker("demo", "--brief", brief, "--out", tmp_path / "out")
    assert (answer.code, answer.err.count("\n")) == (1, 1), answer.err
    assert _files(tmp_path / "out") == []


def test_a_brief_that_is_missing_or_a_folder(admaker: Terminal, tmp_path: Path) -> None:
    for brief in (tmp_path / "none.md", tmp_path):
        answer = admaker("demo", "--brief", brief, "--out", tmp_path / "out")
        assert (answer.code, answer.err.count("\n")) == (1, 1), answer.err


@pytest.mark.parametrize(
    "options",
    [
        ("--formats", "7:3"), ("--formats", "9:16,wide"), ("--formats", ","), ("--seconds", "0"), ("--seconds", "-3"),
        ("--seconds", "abc"), ("--seconds", "9999"), ("--seconds", "nan"), ("--lang", "de"), ("--nothing",),
    ],
)  # fmt: skip
def test_a_value_that_nothing_can_be_made_of(admaker: Terminal, tmp_path: Path, options: tuple[str, ...]) -> None:
    answer = admaker("demo", "--out", tmp_path / "out", *options)
    assert (answer.code, answer.err.count("\n")) == (2, 1), answer.err
    assert _files(tmp_path) == []


def test_an_out_that_is_a_file_or_below_one(admaker: Terminal, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("mine")
    for out in (taken, taken / "deeper"):
        answer = admaker("demo", "--out", out)
        assert (answer.code, answer.err.count("\n")) == (1, 1), answer.err
    assert taken.read_text() == "mine"


def test_an_out_on_a_device_that_takes_no_folders(admaker: Terminal) -> None:
    if os.name != "posix" or not Path("/proc").is_dir():
        pytest.skip("needs /proc")
    answer = admaker("demo", "--out", "/proc/nowhere")
    assert (answer.code, answer.err.count("\n")) == (1, 1), answer.err


@pytest.mark.parametrize(
    ("name", "content"), [("photo.png", b"no picture"), ("photo.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 60)]
)
def test_a_photo_that_is_none(admaker: Terminal, tmp_path: Path, name: str, content: bytes) -> None:
    photo = tmp_path / name
    photo.write_bytes(content)
    answer = admaker("demo", "--out", tmp_path / "out", "--photo", photo)
    assert (answer.code, answer.err.count("\n")) == (1, 1), answer.err
    missing = admaker("demo", "--out", tmp_path / "out", "--logo", tmp_path / "none.png")
    assert (missing.code, missing.err.count("\n")) == (1, 1)


def test_preflight_of_what_is_no_media(admaker: Terminal, tmp_path: Path) -> None:
    text = tmp_path / "x.mp4"
    text.write_text("hello")
    for path in (text, tmp_path / "none.mp4", tmp_path):
        answer = admaker("preflight", path, "--preset", "master_universal_9x16")
        assert (answer.code, answer.err.count("\n")) == (1, 1), answer.err
    assert admaker("preflight", text, "--preset", "nothing_like_it").code == 2


def test_a_broken_store_is_said_so(admaker: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = tmp_path / "home"
    taken.write_text("a file where the app's folder should be")
    monkeypatch.setenv("ADMAKER_HOME", str(taken))
    answer = admaker("demo", "--out", tmp_path / "out")
    assert (answer.code, answer.err.count("\n")) == (1, 1), answer.err


def test_a_damaged_state_stops_nobody(admaker: Terminal, tmp_path: Path, home: Path) -> None:
    (home / "state.db").write_bytes(b"not a database" * 100)
    assert admaker("new", tmp_path / "A").code == 0
    assert (home / "state.db.damaged").exists()


def test_a_name_that_is_too_long_is_said_so(admaker: Terminal, tmp_path: Path) -> None:
    for arguments in (("demo", "--out", tmp_path / ("y" * 300)), ("new", tmp_path / ("x" * 300))):
        answer = admaker(*arguments, "--json")
        assert (answer.code, answer.err.count("\n")) == (1, 1), answer.err
        assert answer.json["ok"] is False
        assert "AdMaker does not know" not in answer.err


@pytest.mark.parametrize("arguments", [("frob",), ("demo", "--frob"), ("demo", "--seconds", "abc"), ("export", "x")])
def test_wrong_usage_is_json_too(admaker: Terminal, arguments: tuple[str, ...]) -> None:
    answer = admaker(*arguments, "--json")
    assert (answer.code, answer.err.count("\n")) == (2, 1), answer.err
    assert answer.json["ok"] is False


def test_a_project_name_with_a_line_break_is_refused(admaker: Terminal, tmp_path: Path) -> None:
    answer = admaker("new", f"{tmp_path}/a\nb")
    assert (answer.code, answer.err.count("\n")) == (2, 1)


def test_a_result_that_is_bad_news_is_no_crash(admaker: Terminal, tmp_path: Path, home: Path) -> None:
    film = write_film(tmp_path / "small.mp4", Film())
    answer = admaker("preflight", film, "--preset", "master_universal_9x16", "--json")
    assert (answer.code, answer.err) == (1, "")
    assert answer.json["ok"] is False
    assert not (home / "logs").exists()


def test_words_that_no_face_can_set_fail_their_node(admaker: Terminal, tmp_path: Path) -> None:
    project = tmp_path / "p.admaker"
    brief = tmp_path / "b.md"
    brief.write_text(
        "Brand: Nimbus\nProduct: Nimbus Rain Jacket\nCTA: Find yours at nimbus.example\nLength: 6 seconds\n"
    )
    admaker("new", project, "--brief", brief)
    admaker("set", project, "cta", "text", "Ride on 🎉 اشتر")
    answer = admaker("run", project, "--node", "cta", "--json")
    assert answer.code == 1
    assert "🎉" in answer.json["failed"]["cta"]


def test_a_project_at_work_is_not_passed_over(admaker: Terminal, tmp_path: Path) -> None:
    project = ProjectFile.create(tmp_path / "out" / "demo.admaker", made_by="demo")
    answer = admaker("demo", "--out", tmp_path / "out")
    project.close()
    assert (answer.code, answer.err.count("\n")) == (1, 1)
    assert "is open in another AdMaker" in answer.err
    assert not (tmp_path / "out" / "demo 2.admaker").exists()


def test_ctrl_c_while_loading_is_one_line(tmp_path: Path) -> None:
    if os.name != "posix":
        pytest.skip("signals of POSIX")
    command = [sys.executable, "-m", "admaker_desktop", "demo", "--out", str(tmp_path)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        CancelToken().sleep(1.5)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said.count("\n") == 1
    assert "Traceback" not in said
