"""The understood brief as a row of chips; each opens a small editor to correct it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qtpy.QtCore import QEvent, QObject, Qt, Signal
from qtpy.QtWidgets import QHBoxLayout, QWidget

from admaker_desktop.core.errors import BriefError
from admaker_desktop.ui.i18n import Translated, tr, tr_error
from admaker_desktop.ui.pages.start.facts import ICONS, LONG_FIELDS, chip_text, field_name, how_to_write, tip
from admaker_desktop.ui.widgets import Button, Chip, FlowLayout, Label, Popover, TextArea, TextField

if TYPE_CHECKING:
    from admaker_desktop.services.understanding import Fact, Understanding

_EDITOR_WIDTH = 340
_AREA_HEIGHT = 84
_QUOTE_CHARS = 220


class FactChips(Translated):
    """The facts of a brief, then what it leaves open. `answered` with a field and a text, or None to reset it."""

    answered = Signal(str, object)
    pointed = Signal(str)
    """The client's words behind the chip under the mouse; empty when there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap=6)
        self._chips: dict[str, Chip] = {}
        self._facts: dict[str, Fact] = {}
        self.editor: FactEditor | None = None
        """The open editor."""

    def show_facts(self, understanding: Understanding | None) -> None:
        """Show these facts; chips of fields that stay are kept, so that the focus is not lost."""
        facts = understanding.facts if understanding else ()
        self._facts = {fact.field: fact for fact in facts}
        for field in [field for field in self._chips if field not in self._facts]:
            chip = self._chips.pop(field)
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
        for field in self._facts:
            if field not in self._chips:
                self._chips[field] = self._new_chip(field)
            self._flow.addWidget(self._chips[field])
        self.retranslate()
        self.setVisible(bool(facts))
        self.updateGeometry()

    def stops(self) -> list[QWidget]:
        """What Tab reaches, in order."""
        return [self._chips[field] for field in self._facts]

    def chip(self, field: str) -> Chip | None:
        """The chip of a field, if it is shown."""
        return self._chips.get(field)

    def open_editor(self, field: str) -> None:
        """Open the editor of a field below its chip."""
        editor = FactEditor(self._facts[field], self)
        editor.saved.connect(lambda text: self.answered.emit(field, text))
        editor.closed.connect(self._editor_closed)
        self.editor = editor
        editor.open_at(self._chips[field])
        editor.start()

    def retranslate(self) -> None:
        for field, chip in self._chips.items():
            fact = self._facts[field]
            chip.setText(chip_text(fact))
            chip.set_icon("check" if fact.is_answered else ICONS[field])
            chip.set_tone("warn" if fact.is_open else "acc" if fact.is_answered else "neutral")
            chip.set_editable(fact.is_open)
            chip.set_clickable(True)
            shown = fact.question or tr("{name}: {value}", name=field_name(field), value=fact.text)
            chip.setToolTip(tip(shown))
            chip.setAccessibleName(chip_text(fact))
            chip.setAccessibleDescription(tr("Opens an editor. {fact}", fact=shown))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            field = watched.property("field")
            self.pointed.emit(self._facts[field].quote if field in self._facts else "")
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.FocusOut):
            self.pointed.emit("")
        return super().eventFilter(watched, event)

    def _new_chip(self, field: str) -> Chip:
        chip = Chip(ICONS[field], parent=self)
        chip.setProperty("field", field)
        chip.installEventFilter(self)
        chip.clicked.connect(lambda: self.open_editor(field))
        chip.show()
        return chip

    def _editor_closed(self) -> None:
        if self.editor is not None:
            self.editor.deleteLater()
            self.editor = None


class FactEditor(Popover):
    """Changes one fact: its value, the client's words behind it, and the way back to them."""

    saved = Signal(object)
    """The text as typed, or None for what was read."""

    def __init__(self, fact: Fact, parent: QWidget) -> None:
        super().__init__(parent)
        self._fact = fact
        self.setObjectName("factEditor")
        title = Label("section", parent=self)
        title.setText(field_name(fact.field))
        title.setFixedWidth(_EDITOR_WIDTH)
        self.body.addWidget(title)
        if fact.question:
            self._add_words(fact.question, "t2")
        self.field = self._make_field()
        self.field.setAccessibleName(field_name(fact.field))
        self.body.addWidget(self.field)
        self._problem = self._add_words("", "err")
        self._problem.hide()
        if fact.is_open:
            self._add_words(tr("Left empty, the draft uses: {value}", value=fact.default), "t3")
        hint = how_to_write(fact.field)
        if hint:
            self._add_words(hint, "t3")
        if fact.quote:
            self._add_words(tr("In the brief: “{quote}”", quote=fact.quote[:_QUOTE_CHARS]), "t2")
        self.body.addSpacing(4)
        self.body.addLayout(self._make_buttons())

    def start(self) -> None:
        """Put the caret into the field."""
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        if isinstance(self.field, TextField):
            self.field.selectAll()

    def text(self) -> str:
        """What is typed."""
        return self.field.text()

    def set_text(self, text: str) -> None:
        """Type over what is there."""
        if isinstance(self.field, TextField):
            self.field.setText(text)
        else:
            self.field.set_text(text)

    def save(self) -> None:
        """Take the answer over; one that cannot be read stays, with the reason below."""
        from admaker_desktop.ad.answers import read_answer  # small, but of no use before a brief is there

        text = self.text()
        try:
            read_answer(self._fact.field, text)
        except BriefError as error:
            self._problem.setText(tr_error(error))
            self._problem.show()
            self.field.set_error(True)
            self.adjustSize()
            return
        is_same = text == self._fact.text or (self._fact.is_open and not text.strip())
        self.close()
        if not is_same:
            self.saved.emit(text)

    def reset(self) -> None:
        """Back to what was read."""
        self.close()
        self.saved.emit(None)

    def _make_field(self) -> TextField | TextArea:
        shown = self._fact.text
        if self._fact.field in LONG_FIELDS:
            area = TextArea(self)
            area.setFixedSize(_EDITOR_WIDTH, _AREA_HEIGHT)
            area.set_text(shown)
            area.setPlaceholderText(self._fact.default)
            area.submitted.connect(self.save)
            return area
        field = TextField(self)
        field.setFixedWidth(_EDITOR_WIDTH)
        field.setText(shown)
        field.setPlaceholderText(self._fact.default)
        field.returnPressed.connect(self.save)
        return field

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        if self._fact.is_answered:
            back = Button("undo-2", "ghost", "small")
            back.setText(tr("Reset to the brief"))
            back.clicked.connect(self.reset)
            row.addWidget(back)
        row.addStretch(1)
        cancel = Button("", "ghost", "small")
        cancel.setText(tr("Cancel"))
        cancel.clicked.connect(self.close)
        row.addWidget(cancel)
        save = Button("check", "normal", "small")
        save.setText(tr("Apply"))
        save.clicked.connect(self.save)
        row.addWidget(save)
        return row

    def _add_words(self, text: str, tone: str) -> Label:
        label = Label("secondary", wraps=True, parent=self)
        label.setText(text)
        label.set_tone(tone)
        label.setFixedWidth(_EDITOR_WIDTH)
        self.body.addWidget(label)
        return label
