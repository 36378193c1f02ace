"""The list of runs: newest first, searched by number, project, state and aim."""

from __future__ import annotations

from dataclasses import dataclass

from qtpy.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from qtpy.QtGui import QPainter
from qtpy.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from admaker_desktop.services.history import RunRecord
from admaker_desktop.ui.formats import percent, when
from admaker_desktop.ui.i18n import tr
from admaker_desktop.ui.pages.runs.looks import project_name, run_aim, run_counts, run_length, run_look
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.fonts import ui_font
from admaker_desktop.ui.theme.icons import paint_icon
from admaker_desktop.ui.widgets.paint import TONES, box, faded, words

Index = QModelIndex | QPersistentModelIndex
_ROW_PX = 76
_LIVE_ROW_PX = 88
_PAD_PX = 14
RUN_ROLE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class LiveLook:
    """How far the live run is."""

    run: str = ""
    fraction: float | None = None
    left: str = ""
    """Time left, in words."""


class RunModel(QAbstractListModel):
    """Runs that hold every word of the search. GUI thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[RunRecord, ...] = ()
        self._shown: list[RunRecord] = []
        self._words: list[str] = []
        self._titles: dict[str, str] = {}
        self.live = LiveLook()

    def set_runs(self, runs: tuple[RunRecord, ...], titles: dict[str, str]) -> None:
        """Show these runs; rows that are there already only change."""
        has_new_titles = titles != self._titles
        self._all, self._titles = runs, titles
        shown = [run for run in runs if self._matches(run)]
        if [run.id for run in shown] == [run.id for run in self._shown]:
            before, self._shown = self._shown, shown
            for row, (old, new) in enumerate(zip(before, shown, strict=True)):
                if old != new or has_new_titles:
                    self.dataChanged.emit(self.index(row), self.index(row))
            return
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def set_search(self, text: str) -> None:
        """Show only runs that hold every word."""
        self._words = text.casefold().split()
        self.set_runs(self._all, self._titles)

    def set_live(self, live: LiveLook) -> None:
        """How far the live run is now."""
        had = self.live
        if had == live:
            return
        self.live = live
        if had.run != live.run:
            self.layoutChanged.emit()  # a live row is taller
        for row, run in enumerate(self._shown):
            if run.id in (had.run, live.run):
                self.dataChanged.emit(self.index(row), self.index(row))

    def run_at(self, index: Index) -> RunRecord | None:
        """The run of a row."""
        return self._shown[index.row()] if index.isValid() and index.row() < len(self._shown) else None

    def index_of(self, run_id: str) -> QModelIndex:
        """The row of a run; invalid when it is not shown."""
        for row, run in enumerate(self._shown):
            if run.id == run_id:
                return self.index(row)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        run = self.run_at(index)
        if run is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in self._told(run) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return run.project
        return run if role == RUN_ROLE else None

    def aim(self, run: RunRecord) -> str:
        """What was run, in words."""
        return run_aim(run, self._titles)

    def _told(self, run: RunRecord) -> tuple[str, ...]:
        look = run_look(run)
        return (f"#{run.number}", project_name(run), look.word, self.aim(run), run_counts(run), run_length(run))

    def _matches(self, run: RunRecord) -> bool:
        told = " ".join(self._told(run)).casefold()
        return all(word in told for word in self._words)


class RunRows(QStyledItemDelegate):
    """Paints a run: number, project and state; aim and length; when and what came of it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        run = index.data(RUN_ROLE)
        model = index.model()
        is_live = isinstance(model, RunModel) and run is not None and model.live.run == run.id
        return QSize(option.rect.width(), _LIVE_ROW_PX if is_live else _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, run = index.model(), index.data(RUN_ROLE)
        if not isinstance(model, RunModel) or run is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.fillRect(rect, theme.colour("accbg"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, faded(theme.colour("hover"), 0.45))
        painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), theme.colour("line"))
        inner = rect.adjusted(_PAD_PX, 10, -_PAD_PX, -10)
        is_live = model.live.run == run.id
        self._paint_head(painter, inner, run, model.live if is_live else None)
        self._paint_rest(painter, inner, run, model, model.live if is_live else None)
        if option.state & QStyle.StateFlag.State_HasFocus and option.state & QStyle.StateFlag.State_KeyboardFocusChange:
            box(painter, rect.adjusted(2, 2, -2, -3), 6, None, theme.colour("acc"))
        painter.restore()

    def _paint_head(self, painter: QPainter, inner: QRectF, run: RunRecord, live: LiveLook | None) -> None:
        look = run_look(run)
        word = percent(live.fraction) if live and live.fraction is not None else look.word
        painter.setFont(ui_font(11, 600))
        width = painter.fontMetrics().horizontalAdvance(word) + 34
        badge = QRectF(inner.right() - width, inner.top() - 1, width, 22)
        ink, ground = TONES[look.tone]
        box(painter, badge, 5, theme.colour(ground))
        paint_icon(painter, look.icon, QRectF(badge.x() + 7, badge.y() + 4, 14, 14), theme.colour(ink))
        words(painter, badge.adjusted(25, 0, -4, 0), word, theme.colour(ink))
        painter.setFont(ui_font(12))
        number = f"#{run.number}"
        words(painter, QRectF(inner.x(), inner.top(), 60, 20), number, theme.colour("t2"))
        left = inner.x() + painter.fontMetrics().horizontalAdvance(number) + 9
        painter.setFont(ui_font(13, 600))
        name = QRectF(left, inner.top(), badge.left() - left - 8, 20)
        words(painter, name, project_name(run), theme.colour("t1"))

    def _paint_rest(
        self, painter: QPainter, inner: QRectF, run: RunRecord, model: RunModel, live: LiveLook | None
    ) -> None:
        right = Qt.AlignmentFlag.AlignRight
        painter.setFont(ui_font(12))
        second = QRectF(inner.x(), inner.top() + 22, inner.width(), 18)
        length = live.left if live else run_length(run)
        used = painter.fontMetrics().horizontalAdvance(length) + 10
        words(painter, second.adjusted(0, 0, -used, 0), model.aim(run), theme.colour("t2"))
        words(painter, second, length, theme.colour("t2"), right)
        third = QRectF(inner.x(), inner.top() + 41, inner.width(), 16)
        if live:
            track = QRectF(inner.x(), inner.top() + 45, inner.width(), 5)
            box(painter, track, 2.5, theme.colour("raised"))
            filled = track.width() * (live.fraction or 0.0)
            if filled >= 5:
                box(painter, QRectF(track.x(), track.y(), filled, 5), 2.5, theme.colour("info"))
            third.translate(0, 12)
        painter.setFont(ui_font(11))
        started = when(run.started_at)
        used = painter.fontMetrics().horizontalAdvance(started) + 10
        words(painter, third.adjusted(0, 0, -used, 0), run_counts(run), theme.colour("t3"))
        words(painter, third, started, theme.colour("t3"), right)


class RunList(QListView):
    """The runs to choose from. GUI thread."""

    chosen = Signal(str)
    """The id of the run that was chosen by hand or by `choose`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.runs = RunModel(self)
        self.setModel(self.runs)
        self.setItemDelegate(RunRows(self))
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(False)
        self.selectionModel().currentChanged.connect(self._tell)
        theme.changed.connect(self.viewport().update)

    def choose(self, run_id: str) -> None:
        """Make a run the chosen one; nothing when it is not in the list."""
        index = self.runs.index_of(run_id)
        if index.isValid():
            self.setCurrentIndex(index)

    def retell(self) -> None:
        """Paint and tell everything again, in the language of the moment."""
        self.setAccessibleName(tr("Runs"))
        self.viewport().update()

    def _tell(self, now: QModelIndex, before: QModelIndex) -> None:
        del before
        run = self.runs.run_at(now)
        if run is not None:
            self.chosen.emit(run.id)
