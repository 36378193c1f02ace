"""Editors of every kind of setting: what they show, tell, refuse and take back."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot
from qtpy.QtCore import QMimeData, QPointF, Qt, QUrl
from qtpy.QtGui import QDropEvent

from admaker_desktop.engine.registry import NodeSpec
from admaker_desktop.engine.values import jsonable
from admaker_desktop.media.stills import save_png
from admaker_desktop.project.content import ContentStore
from admaker_desktop.services.settings_forms import form_of
from admaker_desktop.ui.inspector.editors.finder import Finder
from admaker_desktop.ui.inspector.editors.pictures import PicturesEditor
from admaker_desktop.ui.inspector.row import SettingRow
from admaker_desktop.ui.session import Session
from tests.fakes.forms import EVERY


class Told:
    """A row on show, with everything that it has passed on."""

    def __init__(self, session: Session, spec: NodeSpec, name: str, qtbot: QtBot) -> None:
        field = next(field for field in form_of(spec) if field.name == name)
        self.row = SettingRow(session, spec, field)
        qtbot.addWidget(self.row)
        self.values: list[object] = []
        self.row.valued.connect(lambda _name, value: self.values.append(value))
        self.row.show_value(None)
        self.row.resize(312, 200)
        self.row.show()
        self.editor = self.row.editor


def test_a_slider_tells_when_it_is_let_go_and_steps_by_keys(session: Session, qtbot: QtBot) -> None:
    told = Told(session, EVERY, "share", qtbot)
    assert told.editor.field.value == 0.5
    told.editor.field.number.field.setValue(0.8)
    told.editor.field.slider.setFocus()
    qtbot.keyClick(told.editor.field.slider, Qt.Key.Key_Left)
    assert told.values == [0.8, 0.795]
    told.row.reset.click()
    assert told.values[-1] is None
    assert told.editor.field.value == 0.5


def test_whole_numbers_stay_whole(session: Session, qtbot: QtBot) -> None:
    slider, number = Told(session, EVERY, "count", qtbot), Told(session, EVERY, "seed", qtbot)
    slider.editor.field.number.field.setValue(7)
    number.editor.field.field.setValue(48213)
    assert slider.values == [7]
    assert number.values == [48213]
    assert isinstance(number.values[0], int)
    number.row.show_value(12)
    assert number.editor.field.value == 12


def test_a_switch_and_a_choice_tell_at_once(session: Session, qtbot: QtBot) -> None:
    switch, choice = Told(session, EVERY, "loud", qtbot), Told(session, EVERY, "kind", qtbot)
    switch.editor.field.click()
    assert switch.values == [True]
    choice.editor.field.setCurrentIndex(1)
    choice.editor.field.activated.emit(1)
    assert choice.values == ["extra_bold"]
    switch.row.show_value(None)
    assert not switch.editor.field.isChecked()


def test_free_entries_are_added_by_typing_and_taken_out(session: Session, qtbot: QtBot) -> None:
    told = Told(session, EVERY, "tags", qtbot)
    qtbot.keyClicks(told.editor.field, "calm, warm")
    qtbot.keyClick(told.editor.field, Qt.Key.Key_Return)
    assert told.values == [["calm", "warm"]]
    qtbot.keyClicks(told.editor.field, "third")
    qtbot.keyClick(told.editor.field, Qt.Key.Key_Return)
    assert told.row.note.text() == "At most 2 entries."
    assert told.values == [["calm", "warm"]]
    told.editor._flow.itemAt(0).widget().click()
    assert told.values[-1] == ["warm", "third"]


def test_rows_of_names_and_words(session: Session, qtbot: QtBot) -> None:
    told = Told(session, session.registry.get("strategy.brief"), "answers", qtbot)
    told.editor.add.click()
    line = told.editor.rows[0]
    line.key.set_value("cta")
    qtbot.keyClicks(line.field, "Order today")
    told.row.flush()
    assert told.values == [{"cta": "Order today"}]
    told.row.show_value({"cta": "Order today", "offer": "2 for 1"})
    assert [row.name for row in told.editor.rows] == ["cta", "offer"]
    told.editor.rows[0].remove.click()
    assert told.values[-1] == {"offer": "2 for 1"}


def test_rows_with_free_names(session: Session, qtbot: QtBot) -> None:
    told = Told(session, EVERY, "answers", qtbot)
    told.editor.add.click()
    qtbot.keyClicks(told.editor.rows[0].key, "who")
    qtbot.keyClicks(told.editor.rows[0].field, "me")
    told.row.flush()
    assert told.values == [{"who": "me"}]


def test_a_kind_without_an_editor_takes_json(session: Session, qtbot: QtBot) -> None:
    told = Told(session, EVERY, "grid", qtbot)
    assert told.editor.field.text() == "[]"
    told.editor.field.setText("[[1, 2")
    told.editor.field.textEdited.emit("[[1, 2")
    assert "does not fit" in told.row.note.text()
    told.editor.field.setText("[[1, 2]]")
    told.editor.field.textEdited.emit("[[1, 2]]")
    told.row.flush()
    assert told.values == [[[1, 2]]]


def test_a_service_is_shown_with_its_price_and_an_unknown_one_stays(session: Session, qtbot: QtBot) -> None:
    told = Told(session, session.registry.get("sound.voice"), "provider", qtbot)
    assert told.editor.field.value == "draft"
    assert told.editor.field.currentData(Qt.ItemDataRole.UserRole + 1) == "free"
    told.row.show_value("gone")
    assert told.editor.field.currentText() == "gone"
    told.editor.field.activated.emit(0)
    assert told.values == [None], "the default is no setting"


def test_voices_are_offered_when_a_worker_has_read_them(session: Session, qtbot: QtBot) -> None:
    told = Told(session, session.registry.get("sound.voice"), "voice", qtbot)
    qtbot.waitUntil(lambda: told.editor.field.count() > 3)
    told.editor.field.activated.emit(1)
    assert told.values == ["af_heart"]


def test_ratios_are_switched_from_those_that_stand_in(session: Session, qtbot: QtBot) -> None:
    told = Told(session, session.registry.get("edit.formats"), "aspects", qtbot)
    qtbot.waitUntil(lambda: len(told.editor.chips) == 6)
    told.editor.chips["4:5"].click()
    told.editor.chips["9:16"].click()
    assert told.values == [["4:5"], ["9:16", "4:5"]]
    told.editor.chips["4:5"].click()
    assert told.values[-1] == ["9:16"]


def test_a_placement_is_found_by_typing(session: Session, qtbot: QtBot) -> None:
    told = Told(session, session.registry.get("edit.formats"), "presets", qtbot)
    qtbot.waitUntil(lambda: len(told.editor._choices) >= 100)
    told.editor.add.click()
    finder = told.editor.findChild(Finder)
    qtbot.keyClicks(finder.search.field, "youtube in-feed 1920")
    qtbot.keyClick(finder.search.field, Qt.Key.Key_Return)
    assert told.values == [["yt_infeed_16x9"]]
    assert told.editor.rows[0]._title.text().startswith("YouTube")
    told.editor.rows[0].remove.click()
    assert told.values[-1] is None


def test_a_placement_that_cannot_be_made_is_not_chosen(session: Session, qtbot: QtBot) -> None:
    told = Told(session, session.registry.get("edit.formats"), "presets", qtbot)
    qtbot.waitUntil(lambda: len(told.editor._choices) >= 100)
    refused = next(choice for choice in told.editor._choices.values() if choice.refusal)
    finder = Finder([refused], told.editor)
    qtbot.keyClick(finder.search.field, Qt.Key.Key_Down)
    qtbot.keyClick(finder.search.field, Qt.Key.Key_Return)
    assert not told.values
    finder.search.set_text("zzzz")
    assert finder.list.model().index(0, 0).data() == "Nothing is called that"
    finder.grab()
    finder.close()


@pytest.fixture
def photos(session: Session, tmp_path: Path) -> list[Path]:
    store = ContentStore(tmp_path / "elsewhere")
    shades = (40, 90, 140)
    return [store.path(save_png(store, np.full((8, 12, 3), shade, np.uint8))) for shade in shades]


def test_pictures_are_dropped_ordered_and_taken_out(session: Session, photos: list[Path], qtbot: QtBot) -> None:
    told = Told(session, session.registry.get("visual.files"), "files", qtbot)
    editor = told.editor
    assert isinstance(editor, PicturesEditor)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in photos[:2]])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    editor.dropEvent(drop)
    qtbot.waitUntil(lambda: len(editor.tiles) == 2)
    assert [value["sha256"] for value in told.values[-1]] == [path.stem for path in photos[:2]]
    editor.tiles[0].setFocus()
    qtbot.keyClick(editor.tiles[0], Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert [value["sha256"] for value in told.values[-1]] == [photos[1].stem, photos[0].stem]
    told.row.grab()
    start, target = editor.tiles[1].rect().center(), editor.tiles[0]
    qtbot.mousePress(editor.tiles[1], Qt.MouseButton.LeftButton, pos=start)
    away = editor.tiles[1].mapFromGlobal(target.mapToGlobal(target.rect().center()))
    qtbot.mouseRelease(editor.tiles[1], Qt.MouseButton.LeftButton, pos=away)
    assert [value["sha256"] for value in told.values[-1]] == [photos[0].stem, photos[1].stem]
    qtbot.keyClick(editor.tiles[0], Qt.Key.Key_Delete)
    assert len(editor.tiles) == 1
    qtbot.waitUntil(lambda: editor.tiles[0]._image is not None)
    told.row.grab()


def test_what_is_no_picture_is_told_below(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    told = Told(session, session.registry.get("visual.files"), "files", qtbot)
    notes = tmp_path / "notes.png"
    notes.write_text("no picture", encoding="utf-8")
    told.editor.import_files([notes])
    qtbot.waitUntil(lambda: told.editor._problem.isVisibleTo(told.editor))
    assert told.editor._problem.text().startswith("notes.png is not a PNG")
    assert not told.values


def test_a_lost_picture_shows_that_it_is_lost(session: Session, photos: list[Path], qtbot: QtBot) -> None:
    told = Told(session, session.registry.get("visual.files"), "files", qtbot)
    ref = save_png(session.store, np.full((8, 12, 3), 7, np.uint8))
    session.store.path(ref).unlink()
    told.row.show_value([jsonable(ref)])
    qtbot.waitUntil(lambda: told.editor.tiles[0]._is_lost)
    told.row.grab()


def test_an_editor_that_is_gone_takes_no_late_answer(session: Session, qtbot: QtBot) -> None:
    told = Told(session, session.registry.get("edit.formats"), "presets", qtbot)
    gone: list[bool] = []
    told.row.destroyed.connect(lambda *_: gone.append(True))
    told.row.close()
    told.row.deleteLater()
    qtbot.waitUntil(lambda: gone == [True])
    qtbot.wait(200)  # the choices come now, and a slot that took them would fail the test
    assert told.values == []
