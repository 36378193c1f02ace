"""What makes a workflow runnable, whatever its nodes do: unique ids, links with two ends, no cycle."""

from __future__ import annotations

from collections import defaultdict, deque

from admaker_desktop.core.errors import GraphError
from admaker_desktop.graph.model import NodeRecord, Workflow


def topological_order(workflow: Workflow) -> tuple[NodeRecord, ...]:
    """The nodes, each after all that it depends on, ties in document order; raises GraphError for a cycle.

    Iterative: a chain of 10,000 nodes does not exhaust the stack.
    """
    by_id = _unique_nodes(workflow)
    waiting: dict[str, set[str]] = {node_id: set() for node_id in by_id}
    dependants: dict[str, set[str]] = defaultdict(set)
    for link in workflow.links:
        for end in (link.from_node, link.to_node):
            if end not in by_id:
                raise GraphError("A wire ends at '{end}', which does not exist.", end=end, hint="Remove the wire.")
        waiting[link.to_node].add(link.from_node)
        dependants[link.from_node].add(link.to_node)
    position = {node_id: index for index, node_id in enumerate(by_id)}
    ready = deque(node_id for node_id in by_id if not waiting[node_id])
    order = []
    while ready:
        node_id = ready.popleft()
        order.append(by_id[node_id])
        for dependant in sorted(dependants[node_id], key=position.__getitem__):
            waiting[dependant].discard(node_id)
            if not waiting[dependant]:
                ready.append(dependant)
    if len(order) < len(by_id):
        stuck = ", ".join(node_id for node_id in by_id if waiting[node_id])
        raise GraphError("The wires run in a circle through: {stuck}.", stuck=stuck, hint="Remove one of those wires.")
    return tuple(order)


def upstream_of(workflow: Workflow, node_id: str) -> frozenset[str]:
    """The node and everything that it depends on."""
    workflow.node(node_id)
    sources: dict[str, set[str]] = defaultdict(set)
    for link in workflow.links:
        sources[link.to_node].add(link.from_node)
    found: set[str] = set()
    to_visit = [node_id]
    while to_visit:
        current = to_visit.pop()
        if current not in found:
            found.add(current)
            to_visit.extend(sources[current])
    return frozenset(found)


def _unique_nodes(workflow: Workflow) -> dict[str, NodeRecord]:
    by_id: dict[str, NodeRecord] = {}
    for record in workflow.nodes:
        if record.id in by_id:
            raise GraphError("Two nodes have the id '{node}'.", node=record.id, hint="Rename one of them.")
        by_id[record.id] = record
    return by_id
