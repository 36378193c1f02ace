"""What went wrong at a node: what, why, what it cost, what goes on, and the ways out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qtpy.QtCore import Signal
from qtpy.QtGui import QGuiApplication
from qtpy.QtWidgets import QVBoxLayout, QWidget

from admaker_desktop.ui import formats
from admaker_desktop.ui.i18n import Translated, tr, tr_message, trn
from admaker_desktop.ui.inspector.link import Link
from admaker_desktop.ui.nodenames import downstream_of, name_of
from admaker_desktop.ui.widgets import Button, Card, FlowLayout, Label

if TYPE_CHECKING:
    from admaker_desktop.services.run_watch import NodeStatus
    from admaker_desktop.ui.session import Session

_NAMED = 3


class ProblemCard(Translated):
    """Shown for a node that failed or is refused."""

    retry_asked = Signal()
    log_asked = Signal()

    def __init__(self, session: Session, node_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._node_id = session, node_id
        card = Card(self, fill="panel2", border="err", radius=10)
        self._heads = [Label("label") for _ in range(4)]
        self._texts = [Label("body", wraps=True) for _ in range(4)]
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(2)
        for head, text in zip(self._heads, self._texts, strict=True):
            head.set_tone("t3")
            column.addWidget(head)
            column.addWidget(text)
            column.addSpacing(5)
        self._texts[0].setFont(Label("section").font())
        self.retry = Button("rotate-cw", size="small")
        self.retry.clicked.connect(self.retry_asked)
        self.log = Link()
        self.log.clicked.connect(self.log_asked)
        self.copy = Link()
        self.copy.clicked.connect(self._copy)
        ways = QWidget()
        row = FlowLayout(ways, gap=12, line_gap=4)
        for way in (self.retry, self.log, self.copy):
            row.addWidget(way)
        column.addWidget(ways)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(card)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        for head, text in zip(self._heads, (tr("What"), tr("Why"), tr("Money"), tr("What still runs")), strict=True):
            head.setText(text)
        self.retry.setText(tr("Run again"))
        self.log.show_text(tr("Show in log"), is_link=True)
        self.copy.show_text(tr("Copy the text"), is_link=True)
        self.refresh()

    def refresh(self) -> None:
        """Show the node's state as it is now."""
        status = self._session.status(self._node_id)
        name = name_of(self._session, self._node_id)
        is_refused = status.state == "refused"
        what = tr("{node} cannot run as it is", node=name) if is_refused else tr("{node} did not finish", node=name)
        why = " ".join(filter(None, (tr_message(status.message), tr_message(status.hint))))
        said = (what, why or tr("No reason was given; the log says more."), self._money(status), self._rest())
        for text, words in zip(self._texts, said, strict=True):
            text.setText(words)
        self.setAccessibleName(what)
        self.setAccessibleDescription(" ".join(said[1:]))
        self.retry.setEnabled(not self._session.is_running)
        self.retry.setToolTip(tr("A run is on its way.") if self._session.is_running else "")

    def _money(self, status: NodeStatus) -> str:
        if status.cost is None:
            return tr("What it cost is unknown.")
        if status.cost.amount == 0:
            return tr("Nothing was billed.")
        return tr("{amount} was billed.", amount=formats.money(status.cost))

    def _rest(self) -> str:
        waiting = downstream_of(self._session.workflow, self._node_id)
        others = len(self._session.workflow.nodes) - len(waiting) - 1
        if self._session.is_running:
            goes_on = trn("{count} other node goes on.", "{count} other nodes go on.", others)
        else:
            goes_on = tr("Nothing runs now; what is finished is kept.")
        if not waiting:
            return goes_on
        order = [record.id for record in self._session.workflow.nodes if record.id in waiting]
        if len(order) > _NAMED:
            waits = trn("{count} node waits for this one.", "{count} nodes wait for this one.", len(order))
        else:
            names = ", ".join(name_of(self._session, node_id) for node_id in order)
            waits = tr("Waiting for this one: {nodes}.", nodes=names)
        return f"{goes_on} {waits}"

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(text.text() for text in self._texts))
