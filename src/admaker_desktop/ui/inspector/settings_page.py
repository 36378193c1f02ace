"""The settings of the selected node, read from its annotations and kept in step with the workflow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qtpy.QtWidgets import QVBoxLayout, QWidget

from admaker_desktop.core.messages import Message, msg
from admaker_desktop.graph.edits import SetSetting
from admaker_desktop.services.setting_choices import Inherited, inherited, unused_because
from admaker_desktop.services.settings_forms import form_of
from admaker_desktop.ui.i18n import Translated, tr, tr_message, tr_text
from admaker_desktop.ui.inspector.editors import StandIn
from admaker_desktop.ui.inspector.readable import value_text, voice_name
from admaker_desktop.ui.inspector.row import Origin, SettingRow
from admaker_desktop.ui.nodenames import find_node, inputs_of, name_of
from admaker_desktop.ui.widgets import Label

if TYPE_CHECKING:
    from pydantic import JsonValue

    from admaker_desktop.graph.model import NodeRecord
    from admaker_desktop.services.settings_forms import SettingField
    from admaker_desktop.ui.session import Session


class SettingsPage(Translated):
    """A row for each setting. GUI thread."""

    def __init__(self, session: Session, node_id: str, drafts: dict[tuple[str, str], object]) -> None:
        super().__init__()
        self._session, self._node_id, self._drafts = session, node_id, drafts
        self.rows: dict[str, SettingRow] = {}
        self._fields: dict[str, SettingField] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        spec = session.spec(node_id)
        for field in form_of(spec) if spec else ():
            row = SettingRow(session, spec, field, self)  # type: ignore[arg-type]  # there is a spec where it has fields
            row.valued.connect(self._apply)
            row.source_asked.connect(session.select)
            self.rows[field.name], self._fields[field.name] = row, field
            column.addWidget(row)
        self._nothing = Label("hint", wraps=True)
        column.addWidget(self._nothing)
        self._nothing.setVisible(not self.rows)
        column.addStretch(1)
        self._take_up_drafts()
        self.retranslate()

    def flush(self) -> None:
        """Pass on what was typed; keep what is wrong for when the node is selected again."""
        for name, row in self.rows.items():
            row.flush()
            if row.draft is not None:
                self._drafts[self._node_id, name] = row.draft
            else:
                self._drafts.pop((self._node_id, name), None)

    def refresh(self) -> None:
        """Show what the workflow says now, and what has reached the node."""
        record = find_node(self._session.workflow, self._node_id)
        if record is None:
            return
        inputs = inputs_of(self._session, self._node_id)
        for name, row in self.rows.items():
            row.show_value(self._own_value(record, name))
            stands_in = inherited(record.type, name, record.settings, inputs)
            row.show_origin(self._origin(record, name, stands_in))
            row.show_note(tr_message(unused_because(record.type, name, record.settings)))

    def retranslate(self) -> None:
        """Set the words."""
        self._nothing.setText(tr("This node has nothing to set: it works with what reaches it."))
        self.refresh()

    def first_field(self) -> QWidget | None:
        """The editor that the keyboard reaches first."""
        return next((row.editor for row in self.rows.values()), None)

    def _apply(self, name: str, value: JsonValue) -> None:
        field = self._fields[name]
        label = msg("Change {setting} of {node}", setting=Message(field.label), node=self._title())
        self._session.apply(SetSetting(self._node_id, name, value), label, merge=f"{self._node_id}.{name}")

    def _own_value(self, record: NodeRecord, name: str) -> JsonValue:
        """What the workflow sets; None where that is the default."""
        value = record.settings.get(name)
        return None if value == self._fields[name].default else value

    def _title(self) -> Message:
        spec = self._session.spec(self._node_id)
        return Message(spec.title if spec else self._node_id)

    def _origin(self, record: NodeRecord, name: str, found: Inherited | None) -> Origin:
        words = StandIn(self._text(name, found), found.value if found else None)
        if self._own_value(record, name) is not None:
            return Origin(tr("set by you"), stand_in=StandIn(words.text))
        if found is None:
            return Origin(tr("default"))
        link = next((x for x in self._session.workflow.links_into(record.id) if x.to_port == found.port), None)
        if link is None:
            return Origin(tr("chosen for you"), "", words)
        source = tr("from {node}", node=name_of(self._session, link.from_node))
        return Origin(source, link.from_node, words)

    def _text(self, name: str, found: Inherited | None) -> str:
        if found is None:
            return ""
        field = self._fields[name]
        known = dict(field.choices)
        if isinstance(found.value, str):
            return tr_text(known[found.value]) if found.value in known else voice_name(found.value)
        text = value_text(found.value)
        return tr("{value} {unit}", value=text, unit=tr_text(field.unit)) if field.unit else text

    def _take_up_drafts(self) -> None:
        self.refresh()
        for name, row in self.rows.items():
            draft = self._drafts.get((self._node_id, name))
            if draft is not None:
                row.show_draft(draft)
