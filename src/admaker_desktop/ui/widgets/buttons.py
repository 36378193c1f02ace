"""Buttons: with words, icons alone, and choices in a row."""

from __future__ import annotations

from typing import Literal

from qtpy.QtCore import QEasingCurve, QEvent, QRectF, QSize, Qt, QVariantAnimation
from qtpy.QtGui import QColor, QEnterEvent, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from qtpy.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.focus import FOCUS_RADIUS
from admaker_desktop.ui.theme.fonts import ui_font
from admaker_desktop.ui.theme.icons import paint_icon
from admaker_desktop.ui.theme.tokens import (
    HEIGHT_LARGE,
    HEIGHT_NORMAL,
    HEIGHT_SMALL,
    HIT_AREA,
    HOVER_MS,
    RADIUS_CONTROL,
    RADIUS_SMALL,
)
from admaker_desktop.ui.widgets import paint
from admaker_desktop.ui.widgets.motion import Clock, paint_spinner

Kind = Literal["normal", "primary", "ghost", "fix", "danger", "link"]
Size = Literal["small", "normal", "large"]

_HEIGHTS = {"small": HEIGHT_SMALL, "normal": HEIGHT_NORMAL, "large": HEIGHT_LARGE}
_FONT_PX = {"small": 12, "normal": 13, "large": 14}
_PADDING = {"small": 9, "normal": 12, "large": 16}
_ICON_PX, _GAP = 16, 7
_KEY_PADDING, _LINK_PADDING = 6, 4


