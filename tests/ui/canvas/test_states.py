"""How nodes and wires show what the session knows: states, previews, errors with a way out, unknown types."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from qtpy.QtCore import QPointF, QRectF, Qt
from qtpy.QtGui import QColor, QImage, QPainter
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QApplication

from admaker_desktop.core.messages import msg
from admaker_desktop.graph.model import Link, NodeRecord, Workflow
from admaker_desktop.services import previews as made
from admaker_desktop.services.run_watch import NodeStatus
from admaker_desktop.services.template import build
from admaker_desktop.ui.canvas.face import NodeFace, face_of
from admaker_desktop.ui.canvas.graph_view import GraphView
from admaker_desktop.ui.canvas.metrics import HEADER_PX, layout_of
from admaker_desktop.ui.canvas.paint_node import paint_node
from admaker_desktop.ui.session import Session
from admaker_desktop.ui.theme import theme
from tests.ui.canvas.hand import Hand, small


def face(view: GraphView, monkeypatch: pytest.MonkeyPatch, status: NodeStatus, node_id: str = "brand") -> NodeFace:
    """The face of a node in a state."""
    monkeypatch.setattr(Session, "status", lambda _, asked: status if asked == node_id else NodeStatus("idle"))
    view.scenery.mark(view.scenery.items)
    QApplication.processEvents()
    return view.scenery.items[node_id].face


@pytest.mark.parametrize(
    ("status", "border", "badge", "end"),
    [
        (NodeStatus("idle"), "neutral", None, None),
        (NodeStatus("done", seconds=1.2), "neutral", "check", None),
        (NodeStatus("running", items=6, items_done=3), "info", "loader", "running"),
        (NodeStatus("waiting"), "neutral", "clock", "waiting"),
        (NodeStatus("failed", message=msg("No voice.")), "err", "triangle-alert", "needs you"),
        (NodeStatus("refused", message=msg("Wire it.")), "warn", "octagon-x", "cannot run"),
        (NodeStatus("stale"), "neutral", "history", "stale"),
        (NodeStatus("skipped"), "neutral", "skip-forward", "skipped"),
    ],
    ids=lambda value: getattr(value, "state", None),
)
def test_each_state_has_a_border_a_badge_and_a_word(
    view: GraphView,
    monkeypatch: pytest.MonkeyPatch,
    status: NodeStatus,
    border: str,
    badge: str | None,
    end: str | None,
) -> None:
    shown = face(view, monkeypatch, status)
    assert shown.border == border
    assert (shown.badge.icon if shown.badge else None) == badge
    assert (shown.end.text if shown.end else None) == end


def test_a_running_fan_out_says_how_far_it_is(view: GraphView, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = face(view, monkeypatch, NodeStatus("running", items=6, items_done=3))
    assert (shown.progress, shown.progress_text, shown.copies) == (0.5, "3 of 6", 6)
    assert shown.badge is not None
    assert shown.badge.text == "50%"


def test_an_error_stands_in_the_node_with_two_ways_out(
    view: GraphView, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str]] = []
    view.retry_asked.connect(lambda node: asked.append(("retry", node)))
    view.show_asked.connect(lambda node: asked.append(("show", node)))
    face(view, monkeypatch, NodeStatus("failed", message=msg("The voice pack is missing.")))
    item = view.scenery.items["brand"]
    assert " ".join(word.text for word in item.layout.problem) == "The voice pack is missing."
    for _, _, rect in item.layout.links:
        hand.click(item.pos() + rect.center())
    assert asked == [("retry", "brand"), ("show", "brand")]


def test_live_wires_move_dots_only_while_a_run_feeds_them(view: GraphView, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Session, "result", lambda _, node_id: object() if node_id == "brief" else None)
    monkeypatch.setattr(view._seen.previews, "get", lambda _: None)
    face(view, monkeypatch, NodeStatus("running"), "judge")
    wires = {link.to_node: wire for link, wire in view.scenery.wires.items()}
    assert wires["judge"].is_live
    assert not wires["concepts"].is_live
    assert view.scenery.is_moving
    phase = wires["judge"].phase
    QTest.qWait(200)
    assert wires["judge"].phase != phase
    theme.reduced_motion = True
    try:
        QTest.qWait(120)
        assert not view.scenery.is_moving
    finally:
        theme.reduced_motion = False
    face(view, monkeypatch, NodeStatus("done"), "judge")
    assert not view.scenery.is_moving


def test_a_wire_is_dashed_until_something_came_through_and_stands_back_beside_a_selection(view: GraphView) -> None:
    wires = {link.to_node: wire for link, wire in view.scenery.wires.items()}
    assert not wires["judge"].is_fed
    view._set_selection([view.scenery.items["concepts"]])
    assert wires["judge"].is_context
    assert not wires["concepts"].is_context
    view.deselect()
    assert not wires["judge"].is_context


def test_an_unknown_type_sleeps_and_keeps_its_wires(open_view: Callable[..., GraphView]) -> None:
    base = small()
    odd = NodeRecord(id="grain", type="acme.grain", x=0, y=400)
    wired = Link(from_node="photos", from_port="images", to_node="grain", to_port="pictures_in")
    view = open_view(Workflow(nodes=(*base.nodes, odd), links=(*base.links, wired)))
    item = view.scenery.items["grain"]
    assert (item.face.is_known, item.face.icon, item.face.title) == (False, "puzzle", "acme.grain")
    assert list(item.inputs) == ["pictures_in"]
    assert wired in view.scenery.wires
    view._session.undo()


def image(colour: str, width: int = 90, height: int = 160) -> QImage:
    picture = QImage(width, height, QImage.Format.Format_RGB888)
    picture.fill(QColor(colour))
    return picture


PREVIEWS = {
    "text": made.TextPreview("Evening Leaf\nThe day ends when the kettle clicks"),
    "scores": made.ScoresPreview((made.ScoreRow("One idea", 8.6, True), made.ScoreRow("C2", 5.1, False))),
    "swatches": made.SwatchesPreview("Luma", ("#ff0000", "#00ff00"), ("Inter", "Lato")),
    "strip": made.StripPreview((image("#ff0000"), image("#00ff00"), image("#0000ff")), ("S1", "S2", "S3"), 3),
    "film": made.FilmPreview(image("#ff0000", 160, 90), 15.0, (made.FilmTrack("music", ((0.0, 1.0),)),)),
    "files": made.FilesPreview((image("#ff0000"),), ("9:16",), ("fail",), 1),
    "wave": made.WavePreview(tuple(0.5 for _ in range(96)), 12.4),
}


def painted(shown: NodeFace, zoom: float = 1.0) -> QImage:
    """The node on the canvas's ground at a zoom."""
    layout = layout_of(shown)
    picture = QImage(int(260 * zoom), int((layout.height + 40) * zoom), QImage.Format.Format_ARGB32)
    picture.fill(theme.colour("canvas"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(zoom, zoom)
    painter.translate(20, 20)
    paint_node(painter, shown, layout, zoom=zoom, is_selected=False)
    painter.end()
    return picture


def colours(picture: QImage, area: QRectF) -> set[int]:
    rect = area.toRect()
    return {
        picture.pixel(x, y) for x in range(rect.left(), rect.right(), 2) for y in range(rect.top(), rect.bottom(), 2)
    }


@pytest.mark.parametrize("kind", PREVIEWS)
@pytest.mark.parametrize("zoom", [1.0, 0.5])
def test_every_preview_is_painted_in_the_body(view: GraphView, kind: str, zoom: float) -> None:
    shown = replace(view.scenery.items["brand"].face, preview=PREVIEWS[kind])
    empty = replace(shown, preview=None, hint="")
    body = layout_of(shown).body.translated(20, 20)
    area = QRectF(body.x() * zoom, body.y() * zoom, body.width() * zoom, body.height() * zoom)
    assert body.height() > layout_of(empty).body.height()
    assert len(colours(painted(shown, zoom), area)) > 2


def test_pictures_keep_their_colours(view: GraphView) -> None:
    shown = replace(view.scenery.items["brand"].face, preview=PREVIEWS["strip"])
    assert QColor("#0000ff").rgb() in colours(painted(shown), QRectF(20, 20 + HEADER_PX, 176, 60))


def test_far_away_a_node_is_a_block_in_its_family_with_its_name(view: GraphView) -> None:
    picture = painted(view.scenery.items["brand"].face, 0.25)
    assert picture.pixelColor(int(35 * 0.25), int(100 * 0.25)) != theme.colour("canvas")


def test_repeated_types_are_told_apart(open_view: Callable[..., GraphView]) -> None:
    view = open_view(build())
    names = {node_id: item.face.far_title for node_id, item in view.scenery.items.items()}
    assert (names["headline"], names["cta"], names["voice_offer"]) == ("Headline", "Call to action", "Offer")
    assert names["brief"] == "Brief Generator"


def test_the_templates_nodes_do_not_overlap_and_a_full_hd_page_shows_them_readable(
    open_view: Callable[..., GraphView],
) -> None:
    view = open_view(build())
    rects = [item.rect() for item in view.scenery.items.values()]
    assert not any(a.intersects(b) for a in rects for b in rects if a is not b)
    view.resize(1028, 684)
    QApplication.processEvents()
    view.fit()
    assert view.viewer.zoom >= 0.65


def test_a_selection_elsewhere_is_followed_and_brought_into_view(view: GraphView) -> None:
    view.viewer.set_view(1.0, QPointF(4000, 4000))
    view._session.select("brand")
    assert [item.id for item in view.selected_items()] == ["brand"]
    assert view.viewer.visible_rect().contains(view.scenery.items["brand"].rect())
    view._session.select("")
    assert view.selected_items() == []


def test_the_map_moves_the_view(view: GraphView) -> None:
    minimap = view.overlays.minimap
    assert minimap.isVisible()
    QTest.mouseClick(minimap, Qt.MouseButton.LeftButton, pos=minimap.rect().center())
    gap = view.viewer.visible_rect().center() - view.scenery.bounds().center()
    assert abs(gap.x()) < 12
    assert abs(gap.y()) < 12
    view.overlays.zoom_bar.map.click()
    assert not minimap.isVisible()


def test_a_face_is_read_anew_only_when_something_changed(view: GraphView) -> None:
    item = view.scenery.items["brand"]
    assert item.record is not None
    assert item.set_face(face_of(view._seen, item.record)) is False
