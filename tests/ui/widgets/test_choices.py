"""One of a few: by click, by arrows, by key, without a signal when the program chooses."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from qtpy.QtCore import Qt

from admaker_desktop.ui.widgets import Combo, Segmented, Tabs

LENGTHS = [("6", "6 s"), ("15", "15 s"), ("30", "30 s", "clock")]


@pytest.fixture(params=[Segmented, Tabs])
def row(request: pytest.FixtureRequest, qtbot: QtBot) -> Segmented | Tabs:
    made: Segmented | Tabs = request.param()
    made.set_choices(LENGTHS)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_the_first_is_chosen_until_another_is(row: Segmented | Tabs, qtbot: QtBot) -> None:
    assert row.value == "6"
    with qtbot.waitSignal(row.chosen) as told:
        qtbot.mouseClick(row.buttons()[1], Qt.MouseButton.LeftButton)
    assert told.args == ["15"]
    assert row.value == "15"


def test_choosing_by_program_says_nothing(row: Segmented | Tabs, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(row.chosen):
        row.set_value("30")
        row.set_value("no such key")
    assert row.value == "30"


def test_arrows_walk_around(row: Segmented | Tabs, qtbot: QtBot) -> None:
    row.buttons()[0].setFocus()
    for expected in ("15", "30", "6"):
        qtbot.keyClick(row.focusWidget(), Qt.Key.Key_Right)
        assert row.value == expected
    qtbot.keyClick(row.focusWidget(), Qt.Key.Key_Left)
    assert row.value == "30"


def test_the_row_is_one_stop_of_the_tab_key(row: Segmented | Tabs) -> None:
    row.set_value("15")
    stops = [button.text() for button in row.buttons() if button.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert stops == ["15 s"]


def test_new_words_keep_the_choice(row: Segmented | Tabs) -> None:
    row.set_value("15")
    row.set_choices([("15", "quinze"), ("60", "soixante")])
    assert row.value == "15"
    assert [button.text() for button in row.buttons()] == ["quinze", "soixante"]
    row.set_choices([("60", "soixante")])
    assert row.value == "60"
    row.set_choices([])
    assert row.value == ""


def test_the_chosen_one_looks_chosen(row: Segmented | Tabs) -> None:
    before = row.grab().toImage()
    row.set_value("30")
    assert row.grab().toImage() != before


@pytest.fixture
def combo(qtbot: QtBot) -> Combo:
    made = Combo()
    made.set_choices([("s", "Seedance 2.0", "€0.076/s"), ("k", "Kling v3", "€0.084/s"), ("d", "Draft")])
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_combo_answers_by_key(combo: Combo, qtbot: QtBot) -> None:
    assert combo.value == "s"
    with qtbot.assertNotEmitted(combo.chosen):
        combo.set_value("k")
    assert combo.value == "k"
    with qtbot.waitSignal(combo.chosen) as told:
        qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert told.args == ["d"]


def test_an_unknown_key_shows_nothing_chosen(combo: Combo) -> None:
    combo.set_value("gone")
    assert combo.value == ""
    assert combo.currentIndex() == -1
    assert not combo.grab().isNull()


def test_new_choices_keep_the_key(combo: Combo) -> None:
    combo.set_value("k")
    combo.set_choices([("d", "Brouillon"), ("k", "Kling v3", "0,084 €/s")])
    assert combo.value == "k"
    combo.set_choices([("d", "Brouillon")])
    assert combo.value == "d"


def test_there_is_room_for_the_widest_choice(combo: Combo) -> None:
    narrow = combo.sizeHint().width()
    combo.set_choices([("x", "A model with a remarkably long name", "€0.076/s")])
    assert combo.sizeHint().width() > narrow
    assert combo.minimumSizeHint().width() <= 96


def test_the_open_list_shows_every_choice(combo: Combo, qtbot: QtBot) -> None:
    combo.showPopup()
    view = combo.view()
    qtbot.waitUntil(view.isVisible)
    rows = [view.visualRect(combo.model().index(row, 0)) for row in range(3)]
    assert {rect.height() for rect in rows} == {32}
    assert not view.grab().isNull()
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not view.isVisible())
