"""The shapes of a run's chart: one bar, one row's name."""

from __future__ import annotations

from dataclasses import dataclass

from qtpy.QtCore import QPointF, QRect, QRectF, Qt
from qtpy.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath

from admaker_desktop.ui.i18n import tr
from admaker_desktop.ui.pages.runs.chart_model import Bar, Row
from admaker_desktop.ui.pages.runs.looks import NodeNames, lane_look
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.fonts import ui_font
from admaker_desktop.ui.theme.icons import paint_icon
from admaker_desktop.ui.widgets.paint import between, box, faded, lighter, pen, words

_RADIUS = 4.0
_PAD_PX = 7
_LEAST_WORDS_PX = 48
"""A bar with cut words is at least this wide."""


@dataclass(frozen=True, slots=True)
class BarLook:
    """A bar as it is painted; pixels of the viewport."""

    rect: QRectF
    bar: Bar
    colour: QColor
    text: str
    marks: tuple[float, ...]
    """Where its items ended."""
    fraction: float | None
    """How far it is, 0 to 1, while it runs."""
    is_hovered: bool
    has_room: bool
    """Nothing stands behind the bar, so that its words may."""


def paint_bar(painter: QPainter, look: BarLook) -> None:
    """A bar with its words: on it where they fit, else behind it where there is room."""
    rect, bar = look.rect, look.bar
    fill, border, ink, width = _dress(bar, look.colour)
    if look.is_hovered:
        fill = lighter(fill)
    shape = QPainterPath()
    inner = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    shape.addRoundedRect(inner, _RADIUS, _RADIUS)
    painter.fillPath(shape, fill)
    if bar.state == "running" and look.fraction is not None:
        painter.save()
        painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
        done = QRectF(rect.x(), rect.y(), rect.width() * look.fraction, rect.height())
        painter.fillRect(done, faded(look.colour, 0.35))
        painter.restore()
    painter.setPen(faded(theme.colour("canvas"), 0.55))
    for x in look.marks:
        if rect.left() + 3 < x < rect.right() - 3:
            painter.drawLine(QPointF(x, rect.top() + 2), QPointF(x, rect.bottom() - 2))
    painter.strokePath(shape, pen(border, width))
    _paint_words(painter, rect, look.text, ink, bar, has_room=look.has_room)


Ticks = list[tuple[float, str]]
"""Where the ruler's marks stand, and what they say."""


def paint_grid(painter: QPainter, area: QRect, ruler_px: int, ticks: Ticks) -> None:
    """The ground of the ruler and a line down from every mark."""
    painter.fillRect(QRect(0, 0, area.width(), ruler_px), theme.colour("bg"))
    painter.setPen(theme.colour("line"))
    for place, _ in ticks:
        x = round(place) + 0.5
        painter.drawLine(QPointF(x, 0), QPointF(x, area.height()))


def paint_ruler(painter: QPainter, area: QRect, ruler_px: int, ticks: Ticks) -> None:
    """The times at the top."""
    painter.setFont(ui_font(11))
    for x, text in ticks:
        words(painter, QRectF(x + 5, 0, area.width(), ruler_px - 1), text, theme.colour("t3"))


def paint_now(painter: QPainter, area: QRect, ruler_px: int, at: float) -> None:
    """The line of this moment with its word."""
    x = round(at) + 0.5
    painter.fillRect(QRectF(x - 0.75, ruler_px, 1.5, area.height()), theme.colour("info"))
    painter.setFont(ui_font(11, 600))
    text = tr("now")
    width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 14
    pill = QRectF(x - width / 2, 4, width, ruler_px - 8)
    painter.fillRect(pill.adjusted(-4, -2, 4, 2), theme.colour("bg"))
    box(painter, pill, 5, theme.colour("infobg"))
    words(painter, pill, text, theme.colour("info"), Qt.AlignmentFlag.AlignHCenter)


def _paint_words(painter: QPainter, rect: QRectF, text: str, ink: QColor, bar: Bar, *, has_room: bool) -> None:
    font = ui_font(11, 600)
    painter.setFont(font)
    needed = QFontMetricsF(font).horizontalAdvance(text)
    if needed <= rect.width() - 2 * _PAD_PX or (not has_room and rect.width() > _LEAST_WORDS_PX):
        words(painter, rect.adjusted(_PAD_PX, 0, -_PAD_PX, 0), text, ink)
        return
    if not has_room:
        return
    behind = theme.colour("err") if bar.state == "failed" else theme.colour("t3")
    painter.setFont(ui_font(11))
    seen, x = painter.clipBoundingRect(), rect.right() + 6
    if x + needed > seen.right() and rect.left() - 6 - needed > seen.left():
        x = rect.left() - 6 - needed  # there is no room behind the bar: before it
    words(painter, QRectF(x, rect.y(), needed + 16, rect.height()), text, behind)


def _dress(bar: Bar, colour: QColor) -> tuple[QColor, QColor, QColor, float]:
    """Fill, border, ink and border width of a bar."""
    ground = theme.colour("canvas")
    solid = between(ground, colour, 0.45 if theme.is_dark else 0.38)
    if bar.state == "running":
        return between(ground, colour, 0.28), theme.colour("info"), theme.colour("t1"), 1.5
    if bar.state == "failed":
        return theme.colour("errbg"), theme.colour("err"), theme.colour("err"), 1.5
    if bar.state == "cached":
        return theme.colour("panel2"), theme.colour("line2"), theme.colour("t3"), 1.0
    if bar.state == "cancelled":
        return theme.colour("raised"), theme.colour("t3"), theme.colour("t2"), 1.0
    return solid, solid, theme.colour("t1"), 1.0


def paint_row_name(painter: QPainter, rect: QRectF, row: Row, title: str, detail: str, names: NodeNames) -> None:
    """A row's dot or lane icon, its name, and how many items it has."""
    ink = theme.colour({"failed": "err", "waiting": "t3"}.get(row.state, "t1"))
    if row.node:
        painter.setPen(Qt.PenStyle.NoPen)
        dot = theme.family(names.family(row.type))
        painter.setBrush(faded(dot, 0.45) if row.state == "waiting" else dot)
        painter.drawEllipse(QPointF(rect.x() + 4, rect.center().y()), 4, 4)
    else:
        place = QRectF(rect.x() - 3, rect.center().y() - 7, 14, 14)
        paint_icon(painter, lane_look(row.key)[0], place, theme.colour("t2"))
    font = ui_font(12, 600 if row.state == "failed" else 500)
    painter.setFont(font)
    area = rect.adjusted(17, 0, 0, 0)
    behind = QFontMetricsF(ui_font(12)).horizontalAdvance(f" {detail}") if detail else 0.0
    words(painter, area.adjusted(0, 0, -behind, 0), title, ink)
    if detail:
        used = min(QFontMetricsF(font).horizontalAdvance(title), area.width() - behind)
        painter.setFont(ui_font(12))
        words(painter, area.adjusted(used + 4, 0, 8, 0), detail, theme.colour("t3"))
