"""An export at work: on a thread of its own, watched ten times a second, stopped on demand."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qtpy.QtCore import QObject, Qt, QTimer, Signal

from admaker_desktop.core.errors import AdMakerError, Cancelled
from admaker_desktop.core.log import get_logger
from admaker_desktop.core.task import CancelToken
from admaker_desktop.services.export_watch import ExportWatch

if TYPE_CHECKING:
    from admaker_desktop.services.summary import RunSummary
    from admaker_desktop.ui.session import Session

_log = get_logger("ui.export")
_TICK_MS = 100


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an export ended: with its files, with a known failure, or (neither) stopped."""

    summary: RunSummary | None = None
    error: AdMakerError | None = None


class ExportWork(QObject):
    """One export at a time. GUI thread; `close` stops it and waits for its thread."""

    progressed = Signal(object)
    """An ExportView, ten times a second."""
    ended = Signal(object)
    """The Outcome."""
    _finished = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._token = CancelToken()
        self._thread: threading.Thread | None = None
        self._watch: ExportWatch | None = None
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._show)
        self._finished.connect(self._end, Qt.ConnectionType.QueuedConnection)

    @property
    def is_running(self) -> bool:
        return self._thread is not None

    @property
    def is_stopping(self) -> bool:
        """A stop was asked for and the last steps are ending."""
        return self.is_running and self._token.is_cancelled

    def start(self, presets: tuple[str, ...], folder: Path) -> None:
        """Make the files of these placements into a folder, of the flow as it stands now."""
        session = self._session
        types = {record.id: record.type for record in session.workflow.nodes}
        self._token = CancelToken()
        self._watch = ExportWatch(types, len(presets), session.studio.lanes.sizes)
        work = _Work(session, presets, folder, self._watch, self._token)
        self._thread = threading.Thread(target=lambda: self._finished.emit(work.run()), name="export")
        self._thread.start()
        self._tick.start()

    def cancel(self) -> None:
        """Stop; pictures and sounds that are finished are kept for the next time."""
        self._token.cancel()

    def close(self) -> None:
        """Stop and wait; nothing is told any more. May be called twice."""
        self._token.cancel()
        self._tick.stop()
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.join()

    def _show(self) -> None:
        if self._watch is not None:
            self.progressed.emit(self._watch.view())

    def _end(self, outcome: Outcome) -> None:
        thread, self._thread = self._thread, None
        if thread is None:
            return  # closed meanwhile
        thread.join()
        self._tick.stop()
        self.ended.emit(outcome)


class _Work:
    """What the thread does, with everything that it needs of the window taken before."""

    def __init__(
        self, session: Session, presets: tuple[str, ...], folder: Path, watch: ExportWatch, token: CancelToken
    ) -> None:
        self._studio, self._project, self._workflow = session.studio, session.project, session.workflow
        self._presets, self._folder = presets, folder
        self._watch, self._token = watch, token

    def run(self) -> Outcome:
        """On the export's thread. Never raises."""
        from admaker_desktop.services.ads import Watch, export_workflow

        watch = Watch(self._watch, self._token)
        try:
            summary = export_workflow(self._studio, self._project, self._workflow, self._presets, self._folder, watch)
        except Cancelled:
            return Outcome()
        except AdMakerError as error:
            return Outcome(error=error)
        except Exception:  # noqa: BLE001 - the window must live on whatever a node does; the log has the rest
            _log.exception("an export broke")
            bug = AdMakerError(
                "Something went wrong that AdMaker does not know.", hint="Try again; the log has the details."
            )
            return Outcome(error=bug)
        return Outcome(summary=summary)
