"""The open project's run on the Runs page: what moves while it is live."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from qtpy.QtCore import QEvent, QPoint, QPointF, Qt
from qtpy.QtGui import QHelpEvent, QWheelEvent
from qtpy.QtWidgets import QApplication, QToolTip

from admaker_desktop.engine.lane import Lane
from admaker_desktop.services.run_watch import LaneLoad, RunView
from admaker_desktop.ui.desk import Desk
from admaker_desktop.ui.pages.runs import RunsPage
from admaker_desktop.ui.session import Session
from tests.fakes.runs import FakeJournal


def _view(run: str) -> RunView:
    lanes = (LaneLoad(Lane.CPU, 0, 2, ()), LaneLoad(Lane.EXPORT, 2, 3, ("export",)))
    return RunView(run, None, time.time() - 15, 15.0, 40, 12, 1, 0, 0.6, 10.0, lanes, ("export",))


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RunsPage]:
    with qtbot.waitSignal(desk.session_changed, timeout=20_000):
        desk.open_demo()
    assert desk.session is not None
    journal = FakeJournal(desk.home.state)
    journal.add_run(desk.session.path, "failed", ago_s=4000)
    run = journal.add_run(desk.session.path, "running", ago_s=15)
    monkeypatch.setattr(Session, "is_running", property(lambda _session: True))
    monkeypatch.setattr(Session, "run_view", property(lambda _session: _view(run)))
    made = RunsPage(desk)
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    qtbot.waitUntil(lambda: made.list.runs.rowCount() == 2 and made.chart._look.is_live, timeout=8000)
    yield made
    made.hide()
    monkeypatch.undo()


def test_lanes_progress_and_time_left_are_shown(page: RunsPage, desk: Desk, qtbot: QtBot) -> None:
    assert desk.session is not None
    desk.session.run_changed.emit()
    assert page.tiles._tiles["export"].accessibleDescription() == "2 of 3, Export"
    assert page.tiles._tiles["gpu"].accessibleDescription() == "idle, nothing runs"
    assert page.list.runs.live.left == "10 s left"
    assert page.header.cancel.isVisible()
    assert "of 40 steps" in page.header._facts.text()
    waiting = [row.node for row in page.chart._look.rows if row.state == "waiting"]
    assert "brief" not in waiting
    assert "storyboard" in waiting
    page.grab()


def test_a_tick_that_changes_nothing_but_time_keeps_the_frame(page: RunsPage, desk: Desk) -> None:
    assert desk.session is not None
    frame = page.chart._frame()
    desk.session.run_changed.emit()
    assert page.chart._frame() == frame


def test_cancel_and_retry_go_to_the_session(page: RunsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(Session, "cancel_run", lambda _session: asked.append("cancel"))
    monkeypatch.setattr(Session, "start_run", lambda _session, target=None: asked.append(target))
    qtbot.mouseClick(page.header.cancel, Qt.MouseButton.LeftButton)
    page.needs.retry_wanted.emit("images")
    assert asked == ["cancel"]
    monkeypatch.setattr(Session, "is_running", property(lambda _session: False))
    page.needs.retry_wanted.emit("images")
    assert asked == ["cancel", "images"]
    page.choose_run("run1")
    qtbot.waitUntil(lambda: page._shown_run() == "run1", timeout=8000)
    assert [button.text() for button in page.needs.cards()[0].findChildren(type(page.header.cancel))] == [
        "Retry",
        "Open node",
    ]


def test_the_chart_zooms_under_the_pointer_and_tells_a_bar(page: RunsPage, qtbot: QtBot) -> None:
    chart = page.chart
    view = chart.viewport()
    at = QPointF(600, 60)
    event = QWheelEvent(
        at,
        view.mapToGlobal(at.toPoint()).toPointF(),
        QPoint(),
        QPoint(0, 360),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)
    assert chart.horizontalScrollBar().maximum() > 0
    chart.reset_view()
    assert chart.horizontalScrollBar().maximum() == 0
    row, bar = next((index, row.bars[0]) for index, row in enumerate(chart._look.rows) if row.node == "images")
    chart.choose("images")
    point = chart.bar_rect(row, bar).center().toPoint()
    qtbot.mouseMove(view, point)
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, point, view.mapToGlobal(point)))
    assert "6 items" in QToolTip.text()
    QToolTip.hideText()
    page.grab()
