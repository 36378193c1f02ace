"""The runner: takes a workflow, runs what is not kept yet on its lanes, and keeps every result before using it."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from admaker_desktop.core.errors import AdMakerError, Cancelled
from admaker_desktop.core.log import get_logger
from admaker_desktop.core.messages import Message, msg
from admaker_desktop.core.store import MediaStore
from admaker_desktop.core.task import CancelToken, Task
from admaker_desktop.engine.context import Providers, RunContext
from admaker_desktop.engine.events import (
    Event,
    EventSink,
    NodeReady,
    StepCached,
    StepFailed,
    StepFinished,
    StepProgress,
    StepStarted,
)
from admaker_desktop.engine.journal import Journal, RunState, StepNote
from admaker_desktop.engine.lane import Lane
from admaker_desktop.engine.lanes import ThreadLanes
from admaker_desktop.engine.node import NodeOutputs
from admaker_desktop.engine.registry import NodeRegistry, NodeSpec
from admaker_desktop.engine.steps import NodeResult, Step, check_links, expand
from admaker_desktop.graph.model import NodeRecord, Workflow
from admaker_desktop.graph.rules import topological_order, upstream_of

_log = get_logger("engine")
_POLL_S = 0.2
"""How often the coordinator wakes to see Ctrl-C on systems where a wait on a queue cannot be interrupted."""


@dataclass(frozen=True, slots=True)
class StepSpan:
    """When a step ran, in seconds since the run's start."""

    node: str
    type: str
    start_s: float
    end_s: float


@dataclass(slots=True)
class RunReport:
    """What came of a run."""

    run: str
    state: RunState = "running"
    ran: int = 0
    cached: int = 0
    failed: dict[str, Message] = field(default_factory=dict)
    """Step id to what happened and what to do."""
    skipped: list[str] = field(default_factory=list)
    """Nodes that were not run because something before them failed."""
    results: dict[str, NodeResult] = field(default_factory=dict)
    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The cache keys behind each node's results."""
    spans: list[StepSpan] = field(default_factory=list)


def do_here(step: Step, lane: Lane, context: RunContext) -> NodeOutputs:
    """A step's work in this process."""
    del lane
    return step.node.run(context)


@dataclass(frozen=True, slots=True)
class Tools:
    """What every run on this machine shares."""

    registry: NodeRegistry
    providers: Providers
    assets: MediaStore
    journal: Journal
    lanes: ThreadLanes
    is_kept: Callable[[NodeOutputs], bool]
    """Whether every media file that a kept result refers to is still in the store."""
    do: Callable[[Step, Lane, RunContext], NodeOutputs] = do_here
    """Does a step's work, on the lane's thread: here, or by having another process do it."""


@dataclass(frozen=True, slots=True)
class _Done:
    step: Step
    outputs: NodeOutputs | None
    error: BaseException | None
    span: StepSpan


