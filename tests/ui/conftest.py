"""Real models for widgets: a studio, a project on disk, its session; nothing is left behind after a test."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from qtpy.QtCore import QCoreApplication, QEvent, QTimer
from qtpy.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QMessageBox

from admaker_desktop.graph.model import Workflow
from admaker_desktop.media import text
from admaker_desktop.services.briefs import sample_brief
from admaker_desktop.services.opening import open_project
from admaker_desktop.services.projects import Wishes, new_project
from admaker_desktop.services.studio import Studio
from admaker_desktop.settings.home import find_home
from admaker_desktop.ui import i18n
from admaker_desktop.ui.desk import Desk
from admaker_desktop.ui.jobs import Jobs
from admaker_desktop.ui.session import Session
from admaker_desktop.ui.theme import theme


@pytest.fixture(autouse=True, scope="session")
def dressed(qapp: QApplication) -> None:
    """The application as the window has it."""
    theme.apply(qapp)


@pytest.fixture(autouse=True)
def tidy(qapp: QApplication) -> Iterator[None]:
    """English and dark at the start; at the end every widget is gone and no timer runs."""
    i18n.set_language("en")
    theme.set_mode("dark")
    yield
    for window in QApplication.topLevelWidgets():
        window.close()
        window.deleteLater()
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qapp.processEvents()
    gc.collect()


@pytest.fixture(autouse=True)
def no_modal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A nested event loop would hang a test for ever: opening one is an error."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a nested event loop was opened")

    for cls in (QDialog, QMenu):
        monkeypatch.setattr(cls, "exec", refuse)
    for name in ("question", "information", "warning", "critical"):
        monkeypatch.setattr(QMessageBox, name, refuse)
    for name in ("getOpenFileName", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, name, refuse)


@pytest.fixture
def studio(home: Path) -> Iterator[Studio]:
    text.start()
    with Studio(find_home()) as made:
        yield made


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def open_session(studio: Studio, jobs: Jobs, tmp_path: Path) -> Iterator[Callable[..., Session]]:
    """Opens projects: of the sample brief, or of a workflow."""
    opened: list[Session] = []

    def make(workflow: Workflow | None = None, name: str = "Spring") -> Session:
        path = tmp_path / f"{name}.admaker"
        project = new_project(studio, path, sample_brief(), Wishes(), "first_ad")
        if workflow is not None:
            project.save_workflow(workflow)
        project.close()
        session = Session(studio, open_project(studio, path), jobs)
        opened.append(session)
        return session

    yield make
    for session in opened:
        session.close_now()


@pytest.fixture
def session(open_session: Callable[..., Session]) -> Session:
    """The sample brief's project, open."""
    return open_session()


@pytest.fixture
def desk(home: Path, qtbot: QtBot) -> Iterator[Desk]:
    """A desk whose studio is loaded."""
    made = Desk(find_home())
    made.preferences.set_text("last_folder", str(home))
    with qtbot.waitSignal(made.ready, timeout=20_000):
        QTimer.singleShot(0, made.load)
    yield made
    made.close()
