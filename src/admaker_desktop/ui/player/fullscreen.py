"""The picture alone on the screen, with a thin bar; Escape leaves."""

from __future__ import annotations

from collections.abc import Callable

from qtpy.QtCore import Qt, Signal
from qtpy.QtGui import QCloseEvent, QColor, QKeyEvent, QPainter, QPaintEvent
from qtpy.QtWidgets import QHBoxLayout, QVBoxLayout

from admaker_desktop.ui.i18n import Translated, tr
from admaker_desktop.ui.player.picture import PictureView
from admaker_desktop.ui.player.scrub import ScrubBar
from admaker_desktop.ui.theme.fonts import mono_font
from admaker_desktop.ui.widgets import Label


class FullScreen(Translated):
    """A window without a frame. Keys go to `keys` first, which says whether it took them. GUI thread."""

    left = Signal()

    def __init__(self, keys: Callable[[QKeyEvent], bool]) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
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
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(tr("Player"))
        self.scrub.setAccessibleName(tr("Position"))

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
