"""Changes of a workflow as values: applying one returns the new document and the edit that takes it back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from pydantic import JsonValue

from admaker_desktop.core.errors import GraphError
from admaker_desktop.graph.model import Link, NodeRecord, Workflow

if TYPE_CHECKING:
    from admaker_desktop.core.history import Edit

    WorkflowEdit = Edit[Workflow]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SetSetting:
    """Give a setting a value; None takes it back to its default."""

    node_id: str
    field: str
    value: JsonValue

    def apply(self, workflow: Workflow) -> tuple[Workflow, SetSetting]:
        """The changed workflow and the inverse edit; raises GraphError when the node does not exist."""
        record = workflow.node(self.node_id)
        inverse = SetSetting(self.node_id, self.field, record.settings.get(self.field))
        settings = {name: value for name, value in record.settings.items() if name != self.field}
        if self.value is not None:
            settings[self.field] = self.value
        return _with_node(workflow, record.model_copy(update={"settings": settings})), inverse


@dataclass(frozen=True, slots=True)
class MoveNodes:
    """Put nodes at new places on the canvas, in pixels at 100 %."""

    places: Mapping[str, tuple[float, float]]

    def apply(self, workflow: Workflow) -> tuple[Workflow, MoveNodes]:
        """The changed workflow and the inverse edit; raises GraphError when a node does not exist."""
        before = {}
        for node_id, (x, y) in self.places.items():
            record = workflow.node(node_id)
            before[node_id] = (record.x, record.y)
            workflow = _with_node(workflow, record.model_copy(update={"x": x, "y": y}))
        return workflow, MoveNodes(before)


@dataclass(frozen=True, slots=True)
class Insert:
    """Put nodes and wires at given places of the document's order (order decides how lists are collected)."""

    nodes: tuple[tuple[int, NodeRecord], ...] = ()
    links: tuple[tuple[int, Link], ...] = ()

    def apply(self, workflow: Workflow) -> tuple[Workflow, Remove]:
        """The changed workflow and the inverse edit; raises GraphError for an id or a wire that is there already."""
        ids = {record.id for record in workflow.nodes}
        taken = next((record.id for _, record in self.nodes if record.id in ids), "")
        if taken:
            raise GraphError("There is a node '{node}' already.", node=taken, hint="Give the new one another name.")
        if any(link in workflow.links for _, link in self.links):
            raise GraphError("That wire is there already.", hint="Nothing needs to be done.")
        changed = workflow.model_copy(
            update={"nodes": _inserted(workflow.nodes, self.nodes), "links": _inserted(workflow.links, self.links)}
        )
        return changed, Remove(tuple(record.id for _, record in self.nodes), tuple(link for _, link in self.links))


@dataclass(frozen=True, slots=True)
class Remove:
    """Take nodes with all their wires, and single wires, out."""

    node_ids: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()

    def apply(self, workflow: Workflow) -> tuple[Workflow, Insert]:
        """The changed workflow and the inverse edit; raises GraphError for what does not exist."""
        for node_id in self.node_ids:
            workflow.node(node_id)
        if any(link not in workflow.links for link in self.links):
            raise GraphError("That wire does not exist any more.", hint="Nothing needs to be done.")
        gone = set(self.node_ids)
        nodes = tuple(pair for pair in enumerate(workflow.nodes) if pair[1].id in gone)
        links = tuple(
            (index, link)
            for index, link in enumerate(workflow.links)
            if link in self.links or gone & {link.from_node, link.to_node}
        )
        lost = {link for _, link in links}
        changed = workflow.model_copy(
            update={
                "nodes": tuple(record for record in workflow.nodes if record.id not in gone),
                "links": tuple(link for link in workflow.links if link not in lost),
            }
        )
        return changed, Insert(nodes, links)


@dataclass(frozen=True, slots=True)
class Batch:
    """Several edits as one."""

    edits: tuple[WorkflowEdit, ...]

    def apply(self, workflow: Workflow) -> tuple[Workflow, Batch]:
        """The changed workflow and the inverse edit; raises GraphError when one of them does not fit."""
        inverses: list[WorkflowEdit] = []
        for edit in self.edits:
            workflow, inverse = edit.apply(workflow)
            inverses.insert(0, inverse)
        return workflow, Batch(tuple(inverses))


_AT_THE_END = 1 << 30


def add_nodes(nodes: tuple[NodeRecord, ...], links: tuple[Link, ...] = ()) -> Insert:
    """Put nodes and wires behind all others."""
    return Insert(tuple((_AT_THE_END, n) for n in nodes), tuple((_AT_THE_END, link) for link in links))


def add_link(link: Link) -> Insert:
    """Draw a wire behind all others; whether it may be drawn is `services.wiring`'s business."""
    return add_nodes((), (link,))


def as_json(edit: object) -> dict[str, JsonValue]:
    """An edit as the project's history keeps it; readable, not for replay."""
    if isinstance(edit, SetSetting):
        return {"set": [edit.node_id, edit.field, edit.value]}
    if isinstance(edit, MoveNodes):
        return {"move": {node_id: list(place) for node_id, place in edit.places.items()}}
    if isinstance(edit, Insert):
        nodes = [record.model_dump(mode="json") for _, record in edit.nodes]
        return {"insert": [*nodes, *(link.model_dump(mode="json") for _, link in edit.links)]}
    if isinstance(edit, Remove):
        return {"remove": [*edit.node_ids, *(link.model_dump(mode="json") for link in edit.links)]}
    if isinstance(edit, Batch):
        return {"batch": [as_json(part) for part in edit.edits]}
    raise TypeError(f"{type(edit).__name__} is no edit of a workflow")


def _with_node(workflow: Workflow, changed: NodeRecord) -> Workflow:
    nodes = tuple(changed if record.id == changed.id else record for record in workflow.nodes)
    return workflow.model_copy(update={"nodes": nodes})


def _inserted(items: tuple[T, ...], new: tuple[tuple[int, T], ...]) -> tuple[T, ...]:
    result = list(items)
    for index, item in sorted(new, key=lambda pair: pair[0]):
        result.insert(index, item)
    return tuple(result)
