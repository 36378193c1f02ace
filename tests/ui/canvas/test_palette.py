"""The palette: sections, search, folding, rail, drag data."""

from __future__ import annotations

import pytest
from qtpy.QtCore import Qt
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QApplication

from admaker_desktop.services.studio import Studio
from admaker_desktop.ui.canvas.catalogue import entry_of, fitting, found, sections
from admaker_desktop.ui.canvas.intents import new_id
from admaker_desktop.ui.canvas.mime import node_mime, node_type_in
from admaker_desktop.ui.canvas.palette import NodePalette


@pytest.fixture
def palette(studio: Studio) -> NodePalette:
    made = NodePalette()
    made.set_specs(studio.tools.registry)
    made.resize(232, 600)
    made.show()
    QTest.qWaitForWindowExposed(made)
    return made


def test_sections_come_in_the_order_of_an_ads_making(studio: Studio) -> None:
    shown = sections(studio.tools.registry)
    assert [section.key for section in shown] == ["Strategy", "Visual", "Motion", "Sound", "Edit"]
    assert sum(len(section.entries) for section in shown) == len(studio.tools.registry)


def test_search_finds_by_title_first_then_by_help(studio: Studio) -> None:
    entries = [entry_of(spec) for spec in studio.tools.registry]
    assert found(entries, "voice")[0].type == "sound.voice"
    assert "sound.music" in [entry.type for entry in found(entries, "sound")]
    assert found(entries, "qqq") == ()


def test_only_what_fits_a_port_is_offered(studio: Studio) -> None:
    judge = studio.tools.registry.get("strategy.judge")
    feeding = fitting(studio.tools.registry, judge.ports["concepts"].item, is_input=True)
    assert [spec.type for spec in feeding] == ["strategy.concepts"]


def test_typing_filters_and_emptying_brings_the_sections_back(palette: NodePalette) -> None:
    palette.field.set_text("judge")
    assert palette.list.types() == ["strategy.judge"]
    palette.field.set_text("zzzz")
    assert palette.list.types() == []
    assert palette._nothing.isVisible()
    palette.field.set_text("")
    assert len(palette.list.types()) > 10


def test_a_double_click_or_enter_chooses(palette: NodePalette) -> None:
    chosen: list[str] = []
    palette.chosen.connect(chosen.append)
    palette.list.select_type("sound.music")
    where = palette.list.visualRect(palette.list.currentIndex()).center()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    QTest.mouseDClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    QTest.keyClick(palette.list, Qt.Key.Key_Return)
    assert chosen == ["sound.music", "sound.music"]


def test_a_click_on_a_head_folds_its_section(palette: NodePalette) -> None:
    before = len(palette.list.types())
    head = palette.list.visualRect(palette.list.model().index(0, 0)).center()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=head)
    assert len(palette.list.types()) == before - 6
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=head)
    assert len(palette.list.types()) == before


def test_the_rail_is_48_wide_and_asks_to_be_opened(palette: NodePalette) -> None:
    asked: list[bool] = []
    palette.rail_toggled.connect(asked.append)
    palette.set_rail(True)
    QApplication.processEvents()
    assert (palette.is_rail, palette.width()) == (True, 48)
    palette.grab()
    palette._rail._buttons[2].click()
    palette._rail._search.click()
    assert asked == [False, False]
    palette.set_rail(False)
    assert palette.sizeHint().width() == 232


def test_a_drag_carries_the_type() -> None:
    assert node_type_in(node_mime("visual.image")) == "visual.image"


@pytest.mark.parametrize(
    ("kind", "taken", "expected"),
    [
        ("visual.image", [], "image"),
        ("visual.image", ["image", "image_2"], "image_3"),
        ("acme.3D-Thing!", [], "node_3d_thing_"),
        ("x." + "a" * 60, [], "a" * 34),
    ],
)
def test_new_ids_are_slugs_that_are_free(kind: str, taken: list[str], expected: str) -> None:
    assert new_id(kind, taken) == expected
