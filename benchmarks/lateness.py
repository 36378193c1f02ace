"""How late the window's event loop is while the demo project runs on every lane; prints JSON.

Run from the repository: `python benchmarks/lateness.py [--out FILE]`. A timer of 10 ms beats in the window
on the Flow page; what it is late is what a mouse move would wait. The peer is the same beat in the same window with no
run going. Goal: 50 ms for the 99th percentile while all lanes are busy.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_API", "pyside6")
os.environ.setdefault("QT_PREFERRED_BINDING", "PySide6")

from qtpy.QtCore import QEventLoop, Qt, QTimer
from qtpy.QtWidgets import QApplication

BEAT_MS, GOAL_MS = 10, 50.0
PEER_S = 5.0


class Beat:
    """A timer, and how many milliseconds late it was each time."""

    def __init__(self) -> None:
        self.late_ms: list[float] = []
        self._last = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._note)

    def during(self, is_over: Callable[[], bool], at_most_s: float) -> list[float]:
        """The latenesses until it is over, sorted."""
        loop, look = QEventLoop(), QTimer()
        until = time.monotonic() + at_most_s
        look.timeout.connect(lambda: loop.quit() if is_over() or time.monotonic() > until else None)
        self.late_ms.clear()
        self._last = time.perf_counter()
        self._timer.start(BEAT_MS)
        look.start(100)
        loop.exec()
        self._timer.stop()
        return sorted(self.late_ms)

    def _note(self) -> None:
        now = time.perf_counter()
        self.late_ms.append(max(0.0, (now - self._last) * 1000 - BEAT_MS))
        self._last = now


def measure(folder: Path, seconds: float) -> tuple[list[float], list[float], float]:
    """Latenesses with the run and without it, and how long the run took or was watched."""
    os.environ["ADMAKER_HOME"] = str(folder / "home")
    from admaker_desktop.settings.home import find_home
    from admaker_desktop.ui.desk import Desk
    from admaker_desktop.ui.garbage import Garbage
    from admaker_desktop.ui.shell.main_window import MainWindow

    garbage = Garbage()
    desk = Desk(find_home())
    desk.ready.connect(garbage.spare)
    desk.preferences.set_text("last_folder", str(folder))
    window = MainWindow(desk)
    window.resize(1600, 1000)
    window.show()
    desk.load()
    desk.open_demo()
    beat = Beat()
    beat.during(lambda: desk.session is not None and desk.session.plan is not None, 60)
    session = desk.session
    if session is None:
        raise SystemExit("The demo did not open.")
    beat.during(lambda: False, 2)  # workers start, pictures are read
    still = beat.during(lambda: False, PEER_S)
    start = time.monotonic()
    session.start_run()
    busy = beat.during(lambda: not session.is_running, seconds)
    took = time.monotonic() - start
    session.cancel_run()
    window._may_close = True  # noqa: SLF001 - nobody is there to be asked
    window.close()
    desk.close()
    return busy, still, took


def share(late_ms: list[float], part: float) -> float:
    """A percentile of sorted figures."""
    return late_ms[min(int(len(late_ms) * part), len(late_ms) - 1)]


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seconds", type=float, default=180.0)
    arguments.add_argument("--out", type=Path)
    chosen = arguments.parse_args()
    application = QApplication([])
    from admaker_desktop.ui.theme import theme

    theme.apply(application)
    with tempfile.TemporaryDirectory() as folder:
        busy, still, took = measure(Path(folder), chosen.seconds)
    mine, theirs = share(busy, 0.99), share(still, 0.99)
    entry = {
        "id": "lateness_p99_while_running", "ours": round(mine, 1), "peer": round(theirs, 1),
        "peer_name": "the same window without a run", "ratio": round(mine / theirs, 2) if theirs else None,
        "goal": GOAL_MS, "unit": "ms", "holds": mine <= GOAL_MS, "p50": round(share(busy, 0.5), 1),
        "p95": round(share(busy, 0.95), 1), "longest": round(busy[-1], 1), "beats": len(busy), "run_s": round(took, 1),
    }  # fmt: skip
    written = json.dumps([entry], indent=2)
    if chosen.out:
        chosen.out.parent.mkdir(parents=True, exist_ok=True)
        chosen.out.write_text(written + "\n", encoding="utf-8")
    print(written)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
