"""Adding a node by typing: a small list at the pointer, filtered by title, section and help."""

from __future__ import annotations

from collections.abc import Sequence

from qtpy.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from qtpy.QtGui import QKeyEvent, QPaintEvent
from qtpy.QtWidgets import QVBoxLayout, QWidget

from admaker_desktop.ui.canvas.catalogue import Entry, found
from admaker_desktop.ui.canvas.node_list import NodeList
from admaker_desktop.ui.i18n import Translated, tr
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.widgets import Label, SearchField, paint_shadow
from admaker_desktop.ui.widgets.paint import box, start

_WIDTH_PX, _MOST_LIST_PX, _EDGE_PX = 264, 260, 20
_NO_MATCH_PX = 30


class AddSearch(Translated):
    """A child of the canvas, not a window: nothing blocks while it is open. GUI thread."""

    chosen = Signal(str)
    """The node type to be added; the search is closed by then."""
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._home = parent
        self._entries: tuple[Entry, ...] = ()
        self._anchor = QPoint()
        self.field = SearchField(self)
        self.list = NodeList(self, is_single_click=True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setDragEnabled(False)
        self._nothing = Label("hint", parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE_PX + 8, _EDGE_PX + 8, _EDGE_PX + 8, _EDGE_PX + 8)
        column.setSpacing(6)
        for widget in (self.field, self.list, self._nothing):
            column.addWidget(widget)
        self.field.text_changed.connect(self._filter)
        self.field.field.installEventFilter(self)
        self.list.chosen.connect(self._choose)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        self.setAccessibleName(tr("Add a node"))
        self.field.set_placeholder(tr("Add a node"))
        self._nothing.setText(tr("No node fits."))

    def open_at(self, at: QPoint, entries: Sequence[Entry]) -> None:
        """Show what can be added at a point of the parent, the field ready for typing."""
        self._entries = tuple(entries)
        self._anchor = at
        self.field.set_text("")
        self._filter("")
        self.show()
        self.raise_()
        self.field.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_search(self) -> None:
        """Hide it and give the keys back to the canvas."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
                self.list.step(1 if key == Qt.Key.Key_Down else -1)
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._choose(self.list.current_type())
                return True
            if key in {Qt.Key.Key_Escape, Qt.Key.Key_Tab}:
                self.close_search()
                return True
        if event.type() == QEvent.Type.FocusOut and not self.isHidden():
            self.close_search()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start(self)
        shape = QRectF(self.rect()).adjusted(_EDGE_PX, _EDGE_PX, -_EDGE_PX, -_EDGE_PX)
        paint_shadow(painter, shape, 10)
        box(painter, shape, 10, theme.colour("panel2"), theme.colour("line2"))
        painter.end()

    def _filter(self, text: str) -> None:
        entries = found(self._entries, text)
        self.list.show_entries(entries)
        self.list.setVisible(bool(entries))
        self._nothing.setVisible(not entries)
        self.list.setFixedHeight(max(1, min(_MOST_LIST_PX, self.list.content_height())))
        height = (self.list.height() if entries else _NO_MATCH_PX) + self.field.sizeHint().height() + 2 * _EDGE_PX + 22
        self.resize(_WIDTH_PX + 2 * _EDGE_PX, height)
        self._place()

    def _place(self) -> None:
        room = self._home.rect().adjusted(-_EDGE_PX, -_EDGE_PX, _EDGE_PX, _EDGE_PX)
        x = max(room.left(), min(self._anchor.x() - _EDGE_PX, room.right() - self.width()))
        y = max(room.top(), min(self._anchor.y() - _EDGE_PX, room.bottom() - self.height()))
        self.move(x, y)

    def _choose(self, node_type: str) -> None:
        if node_type:
            self.close_search()
            self.chosen.emit(node_type)
