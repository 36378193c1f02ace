"""The run that the window has started: on a thread of its own, told to the GUI thread ten times a second."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from qtpy.QtCore import QObject, QTimer, Signal

from admaker_desktop.core.errors import Cancelled
from admaker_desktop.core.task import CancelToken
from admaker_desktop.services.run_watch import NodeStatus, RunEnd, RunView, RunWatch

if TYPE_CHECKING:
    from admaker_desktop.engine.lane import Lane
    from admaker_desktop.engine.runner import RunReport
    from admaker_desktop.engine.steps import NodeResult

_TICK_MS = 100
"""How often a live run is shown anew: 10 Hz (DESIGN_SYSTEM, Motion)."""
Work = Callable[[RunWatch, CancelToken], "RunReport"]


class LiveRun(QObject):
    """One run at a time. GUI thread; `join` before it goes."""

    news = Signal(object, object)
    """frozenset of the nodes whose state has changed, and what nodes have made by now (dict)."""
    ended = Signal(object, object)
    """RunEnd, and the exception that ended it, None when none did."""
    _over = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.last: RunWatch | None = None
        """What the run that ended last knew of its nodes."""
        self._watch: RunWatch | None = None
        self._token = CancelToken()
        self._thread: threading.Thread | None = None
        self._is_silent = False
        self._lock = threading.Lock()
        self._dirty: set[str] = set()
        self._made: dict[str, NodeResult] = {}
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._tell)
        self._over.connect(self._end)

    @property
    def is_running(self) -> bool:
        return self._thread is not None

    @property
    def is_stopping(self) -> bool:
        """A stop was asked for and the last steps are ending."""
        return self.is_running and self._token.is_cancelled

    @property
    def view(self) -> RunView | None:
        """The run as it is now; None when there is none."""
        return self._watch.view() if self._watch else None

    def status(self, node: str) -> NodeStatus | None:
        """A node's state in the live run; None when it has no part in one."""
        return self._watch.status(node) if self._watch else None

    def start(
        self,
        types: Mapping[str, str],
        items: Mapping[str, int],
        lanes: Mapping[Lane, int],
        target: str | None,
        work: Work,
    ) -> None:
        """Do the work on a thread; `types` and `items` say which nodes it will run and how many steps are expected."""
        self._token = CancelToken()
        self._watch = RunWatch(types, items, lanes, self._note_node, self._note_result, target)
        arguments = (work, self._watch, self._token, target)
        self._thread = threading.Thread(target=self._run, args=arguments, name="run")
        self._thread.start()
        self._tick.start()

    def cancel(self) -> None:
        """Ask for a stop; what is finished is kept."""
        self._token.cancel()

    def join(self) -> None:
        """Stop and wait for the end, of which nothing is told any more."""
        self._token.cancel()
        self._tick.stop()
        self._is_silent = True
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _run(self, work: Work, watch: RunWatch, token: CancelToken, target: str | None) -> None:
        """On the run's own thread."""
        start = time.monotonic()
        error: Exception | None = None
        try:
            report = work(watch, token)
        except Cancelled:
            end = RunEnd("", "cancelled", target, time.monotonic() - start)
        except Exception as failure:  # noqa: BLE001 - the window lives on whatever a run does; told on its thread
            error = failure
            end = RunEnd("", "failed", target, time.monotonic() - start)
        else:
            failed = {step.split("[", maxsplit=1)[0]: message for step, message in report.failed.items()}
            seconds = time.monotonic() - start
            end = RunEnd(report.run, report.state, target, seconds, report.ran, report.cached, failed)
        self._over.emit(end, error)

    def _end(self, end: RunEnd, error: Exception | None) -> None:
        if self._is_silent:
            return
        if self._thread is not None:
            self._thread.join()
        self._tick.stop()
        self._tell()
        self.last, self._watch, self._thread = self._watch, None, None
        self.ended.emit(end, error)

    def _note_node(self, node: str) -> None:
        with self._lock:
            self._dirty.add(node)

    def _note_result(self, node: str, result: NodeResult) -> None:
        with self._lock:
            self._made[node] = result

    def _tell(self) -> None:
        with self._lock:
            dirty, self._dirty = frozenset(self._dirty), set()
            made, self._made = self._made, {}
        self.news.emit(dirty, made)
