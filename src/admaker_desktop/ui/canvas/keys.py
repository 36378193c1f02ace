"""The canvas's keys (DESIGN_SYSTEM, Keyboard: Flow), by the name of what they do."""

from __future__ import annotations

from typing import Literal

from qtpy.QtCore import Qt

CommandName = Literal[
    "fit", "fit_selection", "zoom_full", "zoom_in", "zoom_out", "remove", "select_all", "duplicate", "arrange",
    "deselect", "cut", "search", "inspect", "left", "right", "up", "down",
]  # fmt: skip

_PLAIN, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_KEYS: dict[tuple[Qt.Key, Qt.KeyboardModifier], CommandName] = {
    (Qt.Key.Key_F, _PLAIN): "fit",
    (Qt.Key.Key_F, _SHIFT): "fit_selection",
    (Qt.Key.Key_0, _CONTROL): "zoom_full",
    (Qt.Key.Key_Plus, _PLAIN): "zoom_in",
    (Qt.Key.Key_Plus, _SHIFT): "zoom_in",
    (Qt.Key.Key_Equal, _PLAIN): "zoom_in",
    (Qt.Key.Key_Minus, _PLAIN): "zoom_out",
    (Qt.Key.Key_Delete, _PLAIN): "remove",
    (Qt.Key.Key_Backspace, _PLAIN): "remove",
    (Qt.Key.Key_A, _CONTROL): "select_all",
    (Qt.Key.Key_D, _CONTROL): "duplicate",
    (Qt.Key.Key_L, _CONTROL): "arrange",
    (Qt.Key.Key_Escape, _PLAIN): "deselect",
    (Qt.Key.Key_X, _PLAIN): "cut",
    (Qt.Key.Key_Tab, _PLAIN): "search",
    (Qt.Key.Key_Return, _PLAIN): "inspect",
    (Qt.Key.Key_Enter, _PLAIN): "inspect",
    (Qt.Key.Key_Left, _PLAIN): "left",
    (Qt.Key.Key_Right, _PLAIN): "right",
    (Qt.Key.Key_Up, _PLAIN): "up",
    (Qt.Key.Key_Down, _PLAIN): "down",
}


def command_of(key: int, modifiers: Qt.KeyboardModifier) -> CommandName | None:
    """What a key does on the canvas; None when it does nothing here. The number pad counts as the keys it has."""
    try:
        return _KEYS.get((Qt.Key(key), modifiers & ~Qt.KeyboardModifier.KeypadModifier))
    except ValueError:  # a key that Qt has no name for
        return None
