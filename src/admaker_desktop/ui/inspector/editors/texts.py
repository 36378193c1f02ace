"""Editors for words: a line, an area that grows, and data as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from qtpy.QtCore import QEvent, Signal
from qtpy.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent
from qtpy.QtWidgets import QVBoxLayout, QWidget

from admaker_desktop.ui.i18n import tr
from admaker_desktop.ui.inspector.editors.base import Editor
from admaker_desktop.ui.theme.fonts import mono_font
from admaker_desktop.ui.widgets import TextArea, TextField

if TYPE_CHECKING:
    from pydantic import JsonValue

_LEAST_LINES, _MOST_LINES = 3, 14


class LineEditor(Editor):
    """One line of text."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = TextField(self)
        self.field.setAccessibleName(label)
        self.field.textEdited.connect(self.edited)
        self.field.returnPressed.connect(self.paused)
        _only(self, self.field)
        self._watch(self.field)

    def show_value(self, value: JsonValue) -> None:
        text = "" if value is None else str(value)
        if text != self.field.text():
            at = self.field.cursorPosition()
            self.field.setText(text)
            self.field.setCursorPosition(min(at, len(text)) if self.field.hasFocus() else 0)

    def show_stand_in(self, text: str) -> None:
        self.field.setPlaceholderText(text)

    def set_error(self, is_wrong: bool) -> None:
        self.field.set_error(is_wrong)


class TextEditor(Editor):
    """Several lines; as high as its words, within limits."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = GrowingArea(self)
        self.field.setAccessibleName(label)
        self.field.textChanged.connect(self._tell)
        self.field.submitted.connect(self.paused)
        self._is_quiet = False
        _only(self, self.field)
        self._watch(self.field)

    def show_value(self, value: JsonValue) -> None:
        text = "" if value is None else str(value)
        if text == self.field.toPlainText():
            return
        at = self.field.textCursor().position()
        self._is_quiet = True
        self.field.setPlainText(text)
        self._is_quiet = False
        cursor = self.field.textCursor()
        cursor.setPosition(min(at, len(text)) if self.field.hasFocus() else 0)
        self.field.setTextCursor(cursor)

    def show_stand_in(self, text: str) -> None:
        self.field.setPlaceholderText(text)
        self.field.grow()

    def set_error(self, is_wrong: bool) -> None:
        self.field.set_error(is_wrong)

    def _tell(self) -> None:
        if not self._is_quiet:
            self.edited.emit(self.field.toPlainText())


class JsonEditor(LineEditor):
    """Data of a kind that has no editor of its own."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self.field.setFont(mono_font(12))

    def show_value(self, value: JsonValue) -> None:
        super().show_value(json.dumps(value, ensure_ascii=False))

    def retranslate(self) -> None:
        self.field.setPlaceholderText(tr("JSON"))


class GrowingArea(TextArea):
    """A text area whose height follows its lines. Undo without anything to undo here is the window's."""

    grown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.grow())
        self.grow()

    def grow(self) -> None:
        """Take the height that the words need."""
        lines = self.document().size().height()
        if not self.toPlainText() and self.placeholderText():
            width = max(60, self.viewport().width() - 12)
            metrics = QFontMetrics(self.font())
            lines = metrics.boundingRect(0, 0, width, 10_000, 0x1000, self.placeholderText()).height() / metrics.lineSpacing()
        lines = max(_LEAST_LINES, min(_MOST_LINES, round(lines)))
        height = lines * QFontMetrics(self.font()).lineSpacing() + 24
        if height != self.height():
            self.setFixedHeight(height)
            self.grown.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.grow()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            has_undo, has_redo = self.document().isUndoAvailable(), self.document().isRedoAvailable()
            is_idle_undo = event.matches(QKeySequence.StandardKey.Undo) and not has_undo
            if is_idle_undo or (event.matches(QKeySequence.StandardKey.Redo) and not has_redo):
                event.ignore()
                return True
        return super().event(event)


def _only(editor: Editor, field: QWidget) -> None:
    column = QVBoxLayout(editor)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(field)
    editor.setFocusProxy(field)
