"""Words that are only read: labels of each role, chips, badges, key caps, dividers."""

from __future__ import annotations

import html
from typing import Literal

from qtpy.QtCore import QRectF, QSize, Qt
from qtpy.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from qtpy.QtWidgets import QLabel, QSizePolicy, QWidget

from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.current import FOREGROUNDS
from admaker_desktop.ui.theme.focus import FOCUS_RADIUS
from admaker_desktop.ui.theme.fonts import mono_font, ui_font
from admaker_desktop.ui.theme.icons import paint_icon
from admaker_desktop.ui.theme.tokens import LINE_HEIGHT, RADIUS_CHIP, TEXT
from admaker_desktop.ui.widgets import paint
from admaker_desktop.ui.widgets.buttons import PaintedButton

Role = Literal["title", "panel", "section", "body", "secondary", "label", "hint", "mono"]
Tone = Literal["neutral", "acc", "ok", "warn", "err", "info"]

_TONES = {"secondary": "t2", "label": "t2", "mono": "t2", "hint": "t3"}
"""Text colours of the roles that are not t1."""
_CHIP_HEIGHT, _BADGE_HEIGHT = 22, 16
_INTER_LINE = 1.21
"""Inter's own line height in ems (ascent 0.969, descent 0.242)."""


def _spaced(text: str) -> str:
    """Rich text with the design's line height, which QLabel's plain text does not know."""
    lines = html.escape(text).replace("\n", "<br>")
    return f'<p style="line-height: {round(100 * LINE_HEIGHT / _INTER_LINE)}%">{lines}</p>' if text else ""


