"""The inspector of a project whose first steps are made: stand-ins, results, changes, history."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from admaker_desktop.ui.inspector import Inspector
from admaker_desktop.ui.inspector.history_page import HistoryPage
from admaker_desktop.ui.inspector.inputs_page import InputsPage
from admaker_desktop.ui.inspector.results_page import ResultsPage, _WordsView
from admaker_desktop.ui.inspector.settings_page import SettingsPage
from admaker_desktop.ui.session import Session
from admaker_desktop.ui.widgets import Label


@pytest.fixture
def made(open_session: Callable[..., Session], qtbot: QtBot) -> tuple[Session, Inspector]:
    """A project whose script and headline are made."""
    session = open_session()
    inspector = Inspector(session)
    qtbot.addWidget(inspector)
    inspector.resize(340, 700)
    inspector.show()
    with qtbot.waitSignal(session.run_ended, timeout=30_000):
        session.start_run("headline")
    qtbot.waitUntil(lambda: session.status("headline").state == "done", timeout=10_000)
    qtbot.waitUntil(lambda: session.plan is not None)
    return session, inspector


def words_of(inspector: Inspector) -> str:
    return " | ".join(label.text() for label in inspector.page.findChildren(Label))


def test_a_made_flow_tells_its_values_results_changes_and_history(
    made: tuple[Session, Inspector], qtbot: QtBot
) -> None:
    session, inspector = made
    headline = session.result("headline").outputs[0].text

    session.select("headline")
    page = inspector.page
    assert isinstance(page, SettingsPage)
    row = page.rows["text"]
    assert row.editor.field.placeholderText() == headline
    assert row.origin.text() == "from Script Writer"
    qtbot.waitUntil(inspector.view.changes.isHidden, timeout=10_000)

    row.editor.field.setPlainText("My own words")
    row.flush()
    changes = inspector.view.changes
    qtbot.waitUntil(changes._would.isVisible, timeout=10_000)
    assert changes._changed._fact.text() == "Words default → My own words"
    assert changes._would._fact.text().startswith("Copy, Editor")
    assert changes._would._fact.text().endswith("free")
    qtbot.waitUntil(lambda: inspector.view.header.badge.text() == "Stale", timeout=10_000)
    changes.reset.click()
    assert "text" not in session.workflow.node("headline").settings
    assert str(session.undo_label) == "Reset Words"

    session.select("script")
    assert inspector.page.rows["seconds"].editor.field.value == 15
    assert inspector.page.rows["seconds"].origin.text() == "from Brief Generator"
    inspector.page.rows["seconds"].origin.click()
    assert session.selected == "brief"
    assert inspector.page.rows["language"].editor.field.currentData(257) == "English"

    inspector.show_tab("results")
    assert isinstance(inspector.page, ResultsPage)
    assert "Aldermere" in words_of(inspector)
    session.select("headline")
    copies = inspector.page.findChildren(_WordsView)
    assert copies[0]._words.text == headline
    copies[0].copy.click()
    session.select("script")
    assert headline in words_of(inspector)

    inspector.show_tab("inputs")
    assert isinstance(inspector.page, InputsPage)
    assert "Aldermere" in inspector.page.ports["brief"]._value.text()

    inspector.show_tab("history")
    history = inspector.page
    assert isinstance(history, HistoryPage)
    qtbot.waitUntil(lambda: bool(history._turns))
    assert history._turns[0].state in {"done", "cached"}
