"""The placements to choose from: searched, ticked, each with its size, lengths, source and whether it can be made."""

from __future__ import annotations

from collections.abc import Iterable

from qtpy.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from qtpy.QtGui import QKeyEvent, QPainter, QPaintEvent
from qtpy.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from admaker_desktop.services.placements import Placement
from admaker_desktop.ui.i18n import tr, tr_message
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.fonts import ui_font
from admaker_desktop.ui.theme.icons import paint_icon
from admaker_desktop.ui.widgets.paint import TONES, box, faded, words

Index = QModelIndex | QPersistentModelIndex
PLACEMENT_ROLE = int(Qt.ItemDataRole.UserRole)
_ROW_PX, _HEAD_PX, _PAD_PX = 36, 28, 14
_TICK_PX = 28
_COLUMNS = (("size", 138), ("length", 96), ("source", 152), ("state", 176))
"""From the right edge's point of view: what follows the name, each with its width."""


class PlacementModel(QAbstractListModel):
    """Placements that hold every word of the search; some of them ticked. GUI thread."""

    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Placement, ...] = ()
        self._shown: list[Placement] = []
        self._chosen: dict[str, None] = {}
        self._words: list[str] = []
        self._scope = "all"

    def set_placements(self, found: tuple[Placement, ...], chosen: Iterable[str]) -> None:
        """Show these; those that are chosen and can be made are ticked."""
        self._all = found
        can_be_made = {one.id for one in found if one.can_be_made}
        self._chosen = dict.fromkeys(one for one in chosen if one in can_be_made)
        self._filter()
        self.chosen_changed.emit()

    def set_search(self, text: str) -> None:
        """Show only placements that hold every word."""
        self._words = text.casefold().split()
        self._filter()

    def set_scope(self, scope: str) -> None:
        """`all`, `makeable` or `chosen`."""
        self._scope = scope
        self._filter()

    def chosen(self) -> tuple[Placement, ...]:
        """The ticked placements in the order of their ticking."""
        known = {one.id: one for one in self._all}
        return tuple(known[preset_id] for preset_id in self._chosen)

    def toggle(self, preset_id: str) -> None:
        """Tick or untick; one that cannot be made stays as it is."""
        placement = next((one for one in self._all if one.id == preset_id), None)
        if placement is None or not placement.can_be_made:
            return
        if preset_id in self._chosen:
            del self._chosen[preset_id]
        else:
            self._chosen[preset_id] = None
        if self._scope == "chosen":
            self._filter()
        else:
            for row, one in enumerate(self._shown):
                if one.id == preset_id:
                    self.dataChanged.emit(self.index(row), self.index(row))
        self.chosen_changed.emit()

    def is_chosen(self, preset_id: str) -> bool:
        """Whether it is ticked."""
        return preset_id in self._chosen

    def count(self, scope: str) -> int:
        """How many placements a scope holds."""
        return sum(self._is_in(one, scope) for one in self._all)

    def placement_at(self, index: Index) -> Placement | None:
        """The placement of a row."""
        return self._shown[index.row()] if index.isValid() and index.row() < len(self._shown) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        one = self.placement_at(index)
        if one is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            told = (title_of(one), size_of(one), tr_message(one.length), state_of(one))
            return ", ".join(part for part in told if part)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if one.id in self._chosen else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole:
            return state_of(one) if one.problem else title_of(one)
        return one if role == PLACEMENT_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        one = self.placement_at(index)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if one is not None and one.can_be_made else flags

    def _filter(self) -> None:
        self.beginResetModel()
        self._shown = [
            one for one in self._all if self._is_in(one, self._scope) and all(word in one.words for word in self._words)
        ]
        self.endResetModel()

    def _is_in(self, one: Placement, scope: str) -> bool:
        return scope == "all" or (one.can_be_made if scope == "makeable" else one.id in self._chosen)


def title_of(one: Placement) -> str:
    """Platform and placement: "TikTok · In-Feed"."""
    return tr("{platform} · {placement}", platform=one.platform, placement=one.name)


def size_of(one: Placement) -> str:
    """Frame and aspect: "1080 × 1920 · 9:16"."""
    if not one.width_px:
        return one.aspect
    size = f"{one.width_px} × {one.height_px}"
    return tr("{size} · {aspect}", size=size, aspect=one.aspect) if one.aspect else size


def source_of(one: Placement) -> str:
    """The first source with its date."""
    if not one.sources:
        return tr("own rule")
    first = one.sources[0]
    return tr("{site} · {date}", site=first.site, date=first.date)


def state_of(one: Placement) -> str:
    """Whether it can be made, and if not why."""
    return tr_message(one.problem) if one.problem else tr("Can be made")


