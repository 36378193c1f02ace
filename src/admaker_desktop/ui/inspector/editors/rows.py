"""An editor for words by name: the answers to a brief's questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qtpy.QtCore import Qt
from qtpy.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from admaker_desktop.services.settings_forms import label_of
from admaker_desktop.ui.i18n import tr, tr_text
from admaker_desktop.ui.inspector.editors.base import Editor
from admaker_desktop.ui.widgets import Button, Combo, IconButton, TextField

if TYPE_CHECKING:
    from pydantic import JsonValue

_NAME_PX = 104


class RowsEditor(Editor):
    """A name and its words in each row; `names` are the ones that mean something, none: any name."""

    def __init__(self, label: str, names: tuple[str, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self._names = names
        self.rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.add = Button("plus", size="small")
        self.add.clicked.connect(lambda _on=False: self._add_row("", "", has_focus=True))
        self._column.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.add)
        self.retranslate()

    def show_value(self, value: JsonValue) -> None:
        wanted = {str(key): str(text) for key, text in value.items()} if isinstance(value, dict) else {}
        if wanted == self._mapping():
            return
        for row in self.rows:
            self._drop(row)
        self.rows = []
        for name, text in wanted.items():
            self._add_row(name, text)

    def retranslate(self) -> None:
        self.add.setText(tr("Add"))
        for row in self.rows:
            row.retranslate()

    def _mapping(self) -> dict[str, str]:
        return {row.name: row.field.text() for row in self.rows if row.name and row.field.text().strip()}

    def _add_row(self, name: str, text: str, *, has_focus: bool = False) -> None:
        row = _Row(self._names, name, text, self)
        row.field.textEdited.connect(lambda _text: self.edited.emit(self._mapping()))
        row.remove.clicked.connect(lambda _on=False: self._remove(row))
        self._watch(row.field)
        if isinstance(row.key, Combo):
            row.key.chosen.connect(lambda _key: self.edited.emit(self._mapping()))
        else:
            row.key.textEdited.connect(lambda _text: self.edited.emit(self._mapping()))
            self._watch(row.key)
        self._column.insertWidget(len(self.rows), row)
        self.rows.append(row)
        if has_focus:
            row.key.setFocus()

    def _remove(self, row: _Row) -> None:
        self.rows.remove(row)
        self._drop(row)
        self.chosen.emit(self._mapping())

    def _drop(self, row: _Row) -> None:
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()


class _Row(QWidget):
    """One name with its words."""

    def __init__(self, names: tuple[str, ...], name: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._names = (*names, name) if name and names and name not in names else names
        self.key: Combo | TextField
        if names:
            self.key = Combo(self)
        else:
            self.key = TextField(self)
            self.key.setText(name)
        self.key.setFixedWidth(_NAME_PX)
        self.field = TextField(self)
        self.field.setText(text)
        self.field.setCursorPosition(0)
        self.remove = IconButton("x")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.key)
        row.addWidget(self.field, 1)
        row.addWidget(self.remove)
        self.retranslate()
        if isinstance(self.key, Combo) and name:
            self.key.set_value(name)

    @property
    def name(self) -> str:
        return self.key.value if isinstance(self.key, Combo) else self.key.text().strip()

    def retranslate(self) -> None:
        """Set the words."""
        if isinstance(self.key, Combo):
            self.key.set_choices([(name, tr_text(label_of(name))) for name in self._names])
        self.key.setAccessibleName(tr("Name"))
        self.field.setAccessibleName(tr("Words"))
        self.remove.setToolTip(tr("Remove"))
