"""Python's garbage is collected on the GUI thread only: a timer that dies on another thread ends the process."""

from __future__ import annotations

import gc

from qtpy.QtCore import QObject, QTimer

_EVERY_MS = 500


class Garbage(QObject):
    """Takes the place of the automatic collection, which runs on whichever thread allocates next. GUI thread.

    `close` gives the collection back to Python.
    """

    def __init__(self) -> None:
        super().__init__()
        self._limits = gc.get_threshold()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the young, and the older generations when they are due, as Python would."""
        counts = gc.get_count()
        due = [age for age, (count, limit) in enumerate(zip(counts, self._limits, strict=True)) if count > limit]
        gc.collect(max(due, default=0))

    def spare(self) -> None:
        """Never look again at what is there now: modules and catalogues, which live as long as the process."""
        gc.freeze()

    def close(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
