"""A delivery shows first what the brief leaves open."""

from __future__ import annotations

from pytestqt.qtbot import QtBot
from qtpy.QtWidgets import QApplication, QLabel, QWidget

from admaker_desktop.core.messages import msg
from admaker_desktop.graph.edits import SetSetting
from admaker_desktop.ui.export import settle_questions
from admaker_desktop.ui.session import Session
from admaker_desktop.ui.widgets import Button


def _read(session: Session, qtbot: QtBot, text: str) -> None:
    session.apply(SetSetting("brief", "text", text), msg("Change the brief"))
    with qtbot.waitSignal(session.run_ended, timeout=30_000):
        session.start_run("brief")


def test_open_questions_are_shown_with_what_is_used_before_a_delivery(session: Session, qtbot: QtBot) -> None:
    _read(session, qtbot, "A soda.")
    window, delivered = QWidget(), []
    qtbot.addWidget(window)
    window.show()
    settle_questions(window, session, lambda: delivered.append(True))
    assert delivered == []
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    brief = session.ad.brief
    assert brief is not None
    assert brief.questions[0].default in told
    buttons = {button.text(): button for button in dialog.findChildren(Button)}
    buttons["Export with these"].click()
    qtbot.waitUntil(lambda: delivered == [True])


def test_what_was_written_in_the_flow_is_no_open_question(session: Session, qtbot: QtBot) -> None:
    _read(session, qtbot, "A soda.")
    brief = session.ad.brief
    assert brief is not None
    asked = next(question.question for question in brief.questions if question.field == "cta")
    session.apply(SetSetting("cta", "text", "Taste it"), msg("Change the text"))
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    settle_questions(window, session, lambda: None)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert asked not in told
    dialog.close()


def test_answer_first_shows_the_brief_and_delivers_nothing(session: Session, qtbot: QtBot) -> None:
    _read(session, qtbot, "A soda.")
    window, delivered = QWidget(), []
    qtbot.addWidget(window)
    window.show()
    settle_questions(window, session, lambda: delivered.append(True))
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    next(button for button in dialog.findChildren(Button) if button.text() == "Answer first").click()
    qtbot.waitUntil(lambda: session.selected == "brief")
    assert delivered == []


def test_without_questions_nothing_is_asked(session: Session, qtbot: QtBot) -> None:
    delivered: list[bool] = []
    settle_questions(QWidget(), session, lambda: delivered.append(True))
    assert delivered == [True]
