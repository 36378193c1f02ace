"""The Flow page's canvas behind one seam: a pure view of a session's workflow that asks for edits and makes none."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from qtpy.QtCore import QPointF, QRectF, Qt, Signal
from qtpy.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from qtpy.QtWidgets import QVBoxLayout, QWidget

from admaker_desktop.core.messages import Message, msg
from admaker_desktop.ui.canvas import accessible, intents, walking
from admaker_desktop.ui.canvas.adding import Adding
from admaker_desktop.ui.canvas.bubble import Bubble
from admaker_desktop.ui.canvas.graph import Graph
from admaker_desktop.ui.canvas.keys import CommandName, command_of
from admaker_desktop.ui.canvas.overlays import ZOOM_STEP, Overlays
from admaker_desktop.ui.canvas.scenery import Scenery
from admaker_desktop.ui.canvas.seen import Seen
from admaker_desktop.ui.canvas.viewer import Viewer
from admaker_desktop.ui.canvas.wire_drag import WireDrag
from admaker_desktop.ui.i18n import Translated, tr, tr_message
from admaker_desktop.ui.theme import theme

if TYPE_CHECKING:
    from admaker_desktop.graph.model import Link, Workflow
    from admaker_desktop.ui.canvas.node_item import NodeItem
    from admaker_desktop.ui.previews import Previews
    from admaker_desktop.ui.session import Session


class GraphView(Translated):
    """Canvas with zoom bar, map, key hints, add search and empty state. GUI thread; `close_view` before its session."""

    told = Signal(str)
    """A sentence for the status bar: why a wire was refused, what was done."""
    retry_asked = Signal(str)
    """The node whose error's "Retry" was clicked."""
    show_asked = Signal(str)
    """The node whose error's "Show" was clicked."""
    inspector_asked = Signal(str)
    """The node that was double-clicked, or for which Enter was pressed."""
    removed = Signal(str)
    """What was taken out, for a toast with Undo."""
    brief_asked = Signal()
    template_asked = Signal()

    def __init__(self, session: Session, previews: Previews, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        accessible.install()
        self._session = session
        self._seen = Seen(session, previews)
        self.viewer = Viewer(session.refusal)
        self.viewer.setParent(self)
        self._graph = Graph(self.viewer, session, self)
        self.scenery = Scenery(self.viewer, self._seen, self)
        self.wire_drag = WireDrag(self.viewer, self.scenery, session, self)
        self.adding = Adding(self, self.viewer, session)
        self.bubble = Bubble(self)
        self.overlays = Overlays(self, self.viewer, self.scenery)
        self._is_closed = self._has_fitted = False
        self._commands = self._named_commands()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.viewer)
        self.setFocusProxy(self.viewer)
        self._connect_view()
        self._connect_session()
        self.scenery.show(session.workflow)
        self._show_state()
        self.retranslate()

    def _connect_view(self) -> None:
        view = self.viewer
        self._graph.settle_asked.connect(self.scenery.settle)
        self._graph.drop_asked.connect(lambda kind, at: self.add_node(kind, QPointF(at)))
        view.way_out_asked.connect(self._ask_way_out)
        view.node_double_clicked.connect(self.inspector_asked)
        view.empty_double_clicked.connect(self.open_search)
        view.scene().selectionChanged.connect(self._tell_selection)
        self.scenery.changed.connect(self._show_state)
        self.wire_drag.explained.connect(self._explain)
        self.wire_drag.refused.connect(self._refuse)
        self.wire_drag.ended_in_empty.connect(lambda port, at: self.adding.ask(at, port))
        self.adding.added.connect(self._show_added)
        self.adding.search.closed.connect(lambda: self.viewer.setFocus(Qt.FocusReason.OtherFocusReason))
        over = self.overlays
        over.zoom_asked.connect(self.zoom_by)
        over.full_asked.connect(self.zoom_full)
        over.fit_asked.connect(self.fit)
        over.empty.brief_asked.connect(self.brief_asked)
        over.empty.template_asked.connect(self.template_asked)
        over.empty.add_asked.connect(self.open_search)
        theme.changed.connect(self._repaint)

    def _connect_session(self) -> None:
        session = self._session
        session.workflow_changed.connect(self._take_workflow)
        session.status_changed.connect(self.scenery.mark_one)
        session.results_changed.connect(self.scenery.mark)
        session.run_changed.connect(self.scenery.look_at_wires)
        session.selection_changed.connect(self._take_selection)
        self._seen.previews.ready.connect(self.scenery.mark_one)

    def close_view(self) -> None:
        """Let go of the session: nothing it says reaches this view any more, no timer runs. May be called twice."""
        if self._is_closed:
            return
        self._is_closed = True
        session = self._session
        session.workflow_changed.disconnect(self._take_workflow)
        session.status_changed.disconnect(self.scenery.mark_one)
        session.results_changed.disconnect(self.scenery.mark)
        session.run_changed.disconnect(self.scenery.look_at_wires)
        session.selection_changed.disconnect(self._take_selection)
        self._seen.previews.ready.disconnect(self.scenery.mark_one)
        theme.changed.disconnect(self._repaint)
        self.viewer.scene().selectionChanged.disconnect(self._tell_selection)
        self.scenery.stop()

    def retranslate(self) -> None:
        self.viewer.setAccessibleName(tr("Flow"))
        self.scenery.refresh_all()

    # -------------------------------------------------------------------------------------------------------- commands
    def fit(self) -> None:
        """Show everything, beside the map where there is room."""
        self.viewer.fit(self.scenery.bounds(), taken_left_px=self.overlays.taken_left_px)

    @property
    def shows_everything(self) -> bool:
        """Whether every node is in sight."""
        return bool(
            self.viewer.mapToScene(self.viewer.viewport().rect()).boundingRect().contains(self.scenery.bounds())
        )

    def fit_selection(self) -> None:
        """Show what is selected, or everything."""
        chosen = self.selected_items()
        self.viewer.fit(self.scenery.bounds(chosen) if chosen else self.scenery.bounds())

    def zoom_full(self) -> None:
        """100 % about the middle."""
        self.zoom_by(1 / self.viewer.zoom)

    def zoom_by(self, factor: float) -> None:
        """Larger or smaller about the middle."""
        self.viewer.zoom_about(self.viewer.zoom * factor, QRectF(self.viewer.viewport().rect()).center())

    def select_all(self) -> None:
        """Select every node."""
        self._set_selection(self.scenery.items.values())

    def deselect(self) -> None:
        """Select nothing, put down what is in the hand."""
        self.viewer.drop_wire()
        self.viewer.set_cutting(False)
        self.viewer.pick_wire(None)
        self.viewer.scene().clearSelection()

    def remove_selected(self) -> None:
        """Take the selected nodes, or the selected wire, out."""
        node_ids = tuple(item.id for item in self.selected_items())
        wire = self.viewer.picked_wire
        links: tuple[Link, ...] = (wire.link,) if wire is not None else ()
        if node_ids or links:
            self.removed.emit(tr_message(intents.remove(self._session, node_ids, links)))

    def duplicate_selected(self) -> None:
        """Copy the selected nodes and select the copies."""
        node_ids = intents.duplicate(self._session, tuple(item.id for item in self.selected_items()))
        if node_ids:
            self._set_selection(self.scenery.items[node_id] for node_id in node_ids)

    def arrange(self) -> None:
        """Put all nodes in order, as one undo step."""
        from admaker_desktop.services.layout import Size, arrange

        sizes = {node_id: Size(item.layout.width, item.layout.height) for node_id, item in self.scenery.items.items()}
        port = self.viewer.viewport()
        places = arrange(self._session.workflow, sizes, max(0.8, port.width() / max(1, port.height())))
        moved = {node_id: (place.x, place.y) for node_id, place in places.items()}
        if moved:
            intents.move(self._session, moved, msg("Arrange"))
            self.fit()

    def open_search(self, at: QPointF | None = None) -> None:
        """Open the add search at a point of the scene; None = where the pointer is."""
        self.adding.ask(at)

    def add_node(self, node_type: str, at: QPointF | None = None) -> str:
        """Add a node around a point of the scene (None: in the middle of the view) and select it; its id."""
        return self.adding.add(node_type, at)

    def selected_items(self) -> list[NodeItem]:
        """The selected nodes in the workflow's order."""
        return [item for item in self.scenery.items.values() if item.isSelected()]

    # ------------------------------------------------------------------------------------------------------------ keys
    def _named_commands(self) -> dict[CommandName, Callable[[], object]]:
        return {
            "fit": self.fit,
            "fit_selection": self.fit_selection,
            "zoom_full": self.zoom_full,
            "zoom_in": lambda: self.zoom_by(ZOOM_STEP),
            "zoom_out": lambda: self.zoom_by(1 / ZOOM_STEP),
            "remove": self.remove_selected,
            "select_all": self.select_all,
            "duplicate": self.duplicate_selected,
            "arrange": self.arrange,
            "deselect": self.deselect,
            "cut": lambda: self.viewer.set_cutting(True),
            "search": self.open_search,
            "inspect": self.open_inspector,
            "left": lambda: self.walk("left"),
            "right": lambda: self.walk("right"),
            "up": lambda: self.walk("up"),
            "down": lambda: self.walk("down"),
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = command_of(event.key(), event.modifiers())
        if event.key() == Qt.Key.Key_Space:
            self.viewer.set_space_held(True)
        elif name is None:
            super().keyPressEvent(event)
        else:
            self._commands[name]()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.viewer.set_space_held(False)
        else:
            super().keyReleaseEvent(event)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab on the canvas adds a node; elsewhere it goes on."""
        if forwards and self.viewer.hasFocus():
            return False
        return super().focusNextPrevChild(forwards)

    def walk(self, direction: walking.Direction) -> None:
        """Select the node that an arrow key leads to."""
        chosen = self.selected_items()
        target = walking.step(self.scenery.items, self._session.workflow, chosen[0] if chosen else None, direction)
        if target is not None:
            self._set_selection([target])
            self.viewer.bring_into_view(target.rect())

    def open_inspector(self) -> None:
        """Ask for the selected node's inspector."""
        chosen = self.selected_items()
        if chosen:
            self.inspector_asked.emit(chosen[0].id)

    # ---------------------------------------------------------------------------------------------- what the view says
    def _tell_selection(self) -> None:
        chosen = self.selected_items()
        if chosen:
            self.viewer.pick_wire(None)
        self.scenery.look_at_wires()
        self._session.select(chosen[0].id if len(chosen) == 1 else "")

    def _ask_way_out(self, node_id: str, key: str) -> None:
        if key == "retry":
            self.retry_asked.emit(node_id)
        else:
            self.show_asked.emit(node_id)

    def _explain(self, reason: Message | None, at: QPointF) -> None:
        self.bubble.say(tr_message(reason) if reason else "", self.viewer.mapFromScene(at))

    def _refuse(self, reason: Message, at: QPointF) -> None:
        text = tr_message(reason)
        self.bubble.say(text, self.viewer.mapFromScene(at), stays=True)
        self.told.emit(text)

    def _show_added(self, node_id: str) -> None:
        if node_id in self.scenery.items:
            self._set_selection([self.scenery.items[node_id]])

    # ------------------------------------------------------------------------------------------- what the session says
    def _take_workflow(self, before: Workflow, after: Workflow) -> None:
        if self.wire_drag.is_active:
            self.viewer.drop_wire()
        self.scenery.show(after)

    def _take_selection(self, node_id: str) -> None:
        chosen = self.selected_items()
        if node_id and node_id in self.scenery.items and [item.id for item in chosen] != [node_id]:
            item = self.scenery.items[node_id]
            self._set_selection([item])
            self.viewer.bring_into_view(item.rect())
        elif not node_id and len(chosen) == 1:
            self.viewer.scene().clearSelection()

    def _set_selection(self, items: Iterable[NodeItem]) -> None:
        scene = self.viewer.scene()
        chosen = list(items)
        scene.blockSignals(True)
        for item in self.scenery.items.values():
            item.setSelected(item in chosen)
        scene.blockSignals(False)
        self._tell_selection()

    # --------------------------------------------------------------------------------------------------------- showing
    def _show_state(self) -> None:
        self.overlays.place()
        if self.scenery.items and not self._has_fitted and self.isVisible():
            self._has_fitted = True
            self.fit()

    def _repaint(self) -> None:
        self.scenery.repaint()
        self.overlays.repaint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.overlays.place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_state()
        self.scenery.look_at_wires()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.viewer.drop_wire()
        self.scenery.look_at_wires()
