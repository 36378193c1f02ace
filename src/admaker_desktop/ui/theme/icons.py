"""Lucide icons in the colours of the theme, drawn once per size, colour and pixel ratio."""

from __future__ import annotations

import functools
from importlib import resources

from qtpy.QtCore import QByteArray, QRectF, Qt
from qtpy.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from qtpy.QtSvg import QSvgRenderer

from admaker_desktop.ui.theme.current import theme
from admaker_desktop.ui.theme.tokens import DISABLED_OPACITY

_SIZES = (16, 20)
_THIN_ABOVE_PX = 18


def icon(name: str, tone: str = "t2", sizes: tuple[int, ...] = _SIZES) -> QIcon:
    """An icon, normal and disabled, in a colour token. Ask again after a PaletteChange."""
    ratio = QGuiApplication.instance().devicePixelRatio()  # type: ignore[union-attr]  # a window has an application
    colour = theme.colour(tone)
    faded = QColor(colour)
    faded.setAlphaF(DISABLED_OPACITY)
    made = QIcon()
    for size in sizes:
        made.addPixmap(pixmap(name, size, colour, ratio), QIcon.Mode.Normal)
        made.addPixmap(pixmap(name, size, faded, ratio), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, size: int, colour: QColor, ratio: float = 1.0) -> QPixmap:
    """An icon of `size` logical pixels at a device pixel ratio. Raises FileNotFoundError for an unknown name."""
    return _tinted(name, size, colour.rgba(), ratio)


def paint_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Draw an icon in the middle of a square of logical pixels, sharp at the painter's pixel ratio."""
    size = round(min(rect.width(), rect.height()))
    picture = pixmap(name, size, colour, painter.device().devicePixelRatioF())
    painter.drawPixmap(
        QRectF(rect.center().x() - size / 2, rect.center().y() - size / 2, size, size),
        picture,
        QRectF(picture.rect()),
    )


@functools.lru_cache(maxsize=1024)
def _tinted(name: str, size: int, rgba: int, ratio: float) -> QPixmap:
    picture = QPixmap(_mask(name, size, ratio))
    with QPainter(picture) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(picture.rect(), QColor.fromRgba(rgba))
        return picture


@functools.lru_cache(maxsize=512)
def _mask(name: str, size: int, ratio: float) -> QPixmap:
    edge = max(1, round(size * ratio))
    picture = QPixmap(edge, edge)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        _drawing(name, size > _THIN_ABOVE_PX).render(painter, QRectF(0, 0, edge, edge))
        picture.setDevicePixelRatio(ratio)
        return picture


@functools.lru_cache(maxsize=256)
def _drawing(name: str, is_thin: bool) -> QSvgRenderer:
    source = (resources.files("admaker_desktop") / "resources" / "icons" / f"{name}.svg").read_bytes()
    if is_thin:
        source = source.replace(b'stroke-width="2"', b'stroke-width="1.75"')
    return QSvgRenderer(QByteArray(source.replace(b"currentColor", b"#ffffff")))
