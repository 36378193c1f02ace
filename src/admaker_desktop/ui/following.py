"""Following the session of the moment: a widget's slots hang on the open project's signals, and on no other's."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from admaker_desktop.ui.session import Session

Wires = Callable[["Session"], Iterable[tuple[Any, Any]]]
"""The signals of a session that a widget listens to, each with its slot."""


class Following:
    """Keeps a widget's slots connected to one session at a time. GUI thread."""

    def __init__(self, wires: Wires) -> None:
        self._wires = wires
        self._session: Session | None = None

    def follow(self, session: Session | None) -> None:
        """Let go of the session before and hang on this one; None: on none."""
        if self._session is not None:
            for signal, slot in self._wires(self._session):
                signal.disconnect(slot)
        self._session = session
        if session is not None:
            for signal, slot in self._wires(session):
                signal.connect(slot)
