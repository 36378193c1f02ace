"""The plan: what a run would do, known without doing it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from admaker_desktop.core.errors import AdMakerError
from admaker_desktop.core.messages import NOTHING, Message
from admaker_desktop.core.money import FREE, Money
from admaker_desktop.engine.runner import Tools
from admaker_desktop.engine.steps import NodeResult, check_links, expand
from admaker_desktop.graph.model import Workflow
from admaker_desktop.graph.rules import topological_order

PlanState = Literal["done", "to_run", "unknown", "refused"]


@dataclass(frozen=True, slots=True)
class NodePlan:
    """What a run would do with one node. `unknown`: it depends on what a node before it will make."""

    node_id: str
    state: PlanState
    steps: int
    """How many; 0 when unknown."""
    cached: int
    message: Message = NOTHING


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole plan with its price; every service of this version is free."""

    nodes: tuple[NodePlan, ...]
    results: dict[str, NodeResult]
    """What is kept already, by node."""
    cost: Money = FREE


def plan(workflow: Workflow, tools: Tools) -> Plan:
    """What a run would do now; raises GraphError when the workflow cannot run at all."""
    results: dict[str, NodeResult] = {}
    plans = []
    order = topological_order(workflow)
    specs = {record.id: tools.registry.get(record.type) for record in order}
    for record in order:
        links = workflow.links_into(record.id)
        check_links(record, specs[record.id], links, specs)
        if any(link.from_node not in results for link in links):
            plans.append(NodePlan(record.id, "unknown", 0, 0))
            continue
        try:
            steps, is_fanned = expand(record, specs[record.id], links, results, tools.providers)
        except AdMakerError as error:
            plans.append(NodePlan(record.id, "refused", 0, 0, error.whole))
            continue
        found = tools.journal.find_outputs([step.key for step in steps])
        outputs = [specs[record.id].cls.Outputs.model_validate_json(found[s.key]) for s in steps if s.key in found]
        kept = tuple(value for value in outputs if tools.is_kept(value))
        if len(kept) == len(steps):
            results[record.id] = NodeResult(specs[record.id], kept, is_fanned)
        state: PlanState = "done" if len(kept) == len(steps) else "to_run"
        plans.append(NodePlan(record.id, state, len(steps), len(kept)))
    return Plan(tuple(plans), results)
