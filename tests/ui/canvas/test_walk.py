"""Five hundred edits by every way there is: the canvas, the session and the file on disk never differ."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import closing

import pytest
from qtpy.QtCore import QPointF
from qtpy.QtWidgets import QApplication

from admaker_desktop.graph.model import Link
from admaker_desktop.project.file import ProjectFile
from admaker_desktop.services.template import build
from admaker_desktop.ui.canvas.graph_view import GraphView

STEPS = 500


def check(view: GraphView) -> None:
    """The items are the workflow: ids, places, wires, and the ends of each wire."""
    workflow, scenery = view._session.workflow, view.scenery
    assert {node_id: (item.x(), item.y()) for node_id, item in scenery.items.items()} == {
        record.id: (record.x, record.y) for record in workflow.nodes
    }
    assert set(scenery.wires) == set(workflow.links)
    assert len(view.viewer.all_pipes()) == len(workflow.links)
    assert len(view.viewer.all_nodes()) == len(workflow.nodes)
    for link, wire in scenery.wires.items():
        ends = (wire.output_port.node.id, wire.output_port.name, wire.input_port.node.id, wire.input_port.name)
        assert ends == (link.from_node, link.from_port, link.to_node, link.to_port)
        assert wire in wire.input_port.connected_pipes
        assert wire in wire.output_port.connected_pipes
    for item in scenery.items.values():
        for port in item.ports():
            assert port.face.is_connected == bool(port.connected_pipes)


def act(view: GraphView, chance: random.Random) -> None:
    """One thing a user does."""
    items, viewer, session = list(view.scenery.items.values()), view.viewer, view._session
    what = chance.choice(["move", "connect", "connect", "cut", "remove", "add", "copy", "undo", "redo", "arrange"])
    if what == "add" or not items:
        kind = chance.choice([spec.type for spec in session.registry])
        view.add_node(kind, QPointF(chance.randrange(900), chance.randrange(700)))
    elif what == "move":
        moved = chance.sample(items, min(len(items), 3))
        before = {item: item.xy_pos for item in moved}
        for item in moved:
            item.setPos(item.x() + chance.randrange(-80, 80), item.y() + 5)
        viewer.moved_nodes.emit(before)
    elif what == "connect":
        outputs = [port for item in items for port in item.outputs.values()]
        inputs = [port for item in items for port in item.inputs.values()]
        if outputs and inputs:
            view.wire_drag.begin(chance.choice(outputs))
            view.wire_drag.drop(chance.choice(inputs).middle)
    elif what == "cut" and view.scenery.wires:
        wire = chance.choice(list(view.scenery.wires.values()))
        viewer.connection_sliced.emit([[wire.input_port, wire.output_port]])
    elif what in {"remove", "copy"}:
        view._set_selection(chance.sample(items, 1))
        view.remove_selected() if what == "remove" else view.duplicate_selected()
    elif what == "undo":
        session.undo()
    elif what == "redo":
        session.redo()
    elif what == "arrange" and chance.random() < 0.2:
        view.arrange()


@pytest.mark.parametrize("seed", [7])
def test_a_random_walk_leaves_view_model_and_database_equal(open_view: Callable[..., GraphView], seed: int) -> None:
    view = open_view(build())
    failures: list[object] = []
    view._session.failed.connect(failures.append)
    chance = random.Random(seed)
    for step in range(STEPS):
        act(view, chance)
        if step % 5 == 0:
            QApplication.processEvents()
            check(view)
    assert failures == []
    view.close_view()
    workflow, path = view._session.workflow, view._session.path
    view._session.close_now()
    with closing(ProjectFile.open(path)) as file:
        assert file.workflow() == workflow


def test_undoing_everything_brings_the_first_picture_back(open_view: Callable[..., GraphView]) -> None:
    view = open_view(build())
    chance = random.Random(3)
    for _ in range(60):
        act(view, chance)
    while view._session.undo_label is not None:
        view._session.undo()
    check(view)
    assert set(view._session.workflow.links) == set(build().links)
    assert Link(from_node="cut", from_port="views", to_node="export", to_port="cut") in view.scenery.wires
