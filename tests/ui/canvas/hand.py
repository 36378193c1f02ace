"""A small workflow, and a mouse for the canvas."""

from __future__ import annotations

from qtpy.QtCore import QEvent, QPoint, QPointF, Qt
from qtpy.QtGui import QMouseEvent
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QApplication

from admaker_desktop.graph.model import Link, NodeRecord, Workflow
from admaker_desktop.ui.canvas.graph_view import GraphView
from admaker_desktop.ui.canvas.node_item import Port


def small() -> Workflow:
    """Brief, concepts and judge in a row, a brand kit below, and a picture node that nothing is wired to."""
    nodes = (
        NodeRecord(id="brief", type="strategy.brief", x=0, y=0),
        NodeRecord(id="concepts", type="strategy.concepts", x=260, y=0),
        NodeRecord(id="judge", type="strategy.judge", x=520, y=0),
        NodeRecord(id="brand", type="strategy.brand", x=260, y=260),
        NodeRecord(id="photos", type="visual.files", x=0, y=260),
    )
    links = (
        Link(from_node="brief", from_port="brief", to_node="concepts", to_port="brief"),
        Link(from_node="brief", from_port="brief", to_node="judge", to_port="brief"),
    )
    return Workflow(nodes=nodes, links=links)


class Hand:
    """A mouse on the canvas: presses, moves in several steps, releases."""

    def __init__(self, view: GraphView) -> None:
        self.view = view

    def at(self, scene_pos: QPointF) -> QPoint:
        """A point of the scene in the viewport."""
        return self.view.viewer.mapFromScene(scene_pos)

    def click(self, scene_pos: QPointF, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.mouseClick(self.view.viewer.viewport(), Qt.MouseButton.LeftButton, modifiers, self.at(scene_pos))
        QApplication.processEvents()

    def hover(self, scene_pos: QPointF) -> None:
        """Move there with no button down: the event itself, for no window system tells of it here."""
        port, none = self.view.viewer.viewport(), Qt.MouseButton.NoButton
        place = QPointF(self.at(scene_pos))
        event = QMouseEvent(
            QEvent.Type.MouseMove, place, port.mapToGlobal(place), none, none, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(port, event)
        QApplication.processEvents()

    def drag(
        self,
        start: QPointF,
        end: QPointF,
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
        *,
        drops: bool = True,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        port, here, there = self.view.viewer.viewport(), self.at(start), self.at(end)
        QTest.mousePress(port, button, modifiers, here)
        for step in range(1, 7):
            QTest.mouseMove(port, here + (there - here) * step / 6)
            QApplication.processEvents()
        if drops:
            QTest.mouseRelease(port, button, modifiers, there)
            QApplication.processEvents()

    def connect(self, source: Port, target: Port, *, drops: bool = True) -> None:
        self.drag(source.middle, target.middle, drops=drops)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.view.viewer, key, modifiers)
        QApplication.processEvents()
