"""The window starts without anything heavy, and leaves nothing behind when it closes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_HEAVY = (
    "NodeGraphQt", "admaker_desktop.nodes.catalog", "admaker_desktop.services.studio", "anthropic", "av", "cv2",
    "elevenlabs", "google", "miniaudio", "numpy", "onnxruntime", "openai", "pydantic", "sqlite_utils", "torch",
)  # fmt: skip
_FIRST_PAINT = f"""
import sys
from qtpy.QtCore import QTimer
from qtpy import QtWidgets
from admaker_desktop import app
from admaker_desktop.ui.shell.main_window import MainWindow

def look():
    print("loaded:", *sorted(set({_HEAVY!r}) & sys.modules.keys()))
    QtWidgets.QApplication.quit()

built = MainWindow.__init__
def build(self, desk):
    built(self, desk)
    self.painted.connect(look)
MainWindow.__init__ = build
sys.exit(app.main([]))
"""
_OPEN_AND_CLOSE = """
import gc, multiprocessing, pathlib, sys, threading
from qtpy.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer
from qtpy.QtWidgets import QApplication
from shiboken6 import isValid
from admaker_desktop.settings.home import find_home
from admaker_desktop.ui.desk import Desk
from admaker_desktop.ui.shell.main_window import MainWindow
from admaker_desktop.ui.theme import theme

application = QApplication([])
theme.apply(application)
before = set(threading.enumerate())
desk = Desk(find_home())
desk.preferences.set_text("last_folder", sys.argv[1])
window = MainWindow(desk)
window.show()
desk.load()
desk.open_demo()

def until(is_so):
    loop, look = QEventLoop(), QTimer()
    look.timeout.connect(lambda: loop.quit() if is_so() else None)
    look.start(20)
    loop.exec()

until(lambda: desk.session is not None and desk.session.plan is not None)
desk.session.select("cta")
window.show_page("runs")
window.show_page("flow")
desk.session.start_run("script")
until(lambda: not desk.session.is_running)
window.close()
desk.close()
window.deleteLater()
del window
for _ in range(3):
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    application.processEvents()
gc.collect()
print("windows:", *(type(one).__name__ for one in QApplication.topLevelWidgets()))
print("widgets:", *sorted({type(one).__name__ for one in QApplication.allWidgets()}))
print("timers:", *(
    f"{type(one.parent()).__name__}.{one.interval()}" for one in gc.get_objects()
    if isinstance(one, QTimer) and isValid(one) and one.isActive()
))
print("threads:", *(thread.name for thread in threading.enumerate() if thread not in before))
children = pathlib.Path(f"/proc/self/task/{threading.get_native_id()}/children")
print("children:", *(children.read_text().split() if children.exists() else ()), *multiprocessing.active_children())
"""


def _run(code: str, home: Path, *arguments: str) -> dict[str, str]:
    """What a script has printed, by the word before the colon."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=os.environ | {"ADMAKER_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert "Traceback" not in done.stderr, done.stderr[-3000:]
    return {name: rest.strip() for name, _, rest in (line.partition(":") for line in done.stdout.splitlines())}


def test_the_first_paint_needs_nothing_heavy(home: Path) -> None:
    assert _run(_FIRST_PAINT, home) == {"loaded": ""}


def test_a_closed_window_leaves_nothing_behind(home: Path, tmp_path: Path) -> None:
    nothing = dict.fromkeys(("windows", "widgets", "timers", "threads", "children"), "")
    assert _run(_OPEN_AND_CLOSE, home, str(tmp_path)) == nothing
