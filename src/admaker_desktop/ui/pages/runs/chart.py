"""The chart of a run: bars of its nodes over time, painted; live while the run is."""

from __future__ import annotations

from dataclasses import dataclass

from qtpy.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from qtpy.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from qtpy.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from admaker_desktop.ui.i18n import tr
from admaker_desktop.ui.pages.runs.chart_model import Bar, Row, span_of, tick_step
from admaker_desktop.ui.pages.runs.chart_paint import (
    BarLook,
    Ticks,
    paint_bar,
    paint_grid,
    paint_now,
    paint_row_name,
    paint_ruler,
)
from admaker_desktop.ui.pages.runs.chart_words import bar_words, clock, row_words, tip_words
from admaker_desktop.ui.pages.runs.looks import NodeNames
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.fonts import ui_font
from admaker_desktop.ui.widgets.paint import faded, words

RULER_PX = 26
ROW_PX = 26
BAR_PX = 18
_TRACK_PX = 20
_NAMES_PX = 192
_RIGHT_PX = 16
_TICK_GAP_PX = 84
_SHORTEST_BAR_PX = 5
_ZOOM_MOST = 200.0
_WORDS_PX = 160
"""Room for the words behind a bar."""


@dataclass(frozen=True, slots=True)
class ChartLook:
    """What the chart shows; seconds from the start of the run."""

    rows: tuple[Row, ...] = ()
    run_s: float = 0.0
    """How long it has run, or ran."""
    is_live: bool = False
    left_s: float | None = None
    fractions: tuple[tuple[str, float], ...] = ()
    """How far the running nodes are, 0 to 1, by node id."""
    has_lanes: bool = False


