"""The previews of a session's nodes as the window paints them: made on worker threads when first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Union

from qtpy.QtCore import QObject, Signal

from admaker_desktop.core.errors import AdMakerError
from admaker_desktop.services import previews as made
from admaker_desktop.ui.images import image_of

if TYPE_CHECKING:
    from qtpy.QtGui import QImage

    from admaker_desktop.engine.steps import NodeResult
    from admaker_desktop.ui.jobs import Job
    from admaker_desktop.ui.session import Session

NodePreview = Union[
    made.TextPreview,
    made.ScoresPreview,
    made.SwatchesPreview,
    "made.StripPreview[QImage]",
    "made.FilmPreview[QImage]",
    "made.FilesPreview[QImage]",
    made.WavePreview,
]
"""With pictures as QImage of format RGB888."""

_AT_ONCE = 2
"""Previews in the making: one worker stays free for whatever else the window asks for."""


class Previews(QObject):
    """What each node of a session has made, drawn small. GUI thread; `close` it with its session."""

    ready = Signal(str)
    """The id of a node whose preview is new or gone."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: dict[str, NodePreview | None] = {}
        self._made_of: dict[str, tuple[object, ...]] = {}
        self._wanted: set[str] = set()
        self._waiting: list[str] = []
        self._running: dict[str, Job] = {}
        self._context: made.Context | None = None
        self._is_closed = False
        session.results_changed.connect(self._renew)
        session.jobs.start(lambda: _trim(session.store), lambda _: None)

    def get(self, node_id: str) -> NodePreview | None:
        """The preview as it is now; None: nothing to show, or not yet (`ready` tells). Cheap enough for painting."""
        if node_id not in self._made_of:
            self._wanted.add(node_id)
            self._ask(node_id)
        return self._shown.get(node_id)

    def close(self) -> None:
        """Forget everything and every answer that is on its way; may be called twice."""
        if self._is_closed:
            return
        self._is_closed = True
        self._session.results_changed.disconnect(self._renew)
        for job in self._running.values():
            job.drop()
        self._running.clear()
        self._waiting.clear()
        self._shown.clear()

    def _renew(self, changed: frozenset[str]) -> None:
        """Make the shown previews of changed nodes anew, and those that borrow from them."""
        self._context = None
        for node_id in sorted(self._wanted):
            result = self._session.result(node_id)
            if result is None:
                self._forget(node_id)
            elif node_id in changed or made.borrows(result):
                self._ask(node_id)

    def _forget(self, node_id: str) -> None:
        self._made_of.pop(node_id, None)
        if node_id in self._running:
            self._running.pop(node_id).drop()
        if self._shown.pop(node_id, None) is not None:
            self.ready.emit(node_id)

    def _ask(self, node_id: str) -> None:
        """Put a node first in the queue: the last asked for is what the user looks at."""
        result = None if self._is_closed else self._session.result(node_id)
        if result is None:
            return
        sources = self._sources(result)
        if self._made_of.get(node_id) == sources:
            return
        self._made_of[node_id] = sources
        if node_id in self._running:
            self._running.pop(node_id).drop()
        if node_id in self._waiting:
            self._waiting.remove(node_id)
        self._waiting.append(node_id)
        self._start_next()

    def _start_next(self) -> None:
        while self._waiting and len(self._running) < _AT_ONCE:
            node_id = self._waiting.pop()
            result = self._session.result(node_id)
            if result is not None:
                self._running[node_id] = self._start(node_id, result)

    def _start(self, node_id: str, result: NodeResult) -> Job:
        store, context = self._session.store, self._borrowed(result)

        def work() -> Any:
            return made.with_pictures(made.preview_of(result, store, context), image_of)

        def failed(error: AdMakerError) -> None:
            del error  # a lost picture is the node's own trouble, which its state tells
            self._answer(node_id, None)

        return self._session.jobs.start(work, lambda preview: self._answer(node_id, preview), failed)

    def _answer(self, node_id: str, preview: NodePreview | None) -> None:
        self._running.pop(node_id, None)
        self._shown[node_id] = preview
        self.ready.emit(node_id)
        self._start_next()

    def _sources(self, result: NodeResult) -> tuple[object, ...]:
        """What a preview is made of: unchanged sources need no new preview."""
        return result, self._borrowed(result)

    def _borrowed(self, result: NodeResult) -> made.Context:
        if not made.borrows(result):
            return made.NO_CONTEXT
        if self._context is None:
            nodes = self._session.workflow.nodes
            results = (self._session.result(record.id) for record in nodes)
            self._context = made.context_of([result for result in results if result is not None])
        return self._context


def _trim(store: Any) -> None:
    from admaker_desktop.services.thumbnails import Thumbnails  # not needed by a window without a project

    Thumbnails(store).trim()
