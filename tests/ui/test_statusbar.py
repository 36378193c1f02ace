"""The status bar: state, what needs the user, what is saved, lanes, room on the disk."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from admaker_desktop import __version__
from admaker_desktop.core.messages import msg
from admaker_desktop.graph.edits import SetSetting
from admaker_desktop.services.run_watch import NodeStatus
from admaker_desktop.ui.session import Session
from admaker_desktop.ui.statusbar import StatusBar


@pytest.fixture
def bar(session: Session, qtbot: QtBot) -> StatusBar:
    made = StatusBar()
    qtbot.addWidget(made)
    made.resize(1280, 26)
    made.set_session(session)
    made.show()
    return made


def test_without_a_project_it_is_ready(qtbot: QtBot) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    assert bar.state.text() == "Ready"
    assert bar.saved.text() == ""
    assert bar.version.text() == __version__
    bar.grab()


def test_saving_is_told_and_how_long_ago(bar: StatusBar, session: Session, qtbot: QtBot) -> None:
    assert bar.saved.text() == "Saved"
    session.apply(SetSetting("headline", "text", "Mine"), msg("x"))
    qtbot.waitUntil(lambda: bar.saved.text() == "Saved just now")
    assert bar._saved_words(5.2) == "Saved 5 s ago"
    assert bar._saved_words(70) == "Saved"
    assert not bar._second.isActive()


def test_a_told_sentence_stays_for_a_while(bar: StatusBar) -> None:
    bar.tell("The project is open in another window.")
    bar._say_saved()
    assert bar.saved.text() == "The project is open in another window."
    bar._told.stop()
    bar._say_saved()
    assert bar.saved.text() == "Saved"


def test_what_needs_the_user_is_a_link(bar: StatusBar, session: Session, qtbot: QtBot) -> None:
    assert bar.need.isHidden()
    session._outlook._last["image"] = NodeStatus("failed", message=msg("The picture is gone."))
    session._outlook._plans.pop("image", None)
    session.status_changed.emit("image")
    assert bar.need.text() == "1 node needs you"
    with qtbot.waitSignal(bar.node_asked) as asked:
        bar.need.click()
    assert asked.args == ["image"]


def test_a_run_is_told_with_its_lanes(bar: StatusBar, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.run_ended, timeout=30_000):
        session.start_run("brief")
        assert bar.state.text().startswith("Running")
        bar.grab()
        session.cancel_run()
        assert bar.state.text() == "Stopping"
    assert bar.state.text() == "Ready"
    assert bar.lanes["network"].text() == "Network 0/50"
    bar.resize(800, 26)
    assert bar.lanes["network"].isHidden()


def test_room_on_the_disk_is_told_and_warned_of(bar: StatusBar, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bar.disk.text().endswith("free"))
    bar.show_disk(2_000_000_000)
    assert bar.disk.text() == "2 GB free"
    assert bar.disk._tone == "warn"
    bar.show_disk(None)
    assert bar.disk.isHidden()
    bar.set_session(None)
    assert not bar._minute.isActive()
