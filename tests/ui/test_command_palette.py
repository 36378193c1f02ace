"""The command palette: finding, choosing, refusing, and giving the keyboard back."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from qtpy.QtCore import QPoint, Qt
from qtpy.QtGui import QAction, QKeySequence
from qtpy.QtWidgets import QApplication, QLineEdit, QMainWindow, QWidget

from admaker_desktop.ui import i18n
from admaker_desktop.ui.command_palette import CommandPalette, Entry, entry_of


class Window(QMainWindow):
    """A window with a few commands and a field."""

    def __init__(self) -> None:
        super().__init__()
        centre = QWidget()
        self.setCentralWidget(centre)
        self.resize(900, 600)
        self.field = QLineEdit(centre)
        self.field.setGeometry(10, 540, 200, 30)
        self.done: list[str] = []
        self.commands = [self._action(*spec) for spec in (("&Run", "Ctrl+Return"), ("Open project…", "Ctrl+O"))]
        stopping = self._action("Cancel run", "Ctrl+.")
        stopping.setEnabled(False)
        stopping.setStatusTip("Nothing is running.")
        self.commands.append(stopping)
        self.palette_ = CommandPalette(
            centre,
            lambda: self.commands,
            lambda: [Entry("Copy · Headline", lambda: self.done.append("node"), "Nodes", icon="text-cursor-input")],
        )

    def _action(self, text: str, keys: str) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.setProperty("group", "Flow")
        action.setProperty("iconName", "play")
        action.triggered.connect(lambda _=False: self.done.append(text))
        return action


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def titles(window: Window) -> list[str]:
    return [entry.title for entry, _ in window.palette_.model.shown]


def test_an_action_becomes_an_entry(window: Window) -> None:
    run, opening, stop = map(entry_of, window.commands)
    assert (run.title, run.shortcut, run.group, run.icon) == ("Run", "Ctrl ↵", "Flow", "play")
    assert opening.title == "Open project"
    assert (stop.is_enabled, stop.refusal) == (False, "Nothing is running.")
    hinted = QAction("Add node\tTab")
    hinted.setCheckable(True)
    hinted.setChecked(True)
    assert (entry_of(hinted).title, entry_of(hinted).shortcut, entry_of(hinted).icon) == ("Add node", "Tab", "check")


def test_typing_finds_and_enter_does(window: Window, qtbot: QtBot) -> None:
    window.palette_.open()
    assert titles(window) == ["Run", "Open project", "Cancel run", "Copy · Headline"]
    qtbot.keyClicks(window.palette_.field, "hea")
    assert titles(window) == ["Copy · Headline"]
    window.palette_.grab()
    qtbot.keyClick(window.palette_.field, Qt.Key.Key_Return)
    assert window.done == ["node"]
    assert not window.palette_.isVisible()


def test_arrows_walk_around_and_a_disabled_command_says_why(window: Window, qtbot: QtBot) -> None:
    window.palette_.open()
    for _ in range(2):
        qtbot.keyClick(window.palette_.field, Qt.Key.Key_Down)
    qtbot.keyClick(window.palette_.field, Qt.Key.Key_Return)
    assert window.done == []
    assert window.palette_.isVisible()
    index = window.palette_.list.currentIndex()
    assert index.data() == "Cancel run"
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Flow, Ctrl ., Nothing is running."
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Nothing is running."
    window.palette_.grab()
    qtbot.keyClick(window.palette_.field, Qt.Key.Key_Down)
    qtbot.keyClick(window.palette_.field, Qt.Key.Key_Down)
    assert window.palette_.list.currentIndex().data() == "Run"
    qtbot.keyClick(window.palette_.field, Qt.Key.Key_PageDown)
    assert window.palette_.list.currentIndex().row() == 3
    qtbot.keyClick(window.palette_.field, Qt.Key.Key_Tab)
    assert window.palette_.field.hasFocus()


def test_nothing_found_is_a_sentence_and_enter_does_nothing(window: Window, qtbot: QtBot) -> None:
    window.palette_.open()
    qtbot.keyClicks(window.palette_.field, "qqq")
    assert window.palette_.model.index(0, 0).data() == "Nothing is called that"
    qtbot.keyClick(window.palette_.field, Qt.Key.Key_Return)
    window.palette_.grab()
    assert window.palette_.isVisible()


def test_escape_gives_the_keyboard_back(window: Window, qtbot: QtBot) -> None:
    window.field.setFocus()
    window.palette_.open()
    assert window.palette_.field.hasFocus()
    qtbot.keyClick(window.palette_.field, Qt.Key.Key_Escape)
    assert window.field.hasFocus()
    window.palette_.open()
    window.palette_.open()
    assert not window.palette_.isVisible()


def test_a_click_outside_closes_it_and_a_click_on_a_row_does_it(window: Window, qtbot: QtBot) -> None:
    window.palette_.open()
    qtbot.mouseClick(window.centralWidget(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not window.palette_.isVisible()
    window.palette_.open()
    view = window.palette_.list
    place = view.visualRect(window.palette_.model.index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.done == ["Open project…"]


def test_it_stays_in_the_middle_of_the_window_and_outlives_who_had_the_keyboard(window: Window, qtbot: QtBot) -> None:
    window.field.setFocus()
    window.palette_.open()
    window.resize(1200, 700)
    QApplication.processEvents()
    middle = window.palette_.geometry().center().x()
    assert abs(middle - window.centralWidget().width() // 2) <= 1
    window.field.deleteLater()
    qtbot.waitUntil(lambda: window.palette_._returns_to is None)
    i18n.set_language("en")
    QApplication.processEvents()
    window.palette_.close_palette()
    assert not window.palette_.isVisible()
