"""A painted list of node types with sections, for the palette and the add search: chosen by keys, clicks and drags."""

from __future__ import annotations

from collections.abc import Sequence

from qtpy.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from qtpy.QtGui import QDrag, QFontMetricsF, QKeyEvent, QPainter, QPixmap, QStandardItem, QStandardItemModel
from qtpy.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from admaker_desktop.ui.canvas.catalogue import Entry, Section
from admaker_desktop.ui.canvas.mime import node_mime
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.fonts import ui_font
from admaker_desktop.ui.theme.icons import paint_icon, pixmap
from admaker_desktop.ui.widgets.paint import words

ROW_PX, SECTION_PX = 26, 26
_ENTRY = Qt.ItemDataRole.UserRole
_SECTION = Qt.ItemDataRole.UserRole + 1


class NodeList(QListView):
    """Entries under section heads. GUI thread."""

    chosen = Signal(str)
    """A node type: by double click or Enter."""

    def __init__(self, parent: QWidget | None = None, *, is_single_click: bool = False) -> None:
        super().__init__(parent)
        self._folded: set[str] = set()
        self._sections: tuple[Section, ...] = ()
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Row(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setUniformItemSizes(False)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("QListView { background: transparent; border: none; outline: none; }")
        self.clicked.connect(self._click)
        if is_single_click:
            self.clicked.connect(self._choose)
        else:
            self.doubleClicked.connect(self._choose)

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show entries under their heads; a folded section shows its head alone."""
        current = self.current_type()
        self._sections = tuple(sections)
        self._model.clear()
        for section in self._sections:
            head = _item(section.title, section, _SECTION)
            head.setEditable(False)
            head.setSelectable(False)
            self._model.appendRow(head)
            if section.key not in self._folded:
                self._append(section.entries)
        self.select_type(current)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show a flat list, its first entry selected."""
        self._sections = ()
        self._model.clear()
        self._append(entries)
        if entries:
            self.setCurrentIndex(self._model.index(0, 0))

    def current_type(self) -> str:
        """The selected node type; empty when there is none."""
        entry = self.currentIndex().data(_ENTRY) if self.currentIndex().isValid() else None
        return entry.type if isinstance(entry, Entry) else ""

    def types(self) -> list[str]:
        """The node types that are listed, top to bottom."""
        rows = (self._model.index(row, 0).data(_ENTRY) for row in range(self._model.rowCount()))
        return [entry.type for entry in rows if isinstance(entry, Entry)]

    def select_type(self, node_type: str) -> None:
        """Select the row of a node type, if it is listed."""
        for row in range(self._model.rowCount()):
            entry = self._model.index(row, 0).data(_ENTRY)
            if isinstance(entry, Entry) and entry.type == node_type:
                self.setCurrentIndex(self._model.index(row, 0))

    def scroll_to_section(self, key: str) -> None:
        """Bring a section's head to the top."""
        for row in range(self._model.rowCount()):
            section = self._model.index(row, 0).data(_SECTION)
            if isinstance(section, Section) and section.key == key:
                self.scrollTo(self._model.index(row, 0), QAbstractItemView.ScrollHint.PositionAtTop)

    def step(self, by: int) -> None:
        """Move the selection by rows, over section heads."""
        row = self.currentIndex().row() + by
        while 0 <= row < self._model.rowCount():
            index = self._model.index(row, 0)
            if isinstance(index.data(_ENTRY), Entry):
                self.setCurrentIndex(index)
                return
            row += 1 if by > 0 else -1

    def content_height(self) -> int:
        """What all rows take."""
        rows = self._model.rowCount()
        heads = sum(isinstance(self._model.index(row, 0).data(_SECTION), Section) for row in range(rows))
        return heads * SECTION_PX + (rows - heads) * ROW_PX

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:
        entry = self.currentIndex().data(_ENTRY)
        if not isinstance(entry, Entry):
            return
        drag = QDrag(self)
        drag.setMimeData(node_mime(entry.type))
        drag.setPixmap(_ghost(entry, self.devicePixelRatioF()))
        drag.setHotSpot(QPoint(88, 18))
        drag.exec(Qt.DropAction.CopyAction)

    def _append(self, entries: Sequence[Entry]) -> None:
        for entry in entries:
            item = _item(entry.title, entry, _ENTRY)
            item.setToolTip(entry.doc)
            item.setData(entry.doc, Qt.ItemDataRole.AccessibleDescriptionRole)
            self._model.appendRow(item)

    def _click(self, index: QModelIndex) -> None:
        section = index.data(_SECTION)
        if isinstance(section, Section):
            self._folded ^= {section.key}
            self.show_sections(self._sections)

    def _choose(self, index: QModelIndex) -> None:
        entry = index.data(_ENTRY) if index.isValid() else None
        if isinstance(entry, Entry):
            self.chosen.emit(entry.type)

    def is_folded(self, key: str) -> bool:
        """Whether a section shows its head alone."""
        return key in self._folded


class _Row(QStyledItemDelegate):
    """Paints heads and entries."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        is_head = isinstance(index.data(_SECTION), Section)
        return QSize(80, SECTION_PX if is_head else ROW_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        section, entry = index.data(_SECTION), index.data(_ENTRY)
        if isinstance(section, Section):
            self._paint_head(painter, rect, section)
        elif isinstance(entry, Entry):
            self._paint_entry(painter, rect, entry, option)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRectF, section: Section) -> None:
        owner = self.parent()
        is_folded = isinstance(owner, NodeList) and owner.is_folded(section.key)
        sign = "chevron-right" if is_folded else "chevron-down"
        paint_icon(painter, sign, QRectF(rect.left() + 10, rect.center().y() - 6, 12, 12), theme.family(section.family))
        font = ui_font(11, 600)
        font.setLetterSpacing(font.SpacingType.AbsoluteSpacing, 0.7)
        painter.setFont(font)
        words(painter, rect.adjusted(28, 0, -40, 0), section.title.upper(), theme.colour("t3"))
        painter.setFont(ui_font(11))
        count = str(len(section.entries))
        words(painter, rect.adjusted(28, 0, -14, 0), count, theme.colour("t3"), Qt.AlignmentFlag.AlignRight)

    def _paint_entry(self, painter: QPainter, rect: QRectF, entry: Entry, option: QStyleOptionViewItem) -> None:
        is_hovered = bool(option.state & option.state.State_MouseOver)
        is_selected = bool(option.state & option.state.State_Selected)
        if is_hovered or is_selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("raised" if is_selected else "panel2"))
            painter.drawRoundedRect(rect.adjusted(4, 0, -4, 0), 6, 6)
        icon = QRectF(rect.left() + 16, rect.center().y() - 8, 16, 16)
        paint_icon(painter, entry.icon, icon, theme.family(entry.family))
        painter.setFont(ui_font(13))
        words(painter, rect.adjusted(41, 0, -30, 0), entry.title, theme.colour("t1"))
        if is_hovered or is_selected:
            grip = QRectF(rect.right() - 24, rect.center().y() - 7, 14, 14)
            paint_icon(painter, "grip-vertical", grip, theme.colour("t3"))


def _item(text: str, value: object, role: int) -> QStandardItem:
    item = QStandardItem(text)
    item.setData(value, role)
    return item


def _ghost(entry: Entry, ratio: float) -> QPixmap:
    """The head of the node that is dragged."""
    size = QSize(176, 36)
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(0.92)
        painter.setPen(theme.colour("acc"))
        painter.setBrush(theme.colour("panel2"))
        rect = QRect(QPoint(0, 0), size)
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)
        painter.drawPixmap(QPoint(12, 10), pixmap(entry.icon, 16, theme.family(entry.family), ratio))
        painter.setFont(ui_font(12, 600))
        painter.setPen(theme.colour("t1"))
        title = QFontMetricsF(ui_font(12, 600)).elidedText(entry.title, Qt.TextElideMode.ElideRight, 124)
        painter.drawText(rect.adjusted(40, 0, -8, 0), int(Qt.AlignmentFlag.AlignVCenter), title)
        return picture
