"""What every test gets: a home of its own, no leaked threads, type ready to be set."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from admaker_desktop.app import bind_qt
from tests.fakes.terminal import Terminal

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_API", "pyside6")
os.environ.setdefault("QT_PREFERRED_BINDING", "PySide6")
bind_qt()  # as the window does


@pytest.fixture(autouse=True, scope="session")
def one_application(qapp: object) -> object:
    """One QApplication for the whole process: type is set and windows are opened by the same one."""
    return qapp


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """ADMAKER_HOME, empty, for this test alone."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("ADMAKER_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def no_leaked_threads() -> Iterator[None]:
    """Fails a test that leaves a thread running."""
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before and thread.is_alive()]
    for thread in left:
        thread.join(timeout=5)
    names = [thread.name for thread in left if thread.is_alive()]
    assert not names, f"threads left running: {names}"


@pytest.fixture
def admaker(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Terminal:
    """The command line, in this process."""
    return Terminal(monkeypatch, capfd)
