"""The canvas under a real mouse: nodes and wires in the hand, and what the session is asked for."""

from __future__ import annotations

import pytest
from qtpy.QtCore import QPointF, Qt
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QApplication

from admaker_desktop.graph.model import Link
from admaker_desktop.ui.canvas.graph_view import GraphView
from admaker_desktop.ui.canvas.node_item import NodeItem, Port
from tests.ui.canvas.hand import Hand

TO_BRAND = Link(from_node="brief", from_port="brief", to_node="brand", to_port="brief")
TO_JUDGE = Link(from_node="brief", from_port="brief", to_node="judge", to_port="brief")


def head(view: GraphView, node_id: str) -> QPointF:
    """A point of a node's header that nothing else is at."""
    return view.scenery.items[node_id].pos() + QPointF(80, 14)


def out(view: GraphView, node_id: str, name: str) -> Port:
    return view.scenery.items[node_id].outputs[name]


def into(view: GraphView, node_id: str, name: str) -> Port:
    return view.scenery.items[node_id].inputs[name]


def test_a_click_selects_a_node_and_tells_the_session(view: GraphView, hand: Hand) -> None:
    hand.click(head(view, "judge"))
    assert view._session.selected == "judge"
    assert [item.id for item in view.selected_items()] == ["judge"]


def test_a_click_on_nothing_deselects(view: GraphView, hand: Hand) -> None:
    hand.click(head(view, "judge"))
    hand.click(QPointF(540, 420))
    assert view._session.selected == ""


def test_shift_clicks_add_to_the_selection_and_no_single_node_is_told(view: GraphView, hand: Hand) -> None:
    hand.click(head(view, "judge"))
    hand.click(head(view, "brand"), Qt.KeyboardModifier.ShiftModifier)
    assert {item.id for item in view.selected_items()} == {"judge", "brand"}
    assert view._session.selected == ""


def test_a_rubber_band_selects_what_it_touches(view: GraphView, hand: Hand) -> None:
    hand.drag(QPointF(-40, 240), QPointF(300, 330))
    assert {item.id for item in view.selected_items()} == {"photos", "brand"}


def test_a_drag_moves_a_node_as_one_undo_step(view: GraphView, hand: Hand) -> None:
    hand.drag(head(view, "brand"), head(view, "brand") + QPointF(60, 40))
    record = view._session.workflow.node("brand")
    assert (record.x, record.y) == pytest.approx((320, 300), abs=2)
    assert str(view._session.undo_label) == "Move Brand Kit"
    view._session.undo()
    assert view.scenery.items["brand"].pos() == QPointF(260, 260)


def test_a_drag_of_a_selected_node_moves_the_whole_selection(view: GraphView, hand: Hand) -> None:
    view.select_all()
    hand.drag(head(view, "brief"), head(view, "brief") + QPointF(-30, 20))
    assert {record.x for record in view._session.workflow.nodes} == {-30, 230, 490}
    assert str(view._session.undo_label) == "Move 5 nodes"


def test_a_wire_is_drawn_from_port_to_port(view: GraphView, hand: Hand) -> None:
    hand.connect(out(view, "brief", "brief"), into(view, "brand", "brief"))
    assert TO_BRAND in view._session.workflow.links
    assert TO_BRAND in view.scenery.wires
    assert str(view._session.undo_label) == "Connect Brand Kit"


def test_a_wire_is_drawn_backwards_from_an_input_too(view: GraphView, hand: Hand) -> None:
    hand.connect(into(view, "brand", "brief"), out(view, "brief", "brief"))
    assert TO_BRAND in view._session.workflow.links


def test_a_wire_dropped_on_a_node_finds_the_port_that_fits(view: GraphView, hand: Hand) -> None:
    hand.drag(out(view, "concepts", "concepts").middle, head(view, "judge"))
    wanted = Link(from_node="concepts", from_port="concepts", to_node="judge", to_port="concepts")
    assert wanted in view._session.workflow.links


def test_a_refused_wire_is_explained_and_changes_nothing(view: GraphView, hand: Hand) -> None:
    told: list[str] = []
    view.told.connect(told.append)
    before = view._session.workflow
    hand.connect(out(view, "photos", "images"), into(view, "brand", "brief"))
    assert view._session.workflow is before
    assert told == ["Brief of Brand Kit takes Brief, not ImageRef."] or "takes" in told[0]
    assert view.bubble.isVisible()
    assert view.bubble.text == told[0]


def test_a_circle_is_refused(view: GraphView, hand: Hand) -> None:
    told: list[str] = []
    view.told.connect(told.append)
    hand.connect(out(view, "brief", "brief"), out(view, "judge", "verdict"))
    assert told == ["An output feeds inputs, not other outputs."]


