"""Soft shadows, painted once into a nine-patch and stretched: no effect on any widget."""

from __future__ import annotations

import functools
import math

from qtpy.QtCore import QRectF, Qt
from qtpy.QtGui import QColor, QPainter, QPixmap

from admaker_desktop.ui.theme.current import theme

SHADOW_PX = 20
"""How far a shadow reaches around its shape, in logical pixels."""
_DROP_PX = 4
_DARK_ALPHA, _LIGHT_ALPHA = 110, 46


def paint_shadow(painter: QPainter, rect: QRectF, radius: float) -> None:
    """Draw the shadow of a rounded rectangle in logical pixels; paint the shape itself over it."""
    device = painter.device()
    ratio = device.devicePixelRatioF() if device else 1.0
    patch = shadow_pixmap(round(radius), ratio, theme.is_dark)
    edge = SHADOW_PX + radius + _DROP_PX
    outer = rect.adjusted(-SHADOW_PX, -SHADOW_PX + _DROP_PX, SHADOW_PX, SHADOW_PX + _DROP_PX)
    source = patch.width()
    cut = round(edge * ratio)
    across = ((0, cut, outer.left(), edge), (cut, source - 2 * cut, outer.left() + edge, outer.width() - 2 * edge))
    across += ((source - cut, cut, outer.right() - edge, edge),)
    down = ((0, cut, outer.top(), edge), (cut, source - 2 * cut, outer.top() + edge, outer.height() - 2 * edge))
    down += ((source - cut, cut, outer.bottom() - edge, edge),)
    for source_x, source_width, x, width in across:
        for source_y, source_height, y, height in down:
            painter.drawPixmap(
                QRectF(x, y, width, height), patch, QRectF(source_x, source_y, source_width, source_height)
            )


@functools.lru_cache(maxsize=32)
def shadow_pixmap(radius: int, ratio: float, is_dark: bool) -> QPixmap:
    """A square nine-patch whose corners are `SHADOW_PX + radius + 4` logical pixels; its pixel ratio is left at 1."""
    edge = 2 * (SHADOW_PX + radius + _DROP_PX) + 8
    picture = QPixmap(math.ceil(edge * ratio), math.ceil(edge * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(ratio, ratio)
    painter.setPen(Qt.PenStyle.NoPen)
    alpha = _DARK_ALPHA if is_dark else _LIGHT_ALPHA
    for step in range(SHADOW_PX):  # from the rim inwards, each layer a little of the whole: a quadratic fall
        weight = (step + 1) / SHADOW_PX
        painter.setBrush(QColor(0, 0, 0, max(1, round(alpha * weight * 2 / SHADOW_PX))))
        round_px = radius + SHADOW_PX - step
        painter.drawRoundedRect(QRectF(step, step, edge - 2 * step, edge - 2 * step), round_px, round_px)
    painter.end()
    return picture
