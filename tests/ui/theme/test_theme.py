"""One table dresses Qt and every painter, and changes while the window stands."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from qtpy.QtGui import QFontInfo, QFontMetricsF, QPalette, QRawFont
from qtpy.QtWidgets import QApplication, QLabel

from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.current import FOREGROUNDS
from admaker_desktop.ui.theme.fonts import MONO_FAMILY, UI_FAMILY, mono_font, ui_font
from admaker_desktop.ui.theme.sheet import style_sheet
from admaker_desktop.ui.theme.tokens import tokens


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    theme.set_high_contrast(False)
    theme.set_mode("dark")


def test_colours_are_those_of_the_table() -> None:
    assert theme.colour("acc").name() == tokens("dark").colours["acc"]
    assert theme.family("video").name() == tokens("dark").families["video"]
    assert theme.family("no such family") == theme.colour("t3")
    with pytest.raises(KeyError):
        theme.colour("no such token")


def test_a_switch_reaches_the_palette_the_sheet_and_whoever_paints(qtbot: QtBot, qapp: QApplication) -> None:
    label = QLabel("word")
    label.setForegroundRole(FOREGROUNDS["t2"])
    qtbot.addWidget(label)
    with qtbot.waitSignal(theme.changed):
        theme.set_mode("light")
    light = tokens("light").colours
    assert not theme.is_dark
    assert label.palette().color(FOREGROUNDS["t2"]).name() == light["t2"]
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == light["bg"]
    assert light["line2"] in qapp.styleSheet()


def test_the_same_mode_again_is_no_change(qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_mode("dark")
        theme.set_high_contrast(False)


def test_high_contrast_gives_borders_the_colour_of_hints() -> None:
    theme.set_high_contrast(True)
    assert theme.has_high_contrast
    assert theme.colour("line2") == theme.colour("t3")


def test_disabled_text_is_at_half_strength(qapp: QApplication) -> None:
    colour = qapp.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
    assert colour.alphaF() == pytest.approx(0.5, abs=0.01)


def test_the_sheet_has_no_open_place_and_no_font() -> None:
    sheet = style_sheet(tokens("dark").colours)
    assert "$" not in sheet
    assert "font" not in sheet  # a font in the sheet would override what widgets set


def test_type_comes_from_our_own_files() -> None:
    assert ui_font(13).families() == [UI_FAMILY]
    assert QFontInfo(ui_font(13, 600)).family() == UI_FAMILY
    assert QFontInfo(mono_font(12)).family() == MONO_FAMILY


def test_tabular_figures_have_one_width_and_words_keep_their_narrow_hyphen() -> None:
    numbers, words = QFontMetricsF(ui_font(13, tabular=True)), QFontMetricsF(ui_font(13))
    assert len({numbers.horizontalAdvance(figure) for figure in "0123456789"}) == 1
    assert words.horizontalAdvance("Cut-out") < numbers.horizontalAdvance("Cut-out")


def test_bold_is_wider_than_regular() -> None:
    """The weight axis moves: a variable font that ignores it looks right in nothing else but this."""
    text = "Make the first draft"
    regular, bold = (QFontMetricsF(ui_font(13, weight)).horizontalAdvance(text) for weight in (400, 700))
    assert bold > regular * 1.03


@pytest.mark.parametrize("text", ["Été à Noël, œuvre, Ÿ, ça", "Größe, señal, ação, łódź", "≈ €38.42 → × – … ≤ ↵ ⌘"])
def test_western_europe_and_our_signs_are_in_the_face(text: str) -> None:
    raw = QRawFont.fromFont(ui_font(16))
    assert [letter for letter in text if not raw.supportsCharacter(ord(letter))] == []


def test_a_broken_pixel_size_is_kept() -> None:
    assert ui_font(10.5).pointSizeF() > ui_font(10.25).pointSizeF()
    assert mono_font(11.5).pointSizeF() > 0
