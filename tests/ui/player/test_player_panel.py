"""The player panel: transport, keys, safe zones, full screen, and every state it can be in."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from qtpy.QtCore import QPoint, Qt
from qtpy.QtWidgets import QApplication, QWidget

from admaker_desktop.core.errors import MediaError
from admaker_desktop.ui.jobs import Jobs
from admaker_desktop.ui.player.panel import PlayerPanel
from admaker_desktop.ui.player.zones import SafeArea, placements, safe_area
from admaker_desktop.ui.theme import theme
from tests.media.playback.films import numbered_film

PATIENCE_MS = 8_000


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return numbered_film(tmp_path_factory.mktemp("films") / "numbers.mp4", frames=120, has_sound=True)


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


@pytest.fixture
def make(jobs: Jobs, qtbot: QtBot) -> Iterator[Callable[..., PlayerPanel]]:
    panels: list[PlayerPanel] = []

    def make_panel(**options: object) -> PlayerPanel:
        panel = PlayerPanel(jobs, make_output=silent, **options)
        panels.append(panel)
        panel.resize(340, 300)
        panel.show()
        qtbot.waitExposed(panel)
        return panel

    yield make_panel
    for panel in panels:
        panel.shut_down()
        panel.close()
        panel.deleteLater()


def silent() -> object:
    from admaker_desktop.media.playback.output import AudioOut

    return AudioOut(is_silent=True)


def film_source(path: Path) -> Callable[[], object]:
    def open_film() -> object:
        from admaker_desktop.media.playback.sources import FilmSource

        return FilmSource(path)

    return open_film


@pytest.fixture
def panel(make: Callable[..., PlayerPanel], film: Path, qtbot: QtBot) -> PlayerPanel:
    """With the film on show."""
    panel = make()
    panel.show_source(film_source(film), "Numbers")
    qtbot.waitUntil(lambda: panel.picture.image is not None, timeout=PATIENCE_MS)
    return panel


def shown_number(panel: PlayerPanel) -> int:
    """The frame's number as it is written into the picture that is shown."""
    image = panel.picture.image
    assert image is not None
    places = [(2 * bit + 1) * image.width() // 16 for bit in range(8)]
    return sum(1 << bit for bit, x in enumerate(places) if image.pixelColor(x, image.height() // 2).red() > 128)


def test_it_begins_empty_and_harmless(make: Callable[..., PlayerPanel], qtbot: QtBot) -> None:
    panel = make()
    assert panel.picture.accessibleDescription() == "The ad plays here after the first run"
    for key in (Qt.Key.Key_Space, Qt.Key.Key_L, Qt.Key.Key_End, Qt.Key.Key_G, Qt.Key.Key_F11):
        qtbot.keyClick(panel.picture, key)
    panel.play()
    panel.step(1)
    assert not panel.is_playing
    assert panel.frames == 0
    assert panel.transport is not None
    assert not panel.transport.play.isEnabled()


def test_a_film_shows_its_first_frame_length_and_rate(panel: PlayerPanel) -> None:
    assert (panel.frames, panel.fps) == (120, 30.0)
    assert shown_number(panel) == 0
    assert panel.transport is not None
    assert panel.transport.time.text() == "00:00:00"
    assert "00:04:00" in panel.transport.length.text()
    assert panel.picture.accessibleName() == "Player: Numbers"


def test_every_seek_shows_exactly_its_frame(panel: PlayerPanel, qtbot: QtBot) -> None:
    for frame in (99, 3, 64, 63, 119, 0):
        panel.seek(frame)
        qtbot.waitUntil(lambda frame=frame: shown_number(panel) == frame, timeout=PATIENCE_MS)
        assert panel.transport is not None
        assert panel.transport.time.text() == f"00:{frame // 30:02d}:{frame % 30:02d}"
        assert panel.scrub.value() == frame


def test_keys_step_jump_and_play(panel: PlayerPanel, qtbot: QtBot) -> None:
    view = panel.picture
    qtbot.keyClick(view, Qt.Key.Key_Period)
    qtbot.keyClick(view, Qt.Key.Key_Period, Qt.KeyboardModifier.ShiftModifier)
    assert panel.position == 11
    qtbot.keyClick(view, Qt.Key.Key_Comma)
    assert panel.position == 10
    qtbot.keyClick(view, Qt.Key.Key_Less, Qt.KeyboardModifier.ShiftModifier)
    assert panel.position == 0
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert panel.position == 119
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert panel.position == 0
    qtbot.keyClick(view, Qt.Key.Key_M)
    assert panel.engine.is_muted
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert panel.is_playing
    qtbot.keyClick(view, Qt.Key.Key_L)
    assert panel.engine._player is not None
    assert panel.engine._player.rate == 2
    panel.seek(60)
    qtbot.keyClick(view, Qt.Key.Key_J)
    assert panel.engine._player.rate == -1
    qtbot.keyClick(view, Qt.Key.Key_K)
    assert not panel.is_playing


def test_keys_with_control_are_left_to_the_window(panel: PlayerPanel, qtbot: QtBot) -> None:
    qtbot.keyClick(panel.picture, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert not panel.is_playing


def test_playing_moves_says_so_and_stops_at_the_end(panel: PlayerPanel, qtbot: QtBot) -> None:
    states: list[bool] = []
    places: list[int] = []
    panel.playing_changed.connect(states.append)
    panel.position_changed.connect(places.append)
    panel.seek(90)
    panel.play()
    qtbot.waitUntil(lambda: states == [True, False], timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: shown_number(panel) == 119, timeout=PATIENCE_MS)
    assert places == sorted(places)
    assert panel.position == 119


def test_a_hand_on_the_bar_pauses_and_lets_go_to_play_on(panel: PlayerPanel, qtbot: QtBot) -> None:
    panel.play()
    bar = panel.scrub
    middle = QPoint(bar.width() // 2, bar.height() // 2)
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=middle)
    assert not panel.is_playing
    assert panel.position == pytest.approx(60, abs=2)
    qtbot.mouseMove(bar, QPoint(bar.width() - 1, 4))
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=middle)
    assert panel.is_playing


def test_the_buttons_do_what_they_say(panel: PlayerPanel, qtbot: QtBot) -> None:
    controls = panel.transport
    assert controls is not None
    qtbot.mouseClick(controls.last, Qt.MouseButton.LeftButton)
    assert panel.position == 119
    qtbot.mouseClick(controls.back, Qt.MouseButton.LeftButton)
    assert panel.position == 118
    qtbot.mouseClick(controls.first, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(controls.forward, Qt.MouseButton.LeftButton)
    assert panel.position == 1
    qtbot.mouseClick(controls.loop, Qt.MouseButton.LeftButton)
    assert panel.engine.loops
    assert controls.loop.isChecked()
    qtbot.mouseClick(controls.play, Qt.MouseButton.LeftButton)
    assert panel.is_playing
    assert controls.play.accessibleName() == "Pause"
    qtbot.mouseClick(controls.play, Qt.MouseButton.LeftButton)
    assert not panel.is_playing
    controls.volume.scrubbed.emit(50)
    assert panel.engine.volume == 0.5


def test_without_a_sound_device_it_plays_and_says_so(panel: PlayerPanel, qtbot: QtBot) -> None:
    assert panel.transport is not None
    assert panel.transport.note.isHidden()
    panel.play()
    qtbot.waitUntil(lambda: panel.position > 3, timeout=PATIENCE_MS)
    assert not panel.engine.has_device
    assert panel.transport.note.isVisible()
    assert panel.transport.note.text() == "No sound device"


def test_play_while_loading_plays_when_it_is_there(make: Callable[..., PlayerPanel], film: Path, qtbot: QtBot) -> None:
    panel = make(compact=True)
    panel.show_source(film_source(film), "Numbers")
    panel.play()
    qtbot.waitUntil(lambda: panel.position > 2, timeout=PATIENCE_MS)
    qtbot.mouseClick(panel.picture, Qt.MouseButton.LeftButton)
    assert not panel.is_playing


def test_a_new_cut_keeps_the_place(panel: PlayerPanel, film: Path, qtbot: QtBot) -> None:
    panel.seek(50)
    with qtbot.waitSignal(panel.source_ready, timeout=PATIENCE_MS):
        panel.show_source(film_source(film), "Numbers", keep_position=True)
    qtbot.waitUntil(lambda: shown_number(panel) == 50, timeout=PATIENCE_MS)
    assert panel.position == 50


def test_a_missing_file_is_a_sentence_with_a_way_out(
    panel: PlayerPanel, tmp_path: Path, film: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "late.mp4"
    with qtbot.waitSignal(panel.source_failed, timeout=PATIENCE_MS) as failed:
        panel.show_source(film_source(path), "Late")
    assert isinstance(failed.args[0], MediaError)
    assert panel.picture._notice.isVisible()
    assert "late.mp4" in panel.picture._notice._sentence.text()
    path.write_bytes(film.read_bytes())
    qtbot.mouseClick(panel.picture._notice._again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.picture.image is not None, timeout=PATIENCE_MS)
    assert not panel.picture._notice.isVisible()


def test_loading_is_silent_at_first_then_a_spinner(make: Callable[..., PlayerPanel], film: Path, qtbot: QtBot) -> None:
    panel = make()
    gate = threading.Event()

    def slow() -> object:
        gate.wait(PATIENCE_MS / 1000)
        return film_source(film)()

    panel.show_source(slow, "Slow")
    assert not panel.picture._spinner.isVisible()
    qtbot.waitUntil(panel.picture._spinner.isVisible, timeout=PATIENCE_MS)
    gate.set()
    qtbot.waitUntil(lambda: panel.picture.image is not None, timeout=PATIENCE_MS)
    assert not panel.picture._spinner.isVisible()


def test_a_sound_is_a_waveform_with_a_moving_line(
    make: Callable[..., PlayerPanel], tmp_path: Path, qtbot: QtBot
) -> None:
    import numpy as np

    from admaker_desktop.media.playback.sources import SoundSource
    from admaker_desktop.media.waves import save_wave
    from admaker_desktop.project.content import ContentStore

    store = ContentStore(tmp_path)
    take = save_wave(store, (0.5 * np.sin(np.arange(48_000) / 20)).astype(np.float32)[None])
    panel = make()
    panel.show_source(lambda: SoundSource(store, take), "Take", family="music")
    qtbot.waitUntil(lambda: len(panel.engine.outline) == 400, timeout=PATIENCE_MS)
    panel.play()
    qtbot.waitUntil(lambda: panel.picture._share > 0.2, timeout=PATIENCE_MS)
    image = panel.picture.grab().toImage()
    colours = {image.pixelColor(x, image.height() // 2).name() for x in range(14, 40)}
    assert theme.family("music").name() in colours


def test_the_zone_of_a_placement_is_drawn_over_the_picture(panel: PlayerPanel, qtbot: QtBot) -> None:
    area = SafeArea("Test", 160, 90, 30, 20, 10, 10, "house")
    panel.set_safe_zones([("one", "One"), ("two", "Two")], lambda _id: area)
    before = panel.picture.grab().toImage()
    qtbot.keyClick(panel.picture, Qt.Key.Key_G)
    after = panel.picture.grab().toImage()
    rect = panel.picture.picture_rect()
    covered = QPoint(int(rect.center().x()), int(rect.top() + rect.height() * 0.25))
    free = QPoint(int(rect.center().x()), int(rect.center().y()))
    assert before.pixelColor(covered) != after.pixelColor(covered)
    assert before.pixelColor(free) == after.pixelColor(free)
    qtbot.keyClick(panel.picture, Qt.Key.Key_G)
    assert panel.picture.grab().toImage() == before
    panel.show_zone("two")
    panel.set_safe_zones([], lambda _id: area)
    assert panel.picture.grab().toImage() == before


def test_the_menu_offers_the_placements(panel: PlayerPanel, qtbot: QtBot) -> None:
    from admaker_desktop.ui.widgets import Menu

    qtbot.waitUntil(lambda: bool(panel.guides.choices), timeout=PATIENCE_MS)
    assert panel.transport is not None
    qtbot.mouseClick(panel.transport.guides, Qt.MouseButton.LeftButton)
    menu = panel.findChild(Menu)
    assert menu is not None
    texts = [action.text() for action in menu.actions()]
    assert texts[0] == "No safe zone"
    assert "LinkedIn" in texts
    menu.actions()[1].trigger()
    assert panel.guides.chosen == panel.guides.choices[0][0]
    assert panel.transport.guides.isChecked()
    menu.close()


def test_placements_have_the_shape_asked_for_and_their_figures() -> None:
    vertical = dict(placements(1080, 1920))
    assert vertical["tiktok_infeed_auction_9x16"] == "TikTok"
    assert "Instagram · Reels" in vertical.values()
    assert not set(vertical) & set(dict(placements(1920, 1080)))
    area = safe_area("tiktok_infeed_auction_9x16")
    assert (area.top_px, area.bottom_px, area.left_px, area.right_px) == (220, 538, 120, 180)


def test_formats_are_chosen_from_the_combo(panel: PlayerPanel, qtbot: QtBot) -> None:
    assert panel.transport is not None
    assert panel.transport.views.isHidden()
    panel.set_views([("a", "16:9"), ("b", "9:16")], "b")
    assert panel.transport.views.isVisible()
    assert panel.transport.views.value == "b"
    with qtbot.waitSignal(panel.view_chosen) as chosen:
        panel.transport.views.activated.emit(0)
    assert chosen.args == ["a"]


def test_full_screen_shows_the_film_takes_keys_and_leaves_with_escape(panel: PlayerPanel, qtbot: QtBot) -> None:
    qtbot.keyClick(panel.picture, Qt.Key.Key_F11)
    full = panel._full
    assert full is not None
    assert full.windowFlags() & Qt.WindowType.FramelessWindowHint
    qtbot.keyClick(full.picture, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: full.time.text() == "00:03:29", timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: full.picture.image is not None, timeout=PATIENCE_MS)
    qtbot.keyClick(full.picture, Qt.Key.Key_Escape)
    assert panel._full is None
    assert panel.position == 119


@pytest.mark.parametrize("width", [290, 340, 900])
def test_controls_fit_at_every_width(panel: PlayerPanel, qtbot: QtBot, width: int) -> None:
    panel.set_views([("a", "16:9")], "a")
    panel.resize(width, 400)
    assert panel.width() == width
    controls = panel.transport
    assert controls is not None
    QApplication.processEvents()
    for widget in (controls.first, controls.play, controls.last, controls.loop, controls.guides, controls.full):
        assert widget.isVisible()
        right = widget.mapTo(panel, QPoint(widget.width(), 0)).x()
        assert right <= width
        assert widget.toolTip()
        assert widget.accessibleName()


def test_the_picture_keeps_its_shape_and_asks_for_no_more_pixels_than_it_has(panel: PlayerPanel) -> None:
    panel.resize(700, 300)
    rect = panel.picture.picture_rect()
    assert rect.width() / rect.height() == pytest.approx(16 / 9, rel=0.01)
    assert panel.picture.wanted_size() == (160, 90)


def test_clearing_says_why_there_is_nothing(panel: PlayerPanel, qtbot: QtBot) -> None:
    panel.clear("Nothing made yet")
    qtbot.waitUntil(lambda: panel.frames == 0, timeout=PATIENCE_MS)
    assert panel.picture.image is None
    assert panel.picture.accessibleDescription() == "Nothing made yet"


def test_closing_ends_the_thread_and_may_be_repeated(panel: PlayerPanel, qtbot: QtBot) -> None:
    panel.play()
    qtbot.waitUntil(lambda: panel.position > 1, timeout=PATIENCE_MS)
    panel.shut_down()
    panel.shut_down()
    assert not [thread for thread in threading.enumerate() if thread.name == "player"]
    panel.play()
    panel.show_source(film_source(Path("x")), "X")


def test_a_panel_that_goes_with_its_parent_releases_its_thread(jobs: Jobs, film: Path, qtbot: QtBot) -> None:
    parent = QWidget()
    panel = PlayerPanel(jobs, parent, make_output=silent)
    panel.show_source(film_source(film), "Numbers")
    with qtbot.waitSignal(parent.destroyed, timeout=PATIENCE_MS):
        parent.deleteLater()
    assert not [thread for thread in threading.enumerate() if thread.name == "player"]


def test_light_colours_and_another_language_need_no_new_panel(panel: PlayerPanel) -> None:
    theme.set_mode("light")
    panel.grab()
    theme.set_mode("dark")
    panel.retranslate()
    assert panel.transport is not None
    panel.transport.retranslate()
    assert panel.transport.play.accessibleName() == "Play"


def test_importing_the_player_loads_nothing_heavy() -> None:
    code = (
        "import sys; import admaker_desktop.ui.player; "
        "print(sorted({'numpy', 'av', 'cv2', 'miniaudio', 'admaker_desktop.nodes'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"
