"""What the painted widgets share: mixed colours, fills of each state, rounded shapes, elided words."""

from __future__ import annotations

from qtpy.QtCore import QPointF, QRectF, Qt
from qtpy.QtGui import QColor, QFontMetricsF, QLinearGradient, QPainter, QPen
from qtpy.QtWidgets import QWidget

from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.tokens import DISABLED_OPACITY, PRESSED_DARKER

TONES = {
    "neutral": ("t2", "raised"),
    "acc": ("acct", "accbg"),
    "ok": ("ok", "okbg"),
    "warn": ("warn", "warnbg"),
    "err": ("err", "errbg"),
    "info": ("info", "infobg"),
}
"""Text and background tokens of each tone."""


def start(widget: QWidget) -> QPainter:
    """A smooth painter on a widget, at half strength when it is disabled; use it in a `with` block.

    The block ends it even when painting raises: a painter that outlives its event takes the process down.
    """
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if not widget.isEnabled():
        painter.setOpacity(DISABLED_OPACITY)
    return painter


def pressed(colour: QColor) -> QColor:
    """A fill eight percent darker."""
    return QColor.fromRgbF(
        colour.redF() * (1 - PRESSED_DARKER),
        colour.greenF() * (1 - PRESSED_DARKER),
        colour.blueF() * (1 - PRESSED_DARKER),
        colour.alphaF(),
    )


def lighter(colour: QColor, share: float = 0.08) -> QColor:
    """A colour on its way to white by a share of 1."""
    return QColor.fromRgbF(
        colour.redF() + (1 - colour.redF()) * share,
        colour.greenF() + (1 - colour.greenF()) * share,
        colour.blueF() + (1 - colour.blueF()) * share,
        colour.alphaF(),
    )


def faded(colour: QColor, alpha: float) -> QColor:
    """The colour at an opacity from 0 to 1."""
    copy = QColor(colour)
    copy.setAlphaF(alpha)
    return copy


def primary_gradient(rect: QRectF, *, hover: float = 0.0, is_pressed: bool = False) -> QLinearGradient:
    """The fill of the one primary button, from left to right."""
    gradient = QLinearGradient(rect.topLeft(), QPointF(rect.right(), rect.top()))
    for stop, token in ((0.0, "primary0"), (1.0, "primary1")):
        colour = theme.colour(token)
        gradient.setColorAt(stop, pressed(colour) if is_pressed else lighter(colour, 0.08 * hover))
    return gradient


def between(first: QColor, second: QColor, share: float) -> QColor:
    """The colour on the way from the first to the second, 0 to 1."""
    return QColor.fromRgbF(
        first.redF() + (second.redF() - first.redF()) * share,
        first.greenF() + (second.greenF() - first.greenF()) * share,
        first.blueF() + (second.blueF() - first.blueF()) * share,
        first.alphaF() + (second.alphaF() - first.alphaF()) * share,
    )


def pen(colour: QColor, width: float, *, is_dashed: bool = False) -> QPen:
    """A pen in logical pixels."""
    made = QPen(colour, width)
    if is_dashed:
        made.setDashPattern([4, 3])
    return made


def box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | QLinearGradient | None,
    border: QColor | None = None,
    *,
    is_dashed: bool = False,
) -> None:
    """A rounded shape with a hairline border inside its rectangle."""
    if border is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        painter.setPen(pen(border, 1, is_dashed=is_dashed))
        rect = rect.adjusted(0.5, 0.5, -0.5, -0.5)
        radius = max(0.0, radius - 0.5)
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else fill)
    painter.drawRoundedRect(rect, radius, radius)


def words(painter: QPainter, rect: QRectF, text: str, colour: QColor, align: Qt.AlignmentFlag | None = None) -> bool:
    """One line of text in the painter's font, cut with an ellipsis where it does not fit; whether it was cut."""
    shown = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 0.5)
    painter.setPen(colour)
    side = align if align is not None else Qt.AlignmentFlag.AlignLeft
    painter.drawText(rect, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
    return shown != text
