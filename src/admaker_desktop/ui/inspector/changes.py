"""Below the settings: what was changed since the last run, and what a run would make again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qtpy.QtCore import Qt, Signal
from qtpy.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from admaker_desktop.services.settings_forms import label_of
from admaker_desktop.ui import formats
from admaker_desktop.ui.i18n import Translated, tr, tr_text, trn
from admaker_desktop.ui.inspector.link import Link
from admaker_desktop.ui.inspector.readable import value_text
from admaker_desktop.ui.nodenames import downstream_of, title_of
from admaker_desktop.ui.widgets import Divider, Label

if TYPE_CHECKING:
    from pydantic import JsonValue

    from admaker_desktop.ui.inspector.last_run import LastRun
    from admaker_desktop.ui.session import Session

_NAMED = 3
_SHOWN_CHARS = 18


class Changes(Translated):
    """Hidden while the node is up to date."""

    reset_asked = Signal(str, object)
    """Field and the value of the last run, None for the default."""

    def __init__(self, session: Session, node_id: str, last_run: LastRun, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._node_id, self._last_run = session, node_id, last_run
        self._changes: dict[str, tuple[JsonValue, JsonValue]] = {}
        self._changed, self._would = _FactLine(self), _FactLine(self)
        self.reset = Link(self)
        self.reset.clicked.connect(self._reset)
        self._changed.add(self.reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addWidget(Divider())
        column.addSpacing(2)
        column.addWidget(self._changed)
        column.addWidget(self._would)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.reset.show_text(tr("Reset"), is_link=True)
        self.reset.setToolTip(tr("Back to what the last run worked with"))
        self.refresh()

    def refresh(self) -> None:
        """Show what is so now."""
        self._changes = self._last_run.changes(self._node_id)
        self._changed.setVisible(bool(self._changes))
        self._changed.show_fact(tr("Changed since last run"), self._changes_text())
        again = "" if self._session.is_running else self._again()
        self._would.setVisible(bool(again))
        self._would.show_fact(tr("Would re-run"), again)
        self.setVisible(bool(self._changes or again))

    def _changes_text(self) -> str:
        if len(self._changes) > 1:
            return trn("{count} setting", "{count} settings", len(self._changes))
        for name, (old, new) in self._changes.items():
            return tr("{setting} {old} → {new}", setting=tr_text(label_of(name)), old=_short(old), new=_short(new))
        return ""

    def _again(self) -> str:
        """The node and those after it that are not up to date, with the price; empty when there are none."""
        session = self._session
        after = downstream_of(session.workflow, self._node_id) | {self._node_id}
        states = {node.node_id: node.state for node in session.plan.nodes} if session.plan else {}
        again = [r.id for r in session.workflow.nodes if r.id in after and states.get(r.id) in ("to_run", "unknown")]
        if self._node_id not in again or session.plan is None:
            return ""
        titles = list(dict.fromkeys(title_of(session, node_id) for node_id in again))
        named = ", ".join(titles[:_NAMED])
        if len(titles) > _NAMED:
            more = trn("and {count} more", "and {count} more", len(titles) - _NAMED)
            named = tr("{nodes} {more}", nodes=named, more=more)
        return tr("{nodes} · {price}", nodes=named, price=formats.money(session.plan.cost))

    def _reset(self) -> None:
        for name, (old, _) in self._changes.items():
            self.reset_asked.emit(name, old)


class _FactLine(QWidget):
    """A grey name and what is so, right of it or below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = Label("secondary")
        self._name.set_tone("t2")
        self._fact = Label("secondary", wraps=True)
        self._fact.set_tone("t1")
        for label in (self._name, self._fact):
            label.setContentsMargins(0, 2, 0, 0)
        self._fact.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        self._row.addWidget(self._name, alignment=Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._fact, 1)

    def add(self, widget: QWidget) -> None:
        """A widget at the right end."""
        self._row.addWidget(widget, alignment=Qt.AlignmentFlag.AlignTop)

    def show_fact(self, name: str, fact: str) -> None:
        """Show the line."""
        self._name.setText(name)
        self._fact.setText(fact)


def _short(value: JsonValue) -> str:
    if value is None:
        return tr("default")
    text = value_text(value)
    return text if len(text) <= _SHOWN_CHARS else f"{text[: _SHOWN_CHARS - 1]}…"
