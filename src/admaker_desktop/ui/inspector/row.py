"""One setting of a node: its name, where its value comes from, the editor, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import JsonValue
from qtpy.QtCore import Qt, QTimer, Signal
from qtpy.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from admaker_desktop.core.errors import NodeInputError
from admaker_desktop.services.settings_forms import check, check_json
from admaker_desktop.ui.i18n import Translated, tr, tr_message, tr_text
from admaker_desktop.ui.inspector.editors import NO_STAND_IN, Editor, StandIn, make_editor
from admaker_desktop.ui.inspector.link import Link
from admaker_desktop.ui.inspector.readable import value_text
from admaker_desktop.ui.widgets import IconButton, Label

if TYPE_CHECKING:
    from admaker_desktop.core.messages import Message
    from admaker_desktop.engine.registry import NodeSpec
    from admaker_desktop.services.settings_forms import SettingField
    from admaker_desktop.ui.session import Session

TYPING_MS = 400
_LABEL_PX = 88


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a setting's value comes from, and what the node works with while the setting is empty."""

    text: str
    node_id: str = ""
    """The node that a click on the text leads to."""
    stand_in: StandIn = NO_STAND_IN


class SettingRow(Translated):
    """Judges what its editor tells and passes on what is right. A wrong value stays in the editor, with a sentence."""

    valued = Signal(str, object)
    """Field and its new value; None for the default."""
    source_asked = Signal(str)
    """The node that the value comes from."""

    def __init__(self, session: Session, spec: NodeSpec, field: SettingField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec, self._field = spec, field
        self._shown: JsonValue = None
        self._pending: object = None
        self._has_pending = False
        self._problem: Message | None = None
        self._note = ""
        self._source = ""
        self._was_shown = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TYPING_MS)
        self._timer.timeout.connect(self.flush)
        self.label = Label("secondary", wraps=True)
        self.origin = Link()
        self.origin.clicked.connect(lambda: self.source_asked.emit(self._source))
        self.reset = IconButton("rotate-ccw", tone="t3")
        self.reset.clicked.connect(self._reset)
        self.note = Label("label", wraps=True)
        self.editor: Editor = make_editor(session, spec, field, self)
        self.editor.edited.connect(self._take_draft)
        self.editor.chosen.connect(self._take_choice)
        self.editor.paused.connect(self.flush)
        self._lay_out()
        self.retranslate()

    @property
    def name(self) -> str:
        """The field's name."""
        return self._field.name

    @property
    def draft(self) -> object | None:
        """What stands in the editor and is wrong; None when nothing is."""
        return self._pending if self._problem else None

    def show_value(self, value: JsonValue | None) -> None:
        """Show the workflow's value (None: the default), unless it is what this row has told itself."""
        self.reset.setVisible(value is not None)
        if value == self._shown and self._was_shown:
            return
        self._was_shown = True
        self._shown = value
        if self._has_pending and not self._problem:
            return
        self._forget_draft()
        self.editor.show_value(self._field.default if value is None else value)

    def show_draft(self, value: object) -> None:
        """Take up again a wrong value that was left standing."""
        self.editor.show_value(value)  # type: ignore[arg-type]  # what a person typed
        self._take_draft(value)

    def show_origin(self, origin: Origin) -> None:
        """Say where the value comes from, and show what stands in for an empty one."""
        self._source = origin.node_id
        self.origin.show_text(origin.text, "link" if origin.node_id else "", is_link=bool(origin.node_id))
        if not self._has_pending:
            self.editor.show_stand_in(origin.stand_in)

    def show_note(self, text: str) -> None:
        """Something worth knowing about the value, in place of the help text."""
        self._note = text
        self._say()

    def flush(self) -> None:
        """Pass on what has been typed so far, if it is right."""
        self._timer.stop()
        if not self._has_pending or self._problem:
            return
        value, self._has_pending = self._pending, False
        self._pass_on(value)

    def retranslate(self) -> None:
        """Set the words."""
        self.label.setText(tr_text(self._field.label))
        doc = tr_text(self._field.doc)
        self.label.setToolTip(doc)
        self.editor.setToolTip("")
        self.editor.setAccessibleDescription(doc)
        self.reset.setToolTip(tr("Reset to the default: {value}", value=value_text(self._field.default)))
        self._say()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        self.note.set_tone("t3")
        if self.editor.is_inline:
            self.label.setFixedWidth(_LABEL_PX)
            head.addWidget(self.label)
            head.addWidget(self.editor, 1)
            head.addWidget(self.reset)
            foot = QHBoxLayout()
            foot.addWidget(self.note, 1)
            foot.addWidget(self.origin, alignment=Qt.AlignmentFlag.AlignTop)
            column.addLayout(foot)
        else:
            head.addWidget(self.label, 1)
            head.addWidget(self.origin)
            head.addWidget(self.reset)
            column.addWidget(self.editor)
            column.addWidget(self.note)
        self.label.setMinimumHeight(self.reset.sizeHint().height())

    def _take_draft(self, value: object) -> None:
        self._pending, self._has_pending = value, True
        self._judge(value)
        if self._problem:
            self._timer.stop()
        else:
            self._timer.start()

    def _take_choice(self, value: object) -> None:
        self._pending, self._has_pending = value, True
        self._judge(value)
        self.flush()

    def _judge(self, value: object) -> None:
        try:
            self._read(value)
            self._problem = None
        except NodeInputError as error:
            self._problem = error.message
        self._say()

    def _read(self, value: object) -> JsonValue:
        if self._field.kind == "json" and isinstance(value, str):
            return check_json(self._spec, self._field.name, value)
        return check(self._spec, self._field.name, value)

    def _pass_on(self, value: object) -> None:
        right = self._read(value)
        told = None if right == self._field.default else right
        if told != self._shown:
            self._shown = told
            self.valued.emit(self._field.name, told)

    def _reset(self) -> None:
        self._forget_draft()
        self.editor.show_value(self._field.default)
        if self._shown is not None:
            self._shown = None
            self.valued.emit(self._field.name, None)

    def _forget_draft(self) -> None:
        self._timer.stop()
        self._pending, self._has_pending, self._problem = None, False, None
        self._say()

    def _say(self) -> None:
        is_wrong = self._problem is not None
        self.editor.set_error(is_wrong)
        text = tr_message(self._problem) if self._problem else self._note or tr_text(self._field.doc)
        self.note.set_tone("err" if is_wrong else "t3")
        self.note.setText(text)
        self.note.setVisible(bool(text))
        if is_wrong:
            self.reset.setVisible(True)
