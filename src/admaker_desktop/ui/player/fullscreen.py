"""The picture alone on the screen, with a thin bar; Escape leaves."""

from __future__ import annotations

from collections.abc import Callable

from qtpy.QtCore import Qt, Signal
from qtpy.QtGui import QCloseEvent, QColor, QImage, QKeyEvent, QPainter, QPaintEvent
from qtpy.QtWidgets import QHBoxLayout, QVBoxLayout

from admaker_desktop.ui.formats import timecode
from admaker_desktop.ui.i18n import Translated, tr
from admaker_desktop.ui.player.engine import Engine
from admaker_desktop.ui.player.picture import PictureView
from admaker_desktop.ui.player.scrub import ScrubBar
from admaker_desktop.ui.player.zones import SafeArea
from admaker_desktop.ui.theme.fonts import mono_font
from admaker_desktop.ui.widgets import Label


class FullScreen(Translated):
    """A window without a frame that shows what an engine plays. GUI thread.

    Keys go to `keys` first, which says whether it took them.
    """

    left = Signal()

    def __init__(self, engine: Engine, keys: Callable[[QKeyEvent], bool]) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._engine = engine
        self._keys = keys
        self.picture = PictureView(self, is_bare=True)
        self.scrub = ScrubBar(self, is_on_picture=True)
        self.time = Label("mono")
        self.time.setFont(mono_font(13))
        self.time.setStyleSheet("color: rgba(255, 255, 255, 200)")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.picture, 1)
        row = QHBoxLayout()
        row.setContentsMargins(16, 6, 16, 10)
        row.setSpacing(12)
        row.addWidget(self.time)
        row.addWidget(self.scrub, 1)
        column.addLayout(row)
        self.setFocusProxy(self.picture)
        engine.picture.connect(self._show_picture)
        engine.moved.connect(self._show_frame)
        engine.reel_changed.connect(self._show_reel)
        self.scrub.scrubbed.connect(engine.seek)
        self._show_reel()
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(tr("Player"))
        self.scrub.setAccessibleName(tr("Position"))

    def begin(self, image: QImage | None, area: SafeArea | None) -> None:
        """What the panel shows at this moment, until the next frame."""
        if image is not None:
            self.picture.show_image(image)
        self.picture.set_zone(area)
        self.picture.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F11):
            self.close()
        elif not self._keys(event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(0, 0, 0))

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.left.emit()

    def _show_picture(self, image: QImage, _frame: int) -> None:
        self.picture.show_image(image)

    def _show_reel(self) -> None:
        reel = self._engine.reel
        if reel is None:
            self.close()
            return
        self.scrub.set_frames(reel.frames)
        self.picture.set_full_size(reel.width_px, reel.height_px)
        self._show_frame(self._engine.frame)

    def _show_frame(self, frame: int) -> None:
        reel = self._engine.reel
        self.scrub.show_frame(frame)
        self.time.setText(timecode(frame, float(reel.fps.fps) if reel else 30.0))
