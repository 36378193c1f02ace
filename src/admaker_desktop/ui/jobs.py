"""Work beside the window: done on a worker thread, answered on the GUI thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from qtpy.QtCore import QObject, Qt, Signal

from admaker_desktop.core.errors import AdMakerError, Cancelled
from admaker_desktop.core.log import get_logger

T = TypeVar("T")
_log = get_logger("ui.jobs")


class Job:
    """One piece of work on its way; `drop` forgets its answer."""

    def __init__(self) -> None:
        self.is_dropped = False

    def drop(self) -> None:
        """The answer is not wanted any more: neither `done` nor `failed` is called. GUI thread."""
        self.is_dropped = True


class Jobs(QObject):
    """Runs short work on a few threads. Built, called and closed on the GUI thread."""

    broke = Signal(object)
    """An exception outside the known tree from work without a `failed`: a bug, already in the log."""
    _answered = Signal(object)

    def __init__(self, workers: int = 3) -> None:
        super().__init__()
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="ui-job")
        self._closed = threading.Event()
        self._answered.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[AdMakerError], None] | None = None,
    ) -> Job:
        """Do the work on a thread, then call `done` with its answer, or `failed` with a known failure.

        A bug is a failure too, so that whoever waits is not left waiting. After `close` nothing is begun.
        """
        job = Job()
        if self._closed.is_set():
            job.drop()
            return job

        def run() -> None:
            try:
                answer: Callable[[], Any] = _bind(done, work())
            except Cancelled:
                return
            except AdMakerError as error:
                answer = _bind(failed, error) if failed else _bind(_log.warning, error.sentence())
            except Exception as error:  # noqa: BLE001 - a thread's bug must reach the log and the window
                _log.exception("a job broke")
                answer = _bind(failed, _mistake(error)) if failed else _bind(self.broke.emit, error)
            if not self._closed.is_set():
                self._answered.emit((job, answer))

        self._pool.submit(run)
        return job

    def close(self) -> None:
        """Wait for what runs, drop what waits and every answer; may be called twice."""
        self._closed.set()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _answer(self, pair: tuple[Job, Callable[[], Any]]) -> None:
        job, answer = pair
        if not (job.is_dropped or self._closed.is_set()):
            answer()


def _mistake(error: Exception) -> AdMakerError:
    return AdMakerError(
        "AdMaker made a mistake ({kind}).", kind=type(error).__name__, hint="Your work is kept; the log says more."
    )


def _bind(function: Callable[[Any], Any], value: object) -> Callable[[], Any]:
    return lambda: function(value)
