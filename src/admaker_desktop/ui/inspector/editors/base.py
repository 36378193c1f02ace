"""What every editor of a setting has in common."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import JsonValue
from qtpy.QtCore import QEvent, QObject, Qt, Signal
from qtpy.QtGui import QKeyEvent
from qtpy.QtWidgets import QWidget

from admaker_desktop.ui.i18n import Translated

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier


@dataclass(frozen=True, slots=True)
class StandIn:
    """What a node works with while a setting is empty: in words, and as a value (None: not known)."""

    text: str = ""
    value: JsonValue = None


NO_STAND_IN = StandIn()


class Editor(Translated):
    """Shows one setting and tells what a person makes of it. GUI thread.

    What it tells is not judged yet: a wrong value stays in the editor until it is right or reset.
    """

    edited = Signal(object)
    """The value while it is being typed or dragged."""
    chosen = Signal(object)
    """A finished choice."""
    paused = Signal()
    """The keyboard left the field, or a command key was pressed: what was typed so far counts now."""
    is_inline = False
    """Short enough to stand right of its label."""

    def show_value(self, value: JsonValue) -> None:
        """Show a value that came from outside; tells nothing."""
        raise NotImplementedError

    def show_stand_in(self, stand_in: StandIn) -> None:
        """Show what the node works with while the setting is empty."""

    def set_error(self, is_wrong: bool) -> None:
        """A red border; the row says why below."""

    def retranslate(self) -> None:
        """Set the words."""

    def _watch(self, *fields: QWidget) -> None:
        """Tell `paused` when one of these fields is left or a command is about to be given from it."""
        for field in fields:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.paused.emit()
        elif (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.modifiers() & _COMMANDS
        ):
            self.paused.emit()  # Ctrl+Enter must run what is on the screen
        return super().eventFilter(watched, event)
