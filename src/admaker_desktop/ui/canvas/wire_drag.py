"""The wire in the hand: what it may end at lights up, what it may not says why, and letting go is one intent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qtpy.QtCore import QObject, QPointF, Signal

from admaker_desktop.core.messages import Message, msg
from admaker_desktop.engine.registry import accepts
from admaker_desktop.ui.canvas.viewer import link_between

if TYPE_CHECKING:
    from admaker_desktop.ui.canvas.node_item import NodeItem, Port
    from admaker_desktop.ui.canvas.scenery import Scenery
    from admaker_desktop.ui.canvas.viewer import Viewer
    from admaker_desktop.ui.canvas.wire import LiveWire, Wire
    from admaker_desktop.ui.session import Session

_STAY_PX = 4.0
"""A wire that is let go this near to where it was taken stays where it is."""


class WireDrag(QObject):
    """From the press on a port to the release; nothing of the workflow changes before. GUI thread."""

    explained = Signal(object, object)
    """Why the port or node under the pointer does not take the wire (Message), or None; point of the scene."""
    refused = Signal(object, object)
    """The wire was let go where it may not end: why (Message), point of the scene."""
    ended_in_empty = Signal(object, object)
    """The wire was let go on no node: its Port, point of the scene."""

    def __init__(self, viewer: Viewer, scenery: Scenery, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._viewer = viewer
        self._scenery = scenery
        self._session = session
        self._from: Port | None = None
        self._lifted: Wire | None = None
        self._origin = QPointF()
        viewer.port_pressed.connect(self.begin)
        viewer.wire_moved.connect(self.move)
        viewer.wire_dropped.connect(self.drop)
        viewer.wire_cancelled.connect(self.end)

    @property
    def is_active(self) -> bool:
        return self._from is not None

    def begin(self, port: Port) -> None:
        """Take a new wire at a port, or the one that an input for a single value has, at its end."""
        self._origin = port.middle
        self._lifted = port.connected_pipes[0] if port.is_input and self._is_full(port) else None
        if self._lifted is not None:
            self._lifted.lift(True)
            port = self._lifted.output_port
        self._from = port
        for candidate in self._ports():
            candidate.fits = candidate is not port and self._may_end_at(port, candidate)
            candidate.node.update()
        self._live.aim(port, self._origin, fits=False)
        self._live.setVisible(True)

    def move(self, at: QPointF) -> None:
        """Follow the pointer; snap to a port that takes the wire."""
        if self._from is None:
            return
        target, reason = self._target(at)
        fits = target is not None and reason is None
        self._live.aim(self._from, target.middle if target is not None and fits else at, fits=fits)
        self.explained.emit(None if self._is_home(at) else reason, at)

    def drop(self, at: QPointF) -> None:
        """Let go: connect, pull off, offer what fits, or explain."""
        port, lifted = self._from, self._lifted
        if port is None:
            return
        target, reason = self._target(at)
        is_home = self._is_home(at)
        over_node = self._viewer.node_at(at)
        self.end()
        if is_home:
            return
        pulled = [(lifted.output_port, lifted.input_port)] if lifted is not None else []
        if reason is not None:
            self.refused.emit(reason, at)
        elif target is not None:
            if lifted is None or target is not lifted.input_port:
                self._viewer.connection_changed.emit(pulled, [(port, target)])
        elif pulled:
            self._viewer.connection_changed.emit(pulled, [])
        elif over_node is None:
            self.ended_in_empty.emit(port, at)

    def end(self) -> None:
        """Nothing is in the hand any more."""
        if self._lifted is not None:
            self._lifted.lift(False)
        for candidate in self._ports():
            candidate.fits = None
            candidate.node.update()
        self._live.setVisible(False)
        self._from = self._lifted = None
        self.explained.emit(None, QPointF())

    # ------------------------------------------------------------------------------------------------------ judgements
    @property
    def _live(self) -> LiveWire:
        return self._viewer.live_wire

    def _ports(self) -> list[Port]:
        return [port for item in self._scenery.items.values() for port in item.ports()]

    @staticmethod
    def _is_full(port: Port) -> bool:
        return bool(port.connected_pipes) and not port.multi_connection

    def _is_home(self, at: QPointF) -> bool:
        gap = at - self._origin
        return abs(gap.x()) <= _STAY_PX and abs(gap.y()) <= _STAY_PX

    def _reason(self, port: Port, target: Port) -> Message | None:
        """Why a wire from one port may not end at the other; the wire in the hand does not count."""
        if port.is_input == target.is_input:
            return (
                msg("An input takes a wire from an output, not from another input.")
                if port.is_input
                else msg("An output feeds inputs, not other outputs.")
            )
        link = link_between(port, target)
        if self._lifted is not None and link == self._lifted.link:
            return None
        return self._session.refusal(link)

    def _may_end_at(self, port: Port, target: Port) -> bool:
        """As `_reason`, with the types first: of a hundred ports a dozen are asked about."""
        if port.is_input == target.is_input:
            return False
        source, goal = (target, port) if port.is_input else (port, target)
        given, wanted = self._item(source), self._item(goal)
        if given is None or wanted is None or not accepts(wanted, given):
            return False
        return self._reason(port, target) is None

    def _item(self, port: Port) -> object | None:
        spec = self._session.spec(port.node.id)
        if spec is None:
            return None
        found = (spec.ports if port.is_input else spec.outputs).get(port.name)
        return found.item if found else None

    def _target(self, at: QPointF) -> tuple[Port | None, Message | None]:
        """The port under the pointer, or the one of the node under it that fits; and what speaks against it."""
        port = self._from
        if port is None:
            return None, None
        under = self._viewer.port_at(at)
        if under is not None and under is not port:
            return under, self._reason(port, under)
        node = self._viewer.node_at(at)
        if node is None or node is port.node:
            return None, None
        fitting = self._fitting(node)
        if fitting is not None:
            return fitting, None
        return None, self._why_none_fits(port, node)

    @staticmethod
    def _fitting(node: NodeItem) -> Port | None:
        """The node's port that takes the wire: a free one first."""
        fitting = [port for port in node.ports() if port.fits]
        return min(fitting, key=lambda port: bool(port.connected_pipes), default=None)

    def _why_none_fits(self, port: Port, node: NodeItem) -> Message:
        opposite = list(node.outputs.values() if port.is_input else node.inputs.values())
        reasons = [reason for candidate in opposite if (reason := self._reason(port, candidate)) is not None]
        if len(reasons) == 1:
            return reasons[0]
        title = Message(self._title(node))
        if port.is_input:
            return msg("{node} makes nothing that fits here.", node=title)
        return msg("{node} has no input for this.", node=title)

    def _title(self, node: NodeItem) -> str:
        spec = self._session.spec(node.id)
        return spec.title if spec else node.id
