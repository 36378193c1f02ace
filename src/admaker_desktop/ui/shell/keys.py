"""The list of keys (F1)."""

from __future__ import annotations

from qtpy.QtCore import Qt
from qtpy.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from admaker_desktop.core.messages import msg
from admaker_desktop.ui import formats
from admaker_desktop.ui.actions import MENUS, Actions, menu_name
from admaker_desktop.ui.i18n import tr, tr_message
from admaker_desktop.ui.widgets import Button, KeyCap, Label, Panel, Scroll

_CAPS_PX = 104
_PLAYER = (
    ("Space", msg("Play or pause")),
    ("J", msg("Back")),
    ("K", msg("Stop")),
    ("L", msg("Forward")),
    (",", msg("One frame back")),
    (".", msg("One frame on")),
    ("M", msg("Mute")),
    ("G", msg("Safe zones")),
)


def show_keys(window: QWidget, actions: Actions) -> QDialog:
    """Open the list; it closes with Esc. GUI thread."""
    dialog = QDialog(window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(tr("Keys"))
    dialog.resize(760, 620)
    content = QWidget()
    columns = QHBoxLayout(content)
    columns.setContentsMargins(20, 16, 20, 8)
    columns.setSpacing(32)
    left, right = QVBoxLayout(), QVBoxLayout()
    for column in (left, right):
        column.setSpacing(8)
        columns.addLayout(column, 1)
    for place, (key, name) in enumerate(MENUS):
        rows = [
            (spec.keys or spec.hint, tr_message(spec.text))
            for spec, _ in actions.of_menu(key)
            if spec.keys or spec.hint
        ]
        _add_group(right if place >= 3 else left, menu_name(name), rows)
    _add_group(right, tr("Player"), [(key, tr_message(name)) for key, name in _PLAYER])
    left.addStretch(1)
    right.addStretch(1)
    scroll = Scroll()
    scroll.set_content(content)
    close = Button()
    close.setText(tr("Close"))
    close.clicked.connect(dialog.accept)
    around = QVBoxLayout(dialog)
    around.setContentsMargins(0, 0, 0, 0)
    around.setSpacing(0)
    around.addWidget(scroll, 1)
    foot = Panel(edges="top")
    row = QHBoxLayout(foot)
    row.setContentsMargins(14, 10, 14, 10)
    row.addStretch(1)
    row.addWidget(close)
    around.addWidget(foot)
    dialog.open()
    return dialog


def _add_group(column: QVBoxLayout, title: str, rows: list[tuple[str, str]]) -> None:
    head = Label("section")
    head.setText(title)
    column.addWidget(head)
    grid = QGridLayout()
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, _CAPS_PX)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(7)
    for row, (keys, name) in enumerate(rows):
        label = Label("body", elides=True)
        label.setText(name)
        grid.addWidget(KeyCap(formats.keys(keys)), row, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(label, row, 1)
    column.addLayout(grid)
    column.addSpacing(14)
