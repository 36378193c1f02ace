"""One open project as the window sees it: the document with its history, what its nodes have made, and its runs."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from qtpy.QtCore import QObject, QTimer, Signal

from admaker_desktop.core.errors import AdMakerError, Cancelled, GraphError
from admaker_desktop.core.history import History
from admaker_desktop.core.log import get_logger
from admaker_desktop.core.messages import NOTHING, Message, msg
from admaker_desktop.core.task import CancelToken
from admaker_desktop.graph.model import Link, NodeRecord, Workflow
from admaker_desktop.services.run_watch import NodeStatus, RunEnd, RunView, RunWatch

if TYPE_CHECKING:
    from pathlib import Path

    from admaker_desktop.engine.plan import NodePlan, Plan
    from admaker_desktop.engine.registry import NodeRegistry, NodeSpec
    from admaker_desktop.engine.steps import NodeResult
    from admaker_desktop.graph.edits import WorkflowEdit
    from admaker_desktop.project.content import ContentStore
    from admaker_desktop.project.owner import Facts
    from admaker_desktop.services.opening import OpenedProject
    from admaker_desktop.services.outputs import AdOutputs
    from admaker_desktop.services.studio import Studio
    from admaker_desktop.ui.jobs import Job, Jobs

_log = get_logger("ui.session")
_TICK_MS = 100
"""How often a live run is shown anew: 10 Hz (DESIGN_SYSTEM, Motion)."""
_PLAN_AFTER_MS = 150
_ANSWER_S = 10.0
_LOOK_S = 0.1


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
    _ended = Signal(object, object)
    _saving = Signal(object)
    _asked = Signal(object)

    def __init__(self, studio: Studio, opened: OpenedProject, jobs: Jobs) -> None:
        from admaker_desktop.services.autosave import AutoSave  # the studio is loaded by now: this costs nothing more
        from admaker_desktop.services.projects import USER

        super().__init__()
        self.studio = studio
        self.jobs = jobs
        self.project = opened.file
        self.path: Path = opened.file.path
        self.workflow = opened.workflow
        self.selected = ""
        self.plan: Plan | None = None
        self.plan_problem = NOTHING
        self._specs = {spec.type: spec for spec in studio.tools.registry}
        self._results = dict(opened.results)
        self._plans: dict[str, NodePlan] = {}
        self._history: History[Workflow] = History()
        self._save = AutoSave(opened.file, USER, lambda: self._saving.emit(None), self._saving.emit)
        self._watch: RunWatch | None = None
        self._run_of: Workflow | None = None
        self._last: dict[str, NodeStatus] = {}
        self._token = CancelToken()
        self._thread: threading.Thread | None = None
        self._news_lock = threading.Lock()
        self._dirty: set[str] = set()
        self._made: dict[str, NodeResult] = {}
        self._plan_job: Job | None = None
        self._when_ended: list[Callable[[], None]] = []
        self._is_leaving = self._is_closed = False
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._show_news)
        self._plan_soon = QTimer(self)
        self._plan_soon.setSingleShot(True)
        self._plan_soon.setInterval(_PLAN_AFTER_MS)
        self._plan_soon.timeout.connect(self._make_plan)
        self._ended.connect(self._end_run)
        self._saving.connect(self._tell_saving)
        self._asked.connect(self._answer_request)
        self._owner = opened.file.answer_others(self._ask_window)
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
    def is_saved(self) -> bool:
        """Whether everything is on disk."""
        return self._save.is_saved

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
        live = self._watch.status(node_id) if self._watch else None
        if live is not None:
            return live
        if self.spec(node_id) is None:
            return NodeStatus("unknown_type")
        plan = self._plans.get(node_id)
        last = self._last.get(node_id)
        if plan is not None and plan.state == "done":
            return last if last and last.state == "done" else NodeStatus("done", plan.steps, plan.steps, plan.cached)
        if plan is not None and plan.state == "refused":
            return NodeStatus("refused", message=plan.message)
        if last is not None and last.state in {"failed", "skipped"}:
            return last
        return NodeStatus("stale" if node_id in self._results else "idle")

    def select(self, node_id: str) -> None:
        """Select a node for the inspector and the player; empty = none."""
        if node_id != self.selected:
            self.selected = node_id
            self.selection_changed.emit(node_id)

    # ------------------------------------------------------------------------------------------------------- editing
    @property
    def undo_label(self) -> Message | None:
        return self._history.undo_label

    @property
    def redo_label(self) -> Message | None:
        return self._history.redo_label

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
        try:
            after, inverse = edit.apply(self.workflow)
        except AdMakerError as error:
            self.failed.emit(error)
            return
        self._history.note(inverse, label, merge=merge, now_s=time.monotonic())
        self._take(after, edit, inverse)

    def undo(self) -> None:
        """Take the newest step back."""
        self._travel(self._history.undo)

    def redo(self) -> None:
        """Do the step that was taken back last again."""
        self._travel(self._history.redo)

    def _ask_window(self, request: Facts) -> Facts:
        """On the socket's thread: have the window carry out what the command line asks for."""
        asked = _Request(request)
        self._asked.emit(asked)
        until = time.monotonic() + _ANSWER_S
        while not asked.done.wait(_LOOK_S):
            if self._is_leaving or time.monotonic() > until:
                raise EOFError  # the caller is told that nobody answers
        return asked.answer

    def _answer_request(self, asked: _Request) -> None:
        from admaker_desktop.services.owner import answer_of, refusal_of, requested_edit

        if self._is_leaving:
            return  # it would not be kept any more; the caller is told that nobody answers
        try:
            edit = requested_edit(self.workflow, asked.request)
        except AdMakerError as error:
            asked.answer = refusal_of(error)
        else:
            label = msg("Set {setting} of {node} (command line)", setting=edit.field, node=edit.node_id)
            self.apply(edit, label)
            asked.answer = answer_of(edit)
        asked.done.set()

    def _travel(self, move: Callable[[Workflow], tuple[Workflow, tuple[WorkflowEdit, ...]]]) -> None:
        from admaker_desktop.graph.edits import Batch

        try:
            after, edits = move(self.workflow)
        except AdMakerError as error:
            self.failed.emit(error)
            return
        if edits:
            batch = Batch(edits)
            self._take(after, batch, batch.apply(self.workflow)[1])

    def _take(self, after: Workflow, edit: object, inverse: object) -> None:
        from admaker_desktop.services.projects import logged

        before, self.workflow = self.workflow, after
        self._save.keep(after, logged(edit, inverse))
        were, are = ({record.id for record in workflow.nodes} for workflow in (before, after))
        other = frozenset(self._results) & (were ^ are)  # gone with their nodes, or back with them
        if self.selected and self.record(self.selected) is None:
            self.select("")
        self.workflow_changed.emit(before, after)
        self.history_changed.emit()
        self.saved_changed.emit()
        if other:
            self.results_changed.emit(other)
        self._plan_soon.start()

    # --------------------------------------------------------------------------------------------------- the outlook
    def _make_plan(self) -> None:
        from admaker_desktop.engine.plan import plan

        if self._plan_job:
            self._plan_job.drop()
        workflow, known = self.workflow, dict(self._results)

        def work() -> tuple[Plan, frozenset[str]]:
            made = plan(workflow, self.studio.tools)
            return made, frozenset(n for n, result in made.results.items() if known.get(n) != result)

        self._plan_job = self.jobs.start(work, lambda answer: self._take_plan(*answer), self._take_no_plan)

    def _take_plan(self, plan: Plan, changed: frozenset[str]) -> None:
        self.plan, self.plan_problem = plan, NOTHING
        before = {node: self.status(node) for node in self._plans}
        self._plans = {node.node_id: node for node in plan.nodes}
        self._results.update({node: plan.results[node] for node in changed})
        if changed:
            self.results_changed.emit(changed)
        for node in self._plans:
            if self.status(node) != before.get(node):
                self.status_changed.emit(node)
        self.plan_changed.emit()

    def _take_no_plan(self, error: AdMakerError) -> None:
        self.plan, self.plan_problem = None, error.message
        nodes, self._plans = tuple(self._plans), {}
        for node in nodes:
            self.status_changed.emit(node)
        self.plan_changed.emit()

    # ---------------------------------------------------------------------------------------------------------- runs
    @property
    def is_running(self) -> bool:
        return self._thread is not None

    @property
    def run_view(self) -> RunView | None:
        """The live run; None when there is none."""
        return self._watch.view() if self._watch else None

    def start_run(self, target: str | None = None) -> None:
        """Run the project as it is now, or what one node needs; what cannot run at all -> `failed`."""
        if self.is_running or self._is_leaving:
            return
        try:
            types = self._wanted(target)
        except AdMakerError as error:
            self.failed.emit(error)
            return
        items = {node: plan.steps for node, plan in self._plans.items() if plan.steps}
        items |= {node: len(r.outputs) for node, r in self._results.items() if node not in items}
        self._token = CancelToken()
        self._run_of = self.workflow
        sizes = self.studio.lanes.sizes
        self._watch = RunWatch(types, items, sizes, self._note_node, self._note_result, target)
        self._thread = threading.Thread(target=self._run, args=(target, self._watch, self._token), name="run")
        self._thread.start()
        self._tick.start()
        for node in types:
            self.status_changed.emit(node)
        self.run_changed.emit()

    def cancel_run(self) -> None:
        """Stop the live run; what is finished is kept."""
        self._token.cancel()
        self.run_changed.emit()

    @property
    def is_stopping(self) -> bool:
        """A stop was asked for and the last steps are ending."""
        return self.is_running and self._token.is_cancelled

    def _wanted(self, target: str | None) -> dict[str, str]:
        from admaker_desktop.graph.rules import upstream_of

        wanted = upstream_of(self.workflow, target) if target else None
        return {r.id: r.type for r in self.workflow.nodes if wanted is None or r.id in wanted}

    def _run(self, target: str | None, watch: RunWatch, token: CancelToken) -> None:
        """On the run's own thread."""
        from admaker_desktop.services.opening import remember_run
        from admaker_desktop.services.runs import run_project

        start = time.monotonic()
        error: Exception | None = None
        end = RunEnd("", "cancelled", target, 0.0)
        try:
            self._save.flush()
            remember_run(self.project, target, is_running=True)
            report = run_project(self.studio, self.project, sink=watch, token=token, target=target)
            failed = {step.split("[", maxsplit=1)[0]: message for step, message in report.failed.items()}
            end = RunEnd(report.run, report.state, target, 0.0, report.ran, report.cached, failed)
        except Cancelled:
            pass
        except Exception as failure:  # noqa: BLE001 - the window must live on whatever a node does; told on its thread
            error = failure
            end = RunEnd("", "failed", target, 0.0)
        finally:
            if not self._is_closed:
                remember_run(self.project, None, is_running=False)
        seconds = time.monotonic() - start
        self._ended.emit(RunEnd(end.run, end.state, target, seconds, end.ran, end.cached, end.failed), error)

    def _end_run(self, end: RunEnd, error: Exception | None) -> None:
        if self._is_closed:
            return
        if self._thread:
            self._thread.join()
        self._tick.stop()
        self._show_news()
        watch, self._watch, self._thread = self._watch, None, None
        if watch is not None:
            self._last |= {n.id: s for n in self.workflow.nodes if (s := _final(watch.status(n.id)))}
            if self._run_of is self.workflow:  # nothing was edited meanwhile: what is done is current
                self._trust_run()
        if not self._is_leaving:
            self._make_plan()
        for record in self.workflow.nodes:
            self.status_changed.emit(record.id)
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

    def _trust_run(self) -> None:
        from admaker_desktop.engine.plan import NodePlan

        for node, status in self._last.items():
            if status.state == "done":
                self._plans[node] = NodePlan(node, "done", status.items, status.items_cached)

    def _note_node(self, node: str) -> None:
        with self._news_lock:
            self._dirty.add(node)

    def _note_result(self, node: str, result: NodeResult) -> None:
        with self._news_lock:
            self._made[node] = result

    def _show_news(self) -> None:
        with self._news_lock:
            dirty, self._dirty = self._dirty, set()
            made, self._made = self._made, {}
        changed = frozenset(node for node, result in made.items() if self._results.get(node) is not result)
        self._results.update(made)
        if changed:
            self.results_changed.emit(changed)
        for node in dirty:
            self.status_changed.emit(node)
        if self.is_running:
            self.run_changed.emit()

    # ------------------------------------------------------------------------------------------------------- the end
    def _tell_saving(self, error: AdMakerError | None) -> None:
        self.saved_changed.emit()
        if error is not None:
            self.failed.emit(error)

    def save_now(self, done: Callable[[], None], failed: Callable[[AdMakerError], None]) -> None:
        """Call `done` as soon as everything is on disk, or `failed` with what the disk refuses."""
        self.jobs.start(self._save.flush, lambda _: done(), failed)

    def close(self, done: Callable[[AdMakerError | None], None], *, take_up_again: bool = False) -> None:
        """Stop the run, write what is left, give the file free; then `done` with what the disk refused, if anything.

        `take_up_again`: the stopped run goes on at the next opening.
        """
        from admaker_desktop.services.opening import remember_run

        view = self.run_view
        target = view.target if view else None
        was_running = self.is_running
        self._is_leaving = True

        def end() -> None:
            self._is_closed = True
            self._plan_soon.stop()
            if self._plan_job:
                self._plan_job.drop()
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
        self._token.cancel()
        if self._thread:
            self._thread.join()
            self._thread = None
        self._is_closed = True
        self._tick.stop()
        self._plan_soon.stop()
        self._give_free()

    def _give_free(self) -> None:
        self._owner.close()
        try:
            self._save.close()
        finally:
            self.project.close()


class _Request:
    """What another process asks for, on its way through the GUI thread."""

    def __init__(self, request: Facts) -> None:
        self.request = request
        self.answer: Facts = {}
        self.done = threading.Event()


def _final(status: NodeStatus | None) -> NodeStatus | None:
    """A node's state after its run; None when the run says nothing about it."""
    if status is None or status.state in {"waiting", "running"}:
        return None
    return status
