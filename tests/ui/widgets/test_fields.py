"""Fields hold what was typed, tell it once, and show what is wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot
from qtpy.QtCore import QPoint, QPointF, Qt
from qtpy.QtGui import QWheelEvent
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QApplication, QVBoxLayout, QWidget

from admaker_desktop.ui import i18n
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.widgets import NumberField, SearchField, SliderField, TextArea, TextField

Show = Callable[..., QWidget]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Shows fields in a window that lives as long as the test."""
    window = QWidget()
    column = QVBoxLayout(window)
    qtbot.addWidget(window)

    def fill(*fields: QWidget) -> QWidget:
        for field in fields:
            column.addWidget(field)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        return window

    return fill


def test_an_error_has_a_red_border(show: Show) -> None:
    field = TextField()
    show(field)
    field.set_error(True)
    edge = QPoint(field.width() // 2, 0)
    assert field.grab().toImage().pixelColor(edge) == theme.colour("err")
    field.set_error(False)
    assert field.grab().toImage().pixelColor(edge) != theme.colour("err")
    assert field.height() == 32


def test_a_text_area_keeps_its_line_height_and_its_history(show: Show, qtbot: QtBot) -> None:
    area = TextArea()
    show(area)
    area.set_text("one\ntwo")
    layout = area.document().documentLayout()
    first, second = (layout.blockBoundingRect(area.document().findBlockByNumber(row)) for row in (0, 1))
    assert second.top() - first.top() == pytest.approx(13 * 1.38, abs=1)
    assert not area.document().isUndoAvailable()
    assert area.text() == "one\ntwo"
    assert area.textCursor().atEnd()
    qtbot.keyClicks(area, "!")
    area.undo()
    assert area.text() == "one\ntwo"


def test_the_same_text_again_leaves_the_caret_alone(show: Show) -> None:
    area = TextArea()
    show(area)
    area.set_text("brief")
    area.moveCursor(area.textCursor().MoveOperation.Start)
    area.set_text("brief")
    assert area.textCursor().atStart()


def test_ctrl_enter_submits_and_enter_makes_a_line(show: Show, qtbot: QtBot) -> None:
    area = TextArea()
    area.set_error(True)
    show(area)
    with qtbot.waitSignal(area.submitted):
        qtbot.keyClick(area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    for _ in range(3):
        qtbot.keyClick(area, Qt.Key.Key_Return)
    qtbot.keyClicks(area, "a")
    assert area.text() == "\n\n\na"
    area.setReadOnly(True)
    qtbot.keyClick(area, Qt.Key.Key_Return)
    assert area.text() == "\n\n\na"


def test_tab_leaves_a_text_area(show: Show) -> None:
    area, field = TextArea(), TextField()
    window = show(area, field)
    area.setFocus()
    QTest.keyClick(area, Qt.Key.Key_Tab)
    assert window.focusWidget() is field


def test_search_tells_the_text_and_escape_empties_it(show: Show, qtbot: QtBot) -> None:
    search = SearchField()
    search.set_placeholder("Search nodes")
    search.set_keys("Tab")
    show(search)
    with qtbot.waitSignal(search.text_changed) as told:
        search.set_text("voice")
    assert told.args == ["voice"]
    search.setFocus()
    qtbot.keyClick(search.field, Qt.Key.Key_Escape)
    assert search.text() == ""
    assert search.field.accessibleName() == "Search nodes"
    assert search.sizeHint().height() == 32
    assert not search.grab().isNull()


def test_the_key_cap_leaves_room_for_the_text(show: Show) -> None:
    search = SearchField()
    show(search)
    wide = search.field.width()
    search.set_keys("Ctrl K")
    assert search.field.width() < wide


def test_a_number_is_chosen_at_enter_and_set_in_silence(show: Show, qtbot: QtBot) -> None:
    number = NumberField(0, 60, 0.5, 1)
    number.set_unit("s")
    show(number)
    with qtbot.assertNotEmitted(number.chosen):
        number.set_value(5)
    assert number.field.text() == "5.0\N{NO-BREAK SPACE}s"
    number.field.setFocus()
    number.field.selectAll()
    qtbot.keyClicks(number.field, "7.5")
    with qtbot.waitSignal(number.chosen) as told:
        qtbot.keyClick(number.field, Qt.Key.Key_Return)
    assert told.args == [7.5]
    assert number.value == 7.5


def test_a_number_follows_the_language(show: Show, qtbot: QtBot) -> None:
    number = NumberField(0, 60, 0.5, 1)
    number.set_value(5)
    show(number)
    i18n.set_language("fr")
    qtbot.waitUntil(lambda: number.field.text() == "5,0")


def wheel(widget: QWidget) -> bool:
    """Whether the widget kept a turn of the wheel for itself."""
    at = QPointF(widget.rect().center())
    event = QWheelEvent(
        at, at, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def test_the_wheel_belongs_to_the_page(show: Show) -> None:
    field = SliderField(0, 10, 1, 0)
    other = TextField()
    show(field, other)
    other.setFocus()
    field.set_value(5)
    wheel(field.slider)
    wheel(field.number.field)
    assert field.value == 5


def test_a_slider_tells_every_step_but_chooses_once(show: Show) -> None:
    field = SliderField(0, 10, 0.5, 1)
    field.setAccessibleName("Length")
    show(field)
    moved: list[float] = []
    chosen: list[float] = []
    field.moved.connect(moved.append)
    field.chosen.connect(chosen.append)
    slider = field.slider
    middle = slider.height() // 2
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(10, middle))
    for x in (slider.width() // 3, slider.width() // 2, slider.width() - 7):
        QTest.mouseMove(slider, QPoint(x, middle))
    assert chosen == []
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 7, middle))
    assert len(moved) >= 2
    assert chosen == [10.0]
    assert field.number.value == 10
    assert slider.accessibleName() == field.number.field.accessibleName() == "Length"


def test_arrows_and_typing_move_a_slider(show: Show, qtbot: QtBot) -> None:
    field = SliderField(0, 1, 0.05, 2)
    field.set_unit("s")
    field.set_value(0.5)
    show(field)
    with qtbot.waitSignal(field.chosen) as told:
        qtbot.keyClick(field.slider, Qt.Key.Key_Right)
    assert told.args == [pytest.approx(0.55)]
    field.number.field.setFocus()
    field.number.field.selectAll()
    qtbot.keyClicks(field.number.field, "0.2")
    with qtbot.waitSignal(field.chosen):
        qtbot.keyClick(field.number.field, Qt.Key.Key_Return)
    assert field.slider.value() == 4
    assert not field.grab().isNull()
