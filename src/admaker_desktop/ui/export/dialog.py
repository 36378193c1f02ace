"""The export: choose placements and a folder, watch the files being made, read what was measured on them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qtpy.QtCore import QEvent, Qt
from qtpy.QtGui import QKeySequence, QShortcut
from qtpy.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from admaker_desktop.core.errors import AdMakerError, StorageError
from admaker_desktop.services.placements import Placement, placements, suggested_presets
from admaker_desktop.ui.export.choose_page import ChoosePage
from admaker_desktop.ui.export.result_page import ResultPage
from admaker_desktop.ui.export.work import ExportWork, Outcome
from admaker_desktop.ui.export.work_page import WorkPage
from admaker_desktop.ui.i18n import tr, tr_error

if TYPE_CHECKING:
    from admaker_desktop.ad.brief import Brief
    from admaker_desktop.services.export_watch import ExportView
    from admaker_desktop.ui.desk import Desk
    from admaker_desktop.ui.session import Session

_FOLDER = "export_folder"


class ExportDialog(QDialog):
    """A sheet over the window: `open()` it. GUI thread; closing it while it works stops the work first."""

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._session = desk, session
        self._placements: tuple[Placement, ...] = ()
        self._wants_to_close = self._is_refused = False
        self._seconds: float | None = None
        self._brief: Brief | None = None
        self.work = ExportWork(session, self)
        self.choose, self.progress, self.results = ChoosePage(), WorkPage(), ResultPage()
        self._stack = QStackedWidget()
        for page in (self.choose, self.progress, self.results):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_fitting(parent))
        self._connect()
        self.choose.folder.setText(str(self._first_folder()))
        self._name_window()
        self._settle()
        self._read()

    @property
    def page(self) -> str:
        """Which step is shown: choose, work, result."""
        return ("choose", "work", "result")[self._stack.currentIndex()]

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name_window()
        super().changeEvent(event)

    def reject(self) -> None:
        """Close, by Escape, a button or the frame: work is stopped first, and the sheet goes when it has ended."""
        if self.work.is_running:
            self._wants_to_close = True
            self._cancel()
            return
        self.shutdown()
        super().reject()

    def shutdown(self) -> None:
        """Stop the work and wait for its thread; at the end of the process, and before the project is closed."""
        self.work.close()

    # ------------------------------------------------------------------------------------------------------ building
    def _connect(self) -> None:
        self.choose.export_wanted.connect(self._start)
        self.choose.closed.connect(self.close)
        self.choose.trouble.pressed.connect(self._take_way_out)
        self.progress.cancelled.connect(self._cancel)
        self.results.again_wanted.connect(lambda: self._stack.setCurrentWidget(self.choose))
        self.results.closed.connect(self.close)
        self.work.progressed.connect(self._show_progress)
        self.work.ended.connect(self._end)
        self._session.run_changed.connect(self._settle)
        self._session.run_ended.connect(self._settle_late)
        self._desk.session_changed.connect(self._leave)
        self._desk.closing.connect(self.shutdown)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._press_export)

    def _read(self) -> None:
        """The placements are read from a file, and the ad's facts with them."""
        session = self._session
        workflow, ad = session.workflow, session.ad
        self._seconds = _seconds(session)
        self._brief = ad.brief
        seconds, brief = self._seconds, self._brief

        def work() -> tuple[tuple[Placement, ...], tuple[str, ...]]:
            suggested = suggested_presets(workflow, brief)
            return placements(seconds, suggested), suggested

        self._desk.jobs.start(work, self._take)

    def _take(self, found: tuple[tuple[Placement, ...], tuple[str, ...]]) -> None:
        self._placements, suggested = found
        chosen = tuple(one.id for one in self.choose.list.placements.chosen())
        self.choose.show_placements(self._placements, chosen or suggested, self._brief, self._seconds or 0.0)
        self.choose.search.setFocus()

    def _first_folder(self) -> Path:
        kept = self._desk.preferences.text(_FOLDER)
        return Path(kept) if kept else self._session.path.parent / tr("Exports")

    def _name_window(self) -> None:
        self.setWindowTitle(tr("Export {project}", project=self._session.name))

    # --------------------------------------------------------------------------------------------------------- doing
    def _settle(self) -> None:
        """Refuse while a run of the project is going."""
        reason = tr("A run is going. Wait for its end or cancel it, then export.") if self._session.is_running else ""
        self.choose.set_refusal(reason)
        if reason:
            self.choose.tell_trouble(reason, [("cancel_run", tr("Cancel the run"), "normal")])
        elif self._is_refused:
            self.choose.trouble.hide()
        self._is_refused = bool(reason)

    def _settle_late(self, _end: object) -> None:
        self._settle()
        self._read()

    def _press_export(self) -> None:
        if self.page == "choose" and self.choose.export.isEnabled():
            self.choose.export.click()

    def _start(self, presets: tuple[str, ...], folder: str) -> None:
        if self._session.is_running or self.work.is_running:
            self._settle()
            return
        self._desk.preferences.set_text(_FOLDER, folder)
        self.progress.begin(tuple(one for preset in presets for one in self._placements if one.id == preset))
        self._stack.setCurrentWidget(self.progress)
        self.progress.cancel.setFocus()
        self.work.start(presets, Path(folder))

    def _cancel(self) -> None:
        self.work.cancel()
        self.progress.show_stopping()

    def _show_progress(self, view: ExportView) -> None:
        self.progress.show_view(view)

    def _end(self, outcome: Outcome) -> None:
        if self._wants_to_close:
            self.close()
            return
        if outcome.summary is not None:
            self.results.show_summary(outcome.summary, self._placements)
            self._stack.setCurrentWidget(self.results)
            self.results.close_button.setFocus()
            return
        self._stack.setCurrentWidget(self.choose)
        if outcome.error is not None:
            self._tell_trouble(outcome.error)

    def _tell_trouble(self, error: AdMakerError) -> None:
        ways = [("again", tr("Try again"), "normal")]
        if isinstance(error, StorageError):
            ways.insert(0, ("folder", tr("Choose another folder"), "normal"))
        self.choose.tell_trouble(tr_error(error), ways)

    def _take_way_out(self, key: str) -> None:
        if key == "cancel_run":
            self._session.cancel_run()
        elif key == "folder":
            self.choose.choose_folder()
        elif key == "again":
            self._press_export()

    def _leave(self) -> None:
        """The project is closed under the sheet: stop and go."""
        if self._desk.session is not self._session:
            self.shutdown()
            self.close()


def _seconds(session: Session) -> float | None:
    """The ad's length, once it is cut."""
    from admaker_desktop.core.ticks import s_from_ticks

    sequence = session.ad.sequence
    return s_from_ticks(sequence.duration_ticks) if sequence is not None else None


def _fitting(parent: QWidget | None) -> tuple[int, int]:
    """As large as it likes to be, and never larger than its window."""
    if parent is None:
        return 1200, 760
    window = parent.window()
    return min(1200, window.width() - 80), min(760, window.height() - 60)
