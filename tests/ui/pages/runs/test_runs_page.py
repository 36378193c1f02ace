"""The Runs page over a real journal and a real studio."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from qtpy.QtCore import QPoint, Qt
from qtpy.QtGui import QGuiApplication
from qtpy.QtWidgets import QApplication, QLabel

from admaker_desktop.ui import i18n
from admaker_desktop.ui.desk import Desk
from admaker_desktop.ui.pages.runs import RunsPage
from admaker_desktop.ui.pages.runs.chart import RULER_PX
from admaker_desktop.ui.pages.runs.tiles import LaneTile
from admaker_desktop.ui.widgets import Button, Card
from tests.fakes.runs import FakeJournal


@pytest.fixture
def journal(desk: Desk) -> FakeJournal:
    return FakeJournal(desk.home.state)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[RunsPage]:
    made = RunsPage(desk)
    qtbot.addWidget(made)
    made.resize(1280, 700)
    yield made
    made.hide()


def _show(page: RunsPage, qtbot: QtBot, rows: int) -> None:
    page.show()
    qtbot.waitUntil(lambda: page.list.runs.rowCount() == rows and page.log.model.rowCount() > 0, timeout=8000)


def _choose(page: RunsPage, qtbot: QtBot, run: str) -> None:
    page.choose_run(run)
    qtbot.waitUntil(lambda: page._shown_run() == run, timeout=8000)


def _told(page: RunsPage) -> str:
    return "\n".join(label.text() for label in page.needs.findChildren(QLabel))


def test_without_runs_it_says_what_will_be_here_and_offers_the_demo(page: RunsPage, qtbot: QtBot) -> None:
    page.show()
    qtbot.waitUntil(page.empty.isVisible)
    assert "Runs appear here" in [label.text() for label in page.empty.findChildren(QLabel)]
    assert [button.text() for button in page.empty.findChildren(Button) if button.isVisible()] == [
        "Open the demo project"
    ]


def test_runs_are_listed_newest_first_and_the_newest_is_shown(
    page: RunsPage, journal: FakeJournal, qtbot: QtBot
) -> None:
    journal.add_run("/jobs/Nuit.admaker", ago_s=9000)
    journal.add_run("/jobs/Gravel.admaker", "failed", ago_s=600)
    _show(page, qtbot, 2)
    first = page.list.runs.index(0).data()
    assert first.startswith("#2, Gravel, Needs you")
    assert "2 steps failed" in first
    assert page.list.currentIndex().row() == 0
    assert page.chart.accessibleName() == "Steps over time"


def test_the_search_finds_runs_by_project_state_and_number(page: RunsPage, journal: FakeJournal, qtbot: QtBot) -> None:
    journal.add_run("/jobs/Nuit.admaker", ago_s=9000)
    journal.add_run("/jobs/Gravel.admaker", "failed", ago_s=600)
    _show(page, qtbot, 2)
    for words, found in (("gravel", ["#2"]), ("done", ["#1"]), ("#1", ["#1"]), ("nobody", [])):
        page.search.set_text(words)
        rows = range(page.list.runs.rowCount())
        assert [str(page.list.runs.index(row).data()).split(",")[0] for row in rows] == found


def test_a_failed_run_says_what_why_and_what_to_do(page: RunsPage, journal: FakeJournal, qtbot: QtBot) -> None:
    journal.add_run("/jobs/Gravel.admaker", "failed")
    _show(page, qtbot, 1)
    told = _told(page)
    assert "2 of 6 items failed" in told
    assert "The graphics driver gave up while drawing the bottle." in told
    assert "Try again with smaller pictures." in told
    assert [button.text() for button in page.needs.findChildren(Button)] == ["Open project"]
    assert len(page.needs.findChildren(Card)) == 1


def test_a_click_on_a_bar_chooses_its_node_and_a_double_click_opens_it(
    page: RunsPage, journal: FakeJournal, qtbot: QtBot
) -> None:
    journal.add_run("/jobs/Nuit.admaker")
    _show(page, qtbot, 1)
    chart = page.chart
    row, bar = next((index, row.bars[0]) for index, row in enumerate(chart._look.rows) if row.node == "images")
    centre = chart.bar_rect(row, bar).center().toPoint()
    with qtbot.waitSignal(page.node_chosen) as chosen:
        qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert chosen.args == ["/jobs/Nuit.admaker", "images"]
    assert chart.chosen_key() == "images"
    with qtbot.waitSignal(page.node_opened) as opened:
        qtbot.mouseDClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert opened.args == ["/jobs/Nuit.admaker", "images"]


def test_the_chart_is_walked_by_keys_and_tells_what_is_chosen(
    page: RunsPage, journal: FakeJournal, qtbot: QtBot
) -> None:
    journal.add_run("/jobs/Nuit.admaker")
    _show(page, qtbot, 1)
    chart = page.chart
    for key in (Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home):
        qtbot.keyClick(chart, key)
    assert chart.chosen_key() == "brief"
    assert "from cache" in chart.accessibleDescription()
    with qtbot.waitSignal(page.node_opened):
        qtbot.keyClick(chart, Qt.Key.Key_Return)


def test_by_lane_the_rows_are_the_lanes(page: RunsPage, journal: FakeJournal, qtbot: QtBot) -> None:
    journal.add_run("/jobs/Nuit.admaker")
    _show(page, qtbot, 1)
    qtbot.mouseClick(page.header.views.buttons()[1], Qt.MouseButton.LeftButton)
    assert [row.key for row in page.chart._look.rows] == ["cpu", "network", "gpu", "export"]
    assert page.chart.bar_at(QPoint(5, RULER_PX + 5)) is None
    page.grab()


def test_the_log_is_filtered_searched_and_copied(page: RunsPage, journal: FakeJournal, qtbot: QtBot) -> None:
    journal.add_run("/jobs/Gravel.admaker", "failed")
    _show(page, qtbot, 1)
    log = page.log
    everything = log.model.rowCount()
    assert [button.text() for button in log.levels.buttons()] == ["All", "Warnings 2", "Errors 3"]
    qtbot.mouseClick(log.levels.buttons()[2], Qt.MouseButton.LeftButton)
    assert log.model.rowCount() == 3
    qtbot.mouseClick(log.levels.buttons()[1], Qt.MouseButton.LeftButton)
    assert log.model.rowCount() == 5
    qtbot.mouseClick(log.levels.buttons()[0], Qt.MouseButton.LeftButton)
    assert log.model.rowCount() == everything
    log.search.set_text("DRIVER")
    assert log._hits.text() == "2 hits"
    assert log.model.rowCount() == everything
    qtbot.keyClick(log.search.field, Qt.Key.Key_Return)
    assert log.lines.currentIndex().row() in log.model.hits()
    log.lines.setFocus()
    qtbot.keyClick(log.lines, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().count("\n") == 0
    assert "The graphics driver gave up" in QGuiApplication.clipboard().text()
    page.grab()


def test_the_log_is_saved_as_a_file_and_a_refusal_is_told(
    page: RunsPage, journal: FakeJournal, qtbot: QtBot, tmp_path: Path
) -> None:
    journal.add_run("/jobs/Nuit.admaker")
    _show(page, qtbot, 1)
    page.log.save_to(tmp_path / "run.log")
    qtbot.waitUntil((tmp_path / "run.log").is_file)
    assert "Run #1 starts." in (tmp_path / "run.log").read_text(encoding="utf-8").splitlines()[0]
    told: list[object] = []
    page.log._refuse = told.append  # type: ignore[method-assign] # the toast is not what is tested
    page.log.save_to(tmp_path / "no" / "run.log")
    qtbot.waitUntil(lambda: bool(told))


def test_a_run_of_another_process_is_live_and_looked_at_until_it_ends(
    page: RunsPage, journal: FakeJournal, desk: Desk, qtbot: QtBot
) -> None:
    run = journal.add_run("/jobs/Nuit.admaker", "running", ago_s=15)
    _show(page, qtbot, 1)
    assert page.chart._look.is_live
    assert page._elsewhere.isActive()
    assert not page.header.cancel.isVisible()
    assert desk.studio is not None
    desk.studio.state.end_run(run, "done")
    qtbot.waitUntil(lambda: not page.chart._look.is_live, timeout=8000)
    qtbot.waitUntil(lambda: not page._elsewhere.isActive())


def test_nothing_is_asked_while_the_page_is_hidden(page: RunsPage, journal: FakeJournal, qtbot: QtBot) -> None:
    journal.add_run("/jobs/Nuit.admaker", "running", ago_s=15)
    _show(page, qtbot, 1)
    page.hide()
    assert not page._elsewhere.isActive()


def test_its_words_follow_the_language_and_the_theme(page: RunsPage, journal: FakeJournal, qtbot: QtBot) -> None:
    journal.add_run("/jobs/Gravel.admaker", "failed")
    _show(page, qtbot, 1)
    page.retranslate()
    page.resize(1600, 900)
    QApplication.processEvents()
    page.grab()
    assert i18n.language() == "en"
    assert page.findChild(LaneTile).accessibleName() == "CPU"


def test_a_journal_that_cannot_be_read_is_told_with_a_way_out(page: RunsPage, desk: Desk, qtbot: QtBot) -> None:
    from admaker_desktop.core.errors import StorageError

    page.show()
    page._feed.failed.emit(StorageError("The disk is full.", hint="Free some space."))
    assert page.trouble.isVisible()
    with qtbot.waitSignal(page._feed.changed, timeout=8000):
        qtbot.mouseClick(page.trouble.findChildren(Button)[0], Qt.MouseButton.LeftButton)
    assert not page.trouble.isVisible()


def test_a_run_can_be_chosen_again_after_another(page: RunsPage, journal: FakeJournal, qtbot: QtBot) -> None:
    first = journal.add_run("/jobs/Nuit.admaker", ago_s=9000)
    journal.add_run("/jobs/Gravel.admaker", "failed", ago_s=600)
    _show(page, qtbot, 2)
    _choose(page, qtbot, first)
    assert [row.state for row in page.chart._look.rows if row.node == "images"] == ["done"]
