"""The picture of the player: letterboxed, sharp at every pixel ratio, with what is said when there is none."""

from __future__ import annotations

from typing import Literal

from qtpy.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from qtpy.QtGui import (
    QBrush,
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygonF,
    QResizeEvent,
    QTransform,
)
from qtpy.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from admaker_desktop.ui.i18n import Translated, tr
from admaker_desktop.ui.player.engine import Outline
from admaker_desktop.ui.player.zones import SafeArea, paint_zone
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.focus import FOCUS_RADIUS
from admaker_desktop.ui.theme.fonts import ui_font
from admaker_desktop.ui.theme.icons import paint_icon
from admaker_desktop.ui.widgets import Button, Label, Spinner, paint

_RADIUS_PX, _CORNER_PX = 8, 6
_QUIET_MS = 200
"""Loading says nothing for so long (design system, Empty, error, loading)."""
_PLAY_PX, _PLAY_ICON_PX = 56, 24
_EMPTY_ICON_PX = 24
_SMALLEST = QSize(120, 90)

State = Literal["empty", "picture", "sound", "error"]


class PictureView(Translated):
    """Shows one image, or a sentence. GUI thread."""

    clicked = Signal()
    resized = Signal()
    """The place for the picture has another size."""
    retry = Signal()

    def __init__(self, parent: QWidget | None = None, *, is_bare: bool = False, has_button: bool = False) -> None:
        super().__init__(parent)
        self._is_bare, self._has_button = is_bare, has_button
        self._state: State = "empty"
        self._image: QImage | None = None
        self._full = (0, 0)
        self._area: SafeArea | None = None
        self._outline: Outline = ()
        self._share = 0.0
        self._is_playing = False
        self._family = "voice"
        self._empty_words = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty(FOCUS_RADIUS, _RADIUS_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._notice = _Notice(self)
        self._notice.hide()
        self._notice.retry.connect(self.retry)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(self._notice)
        self._spinner = Spinner(24, self)
        self._spinner.hide()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_QUIET_MS)
        self._patience.timeout.connect(self._show_spinner)
        theme.changed.connect(self.update)
        self.retranslate()

    def retranslate(self) -> None:
        if not self._empty_words:
            self.setAccessibleDescription(tr("The ad plays here after the first run"))
        self.update()

    # -- what is shown ---------------------------------------------------------------------------------------------

    @property
    def image(self) -> QImage | None:
        """The frame that is shown."""
        return self._image

    def set_full_size(self, width: int, height: int) -> None:
        """The source's own size in pixels: the shape of the picture, and never shown sharper than that."""
        self._full = (width, height)
        if width and self._state != "picture":
            self._image = None
            self._set_state("picture")
        self.update()

    def show_image(self, image: QImage) -> None:
        """A frame, in any size of the source's shape."""
        self._image = image
        self._set_state("picture")
        self.update()

    def show_sound(self, outline: Outline, family: str) -> None:
        """A waveform in the colour of a port family."""
        self._outline, self._family, self._image = outline, family, None
        self._set_state("sound")

    def show_share(self, share: float) -> None:
        """How much of a sound has been played, 0..1."""
        if self._state == "sound" and share != self._share:
            self._share = share
            self.update()

    def show_nothing(self) -> None:
        self._image = None
        self._set_state("empty")

    def show_error(self, sentence: str, hint: str) -> None:
        self._image = None
        self._notice.tell(sentence, hint)
        self._set_state("error")

    def set_empty_words(self, words: str) -> None:
        """Another sentence for when there is nothing; already translated."""
        self._empty_words = words
        self.setAccessibleDescription(words)
        self.update()

    def set_loading(self, on: bool) -> None:
        """A spinner after a fifth of a second; what is shown stays, but for an error."""
        if on and self._state == "error":
            self._set_state("picture")
        if on and not self._patience.isActive() and not self._spinner.isVisible():
            self._patience.start()
        elif not on:
            self._patience.stop()
            self._spinner.hide()

    def set_zone(self, area: SafeArea | None) -> None:
        """What a platform covers, drawn over the picture."""
        self._area = area
        self.update()

    def set_playing(self, on: bool) -> None:
        if on != self._is_playing:
            self._is_playing = on
            self.update()

    def wanted_size(self) -> tuple[int, int]:
        """The size in real pixels in which frames are needed; (0, 0) while there is no picture or no room."""
        if not self._full[0] or not self.isVisible():
            return 0, 0
        ratio = self.devicePixelRatioF()
        rect = self.picture_rect()
        width, height = round(rect.width() * ratio), round(rect.height() * ratio)
        if width >= self._full[0]:
            return self._full
        return max(2, width), max(2, height)

    def picture_rect(self) -> QRectF:
        """Where the picture stands, in logical pixels, on whole real ones."""
        width, height = self._full
        if not width or not height:
            return QRectF(self.rect())
        ratio = self.devicePixelRatioF()
        room_x, room_y = self.width() * ratio, self.height() * ratio
        factor = min(room_x / width, room_y / height)
        across, down = max(1, round(width * factor)), max(1, round(height * factor))
        left, top = round((room_x - across) / 2), round((room_y - down) / 2)
        return QRectF(left / ratio, top / ratio, across / ratio, down / ratio)

    # -- Qt --------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(316, 178)

    def minimumSizeHint(self) -> QSize:
        return _SMALLEST

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spinner.move((self.width() - self._spinner.width()) // 2, (self.height() - self._spinner.height()) // 2)
        self.resized.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.DevicePixelRatioChange):
            self.resized.emit()
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # the panel's business

    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.start(self) as painter:
            whole = QRectF(self.rect())
            if self._is_bare:
                painter.fillRect(whole, QColor(0, 0, 0))
            else:
                paint.box(painter, whole, _RADIUS_PX, theme.colour("canvas"), theme.colour("line"))
            if self._state == "picture" and self._image is not None:
                self._paint_picture(painter, self._image)
            elif self._state == "sound":
                self._paint_sound(painter, whole)
            elif self._state == "empty" and not self._spinner.isVisible():
                self._paint_empty(painter, whole)
            if self._has_button and self._state in ("picture", "sound") and (not self._is_playing or self.underMouse()):
                self._paint_button(painter, whole)

    def _paint_picture(self, painter: QPainter, image: QImage) -> None:
        rect = self.picture_rect()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._is_bare:
            painter.drawImage(rect, image)
        else:
            brush = QBrush(image)
            scale = QTransform.fromScale(rect.width() / image.width(), rect.height() / image.height())
            brush.setTransform(scale * QTransform.fromTranslate(rect.left(), rect.top()))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(brush)
            touches = min(rect.left(), rect.top()) < 1 and rect.width() > self.width() - 2
            radius = _RADIUS_PX if touches else _CORNER_PX
            painter.drawRoundedRect(rect, radius, radius)
        if self._area is not None:
            paint_zone(painter, rect, self._area)

    def _paint_sound(self, painter: QPainter, whole: QRectF) -> None:
        room = whole.adjusted(14, 14, -14, -14)
        painter.setPen(Qt.PenStyle.NoPen)
        count = max(1, int(room.width() // 4))
        outline = self._outline or ((0.0, 0.0),)
        loudest = max((max(-low, high) for low, high in outline), default=0.0) or 1.0
        played = theme.family(self._family)
        ahead = paint.faded(played, 0.4)
        for bar in range(count):
            first = bar * len(outline) // count
            part = outline[first : max(first + 1, (bar + 1) * len(outline) // count)]
            reach = max(max(-low, high) for low, high in part) / loudest
            height = max(2.0, reach * room.height() * 0.8)
            painter.setBrush(played if bar / count <= self._share else ahead)
            x = room.left() + bar * 4
            painter.drawRoundedRect(QRectF(x, room.center().y() - height / 2, 2.5, height), 1.25, 1.25)
        x = room.left() + self._share * room.width()
        painter.fillRect(QRectF(x - 0.75, room.top(), 1.5, room.height()), theme.colour("playhead"))

    def _paint_empty(self, painter: QPainter, whole: QRectF) -> None:
        middle = whole.center()
        icon = QRectF(middle.x() - _EMPTY_ICON_PX / 2, middle.y() - 30, _EMPTY_ICON_PX, _EMPTY_ICON_PX)
        paint_icon(painter, "clapperboard", icon, theme.colour("t3"))
        painter.setFont(ui_font(12))
        painter.setPen(theme.colour("t3"))
        words = self._empty_words or tr("The ad plays here after the first run")
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(QRectF(whole.left() + 12, middle.y() + 4, whole.width() - 24, 60), int(flags), words)

    def _paint_button(self, painter: QPainter, whole: QRectF) -> None:
        centre = whole.center()
        disc = QRectF(centre.x() - _PLAY_PX / 2, centre.y() - _PLAY_PX / 2, _PLAY_PX, _PLAY_PX)
        paint.box(painter, disc, _PLAY_PX / 2, QColor(10, 11, 16, 190 if self.underMouse() else 150))
        white = theme.colour("white")
        if self._is_playing:
            paint_icon(painter, "pause", _square(centre, _PLAY_ICON_PX), white)
            return
        half = _PLAY_ICON_PX / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(white)
        points = [QPointF(-half * 0.6, -half * 0.8), QPointF(half * 0.9, 0), QPointF(-half * 0.6, half * 0.8)]
        painter.drawPolygon(QPolygonF([centre + point for point in points]))

    def _set_state(self, state: State) -> None:
        if state != self._state:
            self._state = state
            self._notice.setVisible(state == "error")
        self.update()

    def _show_spinner(self) -> None:
        self._spinner.show()
        self._spinner.raise_()
        self.update()


class _Notice(Translated):
    """What went wrong, what to do, and a way to try again."""

    retry = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sentence = Label("body", wraps=True)
        self._hint = Label("hint", wraps=True)
        self._again = Button("refresh-cw", size="small")
        self._again.clicked.connect(self.retry)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addStretch(1)
        column.addWidget(_Mark(self), 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._sentence, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._again)
        row.addStretch(1)
        column.addSpacing(4)
        column.addLayout(row)
        column.addStretch(1)
        self.retranslate()

    def tell(self, sentence: str, hint: str) -> None:
        self._sentence.setText(sentence)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def retranslate(self) -> None:
        self._again.setText(tr("Try again"))


class _Mark(QWidget):
    """The icon of an error."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(24, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(paint.start(self), "triangle-alert", QRectF(2, 2, 20, 20), theme.colour("err"))


def _square(centre: QPointF, edge: float) -> QRectF:
    return QRectF(centre.x() - edge / 2, centre.y() - edge / 2, edge, edge)
