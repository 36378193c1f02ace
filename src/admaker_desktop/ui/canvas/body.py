"""The middle of a node: what it has made, drawn small by kind."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from qtpy.QtCore import QPointF, QRectF, Qt
from qtpy.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPainterPath, QPen, QPolygonF

from admaker_desktop.ui import formats
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.fonts import ui_font
from admaker_desktop.ui.theme.icons import paint_icon
from admaker_desktop.ui.widgets.paint import faded

if TYPE_CHECKING:
    from admaker_desktop.services.previews import (
        FilesPreview,
        FilmPreview,
        ScoresPreview,
        StripPreview,
        SwatchesPreview,
        TextPreview,
        WavePreview,
    )
    from admaker_desktop.ui.canvas.face import NodeFace

_GAP_PX = 8.0
_LINE_PX = 14.0
_TEXT_LINES, _HINT_LINES = 4, 3
_BOX_PADDING_PX = 7.0
_SCORE_ROW_PX = 22.0
_CELL_GAP_PX = 3.0
_CELL_ASPECT = 16 / 10.5
_FILM_PX = 84.0
_TRACK_PX, _TRACK_GAP_PX = 5.0, 2.0
_WAVE_PX = 38.0
_CHIP_PX = 13.0
_VERDICTS = {"pass": ("ok", "check"), "warn": ("warn", "triangle-alert"), "fail": ("err", "x")}
_Paint = Callable[[QPainter, QRectF, Any], None]


def height_of(face: NodeFace, width: float) -> float:
    """Height of the body of a face with its margins, for an inner width; GUI thread."""
    kind = type(face.preview).__name__
    if kind in _HEIGHTS:
        return _HEIGHTS[kind](face.preview, width) + 2 * _GAP_PX
    return len(wrap(face.hint, width, _HINT_LINES)) * _LINE_PX + 2 * _GAP_PX


def is_text(face: NodeFace) -> bool:
    """Whether the body is words alone."""
    return type(face.preview).__name__ not in _HEIGHTS or type(face.preview).__name__ == "TextPreview"


def paint_body(painter: QPainter, rect: QRectF, face: NodeFace) -> None:
    """Draw the preview inside its place; the hint when there is none."""
    inner = rect.adjusted(0, _GAP_PX, 0, -_GAP_PX)
    kind = type(face.preview).__name__
    if kind == "WavePreview":
        colour = theme.family("music" if face.family == "music" else "voice")
        _paint_wave(painter, inner, cast("WavePreview", face.preview), colour)
        return
    paint = _PAINTERS.get(kind)
    if paint is not None:
        paint(painter, inner, face.preview)
        return
    painter.setFont(ui_font(10.5))
    painter.setPen(theme.colour("t3"))
    for row, line in enumerate(wrap(face.hint, inner.width(), _HINT_LINES)):
        painter.drawText(QPointF(inner.left(), inner.top() + 10.5 + row * _LINE_PX), line)


@functools.lru_cache(maxsize=2048)
def wrap(text: str, width: float, most: int) -> tuple[str, ...]:
    """The text in lines of 10.5 px type that fit the width, at most so many, the last one cut."""
    metrics = QFontMetricsF(ui_font(10.5))
    lines: list[str] = []
    for paragraph in text.splitlines():
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}" if line else word
            if line and metrics.horizontalAdvance(longer) > width:
                lines.append(line)
                line = word
            else:
                line = longer
        if line:
            lines.append(line)
    shown = lines[:most]
    if len(lines) > most:
        shown[-1] = f"{shown[-1]} {lines[most]}"
    return tuple(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width + 0.5) for line in shown)


# ------------------------------------------------------------------------------------------------------------ text
def _text_height(preview: TextPreview, width: float) -> float:
    return len(wrap(preview.text, width - 2 * _BOX_PADDING_PX, _TEXT_LINES)) * _LINE_PX + 2 * _BOX_PADDING_PX - 2


def _paint_text(painter: QPainter, rect: QRectF, preview: TextPreview) -> None:
    _well(painter, rect)
    painter.setFont(ui_font(10.5))
    painter.setPen(theme.colour("t2"))
    x, y = rect.left() + _BOX_PADDING_PX, rect.top() + _BOX_PADDING_PX + 9.5
    for row, line in enumerate(wrap(preview.text, rect.width() - 2 * _BOX_PADDING_PX, _TEXT_LINES)):
        painter.drawText(QPointF(x, y + row * _LINE_PX), line)


# ---------------------------------------------------------------------------------------------------------- scores
def _scores_height(preview: ScoresPreview, width: float) -> float:
    del width
    return len(preview.rows[:3]) * _SCORE_ROW_PX - 4


def _paint_scores(painter: QPainter, rect: QRectF, preview: ScoresPreview) -> None:
    metrics = QFontMetricsF(ui_font(10.5))
    for number, row in enumerate(preview.rows[:3]):
        top = rect.top() + number * _SCORE_ROW_PX
        painter.setFont(ui_font(10.5, 600 if row.is_chosen else 400))
        painter.setPen(theme.colour("t1" if row.is_chosen else "t2"))
        label = metrics.elidedText(row.label, Qt.TextElideMode.ElideRight, rect.width() - 34)
        painter.drawText(QPointF(rect.left(), top + 9), label)
        painter.setPen(theme.colour("ok" if row.is_chosen else "t2"))
        mark = formats.number(row.score, 1)
        painter.drawText(QPointF(rect.right() - metrics.horizontalAdvance(mark), top + 9), mark)
        bar = QRectF(rect.left(), top + 13.5, rect.width(), 2.6)
        _bar(painter, bar, row.score / 10, theme.colour("ok" if row.is_chosen else "t3"))


# -------------------------------------------------------------------------------------------------------- swatches
def _swatches_height(preview: SwatchesPreview, width: float) -> float:
    del preview, width
    return 52.0


def _paint_swatches(painter: QPainter, rect: QRectF, preview: SwatchesPreview) -> None:
    _well(painter, QRectF(rect.left(), rect.top(), rect.width(), 27))
    painter.setFont(ui_font(12, 600))
    painter.setPen(theme.colour("t1"))
    metrics = QFontMetricsF(ui_font(12, 600))
    name = metrics.elidedText(preview.name, Qt.TextElideMode.ElideRight, rect.width() * 0.5)
    painter.drawText(QPointF(rect.left() + 8, rect.top() + 17.5), name)
    left = rect.left() + 16 + metrics.horizontalAdvance(name)
    painter.setFont(ui_font(10.5))
    painter.setPen(theme.colour("t3"))
    fonts = QFontMetricsF(ui_font(10.5)).elidedText(
        " · ".join(preview.families), Qt.TextElideMode.ElideRight, rect.right() - 6 - left
    )
    painter.drawText(QPointF(left, rect.top() + 17.5), fonts)
    colours = preview.colours[:6]
    if not colours:
        return
    width = (rect.width() - 4 * (len(colours) - 1)) / len(colours)
    for number, colour in enumerate(colours):
        painter.setPen(QPen(theme.colour("line2"), 1))
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(QRectF(rect.left() + number * (width + 4), rect.top() + 34, width, 17), 4, 4)


# ----------------------------------------------------------------------------------------------------------- strip
def _grid(count: int, width: float) -> tuple[int, float, float]:
    """Columns, cell width and cell height for so many pictures."""
    columns = 3 if count > 2 else max(1, count)
    cell = (width - _CELL_GAP_PX * (columns - 1)) / columns
    return columns, cell, min(cell / _CELL_ASPECT, 62.0)


def _strip_height(preview: StripPreview[QImage], width: float) -> float:
    columns, _, height = _grid(len(preview.pictures), width)
    rows = math.ceil(len(preview.pictures) / columns)
    return rows * height + (rows - 1) * _CELL_GAP_PX


def _cells(count: int, rect: QRectF) -> list[QRectF]:
    columns, width, height = _grid(count, rect.width())
    return [
        QRectF(
            rect.left() + (at % columns) * (width + _CELL_GAP_PX),
            rect.top() + (at // columns) * (height + _CELL_GAP_PX),
            width,
            height,
        )
        for at in range(count)
    ]


def _paint_strip(painter: QPainter, rect: QRectF, preview: StripPreview[QImage]) -> None:
    for cell, picture, label in zip(
        _cells(len(preview.pictures), rect), preview.pictures, preview.labels, strict=False
    ):
        _picture(painter, cell, picture)
        if label:
            _chip(painter, QPointF(cell.left() + 2, cell.bottom() - 2), label)


# ------------------------------------------------------------------------------------------------------------ film
def _film_height(preview: FilmPreview[QImage], width: float) -> float:
    del width
    return _FILM_PX + 4 + len(preview.tracks) * (_TRACK_PX + _TRACK_GAP_PX)


def _paint_film(painter: QPainter, rect: QRectF, preview: FilmPreview[QImage]) -> None:
    frame = QRectF(rect.left(), rect.top(), rect.width(), _FILM_PX)
    _whole_picture(painter, frame, preview.picture)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 120))
    painter.drawEllipse(frame.center(), 11, 11)
    centre = frame.center()
    painter.setBrush(theme.colour("white"))
    painter.drawPolygon(QPolygonF([centre + QPointF(-3, -4.5), centre + QPointF(5, 0), centre + QPointF(-3, 4.5)]))
    minutes, seconds = divmod(round(preview.seconds), 60)
    _chip(painter, QPointF(frame.right() - 30, frame.bottom() - 4), f"{minutes}:{seconds:02d}")
    painter.setPen(Qt.PenStyle.NoPen)
    for row, track in enumerate(preview.tracks):
        painter.setBrush(faded(theme.family(track.family), 0.8))
        top = frame.bottom() + 5 + row * (_TRACK_PX + _TRACK_GAP_PX)
        for start, end in track.segments:
            width = max(2.0, (end - start) * rect.width() - 1)
            painter.drawRoundedRect(QRectF(rect.left() + start * rect.width(), top, width, _TRACK_PX), 1.5, 1.5)


# ----------------------------------------------------------------------------------------------------------- files
def _files_height(preview: FilesPreview[QImage], width: float) -> float:
    columns, _, height = _grid(len(preview.pictures), width)
    return math.ceil(len(preview.pictures) / columns) * (height + _CELL_GAP_PX) - _CELL_GAP_PX


def _paint_files(painter: QPainter, rect: QRectF, preview: FilesPreview[QImage]) -> None:
    cells = _cells(len(preview.pictures), rect)
    for cell, picture, label, verdict in zip(cells, preview.pictures, preview.labels, preview.verdicts, strict=False):
        _whole_picture(painter, cell, picture)
        _chip(painter, QPointF(cell.left() + 2, cell.bottom() - 2), label)
        tone, sign = _VERDICTS[verdict]
        disc = QRectF(cell.right() - 14, cell.top() + 2, 12, 12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(tone + "bg"))
        painter.drawEllipse(disc)
        paint_icon(painter, sign, disc.adjusted(2, 2, -2, -2), theme.colour(tone))


# ------------------------------------------------------------------------------------------------------------ wave
def _wave_height(preview: WavePreview, width: float) -> float:
    del preview, width
    return _WAVE_PX


def _paint_wave(painter: QPainter, rect: QRectF, preview: WavePreview, colour: QColor) -> None:
    _well(painter, rect)
    inner = rect.adjusted(7, 5, -7, -5)
    step = inner.width() / max(1, len(preview.peaks))
    path, middle = QPainterPath(), inner.center().y()
    for number, peak in enumerate(preview.peaks):
        half = max(0.5, peak * inner.height() / 2)
        path.addRect(QRectF(inner.left() + number * step, middle - half, max(0.6, step * 0.62), 2 * half))
    painter.fillPath(path, colour)


# ---------------------------------------------------------------------------------------------------------- shared
def _well(painter: QPainter, rect: QRectF) -> None:
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.setBrush(theme.colour("bg"))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


def _bar(painter: QPainter, rect: QRectF, share: float, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("line"))
    painter.drawRoundedRect(rect, 1.3, 1.3)
    painter.setBrush(colour)
    filled = QRectF(rect.left(), rect.top(), rect.width() * max(0.0, min(1.0, share)), rect.height())
    painter.drawRoundedRect(filled, 1.3, 1.3)


def _whole_picture(painter: QPainter, cell: QRectF, picture: QImage) -> None:
    """The whole picture in a rounded cell; beside a tall one stands itself, large and dark."""
    if picture.width() / picture.height() >= cell.width() / cell.height() * 0.8:
        _picture(painter, cell, picture)
        return
    _picture(painter, cell, picture)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(8, 9, 14, 175))
    painter.drawRoundedRect(cell, 4, 4)
    width = cell.height() * picture.width() / picture.height()
    painter.drawImage(QRectF(cell.center().x() - width / 2, cell.top(), width, cell.height()), picture)


def _picture(painter: QPainter, cell: QRectF, picture: QImage) -> None:
    """The picture filling a rounded cell, cut at the longer side; the upper part of a tall one is kept."""
    scale = max(cell.width() / picture.width(), cell.height() / picture.height())
    width, height = cell.width() / scale, cell.height() / scale
    source = QRectF((picture.width() - width) / 2, (picture.height() - height) * 0.42, width, height)
    path = QPainterPath()
    path.addRoundedRect(cell, 4, 4)
    painter.save()
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.drawImage(cell, picture, source)
    painter.restore()


def _chip(painter: QPainter, bottom_left: QPointF, text: str) -> None:
    painter.setFont(ui_font(9, 600))
    width = QFontMetricsF(ui_font(9, 600)).horizontalAdvance(text) + 7
    rect = QRectF(bottom_left.x(), bottom_left.y() - _CHIP_PX, width, _CHIP_PX)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(8, 9, 14, 190))
    painter.drawRoundedRect(rect, 3.5, 3.5)
    painter.setPen(QColor("#f2f3f8"))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), text)


_HEIGHTS: dict[str, Callable[[Any, float], float]] = {
    "TextPreview": _text_height,
    "ScoresPreview": _scores_height,
    "SwatchesPreview": _swatches_height,
    "StripPreview": _strip_height,
    "FilmPreview": _film_height,
    "FilesPreview": _files_height,
    "WavePreview": _wave_height,
}
_PAINTERS: dict[str, _Paint] = {
    "TextPreview": _paint_text,
    "ScoresPreview": _paint_scores,
    "SwatchesPreview": _paint_swatches,
    "StripPreview": _paint_strip,
    "FilmPreview": _paint_film,
    "FilesPreview": _paint_files,
}
"""By the preview's class, which is not imported here: its module reads media."""
