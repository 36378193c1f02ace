"""What outlives a project in the window: the studio, which loads in the background, and the one open project."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from qtpy.QtCore import QObject, QStandardPaths, Signal

from admaker_desktop.core.errors import AdMakerError
from admaker_desktop.core.log import get_logger
from admaker_desktop.ui.jobs import Jobs
from admaker_desktop.ui.preferences import Preferences

if TYPE_CHECKING:
    from admaker_desktop.services.opening import OpenedProject
    from admaker_desktop.services.projects import Wishes
    from admaker_desktop.services.studio import Studio
    from admaker_desktop.settings.home import AppHome
    from admaker_desktop.ui.session import Session

_log = get_logger("ui.desk")


class Desk(QObject):
    """Studio, jobs, preferences and the open project. GUI thread; `close` ends everything."""

    ready = Signal()
    """The studio is loaded."""
    session_changed = Signal()
    """Another project is open, or none."""
    opening_changed = Signal()
    recent_changed = Signal()
    failed = Signal(object)
    """An AdMakerError to be shown."""
    closing = Signal()
    """The end of everything: whoever works for the open project stops and waits for its threads."""
    take_up_offered = Signal(object)
    """The open project's last run was cut off by a crash; the node that it was to run up to, None = everything."""

    def __init__(self, home: AppHome) -> None:
        super().__init__()
        self.home = home
        self.jobs = Jobs()
        self.preferences = Preferences(home)
        self.studio: Studio | None = None
        self.session: Session | None = None
        self.opening: Path | None = None
        """The project that is on its way."""
        self.guard: Callable[[Callable[[], None]], None] = lambda then: then()
        """Asked before another project takes the open one's place; calls what it is given when that may happen."""
        self._loaded: Studio | None = None
        """Made by a job; the studio as soon as the window has taken it."""
        self._found: OpenedProject | None = None
        """Opened by a job and not yet shown."""
        self._next: Path | None = None
        """What the user asked for while another project was on its way."""
        self._leaving: list[Session] = []
        """Sessions that are closing: their files are not free yet."""
        self._when_left: list[Callable[[], None]] = []
        self._waiting: list[Callable[[Studio], None]] = []
        self._opener: Callable[[Studio], None] | None = None
        self._is_loading = self._has_failed = self._is_closed = False

    def load(self) -> None:
        """Load the studio in the background; `ready` when it is there, `failed` when the app's folder is unusable."""
        home = self.home
        self._is_loading = True

        def work() -> Studio:
            from admaker_desktop.services.studio import Studio  # seconds of imports: kept from the GUI thread

            self._loaded = Studio(home, beside=True)
            return self._loaded

        self.jobs.start(work, self._take_studio, self._loading_failed)

    def when_ready(self, call: Callable[[Studio], None]) -> None:
        """Call with the studio, now or as soon as it is loaded."""
        if self.studio is not None:
            call(self.studio)
        else:
            self._waiting.append(call)

    def projects_folder(self) -> Path:
        """Where new projects go: the last used folder, else `AdMaker` in the documents."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return self.preferences.last_folder or Path(documents or Path.home()) / "AdMaker"

    def open_project(self, path: Path) -> None:
        """Open a project in place of the open one; answers by `session_changed` or `failed`."""
        session = self.session
        if session is not None and self.opening is None and _is_same(session.path, path):
            self.session_changed.emit()
            return
        if self.opening is not None:
            self._next = path
            return
        self._open(path, lambda _: path)

    def new_project(
        self,
        path: Path | None,
        text: str,
        wishes: Wishes,
        *,
        name: str = "",
        run: bool = False,
        template: str = "first_ad",
    ) -> None:
        """Make a project from a brief and open it; without a path it gets a free name in the projects' folder."""
        folder = self.projects_folder()

        def make(studio: Studio) -> Path:
            from admaker_desktop.services.new_ad import free_path, start_project

            return start_project(studio, path or free_path(folder, name), text, wishes, template)

        self._open(path or folder, make, run=run)

    def open_demo(self) -> None:
        """Make the sample brief's project and open it."""
        folder = self.projects_folder()

        def make(studio: Studio) -> Path:
            from admaker_desktop.services.new_ad import start_demo

            return start_demo(studio, folder)

        self._open(folder, make)

    def close_project(self, done: Callable[[], None] | None = None, *, take_up_again: bool = False) -> None:
        """Close the open project; `done` when it is free. What the disk refuses is told by `failed`."""
        session, self.session = self.session, None
        if session is None:
            if done:
                done()
            return
        self._leaving.append(session)
        self.session_changed.emit()

        def closed(error: AdMakerError | None) -> None:
            self._leaving.remove(session)
            session.deleteLater()
            if error is not None:
                self.failed.emit(error)
            self.recent_changed.emit()
            calls, self._when_left = self._when_left, []
            for call in (*([done] if done else ()), *calls):
                call()

        session.close(closed, take_up_again=take_up_again)

    def close(self) -> None:
        """End every thread and give the files free, waiting for it; may be called twice."""
        if self._is_closed:
            return
        self._is_closed = True
        self.closing.emit()
        self.jobs.close()
        for session in (*self._leaving, *([self.session] if self.session else ())):
            try:
                session.close_now()
            except AdMakerError as error:
                _log.error("the last changes were not kept: %s", error.sentence())
        self.session = None
        if self._found is not None:
            self._found.file.close()
        if self._loaded is not None:
            self._loaded.close()
        self.preferences.save()

    def _loading_failed(self, error: AdMakerError) -> None:
        self._is_loading, self._has_failed = False, True
        self._waiting = [call for call in self._waiting if call is not self._opener]
        self._opening_failed(error)

    def _take_studio(self, studio: Studio) -> None:
        from admaker_desktop.media import text

        self.studio, self._is_loading = studio, False
        try:
            text.start()  # type is set by Qt: its faces are loaded on this thread
        except AdMakerError as error:
            self.failed.emit(error)
        calls, self._waiting = self._waiting, []
        for call in calls:
            call(studio)
        self.ready.emit()

    def _open(self, shown: Path, find: Callable[[Studio], Path], *, run: bool = False) -> None:
        if self.opening is None:
            self.guard(lambda: self._begin(shown, find, run=run))

    def _begin(self, shown: Path, find: Callable[[Studio], Path], *, run: bool) -> None:
        if self.opening is not None:
            return
        self.opening = shown
        self.opening_changed.emit()

        def work(studio: Studio) -> None:
            def read() -> OpenedProject:
                from admaker_desktop.services.opening import open_project

                self._found = open_project(studio, find(studio))
                return self._found

            self.jobs.start(read, lambda opened: self._take_opened(opened, run=run), self._opening_failed)

        self._opener = lambda studio: self._when_free(lambda: work(studio))
        self.when_ready(self._opener)
        if self._has_failed and not self._is_loading and self.studio is None:
            self.load()  # what was in its way may be gone by now

    def _when_free(self, call: Callable[[], None]) -> None:
        """Call when no project is closing any more: it may be the one that is wanted."""
        if self._leaving:
            self._when_left.append(call)
        else:
            call()

    def _opening_failed(self, error: AdMakerError) -> None:
        self._end_opening()
        self.failed.emit(error)

    def _end_opening(self) -> None:
        """Nothing is on its way any more: what else was asked for meanwhile is begun."""
        self.opening = None
        self.opening_changed.emit()
        wanted, self._next = self._next, None
        if wanted is not None:
            self.open_project(wanted)

    def _take_opened(self, opened: OpenedProject, *, run: bool) -> None:
        if self.studio is None:
            return
        if self._next is not None and not _is_same(self._next, opened.file.path):
            self._found = None
            self.jobs.start(opened.file.close, lambda _: self._end_opening())
            return
        if self.session is not None:
            self.close_project(lambda: self._take_opened(opened, run=run), take_up_again=True)
            return
        from admaker_desktop.services.opening import resume_target
        from admaker_desktop.ui.session import Session

        self.opening = self._next = self._found = None
        self.session = Session(self.studio, opened, self.jobs)
        self.preferences.set_text("last_folder", str(opened.file.path.parent))
        self.opening_changed.emit()
        self.session_changed.emit()
        self.recent_changed.emit()
        self.jobs.start(self.studio.pool.warm, lambda _: None)
        if opened.was_cut_off and not run:
            self.take_up_offered.emit(resume_target(opened))  # never by itself: what was run may be what broke the app
        elif run or opened.resume is not None:
            self.session.start_run(resume_target(opened))


def _is_same(one: Path, other: Path) -> bool:
    """Whether two paths name one file, by whatever way."""
    return os.path.realpath(one) == os.path.realpath(other)
