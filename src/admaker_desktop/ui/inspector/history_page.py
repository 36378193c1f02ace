"""The runs that the selected node took part in, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qtpy.QtCore import QRectF, QSize
from qtpy.QtGui import QPaintEvent
from qtpy.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from admaker_desktop.core.messages import NOTHING, Message
from admaker_desktop.ui import formats
from admaker_desktop.ui.i18n import Translated, tr, tr_message, trn
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.icons import paint_icon
from admaker_desktop.ui.widgets import Label, paint

if TYPE_CHECKING:
    from admaker_desktop.project.run_history import RunHistory, RunRecord, StepRecord
    from admaker_desktop.ui.jobs import Job
    from admaker_desktop.ui.session import Session

_RUNS = 12
_LOOKS = {
    "done": ("circle-check", "ok"),
    "cached": ("database", "t3"),
    "failed": ("octagon-x", "err"),
    "cancelled": ("square", "t3"),
    "running": ("loader", "info"),
}


@dataclass(frozen=True, slots=True)
class Turn:
    """A node's part in one run."""

    number: int
    at: float
    state: str
    """done, cached, failed, cancelled or running."""
    items: int
    seconds: float
    message: Message = NOTHING


def turns_of(history: RunHistory, project: str, node_id: str) -> tuple[Turn, ...]:
    """A node's parts in the newest runs of a project; reads a file: worker threads."""
    turns = []
    for run in history.runs(project, _RUNS):
        steps = [step for step in history.steps(run.id) if step.node == node_id]
        if steps:
            turns.append(_turn(run, steps))
    return tuple(turns)


class HistoryPage(Translated):
    """One line a run. GUI thread."""

    def __init__(self, session: Session, node_id: str) -> None:
        super().__init__()
        self._session, self._node_id = session, node_id
        self._turns: tuple[Turn, ...] | None = None
        self._job: Job | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._lines: list[QWidget] = []
        self.refresh()

    def refresh(self) -> None:
        """Read the journal again."""
        if self._job is not None:
            self._job.drop()
        history, project, node_id = self._session.studio.state.history, str(self._session.path), self._node_id
        self._job = self._session.jobs.start(lambda: turns_of(history, project, node_id), self._take)
        self.destroyed.connect(self._job.drop)

    def retranslate(self) -> None:
        """Set the words."""
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [_Line(turn) for turn in self._turns or ()]
        if not self._lines and self._turns is not None:
            nothing = Label("hint", wraps=True)
            nothing.setText(tr("No run has reached this node yet."))
            self._lines.append(nothing)
        for place, line in enumerate(self._lines):
            self._column.insertWidget(place, line)

    def _take(self, turns: tuple[Turn, ...]) -> None:
        if self._turns is None:
            self._column.addStretch(1)
        if turns != self._turns:
            self._turns = turns
            self.retranslate()


class _Line(QWidget):
    """State, when, how long; below it what went wrong."""

    def __init__(self, turn: Turn) -> None:
        super().__init__()
        words, tone = _said(turn), _LOOKS[turn.state][1]
        state = Label("body", elides=True)
        state.set_tone(tone if tone in ("err", "info") else "t1")
        state.setText(words)
        when = Label("hint")
        when.setText(tr("{when} · run {number}", when=formats.when(turn.at), number=turn.number))
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(_Icon(*_LOOKS[turn.state]))
        top.addWidget(state, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(top)
        when.setContentsMargins(24, 0, 0, 0)
        column.addWidget(when)
        if turn.message:
            why = Label("hint", wraps=True)
            why.setText(tr_message(turn.message))
            why.setContentsMargins(24, 0, 0, 0)
            column.addWidget(why)
        self.setAccessibleName(f"{words}, {when.text()}")


class _Icon(QWidget):
    def __init__(self, icon: str, tone: str) -> None:
        super().__init__()
        self._icon, self._tone = icon, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(16, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with paint.start(self) as painter:
            paint_icon(painter, self._icon, QRectF(0, self.height() / 2 - 8, 16, 16), theme.colour(self._tone))


def _turn(run: RunRecord, steps: list[StepRecord]) -> Turn:
    states = {step.state for step in steps}
    order = ("failed", "running", "cancelled", "done", "cached")
    state = next(state for state in order if state in states)
    seconds = sum(step.seconds or 0.0 for step in steps if step.state == "done")
    message = next((step.message for step in steps if step.state == "failed"), NOTHING)
    return Turn(run.number, run.started_at, state, len(steps), seconds, message)


def _said(turn: Turn) -> str:
    if turn.state == "failed":
        return tr("Failed")
    if turn.state == "running":
        return tr("Running")
    if turn.state == "cancelled":
        return tr("Stopped")
    if turn.state == "cached":
        return tr("From cache")
    time = formats.duration(turn.seconds)
    if turn.items == 1:
        return tr("Made in {time}", time=time)
    return trn("{count} item in {time}", "{count} items in {time}", turn.items, time=time)