class PlacementRows(QStyledItemDelegate):
    """Paints a placement as a row of the table."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.rect.width(), _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, one = index.model(), index.data(PLACEMENT_ROLE)
        if not isinstance(model, PlacementModel) or one is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accbg"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, faded(theme.colour("hover"), 0.45))
        painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), theme.colour("line"))
        if option.state & QStyle.StateFlag.State_HasFocus and option.state & QStyle.StateFlag.State_KeyboardFocusChange:
            box(painter, rect.adjusted(2, 1, -2, -2), 6, None, theme.colour("acc"))
        _paint_tick(painter, rect, is_on=model.is_chosen(one.id), can_be_on=one.can_be_made)
        self._paint_cells(painter, rect, one)
        painter.restore()

    def _paint_cells(self, painter: QPainter, rect: QRectF, one: Placement) -> None:
        cells = cell_rects(rect)
        ink = theme.colour("t1" if one.can_be_made else "t3")
        name = cells["name"]
        painter.setFont(ui_font(13, 500))
        title = title_of(one)
        if one.is_suggested:
            used = min(painter.fontMetrics().horizontalAdvance(title) + 10.0, name.width() - 84)
            _paint_pill(painter, name, name.x() + used, tr("suggested"))
            painter.setFont(ui_font(13, 500))
            name = QRectF(name.x(), name.y(), used - 8, name.height())
        words(painter, name, title, ink)
        painter.setFont(ui_font(12))
        words(painter, cells["size"], size_of(one), theme.colour("t2" if one.can_be_made else "t3"))
        words(painter, cells["length"], tr_message(one.length), theme.colour("t2" if one.can_be_made else "t3"))
        words(painter, cells["source"], source_of(one), theme.colour("t3"))
        state = cells["state"]
        icon, tone = ("circle-check", "ok") if one.can_be_made else ("circle-x", "t3")
        paint_icon(painter, icon, QRectF(state.x(), state.center().y() - 7, 14, 14), theme.colour(tone))
        words(painter, state.adjusted(20, 0, 0, 0), state_of(one), theme.colour("ok" if one.can_be_made else "t3"))


class PlacementHead(QWidget):
    """The headings over a list, in its columns."""

    def __init__(self, rows: QListView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setFixedHeight(_HEAD_PX)
        self._words: dict[str, str] = {}
        theme.changed.connect(self.update)

    def retell(self) -> None:
        """Name the columns in the language of the moment."""
        self._words = {
            "name": tr("Placement"),
            "size": tr("Frame"),
            "length": tr("Length"),
            "source": tr("Source and date"),
            "state": tr("State"),
        }
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.colour("panel2"))
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))
            painter.setFont(ui_font(11, 500))
            for key, cell in cell_rects(QRectF(0, 0, self._rows.viewport().width(), self.height())).items():
                words(painter, cell, self._words.get(key, ""), theme.colour("t2"))
            event.accept()


class PlacementList(QListView):
    """The list itself: a click or Space ticks. GUI thread."""

    looked_at = Signal(object)
    """The Placement of the current row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.placements = PlacementModel(self)
        self.setModel(self.placements)
        self.setItemDelegate(PlacementRows(self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setProperty("focusInset", "none")
        self.clicked.connect(self._toggle)
        self.selectionModel().currentChanged.connect(self._tell)
        self.placements.modelReset.connect(self._take_first)
        theme.changed.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _toggle(self, index: QModelIndex) -> None:
        one = self.placements.placement_at(index)
        if one is not None:
            self.placements.toggle(one.id)

    def _take_first(self) -> None:
        if self.placements.rowCount():
            self.setCurrentIndex(self.placements.index(0))
        else:
            self.looked_at.emit(None)

    def _tell(self, now: QModelIndex, before: QModelIndex) -> None:
        del before
        one = self.placements.placement_at(now)
        if one is not None:
            self.looked_at.emit(one)


def cell_rects(row: QRectF) -> dict[str, QRectF]:
    """The cells of a row by column; the source gives way first when it is narrow."""
    columns = [column for column in _COLUMNS if row.width() > 720 or column[0] != "source"]
    right = row.right() - _PAD_PX
    cells = {}
    for key, width in reversed(columns):
        cells[key] = QRectF(right - width, row.y(), width - 12, row.height())
        right -= width
    left = row.x() + _PAD_PX + _TICK_PX
    cells["name"] = QRectF(left, row.y(), right - left - 12, row.height())
    if "source" not in cells:
        cells["source"] = QRectF()
    return cells


def _paint_tick(painter: QPainter, row: QRectF, *, is_on: bool, can_be_on: bool) -> None:
    square = QRectF(row.x() + _PAD_PX, row.center().y() - 8, 16, 16)
    if is_on:
        box(painter, square, 4, theme.colour("primary0"))
        paint_icon(painter, "check", square.adjusted(1, 1, -1, -1), theme.colour("white"))
    else:
        border = theme.colour("t3") if can_be_on else theme.colour("line2")
        box(painter, square, 4, theme.colour("bg") if can_be_on else None, border)


def _paint_pill(painter: QPainter, name: QRectF, left: float, text: str) -> None:
    painter.setFont(ui_font(11, 500))
    ink, ground = TONES["acc"]
    pill = QRectF(left, name.center().y() - 9, painter.fontMetrics().horizontalAdvance(text) + 12, 18)
    box(painter, pill, 5, theme.colour(ground))
    words(painter, pill.adjusted(6, 0, -4, 0), text, theme.colour(ink))
