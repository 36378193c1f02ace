"""A popover that finds one of many known values by typing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from qtpy.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from qtpy.QtGui import QFontMetricsF, QKeyEvent, QPainter
from qtpy.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from admaker_desktop.ui.fuzzy import match
from admaker_desktop.ui.i18n import tr, tr_message
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.fonts import ui_font
from admaker_desktop.ui.widgets import Popover, SearchField, paint

if TYPE_CHECKING:
    from admaker_desktop.services.setting_choices import Choice

_WIDTH_PX, _ROW_PX, _ROWS = 340, 42, 8
_Index = QModelIndex | QPersistentModelIndex


class Finder(Popover):
    """Type, arrows, Enter; `picked` tells the value. Deletes itself when it closes."""

    picked = Signal(str)

    def __init__(self, choices: Sequence[Choice], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.search = SearchField(self)
        self.search.set_placeholder(tr("Search by platform, name or size"))
        self.search.text_changed.connect(self._filter)
        self.search.field.installEventFilter(self)
        self.model = _Choices(choices, self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(_TwoLines(self.list))
        self.list.setFixedSize(_WIDTH_PX, _ROW_PX * _ROWS)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(tr("Found"))
        self.list.clicked.connect(self._pick)
        self.body.addWidget(self.search)
        self.body.addWidget(self.list)
        self._filter("")
        self.search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS}
            if event.key() in steps:
                row = self.list.currentIndex().row() + steps[Qt.Key(event.key())]
                self.list.setCurrentIndex(self.model.index(max(0, min(self.model.rowCount() - 1, row)), 0))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._pick(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _filter(self, query: str) -> None:
        self.model.show_matches(query)
        self.list.setCurrentIndex(self.model.index(0, 0))

    def _pick(self, index: QModelIndex) -> None:
        choice = self.model.choice(index)
        if choice is not None and not choice.refusal:
            self.close()
            self.picked.emit(choice.value)


class _Choices(QAbstractListModel):
    def __init__(self, choices: Sequence[Choice], parent: QObject) -> None:
        super().__init__(parent)
        self._all = tuple(choices)
        self._shown = self._all

    def show_matches(self, query: str) -> None:
        """Show the choices that answer a query, what can be made first."""
        self.beginResetModel()
        scored = [(c, match(query, f"{c.group} {c.title} {c.detail} {c.value}")) for c in self._all]
        hits = [(choice, found) for choice, found in scored if found is not None]
        hits.sort(key=lambda hit: (bool(hit[0].refusal), -hit[1].score))
        self._shown = tuple(choice for choice, _ in hits)
        self.endResetModel()

    def choice(self, index: _Index) -> Choice | None:
        """The choice of a row."""
        return self._shown[index.row()] if index.isValid() and index.row() < len(self._shown) else None

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else max(1, len(self._shown))

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        choice = self.choice(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{choice.group} {choice.title}" if choice else tr("Nothing is called that")
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and choice:
            return tr_message(choice.refusal) or choice.detail
        return None


class _TwoLines(QStyledItemDelegate):
    """Platform and name; below it the size, the id, or why it cannot be chosen."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """One row of two lines."""
        del option, index
        return QSize(120, _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        model = index.model()
        choice = model.choice(index) if isinstance(model, _Choices) else None
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected and choice:
            paint.box(painter, rect.adjusted(0, 1, -2, -1), 7, theme.colour("hover"))
        top = QRectF(rect.x() + 8, rect.y() + 4, rect.width() - 18, 18)
        painter.setFont(ui_font(13, 500))
        if choice is None:
            paint.words(painter, top, str(index.data()), theme.colour("t3"))
            painter.restore()
            return
        painter.setOpacity(0.55 if choice.refusal else 1.0)
        paint.words(painter, top, choice.title, theme.colour("t1"))
        used = min(QFontMetricsF(painter.font()).horizontalAdvance(choice.title), top.width() * 0.7)
        painter.setFont(ui_font(11))
        side = top.adjusted(used + 8, 0, 0, 0)
        paint.words(painter, side, choice.group, theme.colour("t2"), Qt.AlignmentFlag.AlignRight)
        below = top.translated(0, 17)
        said = tr_message(choice.refusal) if choice.refusal else f"{choice.detail} · {choice.value}"
        paint.words(painter, below, said, theme.colour("t3"))
        painter.restore()
