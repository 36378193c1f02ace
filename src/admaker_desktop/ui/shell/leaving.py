"""Leaving the open project: a live run is stopped and unsaved changes are given up only when the user says so."""

from __future__ import annotations

from collections.abc import Callable

from qtpy.QtWidgets import QWidget

from admaker_desktop.core.errors import AdMakerError
from admaker_desktop.ui.desk import Desk
from admaker_desktop.ui.i18n import tr, tr_error
from admaker_desktop.ui.widgets import ask


def may_leave_at_once(desk: Desk) -> bool:
    """Whether there is nothing to ask: no run is going and everything is on disk."""
    session = desk.session
    return session is None or not (session.is_running or not session.is_saved)


def leave(window: QWidget, desk: Desk, then: Callable[[], None]) -> None:
    """Do something that closes the open project, after asking what must be asked. GUI thread."""
    session = desk.session
    if session is None:
        then()
        return

    def stopped(key: str) -> None:
        if key == "stop":
            session.save_now(lambda: desk.close_project(then, take_up_again=True), unsaved)

    def unsaved(error: AdMakerError) -> None:
        ask(
            window,
            tr("Close without saving?"),
            tr("Your last changes are not on disk. {problem}", problem=tr_error(error)),
            [("lose", tr("Close without saving"), "danger"), ("stay", tr("Keep it open"), "primary")],
            lambda key: desk.close_project(then, take_up_again=True) if key == "lose" else None,
        )

    if session.is_running:
        ask(
            window,
            tr("Stop the run?"),
            tr("What is finished is kept, and the run goes on when you open the project again."),
            [("stay", tr("Keep running"), "normal"), ("stop", tr("Stop and close"), "primary")],
            stopped,
        )
    elif session.is_saved:
        then()
    else:
        session.save_now(then, unsaved)
