"""Before a delivery: what the brief leaves open, and what the ad uses meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qtpy.QtWidgets import QWidget

from admaker_desktop.ui.i18n import tr, trn
from admaker_desktop.ui.widgets import ask

if TYPE_CHECKING:
    from admaker_desktop.ad.brief import Question
    from admaker_desktop.ui.session import Session

_MOST_SHOWN = 5


def settle_questions(parent: QWidget, session: Session, deliver: Callable[[], None]) -> None:
    """Go on to the delivery, at once or after the user has seen what is still open. GUI thread.

    A draft is never held up by a question; what goes to a client is.
    """
    questions = _open_questions(session)
    if not questions:
        deliver()
        return
    shown = [tr("{question}\nThe ad uses: {default}", question=q.question, default=q.default) for q in questions]
    more = len(shown) - _MOST_SHOWN
    if more > 0:
        shown = [*shown[:_MOST_SHOWN], trn("And {count} more.", "And {count} more.", more)]

    def answered(key: str) -> None:
        if key == "deliver":
            deliver()
        elif key == "answer":
            _show_brief(session)

    ask(
        parent,
        trn("The brief leaves {count} answer open", "The brief leaves {count} answers open", len(questions)),
        "\n\n".join(shown),
        [("answer", tr("Answer first"), "normal"), ("deliver", tr("Export with these"), "primary")],
        answered,
    )


def _open_questions(session: Session) -> list[Question]:
    """What the brief leaves open and the user has not written himself in a Copy node meanwhile."""
    brief = session.ad.brief
    written = {
        record.settings.get("role") for record in session.workflow.nodes if str(record.settings.get("text", "")).strip()
    }
    return [question for question in brief.questions if question.field not in written] if brief else []


def _show_brief(session: Session) -> None:
    briefs = (record.id for record in session.workflow.nodes if record.type == "strategy.brief")
    session.select(next(briefs, ""))
