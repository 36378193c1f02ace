"""The inspector while nothing is selected: what it is for, and the keys that help."""

from __future__ import annotations

from qtpy.QtCore import Qt
from qtpy.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from admaker_desktop.ui import formats
from admaker_desktop.ui.i18n import Translated, tr
from admaker_desktop.ui.widgets import KeyCap, Label


class NothingPage(Translated):
    """One sentence and a list of keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Label("panel")
        self._text = Label("body", wraps=True)
        self._text.set_tone("t2")
        self._keys: list[tuple[KeyCap, Label]] = []
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row in range(7):
            cap, words = KeyCap(), Label("secondary", wraps=True)
            grid.addWidget(cap, row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, row, 1)
            self._keys.append((cap, words))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 16, 14, 14)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addSpacing(8)
        column.addLayout(grid)
        column.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._title.setText(tr("Nothing selected"))
        self._text.setText(tr("Select a node to see its settings, inputs and results."))
        lines = (
            ("Tab", tr("add a node")),
            (tr("Drag a wire"), tr("out of a port: only what fits is offered")),
            ("F", tr("fit all")),
            ("Ctrl+Return", tr("run what is not up to date")),
            ("Ctrl+K", tr("any command")),
            ("Ctrl+Z", tr("undo anything, with its name")),
            ("F1", tr("help on what is selected")),
        )
        for (cap, words), (key, text) in zip(self._keys, lines, strict=True):
            cap.setText(key if " " in key else formats.keys(key) or key)
            words.setText(text)
