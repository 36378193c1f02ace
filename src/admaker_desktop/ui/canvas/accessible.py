"""The canvas for screen readers: a list whose entries are the nodes, each with its name and state."""

from __future__ import annotations

from qtpy.QtCore import QObject, QRect
from qtpy.QtGui import QAccessible, QAccessibleInterface, QColor, QWindow
from qtpy.QtWidgets import QAccessibleWidget

from admaker_desktop.ui.canvas.node_item import NodeItem
from admaker_desktop.ui.canvas.viewer import Viewer
from admaker_desktop.ui.i18n import tr

_FACTORIES: list[object] = []
"""Qt keeps no reference to a factory made in Python."""


def install() -> None:
    """Tell Qt how canvases are read aloud; once for the process, GUI thread."""
    if not _FACTORIES:
        _FACTORIES.append(_make)
        QAccessible.installFactory(_make)


def _make(class_name: str, thing: QObject) -> QAccessibleInterface | None:
    del class_name  # Qt's name for every widget made in Python is its C++ base's
    return CanvasInterface(thing) if isinstance(thing, Viewer) else None


class CanvasInterface(QAccessibleWidget):
    """The canvas: its children are the nodes from left to right."""

    def __init__(self, viewer: Viewer) -> None:
        super().__init__(viewer, QAccessible.Role.List, tr("Flow"))
        self._viewer = viewer
        self._nodes: dict[NodeItem, NodeInterface] = {}

    def items(self) -> list[NodeItem]:
        """The nodes in reading order."""
        shown = [item for item in self._viewer.all_nodes() if isinstance(item, NodeItem)]
        return sorted(shown, key=lambda item: (item.x(), item.y()))

    def childCount(self) -> int:
        return len(self.items())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes none
        items = self.items()
        if not 0 <= index < len(items):
            return None
        item = items[index]
        self._nodes = {known: self._nodes[known] for known in self._nodes if known in items}
        if item not in self._nodes:
            self._nodes[item] = NodeInterface(self, self._viewer, item)
        return self._nodes[item]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return self.items().index(child.item) if isinstance(child, NodeInterface) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes none
        for index, item in enumerate(self.items()):
            if screen_rect(self._viewer, item).contains(x, y):
                return self.child(index)
        return None


class NodeInterface(QAccessibleInterface):
    """One node: name with its state, place on the screen, whether it is selected."""

    def __init__(self, canvas: CanvasInterface, viewer: Viewer, item: NodeItem) -> None:
        super().__init__()
        self.item = item
        self._canvas = canvas
        self._viewer = viewer

    def isValid(self) -> bool:
        return self.item.scene() is not None

    def object(self) -> QObject | None:  # type: ignore[override]  # Qt takes none
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]  # Qt takes none
        return None

    def parent(self) -> QAccessibleInterface:
        return self._canvas

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Name:
            return self.item.face.spoken
        return self.item.face.doc if kind == QAccessible.Text.Description else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """A node's name is its type's."""

    def rect(self) -> QRect:
        return screen_rect(self._viewer, self.item)

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.selectable = True
        state.selected = self.item.isSelected()
        state.invisible = not self.item.isVisible()
        return state

    def childCount(self) -> int:
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes none
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes none
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def backgroundColor(self) -> QColor:
        return QColor()

    def foregroundColor(self) -> QColor:
        return QColor()


def screen_rect(viewer: Viewer, item: NodeItem) -> QRect:
    """A node's rectangle in pixels of the screen."""
    inside = viewer.mapFromScene(item.rect()).boundingRect()
    return QRect(viewer.viewport().mapToGlobal(inside.topLeft()), inside.size())
