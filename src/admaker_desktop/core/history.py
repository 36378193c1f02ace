"""One undo history for documents that are frozen values: edits return their inverse, steps have names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

from admaker_desktop.core.messages import Message

DocumentT = TypeVar("DocumentT")
_MERGE_WITHIN_S = 1.0
_LONGEST = 1000
"""Steps that are kept; more than anybody takes back by hand."""


class Edit(Protocol[DocumentT]):
    """A change of a document as a value."""

    def apply(self, document: DocumentT, /) -> tuple[DocumentT, Edit[DocumentT]]:
        """The changed document and the edit that takes the change back; raises GraphError when it does not fit."""
        ...


@dataclass(frozen=True, slots=True)
class _Step(Generic[DocumentT]):
    label: Message
    edits: tuple[Edit[DocumentT], ...]
    """What takes it back (in the undo stack) or does it again (in the redo stack), in order of application."""
    merge: str = ""
    at_s: float = 0.0


class History(Generic[DocumentT]):
    """What can be taken back and done again. One thread; holds no document."""

    def __init__(self) -> None:
        self._undo: list[_Step[DocumentT]] = []
        self._redo: list[_Step[DocumentT]] = []

    @property
    def undo_label(self) -> Message | None:
        """The name of the step that `undo` takes back."""
        return self._undo[-1].label if self._undo else None

    @property
    def redo_label(self) -> Message | None:
        """The name of the step that `redo` does again."""
        return self._redo[-1].label if self._redo else None

    def note(self, inverse: Edit[DocumentT], label: Message, *, merge: str = "", now_s: float = 0.0) -> None:
        """Remember an edit that was made. A same non-empty `merge` within a second joins the step before."""
        self._redo.clear()
        last = self._undo[-1] if self._undo else None
        if last and merge and last.merge == merge and now_s - last.at_s < _MERGE_WITHIN_S:
            self._undo[-1] = replace(last, edits=(inverse, *last.edits), at_s=now_s)
            return
        self._undo.append(_Step(label, (inverse,), merge, now_s))
        del self._undo[:-_LONGEST]

    def undo(self, document: DocumentT) -> tuple[DocumentT, tuple[Edit[DocumentT], ...]]:
        """The document before the newest step, and the edits made for it; the same document when there is none."""
        return self._move(document, self._undo, self._redo)

    def redo(self, document: DocumentT) -> tuple[DocumentT, tuple[Edit[DocumentT], ...]]:
        """The document after the step that was taken back last, and the edits made for it."""
        return self._move(document, self._redo, self._undo)

    def _move(
        self, document: DocumentT, source: list[_Step[DocumentT]], target: list[_Step[DocumentT]]
    ) -> tuple[DocumentT, tuple[Edit[DocumentT], ...]]:
        if not source:
            return document, ()
        step = source[-1]
        inverses: list[Edit[DocumentT]] = []
        for edit in step.edits:
            document, inverse = edit.apply(document)
            inverses.insert(0, inverse)
        source.pop()  # only now: an edit that does not fit any more leaves the history as it was
        target.append(_Step(step.label, tuple(inverses)))
        return document, step.edits
