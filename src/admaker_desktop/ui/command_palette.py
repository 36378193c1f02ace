"""The command palette (Ctrl+K): every command, node and recent project, found by a few letters."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from qtpy.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from qtpy.QtGui import QAction, QFontMetricsF, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from qtpy.QtWidgets import (
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from admaker_desktop.ui import formats
from admaker_desktop.ui.fuzzy import Match, match
from admaker_desktop.ui.i18n import Translated, tr, trn
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.fonts import ui_font
from admaker_desktop.ui.theme.icons import paint_icon
from admaker_desktop.ui.theme.shadow import SHADOW_PX, paint_shadow
from admaker_desktop.ui.widgets import paint

_WIDTH_PX, _ROW_PX, _TOP_PX = 620, 36, 72
_ROWS_SHOWN = 10
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Entry:
    """Something that the palette can do. `refusal` says why it cannot be done now, and disables it."""

    title: str
    run: Callable[[], Any]
    group: str = ""
    shortcut: str = ""
    """As the platform writes it."""
    icon: str = ""
    """A lucide name."""
    refusal: str = ""
    is_enabled: bool = True


def entry_of(action: QAction) -> Entry:
    """An action as an entry; its properties `group` and `iconName` say more, its `statusTip` why it is disabled.

    A key that only counts inside one widget stands in the text, behind a tab.
    """
    title, _, hint = action.text().partition("\t")
    shortcut = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    is_on = action.isCheckable() and action.isChecked()
    return Entry(
        title=title.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…"),
        run=action.trigger,
        group=str(action.property("group") or ""),
        shortcut=formats.keys(shortcut or hint),
        icon="check" if is_on else str(action.property("iconName") or ""),
        refusal="" if action.isEnabled() else action.statusTip(),
        is_enabled=action.isEnabled(),
    )


class CommandPalette(Translated):
    """A panel over the window's top centre. Keyboard first: type, arrows, Enter; Esc or a click outside closes."""

    def __init__(
        self,
        parent: QWidget,
        actions: Callable[[], Iterable[QAction]],
        entries: Callable[[], Iterable[Entry]] = tuple,
    ) -> None:
        super().__init__(parent)
        self._host = parent
        self._app = QCoreApplication.instance() or QCoreApplication([])
        self._actions, self._entries = actions, entries
        self._returns_to: QWidget | None = None
        self.field = QLineEdit(self)
        self.field.setObjectName("bare")
        self.field.setFrame(False)
        self.field.setFont(ui_font(15))
        self.field.setProperty("noFocusRing", True)
        self.field.textChanged.connect(self._filter)
        self.model = _Entries(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Row(self.list))
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.entered.connect(self.list.setCurrentIndex)
        self.list.clicked.connect(lambda _: self.run_current())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SHADOW_PX + 8, SHADOW_PX + 12, SHADOW_PX + 6, SHADOW_PX + 8)
        self._column.setSpacing(8)
        self._column.addWidget(self.field)
        self._column.addWidget(self.list)
        self.setFocusProxy(self.field)
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(tr("Command palette"))
        self.field.setPlaceholderText(tr("Find a command, a node or a project"))
        self.field.setAccessibleName(tr("Find a command, a node or a project"))
        self.list.setAccessibleName(tr("Found"))
        if self.isVisible():
            self._collect()

    def open(self) -> None:
        """Show it with everything that can be done now; a second call closes it."""
        if self.isVisible():
            self.close_palette()
            return
        self._return_to(self._host.window().focusWidget())
        self.field.clear()
        self._collect()
        self._place()
        self._app.installEventFilter(self)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_palette(self) -> None:
        """Hide it and give the keyboard back to where it was."""
        if not self.isVisible():
            return
        self._app.removeEventFilter(self)
        self.hide()
        target = self._returns_to
        self._return_to(None)
        if target is not None and target.isVisible():
            target.setFocus(Qt.FocusReason.PopupFocusReason)

    def run_current(self) -> None:
        """Do what the marked row says, if it can be done now."""
        entry = self.model.entry(self.list.currentIndex())
        if entry is not None and entry.is_enabled:
            self.close_palette()
            entry.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While it is open: its keys, a click outside, the window's size."""
        kind = event.type()
        if watched is self.field and kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event)
        if kind == QEvent.Type.Resize and watched is self._host:
            self._place()
        elif kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent) and not self._is_at(event):
            self.close_palette()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with paint.start(self) as painter:
            frame = QRectF(self.rect()).adjusted(SHADOW_PX, SHADOW_PX, -SHADOW_PX, -SHADOW_PX)
            paint_shadow(painter, frame, 12)
            paint.box(painter, frame, 12, theme.colour("panel"), theme.colour("line2"))
            y = self.list.y() - 4.5
            painter.setPen(theme.colour("line"))
            painter.drawLine(int(frame.left()) + 1, int(y), int(frame.right()) - 1, int(y))

    def _is_at(self, event: QMouseEvent) -> bool:
        return self.rect().contains(self.mapFromGlobal(event.globalPosition().toPoint()))

    def _return_to(self, widget: QWidget | None) -> None:
        """Remember who gets the keyboard back, as long as he lives."""
        if self._returns_to is not None:
            self._returns_to.destroyed.disconnect(self._forget)
        self._returns_to = widget
        if widget is not None:
            widget.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._returns_to = None

    def _take_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _ROWS_SHOWN,
            Qt.Key.Key_PageUp: -_ROWS_SHOWN,
        }
        if key in steps:
            self._move(steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.run_current()
        elif key == Qt.Key.Key_Escape:
            self.close_palette()
        elif key not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return False
        return True

    def _move(self, steps: int) -> None:
        count = self.model.rowCount()
        if count:
            row = self.list.currentIndex().row() + steps
            row = row % count if abs(steps) == 1 else max(0, min(count - 1, row))
            self.list.setCurrentIndex(self.model.index(row, 0))

    def _collect(self) -> None:
        actions = [action for action in self._actions() if action.isVisible() and action.text()]
        self.model.entries = [*map(entry_of, actions), *self._entries()]
        self._filter(self.field.text())

    def _filter(self, query: str) -> None:
        self.model.show_matches(query)
        self.list.setCurrentIndex(self.model.index(0, 0))
        self.list.setFixedHeight(max(1, min(_ROWS_SHOWN, self.model.rowCount())) * _ROW_PX)
        found = trn("{count} found", "{count} found", len(self.model.shown))
        self.list.setAccessibleDescription(found)
        self._place()

    def _place(self) -> None:
        width = min(_WIDTH_PX, self._host.width() - 32) + 2 * SHADOW_PX
        left = (self._host.width() - width) // 2
        self.setGeometry(left, _TOP_PX - SHADOW_PX, width, self._column.sizeHint().height())

    def _dress(self) -> None:
        self.field.setStyleSheet("QLineEdit { background: transparent; border: none; padding: 4px 10px; }")
        self.list.setStyleSheet("QListView { background: transparent; border: none; outline: none; }")
        self.update()


class _Entries(QAbstractListModel):
    """The entries that match, best first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []
        self.shown: list[tuple[Entry, Match]] = []

    def show_matches(self, query: str) -> None:
        """Show what answers the query; entries keep their order while nothing is typed."""
        self.beginResetModel()
        scored = []
        for entry in self.entries:
            found = match(query, entry.title) or match(query, f"{entry.title} {entry.group}")
            if found is not None:
                scored.append((entry, found))
        scored.sort(key=lambda pair: (-pair[1].score, not pair[0].is_enabled) if query.strip() else (0, False))
        self.shown = scored
        self.endResetModel()

    def entry(self, index: _Index) -> Entry | None:
        """The entry of a row."""
        return self.shown[index.row()][0] if index.isValid() and index.row() < len(self.shown) else None

    def rowCount(self, parent: _Index | None = None) -> int:
        """At least one: the sentence that nothing was found."""
        return 0 if parent is not None and parent.isValid() else max(1, len(self.shown))

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry(index)
        if entry is None:
            return tr("Nothing is called that") if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return ", ".join(part for part in (entry.group, entry.shortcut, entry.refusal) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.refusal or None
        return None


class _Row(QStyledItemDelegate):
    """Icon, title with the matched letters, why not, group, key."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """One row; the view sets the width."""
        del option, index
        return QSize(200, _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        model = index.model()
        entry = model.entry(index) if isinstance(model, _Entries) else None
        rect = QRectF(option.rect).adjusted(10, 0, -2, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry is None:
            painter.setFont(ui_font(13))
            paint.words(painter, rect.adjusted(8, 0, -8, 0), str(index.data()), theme.colour("t3"))
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            paint.box(painter, rect.adjusted(-10, 1, 0, -1), 8, theme.colour("accbg"))
        if not entry.is_enabled:
            painter.setOpacity(0.55)
        if entry.icon:
            square = QRectF(rect.x(), rect.center().y() - 8, 16, 16)
            paint_icon(painter, entry.icon, square, theme.colour("t2"))
        right = self._draw_keys(painter, rect, entry.shortcut)
        right = self._draw_side(painter, rect, right, entry.refusal or entry.group)
        title = QRectF(rect.x() + 28, rect.y(), right - rect.x() - 40, rect.height())
        self._draw_title(
            painter, title, entry.title, model.shown[index.row()][1].places if isinstance(model, _Entries) else ()
        )
        painter.restore()

    def _draw_title(self, painter: QPainter, rect: QRectF, title: str, places: tuple[int, ...]) -> None:
        metrics = QFontMetricsF(ui_font(13, 500))
        painter.setFont(ui_font(13, 500))
        if metrics.horizontalAdvance(title) > rect.width() or not places:
            paint.words(painter, rect, title, theme.colour("t1"))
            return
        x = rect.x()
        for at, letter in enumerate(title):
            is_hit = at in places
            painter.setPen(theme.colour("acct" if is_hit else "t1"))
            painter.drawText(QRectF(x, rect.y(), 60, rect.height()), int(Qt.AlignmentFlag.AlignVCenter), letter)
            x += metrics.horizontalAdvance(title[: at + 1]) - metrics.horizontalAdvance(title[:at])

    def _draw_keys(self, painter: QPainter, rect: QRectF, shortcut: str) -> float:
        if not shortcut:
            return rect.right() - 8
        painter.setFont(ui_font(11, 500))
        width = QFontMetricsF(painter.font()).horizontalAdvance(shortcut) + 14
        cap = QRectF(rect.right() - 8 - width, rect.center().y() - 10, width, 20)
        paint.box(painter, cap, 5, theme.colour("raised"), theme.colour("line2"))
        paint.words(painter, cap, shortcut, theme.colour("t2"), Qt.AlignmentFlag.AlignHCenter)
        return cap.left() - 10

    def _draw_side(self, painter: QPainter, rect: QRectF, right: float, text: str) -> float:
        if not text:
            return right
        painter.setFont(ui_font(12))
        width = min(QFontMetricsF(painter.font()).horizontalAdvance(text) + 2, rect.width() * 0.5)
        paint.words(painter, QRectF(right - width, rect.y(), width, rect.height()), text, theme.colour("t3"))
        return right - width - 8


__all__ = ["CommandPalette", "Entry", "entry_of"]
