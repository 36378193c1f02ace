"""The inspector: the selected node's head, and its settings, inputs, results and history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qtpy.QtCore import Signal
from qtpy.QtGui import QResizeEvent
from qtpy.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from admaker_desktop.core.messages import Message, msg
from admaker_desktop.graph.edits import SetSetting
from admaker_desktop.services.settings_forms import label_of
from admaker_desktop.ui.following import Following
from admaker_desktop.ui.i18n import Translated, tr
from admaker_desktop.ui.inspector.changes import Changes
from admaker_desktop.ui.inspector.header import Header
from admaker_desktop.ui.inspector.history_page import HistoryPage
from admaker_desktop.ui.inspector.inputs_page import InputsPage
from admaker_desktop.ui.inspector.last_run import LastRun
from admaker_desktop.ui.inspector.nothing import NothingPage
from admaker_desktop.ui.inspector.problem import ProblemCard
from admaker_desktop.ui.inspector.results_page import ResultsPage
from admaker_desktop.ui.inspector.settings_page import SettingsPage
from admaker_desktop.ui.inspector.unknown import UnknownPage
from admaker_desktop.ui.nodenames import find_node
from admaker_desktop.ui.widgets import Panel, Scroll, Segmented

if TYPE_CHECKING:
    from pydantic import JsonValue

    from admaker_desktop.graph.model import Workflow
    from admaker_desktop.ui.session import Session

_PADDING = 14
Page = SettingsPage | InputsPage | ResultsPage | HistoryPage | UnknownPage


class Inspector(Translated):
    """Shows the node of `session.selection_changed`. GUI thread."""

    retry_asked = Signal(str)
    """Run this node again."""
    log_asked = Signal(str)
    """Show the log of this node."""

    def __init__(self, session: Session | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._following = Following(self._wires)
        self._last_run: LastRun | None = None
        self._node_id, self._tab = "", "settings"
        self._drafts: dict[tuple[str, str], object] = {}
        self._view: _NodeView | None = None
        self._nothing = NothingPage(self)
        self._panel = Panel(self, fill="panel")
        self._column = QVBoxLayout(self._panel)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._nothing)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._panel)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setMinimumWidth(260)
        self.retranslate()
        self.set_session(session)

    @property
    def page(self) -> Page | None:
        """The page that is shown; None while nothing is selected."""
        return self._view.page if self._view else None

    @property
    def view(self) -> _NodeView | None:
        """Everything about the selected node; None while nothing is selected."""
        return self._view

    def set_session(self, session: Session | None) -> None:
        """Show another project's nodes, or none."""
        self.flush()
        self._following.follow(session)
        self._session, self._node_id = session, ""
        self._drafts = {}
        self._last_run = LastRun(session) if session is not None else None
        self._show(session.selected if session is not None else "")

    def flush(self) -> None:
        """Pass on what is being typed. To be called before a run, a save or a close."""
        if self._view is not None:
            self._view.flush()

    def show_tab(self, key: str) -> None:
        """Show `settings`, `inputs`, `results` or `history` of the selected node."""
        self._tab = key
        if self._view is not None:
            self._view.show_tab(key)

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(tr("Inspector"))

    def _wires(self, session: Session) -> tuple[tuple[Any, Any], ...]:
        return (
            (session.selection_changed, self._show),
            (session.workflow_changed, self._take_workflow),
            (session.status_changed, self._take_status),
            (session.results_changed, self._take_results),
            (session.plan_changed, self._take_plan),
            (session.run_ended, self._take_run_end),
        )

    def _show(self, node_id: str) -> None:
        self.flush()
        if self._view is not None:
            self._column.removeWidget(self._view)
            self._view.hide()
            self._view.deleteLater()
            self._view = None
        session, last_run = self._session, self._last_run
        is_there = session is not None and find_node(session.workflow, node_id) is not None
        self._node_id = node_id if is_there else ""
        self._nothing.setVisible(not is_there)
        if session is None or last_run is None or not is_there:
            return
        self._view = _NodeView(session, node_id, last_run, self._drafts, self._tab, self._panel)
        self._view.tab_chosen.connect(self._keep_tab)
        self._view.retry_asked.connect(self.retry_asked)
        self._view.log_asked.connect(self.log_asked)
        self._column.addWidget(self._view)

    def _keep_tab(self, key: str) -> None:
        self._tab = key

    def _take_workflow(self, before: Workflow, after: Workflow) -> None:
        if self._view is None:
            return
        old, new = find_node(before, self._node_id), find_node(after, self._node_id)
        if new is None:
            self._show("")
        elif old is None or old.settings != new.settings or before.links != after.links:
            self._view.refresh()

    def _take_status(self, node_id: str) -> None:
        if self._last_run is not None:
            self._last_run.note(node_id)
        if self._view is not None and node_id == self._node_id:
            self._view.refresh_state()

    def _take_results(self, changed: frozenset[str]) -> None:
        if self._view is not None and self._session is not None:
            sources = {link.from_node for link in self._session.workflow.links_into(self._node_id)}
            if changed & (sources | {self._node_id}):
                self._view.refresh()

    def _take_plan(self) -> None:
        if self._view is not None:
            self._view.refresh_outlook()

    def _take_run_end(self) -> None:
        if self._view is not None:
            self._view.refresh_after_run()


