"""From node to node by the arrow keys: left and right along the wires, up and down to the next one."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from admaker_desktop.graph.model import Workflow
    from admaker_desktop.ui.canvas.node_item import NodeItem

Direction = Literal["left", "right", "up", "down"]

_ASIDE = 2.5
"""How much worse a step to the side is than one in the direction."""


def step(
    items: Mapping[str, NodeItem], workflow: Workflow, start: NodeItem | None, direction: Direction
) -> NodeItem | None:
    """The node that an arrow key leads to; without a start the first one, None where nothing is."""
    if start is None:
        return min(items.values(), key=lambda item: (item.x(), item.y()), default=None)
    if direction in {"left", "right"}:
        near = _wired(items, workflow, start, direction)
        return min(near, key=lambda item: abs(_middle(item)[1] - _middle(start)[1]), default=None)
    side = 1 if direction == "down" else -1
    others = [item for item in items.values() if (_middle(item)[1] - _middle(start)[1]) * side > 0]
    return min(others, key=lambda item: _distance(start, item), default=None)


def _wired(items: Mapping[str, NodeItem], workflow: Workflow, start: NodeItem, direction: Direction) -> list[NodeItem]:
    if direction == "right":
        ids = dict.fromkeys(link.to_node for link in workflow.links if link.from_node == start.id)
    else:
        ids = dict.fromkeys(link.from_node for link in workflow.links if link.to_node == start.id)
    return [items[node_id] for node_id in ids if node_id in items]


def _middle(item: NodeItem) -> tuple[float, float]:
    centre = item.rect().center()
    return centre.x(), centre.y()


def _distance(start: NodeItem, item: NodeItem) -> float:
    (from_x, from_y), (to_x, to_y) = _middle(start), _middle(item)
    return math.hypot((to_x - from_x) * _ASIDE, to_y - from_y)
