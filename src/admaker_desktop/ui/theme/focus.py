"""The focus ring: two pixels outside the shape of whatever the keyboard has reached, never after a click."""

from __future__ import annotations

from collections.abc import Callable

from qtpy.compat import isalive
from qtpy.QtCore import QObject, QRectF, Qt
from qtpy.QtGui import QColor, QGuiApplication, QPainter, QPen
from qtpy.QtWidgets import (
    QApplication,
    QFocusFrame,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from admaker_desktop.ui.theme.tokens import FOCUS_GAP_PX, FOCUS_RING_PX, RADIUS_CONTROL

_MARGIN = FOCUS_GAP_PX + FOCUS_RING_PX
FOCUS_RADIUS = "focusRadius"
"""Dynamic property of a widget: the radius of its shape in pixels; without it that of a control."""
FOCUS_OWNER = "focusOwner"
"""Dynamic property of a widget: the ring goes around this widget instead, which draws the shape (a field around its
bare line edit)."""
NO_FOCUS_RING = "noFocusRing"
"""Dynamic property of a widget that shows its focus itself (the canvas, the strip): true for no ring."""


class _RingStyle(QProxyStyle):
    """Only the ring's frame has this style, so that no other widget pays for Python in the style."""

    def __init__(self, colour: Callable[[], QColor]) -> None:
        super().__init__("Fusion")
        self._colour = colour

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        if metric in (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin):
            return _MARGIN
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        if hint == QStyle.StyleHint.SH_FocusFrame_Mask:
            return 0
        return super().styleHint(hint, option, widget, returnData)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element != QStyle.ControlElement.CE_FocusFrame or not isinstance(widget, QFocusFrame):
            super().drawControl(element, option, painter, widget)
            return
        target: QWidget | None = widget.widget()
        radius = (target.property(FOCUS_RADIUS) if target is not None else None) or RADIUS_CONTROL
        half = FOCUS_RING_PX / 2
        shape = QRectF(widget.rect()).adjusted(half, half, -half, -half)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colour(), FOCUS_RING_PX))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(shape, radius + _MARGIN - half, radius + _MARGIN - half)


class FocusRing(QObject):
    """Moves one frame to the widget that the keyboard has reached. GUI thread, lives as long as the application."""

    def __init__(self, app: QApplication, colour: Callable[[], QColor]) -> None:
        super().__init__(app)
        self._style = _RingStyle(colour)
        self._frame: QFocusFrame | None = None
        app.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._frame is not None and isalive(self._frame):  # type: ignore[no-untyped-call]  # qtpy
            self._frame.setWidget(None)  # type: ignore[arg-type]  # Qt's way to hide it
            self._frame.deleteLater()
        self._frame = None
        if new is None or new.isWindow() or new.property(NO_FOCUS_RING):
            return
        window = new.window()
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, False)
            return
        if window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            target = new.property(FOCUS_OWNER) or new
            self._frame = QFocusFrame(target)
            self._frame.setStyle(self._style)
            self._frame.setWidget(target)
