"""The workflow on the canvas: items made, moved, refreshed and taken away by comparing it with what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qtpy.QtCore import QObject, QRectF, QTimer, Signal

from admaker_desktop.ui.canvas.face import face_of
from admaker_desktop.ui.canvas.node_item import NodeItem
from admaker_desktop.ui.canvas.wire import DOT_STEPS, Wire
from admaker_desktop.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from admaker_desktop.graph.model import Link, NodeRecord, Workflow
    from admaker_desktop.ui.canvas.seen import Seen
    from admaker_desktop.ui.canvas.viewer import Viewer

_DOT_FRAME_MS = 83
"""12 pictures a second (DESIGN_SYSTEM, Motion)."""


class Scenery(QObject):
    """Keeps the viewer's items equal to the session's workflow and states. GUI thread."""

    changed = Signal()
    """Nodes came, went, moved or changed their look."""

    def __init__(self, viewer: Viewer, seen: Seen, parent: QObject) -> None:
        super().__init__(parent)
        self.items: dict[str, NodeItem] = {}
        self.wires: dict[Link, Wire] = {}
        self._viewer = viewer
        self._seen = seen
        self._dirty: set[str] = set()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.refresh_dirty)
        self._dots = QTimer(self)
        self._dots.setInterval(_DOT_FRAME_MS)
        self._dots.timeout.connect(self._move_dots)

    # ------------------------------------------------------------------------------------------------------ the model
    def show(self, workflow: Workflow) -> None:
        """Make the items what the workflow says; what is the same stays the same item."""
        self._seen.read(workflow)
        records = {record.id: record for record in workflow.nodes}
        links = dict.fromkeys(workflow.links)
        touched = {end for link in self.wires.keys() ^ links.keys() for end in (link.from_node, link.to_node)}
        for link in [link for link in self.wires if link not in links]:
            self._drop_wire(link)
        for node_id in [node_id for node_id in self.items if node_id not in records]:
            self._drop_node(node_id)
        types = {record.type for record in workflow.nodes if record.id not in self.items}
        for record in workflow.nodes:
            item = self.items.get(record.id)
            if item is None:
                self._add_node(record)
            else:
                self._place(item, record)
                if record.id in touched or record.type in types or record != item.record:
                    self._refresh(record)
        for link in links:
            if link not in self.wires:
                self._add_wire(link)
        self.look_at_wires()
        self.changed.emit()

    def settle(self) -> None:
        """Take the model's places again, whatever the pointer did."""
        for record in self._seen.session.workflow.nodes:
            if record.id in self.items:
                self._place(self.items[record.id], record)

    # ----------------------------------------------------------------------------------------------------- the states
    def mark(self, node_ids: Iterable[str]) -> None:
        """These nodes look different now; painted anew when the event loop comes round."""
        self._dirty.update(node_ids)
        self._soon.start()

    def refresh_dirty(self) -> None:
        """Read the faces of all marked nodes anew."""
        dirty, self._dirty = self._dirty, set()
        for record in self._seen.session.workflow.nodes:
            if record.id in dirty and record.id in self.items:
                self._refresh(record)
        self.look_at_wires()
        self.changed.emit()

    def mark_one(self, node_id: str) -> None:
        """One node's face may be another one now."""
        self.mark((node_id,))

    def refresh_all(self) -> None:
        """Another language or theme: every face anew."""
        self.mark(self.items)

    def repaint(self) -> None:
        """Other colours: nodes keep their picture, so that the viewport's update alone would show the old ones."""
        for item in self.items.values():
            item.update()
        self._viewer.viewport().update()

    def look_at_wires(self) -> None:
        """Which wires flow, wait, and stand back."""
        session = self._seen.session
        states = {node_id: item.face.state for node_id, item in self.items.items()}
        selected = {node_id for node_id, item in self.items.items() if item.isSelected()}
        is_any_live = False
        for link, wire in self.wires.items():
            is_fed = session.result(link.from_node) is not None
            is_live = is_fed and states.get(link.to_node) == "running" and states.get(link.from_node) != "running"
            is_any_live = is_any_live or is_live
            is_context = bool(selected) and not selected & {link.from_node, link.to_node}
            wire.look(is_fed=is_fed, is_live=is_live, is_context=is_context)
        self._run_dots(is_any_live)

    @property
    def is_moving(self) -> bool:
        """Dots run along the wires."""
        return self._dots.isActive()

    def stop(self) -> None:
        """No timer runs any more."""
        self._soon.stop()
        self._dots.stop()

    def bounds(self, items: Iterable[NodeItem] | None = None) -> QRectF:
        """What the nodes cover together, in the scene; empty when there are none."""
        rect = QRectF()
        for item in self.items.values() if items is None else items:
            rect = rect.united(item.rect())
        return rect

    def _run_dots(self, is_wanted: bool) -> None:
        if is_wanted and not theme.reduced_motion and self._viewer.isVisible():
            if not self._dots.isActive():
                self._dots.start()
        else:
            self._dots.stop()

    def _move_dots(self) -> None:
        if theme.reduced_motion or not self._viewer.isVisible():
            self._dots.stop()
            return
        for wire in self.wires.values():
            if wire.is_live:
                wire.phase = (wire.phase + 1) % DOT_STEPS
                wire.update()

    # ------------------------------------------------------------------------------------------------------- the items
    def _add_node(self, record: NodeRecord) -> None:
        item = NodeItem(face_of(self._seen, record))
        item.record = record
        item.setPos(record.x, record.y)
        self._viewer.scene().addItem(item)
        self.items[record.id] = item

    def _drop_node(self, node_id: str) -> None:
        item = self.items.pop(node_id)
        self._viewer.forget(item)
        item.delete()

    def _place(self, item: NodeItem, record: NodeRecord) -> None:
        if (item.x(), item.y()) != (record.x, record.y):
            item.setPos(record.x, record.y)

    def _refresh(self, record: NodeRecord) -> None:
        item = self.items[record.id]
        item.record = record
        item.set_face(face_of(self._seen, record))

    def _add_wire(self, link: Link) -> None:
        source = self.items[link.from_node].outputs.get(link.from_port)
        target = self.items[link.to_node].inputs.get(link.to_port)
        if source is not None and target is not None:  # a port that this version's type does not have is not drawn
            self.wires[link] = self._viewer.establish_connection(source, target)

    def _drop_wire(self, link: Link) -> None:
        wire = self.wires.pop(link)
        if self._viewer.picked_wire is wire:
            self._viewer.pick_wire(None)
        wire.delete()
