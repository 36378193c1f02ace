"""What outlives a project: opening, closing and quitting at any moment leave no thread, no lock and no dead end."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from admaker_desktop.core.errors import AdMakerError, StorageError
from admaker_desktop.project.file import ProjectFile
from admaker_desktop.services import opening
from admaker_desktop.services import studio as studio_module
from admaker_desktop.services.new_ad import start_project
from admaker_desktop.services.projects import Wishes
from admaker_desktop.services.studio import Studio
from admaker_desktop.settings.home import find_home
from admaker_desktop.ui.desk import Desk


@pytest.fixture
def make(desk: Desk, tmp_path: Path) -> Callable[[str], Path]:
    """Makes a project on disk."""

    def call(name: str) -> Path:
        assert desk.studio is not None
        return start_project(desk.studio, tmp_path / f"{name}.admaker", "", Wishes())

    return call


def _open(desk: Desk, path: Path, qtbot: QtBot) -> None:
    desk.open_project(path)
    qtbot.waitUntil(lambda: desk.session is not None and desk.opening is None, timeout=10_000)


def _is_free(path: Path) -> bool:
    ProjectFile.open(path).close()
    return True


def test_quitting_right_after_closing_a_project_leaves_nothing(
    desk: Desk, make: Callable[[str], Path], qtbot: QtBot
) -> None:
    path = make("A")
    _open(desk, path, qtbot)
    held = threading.Event()
    for _ in range(3):  # every job thread is busy: what gives the project free has to wait
        desk.jobs.start(lambda: held.wait(0.3), lambda _: None)
    desk.close_project()
    desk.close()
    assert _is_free(path)


def test_quitting_while_a_project_is_on_its_way_gives_it_free(
    desk: Desk, make: Callable[[str], Path], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make("A")
    read, is_reading = opening.open_project, threading.Event()

    def slow(studio: Studio, path: Path) -> opening.OpenedProject:
        found = read(studio, path)
        is_reading.set()
        return found

    monkeypatch.setattr(opening, "open_project", slow)
    desk.open_project(path)
    assert is_reading.wait(10)
    desk.close()
    assert desk.session is None
    assert _is_free(path)


def test_quitting_while_the_studio_loads_closes_it(home: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    del home, qtbot
    begun, may_go_on, closed = threading.Event(), threading.Event(), threading.Event()

    class SlowStudio(Studio):
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            begun.set()
            assert may_go_on.wait(10)

        def close(self) -> None:
            closed.set()
            super().close()

    monkeypatch.setattr(studio_module, "Studio", SlowStudio)
    desk = Desk(find_home())
    desk.load()
    assert begun.wait(20)
    threading.Timer(0.2, may_go_on.set).start()
    desk.close()
    assert closed.is_set()


def test_the_last_project_that_was_asked_for_is_opened(desk: Desk, make: Callable[[str], Path], qtbot: QtBot) -> None:
    first, second = make("A"), make("B")
    desk.open_project(first)
    desk.open_project(second)
    qtbot.waitUntil(lambda: desk.session is not None and desk.opening is None, timeout=10_000)
    assert desk.session is not None
    assert desk.session.path == second
    assert _is_free(first)


def test_a_project_can_be_opened_again_at_once(desk: Desk, make: Callable[[str], Path], qtbot: QtBot) -> None:
    path = make("A")
    failures: list[AdMakerError] = []
    desk.failed.connect(failures.append)
    _open(desk, path, qtbot)
    desk.close_project()
    _open(desk, path, qtbot)
    assert failures == []


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_the_open_project_by_another_way_is_the_open_project(
    desk: Desk, make: Callable[[str], Path], qtbot: QtBot, tmp_path: Path
) -> None:
    path = make("A")
    _open(desk, path, qtbot)
    other = tmp_path / "Link.admaker"
    other.symlink_to(path)
    session = desk.session
    desk.open_project(other)
    assert (desk.session, desk.opening) == (session, None)


def test_nothing_takes_the_open_projects_place_without_asking(
    desk: Desk, make: Callable[[str], Path], qtbot: QtBot
) -> None:
    _open(desk, make("A"), qtbot)
    other = make("B")
    asked: list[Callable[[], None]] = []
    desk.guard = asked.append
    desk.open_project(other)
    desk.open_demo()
    desk.new_project(None, "", Wishes())
    assert (len(asked), desk.opening) == (3, None)


def test_a_bug_while_opening_leaves_the_desk_usable(
    desk: Desk, make: Callable[[str], Path], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make("A")

    def broken(*_: object) -> None:
        raise KeyError("bug")

    with monkeypatch.context() as patch:
        patch.setattr(opening, "open_project", broken)
        with qtbot.waitSignal(desk.failed, timeout=10_000) as failed:
            desk.open_project(path)
    assert "KeyError" in failed.args[0].sentence()
    _open(desk, path, qtbot)


def test_a_home_that_refuses_is_tried_again(home: Path, qtbot: QtBot, tmp_path: Path) -> None:
    store = home / "store"
    store.write_text("a file where the store's folder should be")
    state = home / "state.db"
    state.mkdir()
    desk = Desk(find_home())
    with qtbot.waitSignal(desk.failed, timeout=20_000) as failed:
        desk.load()
        desk.open_project(tmp_path / "A.admaker")
    assert isinstance(failed.args[0], StorageError)
    assert desk.opening is None
    state.rmdir()
    store.unlink()
    desk.new_project(tmp_path / "A.admaker", "", Wishes())
    qtbot.waitUntil(lambda: desk.session is not None, timeout=20_000)
    desk.close()


def test_a_run_that_a_crash_cut_off_is_offered_once_and_never_taken_up_by_itself(
    desk: Desk, make: Callable[[str], Path], qtbot: QtBot
) -> None:
    path = make("A")
    assert desk.studio is not None
    desk.studio.state.start_run("r1", str(path), "headline")  # as a process leaves it that was killed
    file = ProjectFile.open(path)
    opening.remember_run(file, "headline", is_running=True)
    file.close()
    with qtbot.waitSignal(desk.take_up_offered, timeout=10_000) as offered:
        desk.open_project(path)
    assert offered.args == ["headline"]
    assert desk.session is not None
    assert not desk.session.is_running
    desk.close_project()
    with qtbot.assertNotEmitted(desk.take_up_offered):
        _open(desk, path, qtbot)
    assert not desk.session.is_running
