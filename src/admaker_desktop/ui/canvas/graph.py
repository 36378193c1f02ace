"""The NodeGraphQt controller, reduced to a door: what the viewer's signals say becomes edits of the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qtpy.QtCore import QMimeData, QObject, QPoint, Signal

from admaker_desktop.graph.model import Link
from admaker_desktop.ui.canvas import intents
from admaker_desktop.ui.canvas.mime import node_type_in
from admaker_desktop.ui.canvas.ngq import NodeGraph
from admaker_desktop.ui.canvas.viewer import Viewer, link_between

if TYPE_CHECKING:
    from admaker_desktop.ui.canvas.node_item import NodeItem, Port
    from admaker_desktop.ui.session import Session


class Graph(NodeGraph):
    """Turns intents into edits. It holds no nodes of its own, no undo, no ids, no file: those are the session's."""

    drop_asked = Signal(str, object)
    """Node type and point of the scene where the palette's node was dropped."""
    settle_asked = Signal()
    """An intent is dealt with: the view takes the model's state again, whatever came of it."""

    def __init__(self, viewer: Viewer, session: Session, parent: QObject) -> None:
        self._session = session
        super().__init__(parent, viewer=viewer)

    def _register_builtin_nodes(self) -> None:
        """None: nodes are the registry's."""

    def _wire_signals(self) -> None:
        viewer = self.viewer()
        viewer.moved_nodes.connect(self._on_nodes_moved)
        viewer.connection_changed.connect(self._on_connection_changed)
        viewer.connection_sliced.connect(self._on_connection_sliced)
        viewer.data_dropped.connect(self._on_node_data_dropped)

    def _on_nodes_moved(self, node_data: dict[NodeItem, list[float]]) -> None:
        places = {item.id: (item.xy_pos[0], item.xy_pos[1]) for item in node_data}
        intents.move(self._session, places)
        self.settle_asked.emit()

    def _on_connection_changed(self, disconnected: list[tuple[Port, Port]], connected: list[tuple[Port, Port]]) -> None:
        intents.rewire(self._session, _links(disconnected), _links(connected))
        self.settle_asked.emit()

    def _on_connection_sliced(self, ports: list[list[Port]]) -> None:
        intents.rewire(self._session, _links([(pair[0], pair[1]) for pair in ports]), ())
        self.settle_asked.emit()

    def _on_node_data_dropped(self, mimedata: QMimeData, pos: QPoint) -> None:
        self.drop_asked.emit(node_type_in(mimedata), pos)


def _links(pairs: list[tuple[Port, Port]]) -> list[Link]:
    return [link_between(port, other) for port, other in pairs]
