"""The previews of a session: made when asked for, renewed when their node is, gone with the session."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot
from qtpy.QtGui import QImage

from admaker_desktop.engine.steps import NodeResult
from admaker_desktop.media.stills import save_png
from admaker_desktop.services.previews import ScoresPreview, StripPreview, TextPreview
from admaker_desktop.ui.images import image_of
from admaker_desktop.ui.previews import Previews
from admaker_desktop.ui.session import Session
from tests.media.compose.scenes import bottle


@pytest.fixture
def previews(session: Session) -> Iterator[Previews]:
    made = Previews(session)
    yield made
    made.close()


def copy_result(session: Session, text: str) -> NodeResult:
    spec = session.spec("headline")
    assert spec is not None
    return NodeResult(spec, (spec.cls.Outputs(text=text, lines=()),), is_fanned=False)


def give(session: Session, node_id: str, result: NodeResult | None) -> None:
    """What a finished run does to the session's results."""
    if result is None:
        session._results.pop(node_id, None)
    else:
        session._results[node_id] = result
    session.results_changed.emit(frozenset({node_id}))


def test_an_image_has_the_pixels_of_its_array() -> None:
    rgb = np.arange(5 * 7 * 3, dtype=np.uint8).reshape(5, 7, 3)
    image = image_of(rgb)
    rgb[...] = 0
    assert (image.width(), image.height()) == (7, 5)
    colour = image.pixelColor(6, 4)
    assert (colour.red(), colour.green(), colour.blue()) == (102, 103, 104)


def test_a_preview_arrives_after_it_was_asked_for_and_follows_its_node(
    session: Session, previews: Previews, qtbot: QtBot
) -> None:
    assert previews.get("headline") is None
    with qtbot.waitSignal(previews.ready, check_params_cb=lambda node: node == "headline"):
        give(session, "headline", copy_result(session, "First words"))
    assert previews.get("headline") == TextPreview("First words")
    with qtbot.waitSignal(previews.ready):
        give(session, "headline", copy_result(session, "Other words"))
        assert previews.get("headline") == TextPreview("First words"), "the old one stays until the new one is there"
    assert previews.get("headline") == TextPreview("Other words")
    with qtbot.waitSignal(previews.ready):
        give(session, "headline", None)
    assert previews.get("headline") is None


def test_an_unchanged_result_is_not_made_again(session: Session, previews: Previews, qtbot: QtBot) -> None:
    give(session, "headline", copy_result(session, "Same"))
    with qtbot.waitSignal(previews.ready):
        previews.get("headline")
    with qtbot.assertNotEmitted(previews.ready, wait=150):
        give(session, "headline", copy_result(session, "Same"))
        previews.get("headline")


def test_pictures_arrive_as_images(session: Session, previews: Previews, qtbot: QtBot) -> None:
    spec = session.spec("photos")
    assert spec is not None
    ref = save_png(session.store, bottle(300, 300))
    give(session, "photos", NodeResult(spec, (spec.cls.Outputs(images=(ref,)),), is_fanned=False))
    with qtbot.waitSignal(previews.ready):
        previews.get("photos")
    shown = previews.get("photos")
    assert isinstance(shown, StripPreview)
    (image,) = shown.pictures
    assert isinstance(image, QImage)
    assert image.height() == 240


def test_lost_media_leave_the_node_without_a_preview_and_the_queue_running(
    session: Session, previews: Previews, qtbot: QtBot
) -> None:
    spec = session.spec("photos")
    assert spec is not None
    ref = save_png(session.store, bottle(200, 200))
    session.store.path(ref).unlink()
    give(session, "photos", NodeResult(spec, (spec.cls.Outputs(images=(ref,)),), is_fanned=False))
    with qtbot.waitSignal(previews.ready):
        previews.get("photos")
    assert previews.get("photos") is None
    give(session, "headline", copy_result(session, "Next"))
    with qtbot.waitSignal(previews.ready):
        previews.get("headline")
    assert previews.get("headline") == TextPreview("Next")


def test_a_closed_session_gets_no_answers(session: Session, qtbot: QtBot) -> None:
    previews = Previews(session)
    give(session, "headline", copy_result(session, "Late"))
    previews.get("headline")
    previews.close()
    previews.close()
    with qtbot.assertNotEmitted(previews.ready, wait=200):
        give(session, "headline", copy_result(session, "Later"))
    assert previews.get("headline") is None


def test_a_run_brings_the_marks_with_the_concepts_titles(session: Session, previews: Previews, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.run_ended, timeout=20_000):
        session.start_run("judge")
    qtbot.waitUntil(lambda: isinstance(previews.get("judge"), ScoresPreview), timeout=5_000)
    shown = previews.get("judge")
    assert isinstance(shown, ScoresPreview)
    assert len({row.label for row in shown.rows}) == 3
    assert all(len(row.label) > 3 for row in shown.rows)