class PaintedButton(QAbstractButton):
    """A button that paints itself: hovers, answers Enter as well as Space, and does nothing while it is busy."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._is_busy = False
        self._clock: Clock | None = None
        self._glow: QVariantAnimation | None = None
        self._hover = 0.0

    @property
    def is_busy(self) -> bool:
        return self._is_busy

    @property
    def hover(self) -> float:
        """How far the hover fill has come, 0 to 1."""
        return self._hover if self.isEnabled() and not self._is_busy else 0.0

    def set_busy(self, on: bool) -> None:
        """Show a spinner in place of the icon and take no clicks; the width stays."""
        self._is_busy = on
        if self._clock is None:
            self._clock = Clock(self)
        self._clock.run(on)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._move_hover(1.0)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._move_hover(0.0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._is_busy:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_busy:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _fill(self, normal: QColor | None, hovered: QColor) -> QColor | None:
        """The fill of the state the button is in."""
        if self.isDown():
            return paint.pressed(hovered)
        if self.hover == 0:
            return normal
        return paint.between(normal if normal is not None else paint.faded(hovered, 0), hovered, self.hover)

    def _move_hover(self, target: float) -> None:
        """Fade to hovered or back in 120 ms, at once with reduced motion."""
        if theme.reduced_motion or not self.isVisible():
            self._set_hover(target)
            return
        if self._glow is None:
            self._glow = QVariantAnimation(self)
            self._glow.setDuration(HOVER_MS)
            self._glow.setEasingCurve(QEasingCurve.Type.OutCubic)
            self._glow.valueChanged.connect(self._set_hover)
        self._glow.stop()
        self._glow.setStartValue(self._hover)
        self._glow.setEndValue(target)
        self._glow.start()

    def _set_hover(self, share: float) -> None:
        self._hover = share
        self.update()


class Button(PaintedButton):
    """A button with words, never cut. `primary` is the one main thing of a page, `fix` mends a finding."""

    def __init__(
        self, icon: str = "", kind: Kind = "normal", size: Size = "normal", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon, self._kind, self._size = icon, kind, size
        self._icon_tone, self._trailing_icon, self._keys = "", "", ""
        self.setFont(ui_font(_FONT_PX[size], 600))
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setProperty(FOCUS_RADIUS, RADIUS_SMALL if size == "small" else RADIUS_CONTROL)

    def set_icon(self, icon: str, tone: str = "") -> None:
        """Another lucide icon before the words, empty for none; in a colour token of its own if one is given."""
        self._icon, self._icon_tone = icon, tone
        self._resize()

    def set_trailing_icon(self, icon: str) -> None:
        """An icon after the words: `chevron-down` where a menu opens."""
        self._trailing_icon = icon
        self._resize()

    def set_keys(self, keys: str) -> None:
        """A key cap after the words: "Ctrl O"."""
        self._keys = keys
        self._resize()

    def set_kind(self, kind: Kind) -> None:
        self._kind = kind
        self.update()

    def sizeHint(self) -> QSize:
        width = 2 * (_LINK_PADDING if self._kind == "link" else _PADDING[self._size]) + self._content_width()
        return QSize(
            max(width, HIT_AREA), max(_HEIGHTS[self._size], HIT_AREA) if self._kind == "link" else _HEIGHTS[self._size]
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.start(self) as painter:
            rect = QRectF(self.rect())
            radius = RADIUS_SMALL if self._size == "small" else RADIUS_CONTROL
            colour = self._paint_shape(painter, rect, radius)
            x = rect.left() + (rect.width() - self._content_width()) / 2
            middle = rect.center().y()
            square = QRectF(x, middle - _ICON_PX / 2, _ICON_PX, _ICON_PX)
            if self._icon:
                if self._is_busy:
                    paint_spinner(painter, square, colour)
                else:
                    paint_icon(
                        painter, self._icon, square, theme.colour(self._icon_tone) if self._icon_tone else colour
                    )
                x += _ICON_PX + (_GAP if self.text() else 0)
            painter.setFont(self.font())
            text_width = self._text_width()
            if self._is_busy and not self._icon:
                centre = QRectF(rect.center().x() - _ICON_PX / 2, middle - _ICON_PX / 2, _ICON_PX, _ICON_PX)
                paint_spinner(painter, centre, colour)
            else:
                paint.words(painter, QRectF(x, 0, text_width + 1, rect.height()), self.text(), colour)
            x += text_width
            if self._keys:
                key_width = self._keys_width()
                self._paint_keys(painter, QRectF(x + _GAP, middle - 9, key_width, 18))
                x += _GAP + key_width
            if self._trailing_icon:
                square = QRectF(x + _GAP, middle - 7, 14, 14)
                paint_icon(painter, self._trailing_icon, square, paint.faded(colour, 0.75))

    def _paint_shape(self, painter: QPainter, rect: QRectF, radius: float) -> QColor:
        """The fill and border; answers the colour of the words on it."""
        colour = theme.colour
        if self._kind == "primary":
            fill = paint.primary_gradient(rect, hover=self.hover, is_pressed=self.isDown())
            paint.box(painter, rect, radius, fill)
            return colour("white")
        if self._kind == "ghost":
            paint.box(painter, rect, radius, self._fill(None, colour("hover")))
            return paint.between(colour("t2"), colour("t1"), self.hover)
        if self._kind == "link":
            paint.box(painter, rect, radius, self._fill(None, colour("accbg")))
            return colour("acct")
        if self._kind == "fix":
            paint.box(painter, rect, radius, self._fill(colour("accbg"), paint.lighter(colour("accbg"))))
            return colour("acct")
        if self._kind == "danger":
            hovered = paint.lighter(colour("errbg"), 0.05)
            paint.box(painter, rect, radius, self._fill(colour("errbg"), hovered), paint.faded(colour("err"), 0.55))
            return colour("err")
        paint.box(painter, rect, radius, self._fill(colour("raised"), colour("hover")), colour("line2"))
        return colour("t1")

    def _paint_keys(self, painter: QPainter, rect: QRectF) -> None:
        paint.box(painter, rect, 4, theme.colour("bg"), theme.colour("line2"))
        painter.setFont(ui_font(11, 500))
        paint.words(painter, rect, self._keys, theme.colour("t3"), Qt.AlignmentFlag.AlignHCenter)

    def _content_width(self) -> int:
        width = self._text_width()
        if self._icon:
            width += _ICON_PX + (_GAP if self.text() else 0)
        if self._keys:
            width += _GAP + self._keys_width()
        if self._trailing_icon:
            width += _GAP + 14
        return width

    def _text_width(self) -> int:
        return QFontMetrics(self.font()).horizontalAdvance(self.text())

    def _keys_width(self) -> int:
        return QFontMetrics(_key_font()).horizontalAdvance(self._keys) + 2 * _KEY_PADDING

    def _resize(self) -> None:
        self.updateGeometry()
        self.update()


def _key_font() -> QFont:
    return ui_font(11, 500)


class IconButton(PaintedButton):
    """A square button with an icon alone: give it an accessible name and a tooltip with its shortcut."""

    def __init__(self, icon: str, size: int = 28, parent: QWidget | None = None, *, tone: str = "t2") -> None:
        super().__init__(parent)
        self._icon, self._edge, self._tone = icon, size, tone
        self._is_framed = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty(FOCUS_RADIUS, RADIUS_SMALL)

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self.update()

    def set_tone(self, tone: str) -> None:
        """The colour token of the icon at rest."""
        self._tone = tone
        self.update()

    def set_framed(self, on: bool) -> None:
        """Fill and border like a normal button."""
        self._is_framed = on
        self.update()

    def setToolTip(self, text: str) -> None:
        """The tooltip; it is also the accessible name until one is set."""
        super().setToolTip(text)
        if not self.accessibleName():
            self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        edge = max(self._edge, HIT_AREA)
        return QSize(edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.start(self) as painter:
            rect = QRectF(self.rect())
            colour = theme.colour
            if self.isChecked():
                paint.box(painter, rect, RADIUS_SMALL, self._fill(colour("accbg"), paint.lighter(colour("accbg"))))
            elif self._is_framed:
                paint.box(painter, rect, RADIUS_SMALL, self._fill(colour("raised"), colour("hover")), colour("line2"))
            else:
                paint.box(painter, rect, RADIUS_SMALL, self._fill(None, colour("hover")))
            tint = colour("acct") if self.isChecked() else paint.between(colour(self._tone), colour("t1"), self.hover)
            edge = 20 if self._edge >= HEIGHT_LARGE else _ICON_PX
            square = QRectF(rect.center().x() - edge / 2, rect.center().y() - edge / 2, edge, edge)
            if self._is_busy:
                paint_spinner(painter, square, tint)
            else:
                paint_icon(painter, self._icon, square, tint)
