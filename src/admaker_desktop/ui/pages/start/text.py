"""The text area of the brief: what was understood stands out, files that are pasted are taken."""

from __future__ import annotations

import re
from pathlib import Path

from qtpy.QtCore import QEvent, QMimeData, Qt, Signal
from qtpy.QtGui import QFont, QResizeEvent, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument
from qtpy.QtWidgets import QTextEdit, QWidget

from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.widgets import Label, TextArea, paint

_MOST_MARKED_CHARS = 20_000
"""A longer brief is shown without marks: marking runs on the GUI thread."""


class BriefText(TextArea):
    """Plain text. `files_pasted` when the clipboard holds files instead of words."""

    files_pasted = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(False)  # the whole page takes drops
        self.document().setDocumentMargin(7)
        self._marks = _Marks(self.document())
        self._example = Label("body", wraps=True, parent=self.viewport())
        self._example.set_tone("t3")
        self._example.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._example.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.textChanged.connect(self._settle_example)

    def set_example(self, text: str) -> None:
        """Grey words of the empty field, several lines long (Qt's own placeholder has one)."""
        self._example.setText(text)
        self.setAccessibleDescription(text)
        self._settle_example()

    def replace_text(self, text: str) -> None:
        """Another text as one step that Ctrl+Z takes back; nothing happens when it is the same."""
        if text == self.toPlainText():
            return
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.setTextCursor(cursor)

    def mark_words(self, phrases: tuple[str, ...]) -> None:
        """Set these phrases in semibold wherever they stand."""
        fits = self.document().characterCount() <= _MOST_MARKED_CHARS
        self._marks.set_phrases(phrases if fits else ())

    def point_at(self, quote: str) -> None:
        """Lay a tint behind the client's words; empty for none."""
        found = QTextCursor()
        for part in (quote, quote[:40]):
            if part and found.isNull():
                found = self.document().find(part)
        selections = []
        if not found.isNull():
            selection = QTextEdit.ExtraSelection()
            selection.cursor = found
            selection.format.setBackground(paint.faded(theme.colour("acc"), 0.3))
            selections.append(selection)
        self.setExtraSelections(selections)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return bool(local_files(source)) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        files = local_files(source)
        if files:
            self.files_pasted.emit(files)
        else:
            super().insertFromMimeData(source)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._example.setGeometry(self.viewport().rect().adjusted(8, 7, -8, -4))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.setExtraSelections([])

    def _settle_example(self) -> None:
        self._example.setVisible(self.document().isEmpty())


class _Marks(QSyntaxHighlighter):
    """Semibold for the names and lengths that were understood."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._pattern: re.Pattern[str] | None = None

    def set_phrases(self, phrases: tuple[str, ...]) -> None:
        words = sorted({phrase for phrase in phrases if phrase}, key=len, reverse=True)
        joined = "|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in words)
        pattern = re.compile(joined) if joined else None
        if pattern != self._pattern:
            self._pattern = pattern
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        if self._pattern is None:
            return
        strong = QTextCharFormat()
        strong.setFontWeight(QFont.Weight.DemiBold)
        for match in self._pattern.finditer(text):
            self.setFormat(match.start(), match.end() - match.start(), strong)


def local_files(source: QMimeData) -> list[Path]:
    """The files of this machine that were dropped or pasted."""
    return [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
