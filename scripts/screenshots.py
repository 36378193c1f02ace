"""Takes the pictures of the window for README and docs: the real window, offscreen, with the demo project.

`python scripts/screenshots.py [--home HOME --project PROJECT] [--out FOLDER]`: without a project the demo is made first
(a minute or two) in a folder of its own. Times of day and durations differ from one taking to the next, nothing else.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ["QT_API"] = "pyside6"
os.environ["QT_PREFERRED_BINDING"] = "PySide6"
os.environ["QT_QPA_PLATFORM"] = "offscreen"

import cv2
import numpy as np
from numpy.typing import NDArray
from qtpy.QtCore import QEventLoop, QPoint, QRect, QTimer
from qtpy.QtGui import QColor, QImage, QPainter, QPixmap
from qtpy.QtWidgets import QApplication, QDialog, QWidget

from admaker_desktop.settings.home import AppHome
from admaker_desktop.ui import i18n
from admaker_desktop.ui.desk import Desk
from admaker_desktop.ui.pages.flow import FlowPage
from admaker_desktop.ui.player.engine import Engine
from admaker_desktop.ui.player.panel import PlayerPanel
from admaker_desktop.ui.session import Session
from admaker_desktop.ui.shell.main_window import MINIMUM_PX, MainWindow
from admaker_desktop.ui.theme import theme

ROOT = Path(__file__).resolve().parents[1]
SIZE = (1600, 1000)
MAX_BYTES = 300_000
"""Of one picture."""
_NODE = "cta"
_AT_S = 1.2
"""What the player shows: the headline stands there, as in the app's own thumbnails."""
_FPS = 30
_LONGEST_S = 600.0
_COLOURS = 256
_BAYER = np.array([[0, 2], [3, 1]])
for _ in range(2):
    _BAYER = np.block([[4 * _BAYER, 4 * _BAYER + 2], [4 * _BAYER + 3, 4 * _BAYER + 1]])
_PATTERN = (_BAYER / 64 - 0.5) * 7
"""Levels that are added to a colour that is not in the table, 8 by 8 pixels."""
Pixels = NDArray[np.uint8]
"""RGB order."""
_QUIET_MS = 1200
"""Previews, filmstrips and waveforms are there by then."""


class Camera:
    """The window and what it is brought to show; GUI thread."""

    def __init__(self, window: MainWindow, out: Path) -> None:
        self.window = window
        self.out = out

    def take(self, name: str) -> None:
        """Keep the window, and the sheet over it if there is one, as `window-NAME.png`."""
        wait_ms(_QUIET_MS)
        picture = self.window.grab()
        sheet = QApplication.activeModalWidget()
        if isinstance(sheet, QDialog):
            picture = laid_over(picture, sheet)
        path = self.out / f"window-{name}.png"
        save(picture.toImage(), path)
        print(f"{path.name}: {path.stat().st_size} bytes", flush=True)

    def settle(self, page: str) -> None:
        """Show a page with nothing moving on it."""
        self.window.show_page(page)
        wait_ms(_QUIET_MS)

    @property
    def session(self) -> Session:
        """The open project."""
        session = self.window.desk.session
        if session is None:
            raise SystemExit("The project did not open.")
        return session

    @property
    def flow(self) -> FlowPage:
        """The Flow page."""
        page = self.window.flow
        if page is None:
            raise SystemExit("The Flow page was not built.")
        return page


