"""What the user does on the canvas as edits of the workflow, each one undo step with a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from admaker_desktop.core.messages import Message, msg, term
from admaker_desktop.graph.edits import Batch, MoveNodes, Remove, add_nodes
from admaker_desktop.graph.model import Link, NodeRecord, Workflow

if TYPE_CHECKING:
    from admaker_desktop.engine.registry import NodeSpec
    from admaker_desktop.graph.edits import WorkflowEdit
    from admaker_desktop.ui.session import Session

_MOST_LETTERS = 34
_COPY_SHIFT_PX = 28.0


def new_id(node_type: str, taken: Iterable[str]) -> str:
    """An id for a new node: the type's own name, with a number when that is taken."""
    slug = re.sub(r"[^a-z0-9_]", "_", node_type.rsplit(".", maxsplit=1)[-1].lower())[:_MOST_LETTERS]
    slug = slug if slug[:1].isalpha() else f"node_{slug}"[:_MOST_LETTERS]
    used = set(taken)
    if slug not in used:
        return slug
    number = 2
    while f"{slug}_{number}" in used:
        number += 1
    return f"{slug}_{number}"


def move(session: Session, places: Mapping[str, tuple[float, float]], label: Message | None = None) -> None:
    """Put nodes elsewhere."""
    if len(places) == 1:
        name = msg("Move {node}", node=title(session, next(iter(places))))
    else:
        name = msg("Move {count} nodes", count=len(places))
    session.apply(MoveNodes(dict(places)), label or name)


def rewire(session: Session, removed: Iterable[Link], added: Iterable[Link]) -> None:
    """Pull wires off and draw others, as one step."""
    from admaker_desktop.services.wiring import connecting  # reads the register of nodes: not at start-up

    gone, new = tuple(removed), tuple(added)
    edits: list[WorkflowEdit] = [Remove(links=gone)] if gone else []
    workflow: Workflow = edits[0].apply(session.workflow)[0] if gone else session.workflow
    for link in new:
        edit = connecting(workflow, session.registry, link)
        workflow = edit.apply(workflow)[0]
        edits.append(edit)
    if edits:
        name = msg("Connect {node}", node=title(session, new[0].to_node)) if new else _cut_label(session, gone)
        session.apply(edits[0] if len(edits) == 1 else Batch(tuple(edits)), name)


def remove(session: Session, node_ids: tuple[str, ...], links: tuple[Link, ...] = ()) -> Message:
    """Take nodes, or wires, out; what the window says about it, for a toast with Undo."""
    gone = set(node_ids)
    loose = tuple(link for link in links if not gone & {link.from_node, link.to_node})
    if not node_ids:
        label = _cut_label(session, loose)
    elif len(node_ids) == 1:
        label = msg("Remove {node}", node=title(session, node_ids[0]))
    else:
        label = msg("Remove {count} nodes", count=len(node_ids))
    told = (
        msg("{node} removed", node=title(session, node_ids[0]))
        if len(node_ids) == 1
        else msg("{count} nodes removed", count=len(node_ids))
        if node_ids
        else msg("Wire removed")
    )
    session.apply(Remove(node_ids, loose), label)
    return told


def add(session: Session, spec: NodeSpec, place: tuple[float, float], wired_to: tuple[str, str, bool] | None) -> str:
    """Put a new node at a place, wired to a port (node, port, whether that is an input) when one fits; its id."""
    node_id = new_id(spec.type, (record.id for record in session.workflow.nodes))
    record = NodeRecord(id=node_id, type=spec.type, x=place[0], y=place[1])
    edits: list[WorkflowEdit] = [add_nodes((record,))]
    if wired_to is not None:
        after = edits[0].apply(session.workflow)[0]
        link = _fitting_link(session, after, spec, node_id, wired_to)
        if link is not None:
            from admaker_desktop.services.wiring import connecting  # reads the register of nodes: not at start-up

            edits.append(connecting(after, session.registry, link))
    session.apply(edits[0] if len(edits) == 1 else Batch(tuple(edits)), msg("Add {node}", node=term(spec.title)))
    return node_id


def duplicate(session: Session, node_ids: tuple[str, ...]) -> tuple[str, ...]:
    """Copy nodes with their settings, the wires between them and the wires that feed them; the new ids."""
    taken = {record.id for record in session.workflow.nodes}
    renamed: dict[str, str] = {}
    copies = []
    for record in session.workflow.nodes:
        if record.id in node_ids:
            renamed[record.id] = new_id(record.type, taken)
            taken.add(renamed[record.id])
            moved = {"id": renamed[record.id], "x": record.x + _COPY_SHIFT_PX, "y": record.y + _COPY_SHIFT_PX}
            copies.append(record.model_copy(update=moved))
    links = tuple(
        Link(
            from_node=renamed.get(link.from_node, link.from_node),
            from_port=link.from_port,
            to_node=renamed[link.to_node],
            to_port=link.to_port,
        )
        for link in session.workflow.links
        if link.to_node in renamed
    )
    if copies:
        label = (
            msg("Duplicate {node}", node=title(session, node_ids[0]))
            if len(copies) == 1
            else msg("Duplicate {count} nodes", count=len(copies))
        )
        session.apply(add_nodes(tuple(copies), links), label)
    return tuple(renamed.values())


def title(session: Session, node_id: str) -> Message:
    """A node's title as a part of a sentence."""
    spec = session.spec(node_id)
    return Message(spec.title if spec else node_id)


def _cut_label(session: Session, links: tuple[Link, ...]) -> Message:
    if len(links) == 1:
        return msg("Remove the wire to {node}", node=title(session, links[0].to_node))
    return msg("Remove {count} wires", count=len(links))


def _fitting_link(
    session: Session, workflow: Workflow, spec: NodeSpec, node_id: str, wired_to: tuple[str, str, bool]
) -> Link | None:
    from admaker_desktop.services.wiring import refusal  # reads the register of nodes: not at start-up

    other, other_port, is_input = wired_to
    for port in spec.outputs if is_input else spec.ports:
        link = (
            Link(from_node=node_id, from_port=port, to_node=other, to_port=other_port)
            if is_input
            else Link(from_node=other, from_port=other_port, to_node=node_id, to_port=port)
        )
        if refusal(workflow, session.registry, link) is None:
            return link
    return None
