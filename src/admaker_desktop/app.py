"""The window: `admaker`, or `admaker app [PROJECT]`. Loads Qt first and everything heavy after the first paint."""

from __future__ import annotations

import argparse
import importlib
import logging
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

from admaker_desktop.core.imports import restore_import

if TYPE_CHECKING:
    from admaker_desktop.ui.shell.main_window import MainWindow

_LOG_BYTES, _LOG_FILES = 1_000_000, 3
_LOAD_AFTER_MS = 2000
"""For a window that starts out of sight and is not painted."""


def main(arguments: list[str]) -> int:
    """Open the window, with a project when one is named; the process's exit code."""
    parser = argparse.ArgumentParser(prog="admaker app", description="Open the window.")
    parser.add_argument("project", nargs="?", type=Path, help="a project file to open")
    project: Path | None = parser.parse_args(arguments).project
    if not _has_screen():
        sys.stderr.write("There is no screen here to open a window on. See: admaker --help\n")
        return 1
    os.environ["QT_API"] = "pyside6"
    os.environ["QT_PREFERRED_BINDING"] = "PySide6"  # NodeGraphQt finds Qt by Qt.py
    bind_qt()
    return _run(project)


def bind_qt() -> None:
    """Let `qtpy.QtCore` and the like be PySide6's own modules: qtpy's copy every name of Qt, a fifth of the start."""
    for name in ("QtCore", "QtGui", "QtWidgets"):
        sys.modules.setdefault(f"qtpy.{name}", importlib.import_module(f"PySide6.{name}"))
    restore_import()


def _run(project: Path | None) -> int:
    from qtpy.QtCore import QTimer
    from qtpy.QtWidgets import QApplication

    from admaker_desktop.settings.home import find_home
    from admaker_desktop.ui import i18n
    from admaker_desktop.ui.desk import Desk
    from admaker_desktop.ui.garbage import Garbage
    from admaker_desktop.ui.shell.main_window import MainWindow
    from admaker_desktop.ui.theme import theme

    home = find_home()
    _log_into(home.logs)
    application = QApplication(["admaker"])
    application.setApplicationName("AdMaker Desktop")
    application.setDesktopFileName("admaker")
    theme.apply(application)
    desk = Desk(home)
    i18n.set_language(desk.preferences.language)
    garbage = Garbage()
    desk.ready.connect(garbage.spare)
    window = MainWindow(desk)
    loading = QTimer()  # after the first paint: what it imports would keep the window empty
    loading.setSingleShot(True)
    loading.timeout.connect(desk.load)
    loading.start(_LOAD_AFTER_MS)
    window.painted.connect(lambda: loading.start(0) if loading.isActive() else None)
    window.show()
    if project is not None:
        desk.open_project(project.expanduser().absolute())
    try:
        with _hearing(window):
            return application.exec()
    finally:
        desk.close()
        window.deleteLater()
        application.sendPostedEvents()
        garbage.close()


@contextmanager
def _hearing(window: MainWindow) -> Iterator[None]:
    """Have the window say what broke in a slot, and close on Ctrl-C."""
    from qtpy.QtCore import QTimer

    previous_hook = sys.excepthook

    def report(kind: type[BaseException], error: BaseException, trace: object) -> None:
        del trace  # the error carries it
        logging.getLogger("admaker.ui").error("a slot broke", exc_info=error)
        if issubclass(kind, KeyboardInterrupt):
            window.close()
        else:
            window.notices.show_bug(error)

    sys.excepthook = report
    signal.signal(signal.SIGINT, lambda *_: window.close())
    wake = QTimer()  # lets Python hear Ctrl-C while Qt waits
    wake.start(500)
    wake.timeout.connect(lambda: None)
    try:
        yield
    finally:
        sys.excepthook = previous_hook
        wake.stop()


def _has_screen() -> bool:
    """Whether Qt can open a window; on Linux it needs a display server, and dies without a word when there is none."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _log_into(folder: Path) -> None:
    """Keep the app's log in files; when the folder cannot be written, go without."""
    root = logging.getLogger("admaker")
    root.setLevel(logging.INFO)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "admaker.log", maxBytes=_LOG_BYTES, backupCount=_LOG_FILES, encoding="utf-8"
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
