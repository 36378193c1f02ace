"""Labels, cards, panels, bars and the layout that flows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from qtpy.QtCore import QPoint, QRect, Qt
from qtpy.QtWidgets import QVBoxLayout, QWidget

from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.fonts import ui_font
from admaker_desktop.ui.widgets import (
    Badge,
    Button,
    Card,
    Divider,
    FlowLayout,
    KeyCap,
    Label,
    Panel,
    ProgressBar,
    Scroll,
    Spinner,
)
from tests.ui.gallery import gallery

LONG = "Inès answered the review: yes to 1, changes to 2 and 3"


@pytest.fixture(autouse=True)
def moving_again() -> Iterator[None]:
    yield
    theme.reduced_motion = False


def show(qtbot: QtBot, widget: QWidget, width: int = 200, height: int = 100) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitExposed(widget):
        widget.show()


@pytest.mark.parametrize(
    ("role", "pixels"), [("title", 24), ("panel", 16), ("section", 14), ("body", 13), ("label", 11)]
)
def test_roles_have_the_sizes_of_the_design(qtbot: QtBot, role: str, pixels: int) -> None:
    label = Label(role)  # type: ignore[arg-type]
    qtbot.addWidget(label)
    assert label.font().pixelSize() == pixels


def test_a_cut_label_says_all_in_its_tooltip(qtbot: QtBot) -> None:
    label = Label("body", elides=True)
    label.setText(LONG)
    show(qtbot, label, 120, 20)
    assert label.toolTip() == LONG
    assert label.minimumSizeHint().width() <= 24
    label.resize(600, 20)
    assert label.toolTip() == ""
    assert not label.grab().isNull()


def test_a_wrapped_label_has_the_line_height_and_shows_tags_as_text(qtbot: QtBot) -> None:
    label = Label("body", wraps=True)
    label.setText("<b>one</b>\ntwo")
    show(qtbot, label)
    assert label.text() == "<b>one</b>\ntwo"
    two = label.heightForWidth(400)
    label.setText("one\ntwo\nthree")
    assert label.heightForWidth(400) - two == pytest.approx(13 * 1.38, abs=1.5)


def test_a_label_takes_another_tone(qtbot: QtBot) -> None:
    label = Label("body")
    label.setText("■■■")
    show(qtbot, label, 100, 30)
    before = label.grab().toImage()
    label.set_tone("err")
    assert label.grab().toImage() != before


def test_a_card_is_pressed_by_mouse_and_keyboard(qtbot: QtBot) -> None:
    card = Card()
    show(qtbot, card)
    with qtbot.assertNotEmitted(card.clicked, wait=20):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
        qtbot.keyClick(card, Qt.Key.Key_Return)
    card.set_clickable(True)
    with qtbot.waitSignal(card.clicked):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(card.clicked):
        qtbot.keyClick(card, Qt.Key.Key_Return)


def test_letting_go_outside_a_card_presses_nothing(qtbot: QtBot) -> None:
    card = Card()
    card.set_clickable(True)
    show(qtbot, card)
    with qtbot.assertNotEmitted(card.clicked, wait=20):
        qtbot.mousePress(card, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
        assert not card.grab().isNull()
        qtbot.mouseRelease(card, Qt.MouseButton.LeftButton, pos=QPoint(500, 500))


def test_a_selected_card_is_framed(qtbot: QtBot) -> None:
    card = Card()
    show(qtbot, card)
    card.set_selected(True)
    assert card.grab().toImage().pixelColor(100, 0) == theme.colour("acc")
    card.set_selected(False)
    card.set_border("ok")
    card.set_fill("panel2")
    assert card.grab().toImage().pixelColor(100, 0) == theme.colour("ok")
    card.set_dashed(True)
    row = card.grab().toImage()
    assert len({row.pixelColor(x, 0).name() for x in range(20, 180)}) > 1


def test_a_panel_has_hairlines_on_the_named_edges(qtbot: QtBot) -> None:
    panel = Panel(edges="left bottom")
    show(qtbot, panel, 60, 40)
    picture = panel.grab().toImage()
    line, fill = theme.colour("line"), theme.colour("panel")
    assert picture.pixelColor(0, 20) == picture.pixelColor(30, 39) == line
    assert picture.pixelColor(59, 20) == picture.pixelColor(30, 0) == fill


def test_dividers_are_hairlines(qtbot: QtBot) -> None:
    for divider, size in ((Divider(), (50, 1)), (Divider(is_vertical=True), (1, 50))):
        show(qtbot, divider, 50, 50)
        assert (divider.width(), divider.height()) == size
        assert divider.grab().toImage().pixelColor(0, 0) == theme.colour("line")


def test_a_badge_hides_when_there_is_nothing_to_say(qtbot: QtBot) -> None:
    badge, window = Badge("warn"), QWidget()
    column = QVBoxLayout(window)
    column.addWidget(badge)
    show(qtbot, window)
    badge.setText("2")
    assert badge.isVisible()
    narrow = badge.sizeHint().width()
    badge.setText("128")
    assert badge.sizeHint().width() > narrow
    assert badge.text() == badge.accessibleName() == "128"
    badge.setText("")
    assert not badge.isVisible()
    badge.set_icon("check")
    badge.setText("")
    badge.set_tone("ok")
    assert badge.isVisible()
    assert not badge.grab().isNull()


def test_a_key_cap_is_as_wide_as_its_key(qtbot: QtBot) -> None:
    cap = KeyCap("F")
    qtbot.addWidget(cap)
    narrow = cap.sizeHint().width()
    cap.setText("Shift Ctrl Enter")
    assert cap.sizeHint().width() > narrow


def test_a_bar_shows_its_share(qtbot: QtBot) -> None:
    bar = ProgressBar(token="ok")
    show(qtbot, bar, 100, 5)
    bar.set_fraction(0.5)
    picture = bar.grab().toImage()
    assert bar.height() == 5
    assert picture.pixelColor(30, 2) == theme.colour("ok")
    assert picture.pixelColor(70, 2) == theme.colour("raised")
    assert bar.value() == 500
    bar.set_fraction(7)
    assert bar.fraction == 1
    bar.set_tone("err")
    assert bar.grab().toImage().pixelColor(90, 2) == theme.colour("err")


def test_only_what_runs_and_is_seen_moves(qtbot: QtBot) -> None:
    bar = ProgressBar()
    show(qtbot, bar, 100, 5)
    clock = bar._clock
    assert not clock.is_ticking
    bar.set_fraction(None)
    assert clock.is_ticking
    bar.hide()
    assert not clock.is_ticking
    bar.show()
    assert clock.is_ticking
    bar.set_fraction(0.2)
    assert not clock.is_ticking


def test_reduced_motion_moves_nothing(qtbot: QtBot) -> None:
    theme.reduced_motion = True
    bar, spinner = ProgressBar(), Spinner(24, token="acc")
    for widget in (bar, spinner):
        qtbot.addWidget(widget)
        widget.show()
    bar.set_fraction(None)
    assert not bar._clock.is_ticking
    assert not spinner._clock.is_ticking
    first = spinner.grab().toImage()
    qtbot.wait(100)
    assert spinner.grab().toImage() == first
    assert not bar.grab().isNull()


def test_a_spinner_rests_when_told(qtbot: QtBot) -> None:
    spinner = Spinner()
    show(qtbot, spinner)
    assert spinner._clock.is_ticking
    spinner.set_running(False)
    assert not spinner._clock.is_ticking


def test_widgets_flow_onto_as_many_lines_as_they_need(qtbot: QtBot) -> None:
    window = QWidget()
    flow = FlowLayout(window, gap=10, line_gap=4)
    boxes = [QWidget() for _ in range(4)]
    for box in boxes:
        box.setFixedSize(50, 20)
        flow.addWidget(box)
    show(qtbot, window, 120, 100)
    assert [box.geometry() for box in boxes[:3]] == [QRect(0, 0, 50, 20), QRect(60, 0, 50, 20), QRect(0, 24, 50, 20)]
    assert flow.heightForWidth(120) == 44
    assert flow.heightForWidth(300) == 20
    boxes[0].hide()
    flow.setGeometry(QRect(0, 0, 120, 100))
    assert boxes[1].pos() == QPoint(0, 0)
    assert flow.count() == 4
    taken = flow.takeAt(0)
    assert taken is not None
    assert taken.widget() is boxes[0]
    assert flow.itemAt(9) is None
    assert flow.takeAt(9) is None


def test_a_scroll_area_shows_the_ground_behind_it(qtbot: QtBot) -> None:
    panel, scroll, content = Panel(fill="panel"), Scroll(), QWidget()
    content.setMinimumHeight(400)
    scroll.set_content(content)
    column = QVBoxLayout(panel)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(scroll)
    show(qtbot, panel)
    assert panel.grab().toImage().pixelColor(50, 50) == theme.colour("panel")
    assert content.width() <= scroll.viewport().width()


def test_buttons_do_not_shrink_in_a_narrow_row(qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    button = Button("play")
    button.setText("A rather long label for a button")
    column.addWidget(button)
    show(qtbot, window, 40, 60)
    assert button.width() >= button.sizeHint().width()
    assert button.font() == ui_font(13, 600)


@pytest.mark.parametrize("mode", ["dark", "light"])
def test_the_gallery_paints_every_state(qtbot: QtBot, mode: str) -> None:
    theme.set_mode(mode)  # type: ignore[arg-type]
    window = gallery()
    show(qtbot, window, 1440, 960)
    picture = window.grab().toImage()
    assert picture.pixelColor(30, 900) == theme.colour("bg")
