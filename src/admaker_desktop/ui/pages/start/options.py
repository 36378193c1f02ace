"""Formats, length and language of the ad to be made: what the brief asks for until the user chooses."""

from __future__ import annotations

from qtpy.QtCore import Qt, Signal
from qtpy.QtWidgets import QHBoxLayout, QWidget

from admaker_desktop.ui.formats import number
from admaker_desktop.ui.i18n import Translated, tr
from admaker_desktop.ui.pages.start.brief import USUAL_ASPECTS, USUAL_SECONDS, BriefBox
from admaker_desktop.ui.widgets import CheckBox, FlowLayout, Label, Segmented

_MOST_LENGTHS = 5
_GAP = 24


class AdOptionsRow(Translated):
    """Three groups that wrap onto more lines where room is short."""

    changed = Signal()

    def __init__(self, box: BriefBox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = box
        flow = FlowLayout(self, gap=_GAP, line_gap=8)
        self._formats_label, self._length_label, self._language_label = (Label("secondary") for _ in range(3))
        self._boxes: dict[str, CheckBox] = {}
        self._lengths: list[tuple[str, ...]] = []
        self._formats = _group(self, self._formats_label)
        for aspect in USUAL_ASPECTS:
            self._add_format(aspect)
        self.length = Segmented()
        self.length.chosen.connect(lambda key: box.set_seconds(float(key)))
        self.language = Segmented()
        self.language.chosen.connect(box.set_language)
        self._groups = (
            self._formats,
            _group(self, self._length_label, self.length),
            _group(self, self._language_label, self.language),
        )
        for group in self._groups:
            flow.addWidget(group)
        box.changed.connect(self._refresh)
        box.understood.connect(self._refresh)
        self.retranslate()

    def format_box(self, aspect: str) -> CheckBox:
        """The check box of a format."""
        return self._boxes[aspect]

    def stops(self) -> list[QWidget]:
        """What Tab reaches, in order."""
        return [*self._boxes.values(), *self.length.buttons(), *self.language.buttons()]

    def one_line_width(self) -> int:
        """The width in pixels that all groups side by side take."""
        return sum(group.sizeHint().width() for group in self._groups) + _GAP * (len(self._groups) - 1)

    def retranslate(self) -> None:
        self._formats_label.setText(tr("Formats"))
        self._length_label.setText(tr("Length"))
        self._language_label.setText(tr("Language"))
        self.length.setAccessibleName(tr("Length"))
        self.language.setAccessibleName(tr("Language"))
        self.language.set_choices([("en", "EN"), ("fr", "FR")])
        for button, name in zip(self.language.buttons(), (tr("English"), tr("French")), strict=True):
            button.setToolTip(name)
            button.setAccessibleName(name)
        self._refresh()

    def _refresh(self) -> None:
        chosen = self._box.aspects
        for aspect in chosen:
            if aspect not in self._boxes:
                self._add_format(aspect)
        for aspect, check in self._boxes.items():
            check.blockSignals(True)
            check.setChecked(aspect in chosen)
            check.blockSignals(False)
        seconds = self._box.seconds
        asked = self._box.understanding.brief.lengths if self._box.understanding else ()
        lengths = dict.fromkeys((seconds, *(length.seconds for length in asked), *USUAL_SECONDS))
        choices: list[tuple[str, ...]] = [
            (f"{value:g}", _seconds(value)) for value in sorted(list(lengths)[:_MOST_LENGTHS])
        ]
        if choices != self._lengths:
            self._lengths = choices
            self.length.set_choices(choices)
        self.length.set_value(f"{seconds:g}")
        self.language.set_value(self._box.language or "en")

    def _add_format(self, aspect: str) -> None:
        check = CheckBox()
        check.setText(aspect)
        check.setAccessibleName(tr("Format {aspect}", aspect=aspect))
        check.toggled.connect(lambda _on: self._choose_formats())
        self._boxes[aspect] = check
        layout = self._formats.layout()
        if layout is not None:
            layout.addWidget(check)

    def _choose_formats(self) -> None:
        self._box.set_aspects(tuple(aspect for aspect, check in self._boxes.items() if check.isChecked()))


def _group(parent: QWidget, *widgets: QWidget) -> QWidget:
    """A label and its control, kept on one line."""
    group = QWidget(parent)
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    group.setMinimumHeight(32)
    return group


def _seconds(value: float) -> str:
    return tr("{seconds} s", seconds=number(value, 0 if value.is_integer() else 1))
