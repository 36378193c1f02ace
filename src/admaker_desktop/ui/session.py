"""One open project as the window sees it: the document with its history, what its nodes have made, and its runs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from qtpy.QtCore import QObject, QTimer, Signal

from admaker_desktop.core.errors import AdMakerError, GraphError
from admaker_desktop.core.log import get_logger
from admaker_desktop.core.messages import Message, msg
from admaker_desktop.graph.model import Link, NodeRecord, Workflow
from admaker_desktop.services.run_watch import NodeStatus, RunEnd, RunView, RunWatch
from admaker_desktop.ui.document import Document
from admaker_desktop.ui.live_run import LiveRun
from admaker_desktop.ui.outlook import Outlook
from admaker_desktop.ui.owner_port import OwnerPort

if TYPE_CHECKING:
    from pathlib import Path

    from admaker_desktop.core.task import CancelToken
    from admaker_desktop.engine.plan import Plan
    from admaker_desktop.engine.registry import NodeRegistry, NodeSpec
    from admaker_desktop.engine.runner import RunReport
    from admaker_desktop.engine.steps import NodeResult
    from admaker_desktop.graph.edits import WorkflowEdit
    from admaker_desktop.project.content import ContentStore
    from admaker_desktop.services.opening import OpenedProject
    from admaker_desktop.services.outputs import AdOutputs
    from admaker_desktop.services.studio import Studio
    from admaker_desktop.ui.jobs import Jobs

_log = get_logger("ui.session")
_PLAN_AFTER_MS = 150


class Session(QObject):
    """One open project. GUI thread; `close` ends its threads and gives the file free."""

    workflow_changed = Signal(object, object)
    """The workflow before and after an edit, an undo or a redo."""
    status_changed = Signal(str)
    results_changed = Signal(object)
    """frozenset of node ids whose outputs are other ones now, or gone."""
    history_changed = Signal()
    plan_changed = Signal()
    run_changed = Signal()
    run_ended = Signal(object)
    saved_changed = Signal()
    failed = Signal(object)
    selection_changed = Signal(str)

    def __init__(self, studio: Studio, opened: OpenedProject, jobs: Jobs) -> None:
        super().__init__()
        self.studio = studio
        self.jobs = jobs
        self.project = opened.file
        self.path: Path = opened.file.path
        self.selected = ""
        self._specs = {spec.type: spec for spec in studio.tools.registry}
        self._results = dict(opened.results)
        self._seen: dict[str, NodeStatus] = {}
        self._document = Document(opened.file, opened.workflow, self)
        self._document.changed.connect(self._take_change)
        self._document.saved_changed.connect(self.saved_changed)
        self._document.failed.connect(self.failed)
        self._run_of: Workflow | None = None
        self._when_ended: list[Callable[[], None]] = []
        self._is_leaving = self._is_closed = False
        self._run = LiveRun(self)
        self._run.news.connect(self._take_news)
        self._run.ended.connect(self._end_run)
        self._outlook = Outlook(studio.tools, jobs, self)
        self._outlook.changed.connect(self._take_outlook)
        self._plan_soon = QTimer(self)
        self._plan_soon.setSingleShot(True)
        self._plan_soon.setInterval(_PLAN_AFTER_MS)
        self._plan_soon.timeout.connect(self._make_plan)
        self._owner = OwnerPort(self._document, self)
        self._plan_soon.start()

    # ------------------------------------------------------------------------------------------------- what is there
    @property
    def name(self) -> str:
        """The project's name: its file's, without the ending."""
        return self.path.stem

    @property
    def registry(self) -> NodeRegistry:
        return self.studio.tools.registry

    @property
    def store(self) -> ContentStore:
        return self.studio.store

    @property
    def workflow(self) -> Workflow:
        """The graph as it is now."""
        return self._document.workflow

    @property
    def is_saved(self) -> bool:
        """Whether everything is on disk."""
        return self._document.is_saved

    @property
    def ad(self) -> AdOutputs:
        """The parts of the ad that there are."""
        from admaker_desktop.services.outputs import ad_outputs

        return ad_outputs({r.id: self._results[r.id] for r in self.workflow.nodes if r.id in self._results})

    def record(self, node_id: str) -> NodeRecord | None:
        """The node of that id."""
        return next((record for record in self.workflow.nodes if record.id == node_id), None)

    def spec(self, node_id: str) -> NodeSpec | None:
        """The node's type; None when this version does not know it."""
        record = self.record(node_id)
        return self._specs.get(record.type) if record else None

    def result(self, node_id: str) -> NodeResult | None:
        """What the node has made last; whether that is current says `status`. None when the node is gone."""
        return self._results.get(node_id) if self.record(node_id) else None

    def status(self, node_id: str) -> NodeStatus:
        """What to show of the node's state."""
        live = self._run.status(node_id)
        if live is not None:
            return live
        if self.spec(node_id) is None:
            return NodeStatus("unknown_type")
        return self._outlook.status(node_id, has_result=node_id in self._results)

    def select(self, node_id: str) -> None:
        """Select a node for the inspector and the player; empty = none."""
        if node_id != self.selected:
            self.selected = node_id
            self.selection_changed.emit(node_id)

    # ------------------------------------------------------------------------------------------------------- editing
    @property
    def undo_label(self) -> Message | None:
        return self._document.history.undo_label

    @property
    def redo_label(self) -> Message | None:
        return self._document.history.redo_label

    def refusal(self, link: Link) -> Message | None:
        """Why a wire cannot be drawn; None when it can."""
        from admaker_desktop.services.wiring import refusal

        return refusal(self.workflow, self.registry, link)

    def connect_ports(self, link: Link) -> None:
        """Draw a wire; an input for one value gives up the wire that it has. A refused wire -> `failed`."""
        from admaker_desktop.services.wiring import connecting

        reason = self.refusal(link)
        if reason is not None:
            self.failed.emit(GraphError(reason))
            return
        self.apply(connecting(self.workflow, self.registry, link), msg("Connect"))

    def apply(self, edit: WorkflowEdit, label: Message, *, merge: str = "") -> None:
        """Make an edit, remember it under its name and keep it on disk; one that does not fit -> `failed`.

        A same non-empty `merge` within a second joins the step before: typing, dragging.
        """
        self._document.apply(edit, label, merge=merge)

    def undo(self) -> None:
        """Take the newest step back."""
        self._document.undo()

    def redo(self) -> None:
        """Do the step that was taken back last again."""
        self._document.redo()

    def _take_change(self, before: Workflow, after: Workflow) -> None:
        were, are = ({record.id for record in workflow.nodes} for workflow in (before, after))
        other = frozenset(self._results) & (were ^ are)  # gone with their nodes, or back with them
        if self.selected and self.record(self.selected) is None:
            self.select("")
        self.workflow_changed.emit(before, after)
        self.history_changed.emit()
        if other:
            self.results_changed.emit(other)
        self._plan_soon.start()

    # --------------------------------------------------------------------------------------------------- the outlook
    @property
    def plan(self) -> Plan | None:
        """What a run would do now; None while that is not known."""
        return self._outlook.plan

    @property
    def plan_problem(self) -> Message:
        """Why nothing can be run at all; empty when something can."""
        return self._outlook.problem

    def _make_plan(self) -> None:
        self._seen = {node: self.status(node) for node in self._outlook.nodes}
        self._outlook.make(self.workflow, dict(self._results))

    def _take_outlook(self, found: dict[str, NodeResult]) -> None:
        self._results.update(found)
        if found:
            self.results_changed.emit(frozenset(found))
        for node in {*self._seen, *self._outlook.nodes}:
            if self.status(node) != self._seen.get(node):
                self.status_changed.emit(node)
        self.plan_changed.emit()

    # ---------------------------------------------------------------------------------------------------------- runs
    @property
    def is_running(self) -> bool:
        return self._run.is_running

    @property
    def is_stopping(self) -> bool:
        """A stop was asked for and the last steps are ending."""
        return self._run.is_stopping

    @property
    def run_view(self) -> RunView | None:
        """The live run; None when there is none."""
        return self._run.view

    def start_run(self, target: str | None = None) -> None:
        """Run the project as it is now, or what one node needs; what cannot run at all -> `failed`."""
        if self.is_running or self._is_leaving:
            return
        try:
            types = _types(self.workflow, target)
        except AdMakerError as error:
            self.failed.emit(error)
            return
        items = {node: len(result.outputs) for node, result in self._results.items()} | self._outlook.steps()
        self._run_of = self.workflow
        self._run.start(types, items, self.studio.lanes.sizes, target, partial(self._do_run, target))
        for node in types:
            self.status_changed.emit(node)
        self.run_changed.emit()

    def cancel_run(self) -> None:
        """Stop the live run; what is finished is kept."""
        self._run.cancel()
        self.run_changed.emit()

    def _do_run(self, target: str | None, watch: RunWatch, token: CancelToken) -> RunReport:
        """On the run's own thread: what is on disk is what is run."""
        from admaker_desktop.services.opening import remember_run
        from admaker_desktop.services.runs import run_project

        try:
            self._document.flush()
            remember_run(self.project, target, is_running=True)
            return run_project(self.studio, self.project, sink=watch, token=token, target=target)
        finally:
            if not self._is_closed:
                remember_run(self.project, None, is_running=False)

    def _take_news(self, dirty: frozenset[str], made: dict[str, NodeResult]) -> None:
        changed = frozenset(node for node, result in made.items() if self._results.get(node) is not result)
        self._results.update(made)
        if changed:
            self.results_changed.emit(changed)
        for node in dirty:
            self.status_changed.emit(node)
        self.run_changed.emit()

    def _end_run(self, end: RunEnd, error: Exception | None) -> None:
        nodes = [record.id for record in self.workflow.nodes]
        if self._run.last is not None:
            self._outlook.remember(self._run.last, nodes, is_current=self._run_of is self.workflow)
        if not self._is_leaving:
            self._make_plan()
        for node in nodes:
            self.status_changed.emit(node)
        self.run_changed.emit()
        self.run_ended.emit(end)
        if isinstance(error, AdMakerError):
            self.failed.emit(error)
        elif error is not None:
            _log.error("a run broke", exc_info=error)
            self.jobs.broke.emit(error)
        calls, self._when_ended = self._when_ended, []
        for call in calls:
            call()

    # ------------------------------------------------------------------------------------------------------- the end
    def save_now(self, done: Callable[[], None], failed: Callable[[AdMakerError], None]) -> None:
        """Call `done` as soon as everything is on disk, or `failed` with what the disk refuses."""
        self.jobs.start(self._document.flush, lambda _: done(), failed)

    def close(self, done: Callable[[AdMakerError | None], None], *, take_up_again: bool = False) -> None:
        """Stop the run, write what is left, give the file free; then `done` with what the disk refused, if anything.

        `take_up_again`: the stopped run goes on at the next opening.
        """
        from admaker_desktop.services.opening import remember_run

        view = self.run_view
        target = view.target if view else None
        was_running = self.is_running
        self._is_leaving = True
        self._owner.deafen()

        def end() -> None:
            self._is_closed = True
            self._plan_soon.stop()
            self._outlook.drop()
            if was_running and take_up_again:
                remember_run(self.project, target, is_running=True)
            self.jobs.start(self._give_free, lambda _: done(None), done)

        if self.is_running:
            self._when_ended.append(end)
            self.cancel_run()
        else:
            end()

    def close_now(self) -> None:
        """The same at once, waiting for it: at the end of the process and in tests; after `close` too."""
        self._is_leaving = True
        self._owner.deafen()
        self._run.join()
        self._is_closed = True
        self._plan_soon.stop()
        self._give_free()

    def _give_free(self) -> None:
        self._owner.close()
        self._document.close()


def _types(workflow: Workflow, target: str | None) -> dict[str, str]:
    """The nodes that a run will look at, with their types; raises GraphError for a target that does not exist."""
    from admaker_desktop.graph.rules import upstream_of

    wanted = upstream_of(workflow, target) if target else None
    return {r.id: r.type for r in workflow.nodes if wanted is None or r.id in wanted}
