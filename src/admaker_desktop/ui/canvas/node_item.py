"""The node and its ports as NodeGraphQt items: they hold a face, paint it, and know where things are clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qtpy.QtCore import QPointF, QRectF, QSizeF, Qt
from qtpy.QtGui import QPainterPath

from admaker_desktop.ui.canvas.metrics import DOT_PX, RADIUS_PX, layout_of
from admaker_desktop.ui.canvas.ngq import AbstractNodeItem, PortItem
from admaker_desktop.ui.canvas.paint_node import BLOCK_BELOW, SKETCH_BELOW, paint_far_port, paint_node, paint_port

if TYPE_CHECKING:
    from qtpy.QtGui import QPainter
    from qtpy.QtWidgets import QGraphicsSceneMouseEvent, QStyleOptionGraphicsItem, QWidget

    from admaker_desktop.graph.model import NodeRecord
    from admaker_desktop.ui.canvas.face import NodeFace, PortFace
    from admaker_desktop.ui.canvas.metrics import NodeLayout

_MARGIN = (22.0, 22.0, 22.0, 26.0)
"""Room around a node for its shadow, plates and dots: left, top, right, bottom."""
IN, OUT = "in", "out"


class Port(PortItem):
    """A place for wires. It paints nothing: its node paints all its dots in one go."""

    def __init__(self, node: NodeItem, face: PortFace, side: str) -> None:
        super().__init__(node)
        self.face = face
        self.fits: bool | None = None
        """Whether the wire that is being drawn may end here; None = none is being drawn."""
        self.name = face.name
        self.port_type = side
        self.multi_connection = side == OUT or face.is_list
        self.setCacheMode(self.CacheMode.NoCache)
        self.setFlag(self.GraphicsItemFlag.ItemHasNoContents)
        self.setAcceptHoverEvents(False)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setToolTip("")

    @property
    def is_input(self) -> bool:
        return bool(self.port_type == IN)

    @property
    def middle(self) -> QPointF:
        """The middle of the dot, in the scene."""
        return self.scenePos()

    def boundingRect(self) -> QRectF:
        return QRectF(-DOT_PX / 2, -DOT_PX / 2, DOT_PX, DOT_PX)


class NodeItem(AbstractNodeItem):
    """A node on the canvas; its id is the workflow's. Position and face are set from the model only."""

    def __init__(self, face: NodeFace) -> None:
        super().__init__(face.title)
        self.record: NodeRecord | None = None
        """What the face was read from."""
        self.setCacheMode(self.CacheMode.DeviceCoordinateCache)
        self.setAcceptHoverEvents(False)
        self.id = face.node_id
        self.face = face
        self.layout: NodeLayout = layout_of(face)
        self.inputs: dict[str, Port] = {}
        self.outputs: dict[str, Port] = {}
        self.hovered_port: Port | None = None
        self._place_ports()

    def set_face(self, face: NodeFace) -> bool:
        """Show another face; whether the node's size has changed with it."""
        if face == self.face:
            return False
        layout = layout_of(face)
        has_grown = (layout.width, layout.height) != (self.layout.width, self.layout.height)
        if has_grown:
            self.prepareGeometryChange()
        self.face, self.layout = face, layout
        self._place_ports()
        self.update()
        return has_grown

    def ports(self) -> list[Port]:
        """Inputs, then outputs."""
        return [*self.inputs.values(), *self.outputs.values()]

    def rect(self) -> QRectF:
        """The node's own shape in the scene, without shadow."""
        return QRectF(self.pos(), self.size_px())

    def size_px(self) -> QSizeF:
        """Width and height at 100 %."""
        return QSizeF(self.layout.width, self.layout.height)

    def link_at(self, scene_pos: QPointF) -> str:
        """The way out that stands at a point of the scene: `retry`, `show`, or nothing."""
        at = scene_pos - self.pos()
        return next((key for key, _, rect in self.layout.links if rect.contains(at)), "")

    def boundingRect(self) -> QRectF:
        left, top, right, bottom = _MARGIN
        return QRectF(-left, -top, self.layout.width + left + right, self.layout.height + top + bottom)

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRoundedRect(QRectF(0, 0, self.layout.width, self.layout.height), RADIUS_PX, RADIUS_PX)
        return path

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        zoom = painter.worldTransform().m11()
        paint_node(painter, self.face, self.layout, zoom=zoom, is_selected=self.isSelected())
        if zoom < BLOCK_BELOW:
            return
        for port in self.ports():
            if zoom < SKETCH_BELOW and port.fits is None:
                paint_far_port(painter, port.face, port.pos())
            else:
                paint_port(painter, port.face, port.pos(), is_hovered=port is self.hovered_port, fits=port.fits)

    def mouseDoubleClickEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        self.viewer().node_double_clicked.emit(self.id)

    def _place_ports(self) -> None:
        wanted = {(IN if is_input else OUT, face.name) for face, is_input, _, _ in self.layout.ports}
        for port in self.ports():
            if (port.port_type, port.name) not in wanted:
                self._drop(port)
        for face, is_input, at, _ in self.layout.ports:
            side = self.inputs if is_input else self.outputs
            if face.name not in side:
                side[face.name] = Port(self, face, IN if is_input else OUT)
            port = side[face.name]
            port.face = face
            port.setPos(at)

    def _drop(self, port: Port) -> None:
        side = self.inputs if port.is_input else self.outputs
        del side[port.name]
        for wire in list(port.connected_pipes):
            wire.delete()
        port.setParentItem(None)  # type: ignore[arg-type]  # none is what Qt calls no parent
        scene = self.scene()
        if scene is not None:
            scene.removeItem(port)
