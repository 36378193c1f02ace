"""Panning and zooming: a NodeGraphQt viewer whose view is its transform alone, with limits and a dotted ground."""

from __future__ import annotations

import functools
import math
from typing import TYPE_CHECKING

from qtpy.QtCore import QPointF, QRect, QRectF, QSizeF, Qt, Signal
from qtpy.QtGui import QPainter, QPen, QPolygonF, QTransform
from qtpy.QtWidgets import QGraphicsView

from admaker_desktop.ui.canvas.ngq import NodeViewer
from admaker_desktop.ui.theme import theme

if TYPE_CHECKING:
    from qtpy.QtGui import QResizeEvent, QWheelEvent

MIN_ZOOM, MAX_ZOOM = 0.15, 3.0
FIT_MARGIN_PX = 26.0
_WORLD_PX = 100_000.0
_GRID_PX = 24
_WHEEL_STEP = 1.0016
"""Zoom for one unit of a wheel's angle (120 a notch): 21 % a notch."""


class ZoomView(NodeViewer):
    """Zoom from 15 to 300 % about the pointer, wheel and touchpad, fit. GUI thread."""

    view_changed = Signal()
    """Another part of the scene, or another zoom."""

    def __init__(self) -> None:
        self._is_built = False
        super().__init__()
        self._is_built = True
        self._centre = QPointF()
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setSceneRect(QRectF(-_WORLD_PX, -_WORLD_PX, 2 * _WORLD_PX, 2 * _WORLD_PX))

    @property
    def zoom(self) -> float:
        """How many logical pixels a scene pixel has."""
        return float(self.transform().m11())

    def visible_rect(self) -> QRectF:
        """The part of the scene that is shown."""
        return self.mapToScene(self.viewport().rect()).boundingRect()

    def bring_into_view(self, rect: QRectF) -> None:
        """Scroll to a part of the scene when it is not wholly shown."""
        if not self.visible_rect().contains(rect):
            self.set_view(self.zoom, rect.center())

    def set_view(self, zoom: float, centre: QPointF) -> None:
        """Show the scene at a zoom (kept within 15 to 300 %) with a point of it in the middle."""
        zoom = max(MIN_ZOOM, min(MAX_ZOOM, zoom))
        self.setTransform(QTransform.fromScale(zoom, zoom))
        self.centerOn(centre)
        self._centre = QPointF(centre)
        self.view_changed.emit()

    def zoom_about(self, zoom: float, at: QPointF) -> None:
        """Zoom so that the point of the scene under `at` (viewport pixels) stays there."""
        zoom = max(MIN_ZOOM, min(MAX_ZOOM, zoom))
        under = self.mapToScene(at.toPoint())
        middle = QRectF(self.viewport().rect()).center()
        self.set_view(zoom, under - (at - middle) / zoom)

    def pan_by(self, delta: QPointF) -> None:
        """Move the view by viewport pixels."""
        self.set_view(self.zoom, self._centre + delta / self.zoom)

    def fit(self, rect: QRectF, *, taken_left_px: float = 0.0) -> None:
        """Show a part of the scene as large as it fits, at most at 100 %.

        `taken_left_px`: width at the left that something lies over; the part is moved out of it where there is room.
        """
        if rect.isEmpty():
            return
        room = QSizeF(self.viewport().size()) - QSizeF(2 * FIT_MARGIN_PX, 2 * FIT_MARGIN_PX)
        zoom = min(room.width() / rect.width(), room.height() / rect.height(), 1.0)
        free = room.width() - rect.width() * zoom
        aside = max(0.0, min(free / 2, taken_left_px - free / 2))
        self.set_view(zoom, rect.center() - QPointF(aside / zoom, 0))

    def _update_scene(self) -> None:
        """Upstream fits a scene rectangle here; our zoom is the view's transform alone."""
        if self._is_built:
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        QGraphicsView.resizeEvent(self, event)
        if self._is_built:
            self.set_view(self.zoom, self._centre)

    def wheelEvent(self, event: QWheelEvent) -> None:
        pixels, is_touchpad = event.pixelDelta(), event.phase() != Qt.ScrollPhase.NoScrollPhase
        wants_zoom = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if is_touchpad and not pixels.isNull() and not wants_zoom:
            self.pan_by(-QPointF(pixels))
        else:
            self.zoom_about(self.zoom * _WHEEL_STEP ** event.angleDelta().y(), event.position())
        event.accept()

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        painter.fillRect(rect, theme.colour("canvas"))
        if self.zoom < 0.35:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        step = _GRID_PX if self.zoom >= 0.7 else _GRID_PX * 2
        pen = QPen(theme.colour("line2"), 1.5)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setOpacity(0.55)
        painter.translate(math.floor(rect.left() / step) * step, math.floor(rect.top() / step) * step)
        painter.drawPoints(_dots(math.ceil(rect.width() / step) + 2, math.ceil(rect.height() / step) + 2, step))
        painter.restore()


@functools.lru_cache(maxsize=8)
def _dots(columns: int, rows: int, step: int) -> QPolygonF:
    """A grid of points from the origin on."""
    return QPolygonF([QPointF(column * step, row * step) for row in range(rows) for column in range(columns)])
