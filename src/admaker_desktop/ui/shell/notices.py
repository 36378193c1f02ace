"""What the window tells without being asked: failures, mistakes of its own, and a run that a crash has cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qtpy.QtCore import QTimer, QUrl
from qtpy.QtGui import QDesktopServices
from qtpy.QtWidgets import QVBoxLayout, QWidget

from admaker_desktop.core.errors import AdMakerError, StorageError
from admaker_desktop.ui.desk import Desk
from admaker_desktop.ui.i18n import tr, tr_error
from admaker_desktop.ui.widgets import Banner, show_toast
from admaker_desktop.ui.widgets.labels import Tone
from admaker_desktop.ui.widgets.notices import ButtonSpec

if TYPE_CHECKING:
    from admaker_desktop.ui.session import Session

_BUG_AGAIN_MS = 10_000
"""A next bug is told after this time: one that repeats with every frame must not fill the window."""


class Notices(QWidget):
    """The banner under the page bar, and toasts over the window. GUI thread."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session: Session | None = None
        self._banner: Banner | None = None
        self._tells_of_saving = False
        self._cut_off_target: str | None = None
        self._bug_told = QTimer(self)
        self._bug_told.setSingleShot(True)
        self._bug_told.setInterval(_BUG_AGAIN_MS)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        desk.failed.connect(self.show_failure)
        desk.jobs.broke.connect(self.show_bug)
        desk.take_up_offered.connect(self._offer_take_up)

    def set_session(self, session: Session | None) -> None:
        """Another project is open: what was told of the one before is past."""
        self._drop_banner()
        self._session = session
        if session is not None:
            session.failed.connect(self.show_failure)
            session.saved_changed.connect(self._saved)

    def show_failure(self, error: AdMakerError) -> None:
        """Say what went wrong and what to do; the window goes on."""
        if isinstance(error, StorageError) and self._session is not None and not self._session.is_saved:
            self._show_banner("err", tr_error(error), [])
            self._tells_of_saving = True
        else:
            show_toast(self, tr_error(error), tone="err")

    def show_bug(self, error: BaseException) -> None:
        """Say soon that something broke in the app; the details are in the log.

        Not at once: it may have broken while something is painted, and then again at every frame.
        """
        if not self._bug_told.isActive():
            self._bug_told.start()
            QTimer.singleShot(0, self, lambda: self._tell_bug(error))

    def show_log(self) -> None:
        """Open the folder with the log."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._desk.home.logs)))

    def _tell_bug(self, error: BaseException) -> None:
        text = tr("AdMaker made a mistake ({kind}). Your work is kept; the log says more.", kind=type(error).__name__)
        show_toast(self, text, tr("Show the log folder"), self.show_log, tone="err")

    def _offer_take_up(self, target: str | None) -> None:
        self._cut_off_target = target
        text = tr("AdMaker ended in the middle of a run. What was finished is kept.")
        self._show_banner("warn", text, [("run", tr("Go on with the run"), "normal"), ("no", tr("Not now"), "ghost")])

    def _show_banner(self, tone: Tone, text: str, buttons: list[ButtonSpec]) -> None:
        self._drop_banner()
        self._tells_of_saving = False
        self._banner = Banner(tone, text, buttons)
        self._banner.pressed.connect(self._answer)
        self._column.addWidget(self._banner)

    def _answer(self, key: str) -> None:
        self._drop_banner()
        if key == "run" and self._session is not None:
            self._session.start_run(self._cut_off_target)

    def _drop_banner(self) -> None:
        if self._banner is not None:
            self._banner.hide()
            self._banner.deleteLater()
            self._banner = None

    def _saved(self) -> None:
        if self._tells_of_saving and self._session is not None and self._session.is_saved:
            self._drop_banner()
