"""The window: bars, pages, notices, and what the menus do."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from qtpy.QtCore import QTimer, QUrl, Signal
from qtpy.QtGui import QCloseEvent, QDesktopServices, QDragEnterEvent, QDropEvent, QPaintEvent
from qtpy.QtWidgets import QFileDialog, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from admaker_desktop import __version__
from admaker_desktop.core.errors import AdMakerError, ProjectInUse
from admaker_desktop.ui import i18n
from admaker_desktop.ui.actions import Actions
from admaker_desktop.ui.desk import Desk
from admaker_desktop.ui.i18n import tr, tr_error, tr_message
from admaker_desktop.ui.nodelook import node_icon
from admaker_desktop.ui.nodenames import name_of
from admaker_desktop.ui.pages.start import StartPage
from admaker_desktop.ui.shell.keys import show_keys
from admaker_desktop.ui.shell.leaving import leave, may_leave_at_once
from admaker_desktop.ui.shell.look import wire_look
from admaker_desktop.ui.shell.notices import Notices
from admaker_desktop.ui.shell.page_bar import PageBar
from admaker_desktop.ui.shell.settings import SettingsPopover
from admaker_desktop.ui.shell.top_bar import TopBar
from admaker_desktop.ui.statusbar import StatusBar
from admaker_desktop.ui.widgets import ask

if TYPE_CHECKING:
    from admaker_desktop.ui.command_palette import CommandPalette, Entry
    from admaker_desktop.ui.pages.flow import FlowPage
    from admaker_desktop.ui.session import Session

MINIMUM_PX = (1280, 760)
USUAL_PX = (1600, 1000)
_SUFFIX = ".admaker"
_PROJECT_ACTIONS = ("close", "export", "folder", "select_all", "page_flow", "run", "add", "arrange", "fit")


class MainWindow(QMainWindow):
    """One window, one open project. GUI thread. The heavy pages are built when they are first shown."""

    painted = Signal()
    """The window has been painted for the first time."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setMinimumSize(*MINIMUM_PX)
        self.setAcceptDrops(True)
        self.actions_ = Actions(self)
        self._recent = QMenu(self)
        self._recent.aboutToShow.connect(self._fill_recent)
        self.top = TopBar(self.actions_, self._recent)
        self.bar = PageBar(self.actions_)
        self.notices = Notices(desk)
        self.pages = QStackedWidget()
        self.start_page = StartPage(desk)
        self.pages.addWidget(self.start_page)
        self.status = StatusBar()
        self._built: dict[str, QWidget] = {"start": self.start_page}
        self._may_close = self._is_painted = False
        centre = self._centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.bar)
        column.addWidget(self.notices)
        column.addWidget(self.pages, 1)
        column.addWidget(self.status)
        self.setCentralWidget(centre)
        self._palette: CommandPalette | None = None
        self._connect()
        wire_look(self.actions_, desk.preferences)
        if not self.restoreGeometry(desk.preferences.data("window")):
            self.resize(*USUAL_PX)
        self._take_session()
        self.retranslate()

    # ---------------------------------------------------------------------------------------------------------- words
    def retranslate(self) -> None:
        """Set the window's own words; its widgets hear of the switch by themselves."""
        self.actions_.retranslate()
        session = self.desk.session
        app = tr("AdMaker Desktop")
        self.setWindowTitle(f"{session.name} - {app}" if session else app)
        self._name_history()

    def choose_language(self, code: str) -> None:
        """Show another language and remember it."""
        self.desk.preferences.set_text("language", code)
        i18n.set_language(code)
        self.retranslate()

    # ---------------------------------------------------------------------------------------------------------- pages
    def show_page(self, page: str) -> None:
        """Show a page, building it the first time; `flow` needs an open project."""
        if page == "flow" and self.desk.session is None:
            page = "start"
        self.pages.setCurrentWidget(self._page(page))
        self.bar.set_page(page)
        if page == "flow" and self.flow is not None:
            self.flow.take_keyboard()

    @property
    def flow(self) -> FlowPage | None:
        """The Flow page, once it has been shown."""
        return cast("FlowPage | None", self._built.get("flow"))

    def _page(self, page: str) -> QWidget:
        if page not in self._built:
            widget = self._flow_page() if page == "flow" else self._runs_page()
            self._built[page] = widget
            self.pages.addWidget(widget)
        return self._built[page]

    def _flow_page(self) -> QWidget:
        from admaker_desktop.ui.pages.flow import FlowPage  # brings NodeGraphQt: not before it is wanted

        page = FlowPage(self.desk, self.actions_)
        page.told.connect(self.status.tell)
        page.brief_asked.connect(self._new)
        page.log_asked.connect(lambda _: self.show_page("runs"))
        return page

    def _runs_page(self) -> QWidget:
        from admaker_desktop.ui.pages.runs import RunsPage

        page = RunsPage(self.desk)
        page.node_opened.connect(self._open_node)
        return page

    def _open_node(self, project: str, node: str) -> None:
        session = self.desk.session
        if session is None or str(session.path) != project:
            self.desk.open_project(Path(project))
            return
        session.select(node)
        self.show_page("flow")

    # -------------------------------------------------------------------------------------------------------- session
    def _take_session(self) -> None:
        session = self.desk.session
        self.top.set_session(session)
        self.bar.set_session(session)
        self.status.set_session(session)
        self.notices.set_session(session)
        if session is not None:
            session.history_changed.connect(self._name_history)
            session.run_changed.connect(self._enable)
            session.run_ended.connect(self._enable)
            session.selection_changed.connect(self._enable)
        self.show_page("flow" if session else "start")
        self._enable()
        self.retranslate()

    def _enable(self, *_: object) -> None:
        session = self.desk.session
        enable = self.actions_.enable
        enable(_PROJECT_ACTIONS, on=session is not None)
        has_node = session is not None and bool(session.selected)
        is_running = session is not None and session.is_running
        enable(("delete", "duplicate", "fit_selection"), on=has_node)
        enable(("run_here",), on=has_node and not is_running)
        enable(("run",), on=session is not None and not is_running)
        enable(("cancel",), on=is_running)
        self._name_history()

    def _name_history(self) -> None:
        session = self.desk.session
        undo, redo = (session.undo_label, session.redo_label) if session else (None, None)
        self.actions_["undo"].setEnabled(undo is not None)
        self.actions_["redo"].setEnabled(redo is not None)
        self.actions_["undo"].setText(tr("Undo: {step}", step=tr_message(undo)) if undo else tr("Undo"))
        self.actions_["redo"].setText(tr("Redo: {step}", step=tr_message(redo)) if redo else tr("Redo"))

    # ------------------------------------------------------------------------------------------------------- commands
    def _connect(self) -> None:
        desk, actions = self.desk, self.actions_
        desk.guard = self.leave_project
        desk.session_changed.connect(self._take_session)
        desk.failed.connect(self._tell_owner)
        self.bar.chosen.connect(self.show_page)
        self.bar.settings_asked.connect(self._open_settings)
        self.top.language_chosen.connect(self.choose_language)
        self.status.node_asked.connect(
            lambda node: self._open_node(str(desk.session.path) if desk.session else "", node)
        )
        calls = {
            "new": self._new,
            "open": self._open,
            "demo": desk.open_demo,
            "close": self._close_project,
            "export": self._export,
            "folder": self._show_folder,
            "quit": self.close,
            "undo": lambda: self._with_session(lambda session: session.undo()),
            "redo": lambda: self._with_session(lambda session: session.redo()),
            "page_start": lambda: self.show_page("start"),
            "page_flow": lambda: self.show_page("flow"),
            "page_runs": lambda: self.show_page("runs"),
            "run": self._run,
            "run_here": lambda: self._with_session(lambda session: session.start_run(session.selected)),
            "cancel": lambda: self._with_session(lambda session: session.cancel_run()),
            "commands": self._open_palette,
            "keys": lambda: show_keys(self, actions),
            "log": self.notices.show_log,
            "about": self._about,
        }
        for name, call in calls.items():
            actions[name].triggered.connect(lambda _=False, call=call: call())
        actions["full_screen"].toggled.connect(lambda on: self.showFullScreen() if on else self.showNormal())

    def _open_palette(self) -> None:
        if self._palette is None:
            from admaker_desktop.ui.command_palette import CommandPalette  # at its first use: not in the cold start

            self._palette = CommandPalette(self._centre, lambda: self.actions_, self._found)
        self._palette.open()

    def _with_session(self, call: Callable[[Session], None]) -> None:
        if self.desk.session is not None:
            call(self.desk.session)

    def _new(self) -> None:
        self.show_page("start")
        self.start_page.focus_brief()

    def _run(self) -> None:
        if self.desk.session:
            self.show_page("flow")
            self.desk.session.start_run()

    def _open(self) -> None:
        dialog = QFileDialog(self, tr("Open project"), str(self.desk.projects_folder()))
        dialog.setNameFilter(tr("AdMaker projects (*.admaker)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.desk.open_project(Path(path)))
        dialog.open()

    def _close_project(self) -> None:
        self.leave_project(self.desk.close_project)

    def leave_project(self, then: Callable[[], None]) -> None:
        """Do something that closes the open project; asks about a live run and about unsaved changes."""
        leave(self, self.desk, then)

    def _export(self) -> None:
        session = self.desk.session
        if session is not None:
            from admaker_desktop.ui.export import ExportDialog, settle_questions

            settle_questions(self, session, lambda: ExportDialog(self.desk, session, self).open())

    def _show_folder(self) -> None:
        if self.desk.session:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.desk.session.path.parent)))

    def _about(self) -> None:
        ask(
            self,
            tr("AdMaker Desktop {version}", version=__version__),
            tr("From a client's brief to approved, checked, delivered ads. Free software under the GPL 3 or later."),
            [("ok", tr("Close"), "normal")],
            lambda _: None,
        )

    def _open_settings(self, anchor: QWidget) -> None:
        popover = SettingsPopover(self.actions_, self.choose_language, self)
        popover.closed.connect(popover.deleteLater)
        popover.open_at(anchor)

    def _tell_owner(self, error: AdMakerError) -> None:
        if isinstance(error, ProjectInUse):  # worth more than a toast: who has the project
            self.status.tell(tr_error(error))

    def _found(self) -> Iterable[Entry]:
        from admaker_desktop.ui.command_palette import Entry  # whoever asks is the palette

        session = self.desk.session
        if session is None:
            return
        for record in session.workflow.nodes:
            call = lambda node=record.id: self._open_node(str(session.path), node)  # noqa: E731
            yield Entry(name_of(session, record.id), call, tr("Nodes"), icon=node_icon(record.type))

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self.start_page.recents.paths[:10]:
            call = lambda _=False, path=path: self.desk.open_project(path)  # noqa: E731
            self._recent.addAction(path.stem).triggered.connect(call)
        if self._recent.isEmpty():
            self._recent.addAction(tr("No recent projects")).setEnabled(False)

    # --------------------------------------------------------------------------------------------- Qt's own events
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_project(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped_project(event.mimeData().urls())
        if path:
            self.desk.open_project(path)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)  # its widgets are painted in the same turn

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close and not may_leave_at_once(self.desk):
            event.ignore()
            self.leave_project(self._close_now)
            return
        self.desk.preferences.set_data("window", self.saveGeometry())
        self.start_page.release()
        if self.flow is not None:
            self.flow.shut_down()
        super().closeEvent(event)

    def _close_now(self) -> None:
        self._may_close = True
        self.close()


def _dropped_project(urls: list[QUrl]) -> Path | None:
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return next((path for path in paths if path.suffix == _SUFFIX), None)
