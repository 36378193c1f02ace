"""Leaving a project whose last changes the disk refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from qtpy.QtWidgets import QAbstractButton, QApplication, QDialog

from admaker_desktop.core.errors import StorageError
from admaker_desktop.core.messages import msg
from admaker_desktop.graph.edits import SetSetting
from admaker_desktop.services.projects import Wishes
from admaker_desktop.ui.desk import Desk
from admaker_desktop.ui.shell.main_window import MainWindow


def _question() -> QDialog | None:
    return next((w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()), None)


def test_closing_with_changes_that_the_disk_refuses_asks_first(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = MainWindow(desk)
    window.show()
    desk.new_project(tmp_path / "A.admaker", "", Wishes())
    qtbot.waitUntil(lambda: desk.session is not None, timeout=10_000)
    session = desk.session
    assert session is not None

    def refuse(*_: object, **__: object) -> None:
        raise StorageError("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(session.project, "save_workflow", refuse)
        with qtbot.waitSignal(session.failed, timeout=5_000):
            session.apply(SetSetting("cta", "text", "Order now"), msg("Change the text"))
        window.close()
        qtbot.waitUntil(lambda: _question() is not None, timeout=5_000)
        assert window.isVisible()
        question = _question()
        assert question is not None
        stay = next(b for b in question.findChildren(QAbstractButton) if b.text() == "Keep it open")
        stay.click()
        assert desk.session is session
    window.close()  # the disk takes it now
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=5_000)
    assert session.project.workflow().node("cta").settings["text"] == "Order now"
