"""The canvas's view: a NodeGraphQt viewer whose look, zoom and mouse are ours; it changes nothing, it emits intents.

Upstream's mouse handling is not used: it deletes wires on the press, before anyone is asked, and explains nothing.
Its signals are: `moved_nodes`, `connection_changed` and `connection_sliced` carry what the user wants.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from qtpy.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from qtpy.QtGui import QPainterPath
from qtpy.QtWidgets import QGraphicsView, QToolTip

from admaker_desktop.graph.model import Link
from admaker_desktop.ui.canvas.mime import MIME_NODE
from admaker_desktop.ui.canvas.node_item import NodeItem, Port
from admaker_desktop.ui.canvas.wire import LiveWire, Wire
from admaker_desktop.ui.canvas.zoom_view import ZoomView
from admaker_desktop.ui.i18n import tr

if TYPE_CHECKING:
    from qtpy.QtGui import (
        QDragEnterEvent,
        QDragMoveEvent,
        QDropEvent,
        QFocusEvent,
        QHelpEvent,
        QKeyEvent,
        QMouseEvent,
    )

    from admaker_desktop.core.messages import Message

_PORT_REACH_PX = 11.0


class Viewer(ZoomView):
    """Selecting, and drags of the view, of nodes and of wires. GUI thread."""

    port_pressed = Signal(object)
    """A Port: a wire begins there."""
    wire_moved = Signal(object)
    """The point of the scene to which the wire in the hand is drawn."""
    wire_dropped = Signal(object)
    """Where the wire in the hand was let go."""
    wire_cancelled = Signal()
    way_out_asked = Signal(str, str)
    """Node and the way out of its error that was clicked: `retry` or `show`."""
    picked = Signal()
    """The selection may have changed."""
    empty_double_clicked = Signal(object)

    def __init__(self, judge: Callable[[Link], Message | None]) -> None:
        super().__init__()
        self.judge = judge
        self._shed_upstream()
        self.setDragMode(QGraphicsView.DragMode.RubberBandDrag)
        self.viewport().setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.is_space_held = False
        self.is_cutting = False
        self.picked_wire: Wire | None = None
        self._pan_from: QPoint | None = None
        self._wire_from: Port | None = None
        self._cut_from: QPointF | None = None
        self._before: dict[NodeItem, list[float]] = {}
        self._hovered: NodeItem | None = None

    def _shed_upstream(self) -> None:
        """Take out what ours replaces: search box, hint at the cursor, live pipe."""
        self._search_widget.hide()
        self._search_widget.setParent(None)
        self._search_widget.deleteLater()
        self.scene().removeItem(self._cursor_text)
        self.scene().removeItem(self._LIVE_PIPE)
        self.live_wire = self._LIVE_PIPE = LiveWire()
        self.live_wire.setVisible(False)
        self.scene().addItem(self.live_wire)

    def context_menus(self) -> dict[str, object]:
        """None of upstream's."""
        return {}

    # --------------------------------------------------------------------------------------------------- what is where
    def port_at(self, scene_pos: QPointF) -> Port | None:
        """The port within reach of a point."""
        reach = _PORT_REACH_PX / min(1.0, self.zoom) if self.zoom >= 0.3 else 0.0
        best: tuple[float, Port | None] = (reach, None)
        around = QRectF(scene_pos.x() - reach, scene_pos.y() - reach, 2 * reach, 2 * reach)
        for item in self.scene().items(around, Qt.ItemSelectionMode.IntersectsItemBoundingRect):
            if isinstance(item, NodeItem):
                for port in item.ports():
                    gap = port.middle - scene_pos
                    distance = math.hypot(gap.x(), gap.y())
                    if distance < best[0]:
                        best = (distance, port)
        return best[1]

    def node_at(self, scene_pos: QPointF) -> NodeItem | None:
        """The node at a point."""
        return next((item for item in self.scene().items(scene_pos) if isinstance(item, NodeItem)), None)

    def wire_at(self, scene_pos: QPointF) -> Wire | None:
        """The wire at a point."""
        return next((item for item in self.scene().items(scene_pos) if isinstance(item, Wire)), None)

    # ------------------------------------------------------------------------------------------------------- the mouse
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self.mapToScene(event.position().toPoint())
        is_left = event.button() == Qt.MouseButton.LeftButton
        if event.button() == Qt.MouseButton.MiddleButton or (is_left and self.is_space_held):
            self._pan_from = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        if not is_left:
            event.ignore()
            return
        if self._wire_from is not None:
            return
        slices = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
        if self.is_cutting or event.modifiers() == slices:
            self._cut_from = at
            return
        port = self.port_at(at)
        if port is not None:
            self._wire_from = port
            self.port_pressed.emit(port)
            return
        node = self.node_at(at)
        link = node.link_at(at) if node else ""
        if node and link:
            self.way_out_asked.emit(node.id, link)
            return
        self.pick_wire(None if node else self.wire_at(at))
        if self.picked_wire is not None:
            self.scene().clearSelection()
            self.picked.emit()
            return
        if node is not None and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            node.setSelected(not node.isSelected())
            self.picked.emit()
            return
        QGraphicsView.mousePressEvent(self, event)
        self._before = {item: item.xy_pos for item in self.selected_nodes() if isinstance(item, NodeItem)}

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self.mapToScene(event.position().toPoint())
        if self._pan_from is not None:
            self.pan_by(QPointF(self._pan_from - event.position().toPoint()))
            self._pan_from = event.position().toPoint()
        elif self._wire_from is not None:
            self.wire_moved.emit(at)
        elif self._cut_from is not None:
            self._SLICER_PIPE.draw_path(self._cut_from, at)
            self._SLICER_PIPE.setVisible(True)
        else:
            if not event.buttons():
                self._hover(at)
            QGraphicsView.mouseMoveEvent(self, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self.mapToScene(event.position().toPoint())
        if self._pan_from is not None:
            self._pan_from = None
            self._show_cursor()
        elif self._wire_from is not None:
            self._wire_from = None
            self.wire_dropped.emit(at)
        elif self._cut_from is not None:
            self._cut(self._cut_from, at)
        else:
            QGraphicsView.mouseReleaseEvent(self, event)
            moved = {item: place for item, place in self._before.items() if item.xy_pos != place}
            self._before = {}
            if moved:
                self.moved_nodes.emit(moved)
            self.picked.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = self.mapToScene(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and self.node_at(at) is None and self.port_at(at) is None:
            self.empty_double_clicked.emit(at)
            return
        QGraphicsView.mouseDoubleClickEvent(self, event)

    def pick_wire(self, wire: Wire | None) -> None:
        """Select one wire, or none."""
        if self.picked_wire is not None and self.picked_wire.scene() is not None:
            self.picked_wire.set_picked(False)
        self.picked_wire = wire
        if wire is not None:
            wire.set_picked(True)

    def drop_wire(self) -> None:
        """Forget the wire in the hand."""
        if self._wire_from is not None:
            self._wire_from = None
            self.wire_cancelled.emit()

    @property
    def is_dragging_nodes(self) -> bool:
        """Nodes are in the hand: their places are the pointer's until it lets go."""
        return bool(self._before)

    def _cut(self, start: QPointF, end: QPointF) -> None:
        self._cut_from = None
        path = QPainterPath(start)
        path.lineTo(end)
        self._SLICER_PIPE.setVisible(False)
        wires = [item for item in self.scene().items(path) if isinstance(item, Wire)]
        self.connection_sliced.emit([[wire.input_port, wire.output_port] for wire in wires])
        self.set_cutting(False)

    def set_cutting(self, is_on: bool) -> None:
        """The next drag cuts wires."""
        self.is_cutting = is_on
        self._show_cursor()

    def _hover(self, at: QPointF) -> None:
        port = self.port_at(at)
        node = port.node if port else None
        if self._hovered is not None and self._hovered is not node:
            self._hovered.hovered_port = None
            self._hovered.update()
        if node is not None and node.hovered_port is not port:
            node.hovered_port = port
            node.update()
        self._hovered = node
        self._show_cursor(is_on_port=port is not None)

    def forget(self, item: NodeItem) -> None:
        """A node leaves the scene."""
        self._before.pop(item, None)
        if self._hovered is item:
            self._hovered = None

    def _show_cursor(self, *, is_on_port: bool = False) -> None:
        shapes = Qt.CursorShape
        shape = shapes.CrossCursor if self.is_cutting or is_on_port else shapes.ArrowCursor
        self.viewport().setCursor(shapes.OpenHandCursor if self.is_space_held else shape)

    # ---------------------------------------------------------------------------------------- keys, focus, tips, drops
    def set_space_held(self, is_held: bool) -> None:
        """While the space bar is down the left button pans."""
        self.is_space_held = is_held
        self._show_cursor()

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab adds a node here; Shift+Tab leaves the canvas."""
        return False if forwards else QGraphicsView.focusNextPrevChild(self, forwards)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        QGraphicsView.focusInEvent(self, event)  # past upstream's menu bar

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.set_space_held(False)
        QGraphicsView.focusOutEvent(self, event)

    def contextMenuEvent(self, event: QEvent) -> None:
        event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self._show_tip(event)  # type: ignore[arg-type]  # a ToolTip event is a QHelpEvent
            return True
        return bool(QGraphicsView.viewportEvent(self, event))

    def _show_tip(self, event: QHelpEvent) -> None:
        at = self.mapToScene(event.pos())
        port = self.port_at(at)
        node = None if port else self.node_at(at)
        if port is not None:
            kind = tr("a list") if port.face.is_list else tr("one value")
            text = tr("{port} ({kind}): {help}", port=port.face.label, kind=kind, help=port.face.doc)
        elif node is not None:
            text = node.face.problem or node.face.doc
        else:
            text = ""
        QToolTip.showText(event.globalPos(), text, self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._accept(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._accept(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._accept(event)
        if event.isAccepted():
            self.data_dropped.emit(event.mimeData(), self.mapToScene(event.position().toPoint()).toPoint())

    @staticmethod
    def _accept(event: QDropEvent) -> None:
        if event.mimeData().hasFormat(MIME_NODE):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    # --------------------------------------------------------------------------------------- upstream's own judgements
    def establish_connection(self, start_port: Port, end_port: Port) -> Wire:
        """Draw the wire between an output and an input; for the model's hand only, nothing is asked."""
        source, target = (end_port, start_port) if start_port.is_input else (start_port, end_port)
        wire = Wire(link_between(source, target))
        self.scene().addItem(wire)
        wire.set_connections(source, target)
        wire.draw_path(source, target)
        return wire

    def acyclic_check(self, start_port: Port, end_port: Port) -> bool:
        """Whether the wire may be drawn: the workflow decides, not upstream's walk over every path."""
        return self.judge(link_between(start_port, end_port)) is None

    def _validate_accept_connection(self, from_port: Port, to_port: Port) -> bool:
        return self.judge(link_between(from_port, to_port)) is None

    def _validate_reject_connection(self, from_port: Port, to_port: Port) -> bool:
        return self.judge(link_between(from_port, to_port)) is not None


def link_between(port: Port, other: Port) -> Link:
    """The wire that two ports would make, whichever of them comes first."""
    source, target = (other, port) if port.is_input and not other.is_input else (port, other)
    return Link(from_node=source.node.id, from_port=source.name, to_node=target.node.id, to_port=target.name)
