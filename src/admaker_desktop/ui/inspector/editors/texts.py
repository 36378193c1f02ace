"""Editors for words: a line, an area that grows, and data as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from qtpy.QtCore import QEvent, Qt
from qtpy.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent
from qtpy.QtWidgets import QVBoxLayout, QWidget

from admaker_desktop.ui.i18n import tr
from admaker_desktop.ui.inspector.editors.base import Editor, StandIn
from admaker_desktop.ui.theme.fonts import mono_font
from admaker_desktop.ui.widgets import TextArea, TextField

if TYPE_CHECKING:
    from pydantic import JsonValue

_LEAST_LINES, _MOST_LINES = 3, 14
_FRAME_PX = 12
"""Border and padding of the style sheet, top and bottom."""


class LineEditor(Editor):
    """One line of text."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = TextField(self)
        self.field.setAccessibleName(label)
        self.field.textEdited.connect(self.edited.emit)
        self.field.returnPressed.connect(self.paused.emit)
        _only(self, self.field)
        self._watch(self.field)

    def show_value(self, value: JsonValue) -> None:
        text = "" if value is None else str(value)
        if text != self.field.text():
            at = self.field.cursorPosition()
            self.field.setText(text)
            self.field.setCursorPosition(min(at, len(text)) if self.field.hasFocus() else 0)

    def show_stand_in(self, stand_in: StandIn) -> None:
        self.field.setPlaceholderText(stand_in.text)

    def set_error(self, is_wrong: bool) -> None:
        self.field.set_error(is_wrong)


class TextEditor(Editor):
    """Several lines; as high as its words, within limits."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = GrowingArea(self)
        self.field.setAccessibleName(label)
        self.field.textChanged.connect(self._tell)
        self.field.submitted.connect(self.paused.emit)
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

    def show_stand_in(self, stand_in: StandIn) -> None:
        self.field.setPlaceholderText(stand_in.text)
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

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.grow())
        self.grow()

    def grow(self) -> None:
        """Take the height that the words need."""
        line_px = self._line_px()
        words_px = self.document().size().height() - 2 * self.document().documentMargin()
        if not self.toPlainText() and self.placeholderText():
            words_px = self._placeholder_lines() * line_px
        words_px = max(_LEAST_LINES * line_px, min(_MOST_LINES * line_px, words_px))
        height = round(words_px + 2 * self.document().documentMargin()) + _FRAME_PX
        if height != self.height():
            self.setFixedHeight(height)

    def _line_px(self) -> float:
        layout = self.document().firstBlock().layout()
        return (
            layout.lineAt(0).height() if layout is not None and layout.lineCount() else self.fontMetrics().lineSpacing()
        )

    def _placeholder_lines(self) -> float:
        room = max(60, self.viewport().width() - 2 * round(self.document().documentMargin()))
        metrics = QFontMetrics(self.font())
        flags = Qt.TextFlag.TextWordWrap
        return metrics.boundingRect(0, 0, room, 100_000, flags, self.placeholderText()).height() / metrics.lineSpacing()

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
