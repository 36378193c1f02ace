"""Fields for words: one line, several lines, search."""

from __future__ import annotations

from qtpy.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from qtpy.QtGui import QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent, QTextBlockFormat, QTextCursor
from qtpy.QtWidgets import QLineEdit, QSizePolicy, QTextEdit, QWidget

from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.focus import FOCUS_OWNER, FOCUS_RADIUS
from admaker_desktop.ui.theme.fonts import ui_font
from admaker_desktop.ui.theme.icons import paint_icon
from admaker_desktop.ui.theme.tokens import HEIGHT_NORMAL, RADIUS_CONTROL
from admaker_desktop.ui.widgets import paint
from admaker_desktop.ui.widgets.labels import KeyCap

_LINE_PERCENT = 114
"""1.38 ems where Inter has 1.21."""
ERROR = "hasError"
"""Dynamic property that the style sheet reads: a red border."""


def mark_error(widget: QWidget, is_wrong: bool) -> None:
    """A red border; the sentence that says why stands below the field, in its owner."""
    if bool(widget.property(ERROR)) != is_wrong:
        widget.setProperty(ERROR, is_wrong)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class TextField(QLineEdit):
    """One line of text. `textEdited` while typing, `editingFinished` at Enter or when it loses the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT_NORMAL)
        self.setProperty(FOCUS_RADIUS, RADIUS_CONTROL)

    def set_error(self, is_wrong: bool) -> None:
        """A red border; the owner says why below."""
        mark_error(self, is_wrong)


class TextArea(QTextEdit):
    """Several lines of plain text; Tab leaves it. `submitted` at Ctrl+Enter."""

    submitted = Signal()

    def __init__(self, parent: QWidget | None = None, *, font_px: float = 13) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFont(ui_font(font_px))
        self.document().setDocumentMargin(5)
        self._space_lines()
        self.setProperty(FOCUS_RADIUS, RADIUS_CONTROL)

    def text(self) -> str:
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show another text, the caret at its end; nothing happens when it is the same."""
        if text != self.toPlainText():
            self.setPlainText(text)
            self.moveCursor(QTextCursor.MoveOperation.End)

    def setPlainText(self, text: str) -> None:
        super().setPlainText(text)
        self._space_lines()

    def set_error(self, is_wrong: bool) -> None:
        """A red border; the owner says why below."""
        mark_error(self, is_wrong)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
        elif event.matches(QKeySequence.StandardKey.InsertParagraphSeparator) and not self.isReadOnly():
            cursor = self.textCursor()  # Qt's own Enter on an empty line takes its format away instead of making one
            cursor.insertBlock()
            self.setTextCursor(cursor)
        else:
            super().keyPressEvent(event)

    def _space_lines(self) -> None:
        """The design's line height; lines typed later take it from the line before."""
        spacing = QTextBlockFormat()
        spacing.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spacing)
        self.document().clearUndoRedoStacks()


class SearchField(QWidget):
    """A field with a magnifier, and the key that reaches it at its right end. Escape empties it."""

    text_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit(self)
        """The line edit inside, for completers and key filters."""
        self.field.setObjectName("bare")
        self.field.textChanged.connect(self.text_changed)
        self.field.installEventFilter(self)
        self._keys = KeyCap("", self)
        self._keys.hide()
        self.setFocusProxy(self.field)
        self.field.setProperty(FOCUS_OWNER, self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def text(self) -> str:
        return self.field.text()

    def set_text(self, text: str) -> None:
        self.field.setText(text)

    def set_placeholder(self, text: str) -> None:
        """The grey words of the empty field; also its accessible name."""
        self.field.setPlaceholderText(text)
        self.field.setAccessibleName(text)

    def set_keys(self, keys: str) -> None:
        """The key that brings the focus here, as a cap at the right: "Tab"."""
        self._keys.setText(keys)
        self._keys.setVisible(bool(keys))
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(190, HEIGHT_NORMAL)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, HEIGHT_NORMAL)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        if not (event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)):
            return super().eventFilter(watched, event)
        has_cleared = event.key() == Qt.Key.Key_Escape and bool(self.field.text())
        if has_cleared:
            self.field.clear()
        return has_cleared

    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.start(self) as painter:
            has_focus = self.field.hasFocus()
            border = "acc" if has_focus else "t3" if self.underMouse() else "line2"
            rect = QRectF(self.rect())
            paint.box(painter, rect, RADIUS_CONTROL, theme.colour("field"), theme.colour(border))
            paint_icon(painter, "search", QRectF(10, rect.center().y() - 7, 14, 14), theme.colour("t3"))

    def _place(self) -> None:
        keys = self._keys.sizeHint() if not self._keys.isHidden() else QSize(0, 0)
        right = keys.width() + 8 if keys.width() else 8
        self.field.setGeometry(31, 1, max(0, self.width() - 31 - right - 2), self.height() - 2)
        self._keys.setGeometry(
            self.width() - keys.width() - 7, (self.height() - keys.height()) // 2, keys.width(), keys.height()
        )
