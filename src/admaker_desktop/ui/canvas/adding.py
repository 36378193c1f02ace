"""New nodes on the canvas: dropped from the palette, found by typing, or at the end of a wire."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qtpy.QtCore import QObject, QPointF, Signal

from admaker_desktop.ui.canvas import intents
from admaker_desktop.ui.canvas.add_search import AddSearch
from admaker_desktop.ui.canvas.catalogue import entry_of, fitting

if TYPE_CHECKING:
    from qtpy.QtWidgets import QWidget

    from admaker_desktop.ui.canvas.node_item import Port
    from admaker_desktop.ui.canvas.viewer import Viewer
    from admaker_desktop.ui.session import Session

_HALF_NODE = QPointF(88, 60)


class Adding(QObject):
    """Asks what to add and adds it. GUI thread."""

    added = Signal(str)
    """The id of the new node."""

    def __init__(self, home: QWidget, viewer: Viewer, session: Session) -> None:
        super().__init__(home)
        self._viewer, self._session = viewer, session
        self._place = QPointF()
        self._wired_to: tuple[str, str, bool] | None = None
        self.search = AddSearch(home)
        self.search.chosen.connect(lambda kind: self.add(kind, self._place, self._wired_to))

    def ask(self, at: QPointF | None = None, wired_to: Port | None = None) -> None:
        """Open the search at a point of the scene (None: at the pointer, else in the middle).

        `wired_to`: only what fits that port is offered, and wired to it.
        """
        specs = tuple(self._session.registry)
        self._place, self._wired_to = self._pointer() if at is None else at, None
        if wired_to is not None:
            self._wired_to = (wired_to.node.id, wired_to.name, wired_to.is_input)
            spec = self._session.spec(wired_to.node.id)
            ports = (spec.ports if wired_to.is_input else spec.outputs) if spec else {}
            item = ports[wired_to.name].item if wired_to.name in ports else None
            specs = fitting(specs, item, is_input=wired_to.is_input)
        self.search.open_at(self._viewer.mapFromScene(self._place), [entry_of(spec) for spec in specs])

    def add(self, node_type: str, at: QPointF | None = None, wired_to: tuple[str, str, bool] | None = None) -> str:
        """Add a node around a point of the scene (None: in the middle of the view); its id.

        Raises GraphError for a type that this version does not know.
        """
        spec = self._session.registry.get(node_type)
        middle = at if at is not None else self._viewer.visible_rect().center()
        corner = middle - _HALF_NODE if wired_to is None else middle
        node_id = intents.add(self._session, spec, (round(corner.x()), round(corner.y())), wired_to)
        self.added.emit(node_id)
        return node_id

    def _pointer(self) -> QPointF:
        port = self._viewer.viewport()
        inside = port.mapFromGlobal(self._viewer.cursor().pos())
        return self._viewer.mapToScene(inside if port.rect().contains(inside) else port.rect().center())
