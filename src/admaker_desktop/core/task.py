"""What long work is given: a way to tell progress, to stop at once, and to wait without deafness."""

from __future__ import annotations

import threading
from collections.abc import Callable

from admaker_desktop.core.errors import Cancelled
from admaker_desktop.core.messages import NOTHING, Message

Report = Callable[[float | None, Message], None]


class CancelToken:
    """A stop signal that any thread may set and every worker looks at."""

    def __init__(self) -> None:
        self._event = threading.Event()

    @property
    def is_cancelled(self) -> bool:
        return self._event.is_set()

    def cancel(self) -> None:
        """Ask for a stop; any thread."""
        self._event.set()

    def raise_if_cancelled(self) -> None:
        """Raises Cancelled when a stop was asked for."""
        if self._event.is_set():
            raise Cancelled

    def sleep(self, seconds: float) -> None:
        """Wait; raises Cancelled at once when a stop is asked for. The only allowed way to wait."""
        if self._event.wait(seconds):
            raise Cancelled


def _ignore(fraction: float | None, message: Message) -> None:
    del fraction, message


class Task:
    """Progress and cancellation of one piece of work; any thread."""

    def __init__(self, token: CancelToken | None = None, report: Report = _ignore) -> None:
        self.token = token or CancelToken()
        self._report = report

    def progress(self, fraction: float | None, message: Message = NOTHING) -> None:
        """Tell how far it is (0..1, None when unknown); raises Cancelled when a stop was asked for."""
        self.token.raise_if_cancelled()
        self._report(fraction if fraction is None else min(1.0, max(0.0, fraction)), message)

    def part(self, start: float, span: float) -> Task:
        """A task whose 0..1 is `start..start + span` of this one."""

        def report(fraction: float | None, message: Message) -> None:
            self._report(fraction if fraction is None else start + span * fraction, message)

        return Task(self.token, report)
