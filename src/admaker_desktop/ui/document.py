"""The workflow of the open project with its undo history, kept on disk as it changes."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from qtpy.QtCore import QObject, Signal

from admaker_desktop.core.errors import AdMakerError
from admaker_desktop.core.history import History
from admaker_desktop.core.messages import Message
from admaker_desktop.graph.model import Workflow

if TYPE_CHECKING:
    from admaker_desktop.graph.edits import WorkflowEdit
    from admaker_desktop.project.file import ProjectFile


class Document(QObject):
    """GUI thread. `close` writes what is left and gives the file free; any thread."""

    changed = Signal(object, object)
    """The workflow before and after an edit, an undo or a redo."""
    saved_changed = Signal()
    failed = Signal(object)
    """AdMakerError: an edit that does not fit, or what the disk refuses."""
    _saving = Signal(object)

    def __init__(self, file: ProjectFile, workflow: Workflow, parent: QObject) -> None:
        from admaker_desktop.services.autosave import AutoSave  # loaded by now, with the studio
        from admaker_desktop.services.projects import USER

        super().__init__(parent)
        self.file = file
        self.workflow = workflow
        self.history: History[Workflow] = History()
        self._save = AutoSave(file, USER, lambda: self._saving.emit(None), self._saving.emit)
        self._saving.connect(self._tell_saving)

    @property
    def is_saved(self) -> bool:
        """Whether everything is on disk."""
        return self._save.is_saved

    def apply(self, edit: WorkflowEdit, label: Message, *, merge: str = "") -> None:
        """Make an edit, remember it under its name and keep it on disk; one that does not fit -> `failed`."""
        try:
            after, inverse = edit.apply(self.workflow)
        except AdMakerError as error:
            self.failed.emit(error)
            return
        self.history.note(inverse, label, merge=merge, now_s=time.monotonic())
        self._take(after, edit, inverse)

    def undo(self) -> None:
        """Take the newest step back."""
        self._travel(self.history.undo)

    def redo(self) -> None:
        """Do the step that was taken back last again."""
        self._travel(self.history.redo)

    def flush(self) -> None:
        """Wait until everything is on disk; any thread; raises what the disk refuses."""
        self._save.flush()

    def close(self) -> None:
        """Write what is left and give the file free; raises what the disk refuses. May be called twice."""
        try:
            self._save.close()
        finally:
            self.file.close()

    def _travel(self, move: Callable[[Workflow], tuple[Workflow, tuple[WorkflowEdit, ...]]]) -> None:
        from admaker_desktop.graph.edits import Batch

        try:
            after, edits = move(self.workflow)
        except AdMakerError as error:
            self.failed.emit(error)
            return
        if edits:
            batch = Batch(edits)
            self._take(after, batch, batch.apply(self.workflow)[1])

    def _take(self, after: Workflow, edit: object, inverse: object) -> None:
        from admaker_desktop.services.projects import logged

        before, self.workflow = self.workflow, after
        self._save.keep(after, logged(edit, inverse))
        self.changed.emit(before, after)
        self.saved_changed.emit()

    def _tell_saving(self, error: AdMakerError | None) -> None:
        self.saved_changed.emit()
        if error is not None:
            self.failed.emit(error)
