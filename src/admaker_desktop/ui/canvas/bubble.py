"""A sentence beside the pointer: why a wire does not fit. It takes no clicks and leaves by itself."""

from __future__ import annotations

from qtpy.QtCore import QPoint, QRectF, QSize, Qt, QTimer
from qtpy.QtGui import QFontMetrics, QPaintEvent
from qtpy.QtWidgets import QWidget

from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.fonts import ui_font
from admaker_desktop.ui.theme.icons import paint_icon
from admaker_desktop.ui.widgets.paint import box, start

_MOST_WIDTH_PX = 280
_PADDING_PX, _ICON_PX = 10, 14
_AWAY_PX = QPoint(16, 18)
_STAYS_MS = 3500


class Bubble(QWidget):
    """Hidden until it has something to say. GUI thread."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._home = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.text = ""
        self._leave = QTimer(self)
        self._leave.setSingleShot(True)
        self._leave.setInterval(_STAYS_MS)
        self._leave.timeout.connect(self.hide)
        self.hide()

    def say(self, text: str, at: QPoint, *, stays: bool = False) -> None:
        """Show a sentence near a point of the parent; `stays`: for some seconds, else until the next call."""
        self._leave.stop()
        if not text:
            self.hide()
            return
        self.text = text
        self.setAccessibleName(text)
        self.resize(self.sizeHint())
        room = self._home.rect().adjusted(4, 4, -4, -4)
        corner = at + _AWAY_PX
        corner.setX(max(room.left(), min(corner.x(), room.right() - self.width())))
        if corner.y() + self.height() > room.bottom():
            corner.setY(at.y() - self.height() - 10)
        self.move(corner)
        self.show()
        self.raise_()
        self.update()
        if stays:
            self._leave.start()

    def sizeHint(self) -> QSize:
        space = _MOST_WIDTH_PX - 2 * _PADDING_PX - _ICON_PX - 8
        flags = int(Qt.TextFlag.TextWordWrap)
        words = QFontMetrics(ui_font(12)).boundingRect(0, 0, space, 400, flags, self.text)
        return QSize(words.width() + 2 * _PADDING_PX + _ICON_PX + 10, max(words.height(), _ICON_PX) + 2 * 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start(self)
        box(painter, QRectF(self.rect()), 8, theme.colour("raised"), theme.colour("warn"))
        icon = QRectF(_PADDING_PX, 8, _ICON_PX, _ICON_PX)
        paint_icon(painter, "triangle-alert", icon, theme.colour("warn"))
        painter.setFont(ui_font(12))
        painter.setPen(theme.colour("t1"))
        words = QRectF(self.rect()).adjusted(_PADDING_PX + _ICON_PX + 8, 7, -_PADDING_PX + 2, -6)
        painter.drawText(words, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter), self.text)
        painter.end()
