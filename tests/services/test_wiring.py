"""What the reasons of refused wires call things."""

from __future__ import annotations

import admaker_desktop.nodes.catalog  # noqa: F401 - registers the node types
from admaker_desktop.engine.registry import registry, type_name
from admaker_desktop.services.wiring import flow_name


def test_everything_that_flows_has_a_name_that_a_creative_knows() -> None:
    items = [p.item for spec in registry for p in (*spec.ports.values(), *spec.outputs.values())]
    assert {type_name(item) for item in items if str(flow_name(item)) == type_name(item)} == set()
