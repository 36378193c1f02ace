"""The second row: the open project, the pages, undo and redo, settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qtpy.QtCore import Qt, Signal
from qtpy.QtGui import QAction, QKeySequence, QResizeEvent
from qtpy.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from admaker_desktop.ui.actions import Actions
from admaker_desktop.ui.following import Following
from admaker_desktop.ui.i18n import Translated, tr
from admaker_desktop.ui.widgets import Button, Chip, IconButton, Label, Panel, Segmented

if TYPE_CHECKING:
    from admaker_desktop.ui.session import Session

HEIGHT_PX = 50
_NARROW_PX = 1440
"""Below it undo and redo leave the bar (DESIGN_SYSTEM, Frame and sizes)."""


class PageBar(Translated):
    """50 px. `chosen` tells the page that the user wants. GUI thread."""

    chosen = Signal(str)
    settings_asked = Signal(object)
    """The button that was pressed: where the settings open."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._session: Session | None = None
        self._following = Following(self._wires)
        self.setFixedHeight(HEIGHT_PX)
        self._name = Label("section", elides=True)
        self._client = Label("hint", elides=True)
        self._draft = Chip("pencil", "warn")
        self.pages = Segmented()
        self.pages.chosen.connect(self.chosen)
        self._undo = _ActionButton("undo-2", actions["undo"])
        self._redo = _ActionButton("redo-2", actions["redo"])
        self.open = Button("folder-open", "normal")
        self.open.clicked.connect(actions["open"].trigger)
        self._settings = IconButton("settings")
        self._settings.clicked.connect(lambda: self.settings_asked.emit(self._settings))
        left = QWidget()
        left.setMinimumWidth(150)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 7, 0, 7)
        column.setSpacing(0)
        column.addWidget(self._name)
        column.addWidget(self._client)
        right = QWidget()
        tools = QHBoxLayout(right)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(6)
        tools.addStretch(1)
        for widget in (self._draft, self._undo, self._redo, self.open, self._settings):
            tools.addWidget(widget, alignment=Qt.AlignmentFlag.AlignVCenter)
        panel = Panel(self, fill="panel", edges="bottom")
        row = QHBoxLayout(panel)
        row.setContentsMargins(14, 0, 12, 0)
        row.setSpacing(12)
        row.addWidget(left, 1)
        row.addWidget(self.pages, 0, Qt.AlignmentFlag.AlignCenter)
        row.addWidget(right, 1)
        around = QHBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(panel)
        self.retranslate()

    def set_session(self, session: Session | None) -> None:
        """Show another project."""
        self._following.follow(session)
        self._session = session
        self._show()

    def set_page(self, page: str) -> None:
        """Mark the page that is shown."""
        self.pages.set_value(page)

    def retranslate(self) -> None:
        """Set the words."""
        page = self.pages.value
        names = {"start": (tr("Start"), "house"), "flow": (tr("Flow"), "workflow"), "runs": (tr("Runs"), "activity")}
        self.pages.set_choices([(key, *name) for key, name in names.items()])
        self.pages.set_value(page or "start")
        self.pages.setAccessibleName(tr("Pages"))
        self.open.setText(tr("Open project…"))
        self._draft.setText(tr("Draft · free"))
        self._draft.setToolTip(tr("Everything is made by the draft services on this computer. Nothing is billed."))
        self._settings.setToolTip(tr("Settings"))
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def _wires(self, session: Session) -> tuple[tuple[Any, Any], ...]:
        return ((session.history_changed, self._show), (session.results_changed, self._show))

    def _show(self) -> None:
        session = self._session
        self._name.setText(session.name if session else tr("No project open"))
        self._client.setText(_client(session))
        is_wide = self.width() >= _NARROW_PX
        for button in (self._undo, self._redo):
            button.setVisible(session is not None and is_wide)
            button.refresh()
        self._draft.setVisible(session is not None)
        self.open.setVisible(session is None)
        segments = {"flow": session is not None}
        for page in self.pages.buttons():
            page.setEnabled(segments.get(page.key, True))
            page.setToolTip("" if page.isEnabled() else tr("Open a project first."))


def _client(session: Session | None) -> str:
    if session is None:
        return tr("Paste a brief, or open one")
    brief = session.ad.brief
    return brief.brand if brief else tr("No client yet")


class _ActionButton(IconButton):
    """An icon that triggers an action and says its name and key."""

    def __init__(self, icon: str, action: QAction) -> None:
        super().__init__(icon)
        self._action = action
        self.clicked.connect(action.trigger)
        action.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Take over the action's name and state."""
        keys = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(f"{self._action.text()} ({keys})")
        self.setAccessibleName(self._action.text())