class Label(QLabel):
    """Text in one of the roles. `elides` cuts a single line with an ellipsis and tells the whole in its tooltip."""

    def __init__(
        self, role: Role = "body", *, wraps: bool = False, elides: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        size, weight = TEXT[role]
        tone = _TONES.get(role, "t1")
        self._elides = elides
        self._tone = tone
        self.setFont(mono_font(size) if role == "mono" else ui_font(size, weight))
        self._words = ""
        self._wraps = wraps
        self.setTextFormat(Qt.TextFormat.RichText if wraps else Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self.set_tone(tone)
        if elides:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_tone(self, tone: str) -> None:
        """The colour of the text: t1 t2 t3 acct acc ok warn err info."""
        self._tone = tone
        self.setForegroundRole(FOREGROUNDS[tone])
        self.update()

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(24, hint.width()), hint.height()) if self._elides else hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def text(self) -> str:
        return self._words

    def setText(self, text: str) -> None:
        """Plain text; what looks like a tag is shown as it stands."""
        if text == self._words:
            return
        self._words = text
        super().setText(_spaced(text) if self._wraps else text)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._elides:
            super().paintEvent(event)
            return
        with paint.start(self) as painter:
            painter.setFont(self.font())
            side = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
            paint.words(painter, QRectF(self.contentsRect()), self.text(), theme.colour(self._tone), side)

    def _tell(self) -> None:
        if self._elides:
            is_cut = QFontMetrics(self.font()).horizontalAdvance(self.text()) > self.contentsRect().width()
            self.setToolTip(self.text() if is_cut else "")


class Chip(PaintedButton):
    """A small fact with an icon; cut with a tooltip where room is short. Listens to clicks after `set_clickable`."""

    def __init__(self, icon: str = "", tone: Tone = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._tone = icon, tone
        self._is_editable = False
        self.setFont(ui_font(11, 500))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setProperty(FOCUS_RADIUS, RADIUS_CHIP)
        self.set_clickable(False)

    def set_clickable(self, on: bool) -> None:
        """Whether it answers the mouse and the keyboard as a button."""
        self._is_clickable = on
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if on else Qt.CursorShape.ArrowCursor)

    def set_editable(self, on: bool) -> None:
        """A pencil at the right: a click lets a person change the fact."""
        self._is_editable = on
        self.set_clickable(on)
        self._resize()

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self._resize()

    def set_tone(self, tone: Tone) -> None:
        self._tone = tone
        self.update()

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)
        self._resize()

    def sizeHint(self) -> QSize:
        width = 16 + QFontMetrics(self.font()).horizontalAdvance(self.text())
        width += (17 if self._icon else 0) + (16 if self._is_editable else 0)
        return QSize(width, _CHIP_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(48, self.sizeHint().width()), _CHIP_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._is_clickable:
            self.setToolTip(self.text() if self.width() < self.sizeHint().width() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.start(self) as painter:
            rect = QRectF(self.rect())
            text_token, back_token = paint.TONES[self._tone]
            back = theme.colour(back_token)
            if self._is_clickable and self.isDown():
                back = paint.pressed(back)
            elif self._is_clickable:
                lit = theme.colour("hover") if self._tone == "neutral" else paint.lighter(back)
                back = paint.between(back, lit, self.hover)
            paint.box(painter, rect, RADIUS_CHIP, back)
            colour = theme.colour(text_token)
            x = 8.0
            if self._icon:
                paint_icon(painter, self._icon, QRectF(7, rect.center().y() - 6, 12, 12), colour)
                x += 16
            right = 8 + (16 if self._is_editable else 0)
            painter.setFont(self.font())
            paint.words(painter, QRectF(x, 0, rect.width() - x - right, rect.height()), self.text(), colour)
            if self._is_editable:
                paint_icon(painter, "pencil", QRectF(rect.right() - 18, rect.center().y() - 5.5, 11, 11), colour)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._is_clickable:
            super().mousePressEvent(event)
        else:
            event.ignore()

    def _resize(self) -> None:
        self.updateGeometry()
        self.update()


class Badge(QWidget):
    """A count or an icon in a small round shape: what waits, on a page's button or a node."""

    def __init__(self, tone: Tone = "warn", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone, self._text, self._icon = tone, "", ""
        self.setFont(ui_font(11, 700))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        return self._text

    def setText(self, text: str) -> None:
        """A number; empty hides the badge."""
        self._text = text
        self.setAccessibleName(text)
        self.setVisible(bool(text or self._icon))
        self.updateGeometry()
        self.update()

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self.update()

    def set_tone(self, tone: Tone) -> None:
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self.font()).horizontalAdvance(self._text) + 10
        return QSize(max(_BADGE_HEIGHT + 1, width), _BADGE_HEIGHT + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.start(self) as painter:
            rect = QRectF(self.rect())
            text_token, back_token = paint.TONES[self._tone]
            is_count = not self._icon
            fill = theme.colour(text_token if is_count else back_token)
            paint.box(painter, rect, rect.height() / 2 if is_count else RADIUS_CHIP, fill)
            if is_count:
                painter.setFont(self.font())
                centre = Qt.AlignmentFlag.AlignHCenter
                paint.words(painter, rect, self._text, theme.colour("bg"), centre)
            else:
                paint_icon(painter, self._icon, rect.adjusted(2, 2, -2, -2), theme.colour(text_token))


class KeyCap(QWidget):
    """A key as it is drawn on a keyboard: "Ctrl K"."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setFont(ui_font(11, 500))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        self._text = text
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(max(20, QFontMetrics(self.font()).horizontalAdvance(self._text) + 12), 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.start(self) as painter:
            rect = QRectF(self.rect())
            paint.box(painter, rect, 4, theme.colour("raised"), theme.colour("line2"))
            painter.setFont(self.font())
            paint.words(painter, rect, self._text, theme.colour("t2"), Qt.AlignmentFlag.AlignHCenter)


class Divider(QWidget):
    """A hairline, across or down."""

    def __init__(self, parent: QWidget | None = None, *, is_vertical: bool = False) -> None:
        super().__init__(parent)
        policy = (QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(*(policy if is_vertical else reversed(policy)))
        if is_vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.colour("line"))
