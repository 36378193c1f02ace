"""Commands that list what there is: presets, nodes, providers, templates."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from admaker_desktop.cli.guard import guarded
from admaker_desktop.cli.options import AsJson
from admaker_desktop.cli.output import table, write_json
from admaker_desktop.delivery.presets import Preset, kind_without_maker, search
from admaker_desktop.engine.registry import NodeSpec, PortSpec, type_name
from admaker_desktop.engine.values import jsonable
from admaker_desktop.services.catalogue import describe_vendors
from admaker_desktop.services.node_types import node_types
from admaker_desktop.services.template import TEMPLATES


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    app.command()(presets)
    app.command()(nodes)
    app.command()(providers)
    app.command()(templates)


@guarded
def presets(
    search_for: Annotated[str, typer.Option("--search", help="Words to look for.")] = "", as_json: AsJson = False
) -> None:
    """List the placements with size, length and source."""
    found = search(search_for)
    if as_json:
        write_json({"presets": [_preset_json(preset) for preset in found]})
        return
    rows = [
        (preset.id, preset.platform, preset.placement, f"{preset.width}x{preset.height}" if preset.width else "-",
         str(kind_without_maker(preset) or "yes"))
        for preset in found
    ]  # fmt: skip
    table(("preset", "platform", "placement", "size", "can be made"), rows)


@guarded
def nodes(as_json: AsJson = False) -> None:
    """List the node types with their ports and settings."""
    found = node_types()
    if as_json:
        write_json({"nodes": [_node_json(spec) for spec in found]})
        return
    table(("type", "title", "what it does"), [(spec.type, spec.title, spec.doc.splitlines()[0]) for spec in found])


@guarded
def providers(as_json: AsJson = False) -> None:
    """List the services and what each can do."""
    found = describe_vendors()
    if as_json:
        write_json({"providers": found})
        return
    rows = [(v["id"], v["title"], "draft" if v["is_draft"] else "", ", ".join(v["capabilities"])) for v in found]
    table(("provider", "title", "kind", "can do"), rows)


@guarded
def templates(as_json: AsJson = False) -> None:
    """List the graphs that a project can start with."""
    if as_json:
        write_json({"templates": [{"id": name, "what": what.text()} for name, what in TEMPLATES.items()]})
        return
    table(("template", "what it makes"), [(name, what.text()) for name, what in TEMPLATES.items()])


def _preset_json(preset: Preset) -> dict[str, Any]:
    facts: dict[str, Any] = jsonable(preset)
    reason = kind_without_maker(preset)
    return facts | {"can_be_made": reason is None, "reason": reason.text() if reason else None}


def _node_json(spec: NodeSpec) -> dict[str, Any]:
    return {
        "type": spec.type,
        "title": spec.title,
        "category": spec.category,
        "lane": spec.lane.value,
        "version": spec.version,
        "doc": spec.doc,
        "inputs": [_port_json(port) for port in spec.ports.values()],
        "outputs": [_port_json(port) for port in spec.outputs.values()],
        "settings": [
            {
                "name": s.name,
                "doc": s.doc,
                "unit": s.unit,
                "type": type_name(s.annotation),
                "default": jsonable(s.default),
            }
            for s in spec.settings.values()
        ],
    }


def _port_json(port: PortSpec) -> dict[str, Any]:
    return {"name": port.name, "doc": port.doc, "type": type_name(port.item), "list": port.is_list}
