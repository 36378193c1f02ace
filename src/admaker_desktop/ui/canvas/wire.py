"""The wires between ports, and the one that follows the pointer while it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qtpy.QtCore import QPointF, QRectF, Qt
from qtpy.QtGui import QColor, QPainterPath, QPainterPathStroker, QPen

from admaker_desktop.ui.canvas.ngq import LivePipeItem, PipeItem
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.widgets.paint import faded

if TYPE_CHECKING:
    from qtpy.QtGui import QPainter
    from qtpy.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from admaker_desktop.graph.model import Link
    from admaker_desktop.ui.canvas.node_item import Port

_WIDTH_PX, _LIVE_PX = 2.0, 2.6
_CONTEXT_OPACITY = 0.45
_CATCH_PX = 12.0
"""How wide a wire is for the pointer."""
_DASH = [3.0, 3.0]
_DOT_EVERY_PX, _DOT_PX = 26.0, 2.4
_NO_LENGTH = 0.001
DOT_STEPS = 12
"""Pictures of one dot's way to the next; at 12 a second it moves 26 px a second."""


class Wire(PipeItem):
    """A wire of the workflow. What it shows is set from the model: never by hovering or selecting."""

    def __init__(self, link: Link) -> None:
        self._bounds = QRectF()
        super().__init__()
        self.link = link
        self.is_fed = True
        self.is_live = False
        self.is_context = False
        self.is_picked = False
        self.is_lifted = False
        """Being pulled off: not painted, not yet gone."""
        self.phase = 0
        self.setCacheMode(self.CacheMode.NoCache)
        self.setAcceptHoverEvents(False)
        self.setFlag(self.GraphicsItemFlag.ItemIsSelectable, False)
        self._dir_pointer.setVisible(False)

    def look(self, *, is_fed: bool, is_live: bool, is_context: bool) -> None:
        """Show whether something has come through, flows now, and belongs to what is selected."""
        if (is_fed, is_live, is_context) != (self.is_fed, self.is_live, self.is_context):
            self.is_fed, self.is_live, self.is_context = is_fed, is_live, is_context
            self.update()

    def set_picked(self, is_picked: bool) -> None:
        """Select the wire itself."""
        self.is_picked = is_picked
        self.update()

    def lift(self, is_lifted: bool) -> None:
        """Take the wire in the hand: not shown until it is put down."""
        self.is_lifted = is_lifted
        self.update()

    def draw_path(self, start_port: Port, end_port: Port | None = None, cursor_pos: QPointF | None = None) -> None:
        if self.input_port and self.output_port:
            path = wire_path(self.output_port.middle, self.input_port.middle)
            self.prepareGeometryChange()  # before the bounds change: the scene's index must find the item where it was
            self._bounds = path.controlPointRect().adjusted(-6, -6, 6, 6)
            self.setPath(path)

    def reset(self) -> None:
        """Upstream restyles here; our look comes from the model."""

    def activate(self) -> None:
        """As `reset`."""

    def highlight(self) -> None:
        """As `reset`."""

    def boundingRect(self) -> QRectF:
        return self._bounds

    def shape(self) -> QPainterPath:
        stroker = QPainterPathStroker()
        stroker.setWidth(_CATCH_PX)
        return stroker.createStroke(self.path())

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self.is_lifted:
            return
        colour = theme.family(self.output_port.face.family)
        zoom = painter.worldTransform().m11()
        width = (_LIVE_PX if self.is_live else _WIDTH_PX) / min(1.0, max(zoom, 0.5))
        if self.is_picked:
            painter.setPen(QPen(faded(theme.colour("acc"), 0.55), width + 4))
            painter.drawPath(self.path())
        if self.is_context and not self.is_picked:
            colour = faded(colour, _CONTEXT_OPACITY)
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if not self.is_fed:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern(_DASH)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawPath(self.path())
        if self.is_live:
            self._paint_dots(painter, theme.colour("white") if theme.is_dark else QColor(theme.colour("t1")))

    def _paint_dots(self, painter: QPainter, colour: QColor) -> None:
        """One stroke of round dashes without length: Qt walks along the path much quicker than Python does."""
        width = 2 * _DOT_PX
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([_NO_LENGTH, _DOT_EVERY_PX / width])
        pen.setDashOffset(-_DOT_EVERY_PX * self.phase / DOT_STEPS / width)
        painter.setPen(pen)
        painter.drawPath(self.path())


class LiveWire(LivePipeItem):
    """The wire in the hand: from a port to the pointer, in the port's colour, dashed until it fits."""

    def __init__(self) -> None:
        super().__init__()
        self.setCacheMode(self.CacheMode.NoCache)
        self.setAcceptHoverEvents(False)
        self.setFlag(self.GraphicsItemFlag.ItemIsSelectable, False)
        for child in self.childItems():
            child.setVisible(False)
        self._colour = QColor()
        self._fits = False

    def aim(self, port: Port, at: QPointF, *, fits: bool) -> None:
        """Draw from a port to a point of the scene."""
        self._colour = theme.family(port.face.family)
        self._fits = fits
        ends = (at, port.middle) if port.is_input else (port.middle, at)
        self.setPath(wire_path(*ends))

    def boundingRect(self) -> QRectF:
        return self.path().boundingRect().adjusted(-6, -6, 6, 6)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        pen = QPen(self._colour, _LIVE_PX)
        if not self._fits:
            pen.setDashPattern(_DASH)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawPath(self.path())


def wire_path(start: QPointF, end: QPointF) -> QPainterPath:
    """The curve from an output to an input: level at both ends, with a wider swing when it runs backwards."""
    across, down = end.x() - start.x(), abs(end.y() - start.y())
    if across >= 0:
        reach = max(min(across * 0.5, 160.0), min(26.0 + down * 0.12, 70.0))
    else:
        reach = min(34.0 + down * 0.06 - across * 0.05, 90.0)
    path = QPainterPath(start)
    path.cubicTo(QPointF(start.x() + reach, start.y()), QPointF(end.x() - reach, end.y()), end)
    return path
