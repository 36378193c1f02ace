"""The tidy layout: order, no overlap, near the wanted aspect, the same every time."""

from __future__ import annotations

import time

import pytest

from admaker_desktop.core.errors import GraphError
from admaker_desktop.graph.model import Link, NodeRecord, Workflow
from admaker_desktop.services.layout import Place, Size, arrange
from admaker_desktop.services.template import build


def workflow_of(*wires: tuple[str, str]) -> Workflow:
    ids = dict.fromkeys(end for wire in wires for end in wire)
    nodes = tuple(NodeRecord(id=node_id, type="x.y") for node_id in ids)
    return Workflow(
        nodes=nodes, links=tuple(Link(from_node=a, from_port="o", to_node=b, to_port="i") for a, b in wires)
    )


def sized(workflow: Workflow) -> dict[str, Size]:
    return {record.id: Size(176, 120 + 15 * (number % 7)) for number, record in enumerate(workflow.nodes)}


def overlap(a: Place, size: Size, b: Place, other: Size) -> bool:
    return a.x < b.x + other.width and b.x < a.x + size.width and a.y < b.y + other.height and b.y < a.y + size.height


def test_a_node_stands_right_of_or_under_all_that_feeds_it() -> None:
    workflow = build()
    places = arrange(workflow, sized(workflow))
    for link in workflow.links:
        source, target = places[link.from_node], places[link.to_node]
        assert source.x < target.x or source.y < target.y


@pytest.mark.parametrize("aspect", [0.7, 1.5, 2.4])
def test_nothing_overlaps_and_the_whole_comes_near_the_aspect(aspect: float) -> None:
    workflow = build()
    sizes = sized(workflow)
    places = arrange(workflow, sizes, aspect)
    ids = list(places)
    assert not any(overlap(places[a], sizes[a], places[b], sizes[b]) for a in ids for b in ids if a < b)
    width = max(place.x + sizes[node_id].width for node_id, place in places.items())
    height = max(place.y + sizes[node_id].height for node_id, place in places.items())
    assert aspect / 1.5 < width / height < aspect * 1.5


def test_the_same_workflow_gives_the_same_places() -> None:
    workflow = build()
    assert arrange(workflow, sized(workflow)) == arrange(workflow, sized(workflow))


def test_a_side_branch_stands_next_to_what_it_feeds() -> None:
    workflow = workflow_of(("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"), ("photo", "cut"), ("cut", "e"))
    places = arrange(workflow, sized(workflow), 9.0)
    assert places["a"].x < places["photo"].x < places["cut"].x < places["e"].x


def test_a_circle_is_refused() -> None:
    workflow = workflow_of(("a", "b"), ("b", "a"))
    with pytest.raises(GraphError):
        arrange(workflow, sized(workflow))


def test_nothing_has_no_places_and_one_node_one() -> None:
    assert arrange(Workflow(), {}) == {}
    alone = Workflow(nodes=(NodeRecord(id="a", type="x.y"),))
    assert arrange(alone, sized(alone)) == {"a": Place(0, 0)}


def test_five_hundred_nodes_take_less_than_a_second() -> None:
    workflow = workflow_of(*((f"n{i}", f"n{j}") for i in range(500) for j in (i + 1, i + 7) if j < 500))
    start = time.perf_counter()
    assert len(arrange(workflow, sized(workflow))) == 500
    assert time.perf_counter() - start < 1.0
