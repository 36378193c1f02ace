"""A thin bar that a hand drags through: from the first frame to the last, from silent to loud."""

from __future__ import annotations

from qtpy.QtCore import QRectF, QSize, Qt, Signal
from qtpy.QtGui import QColor, QMouseEvent, QPaintEvent, QWheelEvent
from qtpy.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.focus import FOCUS_RADIUS
from admaker_desktop.ui.widgets import paint

_HEIGHT_PX, _GROOVE_PX, _KNOB_PX = 16, 3, 10


class ScrubBar(QAbstractSlider):
    """The frame of this moment as a place; arrows step, the mouse drags. GUI thread."""

    scrubbed = Signal(int)
    """The frame that a person has gone to."""
    held = Signal(bool)
    """True when the mouse takes the knob, False when it lets go."""

    def __init__(self, parent: QWidget | None = None, *, is_on_picture: bool = False, has_knob: bool = False) -> None:
        super().__init__(parent)
        self._is_on_picture, self._has_knob = is_on_picture, has_knob
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setPageStep(10)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty(FOCUS_RADIUS, 6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.actionTriggered.connect(lambda _action: self.scrubbed.emit(self.sliderPosition()))

    def set_frames(self, frames: int) -> None:
        """How many frames there are; a bar without any is disabled."""
        self.setRange(0, max(0, frames - 1))
        self.setEnabled(frames > 1)
        self.update()

    def show_frame(self, frame: int) -> None:
        """Where it is, unless a hand holds the knob."""
        if not self.isSliderDown():
            self.setValue(frame)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, _HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, _HEIGHT_PX)

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
            middle = self.height() / 2
            share = self.value() / max(1, self.maximum())
            half = _KNOB_PX / 2
            groove = QRectF(half, middle - _GROOVE_PX / 2, self.width() - _KNOB_PX, _GROOVE_PX)
            ground = QColor(255, 255, 255, 90) if self._is_on_picture else theme.colour("line2")
            paint.box(painter, groove, _GROOVE_PX / 2, ground)
            x = groove.left() + share * groove.width()
            if self.maximum():
                done = QRectF(groove.left(), groove.top(), x - groove.left(), _GROOVE_PX)
                paint.box(painter, done, _GROOVE_PX / 2, theme.colour("acc"))
            is_held = self.isEnabled() and (self.underMouse() or self.isSliderDown() or self.hasFocus())
            if is_held or self._has_knob:
                border = None if theme.is_dark or self._is_on_picture else theme.colour("acc")
                paint.box(
                    painter, QRectF(x - half, middle - half, _KNOB_PX, _KNOB_PX), half, theme.colour("white"), border
                )

    def _follow(self, event: QMouseEvent) -> None:
        span = max(1, self.width() - _KNOB_PX)
        share = min(1.0, max(0.0, (event.position().x() - _KNOB_PX / 2) / span))
        frame = round(share * self.maximum())
        if frame != self.value() or not self.isSliderDown():
            self.setValue(frame)
            self.scrubbed.emit(frame)
        self.update()