class RunChart(QAbstractScrollArea):
    """Rows of bars with a ruler on top and names at the left. GUI thread.

    Click or arrows choose a row, double click or Enter opens its node; Ctrl+wheel zooms into time.
    """

    node_chosen = Signal(str)
    node_opened = Signal(str)

    def __init__(self, names: NodeNames, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._look = ChartLook()
        self._span_s = 1.0
        self._zoom = 1.0
        self._tops: list[int] = [0]
        self._row = -1
        self._is_following = True
        self._hovered: Bar | None = None
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().sliderPressed.connect(self._stop_following)
        theme.changed.connect(self.viewport().update)

    def show_look(self, look: ChartLook) -> None:
        """Show a run, or how it stands now; the chosen row stays chosen."""
        chosen = self.chosen_key()
        frame, now_before = self._frame(), self._x(self._look.run_s)
        self._look = look
        self._span_s = span_of(look.rows, look.run_s, (look.left_s or 0.0) if look.is_live else None)
        self._tops = [0]
        for row in look.rows:
            self._tops.append(self._tops[-1] + self._height_of(row))
        keys = [row.key for row in look.rows]
        self._row = keys.index(chosen) if chosen in keys else -1
        self._hovered = None
        self._fit_bars()
        if look.is_live and self._is_following:
            self._show_running()
        if self._frame() == frame:
            self._update_what_moves(now_before)
        else:
            self.viewport().update()

    def reset_view(self) -> None:
        """The whole run from its first row on; nothing chosen."""
        self._zoom, self._row, self._is_following = 1.0, -1, True
        self._fit_bars()
        self.verticalScrollBar().setValue(0)

    def chosen_key(self) -> str:
        """The chosen row's key; empty when none is."""
        return self._look.rows[self._row].key if 0 <= self._row < len(self._look.rows) else ""

    def choose(self, node: str) -> None:
        """Choose a node's row and bring it into view; nothing when the run has none."""
        for index, row in enumerate(self._look.rows):
            if row.node == node:
                self._choose_row(index)

    def bar_rect(self, row_index: int, bar: Bar) -> QRectF:
        """Where a bar is painted, in the viewport's pixels."""
        left = self._x(bar.start_s)
        end_s = self._look.run_s if bar.end_s is None else bar.end_s
        width = max(_SHORTEST_BAR_PX, self._x(end_s) - left)
        top = RULER_PX + self._tops[row_index] - self.verticalScrollBar().value()
        return QRectF(left, top + (ROW_PX - BAR_PX) / 2 + bar.track * _TRACK_PX, width, BAR_PX)

    def names_px(self) -> int:
        """The width of the column of names."""
        return min(_NAMES_PX, self.viewport().width() // 4)

    def _height_of(self, row: Row) -> int:
        return ROW_PX + (row.tracks - 1) * _TRACK_PX

    def _time_px(self) -> float:
        return max(1.0, self.viewport().width() - self.names_px() - _RIGHT_PX) * self._zoom

    def _x(self, seconds: float) -> float:
        scrolled = self.horizontalScrollBar().value()
        return self.names_px() + seconds / self._span_s * self._time_px() - scrolled

    def _fit_bars(self) -> None:
        page = self.viewport().height() - RULER_PX
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setRange(0, max(0, self._tops[-1] + 8 - page))
        vertical.setPageStep(max(1, page))
        vertical.setSingleStep(ROW_PX)
        seen = max(1, self.viewport().width() - self.names_px() - _RIGHT_PX)
        horizontal.setRange(0, max(0, round(self._time_px()) - seen))
        horizontal.setPageStep(seen)
        horizontal.setSingleStep(40)

    def _frame(self) -> tuple[object, ...]:
        """What stands still while a live run goes on; with another frame everything is painted anew."""
        still = tuple(row for row in self._look.rows if row.state != "running")
        place = (self.verticalScrollBar().value(), self.horizontalScrollBar().value(), self._zoom, self._row)
        return (still, tuple(self._tops), self._span_s, place, self._look.is_live, self._look.has_lanes)

    def _update_what_moves(self, now_before: float) -> None:
        height = self.viewport().height()
        for x in (now_before, self._x(self._look.run_s)):
            self.viewport().update(QRect(round(x) - 3, 0, 7, height))
            self.viewport().update(QRect(round(x) - 40, 0, 80, RULER_PX))
        for index, row in enumerate(self._look.rows):
            if row.state == "running":
                top = RULER_PX + self._tops[index] - self.verticalScrollBar().value()
                self.viewport().update(QRect(0, top, self.viewport().width(), self._height_of(row)))

    def _stop_following(self) -> None:
        self._is_following = False

    def _show_running(self) -> None:
        """Scroll so that what runs is seen, until somebody scrolls himself."""
        running = [index for index, row in enumerate(self._look.rows) if row.state == "running"]
        if running:
            page = self.viewport().height() - RULER_PX
            self.verticalScrollBar().setValue(max(0, self._tops[running[-1] + 1] + ROW_PX - page))

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            area = self.viewport().rect()
            painter.fillRect(area, theme.colour("canvas"))
            names, ticks = self.names_px(), self._ticks()
            time_area = QRect(names, 0, area.width() - names, area.height())
            painter.save()
            painter.setClipRect(time_area)
            paint_grid(painter, area, RULER_PX, ticks)
            painter.restore()
            painter.save()
            painter.setClipRect(area.adjusted(0, RULER_PX, 0, 0))
            self._paint_rows(painter, area, time_area, event.region())
            painter.restore()
            self._paint_ruler(painter, area, time_area, ticks)
            event.accept()

    def _paint_rows(self, painter: QPainter, area: QRect, time_area: QRect, region: QRegion) -> None:
        fractions = dict(self._look.fractions)
        scrolled = self.verticalScrollBar().value()
        for index, row in enumerate(self._look.rows):
            top = RULER_PX + self._tops[index] - scrolled
            height = self._height_of(row)
            if top + height < RULER_PX or top > area.height():
                continue
            line = QRectF(0, top, area.width(), height)
            if index == self._row:
                painter.fillRect(line, faded(theme.colour("acc"), 0.16))
            name_box = QRectF(14, top, self.names_px() - 20, min(height, ROW_PX))
            if region.intersects(name_box.toRect()):
                paint_row_name(painter, name_box, row, *row_words(row, self._names, self._look.has_lanes), self._names)
            painter.save()
            painter.setClipRect(time_area, Qt.ClipOperation.IntersectClip)
            for bar in row.bars:
                if region.intersects(self.bar_rect(index, bar).adjusted(-2, -2, _WORDS_PX, 2).toRect()):
                    self._paint_one(painter, index, bar, fractions.get(bar.node))
            place = QRectF(self.names_px() + 10, top, 120, ROW_PX)
            if row.state == "waiting" and not self._look.has_lanes and region.intersects(place.toRect()):
                painter.setFont(ui_font(11))
                words(painter, place, tr("waits"), theme.colour("t3"))
            painter.restore()

    def _paint_one(self, painter: QPainter, index: int, bar: Bar, fraction: float | None) -> None:
        rect = self.bar_rect(index, bar)
        colour = theme.family(self._names.family(bar.type))
        marks = tuple(self._x(mark) for mark in bar.marks_s[:-1])
        has_lanes = self._look.has_lanes
        text = bar_words(bar, fraction, self._names, has_lanes)
        paint_bar(painter, BarLook(rect, bar, colour, text, marks, fraction, bar == self._hovered, not has_lanes))

    def _paint_ruler(self, painter: QPainter, area: QRect, time_area: QRect, ticks: Ticks) -> None:
        painter.setPen(theme.colour("line"))
        painter.drawLine(0, RULER_PX - 1, area.width(), RULER_PX - 1)
        painter.drawLine(self.names_px(), 0, self.names_px(), area.height())
        painter.save()
        painter.setClipRect(time_area)
        paint_ruler(painter, area, RULER_PX, ticks)
        if self._look.is_live:
            paint_now(painter, area, RULER_PX, self._x(self._look.run_s))
        painter.restore()

    def _ticks(self) -> Ticks:
        """The ruler's marks that are seen."""
        width = self.viewport().width()
        step = tick_step(self._span_s / self._zoom, max(2, int((width - self.names_px()) / _TICK_GAP_PX)))
        times = (number * step for number in range(int(self._span_s * 1.5 / step) + 1))
        return [(self._x(at), clock(at, step)) for at in times if self._x(at) <= width]

    # mouse and keys

    def row_at(self, y: float) -> int:
        """The row under a height of the viewport, -1 for none."""
        place = y - RULER_PX + self.verticalScrollBar().value()
        if y < RULER_PX or place >= self._tops[-1]:
            return -1
        return next(index for index, top in enumerate(self._tops[1:]) if place < top)

    def bar_at(self, point: QPoint) -> Bar | None:
        """The bar under a point of the viewport."""
        index = self.row_at(point.y())
        if index < 0:
            return None
        found = None
        for bar in self._look.rows[index].bars:
            if self.bar_rect(index, bar).adjusted(-2, -3, 2, 3).contains(point.x(), point.y()):
                found = bar
        return found

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        bar = self.bar_at(event.position().toPoint())
        if bar != self._hovered:
            self._hovered = bar
            shape = Qt.CursorShape.PointingHandCursor if bar else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose_row(self.row_at(event.position().y()), self.bar_at(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        bar = self.bar_at(event.position().toPoint())
        node = bar.node if bar else self._node_of(self.row_at(event.position().y()))
        if node:
            self.node_opened.emit(node)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._is_following = False
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        factor = 1.2 ** (event.angleDelta().y() / 120)
        at = event.position().x() - self.names_px()
        before = (at + self.horizontalScrollBar().value()) / self._time_px()
        self._zoom = min(_ZOOM_MOST, max(1.0, self._zoom * factor))
        self._fit_bars()
        self.horizontalScrollBar().setValue(round(before * self._time_px() - at))
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._look.rows) - 1
        moves: dict[int, int] = {
            Qt.Key.Key_Down: min(last, self._row + 1),
            Qt.Key.Key_Up: max(0, self._row - 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if event.key() in moves and last >= 0:
            self._choose_row(moves[event.key()])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._node_of(self._row):
            self.node_opened.emit(self._node_of(self._row))
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            bar = self.bar_at(event.pos())
            text = tip_words(bar, self._names, self._look.run_s) if bar else ""
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        if event.type() == QEvent.Type.Leave and self._hovered is not None:
            self._hovered = None
            self.viewport().update()
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_bars()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        del dx, dy
        self.viewport().update()

    def _node_of(self, index: int) -> str:
        return self._look.rows[index].node if 0 <= index < len(self._look.rows) else ""

    def _choose_row(self, index: int, bar: Bar | None = None) -> None:
        if not 0 <= index < len(self._look.rows):
            return
        self._row, self._is_following = index, False
        row = self._look.rows[index]
        top, bottom = self._tops[index], self._tops[index + 1]
        scroll, page = self.verticalScrollBar(), self.viewport().height() - RULER_PX
        if top < scroll.value() or bottom > scroll.value() + page:
            scroll.setValue(top if top < scroll.value() else bottom - page)
        title, detail = row_words(row, self._names, self._look.has_lanes)
        told = [title, detail, *(bar_words(one, None, self._names, has_name=False) for one in row.bars[:1])]
        self.setAccessibleDescription(", ".join(part for part in told if part))
        self.viewport().update()
        node = bar.node if bar else row.node
        if node:
            self.node_chosen.emit(node)
