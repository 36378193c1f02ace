"""Where the nodes of a workflow stand so that it reads from left to right and fills a screen: a layered layout."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from admaker_desktop.graph.model import Workflow
from admaker_desktop.graph.rules import topological_order

COLUMN_GAP_PX = 60.0
ROW_GAP_PX = 28.0
MOST_ROW_GAP_PX = 56.0
GRID_PX = 4.0
_SWEEPS = 8
_HALVINGS = 24


@dataclass(frozen=True, slots=True)
class Size:
    """What a node covers, in scene pixels."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Place:
    """The top left corner of a node, in scene pixels."""

    x: float
    y: float


def arrange(workflow: Workflow, sizes: Mapping[str, Size], aspect: float = 1.5) -> dict[str, Place]:
    """A place for every node: beside or under all that feeds it, near what it feeds, few wires crossed, no overlap.

    Columns are filled to one height, which is chosen so that the whole comes near to `aspect` (width over height of
    the view). The same workflow and sizes give the same places. Raises GraphError for a cycle.
    """
    wires = _Wires(workflow)
    layer_of = _layers(wires)
    order = sorted(wires.order, key=lambda node_id: layer_of[node_id])
    columns = _untangle(_fold(order, sizes, aspect), layer_of, wires)
    return _place(columns, sizes)


class _Wires:
    """Who feeds whom; each pair once."""

    def __init__(self, workflow: Workflow) -> None:
        self.order = [record.id for record in topological_order(workflow)]
        self.feeds: dict[str, list[str]] = defaultdict(list)
        self.fed_by: dict[str, list[str]] = defaultdict(list)
        for link in workflow.links:
            if link.to_node not in self.feeds[link.from_node]:
                self.feeds[link.from_node].append(link.to_node)
                self.fed_by[link.to_node].append(link.from_node)


def _layers(wires: _Wires) -> dict[str, int]:
    """As early as possible, then moved right to what a node feeds wherever that makes no wire longer."""
    layer: dict[str, int] = {}
    for node_id in wires.order:
        layer[node_id] = max((layer[source] + 1 for source in wires.fed_by[node_id]), default=0)
    side = _side_branches(wires)
    for node_id in reversed(wires.order):
        fed, spare = wires.feeds[node_id], len(wires.feeds[node_id]) - len(wires.fed_by[node_id])
        if fed and (spare > 0 or node_id in side):
            layer[node_id] = min(layer[target] for target in fed) - 1
    return layer


def _side_branches(wires: _Wires) -> set[str]:
    """What does not depend on the source that most depends on: pictures, a logo."""
    main: set[str] = set()
    for source in (node_id for node_id in wires.order if not wires.fed_by[node_id]):
        found, to_visit = {source}, [source]
        while to_visit:
            new = [target for target in wires.feeds[to_visit.pop()] if target not in found]
            found.update(new)
            to_visit.extend(new)
        main = max(main, found, key=len)
    return set(wires.order) - main


def _fold(order: Sequence[str], sizes: Mapping[str, Size], aspect: float) -> list[list[str]]:
    """The row of nodes broken into columns of the height that fills a view of that aspect best."""
    low, high = 0.0, sum(size.height + ROW_GAP_PX for size in sizes.values())
    for _ in range(_HALVINGS):
        height = (low + high) / 2
        if _width(_broken(order, sizes, height), sizes) / aspect > height:
            low = height
        else:
            high = height
    return _broken(order, sizes, high)


def _broken(order: Sequence[str], sizes: Mapping[str, Size], height: float) -> list[list[str]]:
    columns: list[list[str]] = []
    used = float("inf")
    for node_id in order:
        if used + sizes[node_id].height > height:
            columns.append([])
            used = 0.0
        columns[-1].append(node_id)
        used += sizes[node_id].height + ROW_GAP_PX
    return columns


def _width(columns: Sequence[Sequence[str]], sizes: Mapping[str, Size]) -> float:
    return sum(max(sizes[node_id].width for node_id in column) + COLUMN_GAP_PX for column in columns)


def _untangle(columns: list[list[str]], layer_of: Mapping[str, int], wires: _Wires) -> list[list[str]]:
    """Each column in the order of its neighbours' mean height; a layer stays above the layers that it feeds."""
    for sweep in range(_SWEEPS):
        height_of = {node_id: (row + 0.5) / len(column) for column in columns for row, node_id in enumerate(column)}

        def mean(node_id: str, height_of: Mapping[str, float] = height_of, sweep: int = sweep) -> float:
            near = wires.fed_by[node_id] if sweep % 2 == 0 else wires.feeds[node_id]
            near = near or wires.feeds[node_id] or wires.fed_by[node_id]
            return sum(height_of[other] for other in near) / len(near) if near else height_of[node_id]

        columns = [sorted(column, key=lambda node_id: (layer_of[node_id], mean(node_id))) for column in columns]
    return columns


def _place(columns: Sequence[Sequence[str]], sizes: Mapping[str, Size]) -> dict[str, Place]:
    """Columns side by side, each spread over the height of the tallest and centred."""
    places: dict[str, Place] = {}
    full = max((_stack_height(column, sizes) for column in columns), default=0.0)
    x = 0.0
    for column in columns:
        free = full - _stack_height(column, sizes)
        spread = min(MOST_ROW_GAP_PX - ROW_GAP_PX, free / (len(column) - 1)) if len(column) > 1 else 0.0
        y = (free - spread * (len(column) - 1)) / 2
        width = max(sizes[node_id].width for node_id in column)
        for node_id in column:
            places[node_id] = Place(_snap(x + (width - sizes[node_id].width) / 2), _snap(y))
            y += sizes[node_id].height + ROW_GAP_PX + spread
        x += width + COLUMN_GAP_PX
    return places


def _stack_height(column: Sequence[str], sizes: Mapping[str, Size]) -> float:
    return sum(sizes[node_id].height for node_id in column) + ROW_GAP_PX * max(0, len(column) - 1)


def _snap(value: float) -> float:
    return round(value / GRID_PX) * GRID_PX
