"""Where the parts of the window stand: with another project, in the smallest window, with few projects."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot
from qtpy.QtCore import Qt
from qtpy.QtTest import QTest

from admaker_desktop.ui.pages.flow import FlowPage
from admaker_desktop.ui.session import Session
from admaker_desktop.ui.shell.main_window import MINIMUM_PX, MainWindow


def _flow(window: MainWindow) -> FlowPage:
    assert window.flow is not None
    return window.flow


def test_another_project_shows_its_flow_and_timeline_where_the_last_one_was(
    window: MainWindow, open_demo: Callable[[], Session], qtbot: QtBot
) -> None:
    first = open_demo().path
    flow = _flow(window)
    stages = []
    for _ in range(2):
        with qtbot.waitSignal(window.desk.recent_changed, timeout=20_000):
            window.desk.close_project()
        with qtbot.waitSignal(window.desk.session_changed, timeout=20_000):
            window.desk.open_project(first)
        canvas = flow.canvas
        assert canvas is not None
        qtbot.waitUntil(canvas.isVisible)
        stages.append(canvas)
        assert flow.strip.isVisible()
        assert canvas.height() > 300
    assert stages[0] is not stages[1]


def test_a_folded_timeline_leaves_the_canvas_its_height(
    window: MainWindow, open_demo: Callable[[], Session], qtbot: QtBot
) -> None:
    window.resize(*MINIMUM_PX)
    open_demo()
    flow = _flow(window)
    qtbot.waitUntil(lambda: flow.strip.is_collapsed and flow.middle.sizes()[1] == flow.strip.height())
    assert flow.middle.sizes()[0] > 500
    flow.strip.set_collapsed(False)
    qtbot.waitUntil(lambda: flow.middle.sizes()[1] > 200)
    canvas = flow.canvas
    assert canvas is not None
    qtbot.waitUntil(lambda: canvas.shows_everything)


def test_an_example_fills_the_brief_and_ctrl_z_takes_it_back(window: MainWindow, qtbot: QtBot) -> None:
    page = window.start_page
    page.brief.text.setPlainText("My own words")
    tile = page.examples.stops()[1]
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert "Fizzaroo" in page.brief.text.toPlainText()
    qtbot.waitUntil(lambda: page.box.understanding is not None, timeout=20_000)
    assert page.box.seconds == 6.0
    assert set(page.box.aspects) == {"1:1", "4:5"}
    page.brief.text.undo()
    assert page.brief.text.toPlainText() == "My own words"
