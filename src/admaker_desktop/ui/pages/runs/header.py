"""The line above a run's chart: which run, of which project, how it stands, and Cancel while it is live."""

from __future__ import annotations

from datetime import datetime

from qtpy.QtCore import Signal
from qtpy.QtWidgets import QHBoxLayout, QWidget

from admaker_desktop.services.history import RunRecord
from admaker_desktop.ui.formats import duration, when
from admaker_desktop.ui.i18n import Translated, tr
from admaker_desktop.ui.pages.runs.looks import project_name, run_look
from admaker_desktop.ui.widgets import Button, Chip, Label, Segmented


class RunHeader(Translated):
    """What is known of the chosen run. GUI thread."""

    cancel_wanted = Signal()
    view_chosen = Signal(str)
    """`node` or `lane`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run: RunRecord | None = None
        self._aim, self._elapsed_s, self._steps = "", 0.0, 0
        self._number = Label("panel")
        self._project = Label("body", elides=True)
        self._state = Chip()
        self._facts = Label("secondary", elides=True)
        self._facts.set_tone("t3")
        self.views = Segmented()
        self.cancel = Button("square")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 14, 7)
        row.setSpacing(10)
        row.addWidget(self._number)
        row.addWidget(self._project, 3)
        row.addWidget(self._state)
        row.addWidget(self._facts, 4)
        row.addStretch(1)
        row.addWidget(self.views)
        row.addWidget(self.cancel)
        self.setFixedHeight(46)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.views.chosen.connect(self.view_chosen)
        self.cancel.hide()
        self.retranslate()

    def show_run(self, run: RunRecord, aim: str, *, elapsed_s: float, steps: int, can_cancel: bool) -> None:
        """Show a run: what it runs, how long it has run, and of how many steps."""
        self._run, self._aim, self._elapsed_s, self._steps = run, aim, elapsed_s, steps
        self.cancel.setVisible(can_cancel)
        self._retell()

    def retranslate(self) -> None:
        self.cancel.setText(tr("Cancel"))
        self.cancel.setToolTip(tr("Cancel the run (Ctrl+.)"))
        self.views.set_choices([("node", tr("By node")), ("lane", tr("By lane"))])
        self.views.setAccessibleName(tr("Bars of the chart"))
        self._retell()

    def _retell(self) -> None:
        run = self._run
        if run is None:
            return
        look = run_look(run)
        told = tr("{project} · {aim}", project=project_name(run), aim=self._aim)
        _tell(self._number, tr("Run #{number}", number=run.number))
        _tell(self._project, told)
        _tell(self._facts, self._told(run))
        if self._state.text() != look.word:
            self._state.setText(look.word)
            self._state.set_icon(look.icon)
            self._state.set_tone(look.tone)
        for label in (self._project, self._facts):
            label.setMaximumWidth(label.fontMetrics().horizontalAdvance(label.text()) + 4)

    def _told(self, run: RunRecord) -> str:
        started = when(run.started_at)
        if run.state == "running":
            return tr(
                "started {time} · {length} · {done} of {steps} steps · {cached} from cache",
                time=f"{datetime.fromtimestamp(run.started_at):%H:%M:%S}",  # noqa: DTZ006 - people read local time
                length=duration(self._elapsed_s),
                done=run.ran + run.cached,
                steps=max(self._steps, run.steps),
                cached=run.cached,
            )
        return tr(
            "{time} · {length} · {steps} steps · {cached} from cache",
            time=started,
            length=duration(self._elapsed_s),
            steps=run.steps,
            cached=run.cached,
        )


def _tell(label: Label, text: str) -> None:
    """Ten times a second while a run is live: what says the same is not painted again."""
    if label.text() != text:
        label.setText(text)
