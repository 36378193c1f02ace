"""The whole window on a desk whose studio is loaded, and a mouse and keys for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot
from qtpy.QtCore import QEvent, QObject, Qt
from qtpy.QtWidgets import QApplication, QWidget

from admaker_desktop.ui.desk import Desk
from admaker_desktop.ui.session import Session
from admaker_desktop.ui.shell.main_window import MainWindow


@pytest.fixture
def open_window(desk: Desk, qtbot: QtBot) -> Iterator[Callable[[], MainWindow]]:
    """Opens the window; each one is closed at the end without being asked."""
    opened: list[MainWindow] = []

    def call() -> MainWindow:
        made = MainWindow(desk)
        opened.append(made)
        made.resize(1600, 1000)
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        return made

    yield call
    for window in opened:
        window._may_close = True
        window.close()


@pytest.fixture
def window(open_window: Callable[[], MainWindow]) -> MainWindow:
    return open_window()


@pytest.fixture
def open_demo(window: MainWindow, qtbot: QtBot) -> Callable[[], Session]:
    """Opens the demo project by its button, and waits for its outlook."""

    def call() -> Session:
        with qtbot.waitSignal(window.desk.session_changed, timeout=20_000):
            window.start_page.demo.open_asked.emit()
        session = window.desk.session
        assert session is not None
        qtbot.waitUntil(lambda: session.plan is not None, timeout=20_000)
        return session

    return call


class _Windows(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            kind = watched.windowType()
            if kind == Qt.WindowType.Widget or (kind == Qt.WindowType.Window and not isinstance(watched, MainWindow)):
                self.shown.append(f"{type(watched).__module__}.{type(watched).__name__}")
        return False


@pytest.fixture(autouse=True)
def nothing_flashes(qapp: QApplication) -> Iterator[None]:
    """A widget that is shown before it has its parent is a window for a moment: it flashes and takes the keyboard."""
    windows = _Windows()
    qapp.installEventFilter(windows)
    yield
    qapp.removeEventFilter(windows)
    assert windows.shown == []
