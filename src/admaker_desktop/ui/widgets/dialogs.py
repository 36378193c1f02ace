"""The question that stops a window, only for loss or money: answered by a call, never by a nested loop."""

from __future__ import annotations

from collections.abc import Callable

from qtpy.QtCore import Qt
from qtpy.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from admaker_desktop.ui.widgets.buttons import Button, Kind
from admaker_desktop.ui.widgets.labels import Label


def ask(
    parent: QWidget,
    title: str,
    text: str,
    buttons: list[tuple[str, str, Kind]],
    answered: Callable[[str], None],
) -> QDialog:
    """Ask over a window; `answered` gets the key of the button, or "" for Escape or closing. GUI thread.

    Buttons are (key, text, kind) from left to right; the last one has the focus.
    """
    dialog = QDialog(parent.window())
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    heading = Label("panel", wraps=True)
    heading.setText(title)
    words = Label("body", wraps=True)
    words.set_tone("t2")
    words.setText(text)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(20, 18, 20, 16)
    column.setSpacing(10)
    column.addWidget(heading)
    column.addWidget(words)
    column.addSpacing(10)
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addStretch(1)
    picked: list[str] = []

    def pick(key: str) -> None:
        picked.append(key)
        dialog.accept()

    made = []
    for key, label, kind in buttons:
        button = Button("", kind)
        button.setText(label)
        button.clicked.connect(lambda _on=False, key=key: pick(key))
        row.addWidget(button)
        made.append(button)
    column.addLayout(row)
    dialog.setFixedWidth(max(420, row.sizeHint().width() + 40))
    dialog.finished.connect(lambda _code: answered(picked[0] if picked else ""))
    dialog.open()
    if made:
        made[-1].setFocus()
    return dialog