def wait_ms(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_until(is_true: Callable[[], object], what: str) -> None:
    """Let the window live until something is so; ends the script when it never is."""
    end = time.monotonic() + _LONGEST_S
    while not is_true():
        if time.monotonic() > end:
            raise SystemExit(f"Waited in vain: {what}.")
        wait_ms(50)


def laid_over(picture: QPixmap, sheet: QWidget) -> QPixmap:
    """The window with a sheet in its middle; the window behind is darker, as behind every modal sheet."""
    painter = QPainter(picture)
    painter.fillRect(picture.rect(), QColor(0, 0, 0, 120))
    room = QRect(QPoint(0, 0), sheet.size())
    room.moveCenter(picture.rect().center())
    painter.drawPixmap(room.topLeft(), sheet.grab())
    painter.end()
    return picture


def save(image: QImage, path: Path) -> None:
    """Write a PNG of 256 colours, a third of its size with all of them; ends the script when it is too large."""
    reduced(image).save(str(path), quality=0)
    if path.stat().st_size > MAX_BYTES:
        raise SystemExit(f"{path.name} is larger than {MAX_BYTES} bytes.")


def reduced(image: QImage) -> QImage:
    """The picture in 256 of its colours: what has one of them keeps it, the rest is mixed by a pattern."""
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(rgb.constBits(), np.uint8).reshape(rgb.height(), rgb.bytesPerLine())
    pixels = rows[:, : rgb.width() * 3].reshape(rgb.height(), rgb.width(), 3)
    table = best_colours(pixels.reshape(-1, 3))
    known = np.isin(packed(pixels), packed(table))
    pattern = np.tile(_PATTERN, (rgb.height() // 8 + 1, rgb.width() // 8 + 1))[: rgb.height(), : rgb.width()]
    mixed = np.clip(pixels + np.where(known, 0, pattern)[..., None], 0, 255).astype(np.uint8)
    found, where = np.unique(packed(mixed), return_inverse=True)
    wanted = lab_of(unpacked(found))
    nearest = cv2.BFMatcher(cv2.NORM_L2).match(wanted, lab_of(table))
    label = np.array([match.trainIdx for match in nearest], np.uint8)
    indices = np.ascontiguousarray(label[where].reshape(rgb.height(), rgb.width()))
    small = QImage(indices.data, rgb.width(), rgb.height(), rgb.width(), QImage.Format.Format_Indexed8)
    small.setColorTable([0xFF000000 | int(colour) for colour in packed(table)])
    return small.copy()


def best_colours(pixels: Pixels) -> Pixels:
    """The most frequent real colour of each of 256 groups (k-means), so that flat areas stay exactly as they are."""
    found, counts = np.unique(packed(pixels), return_counts=True)
    lab = lab_of(unpacked(found))
    weight = np.minimum(np.ceil(np.sqrt(counts)), 64).astype(int)
    cv2.setRNGSeed(1)
    stop = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_MAX_ITER, 12, 0.2)
    blank = np.zeros((int(weight.sum()), 1), np.int32)
    _, labels, _ = cv2.kmeans(np.repeat(lab, weight, axis=0), _COLOURS, blank, stop, 1, cv2.KMEANS_PP_CENTERS)
    label = np.asarray(labels)[np.cumsum(weight) - 1, 0]
    groups = [np.flatnonzero(label == number) for number in range(_COLOURS)]
    return unpacked(np.array([found[group[np.argmax(counts[group])]] for group in groups if group.size]))


def packed(pixels: Pixels) -> NDArray[np.uint32]:
    """RGB as one number a colour."""
    return pixels.astype(np.uint32) @ np.array([1 << 16, 1 << 8, 1], np.uint32)


def unpacked(colours: NDArray[np.uint32]) -> Pixels:
    """The RGB of such numbers."""
    return np.stack([colours >> 16, colours >> 8 & 255, colours & 255], axis=1).astype(np.uint8)


def lab_of(colours: Pixels) -> NDArray[np.float32]:
    """(n, 3) RGB as Lab, where distances are as the eye sees them."""
    return np.asarray(cv2.cvtColor(colours[None].astype(np.float32) / 255, cv2.COLOR_RGB2LAB)[0], np.float32)


def show_start(camera: Camera) -> None:
    """The Start page with its film stopped at the headline."""
    camera.settle("start")
    demo = camera.window.start_page.demo
    demo.toggle()  # with reduced motion it does not start by itself
    wait_until(lambda: demo.engine.reel, "the demo film")
    hold(demo.engine)
    camera.take("start")


def hold(player: Engine | PlayerPanel) -> None:
    """Stop at the same frame every time."""
    player.pause()
    player.seek(round(_AT_S * _FPS))
    wait_ms(_QUIET_MS)


def show_flow(camera: Camera) -> None:
    """The flow of the finished ad, a node selected: dark, light, French and compact."""
    window = camera.window
    camera.session.select(_NODE)
    camera.settle("flow")
    hold(camera.flow.player)
    if camera.flow.canvas:
        camera.flow.canvas.fit()
    camera.take("flow")
    window.actions_["dark"].setChecked(False)
    camera.take("flow-light")
    window.actions_["dark"].setChecked(True)
    window.choose_language("fr")
    camera.take("flow-fr")
    window.choose_language("en")
    window.resize(*MINIMUM_PX)
    camera.take("flow-compact")
    window.resize(*SIZE)
    wait_ms(_QUIET_MS)


def show_export(camera: Camera) -> None:
    """The export's first step."""
    camera.settle("flow")
    camera.window.actions_["export"].trigger()
    wait_until(QApplication.activeModalWidget, "the export's sheet")
    camera.take("export")
    sheet = QApplication.activeModalWidget()
    if sheet is not None:
        sheet.close()


def run_demo(window: MainWindow) -> None:
    """Make the sample brief's project and its ad."""
    window.desk.open_demo()
    wait_until(lambda: window.desk.session, "the demo project")
    session = window.desk.session
    if session is not None:
        ends: list[object] = []
        session.run_ended.connect(ends.append)
        session.start_run()
        wait_until(lambda: ends, "the demo's run")


def take_all(home: Path, project: Path | None, folder: Path, out: Path) -> None:
    """Open the window in a home and take every picture."""
    application = QApplication(["admaker"])
    theme.apply(application)
    desk = Desk(AppHome(home))
    desk.preferences.set_text("last_folder", str(folder))
    desk.preferences.set_text("export_folder", str(Path(tempfile.gettempdir()) / "AdMaker" / "Exports"))
    i18n.set_language("en")
    window = MainWindow(desk)
    window.resize(*SIZE)
    window.actions_["dark"].setChecked(True)
    window.actions_["calm"].setChecked(True)
    window.show()
    desk.load()
    try:
        if project is None:
            run_demo(window)
        else:
            desk.open_project(project)
        wait_until(lambda: desk.session and desk.session.plan, "the project")
        camera = Camera(window, out)
        show_flow(camera)
        camera.settle("runs")
        camera.take("runs")
        show_export(camera)
        show_start(camera)
    finally:
        window.close()
        desk.close()


def main() -> None:
    """Read the options, work in a folder that is thrown away."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--home", type=Path, help="an ADMAKER_HOME with the project's results; it is copied")
    options.add_argument("--project", type=Path, help="a project that has been run; it is copied")
    options.add_argument("--out", type=Path, default=ROOT / "docs" / "pictures")
    chosen = options.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        home, folder = Path(temporary) / "home", Path(temporary) / "AdMaker"
        folder.mkdir()
        project: Path | None = None
        if chosen.home:
            shutil.copytree(chosen.home, home, ignore=shutil.ignore_patterns("window.ini"))
        if chosen.project:
            project = folder / chosen.project.name
            shutil.copy(chosen.project, project)
            shutil.copytree(chosen.project.with_suffix(".media"), project.with_suffix(".media"))
        os.environ["ADMAKER_HOME"] = str(home)
        take_all(home, project, folder, chosen.out)


if __name__ == "__main__":
    main()
