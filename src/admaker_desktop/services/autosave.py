"""Keeps every change of an open project on disk, in the background, several at once when they come quickly."""

from __future__ import annotations

import threading
from collections.abc import Callable

from admaker_desktop.core.errors import AdMakerError, StorageError
from admaker_desktop.core.log import get_logger
from admaker_desktop.graph.model import Workflow
from admaker_desktop.project.file import LoggedEdit, ProjectFile

_log = get_logger("services.autosave")
_RETRY_S = 5.0
"""After a refused write (disk full, folder read-only) it is tried again this often."""


class AutoSave:
    """Writes the newest workflow of a project on a thread of its own; any thread may call.

    `saved` and `failed` are called on that thread. A refused write loses nothing: it is tried again every few seconds,
    with every new change, and at `flush`.
    """

    def __init__(
        self, project: ProjectFile, actor: str, saved: Callable[[], None], failed: Callable[[AdMakerError], None]
    ) -> None:
        self._project = project
        self._actor = actor
        self._saved = saved
        self._failed = failed
        self._changed = threading.Condition()
        self._workflow: Workflow | None = None
        self._edits: list[LoggedEdit] = []
        self._is_writing = False
        self._is_closed = False
        self._error: AdMakerError | None = None
        self._thread = threading.Thread(target=self._work, name="autosave")
        self._thread.start()

    @property
    def is_saved(self) -> bool:
        """Whether everything is on disk."""
        with self._changed:
            return self._workflow is None and not self._is_writing

    def keep(self, workflow: Workflow, edit: LoggedEdit) -> None:
        """Take the newest workflow and the edit that led to it."""
        with self._changed:
            self._workflow = workflow
            self._edits.append(edit)
            self._changed.notify_all()

    def flush(self) -> None:
        """Wait until everything is on disk; raises the failure when that is refused."""
        with self._changed:
            self._error = None
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._error or (self._workflow is None and not self._is_writing))
            if self._error:
                raise self._error

    def close(self) -> None:
        """Write what is left, end the thread; may be called twice. Raises the failure when the disk refuses."""
        try:
            if self._thread.is_alive():
                self.flush()
        finally:
            with self._changed:
                self._is_closed = True
                self._changed.notify_all()
            self._thread.join()

    def _work(self) -> None:
        while True:
            with self._changed:
                if self._error:
                    self._changed.wait(_RETRY_S)
                else:
                    self._changed.wait_for(lambda: self._workflow or self._is_closed)
                if self._is_closed:
                    return
                workflow, edits = self._workflow, self._edits
                if workflow is None:
                    continue
                self._workflow, self._edits, self._is_writing = None, [], True
            self._write(workflow, edits)

    def _write(self, workflow: Workflow, edits: list[LoggedEdit]) -> None:
        error: AdMakerError | None = None
        try:
            self._project.save_workflow(workflow, actor=self._actor, edits=edits)
        except AdMakerError as refused:
            error = refused
        except Exception as bug:  # noqa: BLE001 - a thread that died would keep nothing any more, and nobody would know
            _log.exception("keeping the project broke")
            error = StorageError(
                "{path} could not be saved ({reason}).",
                path=str(self._project.path),
                reason=type(bug).__name__,
                hint="Undo the last change. The log says more.",
            )
        with self._changed:
            is_new = error is not None and self._error is None
            self._error = error
            self._is_writing = False
            if error is not None:
                self._workflow = self._workflow or workflow
                self._edits[:0] = edits
            self._changed.notify_all()
        if error is None:
            self._saved()
        elif is_new:
            self._failed(error)
