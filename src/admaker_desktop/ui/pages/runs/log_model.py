"""A run's log as rows: filtered by level, searched for words, painted with the hits marked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from qtpy.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from qtpy.QtGui import QColor, QFontMetricsF, QPainter
from qtpy.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from admaker_desktop.services.history import LogLine
from admaker_desktop.ui.i18n import tr, tr_message
from admaker_desktop.ui.pages.runs.looks import NodeNames
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.fonts import mono_font, ui_font
from admaker_desktop.ui.theme.icons import paint_icon
from admaker_desktop.ui.widgets.paint import faded, words

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = int(Qt.ItemDataRole.UserRole)
_ROW_PX = 32
_PAD_PX = 14
_TIME_PX, _ICON_PX, _NODE_PX = 98, 30, 138
_LOOKS = {
    "info": ("info", "info"),
    "done": ("circle-check", "ok"),
    "warning": ("triangle-alert", "warn"),
    "error": ("circle-alert", "err"),
}


def clock_time(unix_s: float) -> str:
    """A moment to the millisecond, local time: "13:58:46.914"."""
    return f"{datetime.fromtimestamp(unix_s):%H:%M:%S.%f}"[:-3]  # noqa: DTZ006 - people read local time


def line_text(line: LogLine) -> str:
    """What a line says, with its way out behind it."""
    return " ".join(tr_message(part) for part in (line.message, line.hint) if part)


class LogModel(QAbstractListModel):
    """The lines of one run, newest first. GUI thread."""

    def __init__(self, names: NodeNames, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._all: tuple[LogLine, ...] = ()
        self._shown: list[LogLine] = []
        self._level = "all"
        self._search: re.Pattern[str] | None = None

    def set_lines(self, lines: tuple[LogLine, ...]) -> None:
        """Show these lines; new ones come in at the top, so that a chosen one stays chosen."""
        self._all = lines
        shown = [line for line in lines if self._passes(line)]
        fresh = len(shown) - len(self._shown)
        if fresh >= 0 and shown[fresh:] == self._shown:
            if fresh:
                self.beginInsertRows(QModelIndex(), 0, fresh - 1)
                self._shown = shown
                self.endInsertRows()
            return
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def set_level(self, level: str) -> None:
        """`all`, `warning` (and worse) or `error`."""
        self._level = level
        self.set_lines(self._all)

    def set_search(self, text: str) -> None:
        """Mark these words, in any case; empty marks nothing."""
        self._search = re.compile(re.escape(text.strip()), re.IGNORECASE) if text.strip() else None
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    def hits(self) -> list[int]:
        """The rows that hold the searched words."""
        if self._search is None:
            return []
        pattern = self._search
        return [row for row, line in enumerate(self._shown) if pattern.search(self.told(line))]

    def marks(self, text: str) -> list[tuple[int, int]]:
        """Start and end of each hit in a text."""
        return [found.span() for found in self._search.finditer(text)] if self._search else []

    def count(self, level: str) -> int:
        """How many lines of a level there are at all."""
        return sum(line.level == level for line in self._all)

    def source(self, line: LogLine) -> str:
        """Who says it: a node, or the engine."""
        return self._names.title(line.node, line.type) if line.node else tr("Engine")

    def told(self, line: LogLine) -> str:
        """Source and words of a line."""
        return f"{self.source(line)} {line_text(line)}"

    def as_text(self, rows: Iterable[int] | None = None) -> str:
        """Lines as plain text, oldest first: the rows given, or every line of the run."""
        chosen = self._all if rows is None else [self._shown[row] for row in sorted(rows)]
        told = [f"{clock_time(line.at)}  {line.level:7}  {self.source(line)}: {line_text(line)}" for line in chosen]
        return "\n".join(reversed(told))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        line = self._shown[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{clock_time(line.at)} {level_word(line.level)} {self.told(line)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return line_text(line)
        return line if role == LINE_ROLE else None

    def _passes(self, line: LogLine) -> bool:
        if self._level == "all":
            return True
        return line.level == "error" or (self._level == "warning" and line.level == "warning")


def level_word(level: str) -> str:
    """A level as a word."""
    return {"info": tr("Note"), "done": tr("Done"), "warning": tr("Warning"), "error": tr("Error")}[level]


class LogRows(QStyledItemDelegate):
    """Paints a line: time, level, who, what; hits of the search are marked."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.rect.width(), _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, line = index.model(), index.data(LINE_ROLE)
        if not isinstance(model, LogModel) or line is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accbg"))
        elif line.level == "error":
            painter.fillRect(rect, faded(theme.colour("errbg"), 0.55))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, faded(theme.colour("hover"), 0.35))
        painter.fillRect(
            QRectF(rect.x() + _PAD_PX, rect.bottom() - 1, rect.width() - 2 * _PAD_PX, 1), theme.colour("line")
        )
        left = rect.x() + _PAD_PX
        painter.setFont(mono_font(12))
        words(painter, QRectF(left, rect.y(), _TIME_PX, rect.height()), clock_time(line.at), theme.colour("t3"))
        left += _TIME_PX
        icon, tone = _LOOKS[line.level]
        paint_icon(painter, icon, QRectF(left, rect.center().y() - 8, 15, 15), theme.colour(tone))
        left += _ICON_PX
        painter.setFont(ui_font(12))
        node_px = _NODE_PX if rect.width() > 620 else 96
        self._paint_marked(
            painter, QRectF(left, rect.y(), node_px - 10, rect.height()), model.source(line), "t2", model
        )
        left += node_px
        painter.setFont(ui_font(13))
        rest = QRectF(left, rect.y(), rect.right() - left - _PAD_PX, rect.height())
        self._paint_marked(painter, rest, line_text(line), "t1", model)
        painter.restore()

    def _paint_marked(self, painter: QPainter, rect: QRectF, text: str, tone: str, model: LogModel) -> None:
        metrics = QFontMetricsF(painter.font())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        mark = QColor(theme.colour("warn"))
        mark.setAlphaF(0.38)
        for start, end in model.marks(shown):
            left = rect.x() + metrics.horizontalAdvance(shown[:start])
            width = metrics.horizontalAdvance(shown[start:end])
            top = QPointF(left - 1, rect.center().y() - metrics.height() / 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mark)
            painter.drawRoundedRect(QRectF(top.x(), top.y(), width + 2, metrics.height()), 3, 3)
        words(painter, rect, shown, theme.colour(tone))
