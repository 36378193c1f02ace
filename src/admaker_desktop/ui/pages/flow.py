"""The Flow page: palette, run bar, canvas, player, inspector and timeline of the open project."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from qtpy.QtCore import QEvent, QTimer, Qt, Signal
from qtpy.QtGui import QResizeEvent
from qtpy.QtWidgets import QSplitter, QVBoxLayout, QWidget

from admaker_desktop.ui.canvas import GraphView, NodePalette
from admaker_desktop.ui.i18n import Translated, tr, tr_error, tr_message
from admaker_desktop.ui.inspector import Inspector
from admaker_desktop.ui.player import PlayerPanel
from admaker_desktop.ui.pages.playing import Playing
from admaker_desktop.ui.previews import Previews
from admaker_desktop.ui.runbar import RunBar
from admaker_desktop.ui.strip import TimelineStrip
from admaker_desktop.ui.widgets import Panel, show_toast

if TYPE_CHECKING:
    from admaker_desktop.core.errors import AdMakerError
    from admaker_desktop.core.messages import Message
    from admaker_desktop.ui.desk import Desk
    from admaker_desktop.ui.session import Session

_RAIL_BELOW_PX = 1440
_SIDE_PX, _SIDE_NARROW_PX = 340, 300
_PLAYER_PX = 270


class FlowPage(Translated):
    """Built once; shows whichever project is open. GUI thread."""

    told = Signal(str)
    """A sentence for the status bar."""
    export_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.palette = NodePalette()
        self.run_bar = RunBar()
        self.player = PlayerPanel(desk.jobs)
        self.inspector = Inspector()
        self.strip = TimelineStrip()
        self.playing = Playing(self.player, self.strip)
        self.canvas: GraphView | None = None
        self._session: Session | None = None
        self._previews: Previews | None = None
        self._centre = QWidget()
        self._column = QVBoxLayout(self._centre)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.run_bar)
        self.middle = QSplitter(Qt.Orientation.Vertical)
        self._column.addWidget(self.middle, 1)
        self.middle.addWidget(self.strip)
        self.side = QSplitter(Qt.Orientation.Vertical)
        side = Panel(fill="panel", edges="left")
        around = QVBoxLayout(side)
        around.setContentsMargins(1, 0, 0, 0)
        around.addWidget(self.side)
        self.side.addWidget(self.player)
        self.side.addWidget(self.inspector)
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        for widget, stretch in ((self.palette, 0), (self._centre, 1), (side, 0)):
            self.columns.addWidget(widget)
            self.columns.setStretchFactor(self.columns.count() - 1, stretch)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.columns)
