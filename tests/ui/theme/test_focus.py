"""The focus ring is for the keyboard, outside the shape, and leaves with the focus."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from qtpy.QtCore import QCoreApplication, QEvent, Qt
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QFocusFrame, QVBoxLayout, QWidget

from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.focus import NO_FOCUS_RING
from admaker_desktop.ui.theme.tokens import FOCUS_GAP_PX, FOCUS_RING_PX
from admaker_desktop.ui.widgets import Button, SearchField, TextField


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(30, 30, 30, 30)
    for kind in ("normal", "primary"):
        button = Button("", kind)  # type: ignore[arg-type]
        button.setText("Run")
        column.addWidget(button)
    column.addWidget(SearchField())
    column.addWidget(TextField())
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def rings(window: QWidget) -> list[QFocusFrame]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [ring for ring in window.findChildren(QFocusFrame) if ring.isVisible()]


def tab(window: QWidget) -> None:
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)


def test_tab_draws_one_ring_outside_the_shape(window: QWidget) -> None:
    first, second = window.findChildren(Button)
    first.setFocus()
    tab(window)
    assert second.hasFocus()
    (ring,) = rings(window)
    margin = FOCUS_RING_PX + FOCUS_GAP_PX
    assert ring.geometry() == second.geometry().adjusted(-margin, -margin, margin, margin)
    picture = window.grab().toImage()
    outside = picture.pixelColor(second.x() - margin + 1, second.geometry().center().y())
    assert outside == theme.colour("acc")


def test_a_click_draws_none(window: QWidget, qtbot: QtBot) -> None:
    window.findChildren(Button)[0].setFocus()
    tab(window)
    assert rings(window)
    qtbot.mouseClick(window.findChild(TextField), Qt.MouseButton.LeftButton)
    assert rings(window) == []


def test_a_field_around_a_bare_line_edit_has_the_ring(window: QWidget) -> None:
    window.findChildren(Button)[1].setFocus()
    tab(window)
    (ring,) = rings(window)
    assert ring.widget() is window.findChild(SearchField)


def test_a_window_that_is_gone_takes_its_ring_with_it(window: QWidget, qtbot: QtBot) -> None:
    child = QWidget(window, Qt.WindowType.Window)
    column = QVBoxLayout(child)
    for _ in range(2):
        column.addWidget(Button())
    with qtbot.waitExposed(child):
        child.show()
    child.activateWindow()
    child.findChildren(Button)[0].setFocus()
    tab(child)
    assert rings(child)
    child.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.findChildren(Button)[0].setFocus()
    tab(window)
    assert len(rings(window)) == 1


def test_who_shows_the_focus_itself_has_no_ring(window: QWidget) -> None:
    first, second = window.findChildren(Button)
    second.setProperty(NO_FOCUS_RING, True)
    first.setFocus()
    tab(window)
    assert rings(window) == []
