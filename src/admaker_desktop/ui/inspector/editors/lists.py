"""Editors for lists of words: ratios to switch on and off, placements to find among a hundred, free entries."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qtpy.QtCore import Qt
from qtpy.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from admaker_desktop.ui.i18n import tr, trn
from admaker_desktop.ui.inspector.editors.base import Editor, StandIn
from admaker_desktop.ui.inspector.editors.finder import Finder
from admaker_desktop.ui.widgets import Button, Chip, FlowLayout, IconButton, Label, TextField

if TYPE_CHECKING:
    from pydantic import JsonValue

    from admaker_desktop.services.setting_choices import Choice


class TogglesEditor(Editor):
    """A few known values as chips; a click switches one on or off."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self._choices: tuple[Choice, ...] = ()
        self._values: list[str] = []
        self._stand_in: tuple[str, ...] = ()
        self.chips: dict[str, Chip] = {}
        self._flow = FlowLayout(self, gap=6)

    def set_choices(self, choices: tuple[Choice, ...]) -> None:
        """What can be switched."""
        self._choices = choices
        self._build()

    def show_value(self, value: JsonValue) -> None:
        self._values = [str(entry) for entry in value] if isinstance(value, list | tuple) else []
        self._build()

    def show_stand_in(self, stand_in: StandIn) -> None:
        self._stand_in = tuple(map(str, stand_in.value)) if isinstance(stand_in.value, list) else ()
        self._dress()

    def retranslate(self) -> None:
        self._dress()

    def _build(self) -> None:
        wanted = [choice.value for choice in self._choices]
        wanted += [value for value in self._values if value not in wanted]
        if list(self.chips) != wanted:
            for chip in self.chips.values():
                self._flow.removeWidget(chip)
                chip.deleteLater()
            self.chips = {value: self._chip(value) for value in wanted}
        self._dress()
        self.updateGeometry()

    def _chip(self, value: str) -> Chip:
        chip = Chip(parent=self)
        chip.setText(value)
        chip.setFixedHeight(28)
        chip.setCheckable(True)
        chip.set_clickable(True)
        chip.clicked.connect(lambda _on=False: self._switch(value))
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _dress(self) -> None:
        details = {choice.value: choice.detail for choice in self._choices}
        for value, chip in self.chips.items():
            is_on = value in self._values
            is_lent = not self._values and value in self._stand_in
            chip.setChecked(is_on)
            chip.set_tone("acc" if is_on else "neutral")
            chip.set_icon("check" if is_on or is_lent else "")
            chip.setToolTip(details.get(value, "") or tr("not known here"))

    def _switch(self, value: str) -> None:
        start = self._values or [v for v in self._stand_in if v in self.chips]
        kept = [entry for entry in start if entry != value]
        if len(kept) == len(start):
            kept.append(value)
        order = list(self.chips)
        self._values = sorted(kept, key=order.index)
        self._dress()
        self.chosen.emit(list(self._values))


class FoundEditor(Editor):
    """Many known values: the chosen ones as rows, others found by typing."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self._choices: dict[str, Choice] = {}
        self._values: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.rows: list[_EntryRow] = []
        self.add = Button("plus", size="small")
        self.add.setSizePolicy(self.add.sizePolicy().horizontalPolicy().Fixed, self.add.sizePolicy().verticalPolicy())
        self.add.clicked.connect(self._find)
        self._column.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.add)
        self.retranslate()

    def set_choices(self, choices: tuple[Choice, ...]) -> None:
        """What there is to find."""
        self._choices = {choice.value: choice for choice in choices}
        self._build()

    def show_value(self, value: JsonValue) -> None:
        self._values = [str(entry) for entry in value] if isinstance(value, list | tuple) else []
        self._build()

    def retranslate(self) -> None:
        self.add.setText(tr("Add"))
        self.add.setToolTip(trn("Choose from {count}", "Choose from {count}", len(self._choices)))
        for row in self.rows:
            row.retranslate()

    def _build(self) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self.rows = []
        for place, value in enumerate(self._values):
            choice = self._choices.get(value)
            row = _EntryRow(choice, value, self._remover(value), self)
            self._column.insertWidget(place, row)
            self.rows.append(row)
        self.retranslate()

    def _remover(self, value: str) -> Callable[[], None]:
        return lambda: self._take([entry for entry in self._values if entry != value])

    def _find(self) -> None:
        finder = Finder([c for c in self._choices.values() if c.value not in self._values], self)
        finder.picked.connect(lambda value: self._take([*self._values, value]))
        finder.open_at(self.add)

    def _take(self, values: list[str]) -> None:
        self._values = values
        self._build()
        self.chosen.emit(list(values))


class EntriesEditor(Editor):
    """Free entries as chips, added by typing."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[str] = []
        self._chips = QWidget(self)
        self._flow = FlowLayout(self._chips, gap=6)
        self.field = TextField(self)
        self.field.setAccessibleName(label)
        self.field.returnPressed.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._chips)
        column.addWidget(self.field)
        self.setFocusProxy(self.field)
        self._watch(self.field)
        self.paused.connect(self._add)
        self.retranslate()

    def show_value(self, value: JsonValue) -> None:
        self._values = [str(entry) for entry in value] if isinstance(value, list | tuple) else []
        self._build()

    def retranslate(self) -> None:
        self.field.setPlaceholderText(tr("Add, then Enter"))

    def set_error(self, is_wrong: bool) -> None:
        self.field.set_error(is_wrong)

    def _build(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for value in self._values:
            chip = Chip("x", parent=self._chips)
            chip.setText(value)
            chip.set_clickable(True)
            chip.setToolTip(tr("Remove"))
            chip.clicked.connect(lambda _on=False, gone=value: self._take([v for v in self._values if v != gone]))
            self._flow.addWidget(chip)
            chip.show()
        self._chips.setVisible(bool(self._values))
        self._chips.updateGeometry()

    def _add(self) -> None:
        new = [part.strip() for part in self.field.text().split(",") if part.strip()]
        if new:
            self.field.clear()
            self._take([*self._values, *new])

    def _take(self, values: list[str]) -> None:
        self._values = list(dict.fromkeys(values))
        self._build()
        self.chosen.emit(list(self._values))


class _EntryRow(QWidget):
    """One chosen value with its facts, and the button that takes it out."""

    def __init__(self, choice: Choice | None, value: str, remove: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._title = Label("secondary", elides=True)
        self._title.set_tone("t1")
        self._title.setText(f"{choice.group} · {choice.title}" if choice and choice.group else value)
        self._detail = Label("label")
        self._detail.set_tone("t3")
        self._detail.setText(choice.detail if choice else "")
        self.remove = IconButton("x")
        self.remove.clicked.connect(lambda _on=False: remove())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._title, 1)
        row.addWidget(self._detail)
        row.addWidget(self.remove)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.remove.setToolTip(tr("Remove {name}", name=self._title.text()))
        self.remove.setAccessibleName(self.remove.toolTip())
