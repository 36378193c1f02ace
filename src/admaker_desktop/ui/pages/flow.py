"""The Flow page: palette, run bar, canvas, player, inspector and timeline of the open project."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qtpy.QtCore import QEvent, QObject, Qt, QTimer, Signal
from qtpy.QtGui import QResizeEvent
from qtpy.QtWidgets import QSplitter, QVBoxLayout, QWidget

from admaker_desktop.ui.actions import Actions
from admaker_desktop.ui.canvas.graph_view import GraphView
from admaker_desktop.ui.canvas.palette import NodePalette
from admaker_desktop.ui.i18n import Translated, tr
from admaker_desktop.ui.inspector import Inspector
from admaker_desktop.ui.pages.playing import Playing
from admaker_desktop.ui.player.panel import PlayerPanel
from admaker_desktop.ui.previews import Previews
from admaker_desktop.ui.runbar.bar import RunBar
from admaker_desktop.ui.strip import TimelineStrip
from admaker_desktop.ui.strip.strip import HEADER_PX as _STRIP_HEAD_PX
from admaker_desktop.ui.widgets import Panel, show_toast

if TYPE_CHECKING:
    from admaker_desktop.ui.desk import Desk
    from admaker_desktop.ui.session import Session

_RAIL_BELOW_PX = 1440
"""Below it the palette is a rail and the side is narrower (DESIGN_SYSTEM, Frame and sizes)."""
_PALETTE_PX, _RAIL_PX = 232, 48
_SIDE_PX, _SIDE_NARROW_PX = 340, 300
_PLAYER_PX, _STRIP_PX = 290, 250


class FlowPage(Translated):
    """Built once; shows whichever project is open. GUI thread; `shut_down` before the window goes."""

    told = Signal(str)
    """A sentence for the status bar."""
    brief_asked = Signal()
    log_asked = Signal(str)

    def __init__(self, desk: Desk, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actions = actions
        self._session: Session | None = None
        self._previews: Previews | None = None
        self._is_narrow: bool | None = None
        self._strip_px = _STRIP_PX
        self.canvas: GraphView | None = None
        self.palette_ = NodePalette()
        self.run_bar = RunBar()
        self.player = PlayerPanel(desk.jobs)
        self.inspector = Inspector()
        self.strip = TimelineStrip()
        self.playing = Playing(self.player, self.strip)
        self._lay_out()
        self._connect()
        self._take_session()
        self.retranslate()

    def retranslate(self) -> None:
        """The page has no words of its own but the player's."""
        self.playing.retranslate()

    def take_keyboard(self) -> None:
        """Give the canvas the keys that its hints promise."""
        if self.canvas is not None:
            self.canvas.setFocus()

    def shut_down(self) -> None:
        """Remember the layout and let go of the project; may be called twice."""
        self._remember()
        self._drop_session()
        self.player.shut_down()

    # ------------------------------------------------------------------------------------------------------- building
    def _lay_out(self) -> None:
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.run_bar)
        self.middle = QSplitter(Qt.Orientation.Vertical)
        stage = Panel(fill="canvas")
        self._stage = QVBoxLayout(stage)
        self._stage.setContentsMargins(0, 0, 0, 0)
        self.middle.addWidget(stage)
        self.middle.addWidget(self.strip)
        self.middle.setStretchFactor(0, 1)
        self.middle.setChildrenCollapsible(False)
        self.middle.splitterMoved.connect(self._keep_strip_height)
        column.addWidget(self.middle, 1)
        self.side = QSplitter(Qt.Orientation.Vertical)
        self.side.addWidget(self.player)
        self.side.addWidget(self.inspector)
        self.side.setStretchFactor(1, 1)
        self.side.setChildrenCollapsible(False)
        self.side_panel = Panel()
        around = QVBoxLayout(self.side_panel)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.side)
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        for widget in (self.palette_, centre, self.side_panel):
            self.columns.addWidget(widget)
        self.columns.setStretchFactor(1, 1)
        self.columns.setChildrenCollapsible(False)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.columns)

    def _connect(self) -> None:
        self._desk.session_changed.connect(self._take_session)
        self.palette_.chosen.connect(lambda kind: self.canvas and self.canvas.add_node(kind))
        self.palette_.rail_toggled.connect(lambda is_rail: self._set_rail(is_rail=is_rail))
        self.run_bar.node_asked.connect(self._select)
        self.strip.collapsed_changed.connect(self._fold_strip)
        self.inspector.retry_asked.connect(self._retry)
        self.inspector.log_asked.connect(self.log_asked)
        calls = {
            "delete": lambda canvas: canvas.remove_selected(),
            "duplicate": lambda canvas: canvas.duplicate_selected(),
            "select_all": lambda canvas: canvas.select_all(),
            "arrange": lambda canvas: canvas.arrange(),
            "fit": lambda canvas: canvas.fit(),
            "fit_selection": lambda canvas: canvas.fit_selection(),
            "add": lambda canvas: canvas.open_search(),
        }
        for name, call in calls.items():
            self._actions[name].triggered.connect(lambda _=False, call=call: self.canvas and call(self.canvas))
        panels = {"show_palette": self.palette_, "show_side": self.side_panel, "show_strip": self.strip}
        for name, panel in panels.items():
            action = self._actions[name]
            action.setChecked(self._desk.preferences.flag(name, default=True))
            panel.setVisible(action.isChecked())
            action.toggled.connect(panel.setVisible)
            action.toggled.connect(lambda on, name=name: self._desk.preferences.set_flag(name, on))
        for splitter, reset in ((self.columns, self._reset_columns), (self.middle, self._reset_middle)):
            handle = splitter.handle(1)
            handle.setToolTip(tr("Double-click to reset"))
            _DoubleClick(handle, reset)

    # -------------------------------------------------------------------------------------------------------- session
    def _take_session(self) -> None:
        if self._session is self._desk.session and self._session is not None:
            return
        self._drop_session()
        session = self._session = self._desk.session
        self.run_bar.set_session(session)
        self.inspector.set_session(session)
        self.playing.set_session(session)
        if session is None:
            return
        self._previews = Previews(session)
        canvas = self.canvas = GraphView(session, self._previews)
        canvas.told.connect(self.told)
        canvas.retry_asked.connect(self._retry)
        canvas.show_asked.connect(self._show_node)
        canvas.inspector_asked.connect(self._show_node)
        canvas.removed.connect(self._offer_undo)
        canvas.brief_asked.connect(self.brief_asked)
        canvas.template_asked.connect(self._take_template)
        self._stage.addWidget(canvas)
        self.palette_.set_specs(session.registry)
        canvas.setFocus()

    def _drop_session(self) -> None:
        if self.canvas is not None:
            self.canvas.close_view()
            self.canvas.hide()
            self.canvas.deleteLater()
            self.canvas = None
        if self._previews is not None:
            self._previews.close()
            self._previews.deleteLater()
            self._previews = None
        if self._session is not None:
            self._session = None
            for part in (self.run_bar, self.inspector, self.playing):
                part.set_session(None)

    def _select(self, node: str) -> None:
        if self._session:
            self._session.select(node)

    def _show_node(self, node: str) -> None:
        self._select(node)
        self._actions["show_side"].setChecked(True)
        self.inspector.setFocus()

    def _retry(self, node: str) -> None:
        if self._session:
            self._session.start_run(node)

    def _offer_undo(self, text: str) -> None:
        session = self._session
        if session is not None:
            show_toast(self, text, tr("Undo"), session.undo)

    def _take_template(self) -> None:
        from admaker_desktop.core.messages import msg
        from admaker_desktop.graph.edits import add_nodes
        from admaker_desktop.services.template import build

        if self._session:
            template = build()
            self._session.apply(add_nodes(template.nodes, template.links), msg("Take a template"))

    # --------------------------------------------------------------------------------------------------------- layout
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.window().width() < _RAIL_BELOW_PX
        if is_narrow != self._is_narrow:
            if self._is_narrow is not None:
                self._remember()
            self._is_narrow = is_narrow
            self._set_rail(is_rail=is_narrow)
            self.strip.set_collapsed(is_narrow)
            QTimer.singleShot(0, self._restore)  # once the splitters have their sizes

    def _set_rail(self, *, is_rail: bool) -> None:
        self.palette_.set_rail(is_rail)
        sizes = self.columns.sizes()
        width = _RAIL_PX if is_rail else _PALETTE_PX
        self.columns.setSizes([width, sizes[1] + sizes[0] - width, sizes[2]])

    def _reset_columns(self) -> None:
        side = _SIDE_NARROW_PX if self._is_narrow else _SIDE_PX
        left = _RAIL_PX if self.palette_.is_rail else _PALETTE_PX
        self.columns.setSizes([left, max(400, self.width() - left - side), side])

    def _reset_middle(self) -> None:
        self._strip_px = _STRIP_PX
        self._fit_strip()

    def _fit_strip(self, *_: object) -> None:
        """Give the strip what it needs: a folded one its head, an open one its height of before."""
        height = _STRIP_HEAD_PX if self.strip.is_collapsed else self._strip_px
        self.middle.setSizes([max(200, self.middle.height() - height), height])

    def _fold_strip(self) -> None:
        """A flow that was all in sight stays so in its new room."""
        canvas = self.canvas
        is_whole = canvas is not None and canvas.shows_everything
        self._fit_strip()
        if canvas is not None and is_whole:
            QTimer.singleShot(0, canvas, canvas.fit)

    def _keep_strip_height(self, *_: object) -> None:
        if not self.strip.is_collapsed:
            self._strip_px = self.middle.sizes()[1]

    def _key(self, name: str) -> str:
        return f"flow/{name}/{'narrow' if self._is_narrow else 'wide'}"

    def _remember(self) -> None:
        for name, splitter in (("columns", self.columns), ("middle", self.middle), ("side", self.side)):
            self._desk.preferences.set_data(self._key(name), splitter.saveState())

    def _restore(self) -> None:
        saved = {name: self._desk.preferences.data(self._key(name)) for name in ("columns", "middle", "side")}
        if not self.columns.restoreState(saved["columns"]):
            self._reset_columns()
        if not self.middle.restoreState(saved["middle"]):
            self._reset_middle()
        self._keep_strip_height()
        self._fit_strip()
        if not self.side.restoreState(saved["side"]):
            self.side.setSizes([_PLAYER_PX, max(300, self.height() - _PLAYER_PX)])
        if self.canvas is not None:
            QTimer.singleShot(0, self.canvas.fit)


class _DoubleClick(QObject):
    """Calls on a double click on a widget."""

    def __init__(self, widget: QWidget, call: Callable[[], None]) -> None:
        super().__init__(widget)
        self._call = call
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self._call()
            return True
        return super().eventFilter(watched, event)
