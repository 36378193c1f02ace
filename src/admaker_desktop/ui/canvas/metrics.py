"""How big a node is and where its parts stand: the design system's figures, words cut to fit but once."""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qtpy.QtCore import QPointF, QRectF, Qt
from qtpy.QtGui import QFont, QFontMetricsF

from admaker_desktop.ui.canvas import body
from admaker_desktop.ui.i18n import tr
from admaker_desktop.ui.theme.fonts import ui_font

if TYPE_CHECKING:
    from admaker_desktop.ui.canvas.face import NodeFace, Note, PortFace

WIDTH_PX, MAX_WIDTH_PX = 176.0, 208.0
HEADER_PX, ROW_PX, FOOTER_PX = 36.0, 17.0, 25.0
PADDING_PX, RADIUS_PX = 9.0, 10.0
TILE_PX, BADGE_PX, DOT_PX = 22.0, 16.0, 12.0
PLATE_PX = 4.0
"""How far each of the two plates of a fan-out looks out."""
_TITLE_X_PX = 40.0
_FAR_TITLE_PX = 17.0
_BADGE_ROOM_PX = 26.0
"""Kept free for a badge of one icon: a node's width never changes with its state."""
_ROWS_ABOVE_PX, _ROWS_BELOW_PX = 4.0, 5.0
_LINKS_PX = 18.0
_LINE_PX = 14.0
_MOST_PROBLEM_LINES = 4


@dataclass(frozen=True, slots=True)
class Word:
    """A text where it stands: left end of its base line."""

    text: str
    at: QPointF


@dataclass(frozen=True, slots=True)
class NodeLayout:
    """Places inside a node, origin at its top left corner, pixels at 100 %."""

    width: float
    height: float
    title: Word
    subtitle: Word
    badge: QRectF
    body: QRectF
    problem: tuple[Word, ...]
    links: tuple[tuple[str, Word, QRectF], ...]
    """Ways out of an error: key, word, where it is clicked."""
    ports: tuple[tuple[PortFace, bool, QPointF, Word], ...]
    """Port, whether it is an input, middle of its dot, its name."""
    foot_top: float
    foot: tuple[Word, ...]
    mark: QPointF | None
    end: Word


def title_font(size_px: float = 12) -> QFont:
    """The face of a node's title."""
    return ui_font(size_px, 600)


def small_font(weight: int = 400) -> QFont:
    """The smallest type: subtitles, ports, feet."""
    return ui_font(10.5, weight)


@functools.cache
def font_metrics(size_px: float, weight: int) -> QFontMetricsF:
    """Metrics of the interface's face."""
    return QFontMetricsF(ui_font(size_px, weight))


def layout_of(face: NodeFace) -> NodeLayout:
    """Where everything of a face stands; GUI thread."""
    width = _width(face)
    inner = width - 2 * PADDING_PX
    problem = _wrapped(face.problem, inner) if face.problem else ()
    body_height = body.height_of(face, inner)
    links_height = _LINKS_PX if face.can_retry else 0.0
    if problem:
        body_height = max(body_height, len(problem) * _LINE_PX + 8)
    rows_top = HEADER_PX + body_height + links_height + _ROWS_ABOVE_PX
    rows = max(len(face.inputs), len(face.outputs))
    foot_top = rows_top + rows * ROW_PX + _ROWS_BELOW_PX
    body_rect = QRectF(PADDING_PX, HEADER_PX, inner, body_height)
    badge = _badge_rect(face.badge, width)
    title_space = badge.left() - _TITLE_X_PX - 4
    small = font_metrics(10.5, 400)
    foot, mark, end = _foot(face, width, foot_top)
    return NodeLayout(
        width=width,
        height=foot_top + FOOTER_PX,
        title=Word(_cut(font_metrics(12, 600), face.title, title_space), QPointF(_TITLE_X_PX, 16)),
        subtitle=Word(_cut(small, face.subtitle, title_space), QPointF(_TITLE_X_PX, 29)),
        badge=badge,
        body=body_rect,
        problem=tuple(
            Word(line, QPointF(PADDING_PX, HEADER_PX + 16 + _LINE_PX * row)) for row, line in enumerate(problem)
        ),
        links=_links(HEADER_PX + body_height) if face.can_retry else (),
        ports=_ports(face, width, rows_top),
        foot_top=foot_top,
        foot=foot,
        mark=mark,
        end=end,
    )


