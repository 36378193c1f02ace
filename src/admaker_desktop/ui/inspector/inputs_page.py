"""What reaches the selected node: for each port where it comes from and what it carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qtpy.QtCore import QRectF, QSize
from qtpy.QtGui import QPaintEvent
from qtpy.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from admaker_desktop.services.settings_forms import port_label
from admaker_desktop.ui.i18n import Translated, tr, tr_text
from admaker_desktop.ui.inspector.link import Link
from admaker_desktop.ui.inspector.readable import excerpt
from admaker_desktop.ui.nodelook import family_of
from admaker_desktop.ui.nodenames import name_of, values_at
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.widgets import Divider, Label, paint

if TYPE_CHECKING:
    from admaker_desktop.engine.registry import PortSpec
    from admaker_desktop.ui.session import Session


class InputsPage(Translated):
    """A block for each input. GUI thread."""

    def __init__(self, session: Session, node_id: str) -> None:
        super().__init__()
        self._session, self._node_id = session, node_id
        self.ports: dict[str, _PortView] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        spec = session.spec(node_id)
        for place, port in enumerate(spec.ports.values() if spec else ()):
            if place:
                self._column.addWidget(Divider())
            view = _PortView(session, node_id, port)
            self.ports[port.name] = view
            self._column.addWidget(view)
        self._nothing = Label("hint", wraps=True)
        self._column.addWidget(self._nothing)
        self._nothing.setVisible(not self.ports)
        self._column.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._nothing.setText(tr("This node has no inputs: the flow begins here."))
        self.refresh()

    def refresh(self) -> None:
        """Show what is wired now and what it carries."""
        for view in self.ports.values():
            view.refresh()


class PortDot(QWidget):
    """A port as the canvas draws it: round for one value, square for a list, hollow when nothing is wired."""

    def __init__(self, port: PortSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._family = family_of(port.item)
        self._is_list, self._is_wired = port.is_list, True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_wired(self, on: bool) -> None:
        """Fill the shape, or leave it hollow."""
        self._is_wired = on
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(12, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with paint.start(self) as painter:
            colour = theme.family(self._family)
            shape = QRectF(1.5, self.height() / 2 - 4.5, 9, 9)
            painter.setPen(paint.pen(colour, 1.6))
            painter.setBrush(colour if self._is_wired else theme.colour("panel"))
            if self._is_list:
                painter.drawRoundedRect(shape, 2, 2)
            else:
                painter.drawEllipse(shape)


class _PortView(QWidget):
    def __init__(self, session: Session, node_id: str, port: PortSpec) -> None:
        super().__init__()
        self._session, self._node_id, self._port = session, node_id, port
        self._dot = PortDot(port)
        self._name = Label("body")
        self._state = Label("secondary")
        self._doc = Label("label", wraps=True)
        self._doc.set_tone("t3")
        self._value = Label("secondary", wraps=True)
        self._value.set_tone("t1")
        self.sources: list[Link] = []
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._dot)
        head.addWidget(self._name)
        head.addStretch(1)
        head.addWidget(self._state)
        self._links = QVBoxLayout()
        self._links.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(self._doc)
        column.addLayout(self._links)
        column.addWidget(self._value)

    def refresh(self) -> None:
        """Show the wires and what they carry."""
        links = [x for x in self._session.workflow.links_into(self._node_id) if x.to_port == self._port.name]
        self._dot.set_wired(bool(links))
        self._name.setText(tr_text(port_label(self._port.name)))
        self._doc.setText(tr_text(self._port.doc))
        for label in self.sources:
            self._links.removeWidget(label)
            label.deleteLater()
        self.sources = []
        for wire in links:
            source = Link(self)
            name = name_of(self._session, wire.from_node)
            port = tr_text(port_label(wire.from_port))
            source.show_text(tr("from {node}, {port}", node=name, port=port), "link", is_link=True)
            source.clicked.connect(lambda _on=False, node=wire.from_node: self._session.select(node))
            self._links.addWidget(source)
            self.sources.append(source)
        values = tuple(value for wire in links for value in values_at(self._session, wire))
        self._state.setText(self._state_text(is_wired=bool(links), has_values=bool(values)))
        self._state.set_tone("warn" if not links and self._port.is_required else "t3")
        self._value.setText(excerpt(values))
        self._value.setVisible(bool(values))

    def _state_text(self, *, is_wired: bool, has_values: bool) -> str:
        if is_wired:
            return "" if has_values else tr("nothing yet")
        return tr("not connected, needed") if self._port.is_required else tr("not connected (optional)")
