"""Words that lead somewhere: blue, with the keyboard too."""

from __future__ import annotations

from qtpy.QtCore import QRectF, QSize, Qt
from qtpy.QtGui import QFontMetrics, QPaintEvent
from qtpy.QtWidgets import QSizePolicy, QWidget

from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.fonts import ui_font
from admaker_desktop.ui.theme.icons import paint_icon
from admaker_desktop.ui.widgets import PaintedButton, paint

_ICON_PX = 12


class Link(PaintedButton):
    """A line of small text; when it is a link a click or Enter tells `clicked`. Cut with a tooltip."""

    def __init__(self, parent: QWidget | None = None, *, size_px: int = 12) -> None:
        super().__init__(parent)
        self._icon, self._is_link = "", False
        self.setFont(ui_font(size_px, 400))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_text("")

    def show_text(self, text: str, icon: str = "", *, is_link: bool = False) -> None:
        """Show words; as a link, or as a plain remark."""
        self._icon, self._is_link = icon, is_link
        self.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.setEnabled(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_link else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(words + 2 + (_ICON_PX + 5 if self._icon else 0), 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(60, self.sizeHint().width()), 20)

    def hitButton(self, pos: object) -> bool:
        del pos
        return self._is_link

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with paint.start(self) as painter:
            colour = theme.colour("acct" if self._is_link else "t3")
            rect = QRectF(self.rect())
            if self._icon:
                paint_icon(painter, self._icon, QRectF(0, rect.center().y() - _ICON_PX / 2, _ICON_PX, _ICON_PX), colour)
                rect.setLeft(_ICON_PX + 5)
            font = self.font()
            font.setUnderline(self._is_link and self.underMouse())
            painter.setFont(font)
            is_cut = paint.words(painter, rect, self.text(), colour)
            self.setToolTip(self.text() if is_cut else "")
