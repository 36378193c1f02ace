"""What tells or asks: toast, banner, empty page, dialog, popover, menu."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from qtpy.QtCore import QPoint, Qt
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QWidget

from admaker_desktop.ui.widgets import (
    Banner,
    Button,
    EmptyState,
    IconButton,
    Label,
    Menu,
    Popover,
    Toast,
    ask,
    show_toast,
)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(800, 700)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def toasts(window: QWidget) -> list[Toast]:
    return [toast for toast in window.findChildren(Toast) if toast.isVisible()]


def press(widget: QWidget, text: str) -> None:
    button = next(button for button in widget.findChildren(Button) if button.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_toast_undoes_and_goes(window: QWidget) -> None:
    undone: list[bool] = []
    toast = show_toast(window, "Node deleted.", "Undo", lambda: undone.append(True))
    assert toast.geometry().center().x() == pytest.approx(400, abs=1)
    assert toast.geometry().bottom() < 700
    assert toast.accessibleName() == "Node deleted."
    press(toast, "Undo")
    assert undone == [True]
    assert toasts(window) == []


def test_toasts_stack_and_the_oldest_leaves(window: QWidget) -> None:
    for number in range(4):
        show_toast(window, f"Note {number}")
    places = {toast.accessibleName(): toast.y() for toast in toasts(window)}
    assert sorted(places) == ["Note 1", "Note 2", "Note 3"]
    assert places["Note 1"] < places["Note 2"] < places["Note 3"]


def test_a_toast_stays_in_the_middle_of_a_window_that_grows(window: QWidget) -> None:
    toast = show_toast(window, "Saved")
    window.resize(1000, 800)
    assert toast.geometry().center().x() == pytest.approx(500, abs=1)


def test_a_toast_is_closed_by_its_cross(window: QWidget) -> None:
    toast = show_toast(window, "Saved", tone="warn")
    close = toast.findChild(IconButton)
    assert close.accessibleName() == "Close"
    close.click()
    assert toasts(window) == []


def test_a_toast_goes_by_itself_but_not_under_the_focus(window: QWidget, qtbot: QtBot) -> None:
    toast = show_toast(window, "Node deleted.", "Undo", lambda: None)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    toast.findChild(Button).setFocus()
    toast._timer.start(1)
    qtbot.wait(30)
    assert toasts(window) == [toast]
    toast.findChild(Button).clearFocus()
    toast._timer.start(1)
    qtbot.waitUntil(lambda: toasts(window) == [])


def test_a_banner_tells_which_button(qtbot: QtBot) -> None:
    banner = Banner("warn", "Offline: drafts still work.", [("retry", "Retry", "normal")])
    qtbot.addWidget(banner)
    banner.resize(700, 40)
    banner.show()
    with qtbot.waitSignal(banner.pressed) as told:
        press(banner, "Retry")
    assert told.args == ["retry"]
    assert banner.sizeHint().height() == 40
    banner.set_tone("err")
    banner.set_text("Kling balance is empty.")
    banner.set_buttons([("top", "Top up", "fix")])
    with qtbot.waitSignal(banner.pressed) as told:
        press(banner, "Top up")
    assert told.args == ["top"]
    assert banner.accessibleName() == "Kling balance is empty."
    assert not banner.grab().isNull()


def test_an_empty_page_offers_its_ways(qtbot: QtBot) -> None:
    page = EmptyState("film", "No takes yet", "Takes stand here.", [("run", "Run to here", "primary")])
    qtbot.addWidget(page)
    page.resize(600, 400)
    page.show()
    with qtbot.waitSignal(page.pressed) as told:
        press(page, "Run to here")
    assert told.args == ["run"]
    page.set_icon("")
    page.set_texts("", "Nothing here.")
    page.set_buttons([])
    assert [label.text() for label in page.findChildren(Label) if label.isVisible()] == ["Nothing here."]
    assert not page.grab().isNull()


def test_a_question_is_answered_by_its_buttons(window: QWidget, qtbot: QtBot) -> None:
    answers: list[str] = []
    dialog = ask(
        window,
        "Delete?",
        "It goes to the bin.",
        [("no", "Keep", "normal"), ("yes", "Delete", "danger")],
        answers.append,
    )
    assert dialog.windowModality() == Qt.WindowModality.WindowModal
    press(dialog, "Delete")
    assert answers == ["yes"]


def test_escape_answers_nothing(window: QWidget) -> None:
    answers: list[str] = []
    dialog = ask(window, "Delete?", "It goes to the bin.", [("yes", "Delete", "danger")], answers.append)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert answers == [""]


def test_a_popover_opens_at_its_anchor_and_tells_when_it_closes(window: QWidget, qtbot: QtBot) -> None:
    popover = Popover(window)
    popover.body.addWidget(Label("section"))
    anchor = Button("", "normal")
    anchor.setParent(window)
    anchor.setText("Cap")
    anchor.move(100, 100)
    anchor.show()
    popover.open_at(anchor)
    assert popover.isVisible()
    assert popover.y() < anchor.mapToGlobal(QPoint(0, anchor.height())).y() < popover.geometry().bottom()
    assert not popover.grab().isNull()
    with qtbot.waitSignal(popover.closed):
        QTest.keyClick(popover, Qt.Key.Key_Escape)
    assert not popover.isVisible()
    popover.open_at(anchor, is_above=True)
    assert popover.geometry().bottom() < anchor.mapToGlobal(QPoint(0, anchor.height())).y() + 30
    popover.close()


def test_a_popover_stays_on_the_screen(window: QWidget) -> None:
    popover = Popover(window)
    label = Label("section")
    label.setFixedSize(200, 100)
    popover.body.addWidget(label)
    area = window.screen().availableGeometry()
    popover.open_at_point(area.bottomRight())
    inner = popover.geometry().adjusted(20, 20, -20, -20)
    assert area.contains(inner)
    popover.close()


def test_a_menu_calls_what_it_shows(window: QWidget) -> None:
    called: list[str] = []
    menu = Menu(window)
    run = menu.add("Run to here", lambda: called.append("run"), "play", "Ctrl+Return")
    gone = menu.add("Delete", lambda: called.append("delete"), is_enabled=False, why="It is running.")
    run.trigger()
    gone.trigger()
    assert called == ["run"]
    assert gone.toolTip() == "It is running."
    menu.open_under(window)
    assert menu.isVisible()
    menu.close()


def test_a_long_toast_has_several_lines_and_nothing_is_cut(qtbot: QtBot) -> None:
    window = QWidget()
    window.resize(1280, 760)
    qtbot.addWidget(window)
    window.show()
    short = show_toast(window, "Saved.")
    long = show_toast(window, "Nothing can be written there: the folder is read-only. Choose another folder. " * 3)
    assert long.height() > short.height() + 20
    assert long.width() < 700
