"""The whole window, driven by mouse and keys as a person does it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from qtpy.QtCore import QPointF, Qt
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QApplication, QLabel, QWidget

from admaker_desktop.core.messages import msg
from admaker_desktop.graph.edits import SetSetting
from admaker_desktop.graph.model import Link
from admaker_desktop.ui.canvas.graph_view import GraphView
from admaker_desktop.ui.export import ExportDialog
from admaker_desktop.ui.inspector.settings_page import SettingsPage
from admaker_desktop.ui.pages.flow import FlowPage
from admaker_desktop.ui.session import Session
from admaker_desktop.ui.shell.main_window import MINIMUM_PX, MainWindow
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.widgets import Button
from tests.ui.canvas.hand import Hand

_SHORT_BRIEF = """A 6 s spot in 1:1 for Fizzaroo, the blood orange soda.
Call to action: Grab one
"""
_NONE, _CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
_UNTOUCHED = ("brief", "script", "voice", "music", "image")
"""Nodes that do not hear of the call to action."""


def _flow(window: MainWindow) -> FlowPage:
    flow = window.flow
    assert flow is not None
    return flow


def _canvas(window: MainWindow) -> GraphView:
    canvas = _flow(window).canvas
    assert canvas is not None
    return canvas


def _press(window: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
    """A key for whatever has the focus."""
    QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)
    QApplication.processEvents()


def _answer(words: str, window: MainWindow, qtbot: QtBot) -> None:
    """Press the button with these words in the question over the window; without a window manager it asks for the
    keyboard itself."""
    question = QApplication.activeModalWidget()
    assert question is not None
    button = next(button for button in question.findChildren(Button) if button.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    window.activateWindow()
    QApplication.processEvents()


def _words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_the_first_window_asks_nothing_and_plays_the_demo(window: MainWindow, qtbot: QtBot) -> None:
    assert window.pages.currentWidget() is window.start_page
    qtbot.waitUntil(lambda: window.start_page.demo.engine.frame > 5, timeout=10_000)
    assert QApplication.activeModalWidget() is None
    assert not window.actions_["page_flow"].isEnabled()
    assert window.actions_["page_flow"].statusTip() == "Open a project first."
    assert (window.minimumWidth(), window.minimumHeight()) == MINIMUM_PX


@pytest.mark.slow
def test_a_brief_becomes_an_ad_whose_changed_call_to_action_runs_plays_and_is_exported(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    _press(window, Qt.Key.Key_N, _CTRL)
    QApplication.clipboard().setText(_SHORT_BRIEF)
    _press(window, Qt.Key.Key_V, _CTRL)
    with qtbot.waitSignal(window.desk.session_changed, timeout=20_000):
        _press(window, Qt.Key.Key_Return, _CTRL)
    session = window.desk.session
    assert session is not None
    qtbot.waitUntil(lambda: not session.is_running and session.ad.files != (), timeout=90_000)
    assert [file.format.aspect for file in session.ad.files] == ["1:1"]
    first = session.ad.files[0].video.sha256

    canvas = _canvas(window)
    canvas.fit()
    Hand(canvas).click(canvas.scenery.items["cta"].rect().center())
    assert session.selected == "cta"
    qtbot.waitUntil(lambda: isinstance(_flow(window).inspector.page, SettingsPage), timeout=5_000)
    page = _flow(window).inspector.page
    assert isinstance(page, SettingsPage)
    page.rows["text"].editor.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "Taste it today")
    qtbot.waitUntil(lambda: session.status("cta").state == "stale", timeout=10_000)
    assert session.workflow.node("cta").settings["text"] == "Taste it today"
    assert session.status("image").state == "done"
    with qtbot.waitSignal(session.run_ended, timeout=60_000) as ended:
        _press(window, Qt.Key.Key_Return, _CTRL)
    assert ended.args[0].state == "done"
    assert session.ad.files[0].video.sha256 != first
    assert [node for node in _UNTOUCHED if not session.status(node).is_cached] == []
    assert [node for node in ("cta", "cut", "export") if session.status(node).is_cached] == []

    player = _flow(window).player
    session.select("")
    qtbot.waitUntil(lambda: player.frames == 180, timeout=20_000)
    player.setFocus()
    _press(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: player.position > 3, timeout=20_000)
    _press(window, Qt.Key.Key_Space)
    assert not player.is_playing

    _export(window, tmp_path / "out", qtbot)


def _export(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    """See what the brief leaves open, export the one suggested placement, and read of it in the sheet."""
    _press(window, Qt.Key.Key_E, _CTRL)
    asked = QApplication.activeModalWidget()
    assert asked is not None
    assert not isinstance(asked, ExportDialog)
    deliver = next(button for button in asked.findChildren(Button) if button.text() == "Export with these")
    qtbot.mouseClick(deliver, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ExportDialog), timeout=20_000)
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, ExportDialog)
    sheet.choose.folder.setText(str(folder))
    qtbot.waitUntil(sheet.choose.export.isEnabled, timeout=20_000)
    qtbot.mouseClick(sheet.choose.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: sheet.page == "result", timeout=60_000)
    films = [path.name for path in folder.iterdir() if path.suffix == ".mp4"]
    assert len(films) == 1
    assert films[0] in _words(sheet)
    sheet.close()


def test_an_opened_project_has_the_keyboard_on_its_canvas(
    open_demo: Callable[[], Session], window: MainWindow, qtbot: QtBot
) -> None:
    open_demo()
    qtbot.waitUntil(_canvas(window).viewer.hasFocus)
    _press(window, Qt.Key.Key_Tab)
    assert _canvas(window).adding.search.isVisible()  # as its hint says: Tab adds a node


def test_undo_takes_everything_back_by_its_name(open_demo: Callable[[], Session], window: MainWindow) -> None:
    session = open_demo()
    before = session.workflow
    canvas = _canvas(window)
    canvas.setFocus()
    canvas.add_node("strategy.copy")
    session.apply(SetSetting("cta", "text", "Now"), msg("Change the text"))
    _press(window, Qt.Key.Key_A, _CTRL)
    _press(window, Qt.Key.Key_Delete)
    assert session.workflow.nodes == ()
    assert window.actions_["undo"].text().startswith("Undo: ")
    steps = 0
    while session.undo_label:
        _press(window, Qt.Key.Key_Z, _CTRL)
        steps += 1
    assert steps == 3
    assert session.workflow == before
    assert not window.actions_["undo"].isEnabled()


def test_a_wire_is_drawn_with_the_mouse_and_a_wrong_one_is_refused_with_the_reason(
    open_demo: Callable[[], Session], window: MainWindow
) -> None:
    session = open_demo()
    canvas = _canvas(window)
    items, hand = canvas.scenery.items, Hand(canvas)
    told: list[str] = []
    canvas.told.connect(told.append)

    def draw(source: tuple[str, str], target: tuple[str, str]) -> None:
        start, end = items[source[0]].outputs[source[1]], items[target[0]].inputs[target[1]]
        canvas.viewer.set_view(0.6, (start.middle + end.middle) / 2)
        QApplication.processEvents()
        hand.connect(start, end)

    before = session.workflow.links
    draw(("music", "music"), ("cut", "brand"))
    assert session.workflow.links == before
    assert "takes" in told[-1]

    link = Link(from_node="headline", from_port="text", to_node="cut", to_port="cta")
    assert session.refusal(link) is None
    draw(("headline", "text"), ("cut", "cta"))
    assert link in session.workflow.links
    assert len(session.workflow.links) == len(before)  # the wire that was there gave way
    _press(window, Qt.Key.Key_Z, _CTRL)
    assert set(session.workflow.links) == set(before)


def test_the_window_speaks_french_at_once_and_remembers_it(
    open_demo: Callable[[], Session], window: MainWindow
) -> None:
    open_demo()
    window.choose_language("fr")
    QApplication.processEvents()
    assert window.actions_["quit"].text() == "Quitter"
    assert "AdMaker" in window.windowTitle()
    seen = _words(_flow(window))
    assert "Paramètres" in seen or "Rien" in seen or "Sélectionnez" in seen, seen
    assert window.desk.preferences.language == "fr"
    window.choose_language("en")
    QApplication.processEvents()
    assert window.actions_["quit"].text() == "Quit"


def test_the_theme_switches_and_is_remembered(
    open_demo: Callable[[], Session], window: MainWindow, qtbot: QtBot
) -> None:
    open_demo()

    def brightness() -> float:
        small = _flow(window).grab().toImage().scaled(40, 20)
        return sum(small.pixelColor(x, y).lightness() for x in range(40) for y in range(20)) / 800

    dark = brightness()
    window.actions_["dark"].setChecked(False)
    assert not theme.is_dark
    assert not window.desk.preferences.flag("dark", default=True)
    qtbot.waitUntil(lambda: brightness() > dark + 80, timeout=5_000)


def test_every_command_has_a_name_a_group_and_a_key_of_its_own(window: MainWindow) -> None:
    for action in window.actions_:
        assert action.text()
        assert action.property("group")
    shortcuts = [action.shortcut().toString() for action in window.actions_ if not action.shortcut().isEmpty()]
    assert len(shortcuts) == len(set(shortcuts))


def test_keys_reach_every_page_and_everything_that_takes_the_keyboard_has_a_name(
    open_demo: Callable[[], Session], window: MainWindow
) -> None:
    open_demo().select("cta")
    for key, page in ((Qt.Key.Key_1, "start"), (Qt.Key.Key_2, "flow"), (Qt.Key.Key_7, "runs")):
        _press(window, key, _CTRL)
        assert window.pages.currentWidget() is window._built[page]
        nameless = [
            widget
            for widget in window.findChildren(QWidget)
            if widget.isVisible()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not _name(widget.focusProxy() or widget)
        ]
        assert not nameless, [f"{page}: {type(w).__name__} in {type(w.parent()).__name__}" for w in nameless]


def _name(widget: QWidget) -> str:
    texts = (getattr(widget, name, None) for name in ("text", "placeholderText", "title"))
    told = [str(text()) for text in texts if callable(text)]
    return widget.accessibleName() or widget.toolTip() or next((text for text in told if text), "")


def test_tab_goes_once_around_the_start_page(window: MainWindow) -> None:
    window.start_page.focus_brief()
    first = QApplication.focusWidget()
    assert first is not None
    seen: list[QWidget] = [first]
    for _ in range(60):
        window.focusNextChild()
        now = QApplication.focusWidget()
        assert now is not None
        if now is first:
            break
        seen.append(now)
    assert QApplication.focusWidget() is first, "the way round does not end"
    assert len(seen) == len(set(seen))
    assert window.start_page.demo.play_button in seen


def test_each_node_shows_its_four_pages(open_demo: Callable[[], Session], window: MainWindow) -> None:
    session = open_demo()
    inspector = _flow(window).inspector
    kinds = {record.type: record.id for record in session.workflow.nodes}
    for number, node in enumerate(kinds.values()):
        session.select(node)
        for tab in ("inputs", "results", "history", "settings") if number < 4 else ("settings",):
            inspector.show_tab(tab)
            QApplication.processEvents()
            assert inspector.page is not None
            assert inspector.page.isVisible(), (node, tab)


def test_the_palette_finds_a_node_and_a_command(open_demo: Callable[[], Session], window: MainWindow) -> None:
    session = open_demo()
    _press(window, Qt.Key.Key_K, _CTRL)
    QTest.keyClicks(QApplication.focusWidget(), "cutout")
    _press(window, Qt.Key.Key_Return)
    assert session.selected == "cutout"
    _press(window, Qt.Key.Key_K, _CTRL)
    QTest.keyClicks(QApplication.focusWidget(), "dark theme")
    _press(window, Qt.Key.Key_Return)
    assert not theme.is_dark


def test_closing_during_a_run_asks_and_the_run_goes_on_at_the_next_opening(
    open_demo: Callable[[], Session], window: MainWindow, qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    session = open_demo()
    path = session.path
    session.start_run("script")
    _press(window, Qt.Key.Key_Q, _CTRL)
    assert window.isVisible()
    _answer("Keep running", window, qtbot)
    assert session.is_running
    _press(window, Qt.Key.Key_Q, _CTRL)
    _answer("Stop and close", window, qtbot)
    qtbot.waitUntil(window.isHidden, timeout=20_000)
    again = open_window()
    with qtbot.waitSignal(again.desk.session_changed, timeout=30_000):
        again.desk.open_project(path)
    resumed = again.desk.session
    assert resumed is not None
    assert resumed is not session
    assert resumed.is_running
    qtbot.waitUntil(lambda: not resumed.is_running, timeout=60_000)
    assert resumed.status("script").state == "done"


def test_a_project_can_be_opened_again_while_it_is_still_being_closed(
    open_demo: Callable[[], Session], window: MainWindow, qtbot: QtBot
) -> None:
    session = open_demo()
    failures: list[object] = []
    window.desk.failed.connect(failures.append)
    session.start_run("script")
    window.desk.close_project(take_up_again=True)
    assert window.pages.currentWidget() is window.start_page
    window.desk.open_project(session.path)
    qtbot.waitUntil(lambda: window.desk.session is not None, timeout=30_000)
    assert failures == []
    assert window.desk.session is not session


def test_a_damaged_project_is_a_sentence_and_the_window_lives_on(
    open_demo: Callable[[], Session], window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    broken = tmp_path / "Broken.admaker"
    broken.write_bytes(b"SQLite format 3\x00 and then nothing")
    with qtbot.waitSignal(window.desk.failed, timeout=20_000) as failed:
        window.desk.open_project(broken)
    assert "is not an AdMaker project" in failed.args[0].sentence()
    assert "is not an AdMaker project" in _words(window)
    assert window.pages.currentWidget() is window.start_page
    open_demo()
    assert window.pages.currentWidget() is window.flow


def test_a_project_that_is_open_elsewhere_says_by_whom(
    window: MainWindow, qtbot: QtBot, open_session: Callable[..., Session]
) -> None:
    other = open_session(name="Taken")
    with qtbot.waitSignal(window.desk.failed, timeout=20_000) as failed:
        window.desk.open_project(other.path)
    assert "is open in another AdMaker (process" in failed.args[0].sentence()
    assert window.desk.session is None


def test_the_smallest_window_shows_every_page_without_overlaps(
    open_demo: Callable[[], Session], window: MainWindow
) -> None:
    open_demo()
    window.resize(*MINIMUM_PX)
    QApplication.processEvents()
    assert (window.width(), window.height()) == MINIMUM_PX
    flow = _flow(window)
    parts = [flow.canvas, flow.player, flow.inspector, flow.run_bar, flow.strip]
    places = [(part, part.rect().translated(part.mapTo(window, QPointF(0, 0)).toPoint())) for part in parts if part]
    for part, place in places:
        assert window.rect().contains(place), type(part).__name__
        assert not any(place.intersects(other) for one, other in places if one is not part), type(part).__name__
