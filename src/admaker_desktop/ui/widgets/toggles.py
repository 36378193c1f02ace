"""On or off: a switch, a check box."""

from __future__ import annotations

from qtpy.QtCore import QRectF, QSize
from qtpy.QtGui import QFontMetrics, QPaintEvent
from qtpy.QtWidgets import QSizePolicy, QWidget

from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.focus import FOCUS_RADIUS
from admaker_desktop.ui.theme.fonts import ui_font
from admaker_desktop.ui.theme.icons import paint_icon
from admaker_desktop.ui.theme.tokens import HIT_AREA
from admaker_desktop.ui.widgets import paint
from admaker_desktop.ui.widgets.buttons import PaintedButton

_TRACK_WIDTH, _TRACK_HEIGHT, _KNOB = 30, 18, 12
_BOX = 16
_GAP = 8


class Switch(PaintedButton):
    """A setting that takes effect at once; `toggled` tells. Words are optional and stand at its right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFont(ui_font(13))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty(FOCUS_RADIUS, 12)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(_TRACK_WIDTH + 2 + (_GAP + words if words else 0), HIT_AREA)

    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.start(self) as painter:
            middle = self.height() / 2
            track = QRectF(1, middle - _TRACK_HEIGHT / 2, _TRACK_WIDTH, _TRACK_HEIGHT)
            is_on = self.isChecked()
            fill = theme.colour("acc") if is_on else theme.colour("line2")
            fill = paint.pressed(fill) if self.isDown() else paint.lighter(fill, 0.08 * self.hover)
            paint.box(painter, track, _TRACK_HEIGHT / 2, fill)
            inset = (_TRACK_HEIGHT - _KNOB) / 2
            x = track.right() - inset - _KNOB if is_on else track.left() + inset
            paint.box(painter, QRectF(x, middle - _KNOB / 2, _KNOB, _KNOB), _KNOB / 2, theme.colour("white"))
            if self.text():
                painter.setFont(self.font())
                words = QRectF(track.right() + _GAP, 0, self.width() - track.right() - _GAP, self.height())
                paint.words(painter, words, self.text(), theme.colour("t1"))


class CheckBox(PaintedButton):
    """One of several things that hold together; `toggled` tells."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFont(ui_font(13, 500))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty(FOCUS_RADIUS, 6)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(max(HIT_AREA, _BOX + 4 + (_GAP - 2 + words + 2 if words else 0)), HIT_AREA)

    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.start(self) as painter:
            middle = self.height() / 2
            box = QRectF(2, middle - _BOX / 2, _BOX, _BOX)
            if self.isChecked():
                fill = theme.colour("acc")
                fill = paint.pressed(fill) if self.isDown() else paint.lighter(fill, 0.08 * self.hover)
                paint.box(painter, box, 4, fill)
                paint_icon(painter, "check", box.adjusted(2, 2, -2, -2), theme.colour("white"))
            else:
                fill = paint.between(theme.colour("field"), theme.colour("hover"), self.hover)
                paint.box(painter, box, 4, paint.pressed(fill) if self.isDown() else fill, theme.colour("t3"))
            if self.text():
                painter.setFont(self.font())
                words = QRectF(box.right() + _GAP - 1, 0, self.width() - box.right() - _GAP + 1, self.height())
                paint.words(painter, words, self.text(), theme.colour("t1"))
