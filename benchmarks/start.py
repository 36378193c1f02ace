"""Seconds from starting the process to the window's first paint and to the demo film's first frame; prints JSON.

Run from the repository: `python benchmarks/start.py [--rounds 5] [--out FILE]`; medians, with an app folder that is new
each time. The peer is a bare PySide6 window with one label, and one that shows the film's first frame by PyAV. Both run
in turns with ours; `cpu_s` is the processor time until then, which a busy machine
hardly changes. Goals: 0.8 s and 2 s on an otherwise idle machine.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PAINT, FRAME = "paint", "frame"
PAINT_CPU, FRAME_CPU = "paint_cpu", "frame_cpu"
GOALS_S = {PAINT: 0.8, FRAME: 2.0}
Times = dict[str, float]


def window(started: float) -> None:
    """In a process of its own: the app as `admaker` starts it, closed after the film's first frame."""
    os.environ["QT_API"] = "pyside6"
    os.environ["QT_PREFERRED_BINDING"] = "PySide6"
    from admaker_desktop.app import bind_qt

    bind_qt()  # the app's own first step
    from qtpy import QtCore, QtWidgets

    told: Times = {}

    class FirstPaint(QtCore.QObject):
        def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() == QtCore.QEvent.Type.Paint and isinstance(watched, QtWidgets.QMainWindow):
                QtWidgets.QApplication.instance().removeEventFilter(self)
                QtCore.QTimer.singleShot(0, painted)
            return False

    def painted() -> None:
        told[PAINT], told[PAINT_CPU] = time.time() - started, time.process_time()

    class Application(QtWidgets.QApplication):
        def exec(self) -> int:
            def frame(*_: object) -> None:
                told.setdefault(FRAME, time.time() - started)
                told.setdefault(FRAME_CPU, time.process_time())
                QtCore.QTimer.singleShot(0, self.quit)

            main = next(one for one in self.topLevelWidgets() if isinstance(one, QtWidgets.QMainWindow))
            main.start_page.demo.engine.picture.connect(frame)
            watcher = FirstPaint()
            self.installEventFilter(watcher)
            return int(super().exec())

    QtWidgets.QApplication = Application
    from admaker_desktop.app import main

    main([])
    print(json.dumps(told), flush=True)


def bare(started: float) -> None:
    """In a process of its own: a window with a label, then the film's first frame in it."""
    from PySide6 import QtCore, QtGui, QtWidgets

    application = QtWidgets.QApplication([])
    told: Times = {}

    class Window(QtWidgets.QMainWindow):
        def paintEvent(self, event: QtGui.QPaintEvent) -> None:  # noqa: N802 - Qt's name
            super().paintEvent(event)
            if not told:
                told[PAINT] = 0.0
                QtCore.QTimer.singleShot(0, painted)

    made = Window()
    label = QtWidgets.QLabel("A window")
    made.setCentralWidget(label)

    def painted() -> None:
        told[PAINT], told[PAINT_CPU] = time.time() - started, time.process_time()
        import av

        with av.open(str(film())) as container:
            pixels = next(container.decode(video=0)).to_ndarray(format="rgb24")
        height, width, _ = pixels.shape
        image = QtGui.QImage(pixels.data, width, height, 3 * width, QtGui.QImage.Format.Format_RGB888)
        label.setPixmap(QtGui.QPixmap.fromImage(image))
        told[FRAME], told[FRAME_CPU] = time.time() - started, time.process_time()
        application.quit()

    made.resize(1600, 1000)
    made.show()
    application.exec()
    print(json.dumps(told), flush=True)


def film() -> Path:
    """The bundled demo film, as the Start page finds it, without importing the app."""
    folder = Path(__file__).resolve().parents[1] / "src" / "admaker_desktop" / "resources" / "demo"
    return min(folder.glob("*.mp4"))


def measure(kind: str) -> Times:
    """One start of a process."""
    with tempfile.TemporaryDirectory() as home:
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "ADMAKER_HOME": home}
        command = [sys.executable, __file__, "--process", kind, "--started"]
        done = subprocess.run(
            [*command, repr(time.time())], env=environment, stdout=subprocess.PIPE, encoding="utf-8", check=True
        )
    told: Times = json.loads(done.stdout.strip().splitlines()[-1])
    return told


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--out", type=Path)
    arguments.add_argument("--process", choices=["window", "bare"], help=argparse.SUPPRESS)
    arguments.add_argument("--started", type=float, help=argparse.SUPPRESS)
    chosen = arguments.parse_args()
    if chosen.process:
        (window if chosen.process == "window" else bare)(chosen.started)
        return
    rounds = [(measure("window"), measure("bare")) for _ in range(chosen.rounds)]
    entries = []
    for what, goal in GOALS_S.items():
        mine, theirs, mine_cpu, theirs_cpu = (
            statistics.median(times[side][key] for times in rounds) for key in (what, f"{what}_cpu") for side in (0, 1)
        )
        entries.append({
            "id": f"start_{what}", "ours": round(mine, 3), "peer": round(theirs, 3), "peer_name": "bare PySide6 window",
            "ratio": round(mine / theirs, 2), "goal": goal, "unit": "s", "holds": mine <= goal,
            "cpu_s": round(mine_cpu, 3), "peer_cpu_s": round(theirs_cpu, 3),
        })  # fmt: skip
    written = json.dumps(entries, indent=2)
    if chosen.out:
        chosen.out.parent.mkdir(parents=True, exist_ok=True)
        chosen.out.write_text(written + "\n", encoding="utf-8")
    print(written)


if __name__ == "__main__":
    main()