class Run:
    """One run of a workflow. Built and driven by one thread; steps run on the lanes."""

    def __init__(self, run_id: str, workflow: Workflow, tools: Tools, sink: EventSink, token: CancelToken) -> None:
        self._workflow = workflow
        self._tools = tools
        self._sink = sink
        self._token = token
        self._done: queue.SimpleQueue[_Done] = queue.SimpleQueue()
        self._open: dict[str, dict[int, NodeOutputs | None]] = {}
        self._steps: dict[str, tuple[tuple[Step, ...], bool]] = {}
        self._in_flight = 0
        self._clock = time.monotonic()
        self.report = RunReport(run_id)

    def execute(self, project: str, target: str | None = None) -> RunReport:
        """Run everything, or what one node needs; raises GraphError before anything starts, StorageError when the
        journal cannot be written, Cancelled after a stop (finished steps are kept).
        """
        waiting = self._plan(target)
        self._tools.journal.start_run(self.report.run, project, target)
        try:
            self._drive(waiting)
        except (Cancelled, KeyboardInterrupt):
            self._abandon("cancelled")
            raise Cancelled from None
        except BaseException:
            self._abandon("failed")
            raise
        self.report.state = "failed" if self.report.failed else "done"
        self._tools.journal.end_run(self.report.run, self.report.state)
        return self.report

    def _plan(self, target: str | None) -> list[NodeRecord]:
        order = topological_order(self._workflow)
        if target is not None:
            wanted = upstream_of(self._workflow, target)
            order = tuple(record for record in order if record.id in wanted)
        specs = {record.id: self._tools.registry.get(record.type) for record in order}
        for record in order:
            check_links(record, specs[record.id], self._workflow.links_into(record.id), specs)
        return list(order)

    def _drive(self, waiting: list[NodeRecord]) -> None:
        while waiting or self._in_flight:
            self._token.raise_if_cancelled()
            started = [record for record in waiting if self._begin_if_ready(record)]
            waiting = [record for record in waiting if record not in started]
            if started:
                continue
            if self._in_flight:
                self._take_one_done()
        self._token.raise_if_cancelled()

    def _begin_if_ready(self, record: NodeRecord) -> bool:
        """Start a node whose sources are done, or skip it when one of them has failed; False = not yet."""
        links = self._workflow.links_into(record.id)
        sources = {link.from_node for link in links}
        lost = sources & (set(self.report.skipped) | {step.split("[")[0] for step in self.report.failed})
        if lost:
            self._skip(record, lost)
            return True
        if not sources <= self.report.results.keys():
            return False
        spec = self._tools.registry.get(record.type)
        try:
            steps, is_fanned = expand(record, spec, links, self.report.results, self._tools.providers)
        except AdMakerError as error:
            self._fail_node(record, spec, error)
            return True
        self._steps[record.id] = (steps, is_fanned)
        self._open[record.id] = dict.fromkeys(range(len(steps)))
        kept = self._find_kept(steps, spec)
        self._tools.journal.note_cached([self._note(step) for step in steps if step.key in kept])
        for step in steps:
            if step.key in kept:
                self.report.cached += 1
                self._post(StepCached, step)
                self._open[record.id][step.item] = kept[step.key]
            else:
                self._submit(step)
        self._close_if_complete(record.id)
        return True

    def _find_kept(self, steps: tuple[Step, ...], spec: NodeSpec) -> dict[str, NodeOutputs]:
        found = self._tools.journal.find_outputs([step.key for step in steps])
        kept = {}
        for key, text in found.items():
            outputs = spec.cls.Outputs.model_validate_json(text)
            if self._tools.is_kept(outputs):
                kept[key] = outputs
        return kept

    def _submit(self, step: Step) -> None:
        self._in_flight += 1
        self._tools.lanes.submit(self._lane(step), lambda: self._done.put(self._work(step)))

    def _lane(self, step: Step) -> Lane:
        """Where the service that does the work wants it done, else where the node says."""
        vendor = getattr(step.node, "provider", None)
        if step.spec.uses is None or vendor is None:
            return step.spec.lane
        return self._tools.providers.lane(vendor, step.spec.uses) or step.spec.lane

    def _work(self, step: Step) -> _Done:
        """On a lane's thread: run the step and keep its result. Never raises."""
        start = time.monotonic()
        outputs: NodeOutputs | None = None
        failure: BaseException | None = None
        try:
            self._token.raise_if_cancelled()
            self._tools.journal.start_step(self._note(step))
            self._post(StepStarted, step, lane=self._lane(step))
            outputs = self._tools.do(step, self._lane(step), self._context(step))
            self._tools.journal.finish_step(self._note(step), outputs.model_dump_json())
        except BaseException as error:  # noqa: BLE001 - a worker's failure is handed to the run, whatever it is
            failure = error
        end = time.monotonic()
        span = StepSpan(step.node_id, step.spec.type, start - self._clock, end - self._clock)
        return _Done(step, outputs, failure, span)

    def _context(self, step: Step) -> RunContext:
        def report(fraction: float | None, message: Message) -> None:
            self._post(StepProgress, step, fraction=fraction, message=message)

        log = get_logger(f"nodes.{step.spec.type}")
        return RunContext(Task(self._token, report), self._tools.providers, self._tools.assets, log, step.take)

    def _take_one_done(self) -> None:
        try:
            done = self._done.get(timeout=_POLL_S)
        except queue.Empty:
            return
        self._in_flight -= 1
        self._settle(done)

    def _settle(self, done: _Done) -> None:
        step = done.step
        self.report.spans.append(done.span)
        if isinstance(done.error, AdMakerError):
            self._fail(step, done.error)
        elif isinstance(done.error, Cancelled):
            self._tools.journal.fail_step(self._note(step), "cancelled")
            raise Cancelled
        elif isinstance(done.error, Exception):
            self._fail(step, _bug(step, done.error))
        elif done.error is not None:
            raise done.error
        else:
            self.report.ran += 1
            self._post(StepFinished, step, seconds=done.span.end_s - done.span.start_s)
            self._open[step.node_id][step.item] = done.outputs
            self._close_if_complete(step.node_id)

    def _close_if_complete(self, node_id: str) -> None:
        outputs = tuple(self._open[node_id].values())
        made = tuple(value for value in outputs if value is not None)
        if len(made) == len(outputs):
            steps, is_fanned = self._steps[node_id]
            spec = self._tools.registry.get(self._workflow.node(node_id).type)
            result = NodeResult(spec, made, is_fanned)
            self.report.results[node_id] = result
            self.report.keys[node_id] = tuple(step.key for step in steps)
            self._sink.post(NodeReady(self.report.run, node_id, result))

    def _fail(self, step: Step, error: AdMakerError) -> None:
        _log.info("step %s failed: %s", step.id, error.sentence())
        self.report.failed[step.id] = error.whole
        self._tools.journal.fail_step(self._note(step), "failed", error.message, error.hint)
        self._post(StepFailed, step, message=error.message, hint=error.hint)

    def _fail_node(self, record: NodeRecord, spec: NodeSpec, error: AdMakerError) -> None:
        self.report.failed[record.id] = error.whole
        note = StepNote(self.report.run, record.id, record.id, spec.type, spec.lane)
        self._tools.journal.fail_step(note, "failed", error.message, error.hint)
        self._sink.post(StepFailed(self.report.run, record.id, 0, 1, spec.type, error.message, error.hint))

    def _skip(self, record: NodeRecord, lost: set[str]) -> None:
        self.report.skipped.append(record.id)
        reason = msg("Not run: it needs {nodes}, which gave nothing.", nodes=", ".join(sorted(lost)))
        self._tools.journal.log(self.report.run, "warning", record.id, reason)

    def _note(self, step: Step) -> StepNote:
        spec = step.spec
        return StepNote(
            self.report.run, step.id, step.node_id, spec.type, self._lane(step), step.key, step.item, step.items
        )

    def _abandon(self, state: RunState) -> None:
        """Stop what runs, wait for it, and keep what it has finished meanwhile."""
        self._token.cancel()
        while self._in_flight:
            self._done.get()
            self._in_flight -= 1
        self.report.state = state
        self._tools.journal.end_run(self.report.run, state)

    def _post(self, kind: Callable[..., Event], step: Step, **facts: object) -> None:
        self._sink.post(kind(self.report.run, step.node_id, step.item, step.items, step.spec.type, **facts))


def mistake(step: Step, reason: str) -> AdMakerError:
    """A bug in a node's own code as a failure of that node alone; the trace belongs into the log."""
    return AdMakerError(
        "{node} made a mistake: {reason}.",
        node=Message(step.spec.title),
        reason=reason,
        hint="Run it again. When it breaks again, report it with the log.",
    )


def _bug(step: Step, error: Exception) -> AdMakerError:
    """A node's mistake as a failure of that node alone; where it happened goes to the log."""
    _log.error("step %s broke", step.id, exc_info=error)
    return mistake(step, f"{type(error).__name__}: {error}")
