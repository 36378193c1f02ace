"""The demo ad on the Start page: it plays by itself, silently, in the format that is chosen, while it is seen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from qtpy.QtCore import Qt

from admaker_desktop.ui.jobs import Jobs
from admaker_desktop.ui.pages.start.demo_card import DemoCard
from admaker_desktop.ui.pages.start.demo_stage import ASPECTS
from admaker_desktop.ui.theme import theme


@pytest.fixture
def card(jobs: Jobs) -> Iterator[DemoCard]:
    made = DemoCard(jobs)
    made.resize(420, 480)
    yield made
    made.release()
    made.close()


def test_it_plays_by_itself_without_sound(qtbot: QtBot, card: DemoCard) -> None:
    with qtbot.waitSignal(card.engine.picture, timeout=20_000) as shown:
        card.show()
    image, _frame = shown.args
    assert (image.width(), image.height()) == (144, 256)
    assert card.engine.is_playing
    assert card.engine.is_muted
    card.sound_button.click()
    assert not card.engine.is_muted


def test_it_rests_while_nobody_sees_it_and_goes_on_after(qtbot: QtBot, card: DemoCard) -> None:
    with qtbot.waitSignal(card.engine.picture, timeout=20_000):
        card.show()
    card.hide()
    assert not card.engine.is_playing
    card.show()
    assert card.engine.is_playing


def test_another_format_plays_on_from_the_same_moment(qtbot: QtBot, card: DemoCard) -> None:
    with qtbot.waitSignal(card.engine.picture, timeout=20_000):
        card.show()
    card.engine.seek(200)
    place = card.stage.place_of("16:9").center().toPoint()
    card.switch.setFocus()
    with qtbot.waitSignal(card.engine.reel_changed, timeout=20_000):
        qtbot.mouseClick(card.stage, Qt.MouseButton.LeftButton, pos=place)
    assert card.switch.value == card.stage.active == "16:9"
    assert card.engine.frame >= 200
    assert card.engine.is_playing


def test_a_click_on_the_playing_format_pauses_it(qtbot: QtBot, card: DemoCard) -> None:
    with qtbot.waitSignal(card.engine.picture, timeout=20_000):
        card.show()
    place = card.stage.place_of("9:16").center().toPoint()
    qtbot.mouseClick(card.stage, Qt.MouseButton.LeftButton, pos=place)
    assert not card.engine.is_playing
    assert card.play_button.accessibleName() == "Play the demo ad"


def test_with_reduced_motion_it_stands_still_until_asked(
    qtbot: QtBot, card: DemoCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "reduced_motion", True)
    card.show()
    qtbot.wait(200)
    assert not card.engine.is_playing
    with qtbot.waitSignal(card.engine.picture, timeout=20_000):
        card.play_button.click()


@pytest.mark.parametrize("active", ASPECTS)
def test_the_formats_keep_their_shapes_and_stay_apart_on_the_stage(card: DemoCard, active: str) -> None:
    card.stage.resize(420, card.stage.height())
    card.stage.set_active(active)
    places = [card.stage.place_of(aspect) for aspect in ASPECTS]
    for aspect, place in zip(ASPECTS, places, strict=True):
        width, height = map(int, aspect.split(":"))
        assert place.width() / place.height() == pytest.approx(width / height, rel=0.01)
        assert card.stage.rect().toRectF().contains(place)
    assert not any(a.intersects(b) for a in places for b in places if a is not b)
