"""The timeline strip with real media: what it shows, and what mouse and keys do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from qtpy.QtCore import QEvent, QPoint, QPointF, Qt
from qtpy.QtGui import QColor, QHelpEvent, QImage, QWheelEvent
from qtpy.QtWidgets import QApplication, QSplitter, QToolTip, QWidget

from admaker_desktop.project.content import ContentStore
from admaker_desktop.timeline.model import Sequence
from admaker_desktop.ui import i18n
from admaker_desktop.ui.jobs import Jobs
from admaker_desktop.ui.strip import TimelineStrip
from admaker_desktop.ui.strip.layout import HEAD_PX, RULER_PX
from admaker_desktop.ui.strip.words import clip_label, head_note
from admaker_desktop.ui.theme import theme

LEFT = Qt.MouseButton.LeftButton


def picture(strip: TimelineStrip) -> QImage:
    return strip.area.viewport().grab().toImage()


def is_near(first: QColor, second: QColor, most: int = 12) -> bool:
    pairs = ((first.red(), second.red()), (first.green(), second.green()), (first.blue(), second.blue()))
    return all(abs(a - b) <= most for a, b in pairs)


def wheel(strip: TimelineStrip, x: int, turn: int, keys: Qt.KeyboardModifier) -> None:
    view = strip.area.viewport()
    place = QPointF(x, 100)
    event = QWheelEvent(
        place, QPointF(view.mapToGlobal(place.toPoint())), QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton, keys,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)


def colours_in(image: QImage, x0: int, x1: int, y: int) -> int:
    return len({image.pixelColor(x, y).name() for x in range(x0, x1)})


def test_without_a_cut_it_says_what_will_be_here(strip: TimelineStrip) -> None:
    assert strip.area.accessibleName() == "Timeline"
    assert len({picture(strip).pixelColor(x, y).name() for x in range(300, 900, 3) for y in range(100, 200, 2)}) > 4


def test_filmstrips_waveforms_and_the_gain_are_painted(shown: TimelineStrip) -> None:
    image = picture(shown)
    shot = shown.area.clip_rect("shot1")
    assert colours_in(image, shot.left() + 5, shot.right() - 5, shot.center().y() + 8) > 40
    for name, family in (("v1", "voice"), ("pad", "music")):
        rect = shown.area.clip_rect(name)
        row = [image.pixelColor(x, rect.center().y() + 6) for x in range(rect.left() + 4, rect.right() - 4)]
        assert any(is_near(colour, theme.family(family)) for colour in row), name
    music = shown.area.clip_rect("pad")
    column = shown.area.ruler_x(45)  # the first line is spoken
    quiet = shown.area.ruler_x(130)

    def line_y(x: int) -> int:
        places = range(music.top() + 2, music.bottom() - 1)
        return max(places, key=lambda y: image.pixelColor(x, y).lightness())

    assert line_y(column) > line_y(quiet) + 5, "lower where it is ducked"


def test_a_press_on_the_ruler_and_a_drag_scrub(shown: TimelineStrip, qtbot: QtBot) -> None:
    frames: list[int] = []
    shown.scrubbed.connect(frames.append)
    view, y = shown.area.viewport(), RULER_PX // 2
    qtbot.mousePress(view, LEFT, pos=QPoint(shown.area.ruler_x(100) + 1, y))
    for frame in (120, 150, 200):
        qtbot.mouseMove(view, QPoint(shown.area.ruler_x(frame) + 1, y + 60))
    qtbot.mouseMove(view, QPoint(5000, y))
    qtbot.mouseRelease(view, LEFT, pos=QPoint(5000, y))
    assert frames == [100, 120, 150, 200, 359]
    assert shown.position == 359
    qtbot.mouseMove(view, QPoint(shown.area.ruler_x(10), y))
    assert frames[-1] == 359, "let go is let go"


def test_every_frame_can_be_hit(shown: TimelineStrip, qtbot: QtBot) -> None:
    shown.area.set_zoom(1.0)
    for frame in (3, 4, 5, 9):
        place = QPoint(shown.area.ruler_x(frame) + 2, RULER_PX // 2)
        qtbot.mouseClick(shown.area.viewport(), LEFT, pos=place)
        assert shown.position == frame


def test_a_click_on_a_clip_activates_it_and_a_drag_does_not(shown: TimelineStrip, qtbot: QtBot) -> None:
    names: list[str] = []
    shown.clip_activated.connect(names.append)
    view, place = shown.area.viewport(), shown.area.clip_rect("shot2").center()
    qtbot.mouseClick(view, LEFT, pos=place)
    assert names == ["shot2"]
    assert shown.area.selected == "shot2"
    qtbot.mousePress(view, LEFT, pos=place)
    qtbot.mouseMove(view, place + QPoint(40, 0))
    qtbot.mouseRelease(view, LEFT, pos=place + QPoint(40, 0))
    qtbot.mouseClick(view, LEFT, pos=QPoint(HEAD_PX // 2, place.y()))
    assert names == ["shot2"]


def test_setting_the_position_tells_nobody_and_moves_the_line(shown: TimelineStrip, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(shown.scrubbed):
        shown.set_position(200)
    x, y = shown.area.ruler_x(200), shown.area.viewport().height() - 6
    line = theme.colour("playhead")
    assert any(is_near(picture(shown).pixelColor(x + dx, y), line, 60) for dx in (-1, 0, 1))
    shown.set_position(100_000)
    assert shown.position == 359
    shown.set_position(-5)
    assert shown.position == 0


def test_keys_step_and_jump(shown: TimelineStrip, qtbot: QtBot) -> None:
    frames: list[int] = []
    shown.scrubbed.connect(frames.append)
    area = shown.area
    area.setFocus()
    qtbot.keyClick(area, Qt.Key.Key_Right)
    qtbot.keyClick(area, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(area, Qt.Key.Key_Left)
    qtbot.keyClick(area, Qt.Key.Key_End)
    qtbot.keyClick(area, Qt.Key.Key_Right)
    qtbot.keyClick(area, Qt.Key.Key_Home)
    assert frames == [1, 11, 10, 359, 0]
    assert area.accessibleDescription() == "Playhead at 00:00:00 of 00:12:00"
    qtbot.keyClick(area, Qt.Key.Key_Plus)
    assert area.zoom > 0
    qtbot.keyClick(area, Qt.Key.Key_Minus)
    assert area.zoom == pytest.approx(0, abs=1e-6)
    qtbot.keyClick(area, Qt.Key.Key_Plus)
    qtbot.keyClick(area, Qt.Key.Key_F)
    assert area.zoom == 0


def test_the_wheel_zooms_around_the_pointer_and_the_slider_follows(shown: TimelineStrip) -> None:
    area, x = shown.area, HEAD_PX + 500
    before = area.frame_at(x)
    wheel(shown, x, 240, Qt.KeyboardModifier.ControlModifier)
    assert area.zoom > 0.05
    assert abs(area.frame_at(x) - before) <= 1
    assert shown._slider.value() == round(area.zoom * 1000)
    left = area.horizontalScrollBar().value()
    wheel(shown, x, -120, Qt.KeyboardModifier.ShiftModifier)
    assert area.horizontalScrollBar().value() > left
    shown._slider.setValue(0)
    assert area.zoom == 0
    assert area.horizontalScrollBar().maximum() == 0


def test_the_view_turns_its_page_after_the_playhead(shown: TimelineStrip) -> None:
    shown.area.set_zoom(0.6)
    shown.set_position(0)
    assert shown.area.horizontalScrollBar().value() == 0
    shown.set_position(300)
    assert HEAD_PX <= shown.area.ruler_x(300) <= shown.area.viewport().width()


def test_pointing_at_a_clip_tells_its_words_and_times(shown: TimelineStrip) -> None:
    view, place = shown.area.viewport(), shown.area.clip_rect("brand").center()
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place)))
    assert QToolTip.text() == "Luma\n20% off\nOrder now\n00:09:00 to 00:12:00, 3.0 s"
    QToolTip.hideText()


def test_hovering_lights_a_clip_and_leaving_puts_it_out(shown: TimelineStrip, qtbot: QtBot) -> None:
    view, rect = shown.area.viewport(), shown.area.clip_rect("headline")
    rest = picture(shown)
    place = QPoint(rect.right() - 9, rect.top() + 4)
    qtbot.mouseMove(view, rect.center())
    lit = picture(shown)
    assert lit.pixelColor(place) != rest.pixelColor(place)
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert picture(shown) == rest


def test_it_folds_to_its_header_and_says_so(shown: TimelineStrip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.collapsed_changed) as told:
        qtbot.mouseClick(shown._fold, LEFT)
    assert told.args == [True]
    assert shown.is_collapsed
    assert shown.sizeHint().height() == 36
    assert shown._fold.accessibleName() == "Show the timeline"
    shown.set_collapsed(False)
    assert not shown.is_collapsed
    assert shown.area.isVisible()


def test_a_splitter_gives_back_the_height_it_had(shown: TimelineStrip, qtbot: QtBot) -> None:
    splitter = QSplitter(Qt.Orientation.Vertical)
    qtbot.addWidget(splitter)
    splitter.addWidget(QWidget())
    splitter.addWidget(shown)
    splitter.resize(1000, 800)
    splitter.setSizes([520, 280])
    splitter.show()
    qtbot.waitExposed(splitter)
    before = shown.height()
    shown.set_collapsed(True)
    qtbot.waitUntil(lambda: shown.height() == 36)
    shown.set_collapsed(False)
    qtbot.waitUntil(lambda: shown.height() == before and shown.minimumHeight() == 0)
    splitter.setSizes([600, 200])
    assert shown.height() < before
    shown.setParent(None)  # its fixture ends it


def test_another_view_keeps_the_place_and_counts_at_its_own_rate(
    shown: TimelineStrip, film: Sequence, store: ContentStore, jobs: Jobs
) -> None:
    shown.set_position(350)
    shown.set_sequence(film, "wide", store, jobs)
    assert shown.position == 299
    assert shown._facts.text() == "12.0 s · 25 fps"
    shown.set_sequence(None, "", None, jobs)
    assert shown.position == 0
    assert not shown._facts.isVisible()


def test_words_change_with_the_language_and_the_theme_with_its_colours(shown: TimelineStrip) -> None:
    dark = picture(shown).pixelColor(4, 4)
    theme.set_mode("light")
    assert picture(shown).pixelColor(4, 4).lightness() > dark.lightness() + 100
    i18n.set_language("fr")
    shown.retranslate()
    assert shown._facts.text().startswith("12,0")


def test_labels_say_what_a_clip_is(shown: TimelineStrip) -> None:
    cut = shown.area.cut
    assert cut is not None
    labels = {clip.id: clip_label(clip) for track in cut.tracks for clip in track.clips}
    assert labels["shot1"] == "S1"
    assert labels["shot3"] == "S3  End card"
    assert labels["brand"] == "End card: Luma · 20% off · Order now"
    assert labels["pad"] == "Music, 3 stems"
    notes = {track.kind: head_note(track, cut, 0.3548) for track in cut.tracks}
    assert notes == {"captions": "EN", "titles": "", "shots": "3", "voice": "EN", "music": "−9 dB"}


def test_lost_pictures_leave_the_clip_standing(
    strip: TimelineStrip, film: Sequence, tmp_path: Path, jobs: Jobs, qtbot: QtBot
) -> None:
    strip.set_sequence(film, "tall", ContentStore(tmp_path / "empty"), jobs)
    qtbot.waitUntil(lambda: strip.area.is_complete, timeout=10_000)
    assert picture(strip).pixelColor(strip.area.clip_rect("shot1").center()).isValid()


def test_only_what_is_missing_is_loaded_again(
    shown: TimelineStrip, film: Sequence, store: ContentStore, jobs: Jobs
) -> None:
    later = film.model_copy(update={"titles": film.titles[:1]})
    shown.set_sequence(later, "tall", store, jobs)
    assert not shown.area.clip_rect("shot1").isEmpty()
    image = picture(shown)
    shot = shown.area.clip_rect("shot1")
    assert colours_in(image, shot.left() + 5, shot.right() - 5, shot.bottom() - 12) > 40, "at once, from memory"


def test_the_strip_needs_no_heavy_package_to_open() -> None:
    code = (
        "import sys, admaker_desktop.ui.strip, admaker_desktop.ui.previews\n"
        "print([name for name in ('numpy', 'av', 'cv2') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
