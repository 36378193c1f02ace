"""A groove that a hand drags through: what every slider of the window has in common."""

from __future__ import annotations

from qtpy.QtCore import QRectF, QSize, Qt, Signal
from qtpy.QtGui import QMouseEvent, QPaintEvent, QWheelEvent
from qtpy.QtWidgets import QAbstractSlider, QWidget

from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.focus import FOCUS_RADIUS
from admaker_desktop.ui.theme.tokens import HIT_AREA
from admaker_desktop.ui.widgets import paint

_GROOVE_PX = 4


class Slider(QAbstractSlider):
    """A thin groove with a round handle; jumps where it is clicked, leaves the wheel to the page. GUI thread."""

    dragged = Signal(int)
    """The value that the mouse has gone to."""
    held = Signal(bool)
    """True when the mouse takes the handle, False when it lets go."""
    handle_px = 14

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setProperty(FOCUS_RADIUS, 10)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.valueChanged.connect(self.update)

    def share(self) -> float:
        """Where the handle is, 0 to 1."""
        return (self.value() - self.minimum()) / max(1, self.maximum() - self.minimum())

    def sizeHint(self) -> QSize:
        return QSize(120, HIT_AREA)

    def minimumSizeHint(self) -> QSize:
        return QSize(48, HIT_AREA)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.held.emit(True)
            self.setSliderDown(True)
            self._follow(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._follow(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setSliderDown(False)
            self.held.emit(False)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.start(self) as painter:
            span = self.width() - self.handle_px
            x, middle = self.handle_px / 2 + self.share() * span, self.height() / 2
            groove = QRectF(self.handle_px / 2, middle - _GROOVE_PX / 2, span, _GROOVE_PX)
            paint.box(painter, groove, _GROOVE_PX / 2, theme.colour("line2"))
            done = QRectF(groove.left(), groove.top(), x - groove.left(), _GROOVE_PX)
            paint.box(painter, done, _GROOVE_PX / 2, theme.colour("acc"))
            edge = self.handle_px + (2 if self.isSliderDown() or (self.underMouse() and self.isEnabled()) else 0)
            handle = QRectF(x - edge / 2, middle - edge / 2, edge, edge)
            border = None if theme.is_dark else theme.colour("acc")
            paint.box(painter, handle, edge / 2, theme.colour("white"), border)

    def _follow(self, event: QMouseEvent) -> None:
        span = max(1, self.width() - self.handle_px)
        share = min(1.0, max(0.0, (event.position().x() - self.handle_px / 2) / span))
        value = round(self.minimum() + share * (self.maximum() - self.minimum()))
        if value != self.value():
            self.setValue(value)
            self.dragged.emit(value)
