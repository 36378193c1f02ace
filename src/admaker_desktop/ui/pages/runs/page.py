"""The Runs page: lanes on top, runs at the left, the chosen run's chart and log, and what needs somebody."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from qtpy.QtCore import Qt, QTimer, Signal
from qtpy.QtGui import QHideEvent, QShowEvent
from qtpy.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from admaker_desktop.core.errors import AdMakerError
from admaker_desktop.services.history import Need, RunRecord, RunStory, needs_of
from admaker_desktop.ui.i18n import Translated, tr, tr_error
from admaker_desktop.ui.pages.runs.chart import ChartLook, RunChart
from admaker_desktop.ui.pages.runs.chart_model import rows_by_lane, rows_by_node
from admaker_desktop.ui.pages.runs.feed import RunFeed, Snapshot
from admaker_desktop.ui.pages.runs.header import RunHeader
from admaker_desktop.ui.pages.runs.live import fractions, lane_looks, live_look, nodes_to_come
from admaker_desktop.ui.pages.runs.log_panel import LogPanel
from admaker_desktop.ui.pages.runs.looks import NodeNames, run_aim
from admaker_desktop.ui.pages.runs.needs_panel import NeedsPanel
from admaker_desktop.ui.pages.runs.run_list import RunList
from admaker_desktop.ui.pages.runs.tiles import LaneTiles
from admaker_desktop.ui.widgets import Banner, EmptyState, Label, Panel, SearchField

if TYPE_CHECKING:
    from admaker_desktop.services.run_watch import RunView
    from admaker_desktop.services.studio import Studio
    from admaker_desktop.ui.desk import Desk
    from admaker_desktop.ui.session import Session

LIST_PX, NEEDS_PX = 332, 392
_ELSEWHERE_MS = 1000
"""How often a run of another process is looked at."""


class RunsPage(Translated):
    """All runs of this machine. GUI thread; the journal is read in the desk's jobs."""

    node_chosen = Signal(str, str)
    """A bar was chosen: project path, node id."""
    node_opened = Signal(str, str)
    """A node is to be shown in its flow: project path, node id."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session: Session | None = None
        self._snapshot = Snapshot((), None, ())
        self._view = "node"
        self._seen = ""
        self._names = NodeNames()
        self._feed = RunFeed(desk, self)
        self._elsewhere = QTimer(self)
        self._elsewhere.setInterval(_ELSEWHERE_MS)
        self._elsewhere.timeout.connect(self._feed.refresh)
        self.tiles = LaneTiles()
        self.list = RunList()
        self.search = SearchField()
        self._list_title = Label("section")
        self.header = RunHeader()
        self.chart = RunChart(self._names)
        self.log = LogPanel(desk.jobs, self._names)
        self.needs = NeedsPanel(self._names)
        self.trouble = Banner("err")
        self.trouble.hide()
        self.empty = EmptyState("activity")
        self._lay_out()
        self._connect()
        self._follow_session()
        desk.when_ready(self._take_studio)
        self.setFocusProxy(self.list)
        self.retranslate()

    def choose_run(self, run_id: str) -> None:
        """Show a run; nothing when the journal does not know it."""
        self.list.choose(run_id)

    def retranslate(self) -> None:
        self._list_title.setText(tr("Runs"))
        self.search.set_placeholder(tr("Search runs"))
        self.empty.set_texts(
            tr("Runs appear here"),
            tr("Run a flow and watch each step over time, read its log, and see what needs you."),
        )
        can_run = self._session is not None
        self.empty.set_buttons(
            [("run", tr("Run the flow"), "primary")] if can_run else [("demo", tr("Open the demo project"), "primary")]
        )
        self.trouble.set_buttons([("again", tr("Try again"), "normal")])
        self.chart.setAccessibleName(tr("Steps over time"))
        self.list.retell()
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._feed.refresh()
        self._show_live()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._feed.stop()
        self._elsewhere.stop()

    # ------------------------------------------------------------------------------------------------------ building
    def _lay_out(self) -> None:
        side = Panel()
        head = QHBoxLayout()
        head.setContentsMargins(14, 8, 14, 8)
        head.setSpacing(10)
        head.addWidget(self._list_title)
        head.addWidget(self.search, 1)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        log = _stacked(self.log)
        bottom = _splitter(
            Qt.Orientation.Horizontal, "runs-bottom", log, self.needs, sizes=(864, NEEDS_PX), stretches=(1, 0)
        )
        top = _stacked(self.header, self.chart)
        centre = _splitter(Qt.Orientation.Vertical, "runs-centre", top, bottom, sizes=(460, 380), stretches=(5, 4))
        body = _splitter(Qt.Orientation.Horizontal, "runs-body", side, centre, sizes=(LIST_PX, 1256), stretches=(0, 1))
        self._stack = QStackedWidget()
        self._stack.addWidget(body)
        self._stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.tiles)
        outer.addWidget(self.trouble)
        outer.addWidget(self._stack, 1)

        for splitter in self.findChildren(QSplitter):
            kept = self._desk.preferences.data(splitter.objectName())
            if not kept.isEmpty():
                splitter.restoreState(kept)
            splitter.splitterMoved.connect(lambda _at, _place, moved=splitter: self._keep_layout(moved))

    def _keep_layout(self, splitter: QSplitter) -> None:
        self._desk.preferences.set_data(splitter.objectName(), splitter.saveState())

    def _connect(self) -> None:
        self._desk.session_changed.connect(self._follow_session)
        self._feed.changed.connect(self._take)
        self._feed.failed.connect(self._tell_trouble)
        self.search.text_changed.connect(self._search)
        self.list.chosen.connect(self._choose)
        self.header.view_chosen.connect(self._change_view)
        self.header.cancel_wanted.connect(self._cancel)
        self.chart.node_chosen.connect(lambda node: self.node_chosen.emit(self._project(), node))
        self.chart.node_opened.connect(lambda node: self.node_opened.emit(self._project(), node))
        self.needs.node_wanted.connect(self.node_opened)
        self.needs.project_wanted.connect(lambda path: self._desk.open_project(Path(path)))
        self.needs.retry_wanted.connect(self._retry)
        self.trouble.pressed.connect(lambda _key: self._feed.refresh())
        self.empty.pressed.connect(self._start_first)

    def _take_studio(self, studio: Studio) -> None:
        self._names.load(studio.tools.registry)
        self._show()

    def _follow_session(self) -> None:
        before, self._session = self._session, self._desk.session
        if before is not None and before is not self._session:
            before.run_changed.disconnect(self._show_live)
            before.run_ended.disconnect(self._end_live)
        if self._session is not None and self._session is not before:
            self._session.run_changed.connect(self._show_live)
            self._session.run_ended.connect(self._end_live)
        self.retranslate()

    # ------------------------------------------------------------------------------------------------------- showing
    def _take(self, snapshot: Snapshot) -> None:
        is_first = not self._snapshot.runs
        self._snapshot = snapshot
        self.trouble.hide()
        self._show()
        view = self._live_view()
        newest = snapshot.runs[0].id if snapshot.runs else ""
        if is_first or (
            view is not None and view.run == newest and self._shown_run() != newest and self._is_new(newest)
        ):
            self.list.choose(newest)
        is_elsewhere = any(run.state == "running" and (view is None or run.id != view.run) for run in snapshot.runs)
        if is_elsewhere and self.isVisible():
            self._elsewhere.start()
        else:
            self._elsewhere.stop()

    def _show(self) -> None:
        snapshot = self._snapshot
        self._stack.setCurrentIndex(0 if snapshot.runs else 1)
        story = snapshot.story
        types = {step.node: step.type for step in story.steps} if story else {}
        if self._session is not None and story is not None and story.run.project == str(self._session.path):
            types |= {record.id: record.type for record in self._session.workflow.nodes}
        self._names.show_nodes(types.items())
        titles = {node: self._names.title(node, kind) for node, kind in types.items()}
        self.list.runs.set_runs(snapshot.runs, titles)
        if story is not None and not self.list.currentIndex().isValid():
            self.list.choose(story.run.id)
        self.log.show_story(story)
        project = str(self._session.path) if self._session else ""
        can_run = self._session is not None and not self._session.is_running
        self.needs.show_needs(self._all_needs(), project, can_run=can_run)
        self._show_live()

    def _show_live(self) -> None:
        """Ten times a second while a run is live: only what moves."""
        if not self.isVisible():
            return
        view, session = self._live_view(), self._session
        self.list.runs.set_live(live_look(view))
        self.tiles.show_lanes(lane_looks(view, session, self._names))
        story = self._snapshot.story
        if story is not None:
            self._show_chart(story, view if view and view.run == story.run.id else None)
        if view is not None:
            self._feed.refresh()

    def _show_chart(self, story: RunStory, view: RunView | None) -> None:
        run, session = story.run, self._session
        is_ours = view is not None and session is not None
        is_running = run.state == "running"
        elapsed_s = _elapsed(run, view)
        come = nodes_to_come(run, session) if is_ours and session else ()
        if self._view == "lane":
            rows = rows_by_lane(story.steps, run.started_at)
        else:
            rows = rows_by_node(story.steps, run.started_at, come)
        known = fractions(view, session) if view is not None and session is not None else ()
        left_s = view.left_s if view else None
        look = ChartLook(rows, elapsed_s, is_running, left_s, known, self._view == "lane")
        self.chart.show_look(look)
        titles = {step.node: self._names.title(step.node, step.type) for step in story.steps}
        self.header.show_run(
            run,
            run_aim(run, titles),
            elapsed_s=elapsed_s,
            steps=view.steps if view else run.steps,
            can_cancel=is_ours and is_running,
        )

    def _live_view(self) -> RunView | None:
        session = self._session
        return session.run_view if session is not None and session.is_running else None

    def _shown_run(self) -> str:
        return self._snapshot.story.run.id if self._snapshot.story else ""

    def _is_new(self, run_id: str) -> bool:
        """Whether a run has not been chosen over before: a live run is shown once by itself."""
        seen, self._seen = self._seen, run_id
        return seen != run_id

    def _all_needs(self) -> tuple[Need, ...]:
        story = self._snapshot.story
        own = needs_of(story) if story is not None and story.run.state == "failed" else ()
        others = (need for need in self._snapshot.needs if story is None or need.run.id != story.run.id)
        return (*own, *others)

    # --------------------------------------------------------------------------------------------------------- doing
    def _choose(self, run_id: str) -> None:
        if run_id != self._shown_run():
            self.chart.reset_view()
        self._feed.choose(run_id)

    def _search(self, text: str) -> None:
        self.list.runs.set_search(text)
        self.list.choose(self._shown_run())

    def _change_view(self, view: str) -> None:
        self._view = view
        self.chart.reset_view()
        self._show_live()

    def _end_live(self, _end: object) -> None:
        if self.isVisible():
            self._feed.refresh()
            self._show()

    def _cancel(self) -> None:
        if self._session is not None:
            self._session.cancel_run()

    def _retry(self, node: str) -> None:
        session = self._session
        if session is not None and not session.is_running:
            session.start_run(node)

    def _start_first(self, key: str) -> None:
        if key == "demo":
            self._desk.open_demo()
        elif self._session is not None:
            self._session.start_run()

    def _project(self) -> str:
        return self._snapshot.story.run.project if self._snapshot.story else ""

    def _tell_trouble(self, error: AdMakerError) -> None:
        self.trouble.set_text(tr_error(error))
        self.trouble.show()


def _elapsed(run: RunRecord, view: RunView | None) -> float:
    if view is not None:
        return view.elapsed_s
    return run.seconds if run.seconds is not None else max(0.0, time.time() - run.started_at)


def _stacked(*widgets: QWidget) -> Panel:
    panel = Panel(fill="bg")
    column = QVBoxLayout(panel)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget)
    return panel


def _splitter(
    side: Qt.Orientation, name: str, *widgets: QWidget, sizes: tuple[int, int], stretches: tuple[int, int]
) -> QSplitter:
    splitter = QSplitter(side)
    splitter.setObjectName(name)
    splitter.setChildrenCollapsible(False)
    for widget in widgets:
        splitter.addWidget(widget)
    splitter.setSizes(list(sizes))
    for place, stretch in enumerate(stretches):
        splitter.setStretchFactor(place, stretch)
    return splitter