def test_while_a_wire_is_in_the_hand_fitting_ports_light_up_and_others_dim(view: GraphView, hand: Hand) -> None:
    hand.drag(out(view, "brief", "brief").middle, QPointF(520, 420), drops=False)
    assert into(view, "brand", "brief").fits is True
    assert into(view, "judge", "concepts").fits is False
    assert view.viewer.live_wire.isVisible()
    hand.key(Qt.Key.Key_Escape)
    assert into(view, "brand", "brief").fits is None
    assert not view.viewer.live_wire.isVisible()


def test_a_full_input_gives_its_wire_into_the_hand_and_empty_space_takes_it_off(view: GraphView, hand: Hand) -> None:
    hand.drag(into(view, "judge", "brief").middle, QPointF(540, 440))
    assert TO_JUDGE not in view._session.workflow.links
    assert str(view._session.undo_label) == "Remove the wire to Brief Judge"
    view._session.undo()
    assert TO_JUDGE in view.scenery.wires


def test_a_wire_put_back_where_it_was_changes_nothing(view: GraphView, hand: Hand) -> None:
    before = view._session.workflow
    hand.click(into(view, "judge", "brief").middle)
    assert view._session.workflow is before
    assert not view.scenery.wires[TO_JUDGE].is_lifted


def test_a_wire_moves_from_one_input_to_another_as_one_step(view: GraphView, hand: Hand) -> None:
    hand.connect(into(view, "judge", "brief"), into(view, "brand", "brief"))
    assert TO_BRAND in view._session.workflow.links
    assert TO_JUDGE not in view._session.workflow.links
    view._session.undo()
    assert TO_JUDGE in view._session.workflow.links
    assert TO_BRAND not in view._session.workflow.links


def test_a_wire_let_go_in_empty_space_offers_only_what_fits_and_wires_it(view: GraphView, hand: Hand) -> None:
    hand.drag(out(view, "concepts", "concepts").middle, QPointF(560, 380))
    assert view.adding.search.isVisible()
    assert view.adding.search.list.types() == ["strategy.judge"]
    QTest.keyClick(view.adding.search.field.field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert (
        Link(from_node="concepts", from_port="concepts", to_node="judge_2", to_port="concepts")
        in view._session.workflow.links
    )
    assert view._session.selected == "judge_2"


def test_a_click_on_a_wire_selects_it_and_delete_removes_it(view: GraphView, hand: Hand) -> None:
    removed: list[str] = []
    view.removed.connect(removed.append)
    wire = view.scenery.wires[TO_JUDGE]
    hand.click(wire.path().pointAtPercent(0.12))
    assert view.viewer.picked_wire is wire
    hand.key(Qt.Key.Key_Delete)
    assert TO_JUDGE not in view._session.workflow.links
    assert removed == ["Wire removed"]


def test_a_cut_across_wires_removes_them_as_one_step(view: GraphView, hand: Hand) -> None:
    hand.key(Qt.Key.Key_X)
    middle = out(view, "brief", "brief").middle
    hand.drag(middle + QPointF(22, -60), middle + QPointF(22, 60))
    assert view._session.workflow.links == ()
    view._session.undo()
    assert len(view._session.workflow.links) == 2


@pytest.mark.parametrize("way", ["middle", "space"])
def test_the_view_pans_by_middle_drag_and_by_space(view: GraphView, hand: Hand, way: str) -> None:
    before = view.viewer.visible_rect().center()
    if way == "space":
        QTest.keyPress(view.viewer, Qt.Key.Key_Space)
        hand.drag(QPointF(300, 100), QPointF(240, 60))
        QTest.keyRelease(view.viewer, Qt.Key.Key_Space)
    else:
        hand.drag(QPointF(300, 100), QPointF(240, 60), Qt.MouseButton.MiddleButton)
    moved = view.viewer.visible_rect().center() - before
    assert (moved.x(), moved.y()) == pytest.approx((60, 40), abs=2)
    assert view._session.undo_label is None


def test_a_double_click_on_a_node_asks_for_the_inspector_and_on_nothing_for_the_search(
    view: GraphView, hand: Hand
) -> None:
    asked: list[str] = []
    view.inspector_asked.connect(asked.append)
    for point in (head(view, "brand"), QPointF(560, 420)):
        QTest.mouseDClick(
            view.viewer.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, hand.at(point)
        )
        QApplication.processEvents()
    assert asked == ["brand"]
    assert view.adding.search.isVisible()


def test_the_pointer_over_a_port_marks_it(view: GraphView, hand: Hand) -> None:
    item: NodeItem = view.scenery.items["brief"]
    hand.hover(out(view, "brief", "brief").middle)
    assert item.hovered_port is out(view, "brief", "brief")
    hand.hover(QPointF(560, 420))
    assert item.hovered_port is None