class _NodeView(Translated):
    """The head, the tabs and the chosen page of one node."""

    tab_chosen = Signal(str)
    retry_asked = Signal(str)
    log_asked = Signal(str)

    def __init__(
        self,
        session: Session,
        node_id: str,
        last_run: LastRun,
        drafts: dict[tuple[str, str], object],
        tab: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)  # and every part has its own from the start: one without would show as a window
        self._session, self._node_id, self._drafts, self._tab = session, node_id, drafts, tab
        self._tab_names: list[tuple[str, ...]] = []
        self._words_px = 0
        self.resize(parent.size())
        self.setMinimumWidth(1)  # the words of the tabs must not keep the panel wide
        self._is_known = session.spec(node_id) is not None
        self.header = Header(session, node_id, self)
        self.tabs = Segmented(self)
        self.tabs.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.tabs.chosen.connect(self._choose)
        self.tabs.setVisible(self._is_known)
        self.problem: ProblemCard | None = None
        self._content = QWidget(self)
        self.changes = Changes(session, node_id, last_run, self._content)
        self.changes.reset_asked.connect(self._reset)
        self.page: Page | None = None
        self._scroll = Scroll(self)
        self._content.setObjectName("scrolled")
        self._body = QVBoxLayout(self._content)
        self._body.setContentsMargins(_PADDING, 12, _PADDING, _PADDING)
        self._body.setSpacing(12)
        self._body.addWidget(self.changes)
        self._body.addStretch(1)
        self._scroll.set_content(self._content)
        head = QVBoxLayout()
        head.setContentsMargins(_PADDING, 14, _PADDING, 0)
        head.setSpacing(12)
        head.addWidget(self.header)
        head.addWidget(self.tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        self.retranslate()
        self.show_tab(tab)
        self.refresh_state()

    def show_tab(self, key: str) -> None:
        """Show a page; built when it is first asked for."""
        self.flush()
        self._tab = key
        self.tabs.set_value(key)
        if self.page is not None:
            self._body.removeWidget(self.page)
            self.page.hide()
            self.page.deleteLater()
        self.page = self._make_page(key)
        self._body.insertWidget(1 if self.problem else 0, self.page)
        self.changes.refresh()
        self._scroll.verticalScrollBar().setValue(0)

    def flush(self) -> None:
        """Pass on what is being typed."""
        if isinstance(self.page, SettingsPage):
            self.page.flush()

    def refresh(self) -> None:
        """Show the node as it is now."""
        if self.page is not None:
            self.page.refresh()
        self.refresh_state()
        self.changes.refresh()

    def refresh_state(self) -> None:
        """Show the state: the badge, and the card of what went wrong."""
        self.header.refresh()
        has_problem = self._session.status(self._node_id).state in {"failed", "refused"}
        if has_problem and self.problem is None:
            self.problem = ProblemCard(self._session, self._node_id, self._content)
            self.problem.retry_asked.connect(lambda: self.retry_asked.emit(self._node_id))
            self.problem.log_asked.connect(lambda: self.log_asked.emit(self._node_id))
            self._body.insertWidget(0, self.problem)
        elif not has_problem and self.problem is not None:
            self._body.removeWidget(self.problem)
            self.problem.hide()
            self.problem.deleteLater()
            self.problem = None
        if self.problem is not None:
            self.problem.refresh()

    def refresh_outlook(self) -> None:
        """Show what a run would do now."""
        self.changes.refresh()
        if isinstance(self.page, SettingsPage):
            self.page.refresh()

    def refresh_after_run(self) -> None:
        """Show what a run has left."""
        self.refresh()

    def retranslate(self) -> None:
        """Set the words."""
        self.tabs.setAccessibleName(tr("Pages of the node"))
        self._words_px = 0
        self._name_tabs()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_tabs()

    def _name_tabs(self) -> None:
        """Where four words do not fit the last page has its icon alone."""
        room = self.width() - 2 * _PADDING
        pages = [("settings", tr("Settings")), ("inputs", tr("Inputs")), ("results", tr("Results"))]
        in_words: list[tuple[str, ...]] = [*pages, ("history", tr("History"))]
        if not self._words_px:
            self._set_tabs(in_words)
            self._words_px = self.tabs.sizeHint().width()
        self._set_tabs(in_words if self._words_px <= room else [*pages, ("history", "", "history")])
        button = self.tabs.buttons()[-1]
        button.setAccessibleName(tr("History"))
        button.setToolTip("" if button.text() else tr("History"))

    def _set_tabs(self, choices: list[tuple[str, ...]]) -> None:
        if choices != self._tab_names:
            self._tab_names = choices
            self.tabs.set_choices(choices)

    def _choose(self, key: str) -> None:
        self.tab_chosen.emit(key)
        self.show_tab(key)

    def _make_page(self, key: str) -> Page:
        if not self._is_known:
            return UnknownPage(self._session, self._node_id)
        if key == "inputs":
            return InputsPage(self._session, self._node_id)
        if key == "results":
            return ResultsPage(self._session, self._node_id)
        if key == "history":
            return HistoryPage(self._session, self._node_id)
        return SettingsPage(self._session, self._node_id, self._drafts)

    def _reset(self, name: str, value: JsonValue) -> None:
        label = msg("Reset {setting}", setting=Message(label_of(name)))
        self._session.apply(SetSetting(self._node_id, name, value), label)
