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
_DARK_ALPHA, _LIGHT_ALPHA = 120, 34


def paint_shadow(painter: QPainter, rect: QRectF, radius: float) -> None:
    """Draw the shadow of a rounded rectangle in logical pixels; paint the shape itself over it."""
    ratio = painter.device().devicePixelRatioF()
    patch = shadow_pixmap(round(radius), ratio, theme.is_dark)
    edge = SHADOW_PX + round(radius) + _DROP_PX
    outer = rect.adjusted(-SHADOW_PX, -SHADOW_PX + _DROP_PX, SHADOW_PX, SHADOW_PX + _DROP_PX)
    cut = round(edge * ratio)
    sources = ((0, cut), (cut, patch.width() - 2 * cut), (patch.width() - cut, cut))
    across = _thirds(outer.left(), outer.width(), edge)
    down = _thirds(outer.top(), outer.height(), edge)
    for (x, width), (source_x, source_width) in zip(across, sources, strict=True):
        for (y, height), (source_y, source_height) in zip(down, sources, strict=True):
            target = QRectF(x, y, width, height)
            painter.drawPixmap(target, patch, QRectF(source_x, source_y, source_width, source_height))


def _thirds(start: float, length: float, edge: float) -> tuple[tuple[float, float], ...]:
    """Where the two corners and the middle of a nine-patch begin, and how long they are."""
    return (start, edge), (start + edge, length - 2 * edge), (start + length - edge, edge)


@functools.lru_cache(maxsize=32)
def shadow_pixmap(radius: int, ratio: float, is_dark: bool) -> QPixmap:
    """A square nine-patch whose corners are `SHADOW_PX + radius + 4` logical pixels; its pixel ratio is left at 1."""
    edge = 2 * (SHADOW_PX + radius + _DROP_PX) + 8
    picture = QPixmap(math.ceil(edge * ratio), math.ceil(edge * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.scale(ratio, ratio)
        painter.setPen(Qt.PenStyle.NoPen)
        strongest = _DARK_ALPHA if is_dark else _LIGHT_ALPHA
        steps = 2 * SHADOW_PX
        for step in range(steps):  # from the rim inwards, each layer replaces what is under it
            inset = step / 2
            painter.setBrush(QColor(0, 0, 0, round(strongest * ((step + 1) / steps) ** 2.5)))
            corner = radius + SHADOW_PX - inset
            painter.drawRoundedRect(QRectF(inset, inset, edge - 2 * inset, edge - 2 * inset), corner, corner)
        return picture
