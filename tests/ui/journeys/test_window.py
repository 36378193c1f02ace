"""The whole window, driven by mouse and keys as a person does it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from qtpy.QtCore import QPoint, Qt
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QApplication, QWidget

from admaker_desktop.core.messages import msg
from admaker_desktop.graph.edits import SetSetting
from admaker_desktop.graph.model import Link
from admaker_desktop.ui import i18n
from admaker_desktop.ui.desk import Desk
from admaker_desktop.ui.pages.flow import FlowPage
from admaker_desktop.ui.session import Session
from admaker_desktop.ui.shell.main_window import MINIMUM_PX, MainWindow
from admaker_desktop.ui.theme import theme

_SHORT_BRIEF = """Six seconds in 1:1 for Fizzaroo, the blood orange soda.
Call to action: Grab one
"""


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(desk)
    made.resize(1600, 1000)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made._may_close = True
    made.close()


@pytest.fixture
def open_demo(window: MainWindow, qtbot: QtBot) -> Callable[[], Session]:
    def call() -> Session:
        with qtbot.waitSignal(window.desk.session_changed, timeout=20_000):
            window.start_page.demo.open_asked.emit()
        session = window.desk.session
        assert session is not None
        qtbot.waitUntil(lambda: session.plan is not None, timeout=20_000)
        return session

    return call


def _flow(window: MainWindow) -> FlowPage:
    flow = window.flow
    assert flow is not None
    return flow


def _click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())


def _keys(window: QWidget, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    target = QApplication.focusWidget() or window
    QTest.keyClick(target, key, held)


def _drag(view: QWidget, start: QPoint, end: QPoint) -> None:
    QTest.mouseMove(view, start)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for part in range(1, 9):
        QTest.mouseMove(view, start + (end - start) * part / 8)
        QApplication.processEvents()
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    QApplication.processEvents()


def test_the_first_window_asks_nothing_and_plays_the_demo(window: MainWindow, qtbot: QtBot) -> None:
    assert window.pages.currentWidget() is window.start_page
    assert not window.actions_["page_flow"].isEnabled()
    assert window.actions_["page_flow"].statusTip() == "Open a project first."
    assert window.minimumSize().width() == MINIMUM_PX[0]


def test_a_brief_becomes_an_ad_and_a_changed_call_to_action_runs_only_what_needs_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.start_page.focus_brief()
    text = QApplication.focusWidget()
    assert text is not None
    QApplication.clipboard().setText(_SHORT_BRIEF)
    QTest.keyClick(text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(window.desk.session_changed, timeout=20_000):
        window.start_page.make_draft()
    session = window.desk.session
    assert session is not None
    qtbot.waitUntil(lambda: not session.is_running and session.ad.files != (), timeout=110_000)
    assert [file.format.aspect for file in session.ad.files] == ["1:1"]
    first = session.ad.files[0].video.sha256

    session.select("cta")
    with qtbot.waitSignal(session.plan_changed, timeout=20_000):
        session.apply(SetSetting("cta", "text", "Taste it today"), msg("Change the call to action"))
    assert session.status("cta").state == "stale"
    assert session.status("image").state == "done"
    with qtbot.waitSignal(session.run_ended, timeout=110_000) as ended:
        _keys(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert ended.args[0].state == "done"
    assert session.ad.files[0].video.sha256 != first
    assert session.status("image").is_cached
    assert not session.status("cta").is_cached
    assert not session.status("export").is_cached

    player = _flow(window).player
    session.select("")
    qtbot.waitUntil(lambda: player.frames == 180, timeout=20_000)
    player.play()
    qtbot.waitUntil(lambda: player.position > 3, timeout=20_000)
    player.pause()


def test_undo_takes_everything_back_by_its_name(open_demo: Callable[[], Session], window: MainWindow) -> None:
    session = open_demo()
    before = session.workflow
    flow = _flow(window)
    assert flow.canvas is not None
    flow.canvas.setFocus()
    flow.canvas.add_node("strategy.copy")
    session.apply(SetSetting("cta", "text", "Now"), msg("Change the text"))
    flow.canvas.select_all()
    flow.canvas.remove_selected()
    assert session.workflow.nodes == ()
    assert "Undo" in window.actions_["undo"].text()
    while session.undo_label:
        _keys(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.workflow == before
    assert not window.actions_["undo"].isEnabled()


def test_a_wire_is_drawn_with_the_mouse_and_a_wrong_one_is_refused_with_the_reason(
    open_demo: Callable[[], Session], window: MainWindow, qtbot: QtBot
) -> None:
    session = open_demo()
    canvas = _flow(window).canvas
    assert canvas is not None
    canvas.zoom_full()
    told: list[str] = []
    canvas.told.connect(told.append)

    def place(node: str, port: str, *, is_input: bool) -> QPoint:
        item = canvas.scenery.items[node]
        found = next(p for p in item.ports(is_input=is_input) if p.name == port)
        return canvas.viewer.mapFromScene(found.scene_centre())

    pytest.importorskip("NodeGraphQt")
    link = Link(from_node="headline", from_port="text", to_node="cut", to_port="cta")
    assert session.refusal(link) is None
    if not hasattr(canvas.scenery.items["cut"], "ports"):
        pytest.skip("port geometry is tested in tests/ui/canvas")
    canvas.fit()
    _drag(canvas.viewer.viewport(), place("headline", "text", is_input=False), place("cut", "cta", is_input=True))
    assert link in session.workflow.links
    _drag(canvas.viewer.viewport(), place("music", "music", is_input=False), place("cut", "brand", is_input=True))
    assert told
    assert "takes" in told[-1]


def test_the_window_speaks_french_at_once(open_demo: Callable[[], Session], window: MainWindow) -> None:
    open_demo()
    window.choose_language("fr")
    QApplication.processEvents()
    assert window.actions_["quit"].text() == "Quitter"
    assert i18n.tr("Run") == "Exécuter"
    assert window.desk.preferences.language == "fr"
    window.choose_language("en")
    QApplication.processEvents()
    assert window.actions_["quit"].text() == "Quit"


def test_the_theme_switches_and_is_remembered(window: MainWindow) -> None:
    window.actions_["dark"].setChecked(False)
    assert not theme.is_dark
    assert not window.desk.preferences.flag("dark", default=True)


def test_every_command_has_a_name_and_a_way_to_it(window: MainWindow) -> None:
    for action in window.actions_:
        assert action.text()
        assert action.property("group")
    shortcuts = [action.shortcut().toString() for action in window.actions_ if not action.shortcut().isEmpty()]
    assert len(shortcuts) == len(set(shortcuts))


def test_everything_that_takes_the_keyboard_has_a_name(open_demo: Callable[[], Session], window: MainWindow) -> None:
    open_demo()
    for page in ("start", "flow", "runs"):
        window.show_page(page)
        QApplication.processEvents()
        nameless = [
            widget
            for widget in window.findChildren(QWidget)
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not _name(widget)
        ]
        assert not nameless, [f"{page}: {type(w).__name__} in {type(w.parent()).__name__}" for w in nameless]


def _name(widget: QWidget) -> str:
    texts = (getattr(widget, name, None) for name in ("text", "placeholderText", "title"))
    told = [str(text()) for text in texts if callable(text)]
    return widget.accessibleName() or widget.toolTip() or next((text for text in told if text), "")


def test_closing_during_a_run_asks_and_the_run_goes_on_at_the_next_opening(
    open_demo: Callable[[], Session], window: MainWindow, qtbot: QtBot
) -> None:
    session = open_demo()
    path = session.path
    session.start_run("script")
    window._close_project()
    assert window.desk.session is session
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.close()
    window.desk.close_project(take_up_again=True)
    qtbot.waitUntil(lambda: not session.is_running, timeout=20_000)
    with qtbot.waitSignal(window.desk.session_changed, timeout=30_000):
        window.desk.open_project(path)
    again = window.desk.session
    assert again is not None
    assert again.is_running
    qtbot.waitUntil(lambda: not again.is_running, timeout=60_000)
    assert again.status("script").state == "done"


def test_a_damaged_project_is_a_sentence_and_the_window_lives_on(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    broken = tmp_path / "Broken.admaker"
    broken.write_bytes(b"SQLite format 3\x00 and then nothing")
    with qtbot.waitSignal(window.desk.failed, timeout=20_000) as failed:
        window.desk.open_project(broken)
    assert "is not an AdMaker project" in failed.args[0].sentence()
    assert window.pages.currentWidget() is window.start_page


def test_a_project_that_is_open_elsewhere_says_by_whom(
    window: MainWindow, qtbot: QtBot, open_session: Callable[..., Session]
) -> None:
    other = open_session(name="Taken")
    with qtbot.waitSignal(window.desk.failed, timeout=20_000) as failed:
        window.desk.open_project(other.path)
    assert "is open in another AdMaker (process" in failed.args[0].sentence()
