"""The window on a real display server: the journeys again, at two scales, and the real process typed at."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not installed")
_ROOT = Path(__file__).parents[2]
_SCREEN = "2600x1700x24"
"""Room for the smallest window at 200 %."""


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """The name of a display of its own; the server picks a free number and tells it."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", _SCREEN, "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader) as told:
        number = told.readline().strip()
    assert number, "Xvfb did not start"
    yield f":{number}"
    server.terminate()
    server.wait(timeout=10)


def _environment(display: str, **more: str) -> dict[str, str]:
    return os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"} | more


def _journeys(display: str, *arguments: str, **environment: str) -> None:
    tests = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/ui/journeys", *arguments]
    done = subprocess.run(
        tests,
        cwd=_ROOT,
        env=_environment(display, **environment),
        capture_output=True,
        encoding="utf-8",
        timeout=110,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-3000:]
    assert re.search(r"\d passed", done.stdout)


def test_the_journeys_with_real_windows(display: str) -> None:
    _journeys(display, "-m", "not slow")


def test_the_window_and_its_mouse_at_200_percent(display: str) -> None:
    _journeys(display, "-k", "first_window or wire or smallest", QT_SCALE_FACTOR="2")


@pytest.mark.skipif(shutil.which("xdotool") is None, reason="xdotool is not installed")
def test_the_real_process_is_typed_at_and_quits_cleanly(display: str, home: Path) -> None:
    app = subprocess.Popen(
        [sys.executable, "-m", "admaker_desktop"],
        env=_environment(display, ADMAKER_HOME=str(home)),
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        window = _tool(display, "search", "--sync", "--onlyvisible", "--name", "AdMaker Desktop").split()[0]
        _tool(display, "windowfocus", "--sync", window)
        _tool(display, "key", "ctrl+n")
        _tool(display, "type", "--delay", "300", "voix été")  # xdotool lends é a key, and takes it back too soon else
        draft = home / "start-draft.json"
        _until(lambda: draft.is_file() and _read(draft) == "voix été", "the brief is not kept")
        _tool(display, "key", "ctrl+k")
        _tool(display, "type", "--delay", "20", "runs")
        _tool(display, "key", "Return")
        _tool(display, "key", "ctrl+q")
        _, told = app.communicate(timeout=20)
    finally:
        app.kill()
        app.wait()
        app.stderr.close()
    assert app.returncode == 0
    assert "Traceback" not in told
    log = (home / "logs" / "admaker.log").read_text(encoding="utf-8")
    assert "ERROR" not in log, log


def _tool(display: str, *arguments: str) -> str:
    command = ["xdotool", *arguments]
    done = subprocess.run(
        command,
        env=_environment(display, LC_ALL="C.UTF-8"),
        capture_output=True,
        encoding="utf-8",
        timeout=30,
        check=True,
    )
    return done.stdout


def _read(draft: Path) -> str:
    return str(json.loads(draft.read_text(encoding="utf-8"))["text"])


def _until(is_so: Callable[[], bool], otherwise: str) -> None:
    pause = threading.Event()
    for _ in range(100):
        if is_so():
            return
        pause.wait(0.1)
    raise AssertionError(otherwise)
