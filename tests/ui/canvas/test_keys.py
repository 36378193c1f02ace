"""The canvas without a mouse: commands by their keys, walking, zooming, adding, accessibility."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from qtpy.QtCore import QPoint, QPointF, Qt
from qtpy.QtGui import QAccessible, QColor, QDragEnterEvent, QDropEvent, QWheelEvent
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QApplication

from admaker_desktop.graph.model import Link, Workflow
from admaker_desktop.ui import i18n
from admaker_desktop.ui.canvas.accessible import CanvasInterface, NodeInterface
from admaker_desktop.ui.canvas.graph_view import GraphView
from admaker_desktop.ui.canvas.mime import node_mime
from admaker_desktop.ui.theme import theme
from tests.ui.canvas.hand import Hand, small

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def select(view: GraphView, *node_ids: str) -> None:
    view._set_selection([view.scenery.items[node_id] for node_id in node_ids])


def test_delete_takes_out_nodes_with_their_wires_and_tells_what_it_took(view: GraphView, hand: Hand) -> None:
    removed: list[str] = []
    view.removed.connect(removed.append)
    select(view, "brief", "judge")
    hand.key(Qt.Key.Key_Delete)
    assert [record.id for record in view._session.workflow.nodes] == ["concepts", "brand", "photos"]
    assert not view._session.workflow.links
    assert removed == ["2 nodes removed"]
    view._session.undo()
    assert set(view.scenery.items) == {record.id for record in small().nodes}
    assert len(view.scenery.wires) == 2


def test_duplicate_copies_settings_and_feeding_wires_and_selects_the_copies(view: GraphView, hand: Hand) -> None:
    select(view, "judge")
    hand.key(Qt.Key.Key_D, CONTROL)
    copy = view._session.workflow.node("judge_2")
    assert (copy.x, copy.y) == (548, 28)
    assert Link(from_node="brief", from_port="brief", to_node="judge_2", to_port="brief") in (
        view._session.workflow.links
    )
    assert [item.id for item in view.selected_items()] == ["judge_2"]


def test_select_all_and_escape(view: GraphView, hand: Hand) -> None:
    hand.key(Qt.Key.Key_A, CONTROL)
    assert len(view.selected_items()) == 5
    hand.key(Qt.Key.Key_Escape)
    assert view.selected_items() == []


def test_arrows_walk_along_wires(view: GraphView, hand: Hand) -> None:
    walked = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Down):
        hand.key(key)
        walked.append(view._session.selected)
    assert walked == ["brief", "concepts", "brief", "photos"]


def test_enter_asks_for_the_inspector(view: GraphView, hand: Hand) -> None:
    asked: list[str] = []
    view.inspector_asked.connect(asked.append)
    select(view, "brand")
    hand.key(Qt.Key.Key_Return)
    assert asked == ["brand"]


def test_arrange_is_one_undo_step_and_nothing_overlaps(view: GraphView, hand: Hand) -> None:
    hand.key(Qt.Key.Key_L, CONTROL)
    assert str(view._session.undo_label) == "Arrange"
    rects = [item.rect() for item in view.scenery.items.values()]
    assert not any(a.intersects(b) for a in rects for b in rects if a is not b)
    view._session.undo()
    assert view._session.workflow.nodes == small().nodes


def test_zoom_keys_keep_the_limits(view: GraphView, hand: Hand) -> None:
    for _ in range(30):
        hand.key(Qt.Key.Key_Plus)
    assert view.viewer.zoom == pytest.approx(3.0)
    for _ in range(40):
        hand.key(Qt.Key.Key_Minus)
    assert view.viewer.zoom == pytest.approx(0.15)
    hand.key(Qt.Key.Key_0, CONTROL)
    assert view.viewer.zoom == pytest.approx(1.0)


def test_the_wheel_zooms_about_the_pointer(view: GraphView) -> None:
    at = QPoint(700, 200)
    before = view.viewer.mapToScene(at)
    port = view.viewer.viewport()
    event = QWheelEvent(
        QPointF(at), QPointF(port.mapToGlobal(at)), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(port, event)
    after = view.viewer.mapToScene(at)
    assert view.viewer.zoom > 1.3
    assert (after.x(), after.y()) == pytest.approx((before.x(), before.y()), abs=1.5)


def test_fit_shows_everything_and_fit_selection_one_node(view: GraphView, hand: Hand) -> None:
    view.viewer.set_view(2.5, QPointF(5000, 5000))
    hand.key(Qt.Key.Key_F)
    assert view.viewer.visible_rect().contains(view.scenery.bounds())
    select(view, "photos")
    hand.key(Qt.Key.Key_F, SHIFT)
    assert view.viewer.visible_rect().contains(view.scenery.items["photos"].rect())
    assert view.viewer.zoom == pytest.approx(1.0)


def test_tab_opens_the_search_typing_filters_and_enter_adds(view: GraphView, hand: Hand) -> None:
    view.viewer.setFocus()
    hand.key(Qt.Key.Key_Tab)
    search = view.adding.search
    assert search.isVisible()
    QTest.keyClicks(search.field.field, "musgen")
    assert search.list.types() == ["sound.music"]
    QTest.keyClick(search.field.field, Qt.Key.Key_Return)
    assert not search.isVisible()
    assert view._session.selected == "music"


def test_escape_closes_the_search_and_nothing_is_added(view: GraphView, hand: Hand) -> None:
    view.open_search(QPointF(100, 100))
    QTest.keyClicks(view.adding.search.field.field, "zzz")
    assert view.adding.search.list.types() == []
    QTest.keyClick(view.adding.search.field.field, Qt.Key.Key_Escape)
    QTest.keyClick(view.adding.search.field.field, Qt.Key.Key_Escape)
    assert not view.adding.search.isVisible()
    assert len(view.scenery.items) == 5


def test_a_node_dragged_from_the_palette_lands_where_it_is_dropped(view: GraphView) -> None:
    port, at = view.viewer.viewport(), QPoint(500, 500)
    data = node_mime("sound.music")
    actions, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(port, QDragEnterEvent(at, actions, data, Qt.MouseButton.LeftButton, none))
    QApplication.sendEvent(port, QDropEvent(QPointF(at), actions, data, Qt.MouseButton.LeftButton, none))
    record = view._session.workflow.node("music")
    wanted = view.viewer.mapToScene(at) - QPointF(88, 60)
    assert (record.x, record.y) == pytest.approx((wanted.x(), wanted.y()), abs=1)


def test_an_empty_flow_says_how_to_begin(open_view: Callable[..., GraphView]) -> None:
    view = open_view(Workflow())
    asked: list[str] = []
    view.brief_asked.connect(lambda: asked.append("brief"))
    view.template_asked.connect(lambda: asked.append("template"))
    empty = view.overlays.empty
    assert empty.isVisible()
    empty._brief.clicked.emit()
    empty._template.clicked.emit()
    empty._by_hand.clicked.emit()
    assert asked == ["brief", "template"]
    assert view.adding.search.isVisible()
    view.add_node("strategy.brief")
    assert not empty.isVisible()


def test_a_screen_reader_hears_each_node_with_its_state(view: GraphView) -> None:
    canvas = QAccessible.queryAccessibleInterface(view.viewer)
    assert isinstance(canvas, CanvasInterface)
    assert canvas.childCount() == 5
    spoken = []
    for index in range(5):
        node = canvas.child(index)
        assert isinstance(node, NodeInterface)
        spoken.append(node.text(QAccessible.Text.Name))
        assert canvas.indexOfChild(node) == index
        assert node.rect().isValid()
        assert node.role() == QAccessible.Role.ListItem
    assert "Brief Generator: not made yet" in spoken
    select(view, "brief")
    assert [canvas.child(index).state().selected for index in range(5)].count(True) == 1


def test_french_changes_the_words_of_every_node_and_the_light_theme_paints(view: GraphView) -> None:
    i18n.set_language("fr")
    QApplication.processEvents()
    QApplication.processEvents()
    theme.set_mode("light")
    dark = view.grab().toImage().pixelColor(990, 10)
    assert dark == theme.colour("canvas")
    assert view.viewer.accessibleName() == i18n.tr("Flow")


def test_after_closing_nothing_of_the_session_reaches_the_view(view: GraphView) -> None:
    view.close_view()
    view._session.select("brand")
    assert view.selected_items() == []
    assert not view.scenery.is_moving


def test_a_switch_of_theme_paints_the_nodes_anew(view: GraphView) -> None:
    view.zoom_full()
    item = view.scenery.items["brief"]
    view.viewer.centerOn(item)
    spot = view.viewer.mapFromScene(item.pos() + QPointF(item.layout.width / 2, item.layout.height - 4))

    def colour() -> QColor:
        return view.viewer.viewport().grab().toImage().pixelColor(spot)

    dark = colour()
    theme.set_mode("light")
    assert colour().lightness() > dark.lightness() + 100
