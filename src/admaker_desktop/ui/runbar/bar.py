"""The run bar: what a run would do and cost, the lanes, how far it is, and the buttons that start and stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qtpy.QtCore import Qt, Signal
from qtpy.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from qtpy.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from admaker_desktop.ui.following import Following
from admaker_desktop.ui.i18n import Translated, tr, tr_message
from admaker_desktop.ui.nodenames import title_of
from admaker_desktop.ui.runbar.lanes import Lanes, loads_of
from admaker_desktop.ui.runbar.words import Saying, say_end, say_plan, say_run
from admaker_desktop.ui.widgets import Button, Divider, Label, Panel, ProgressBar

if TYPE_CHECKING:
    from admaker_desktop.services.run_watch import RunEnd
    from admaker_desktop.ui.session import Session

HEIGHT_PX = 52
COMPACT_BELOW_PX = 1000
_NO_LANES_BELOW_PX = 760
_LEAST_PX = 440


class RunBar(Translated):
    """52 px above the flow. GUI thread. `start`, `start_to_here` and `cancel` are what the menus call too."""

    node_asked = Signal(str)
    """The user wants to see this node: the first that needs him."""

    def __init__(self, session: Session | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._following = Following(self._wires)
        self._end: RunEnd | None = None
        self._is_asked = False
        self.setFixedHeight(HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._saying = _SayingView()
        self._saying.clicked.connect(self._show_need)
        self._divider = Divider(is_vertical=True)
        self._divider.setFixedHeight(32)
        self.lanes = Lanes(self._title_of)
        self.progress = ProgressBar()
        self.progress.setFixedWidth(150)
        self.run_to_here = Button("step-forward")
        self.run_to_here.clicked.connect(self.start_to_here)
        self.run = Button("play", kind="primary")
        self.run.clicked.connect(self.start)
        self.stop = Button("square")
        self.stop.clicked.connect(self.cancel)
        self._panel = Panel(self, fill="panel", edges="bottom")
        row = QHBoxLayout(self._panel)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(12)
        row.addWidget(self._saying)
        row.addWidget(self.progress, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._divider, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.lanes)
        row.addStretch(1)
        for button in (self.run_to_here, self.stop, self.run):
            row.addWidget(button)
        around = QHBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._panel)
        around.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # lanes leave before the bar asks for room
        self.setMinimumWidth(_LEAST_PX)
        self.retranslate()
        self.set_session(session)

    def set_session(self, session: Session | None) -> None:
        """Show another project's runs, or none."""
        self._following.follow(session)
        self._session, self._end, self._is_asked = session, None, False
        self._refresh()

    def start(self) -> None:
        """Run everything that is not up to date."""
        self._ask(None)

    def start_to_here(self) -> None:
        """Run what the selected node needs, and the node."""
        if self._session is not None and self._session.selected:
            self._ask(self._session.selected)

    def cancel(self) -> None:
        """Stop the run; what is finished is kept."""
        if self._session is not None and self._session.is_running:
            self.stop.set_busy(True)
            self._session.cancel_run()

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(tr("Run"))
        self.run_to_here.setText(tr("Run to here"))
        self.run.setText(tr("Run"))
        self.stop.setText(tr("Cancel"))
        self.progress.setAccessibleName(tr("Progress of the run"))
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _wires(self, session: Session) -> tuple[tuple[Any, Any], ...]:
        return (
            (session.plan_changed, self._refresh),
            (session.run_changed, self._refresh),
            (session.run_ended, self._take_end),
            (session.workflow_changed, self._take_edit),
            (session.selection_changed, self._refresh),
        )

    def _ask(self, target: str | None) -> None:
        session = self._session
        if session is None or session.is_running or self._is_asked:
            return
        self._is_asked, self._end = True, None
        self._refresh()
        session.start_run(target)
        self._is_asked = False
        self._refresh()

    def _take_end(self, end: RunEnd) -> None:
        self._end = end
        self.stop.set_busy(False)
        self._refresh()

    def _take_edit(self) -> None:
        if self._session is not None and not self._session.is_running:
            self._end = None
        self._refresh()

    def _needs(self) -> tuple[str, ...]:
        """The nodes that wait for the user, in the order of the flow."""
        session = self._session
        if session is None:
            return ()
        return tuple(r.id for r in session.workflow.nodes if session.status(r.id).state in {"failed", "refused"})

    def _show_need(self) -> None:
        needs = self._needs()
        if needs and self._session is not None:
            self._session.select(needs[0])
            self.node_asked.emit(needs[0])

    def _title_of(self, node_id: str) -> str:
        return title_of(self._session, node_id) if self._session else node_id

    def _refresh(self) -> None:
        session = self._session
        is_running = session is not None and session.is_running
        view = session.run_view if session is not None else None
        self._say()
        self.progress.setVisible(is_running)
        self.progress.set_fraction(view.fraction if view and view.steps else None)
        self.lanes.show_loads(loads_of(session))
        self.run.setVisible(not is_running)
        self.stop.setVisible(is_running)
        self.run.set_busy(self._is_asked and not is_running)
        self.stop.set_busy(is_running and session is not None and session.is_stopping)
        self._enable(is_running=is_running)
        self._fit()

    def _say(self) -> None:
        session = self._session
        if session is not None and session.is_running:
            saying = say_run(session.run_view, is_stopping=session.is_stopping)
        elif self._end is not None:
            saying = say_end(self._end, len(self._end.failed))
        elif session is not None and session.plan_problem:
            saying = Saying(tr("To run this flow"), tr("it needs a change first"), tone="err")
        else:
            saying = say_plan(session.plan if session else None, is_empty=session is None or not session.workflow.nodes)
        self._saying.show_saying(saying, is_link=saying.tone == "err" and bool(self._needs()))

    def _enable(self, *, is_running: bool) -> None:
        session = self._session
        is_empty = session is None or not session.workflow.nodes
        reason = ""
        if is_empty:
            reason = tr("There is nothing to run yet: start with a brief.")
        elif session is not None and session.plan_problem:
            reason = tr_message(session.plan_problem)
        self.run.setEnabled(not reason)
        self.run.setToolTip(reason or tr("Run everything that is not up to date (Ctrl+Enter)"))
        self.stop.setToolTip(tr("Stop; what is finished is kept (Ctrl+.)"))
        if not reason and is_running:
            reason = tr("A run is on its way.")
        elif not reason and session is not None and not session.selected:
            reason = tr("Select the node to run to.")
        self.run_to_here.setEnabled(not reason)
        self.run_to_here.setToolTip(reason or tr("Run the selected node and what it needs (Shift+Ctrl+Enter)"))

    def _fit(self) -> None:
        is_compact = self.width() < COMPACT_BELOW_PX
        self.lanes.set_short(is_compact)
        has_lanes = self.width() >= _NO_LANES_BELOW_PX
        self.lanes.setVisible(has_lanes)
        self._divider.setVisible(has_lanes and not is_compact)
        self.progress.setFixedWidth(96 if is_compact else 150)


class _SayingView(QWidget):
    """Two lines of words; a link where a click leads somewhere."""

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.above = Label("label")
        self.above.set_tone("t3")
        self.strong = Label("section")
        self.rest = Label("secondary", elides=True)
        self.rest.set_tone("t3")
        self.rest.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._is_link = False
        below = QHBoxLayout()
        below.setSpacing(7)
        below.addWidget(self.strong)
        below.addWidget(self.rest)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addStretch(1)
        column.addWidget(self.above)
        column.addLayout(below)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def show_saying(self, saying: Saying, *, is_link: bool) -> None:
        """Show the lines."""
        self.above.setText(saying.above)
        self.strong.setText(saying.strong)
        self.strong.set_tone(saying.tone)
        self.rest.setText(saying.rest)
        self.rest.setVisible(bool(saying.rest))
        self._is_link = is_link
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_link else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(" ".join(part for part in (saying.above, saying.strong, saying.rest) if part))
        self.setToolTip(tr("Show the node") if is_link else "")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_link and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_link and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)
