"""Editors for numbers, yes or no, and one of many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qtpy.QtWidgets import QHBoxLayout, QWidget

from admaker_desktop.core.messages import NOTHING, Message
from admaker_desktop.ui.i18n import tr, tr_message, tr_text
from admaker_desktop.ui.inspector.editors.base import Editor, StandIn
from admaker_desktop.ui.widgets import Combo, NumberField, SliderField, Switch

if TYPE_CHECKING:
    from pydantic import JsonValue

    from admaker_desktop.services.setting_choices import Choice
    from admaker_desktop.services.settings_forms import SettingField

_OPEN_END = 1_000_000_000


class SliderEditor(Editor):
    """A slider with its number."""

    is_inline = True

    def __init__(self, field: SettingField, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        limits = field.limits
        self.field = SliderField(limits.least or 0.0, limits.most or 1.0, limits.step, limits.decimals, self)
        self.field.set_unit(tr_text(field.unit))
        self.field.setAccessibleName(label)
        self._is_whole = limits.decimals == 0
        self.field.moved.connect(lambda value: self.edited.emit(self._number(value)))
        self.field.chosen.connect(lambda value: self.chosen.emit(self._number(value)))
        _fill(self, self.field)
        self._watch(self.field.slider, self.field.number.field)

    def show_value(self, value: JsonValue) -> None:
        if isinstance(value, int | float) and not self.field.slider.isSliderDown():
            self.field.set_value(float(value))

    def show_stand_in(self, stand_in: StandIn) -> None:
        if stand_in.value is not None:
            self.show_value(stand_in.value)

    def _number(self, value: float) -> int | float:
        return round(value) if self._is_whole else value


class NumberEditor(Editor):
    """A number with open ends."""

    is_inline = True

    def __init__(self, field: SettingField, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        limits = field.limits
        least = -_OPEN_END if limits.least is None else limits.least
        most = _OPEN_END if limits.most is None else limits.most
        self.field = NumberField(least, most, limits.step, limits.decimals, self)
        self.field.set_unit(tr_text(field.unit))
        self.field.field.setAccessibleName(label)
        self.field.setMaximumWidth(140)
        self._is_whole = limits.decimals == 0
        self.field.chosen.connect(lambda value: self.chosen.emit(round(value) if self._is_whole else value))
        _fill(self, self.field, is_right=True)
        self._watch(self.field.field)

    def show_value(self, value: JsonValue) -> None:
        if isinstance(value, int | float):
            self.field.set_value(float(value))


class SwitchEditor(Editor):
    """On or off."""

    is_inline = True

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = Switch(self)
        self.field.setAccessibleName(label)
        self.field.clicked.connect(lambda on: self.chosen.emit(bool(on)))
        _fill(self, self.field, is_right=True)

    def show_value(self, value: JsonValue) -> None:
        self.field.setChecked(bool(value))


class ChoiceEditor(Editor):
    """One of the values that the annotation lists."""

    def __init__(self, field: SettingField, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field, self._stand_in = field, ""
        self.field = Combo(self)
        self.field.setAccessibleName(label)
        self.field.chosen.connect(self.chosen.emit)
        _fill(self, self.field)
        self.retranslate()

    def show_value(self, value: JsonValue) -> None:
        self.field.set_value(str(value))

    def show_stand_in(self, stand_in: StandIn) -> None:
        self._stand_in = stand_in.text
        self.retranslate()

    def retranslate(self) -> None:
        default = self._field.default
        rows: list[tuple[str, ...]] = [
            (key, tr_text(words), self._stand_in if key == default else "") for key, words in self._field.choices
        ]
        before = self.field.value
        self.field.set_choices(rows)
        if before:
            self.field.set_value(before)


class KnownEditor(Editor):
    """One of the values that the app knows: a service with its price, a voice. An unknown value stays."""

    def __init__(
        self, choices: tuple[Choice, ...], label: str, empty: Message = NOTHING, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._choices, self._empty, self._stand_in = choices, empty, ""
        self._value = ""
        self.field = Combo(self)
        self.field.setAccessibleName(label)
        self.field.chosen.connect(self._tell)
        _fill(self, self.field)
        self.retranslate()

    def set_choices(self, choices: tuple[Choice, ...]) -> None:
        """What there is to choose from, when it is known."""
        self._choices = choices
        self.retranslate()

    def show_value(self, value: JsonValue) -> None:
        self._value = "" if value is None else str(value)
        self.retranslate()

    def show_stand_in(self, stand_in: StandIn) -> None:
        self._stand_in = stand_in.text
        self.retranslate()

    def retranslate(self) -> None:
        rows: list[tuple[str, ...]] = [("", tr_message(self._empty), self._stand_in)] if self._empty else []
        rows += [(choice.value, tr_text(choice.title), tr_text(choice.detail)) for choice in self._choices]
        if self._value and self._value not in {row[0] for row in rows}:
            rows.append((self._value, self._value, tr("not known here")))
        self.field.set_choices(rows)
        self.field.set_value(self._value)

    def _tell(self, key: str) -> None:
        self._value = key
        self.chosen.emit(key)


def _fill(editor: Editor, field: QWidget, *, is_right: bool = False) -> None:
    row = QHBoxLayout(editor)
    row.setContentsMargins(0, 0, 0, 0)
    if is_right:
        row.addStretch(1)
    row.addWidget(field)
    editor.setFocusProxy(field)
