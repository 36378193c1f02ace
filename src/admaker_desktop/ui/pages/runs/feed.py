"""What the Runs page shows, read from the journal in the background: one question at a time, the newest wins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qtpy.QtCore import QObject, QTimer, Signal

from admaker_desktop.core.errors import AdMakerError
from admaker_desktop.services.history import Need, RunRecord, RunStory, find_needs, read_story

if TYPE_CHECKING:
    from admaker_desktop.services.studio import Studio
    from admaker_desktop.ui.desk import Desk

_LEAST_MS = 250
"""The journal is not asked more often than four times a second."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The journal at one moment."""

    runs: tuple[RunRecord, ...]
    story: RunStory | None
    """Of the chosen run, or of the newest when none is chosen."""
    needs: tuple[Need, ...]


class RunFeed(QObject):
    """Asks the journal when told to; many askings at once are one. GUI thread, the reading is done on a worker."""

    changed = Signal(object)
    """A new Snapshot."""
    failed = Signal(object)
    """The AdMakerError of a journal that cannot be read."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._run = ""
        self._is_asking = False
        self._is_wanted = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_LEAST_MS)
        self._pause.timeout.connect(self._go_on)

    def choose(self, run_id: str) -> None:
        """Read this run's steps and log from now on; empty: the newest run's."""
        if run_id != self._run:
            self._run = run_id
            self._pause.stop()
            self.refresh()

    def refresh(self) -> None:
        """Read again, soon."""
        self._is_wanted = True
        if not self._pause.isActive():
            self._go_on()

    def stop(self) -> None:
        """Ask no more until the next `refresh`."""
        self._is_wanted = False
        self._pause.stop()

    def _go_on(self) -> None:
        if self._is_asking or not self._is_wanted:
            return
        self._is_asking, self._is_wanted = True, False
        self._desk.when_ready(self._ask)

    def _ask(self, studio: Studio) -> None:
        run_id = self._run
        self._desk.jobs.start(lambda: _read(studio, run_id), self._take, self._refuse)

    def _take(self, snapshot: Snapshot) -> None:
        self._is_asking = False
        self._pause.start()
        self.changed.emit(snapshot)

    def _refuse(self, error: AdMakerError) -> None:
        self._is_asking = False
        self._pause.start()
        self.failed.emit(error)


def _read(studio: Studio, run_id: str) -> Snapshot:
    history = studio.state.history
    runs = history.runs()
    chosen = run_id or (runs[0].id if runs else "")
    story = read_story(history, chosen) if chosen else None
    return Snapshot(runs, story, find_needs(history, runs))
