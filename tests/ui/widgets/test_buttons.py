"""Buttons are never cut, answer the keyboard, and take no clicks while they are busy."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from qtpy.QtCore import QEvent, QPoint, QPointF, Qt
from qtpy.QtGui import QEnterEvent
from qtpy.QtWidgets import QApplication

from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.widgets import Button, CheckBox, Chip, IconButton, Switch


def made(qtbot: QtBot, icon: str = "", kind: str = "normal", size: str = "normal", text: str = "Run to here") -> Button:
    button = Button(icon, kind, size)  # type: ignore[arg-type]
    button.setText(text)
    qtbot.addWidget(button)
    with qtbot.waitExposed(button):
        button.show()
    return button


@pytest.fixture
def still() -> None:
    theme.reduced_motion = True


@pytest.fixture(autouse=True)
def moving_again() -> Iterator[None]:
    yield
    theme.reduced_motion = False


@pytest.mark.parametrize(("size", "height"), [("small", 26), ("normal", 32), ("large", 40)])
def test_heights_are_those_of_the_design(qtbot: QtBot, size: str, height: int) -> None:
    assert made(qtbot, size=size).sizeHint().height() == height


def test_a_longer_word_makes_a_wider_button_that_cannot_be_squeezed(qtbot: QtBot) -> None:
    button = made(qtbot, "play", text="Run")
    short = button.sizeHint().width()
    button.setText("Exécuter jusqu’ici et recommencer")
    assert button.sizeHint().width() > short
    assert button.minimumSizeHint() == button.sizeHint()


def test_icons_keys_and_arrows_widen_it(qtbot: QtBot) -> None:
    button = made(qtbot)
    widths = [button.sizeHint().width()]
    for change in (lambda: button.set_icon("play"), lambda: button.set_keys("Ctrl O")):
        change()
        widths.append(button.sizeHint().width())
    button.set_trailing_icon("chevron-down")
    widths.append(button.sizeHint().width())
    assert widths == sorted(set(widths))


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_the_keyboard_presses_it(qtbot: QtBot, key: Qt.Key) -> None:
    button = made(qtbot)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_busy_keeps_the_width_and_takes_no_clicks(qtbot: QtBot) -> None:
    button = made(qtbot, "play")
    width = button.sizeHint().width()
    button.set_busy(True)
    assert button.is_busy
    assert button.sizeHint().width() == width
    with qtbot.assertNotEmitted(button.clicked, wait=30):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        qtbot.keyClick(button, Qt.Key.Key_Space)
    button.set_busy(False)
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("kind", ["normal", "primary", "ghost", "fix", "danger", "link"])
def test_every_kind_shows_pressed_and_disabled(qtbot: QtBot, kind: str) -> None:
    button = made(qtbot, "play", kind)
    rest = button.grab().toImage()
    button.setDown(True)
    assert button.grab().toImage() != rest
    button.setDown(False)
    assert button.grab().toImage() == rest
    button.setEnabled(False)
    assert button.grab().toImage() != rest


def test_disabled_is_half_as_strong(qtbot: QtBot) -> None:
    button = made(qtbot, text="")
    corner = QPoint(button.width() // 2, button.height() // 2)
    button.setEnabled(False)
    raised, ground = theme.colour("raised"), theme.colour("bg")
    seen = button.grab().toImage().pixelColor(corner)
    assert abs(seen.red() - (raised.red() + ground.red()) / 2) <= 2


def enter(widget: Button | IconButton) -> None:
    QApplication.sendEvent(widget, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))


def test_hover_fades_in_and_out(qtbot: QtBot) -> None:
    button = made(qtbot)
    enter(button)
    assert button.hover < 1
    qtbot.waitUntil(lambda: button.hover == 1, timeout=1000)
    QApplication.sendEvent(button, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: button.hover == 0, timeout=1000)


def test_reduced_motion_hovers_at_once(qtbot: QtBot, still: None) -> None:
    button = made(qtbot)
    enter(button)
    assert button.hover == 1
    middle = button.grab().toImage().pixelColor(4, button.height() // 2)
    assert middle == theme.colour("hover")


def test_a_disabled_button_does_not_hover(qtbot: QtBot, still: None) -> None:
    button = made(qtbot)
    button.setEnabled(False)
    enter(button)
    assert button.hover == 0


def test_an_icon_button_is_at_least_28_pixels_and_named_by_its_tooltip(qtbot: QtBot) -> None:
    button = IconButton("undo-2", 20)
    qtbot.addWidget(button)
    button.setToolTip("Undo (Ctrl+Z)")
    assert button.sizeHint().width() == button.sizeHint().height() == 28
    assert button.accessibleName() == "Undo (Ctrl+Z)"
    button.setAccessibleName("Undo")
    button.setToolTip("Undo a move")
    assert button.accessibleName() == "Undo"


def test_an_icon_button_shows_that_it_is_checked(qtbot: QtBot) -> None:
    button = IconButton("hand")
    button.setCheckable(True)
    qtbot.addWidget(button)
    off = button.grab().toImage()
    button.click()
    assert button.isChecked()
    assert button.grab().toImage() != off
    button.set_icon("scissors")
    button.set_framed(True)
    button.set_tone("acct")
    button.set_busy(True)
    assert not button.grab().isNull()


@pytest.mark.parametrize("cls", [Switch, CheckBox])
def test_toggles_toggle_by_mouse_and_keyboard(qtbot: QtBot, cls: type[Switch | CheckBox]) -> None:
    toggle = cls()
    toggle.setText("Draft first")
    qtbot.addWidget(toggle)
    toggle.show()
    off = toggle.grab().toImage()
    with qtbot.waitSignal(toggle.toggled):
        qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton)
    assert toggle.isChecked()
    assert toggle.grab().toImage() != off
    with qtbot.waitSignal(toggle.toggled):
        qtbot.keyClick(toggle, Qt.Key.Key_Space)
    assert toggle.sizeHint().height() >= 28


def test_a_chip_is_a_fact_until_it_can_be_clicked(qtbot: QtBot) -> None:
    chip = Chip("clock", "warn")
    chip.setText("15 s + 6 s")
    qtbot.addWidget(chip)
    chip.show()
    assert chip.focusPolicy() == Qt.FocusPolicy.NoFocus
    with qtbot.assertNotEmitted(chip.clicked, wait=20):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    width = chip.sizeHint().width()
    chip.set_editable(True)
    assert chip.sizeHint().width() > width
    with qtbot.waitSignal(chip.clicked):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chip.accessibleName() == "15 s + 6 s"


def test_a_cut_chip_says_all_in_its_tooltip(qtbot: QtBot) -> None:
    chip = Chip("monitor", "info")
    qtbot.addWidget(chip)
    chip.setText("Instagram, TikTok and YouTube")
    chip.resize(60, 22)
    chip.show()
    assert chip.toolTip() == "Instagram, TikTok and YouTube"
    chip.resize(chip.sizeHint())
    assert chip.toolTip() == ""
    before = chip.grab().toImage()
    chip.set_tone("ok")
    chip.set_icon("")
    assert chip.grab().toImage() != before
