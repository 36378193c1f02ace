"""A bug in a slot or in painting, as the window tells it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from admaker_desktop.ui.desk import Desk
from admaker_desktop.ui.shell import notices
from admaker_desktop.ui.shell.main_window import MainWindow


def test_a_bug_that_repeats_with_every_frame_is_told_once(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def note(_: object, text: str, *args: object, **kwargs: object) -> None:
        told.append(text)

    monkeypatch.setattr(notices, "show_toast", note)
    window = MainWindow(desk)
    for _ in range(60):
        window.notices.show_bug(ValueError("in paintEvent"))
    assert told == []  # not while something is painted
    qtbot.waitUntil(lambda: bool(told))
    qtbot.wait(50)
    assert len(told) == 1
    assert "ValueError" in told[0]
