"""The whole graph as blocks with a frame around what is shown; pressing or dragging in it moves the view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qtpy.QtCore import QPointF, QRectF, QSize, Qt, Signal
from qtpy.QtGui import QMouseEvent, QPaintEvent, QPen
from qtpy.QtWidgets import QWidget

from admaker_desktop.ui.i18n import Translated, tr
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.widgets.paint import box, faded, start

SIZE = QSize(184, 104)
_MARGIN_PX = 8.0


@dataclass(frozen=True, slots=True)
class Block:
    """A node: its place in the scene and its colour family; a state that needs eyes has its own colour."""

    rect: QRectF
    family: str
    tone: str


class MiniMap(Translated):
    """Paints what its two functions answer: the blocks, and the part of the scene that is shown. GUI thread."""

    centre_asked = Signal(QPointF)
    """The point of the scene that is to be in the middle."""

    def __init__(
        self, blocks: Callable[[], Sequence[Block]], shown: Callable[[], QRectF], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._blocks = blocks
        self._shown = shown
        self.setFixedSize(SIZE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(tr("Map of the flow"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._ask(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._ask(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start(self)
        box(painter, QRectF(self.rect()), 9, faded(theme.colour("panel"), 0.94), theme.colour("line"))
        blocks = self._blocks()
        scale, origin = self._fit(blocks)
        painter.setPen(Qt.PenStyle.NoPen)
        for block in blocks:
            colour = theme.colour(block.tone) if block.tone != "neutral" else faded(theme.family(block.family), 0.78)
            painter.setBrush(colour)
            painter.drawRoundedRect(self._mapped(block.rect, scale, origin), 2, 2)
        frame = self._mapped(self._shown(), scale, origin).intersected(QRectF(self.rect()).adjusted(3, 3, -3, -3))
        painter.setPen(QPen(theme.colour("acct"), 1.2))
        painter.setBrush(faded(theme.colour("acc"), 0.10))
        painter.drawRoundedRect(frame, 3, 3)
        painter.end()

    def _fit(self, blocks: Sequence[Block]) -> tuple[float, QPointF]:
        """Scale, and the point of the scene in the middle of the map."""
        whole = QRectF()
        for block in blocks:
            whole = whole.united(block.rect)
        whole = whole if not whole.isEmpty() else QRectF(0, 0, 1, 1)
        room = QRectF(self.rect()).adjusted(_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX)
        return min(room.width() / whole.width(), room.height() / whole.height()), whole.center()

    def _mapped(self, rect: QRectF, scale: float, origin: QPointF) -> QRectF:
        middle = QRectF(self.rect()).center()
        corner = (rect.topLeft() - origin) * scale + middle
        return QRectF(corner.x(), corner.y(), rect.width() * scale, rect.height() * scale)

    def _ask(self, event: QMouseEvent) -> None:
        scale, origin = self._fit(self._blocks())
        self.centre_asked.emit((event.position() - QRectF(self.rect()).center()) / scale + origin)