@functools.lru_cache(maxsize=1024)
def far_title(text: str, space: float, zoom: float) -> tuple[int, str]:
    """Size and words of a title that is read best when the view is far away: as near to 11 px on screen as fits."""
    natural = font_metrics(12, 600).horizontalAdvance(text) or 1.0
    size = int(max(12.0, min(11.0 / zoom, 12.0 * space / natural, _FAR_TITLE_PX)))
    return size, _cut(font_metrics(size, 600), text, space + 2)


def _width(face: NodeFace) -> float:
    small = font_metrics(10.5, 400)
    rows = max(len(face.inputs), len(face.outputs))
    needed = WIDTH_PX
    for row in range(rows):
        left = face.inputs[row].label if row < len(face.inputs) else ""
        right = face.outputs[row].label if row < len(face.outputs) else ""
        needed = max(needed, small.horizontalAdvance(left) + small.horizontalAdvance(right) + 36)
    title = font_metrics(12, 600).horizontalAdvance(face.title)
    needed = max(needed, _TITLE_X_PX + title + _BADGE_ROOM_PX + PADDING_PX)
    return float(min(MAX_WIDTH_PX, math.ceil(needed / 4) * 4))


def _badge_width(badge: Note | None) -> float:
    if badge is None:
        return 0.0
    word = font_metrics(10.5, 600).horizontalAdvance(badge.text) if badge.text else 0.0
    return word + (12 if badge.icon else 0) + (4 if badge.icon and word else 0) + 9


def _badge_rect(badge: Note | None, width: float) -> QRectF:
    size = _badge_width(badge)
    return QRectF(width - PADDING_PX - size, (HEADER_PX - BADGE_PX) / 2, size, BADGE_PX)


def _wrapped(text: str, width: float) -> tuple[str, ...]:
    return body.wrap(text, width, _MOST_PROBLEM_LINES)


def _links(top: float) -> tuple[tuple[str, Word, QRectF], ...]:
    metrics = font_metrics(10.5, 600)
    x, found = PADDING_PX, []
    for key, text in (("retry", tr("Retry")), ("show", tr("Show"))):
        width = metrics.horizontalAdvance(text)
        found.append((key, Word(text, QPointF(x, top + 12)), QRectF(x - 4, top, width + 8, _LINKS_PX)))
        x += width + 14
    return tuple(found)


def _ports(face: NodeFace, width: float, top: float) -> tuple[tuple[PortFace, bool, QPointF, Word], ...]:
    metrics = font_metrics(10.5, 400)
    placed = []
    for row in range(max(len(face.inputs), len(face.outputs))):
        middle = top + ROW_PX * (row + 0.5)
        has_both = row < len(face.inputs) and row < len(face.outputs)
        space = width - 24 if not has_both else (width - 30) / 2
        if row < len(face.inputs):
            port = face.inputs[row]
            other = metrics.horizontalAdvance(face.outputs[row].label) if has_both else 0.0
            word = _cut(metrics, port.label, max(space, width - 30 - other))
            placed.append((port, True, QPointF(0, middle), Word(word, QPointF(10, middle + 3.8))))
        if row < len(face.outputs):
            port = face.outputs[row]
            other = metrics.horizontalAdvance(face.inputs[row].label) if has_both else 0.0
            word = _cut(metrics, port.label, max(space, width - 30 - other))
            x = width - 10 - metrics.horizontalAdvance(word)
            placed.append((port, False, QPointF(width, middle), Word(word, QPointF(x, middle + 3.8))))
    return tuple(placed)


def _foot(face: NodeFace, width: float, top: float) -> tuple[tuple[Word, ...], QPointF | None, Word]:
    metrics, strong = font_metrics(10.5, 400), font_metrics(10.5, 600)
    base = top + 16.5
    end_text = face.end.text if face.end else ""
    end_width = strong.horizontalAdvance(end_text)
    end = Word(end_text, QPointF(width - PADDING_PX - end_width, base))
    x, words, mark = PADDING_PX + 1, [], None
    limit = end.at.x() - 6
    for text in (face.progress_text or face.price, face.time):
        size = metrics.horizontalAdvance(text)
        if text and x + size <= limit:
            words.append(Word(text, QPointF(x, base)))
            x += size + 8
    if face.mark is not None and x + 14 + metrics.horizontalAdvance(face.mark.text) <= limit:
        mark = QPointF(x, top + FOOTER_PX / 2)
        words.append(Word(face.mark.text, QPointF(x + 14, base)))
    return tuple(words), mark, end


def _cut(metrics: QFontMetricsF, text: str, width: float) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, width) + 0.5)
