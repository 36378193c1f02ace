"""The inspector of a real project: editing, refusing, undoing, what reaches a node and what went wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot
from qtpy.QtCore import Qt
from qtpy.QtGui import QKeySequence, QShortcut
from qtpy.QtWidgets import QApplication

from admaker_desktop.core.messages import msg
from admaker_desktop.graph.edits import Remove, SetSetting
from admaker_desktop.graph.model import NodeRecord, Workflow
from admaker_desktop.services.run_watch import NodeStatus
from admaker_desktop.services.template import build
from admaker_desktop.ui import i18n
from admaker_desktop.ui.inspector import Inspector
from admaker_desktop.ui.inspector.history_page import HistoryPage
from admaker_desktop.ui.inspector.inputs_page import InputsPage
from admaker_desktop.ui.inspector.results_page import ResultsPage
from admaker_desktop.ui.inspector.row import SettingRow
from admaker_desktop.ui.inspector.settings_page import SettingsPage
from admaker_desktop.ui.inspector.unknown import UnknownPage
from admaker_desktop.ui.session import Session


@pytest.fixture
def inspector(session: Session, qtbot: QtBot) -> Inspector:
    made = Inspector(session)
    qtbot.addWidget(made)
    made.resize(340, 700)
    made.show()
    qtbot.waitUntil(lambda: session.plan is not None)
    return made


def row(inspector: Inspector, name: str) -> SettingRow:
    assert isinstance(inspector.page, SettingsPage)
    return inspector.page.rows[name]


def text_of(session: Session, node: str = "headline") -> object:
    return session.workflow.node(node).settings.get("text")


def test_nothing_is_selected_at_first(inspector: Inspector) -> None:
    assert inspector.page is None
    assert inspector._nothing.isVisible()


def test_typed_words_are_kept_after_a_pause_under_a_name(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    session.select("headline")
    field = row(inspector, "text").editor.field
    qtbot.keyClicks(field, "A warm evening ")
    assert text_of(session) is None
    qtbot.waitUntil(lambda: text_of(session) == "A warm evening")
    assert field.toPlainText() == "A warm evening ", "what was typed stays as it was typed"
    assert str(session.undo_label) == "Change Words of Copy"
    session.undo()
    assert field.toPlainText() == ""


def test_typing_goes_into_one_step(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    session.select("headline")
    for letters in ("One", " two"):
        qtbot.keyClicks(row(inspector, "text").editor.field, letters)
        inspector.flush()
    assert text_of(session) == "One two"
    session.undo()
    assert text_of(session) is None


def test_selecting_another_node_passes_on_what_was_typed(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    session.select("headline")
    qtbot.keyClicks(row(inspector, "text").editor.field, "Soon")
    session.select("script")
    assert text_of(session) == "Soon"


def test_a_command_key_passes_on_what_was_typed_first(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    seen: list[object] = []
    QShortcut(QKeySequence("Ctrl+Return"), inspector).activated.connect(lambda: seen.append(text_of(session)))
    session.select("headline")
    field = row(inspector, "text").editor.field
    field.setFocus()
    qtbot.keyClicks(field, "Now")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert text_of(session) == "Now"
    assert seen in ([], ["Now"])


def test_a_wrong_value_stays_and_is_never_applied(inspector: Inspector, session: Session) -> None:
    session.select("headline")
    shown = row(inspector, "text")
    shown.editor.field.setPlainText("x" * 601)
    inspector.flush()
    assert text_of(session) is None
    assert shown.note.text() == "At most 600 characters; these are 601."
    assert shown.editor.field.property("hasError")
    session.select("script")
    session.select("headline")
    again = row(inspector, "text")
    assert len(again.editor.field.toPlainText()) == 601
    assert again.editor.field.property("hasError")
    again.reset.click()
    assert again.editor.field.toPlainText() == ""
    assert not again.editor.field.property("hasError")


def test_an_edit_from_elsewhere_is_shown_without_taking_the_caret(
    inspector: Inspector, session: Session, qtbot: QtBot
) -> None:
    session.apply(SetSetting("headline", "text", "Long before"), msg("x"))
    session.select("headline")
    field = row(inspector, "text").editor.field
    field.setFocus()
    cursor = field.textCursor()
    cursor.setPosition(4)
    field.setTextCursor(cursor)
    session.apply(SetSetting("headline", "text", "Long after all"), msg("x"))
    assert field.toPlainText() == "Long after all"
    assert field.textCursor().position() == 4
    session.apply(SetSetting("cta", "text", "elsewhere"), msg("x"))
    assert field.toPlainText() == "Long after all"


def test_reset_takes_the_setting_back_to_its_default(inspector: Inspector, session: Session) -> None:
    session.apply(SetSetting("headline", "text", "Mine"), msg("x"))
    session.select("headline")
    shown = row(inspector, "text")
    assert shown.origin.text() == "set by you"
    assert shown.reset.isVisibleTo(shown)
    shown.reset.click()
    assert text_of(session) is None
    assert not shown.reset.isVisibleTo(shown)
    assert shown.origin.text() == "default"


def test_undo_in_an_untouched_field_is_the_windows(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    undone: list[bool] = []
    QShortcut(QKeySequence.StandardKey.Undo, inspector).activated.connect(lambda: undone.append(True))
    session.select("headline")
    field = row(inspector, "text").editor.field
    inspector.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True]
    qtbot.keyClicks(field, "abc")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True]
    assert field.toPlainText() == ""


def test_inputs_say_where_a_value_comes_from_and_lead_there(inspector: Inspector, session: Session) -> None:
    session.select("cut")
    inspector.show_tab("inputs")
    page = inspector.page
    assert isinstance(page, InputsPage)
    assert page.ports["script"].sources[0].text() == "from Script Writer, Script"
    assert page.ports["script"]._state.text() == "nothing yet"
    assert len(page.ports["takes"].sources) == 3
    session.apply(Remove(links=tuple(x for x in session.workflow.links_into("cut") if x.to_port == "logo")), msg("x"))
    assert page.ports["logo"]._state.text() == "not connected (optional)"
    page.ports["music"].sources[0].click()
    assert session.selected == "music"
    assert isinstance(inspector.page, InputsPage), "the page stays when the node changes"


def test_a_removed_node_leaves_the_inspector_empty(inspector: Inspector, session: Session) -> None:
    session.select("music")
    session.apply(Remove(node_ids=("music",)), msg("Delete"))
    assert inspector.page is None


def test_an_unknown_type_shows_its_data_read_only(open_session: Callable[..., Session], qtbot: QtBot) -> None:
    workflow = build()
    grain = NodeRecord(id="grain", type="acme.grain", settings={"amount": 3})
    session = open_session(Workflow(nodes=(*workflow.nodes, grain), links=workflow.links))
    inspector = Inspector(session)
    qtbot.addWidget(inspector)
    session.select("grain")
    assert isinstance(inspector.page, UnknownPage)
    assert '"amount": 3' in inspector.page._data.toPlainText()
    assert inspector.page._data.isReadOnly()
    assert not inspector.view.tabs.isVisibleTo(inspector)


def test_a_failed_node_says_what_why_and_the_ways_out(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    session.select("image")
    assert inspector.view.problem is None
    session._outlook._last["image"] = NodeStatus("failed", message=msg("The picture is gone."), hint=msg("Run again."))
    session._outlook._plans.pop("image", None)
    session.status_changed.emit("image")
    card = inspector.view.problem
    texts = [text.text() for text in card._texts]
    assert texts[0] == "Image Artisan did not finish"
    assert texts[1] == "The picture is gone. Run again."
    assert texts[2] == "Nothing was billed."
    assert "Waiting for this one: Animator, Editor, Export." in texts[3]
    with qtbot.waitSignal(inspector.retry_asked) as asked:
        card.retry.click()
    assert asked.args == ["image"]
    with qtbot.waitSignal(inspector.log_asked):
        card.log.click()
    card.copy.click()
    assert "The picture is gone." in QApplication.clipboard().text()
    session._outlook._last.clear()
    session.status_changed.emit("image")
    assert inspector.view.problem is None


def test_history_of_a_node_that_never_ran_says_so(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    session.select("brief")
    inspector.show_tab("history")
    page = inspector.page
    assert isinstance(page, HistoryPage)
    qtbot.waitUntil(lambda: bool(page._lines))
    assert page._lines[0].text() == "No run has reached this node yet."


def test_the_language_switches_every_page(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    for tab in ("settings", "inputs", "results", "history"):
        session.select("script")
        inspector.show_tab(tab)
        i18n.set_language("en")
        QApplication.processEvents()
    assert inspector.view.tabs.value == "history"


def test_another_project_or_none_can_be_shown(inspector: Inspector, session: Session) -> None:
    session.select("brief")
    inspector.set_session(None)
    assert inspector.page is None
    session.select("script")
    assert inspector.page is None
    inspector.set_session(session)
    assert isinstance(inspector.page, SettingsPage)


def test_results_before_a_run_say_that_there_are_none(inspector: Inspector, session: Session) -> None:
    session.select("script")
    inspector.show_tab("results")
    assert isinstance(inspector.page, ResultsPage)
