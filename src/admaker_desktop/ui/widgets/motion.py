"""What moves while something runs: a clock of at most 12 frames a second that rests when nobody looks."""

from __future__ import annotations

import time

from qtpy.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from qtpy.QtGui import QColor, QPainter, QPen
from qtpy.QtWidgets import QWidget

from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.tokens import RUNNING_FPS

_TURN_S = 1.0


class Clock(QObject):
    """Repaints its widget 12 times a second while it is wanted, visible and motion is not reduced. GUI thread."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._is_wanted = False
        self._timer = QTimer(self)
        self._timer.setInterval(round(1000 / RUNNING_FPS))
        self._timer.timeout.connect(widget.update)
        widget.installEventFilter(self)

    @property
    def is_ticking(self) -> bool:
        return self._timer.isActive()

    def run(self, on: bool) -> None:
        """Move or rest."""
        self._is_wanted = on
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._settle()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        if self._is_wanted and self._widget.isVisible() and not theme.reduced_motion:
            self._timer.start()
        else:
            self._timer.stop()


def phase(period_s: float = _TURN_S) -> float:
    """Where in its period a movement is, 0 to 1; 0 with reduced motion."""
    return 0.0 if theme.reduced_motion else (time.monotonic() % period_s) / period_s


def paint_spinner(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Three quarters of a ring, turned by the time."""
    width = max(1.5, rect.width() / 9)
    painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = rect.adjusted(width, width, -width, -width)
    painter.drawArc(inner, round(-phase() * 360 * 16), 270 * 16)
