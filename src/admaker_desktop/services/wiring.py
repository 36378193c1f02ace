"""Which wires may be drawn, with the reason when one may not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from admaker_desktop.core.messages import Message, msg
from admaker_desktop.engine.registry import NodeRegistry, NodeSpec, accepts, type_name
from admaker_desktop.graph.edits import Batch, Remove, add_link
from admaker_desktop.graph.model import Link, Workflow
from admaker_desktop.graph.rules import upstream_of
from admaker_desktop.services.settings_forms import port_label

if TYPE_CHECKING:
    from admaker_desktop.graph.edits import WorkflowEdit

_FLOWS = {
    "AdFile": msg("a finished ad file"),
    "BrandKit": msg("a brand kit"),
    "Brief": msg("a brief"),
    "Concepts": msg("concepts"),
    "Format": msg("a format"),
    "FrameSize": msg("a frame size"),
    "ImageRef": msg("a picture"),
    "MusicPlan": msg("a plan for the music"),
    "MusicTake": msg("music"),
    "Scene": msg("a scene"),
    "Script": msg("a script"),
    "ScriptLine": msg("a line of the script"),
    "Sequence": msg("an edited ad"),
    "Shot": msg("a shot"),
    "Storyboard": msg("a storyboard"),
    "Verdict": msg("a verdict"),
    "VoiceTake": msg("a voice recording"),
    "text": msg("a text"),
}


def refusal(workflow: Workflow, registry: NodeRegistry, link: Link) -> Message | None:
    """Why a wire may not be drawn; None when it may. A wire that is in its place gives way to the new one."""
    if link.from_node == link.to_node:
        return msg("A node cannot feed itself.")
    if link in workflow.links:
        return msg("This wire is there already.")
    specs = {spec.type: spec for spec in registry}
    types = {record.id: record.type for record in workflow.nodes}
    source, target = specs.get(types.get(link.from_node, "")), specs.get(types.get(link.to_node, ""))
    if source is None or target is None:
        return msg("A node that this version does not know keeps its wires, but takes no new ones.")
    return _type_refusal(source, target, link) or _circle_refusal(workflow, link, target)


def connecting(workflow: Workflow, registry: NodeRegistry, link: Link) -> WorkflowEdit:
    """The edit that draws a wire; an input that takes one value loses the wire that it has."""
    port = registry.get(workflow.node(link.to_node).type).ports[link.to_port]
    old = tuple(wire for wire in workflow.links_into(link.to_node) if wire.to_port == link.to_port)
    return add_link(link) if port.is_list or not old else Batch((Remove(links=old), add_link(link)))


def flow_name(item: Any) -> Message:
    """What flows through a port in the words of a creative, with its article: "a brand kit"."""
    name = type_name(item)
    return _FLOWS.get(name) or Message(name)


def _type_refusal(source: NodeSpec, target: NodeSpec, link: Link) -> Message | None:
    given, wanted = source.outputs.get(link.from_port), target.ports.get(link.to_port)
    if given is None or wanted is None:
        return msg("There is no such port.")
    if accepts(wanted.item, given.item):
        return None
    return msg(
        "{port} of {node} takes {wanted}, not {given}.",
        port=Message(port_label(wanted.name)),
        node=Message(target.title),
        wanted=flow_name(wanted.item),
        given=flow_name(given.item),
    )


def _circle_refusal(workflow: Workflow, link: Link, target: NodeSpec) -> Message | None:
    if link.to_node not in upstream_of(workflow, link.from_node):
        return None
    return msg("{node} would wait for its own result: the wires would run in a circle.", node=Message(target.title))
