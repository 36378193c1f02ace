"""The demo ad's formats side by side: the chosen one plays, the others stand as posters that a click brings to play."""

from __future__ import annotations

from qtpy.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from qtpy.QtGui import QColor, QCursor, QImage, QLinearGradient, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from qtpy.QtWidgets import QWidget

from admaker_desktop.ui.i18n import tr
from admaker_desktop.ui.theme.fonts import ui_font
from admaker_desktop.ui.theme.icons import paint_icon
from admaker_desktop.ui.theme.tokens import RADIUS_CARD, RADIUS_CONTROL
from admaker_desktop.ui.widgets import paint

ASPECTS = ("9:16", "16:9", "1:1")
_HEIGHT = 284
_PADDING, _GAP = 14, 10
_BUTTON_PX = 44
_CAPTION_SIZES = (13, 11)
"""In pixels, the first that fits; where none does, there is no caption."""
_BLURRED_PX = 12
_WHITE = QColor(255, 255, 255)
_DIM = QColor(0, 0, 0, 110)


class DemoStage(QWidget):
    """Paints posters and the playing picture. `chosen` with another format, `toggled` for play and pause."""

    chosen = Signal(str)
    toggled = Signal()

    def __init__(self, posters: dict[str, QImage], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._posters = posters
        self._active = ASPECTS[0]
        self._picture: QImage | None = None
        self._is_playing = False
        self._hovered = ""
        self._ground = _blurred(posters[ASPECTS[1]])
        self.setFixedHeight(_HEIGHT)
        self.setMouseTracking(True)

    @property
    def active(self) -> str:
        """The format that plays."""
        return self._active

    def set_active(self, aspect: str) -> None:
        """Show another format large, its poster until its first picture comes."""
        self._active = aspect
        self._picture = None
        self.update()

    def set_picture(self, image: QImage) -> None:
        """The frame of this moment."""
        self._picture = image
        self.update(self.place_of(self._active).toAlignedRect())

    def set_playing(self, on: bool) -> None:
        if on != self._is_playing:
            self._is_playing = on
            self.update()

    def place_of(self, aspect: str) -> QRectF:
        """Where a format stands now."""
        return self._places()[aspect]

    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.start(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            rect = QRectF(self.rect())
            if event.rect() == self.rect():
                self._paint_ground(painter, rect)
            for aspect, place in self._places().items():
                if place.toAlignedRect().intersects(event.rect()):
                    self._paint_tile(painter, aspect, place)
            if self._active == "9:16":
                self._paint_caption(painter)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hovered = self._aspect_at(event.position())
        if hovered != self._hovered:
            self._hovered = hovered
            self.setCursor(QCursor(Qt.CursorShape.PointingHandCursor if hovered else Qt.CursorShape.ArrowCursor))
            self.setToolTip(self._tip())
            self.update()

    def leaveEvent(self, event: object) -> None:
        self._hovered = ""
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        aspect = self._aspect_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or not aspect:
            return
        if aspect == self._active:
            self.toggled.emit()
        else:
            self.chosen.emit(aspect)

    def _tip(self) -> str:
        if not self._hovered:
            return ""
        if self._hovered == self._active:
            return tr("Pause") if self._is_playing else tr("Play")
        return tr("Play the {aspect} version", aspect=self._hovered)

    def _paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        clip = QPainterPath()
        clip.addRoundedRect(rect.adjusted(1, 1, -1, 20), RADIUS_CARD - 1, RADIUS_CARD - 1)
        painter.save()
        painter.setClipPath(clip)
        painter.drawImage(rect, self._ground)
        shade = QLinearGradient(rect.topLeft(), rect.bottomLeft())
        shade.setColorAt(0, QColor(10, 8, 14, 150))
        shade.setColorAt(1, QColor(10, 8, 14, 205))
        painter.fillRect(rect, shade)
        painter.restore()

    def _paint_tile(self, painter: QPainter, aspect: str, place: QRectF) -> None:
        is_active = aspect == self._active
        image = self._picture if is_active and self._picture is not None else self._posters[aspect]
        clip = QPainterPath()
        clip.addRoundedRect(place, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.save()
        painter.setClipPath(clip)
        painter.drawImage(place, image)
        if not is_active and aspect != self._hovered:
            painter.fillRect(place, _DIM)
        painter.restore()
        if (is_active and not self._is_playing) or (aspect == self._hovered and not is_active):
            edge = min(_BUTTON_PX, place.width() * 0.4)
            circle = QRectF(place.center() - QPointF(edge / 2, edge / 2), QSizeF(edge, edge))
            paint.box(painter, circle, edge / 2, QColor(12, 10, 18, 170))
            icon = circle.adjusted(edge * 0.27, edge * 0.27, -edge * 0.27, -edge * 0.27)
            paint_icon(painter, "play", icon, _WHITE)

    def _paint_caption(self, painter: QPainter) -> None:
        """Words in the corner that the tall layout leaves free."""
        square = self.place_of("1:1")
        room = QRectF(square.right() + 14, square.top(), self.width() - square.right() - 14 - _PADDING, square.height())
        words = tr("One cut,\nthree formats")
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.setPen(_WHITE)
        for size in _CAPTION_SIZES:
            painter.setFont(ui_font(size, 600))
            longest = max(painter.fontMetrics().horizontalAdvance(word) for word in words.split())
            if longest <= room.width():
                painter.drawText(room, int(flags), words)
                return

    def _aspect_at(self, point: QPointF) -> str:
        return next((aspect for aspect, place in self._places().items() if place.contains(point)), "")

    def _places(self) -> dict[str, QRectF]:
        """The formats' rectangles: the active one as large as the stage allows, the others in what is left."""
        left, top = float(_PADDING), float(_PADDING)
        width, height = self.width() - 2 * left, _HEIGHT - 2 * top
        if self._active == "16:9":
            tall_h = 62.0
            wide_h = height - tall_h - _GAP
            wide_w = min(width, wide_h * 16 / 9)
            wide = QRectF((self.width() - wide_w) / 2, top, wide_w, wide_w * 9 / 16)
            below = wide.bottom() + _GAP
            tall_w = tall_h * 9 / 16
            start = (self.width() - tall_w - _GAP - tall_h) / 2
            return {
                "16:9": wide,
                "9:16": QRectF(start, below, tall_w, tall_h),
                "1:1": QRectF(start + tall_w + _GAP, below, tall_h, tall_h),
            }
        if self._active == "1:1":
            beside = width - height - _GAP
            tall_h = height - beside * 9 / 16 - _GAP
            tall_w = min(beside, tall_h * 9 / 16)
            x = left + height + _GAP
            return {
                "1:1": QRectF(left, top, height, height),
                "16:9": QRectF(x, top, beside, beside * 9 / 16),
                "9:16": QRectF(x, top + beside * 9 / 16 + _GAP, tall_w, tall_w * 16 / 9),
            }
        tall_w = height * 9 / 16
        x = left + tall_w + _GAP
        wide_w = width - tall_w - _GAP
        wide_h = wide_w * 9 / 16
        edge = height - wide_h - _GAP
        return {
            "9:16": QRectF(left, top, tall_w, height),
            "16:9": QRectF(x, top, wide_w, wide_h),
            "1:1": QRectF(x, top + wide_h + _GAP, edge, edge),
        }


def _blurred(image: QImage) -> QImage:
    """The picture as a soft ground: shrunk to a few pixels, which smooth scaling spreads again."""
    small = image.scaled(
        _BLURRED_PX,
        _BLURRED_PX,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    return small.scaled(
        16 * _BLURRED_PX,
        16 * _BLURRED_PX,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
