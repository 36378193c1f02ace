"""The bar at the foot of the window: what runs, what needs the user, what is saved, how busy the machine is."""

from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING, Any

from qtpy.QtCore import QRectF, QSize, Qt, QTimer, Signal
from qtpy.QtGui import QFontMetrics, QPaintEvent
from qtpy.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from admaker_desktop import __version__
from admaker_desktop.ui import formats
from admaker_desktop.ui.following import Following
from admaker_desktop.ui.i18n import Translated, tr, trn
from admaker_desktop.ui.runbar.lanes import loads_of
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.fonts import ui_font
from admaker_desktop.ui.theme.icons import paint_icon
from admaker_desktop.ui.widgets import Panel, paint
from admaker_desktop.ui.widgets.buttons import PaintedButton

if TYPE_CHECKING:
    from admaker_desktop.services.run_watch import LaneLoad
    from admaker_desktop.ui.session import Session

HEIGHT_PX = 26
_TOLD_MS = 8000
_SECOND_MS = 1000
_DISK_MS = 60_000
_JUST_NOW_S = 2
_ICONS = {"cpu": "cpu", "network": "cloud", "gpu": "gpu", "export": "upload"}
_NO_LANES_BELOW_PX = 900


class StatusBar(Translated):
    """26 px. GUI thread."""

    node_asked = Signal(str)
    """The user wants to see the node that needs him."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._following = Following(self._wires)
        self._saved_at: float | None = None
        self._loads: tuple[LaneLoad, ...] = ()
        self._free_bytes: int | None = None
        self.setFixedHeight(HEIGHT_PX)
        self.state, self.need, self.saved = _Item(dot=True), _Item("triangle-alert", "err"), _Item()
        self.need.clicked.connect(self._show_need)
        self.lanes = {lane: _Item(icon, "t3") for lane, icon in _ICONS.items()}
        self.disk, self.version = _Item("hard-drive", "t3"), _Item()
        panel = Panel(self, fill="panel", edges="top")
        row = QHBoxLayout(panel)
        row.setContentsMargins(12, 1, 12, 0)
        row.setSpacing(18)
        for item in (self.state, self.need, self.saved):
            row.addWidget(item)
        row.addStretch(1)
        for item in (*self.lanes.values(), self.disk, self.version):
            row.addWidget(item)
        around = QHBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(panel)
        self._told = QTimer(self)
        self._told.setSingleShot(True)
        self._told.setInterval(_TOLD_MS)
        self._told.timeout.connect(self._say_saved)
        self._second = QTimer(self)
        self._second.setInterval(_SECOND_MS)
        self._second.timeout.connect(self._say_saved)
        self._minute = QTimer(self)
        self._minute.setInterval(_DISK_MS)
        self._minute.timeout.connect(self._look_at_disk)
        self.retranslate()

    def set_session(self, session: Session | None) -> None:
        """Show another project, or none."""
        self._following.follow(session)
        self._session, self._loads, self._saved_at = session, (), None
        if session is None:
            self._minute.stop()
            self._second.stop()
        else:
            self._minute.start()
            self._look_at_disk()
        self.retranslate()

    def tell(self, text: str) -> None:
        """Say something for a few seconds where it says what is saved."""
        self.saved.show_words(text, "t2")
        self._told.start()

    def show_disk(self, free_bytes: int | None) -> None:
        """How much room is left where the media are kept."""
        self._free_bytes = free_bytes
        self.disk.setVisible(free_bytes is not None)
        if free_bytes is not None:
            low = free_bytes < 5_000_000_000
            self.disk.show_words(tr("{size} free", size=formats.size(free_bytes)), "warn" if low else "t3")

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(tr("Status"))
        self.version.show_words(__version__, "t3")
        self.version.setToolTip(tr("AdMaker Desktop {version}", version=__version__))
        self.show_disk(self._free_bytes)
        self._refresh()
        self._say_saved()

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._say_lanes()

    def _wires(self, session: Session) -> tuple[tuple[Any, Any], ...]:
        return (
            (session.run_changed, self._refresh),
            (session.plan_changed, self._refresh),
            (session.run_ended, self._refresh),
            (session.status_changed, self._refresh_soon),
            (session.saved_changed, self._take_saved),
        )

    def _refresh_soon(self) -> None:
        """Many nodes change in one turn of the loop: look once."""
        if self._session is not None and not self._session.is_running:
            self._refresh()

    def _refresh(self) -> None:
        self._loads = loads_of(self._session)
        self._say_state()
        self._say_lanes()

    def _say_state(self) -> None:
        session = self._session
        needs = self._needs()
        self.need.setVisible(bool(needs))
        if needs:
            words = trn("{count} node needs you", "{count} nodes need you", len(needs))
            self.need.show_words(words, "err", is_link=True)
        if session is None or not session.is_running:
            self.state.show_words(tr("Ready"), "t2", dot="ok" if not needs else "err")
            return
        view = session.run_view
        if session.is_stopping:
            said = tr("Stopping")
        elif view is None or not view.steps:
            said = tr("Running")
        elif view.left_s is None:
            said = tr("Running · {done} of {total} steps", done=view.done, total=view.steps)
        else:
            left = formats.duration(view.left_s)
            said = tr("Running · {done} of {total} steps · {time} left", done=view.done, total=view.steps, time=left)
        self.state.show_words(said, "info", dot="info")

    def _needs(self) -> tuple[str, ...]:
        session = self._session
        if session is None:
            return ()
        return tuple(r.id for r in session.workflow.nodes if session.status(r.id).state in {"failed", "refused"})

    def _show_need(self) -> None:
        needs = self._needs()
        if needs:
            self.node_asked.emit(needs[0])

    def _say_lanes(self) -> None:
        known = {str(load.lane): load for load in self._loads}
        names = {"cpu": tr("CPU"), "network": tr("Network"), "gpu": tr("GPU"), "export": tr("Export")}
        for lane, item in self.lanes.items():
            load = known.get(lane)
            item.setVisible(load is not None and self.width() >= _NO_LANES_BELOW_PX)
            if load is not None:
                words = tr("{lane} {busy}/{size}", lane=names[lane], busy=load.busy, size=load.size)
                item.show_words(words, "info" if load.busy else "t3")

    def _take_saved(self) -> None:
        session = self._session
        if session is not None and session.is_saved:
            self._saved_at = time.monotonic()
            self._second.start()
        self._say_saved()

    def _say_saved(self) -> None:
        session = self._session
        if self._told.isActive():
            return
        if session is None:
            self.saved.show_words("", "t3")
        elif not session.is_saved:
            self.saved.show_words(tr("Saving"), "t3")
        elif self._saved_at is None:
            self.saved.show_words(tr("Saved"), "t3")
        else:
            self.saved.show_words(self._saved_words(time.monotonic() - self._saved_at), "t3")

    def _saved_words(self, age_s: float) -> str:
        if age_s >= 60:
            self._second.stop()
            return tr("Saved")
        if age_s < _JUST_NOW_S:
            return tr("Saved just now")
        return tr("Saved {time} ago", time=formats.duration(round(age_s)))

    def _look_at_disk(self) -> None:
        session = self._session
        if session is None:
            return
        root = session.store.root

        def work() -> int | None:
            try:
                folder = next(place for place in (root, *root.parents) if place.exists())
                return shutil.disk_usage(folder).free
            except OSError:
                return None

        session.jobs.start(work, lambda free: self.show_disk(free) if self._session is session else None)


class _Item(PaintedButton):
    """A few words with an icon or a dot; a link when it leads somewhere."""

    def __init__(self, icon: str = "", tone: str = "t2", *, dot: bool = False) -> None:
        super().__init__()
        self._icon, self._tone, self._has_dot, self._dot = icon, tone, dot, "ok"
        self._is_link = False
        self.setFont(ui_font(12))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_words("", tone)

    def show_words(self, text: str, tone: str, *, dot: str = "ok", is_link: bool = False) -> None:
        """Show words in a colour token."""
        self._tone, self._dot, self._is_link = tone, dot, is_link
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
            self.updateGeometry()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_link else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor)
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        mark = 19 if self._icon else 14 if self._has_dot else 0
        return QSize(words + mark + 2 if words else 0, HEIGHT_PX - 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, HEIGHT_PX - 2)

    def hitButton(self, pos: object) -> bool:
        del pos
        return self._is_link

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self.text():
            return
        with paint.start(self) as painter:
            rect = QRectF(self.rect())
            middle = rect.center().y()
            if self._icon:
                paint_icon(painter, self._icon, QRectF(0, middle - 7, 14, 14), theme.colour(self._tone))
                rect.setLeft(19)
            elif self._has_dot:
                paint.box(painter, QRectF(0, middle - 3.5, 7, 7), 3.5, theme.colour(self._dot))
                rect.setLeft(14)
            font = self.font()
            font.setUnderline(self._is_link and self.underMouse())
            painter.setFont(font)
            if paint.words(painter, rect, self.text(), theme.colour(self._tone)):
                self.setToolTip(self.text())
