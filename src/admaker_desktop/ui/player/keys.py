"""Which key asks the player for what."""

from __future__ import annotations

from qtpy.QtCore import Qt
from qtpy.QtGui import QKeyEvent

_ORDERS = {
    Qt.Key.Key_Space: "play",
    Qt.Key.Key_K: "pause",
    Qt.Key.Key_L: "shuttle forward",
    Qt.Key.Key_J: "shuttle back",
    Qt.Key.Key_Comma: "back",
    Qt.Key.Key_Left: "back",
    Qt.Key.Key_Period: "forward",
    Qt.Key.Key_Right: "forward",
    Qt.Key.Key_Home: "first",
    Qt.Key.Key_End: "last",
    Qt.Key.Key_M: "mute",
    Qt.Key.Key_G: "zone",
    Qt.Key.Key_F11: "full",
}
_SHIFTED = {
    "back": "far back",
    "forward": "far forward",
}
_WITH_SHIFT = {
    # What Shift makes of comma and full stop: on US keyboards, on French and German ones.
    Qt.Key.Key_Less: "far back",
    Qt.Key.Key_Greater: "far forward",
    Qt.Key.Key_Semicolon: "far back",
    Qt.Key.Key_Colon: "far forward",
}


def order_of(event: QKeyEvent) -> str:
    """The order behind a key press; empty when it is none of the player's, or belongs to the window (Ctrl, Alt)."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key(event.key())
    if modifiers == Qt.KeyboardModifier.ShiftModifier:
        order = _ORDERS.get(key, "")
        return _WITH_SHIFT.get(key) or _SHIFTED.get(order, order)
    return _ORDERS.get(key, "") if modifiers == Qt.KeyboardModifier.NoModifier else ""
