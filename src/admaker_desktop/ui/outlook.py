"""What a run would do now, kept up to date in the background, and what is told of the nodes meanwhile."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from qtpy.QtCore import QObject, Signal

from admaker_desktop.core.errors import AdMakerError
from admaker_desktop.core.messages import NOTHING, Message
from admaker_desktop.graph.model import Workflow
from admaker_desktop.services.run_watch import NodeStatus, RunWatch

if TYPE_CHECKING:
    from admaker_desktop.engine.plan import NodePlan, Plan
    from admaker_desktop.engine.runner import Tools
    from admaker_desktop.engine.steps import NodeResult
    from admaker_desktop.ui.jobs import Job, Jobs


class Outlook(QObject):
    """The plan of a project, and how the last run left its nodes. GUI thread."""

    changed = Signal(object)
    """The plan is new, or there is none any more: dict of the results that it has found and that were not known."""

    def __init__(self, tools: Tools, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._jobs = jobs
        self._job: Job | None = None
        self._plans: dict[str, NodePlan] = {}
        self._last: dict[str, NodeStatus] = {}
        self.plan: Plan | None = None
        self.problem: Message = NOTHING
        """Why there is no plan."""

    @property
    def nodes(self) -> tuple[str, ...]:
        """The nodes that the plan knows."""
        return tuple(self._plans)

    def make(self, workflow: Workflow, known: dict[str, NodeResult]) -> None:
        """Plan anew, in the background; a plan that is on its way is dropped."""
        from admaker_desktop.engine.plan import plan  # loaded by now, with the studio

        self.drop()

        def work() -> tuple[Plan, dict[str, NodeResult]]:
            made = plan(workflow, self._tools)
            return made, {node: result for node, result in made.results.items() if known.get(node) != result}

        self._job = self._jobs.start(work, lambda answer: self._take(*answer), self._take_none)

    def drop(self) -> None:
        """Forget the plan that is on its way."""
        if self._job is not None:
            self._job.drop()

    def steps(self) -> dict[str, int]:
        """How many steps each node has, as far as the plan knows."""
        return {node: plan.steps for node, plan in self._plans.items() if plan.steps}

    def status(self, node: str, *, has_result: bool) -> NodeStatus:
        """What to show of a node while no run is on."""
        plan, last = self._plans.get(node), self._last.get(node)
        if plan is not None and plan.state == "done":
            return last if last and last.state == "done" else NodeStatus("done", plan.steps, plan.steps, plan.cached)
        if plan is not None and plan.state == "refused":
            return NodeStatus("refused", message=plan.message)
        if last is not None and last.state in {"failed", "skipped"}:
            return last
        return NodeStatus("stale" if has_result else "idle")

    def remember(self, run: RunWatch, nodes: Iterable[str], *, is_current: bool) -> None:
        """Take over how a run has left the nodes; `is_current`: nothing was edited meanwhile, what is done counts."""
        from admaker_desktop.engine.plan import NodePlan

        for node in nodes:
            status = run.status(node)
            if status is None or status.state in {"waiting", "running"}:
                continue  # the run says nothing about it
            self._last[node] = status
            if is_current and status.state == "done":
                self._plans[node] = NodePlan(node, "done", status.items, status.items_cached)

    def _take(self, plan: Plan, found: dict[str, NodeResult]) -> None:
        self.plan, self.problem = plan, NOTHING
        self._plans = {node.node_id: node for node in plan.nodes}
        self.changed.emit(found)

    def _take_none(self, error: AdMakerError) -> None:
        self.plan, self.problem, self._plans = None, error.message, {}
        self.changed.emit({})
