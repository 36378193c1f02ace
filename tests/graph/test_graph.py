"""The workflow document: order, cycles, edits and their inverse."""

from __future__ import annotations

import itertools

import pytest

from admaker_desktop.core.errors import GraphError
from admaker_desktop.graph.edits import SetSetting
from admaker_desktop.graph.model import Link, NodeRecord, Workflow
from admaker_desktop.graph.rules import topological_order, upstream_of


def _chain(*ids: str, links: tuple[tuple[str, str], ...] | None = None) -> Workflow:
    wires = links if links is not None else tuple(itertools.pairwise(ids))
    return Workflow(
        nodes=tuple(NodeRecord(id=node_id, type="test.any") for node_id in ids),
        links=tuple(Link(from_node=a, from_port="out", to_node=b, to_port="inp") for a, b in wires),
    )


def test_sources_come_before_what_depends_on_them() -> None:
    workflow = _chain("c", "b", "a", links=(("a", "b"), ("b", "c")))
    assert [node.id for node in topological_order(workflow)] == ["a", "b", "c"]


def test_a_circle_is_named() -> None:
    with pytest.raises(GraphError, match="circle through: a, b"):
        topological_order(_chain("a", "b", links=(("a", "b"), ("b", "a"))))


def test_a_chain_of_ten_thousand_nodes_has_an_order() -> None:
    workflow = _chain(*(f"n{index}" for index in range(10_000)))
    assert len(topological_order(workflow)) == 10_000


def test_a_wire_into_nothing_is_refused() -> None:
    with pytest.raises(GraphError, match="'ghost', which does not exist"):
        topological_order(_chain("a", links=(("a", "ghost"),)))


def test_two_nodes_of_one_id_are_refused() -> None:
    with pytest.raises(GraphError, match="Two nodes have the id 'a'"):
        topological_order(_chain("a", "a", links=()))


def test_upstream_is_everything_that_a_node_needs() -> None:
    workflow = _chain("a", "b", "c", "d", links=(("a", "b"), ("b", "c"), ("d", "c")))
    assert upstream_of(workflow, "b") == {"a", "b"}
    assert upstream_of(workflow, "c") == {"a", "b", "c", "d"}


def test_an_edit_can_be_taken_back() -> None:
    workflow = Workflow(nodes=(NodeRecord(id="cta", type="strategy.copy", settings={"text": "Old"}),))
    changed, inverse = SetSetting("cta", "text", "New").apply(workflow)
    assert changed.node("cta").settings["text"] == "New"
    restored, _ = inverse.apply(changed)
    assert restored == workflow


def test_a_setting_goes_back_to_its_default() -> None:
    workflow = Workflow(nodes=(NodeRecord(id="cta", type="strategy.copy", settings={"text": "Old"}),))
    changed, inverse = SetSetting("cta", "text", None).apply(workflow)
    assert "text" not in changed.node("cta").settings
    assert inverse.apply(changed)[0] == workflow


def test_an_unknown_node_is_answered_with_those_there_are() -> None:
    with pytest.raises(GraphError) as caught:
        _chain("a", "b").node("x")
    assert "a, b" in caught.value.hint.text()
