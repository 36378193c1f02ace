"""How the inspector calls nodes, and what has reached them: small questions to the session's frozen values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from admaker_desktop.ui.i18n import tr, tr_text

if TYPE_CHECKING:
    from admaker_desktop.graph.model import Link, NodeRecord, Workflow
    from admaker_desktop.ui.session import Session


def find_node(workflow: Workflow, node_id: str) -> NodeRecord | None:
    """The node with that id, None when it is gone."""
    return next((record for record in workflow.nodes if record.id == node_id), None)


def title_of(session: Session, node_id: str) -> str:
    """A node's title; the type's id when this version does not know it."""
    spec = session.spec(node_id)
    record = find_node(session.workflow, node_id)
    return tr_text(spec.title) if spec else record.type if record else node_id


def name_of(session: Session, node_id: str) -> str:
    """A node's title, with its own name where the flow has several of its type: "Copy · Headline"."""
    record = find_node(session.workflow, node_id)
    title = title_of(session, node_id)
    if record is None or sum(other.type == record.type for other in session.workflow.nodes) < 2:
        return title
    name = own_name(node_id, record.type)
    return tr("{title} · {name}", title=title, name=name) if name.casefold() != title.casefold() else title


def own_name(node_id: str, node_type: str) -> str:
    """A node's id as words, without the word that its title says already: of a voice, `voice_offer` is "Offer"."""
    from admaker_desktop.services.settings_forms import port_label  # with the registry: not before the first paint

    kind = node_type.rsplit(".", maxsplit=1)[-1]
    rest = node_id.removeprefix(f"{kind}_").removesuffix(f"_{kind}")
    return tr_text(port_label(node_id if rest.isdigit() else rest))


def downstream_of(workflow: Workflow, node_id: str) -> frozenset[str]:
    """Everything that depends on a node, without the node."""
    targets: dict[str, set[str]] = {}
    for link in workflow.links:
        targets.setdefault(link.from_node, set()).add(link.to_node)
    found: set[str] = set()
    to_visit = list(targets.get(node_id, ()))
    while to_visit:
        current = to_visit.pop()
        if current not in found:
            found.add(current)
            to_visit.extend(targets.get(current, ()))
    return frozenset(found - {node_id})


def values_at(session: Session, link: Link) -> tuple[Any, ...]:
    """What the wire carries now; empty when its source has made nothing yet."""
    result = session.result(link.from_node)
    if result is None or not result.outputs or link.from_port not in result.spec.outputs:
        return ()
    return result.values(link.from_port)[0]


def inputs_of(session: Session, node_id: str) -> dict[str, Any]:
    """The first value at each wired input by port name, and the node's own current outputs under the empty name."""
    found: dict[str, Any] = {}
    for link in session.workflow.links_into(node_id):
        values = values_at(session, link)
        if values:
            found.setdefault(link.to_port, values[0])
    result = session.result(node_id)
    if result is not None and result.outputs and session.status(node_id).state == "done":
        found[""] = result.outputs[0]
    return found
