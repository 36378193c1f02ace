"""A thin bar that a hand drags through: from the first frame to the last, from silent to loud."""

from __future__ import annotations

from qtpy.QtCore import QRectF, QSize, Qt, Signal
from qtpy.QtGui import QColor, QPaintEvent
from qtpy.QtWidgets import QSizePolicy, QWidget

from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.focus import FOCUS_RADIUS
from admaker_desktop.ui.widgets import paint
from admaker_desktop.ui.widgets.slider import Slider

_HEIGHT_PX, _GROOVE_PX = 16, 3


class ScrubBar(Slider):
    """The frame of this moment as a place; arrows step, the mouse drags. GUI thread."""

    scrubbed = Signal(int)
    """The frame that a person has gone to."""
    handle_px = 10

    def __init__(self, parent: QWidget | None = None, *, is_on_picture: bool = False, has_knob: bool = False) -> None:
        super().__init__(parent)
        self._is_on_picture, self._has_knob = is_on_picture, has_knob
        self.setPageStep(10)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty(FOCUS_RADIUS, 6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.dragged.connect(self.scrubbed)
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

    def sizeHint(self) -> QSize:
        return QSize(120, _HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, _HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.start(self) as painter:
            middle = self.height() / 2
            half = self.handle_px / 2
            groove = QRectF(half, middle - _GROOVE_PX / 2, self.width() - self.handle_px, _GROOVE_PX)
            ground = QColor(255, 255, 255, 90) if self._is_on_picture else theme.colour("line2")
            paint.box(painter, groove, _GROOVE_PX / 2, ground)
            x = groove.left() + self.share() * groove.width()
            if self.maximum():
                done = QRectF(groove.left(), groove.top(), x - groove.left(), _GROOVE_PX)
                paint.box(painter, done, _GROOVE_PX / 2, theme.colour("acc"))
            is_held = self.isEnabled() and (self.underMouse() or self.isSliderDown() or self.hasFocus())
            if is_held or self._has_knob:
                border = None if theme.is_dark or self._is_on_picture else theme.colour("acc")
                knob = QRectF(x - half, middle - half, self.handle_px, self.handle_px)
                paint.box(painter, knob, half, theme.colour("white"), border)
