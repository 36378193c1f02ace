"""The open project's ear for the command line: requests come on the socket's thread, the GUI thread does them."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from qtpy.QtCore import QObject, Signal

from admaker_desktop.core.errors import AdMakerError
from admaker_desktop.core.messages import msg
from admaker_desktop.ui.document import Document

if TYPE_CHECKING:
    from admaker_desktop.project.owner import Facts

_ANSWER_S = 10.0
_LOOK_S = 0.1


class OwnerPort(QObject):
    """Every request that fits is one undo step. Built and deafened on the GUI thread; `close` on any."""

    _asked = Signal(object)

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._is_deaf = False
        self._asked.connect(self._answer)
        self._server = document.file.answer_others(self._pass_on)

    def deafen(self) -> None:
        """Answer nobody any more: what would be changed now would not be kept."""
        self._is_deaf = True

    def close(self) -> None:
        """Close the socket; may be called twice."""
        self._is_deaf = True
        self._server.close()

    def _pass_on(self, request: Facts) -> Facts:
        """On the socket's thread."""
        asked = _Request(request)
        self._asked.emit(asked)
        until = time.monotonic() + _ANSWER_S
        while not asked.done.wait(_LOOK_S):
            if self._is_deaf or time.monotonic() > until:
                raise EOFError  # the caller is told that nobody answers
        return asked.answer

    def _answer(self, asked: _Request) -> None:
        if not self._is_deaf:
            asked.answer = self._carry_out(asked.request)
            asked.done.set()

    def _carry_out(self, request: Facts) -> Facts:
        from admaker_desktop.services.owner import answer_of, refusal_of, requested_edit  # loaded with the studio

        try:
            edit = requested_edit(self._document.workflow, request)
        except AdMakerError as error:
            return refusal_of(error)
        label = msg("Set {setting} of {node} (command line)", setting=edit.field, node=edit.node_id)
        self._document.apply(edit, label)
        return answer_of(edit)


class _Request:
    """What another process asks for, on its way through the GUI thread."""

    def __init__(self, request: Facts) -> None:
        self.request = request
        self.answer: Facts = {}
        self.done = threading.Event()
