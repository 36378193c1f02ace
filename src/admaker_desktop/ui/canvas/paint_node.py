"""How a node is painted: near with everything, from further away fewer words, from far a block and a name."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from qtpy.QtCore import QPointF, QRectF, Qt
from qtpy.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen

from admaker_desktop.ui.canvas import metrics
from admaker_desktop.ui.canvas.body import is_text, paint_body
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.icons import pixmap
from admaker_desktop.ui.theme.shadow import paint_shadow
from admaker_desktop.ui.widgets.paint import TONES, faded

if TYPE_CHECKING:
    from admaker_desktop.ui.canvas.face import NodeFace, PortFace
    from admaker_desktop.ui.canvas.metrics import NodeLayout

FULL_FROM, SKETCH_BELOW, BLOCK_BELOW = 0.6, 0.45, 0.3
"""Zooms: below the first no subtitle and no port names, below the last a colour block (DESIGN_SYSTEM, Node).

Between them, where no text of the body can be read, it is sketched: no shadow, plain dots.
"""
_BORDERS = {"info": 1.5, "warn": 1.5, "err": 1.5}
_DIMMED = 0.28


def paint_node(painter: QPainter, face: NodeFace, layout: NodeLayout, *, zoom: float, is_selected: bool) -> None:
    """Paint a node at the origin; `zoom` is how many device pixels a scene pixel has."""
    rect = QRectF(0, 0, layout.width, layout.height)
    if zoom < BLOCK_BELOW:
        _paint_block(painter, rect, face, zoom, is_selected=is_selected)
        return
    _paint_plates(painter, rect, face)
    if zoom >= SKETCH_BELOW:
        paint_shadow(painter, rect, metrics.RADIUS_PX)
    _paint_ground(painter, rect, face)
    if zoom < FULL_FROM:
        _paint_far_head(painter, face, layout, zoom)
    else:
        _paint_head(painter, face, layout, zoom)
    _paint_middle(painter, face, layout, zoom)
    if zoom >= FULL_FROM:
        _paint_names(painter, layout)
    _paint_foot(painter, face, layout, zoom)
    _paint_border(painter, rect, face, is_selected=is_selected)


def paint_far_port(painter: QPainter, port: PortFace, at: QPointF) -> None:
    """A dot for zooms at which its ring cannot be seen."""
    _dot(painter, at, metrics.DOT_PX / 2 - 1, port.is_list, None, theme.family(port.family))


def paint_port(painter: QPainter, port: PortFace, at: QPointF, *, is_hovered: bool, fits: bool | None) -> None:
    """A dot 12 px wide: round = one value, square = list, hollow = optional and free.

    `fits`: whether the wire that is being drawn may end here; None = no wire is being drawn.
    """
    colour = theme.family(port.family)
    if fits is False:
        painter.setOpacity(_DIMMED)
    radius = metrics.DOT_PX / 2 - 0.75
    if fits or is_hovered:
        _dot(painter, at, radius + (4 if fits else 2.5), port.is_list, None, faded(colour, 0.28))
    _dot(painter, at, radius, port.is_list, QPen(colour, 1.5), theme.colour("canvas"))
    if port.is_connected or port.is_required or is_hovered:
        _dot(painter, at, radius - 2, port.is_list, None, colour)
    if fits is False:
        painter.setOpacity(1.0)


def _dot(painter: QPainter, at: QPointF, radius: float, is_square: bool, pen: QPen | None, fill: QColor) -> None:
    painter.setPen(pen if pen is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    if is_square:
        rect = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
        painter.drawRoundedRect(rect, radius * 0.45, radius * 0.45)
    else:
        painter.drawEllipse(at, radius, radius)


def _paint_block(painter: QPainter, rect: QRectF, face: NodeFace, zoom: float, *, is_selected: bool) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_mixed(theme.family(face.family), theme.colour("panel2"), 0.45))
    painter.drawRoundedRect(rect, metrics.RADIUS_PX, metrics.RADIUS_PX)
    _paint_border(painter, rect, face, is_selected=is_selected, width=1.5 / zoom)
    space = rect.width() - 16
    longest = max(face.far_title.split(), key=metrics.font_metrics(12, 600).horizontalAdvance, default="")
    natural = metrics.font_metrics(12, 600).horizontalAdvance(longest) or 1.0
    painter.setFont(metrics.title_font(int(max(12.0, min(10.0 / zoom, 40.0, 12.0 * space / natural)))))
    painter.setPen(theme.colour("t1"))
    flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
    painter.drawText(QRectF((rect.width() - space) / 2, 0, space, rect.height()), flags, face.far_title)


def _paint_plates(painter: QPainter, rect: QRectF, face: NodeFace) -> None:
    if face.copies < 2:
        return
    for plate in (2, 1):
        shift = metrics.PLATE_PX * plate
        shape = rect.adjusted(shift + 2, -shift, -shift - 2, -rect.height() + 16)
        painter.setPen(QPen(theme.colour("line2"), 1))
        painter.setBrush(_mixed(theme.colour("panel2"), theme.colour("canvas"), 1 - 0.3 * plate))
        painter.drawRoundedRect(shape, metrics.RADIUS_PX - 1, metrics.RADIUS_PX - 1)


def _paint_ground(painter: QPainter, rect: QRectF, face: NodeFace) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("panel2"))
    painter.drawRoundedRect(rect, metrics.RADIUS_PX, metrics.RADIUS_PX)
    family, ground = theme.family(face.family), theme.colour("panel2")
    gradient = QLinearGradient(rect.topLeft(), rect.topRight())
    strength = 0.34 if theme.is_dark else 0.36
    gradient.setColorAt(0, _mixed(family, ground, strength))
    gradient.setColorAt(1, _mixed(family, ground, strength * 0.42))
    painter.setBrush(gradient)
    painter.drawPath(_header_path(rect.width()))
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.drawLine(QPointF(0.5, metrics.HEADER_PX), QPointF(rect.width() - 0.5, metrics.HEADER_PX))


@functools.lru_cache(maxsize=32)
def _header_path(width: float) -> QPainterPath:
    radius, height = metrics.RADIUS_PX, metrics.HEADER_PX
    path = QPainterPath(QPointF(0, height))
    path.lineTo(0, radius)
    path.arcTo(QRectF(0, 0, 2 * radius, 2 * radius), 180, -90)
    path.lineTo(width - radius, 0)
    path.arcTo(QRectF(width - 2 * radius, 0, 2 * radius, 2 * radius), 90, -90)
    path.lineTo(width, height)
    path.closeSubpath()
    return path


def _paint_head(painter: QPainter, face: NodeFace, layout: NodeLayout, zoom: float) -> None:
    tile = QRectF(metrics.PADDING_PX, (metrics.HEADER_PX - metrics.TILE_PX) / 2, metrics.TILE_PX, metrics.TILE_PX)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(faded(theme.family(face.family), 0.16))
    painter.drawRoundedRect(tile, 6, 6)
    _icon(painter, face.icon, tile.center(), 14, theme.family(face.family), zoom)
    painter.setFont(metrics.title_font())
    painter.setPen(theme.colour("t1"))
    painter.drawText(layout.title.at, layout.title.text)
    painter.setFont(metrics.small_font())
    painter.setPen(theme.colour("t2"))
    painter.drawText(layout.subtitle.at, layout.subtitle.text)
    _paint_badge(painter, face, layout, zoom)


def _paint_far_head(painter: QPainter, face: NodeFace, layout: NodeLayout, zoom: float) -> None:
    """The name alone, as large as the header lets it be."""
    left = metrics.PADDING_PX + 20
    badge_room = 26.0 if face.badge else 0.0
    space = layout.width - left - metrics.PADDING_PX - badge_room
    _icon(
        painter, face.icon, QPointF(metrics.PADDING_PX + 7, metrics.HEADER_PX / 2), 16, theme.family(face.family), zoom
    )
    size, text = metrics.far_title(face.far_title, space, round(zoom, 2))
    painter.setFont(metrics.title_font(size))
    painter.setPen(theme.colour("t1"))
    painter.drawText(QPointF(left, metrics.HEADER_PX / 2 + size * 0.36), text)
    if face.badge and face.badge.icon:
        tone, ground = TONES[face.badge.tone]
        middle = QPointF(layout.width - 18, metrics.HEADER_PX / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(ground))
        painter.drawEllipse(middle, 11, 11)
        _icon(painter, face.badge.icon, middle, 16, theme.colour(tone), zoom)


def _paint_badge(painter: QPainter, face: NodeFace, layout: NodeLayout, zoom: float) -> None:
    if face.badge is None:
        return
    tone, ground = TONES[face.badge.tone]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(ground))
    painter.drawRoundedRect(layout.badge, 4.5, 4.5)
    x = layout.badge.left() + 4.5
    if face.badge.icon:
        _icon(painter, face.badge.icon, QPointF(x + 6, layout.badge.center().y()), 11, theme.colour(tone), zoom)
        x += 16
    if face.badge.text:
        painter.setFont(metrics.small_font(600))
        painter.setPen(theme.colour(tone))
        painter.drawText(QPointF(x, layout.badge.center().y() + 3.8), face.badge.text)


def _paint_middle(painter: QPainter, face: NodeFace, layout: NodeLayout, zoom: float) -> None:
    if zoom < SKETCH_BELOW and (layout.problem or is_text(face)):
        painter.setPen(QPen(theme.colour("err" if face.border == "err" else "line2"), 5))
        for row in range(int(layout.body.height() - 14) // 14):
            y = layout.body.top() + 16 + row * 14
            painter.drawLine(QPointF(layout.body.left() + 6, y), QPointF(layout.body.right() - 12 - row % 2 * 30, y))
        return
    if layout.problem:
        painter.setFont(metrics.small_font(500))
        painter.setPen(theme.colour("err" if face.border == "err" else "warn"))
        for word in layout.problem:
            painter.drawText(word.at, word.text)
    else:
        paint_body(painter, layout.body, face)
    painter.setFont(metrics.small_font(600))
    painter.setPen(theme.colour("acct"))
    for _, word, _ in layout.links:
        painter.drawText(word.at, word.text)


def _paint_names(painter: QPainter, layout: NodeLayout) -> None:
    painter.setFont(metrics.small_font())
    painter.setPen(theme.colour("t2"))
    for _, _, _, word in layout.ports:
        painter.drawText(word.at, word.text)


def _paint_foot(painter: QPainter, face: NodeFace, layout: NodeLayout, zoom: float) -> None:
    width, top = layout.width, layout.foot_top
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.drawLine(QPointF(1, top + 0.5), QPointF(width - 1, top + 0.5))
    if face.state == "running":
        track = QRectF(1, top - 1, width - 2, 3)
        painter.fillRect(track, theme.colour("infobg"))
        if face.progress is not None:
            painter.fillRect(QRectF(1, top - 1, (width - 2) * face.progress, 3), theme.colour("info"))
    if zoom < FULL_FROM:
        return
    painter.setFont(metrics.small_font())
    painter.setPen(theme.colour("t2"))
    for word in layout.foot:
        painter.drawText(word.at, word.text)
    if layout.mark is not None and face.mark is not None:
        _icon(painter, face.mark.icon, layout.mark + QPointF(5.5, 0), 11, theme.colour("t3"), zoom)
    if face.end is not None:
        painter.setFont(metrics.small_font(600))
        painter.setPen(theme.colour("t3" if face.end.tone == "neutral" else face.end.tone))
        painter.drawText(layout.end.at, layout.end.text)


def _paint_border(
    painter: QPainter, rect: QRectF, face: NodeFace, *, is_selected: bool, width: float | None = None
) -> None:
    line = _BORDERS.get(face.border, 1.0)
    colour = theme.colour("line2" if face.border == "neutral" else face.border)
    if is_selected:
        line, colour = 2.0, theme.colour("acc")
    line = max(line, width or 0.0)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(colour, line)
    if not face.is_known:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    grow = line / 2 - 0.5
    painter.drawRoundedRect(rect.adjusted(-grow, -grow, grow, grow), metrics.RADIUS_PX, metrics.RADIUS_PX)


def _icon(painter: QPainter, name: str, middle: QPointF, size: float, colour: QColor, zoom: float) -> None:
    ratio = painter.device().devicePixelRatioF() * (1.0 if zoom <= 1 else 2.0 if zoom <= 2 else 3.0)
    picture = pixmap(name, round(size), colour, ratio)
    target = QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size)
    painter.drawPixmap(target, picture, QRectF(picture.rect()))


def _mixed(colour: QColor, ground: QColor, share: float) -> QColor:
    """The ground with a share of the colour, opaque; shared: not to be changed."""
    return _mixed_rgb(colour.rgb(), ground.rgb(), share)


@functools.lru_cache(maxsize=256)
def _mixed_rgb(colour: int, ground: int, share: float) -> QColor:
    over, under = QColor.fromRgb(colour), QColor.fromRgb(ground)
    rest = 1 - share
    return QColor.fromRgbF(
        over.redF() * share + under.redF() * rest,
        over.greenF() * share + under.greenF() * rest,
        over.blueF() * share + under.blueF() * rest,
    )
