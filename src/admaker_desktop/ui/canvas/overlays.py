"""What lies over the canvas and where: zoom bar, map, key hints, and what an empty flow says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qtpy.QtCore import QObject, QPoint, QPointF, Signal

from admaker_desktop.ui.canvas.bars import KeyHints, ZoomBar
from admaker_desktop.ui.canvas.empty_flow import EmptyFlow
from admaker_desktop.ui.canvas.minimap import Block, MiniMap

if TYPE_CHECKING:
    from qtpy.QtWidgets import QWidget

    from admaker_desktop.ui.canvas.scenery import Scenery
    from admaker_desktop.ui.canvas.viewer import Viewer

_EDGE_PX = 14
_ABOVE_BAR_PX = 6
_MAP_FROM_HEIGHT_PX, _HINTS_FROM_WIDTH_PX = 340, 620


class Overlays(QObject):
    """Children of the canvas, kept in its corners. GUI thread."""

    zoom_asked = Signal(float)
    """By which factor."""
    full_asked = Signal()
    fit_asked = Signal()

    def __init__(self, home: QWidget, viewer: Viewer, scenery: Scenery) -> None:
        super().__init__(home)
        self._home, self._viewer, self._scenery = home, viewer, scenery
        self.zoom_bar, self.hints = ZoomBar(home), KeyHints(home)
        self.minimap = MiniMap(self._blocks, viewer.visible_rect, home)
        self.empty = EmptyFlow(home)
        bar = self.zoom_bar
        bar.out_asked.connect(lambda: self.zoom_asked.emit(1 / ZOOM_STEP))
        bar.in_asked.connect(lambda: self.zoom_asked.emit(ZOOM_STEP))
        bar.full_asked.connect(self.full_asked)
        bar.fit_asked.connect(self.fit_asked)
        bar.map_toggled.connect(lambda _: self.place())
        self.minimap.centre_asked.connect(self._go_to)
        viewer.view_changed.connect(self._show_view)

    @property
    def taken_left_px(self) -> int:
        """How much of the canvas's left the map covers."""
        return self.minimap.width() + _EDGE_PX if self.zoom_bar.map.isChecked() else 0

    def place(self) -> None:
        """Put everything where it belongs for the canvas's size and content."""
        room, is_empty = self._home.rect(), not self._scenery.items
        self.zoom_bar.adjustSize()
        self.zoom_bar.move(_EDGE_PX, room.height() - self.zoom_bar.height() - _EDGE_PX)
        is_map_shown = self.zoom_bar.map.isChecked() and not is_empty and room.height() > _MAP_FROM_HEIGHT_PX
        self.minimap.setVisible(is_map_shown)
        self.minimap.move(_EDGE_PX, self.zoom_bar.y() - self.minimap.height() - _ABOVE_BAR_PX)
        self.minimap.update()
        self.hints.adjustSize()
        self.hints.move(room.width() - self.hints.width() - _EDGE_PX, room.height() - self.hints.height() - _EDGE_PX)
        self.hints.setVisible(room.width() > _HINTS_FROM_WIDTH_PX)
        self.empty.setVisible(is_empty)
        self.empty.resize(self.empty.sizeHint())
        self.empty.move(QPoint(room.width() - self.empty.width(), room.height() - self.empty.height() - 40) / 2)

    def repaint(self) -> None:
        """Other colours."""
        self.minimap.update()

    def _show_view(self) -> None:
        self.zoom_bar.set_zoom(self._viewer.zoom)
        self.minimap.update()

    def _go_to(self, at: QPointF) -> None:
        self._viewer.set_view(self._viewer.zoom, at)

    def _blocks(self) -> list[Block]:
        return [Block(item.rect(), item.face.family, item.face.border) for item in self._scenery.items.values()]


ZOOM_STEP = 1.2
"""One press of plus or minus."""
