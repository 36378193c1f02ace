"""The strip's tracks: painted where they are seen, scrolled, zoomed, scrubbed with mouse and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qtpy.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from qtpy.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from qtpy.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from admaker_desktop.ui.strip import paint
from admaker_desktop.ui.strip.layout import HEAD_PX, RULER_PX
from admaker_desktop.ui.strip.media import StripMedia
from admaker_desktop.ui.strip.scale import Scale
from admaker_desktop.ui.strip.view import StripView
from admaker_desktop.ui.strip.words import clip_tip
from admaker_desktop.ui.theme import theme

if TYPE_CHECKING:
    from admaker_desktop.project.content import ContentStore
    from admaker_desktop.ui.jobs import Jobs
    from admaker_desktop.ui.strip.cut import Cut, StripClip

_PAGE = 0.12
"""Where the playhead lands, as a share of the width, when the view turns a page after it."""
_CLICK_PX = 3
_HEAD_REACH_PX = 8
_KEY_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_SHIFT_STEP = 10
_KEY_ZOOM = 1.5
_WHEEL_ZOOM = 1.0015


class TrackArea(QAbstractScrollArea):
    """Ruler, heads and tracks of a cut. GUI thread. A picture of everything is kept; the playhead lies above it."""

    scrubbed = Signal(int)
    """The user has moved the playhead to this frame."""
    clip_activated = Signal(str)
    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.horizontalScrollBar().setSingleStep(40)
        self.verticalScrollBar().setSingleStep(24)
        self._empty_text = ""
        self._view = StripView()
        self._frame = 0
        self._hovered = ""
        self._selected = ""
        self._pressed_at: QPoint | None = None
        self._is_dragged = False
        self._picture: QPixmap | None = None
        self._media = StripMedia(self)
        self._media.arrived.connect(self._repaint)
        theme.changed.connect(self._repaint)

    @property
    def cut(self) -> Cut | None:
        """What is shown."""
        return self._view.cut

    @property
    def frame(self) -> int:
        """Where the playhead is."""
        return self._frame

    @property
    def zoom(self) -> float:
        """0: the whole cut is in view; 1: single frames can be told apart."""
        return self._view.zoom

    @property
    def selected(self) -> str:
        """The id of the clip that was clicked last; empty for none."""
        return self._selected

    @property
    def is_complete(self) -> bool:
        """Whether every picture and outline has arrived or failed."""
        return self._media.is_complete

    def show_cut(self, cut: Cut | None, store: ContentStore | None, jobs: Jobs | None) -> None:
        """Show another cut, or none; the playhead stays where it is if that is still inside."""
        self._view.cut = cut
        self._hovered = ""
        known = {clip.id for track in cut.tracks for clip in track.clips} if cut else set()
        self._selected = self._selected if self._selected in known else ""
        self._frame = min(self._frame, cut.frames - 1) if cut else 0
        if store is None or jobs is None:
            self._media.stop()
        else:
            self._media.show(cut, store, jobs)
        self._arrange()

    def set_empty_text(self, text: str) -> None:
        """What is said while there is no cut; other words have changed too, so all is painted again."""
        self._empty_text = text
        self._repaint()

    def set_frame(self, frame: int) -> None:
        """Move the playhead without telling anybody; the view follows it unless the user holds it."""
        if self.cut is None:
            return
        frame = min(max(0, frame), self.cut.frames - 1)
        if frame == self._frame:
            return
        before = self._playhead_rect()
        self._frame = frame
        if self._pressed_at is None:
            self._follow()
        for rect in (before, self._playhead_rect(), QRect(0, 0, HEAD_PX, RULER_PX)):
            self.viewport().update(rect)

    def set_zoom(self, zoom: float, anchor_px: float | None = None) -> None:
        """Zoom, 0..1; the time under `anchor_px` (of the tracks; default: the playhead) keeps its place."""
        zoom = min(1.0, max(0.0, zoom))
        if zoom == self.zoom or self.cut is None:
            return
        if anchor_px is None:
            head = self._view.x_at(self._frame) - HEAD_PX
            anchor_px = head if 0 <= head <= self._view.width_px else self._view.width_px / 2
        ticks = self._view.scale.ticks_at(anchor_px)
        self._view.zoom = zoom
        self._arrange()
        self.horizontalScrollBar().setValue(round(Scale(self._view.scale.px_per_s).x_at(ticks) - anchor_px))
        self.zoomed.emit()

    def clip_rect(self, clip_id: str) -> QRect:
        """Where a clip lies in the viewport; an empty rectangle for an unknown id."""
        return next((rect.toAlignedRect() for clip, rect in self._view.clips() if clip.id == clip_id), QRect())

    def frame_at(self, x: float) -> int:
        """The frame at a place of the viewport."""
        return self._view.frame_at(x)

    def ruler_x(self, frame: int) -> int:
        """Where a frame begins in the viewport."""
        return round(self._view.x_at(frame))

    def stop(self) -> None:
        """Drop what is being loaded."""
        self._media.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            if self.cut is None:
                paint.paint_empty(painter, QRectF(self.viewport().rect()), self._empty_text)
                return
            ratio = self.devicePixelRatioF()
            if self._picture is None or self._picture.devicePixelRatio() != ratio:
                self._picture = QPixmap(self.viewport().size() * ratio)
                self._picture.setDevicePixelRatio(ratio)
                self._draw(self._picture, QRectF(self.viewport().rect()))
            target = QRectF(event.rect())
            source = QRectF(target.x() * ratio, target.y() * ratio, target.width() * ratio, target.height() * ratio)
            painter.drawPixmap(target, self._picture, source)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint.paint_time(painter, self._frame, self.cut)
            painter.setClipRect(self._view.tracks.united(self._view.ruler))
            paint.paint_playhead(painter, self._view.x_at(self._frame), self.viewport().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        del dx, dy
        self._view.left_px, self._view.top_px = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        self._repaint()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._repaint()
        super().changeEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        if event.type() == QEvent.Type.Leave:
            self._hover("")
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton or self.cut is None or place.x() < HEAD_PX - _HEAD_REACH_PX:
            super().mousePressEvent(event)
            return
        self._pressed_at, self._is_dragged = place, False
        self._move_to(self.frame_at(place.x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._pressed_at is None:
            found = self._view.clip_at(event.position())
            self._hover(found[0].id if found else "")
            on_ruler = self.cut is not None and self._view.ruler.contains(event.position())
            self.viewport().setCursor(Qt.CursorShape.SizeHorCursor if on_ruler else Qt.CursorShape.ArrowCursor)
            return
        if (place - self._pressed_at).manhattanLength() > _CLICK_PX:
            self._is_dragged = True
        if self._is_dragged:
            self._move_to(self.frame_at(place.x()))
            self._follow()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed_at is None:
            super().mouseReleaseEvent(event)
            return
        found = None if self._is_dragged else self._view.clip_at(QPointF(self._pressed_at))
        self._pressed_at = None
        if found is not None:
            self._select(found[0].id)
            self.clip_activated.emit(found[0].id)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn, keys = event.angleDelta(), event.modifiers()
        if keys & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._view.zoom_by(_WHEEL_ZOOM ** turn.y()), event.position().x() - HEAD_PX)
        elif keys & Qt.KeyboardModifier.ShiftModifier or turn.x() or self.verticalScrollBar().maximum() == 0:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - (turn.x() or turn.y()))
        else:
            super().wheelEvent(event)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, keys = event.key(), event.modifiers()
        if self.cut is None or keys & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif key in _KEY_STEPS:
            far = _SHIFT_STEP if keys & Qt.KeyboardModifier.ShiftModifier else 1
            self._move_to(self._frame + _KEY_STEPS[Qt.Key(key)] * far)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._move_to(0 if key == Qt.Key.Key_Home else self.cut.frames - 1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.set_zoom(self._view.zoom_by(_KEY_ZOOM))
        elif key == Qt.Key.Key_Minus:
            self.set_zoom(self._view.zoom_by(1 / _KEY_ZOOM))
        elif key == Qt.Key.Key_F:
            self.set_zoom(0.0)
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        """Places for the room there is, and how far they can be scrolled."""
        view = self._view
        view.arrange(self.viewport().size())
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, view.full_width_px - view.width_px) if self.cut else 0)
        across.setPageStep(view.width_px)
        down.setRange(0, max(0, view.full_height_px - view.room_px))
        down.setPageStep(view.room_px)
        self._repaint()

    def _playhead_rect(self) -> QRect:
        x = round(self._view.x_at(self._frame))
        return QRect(x - _HEAD_REACH_PX, 0, 2 * _HEAD_REACH_PX, self.viewport().height())

    def _repaint(self) -> None:
        self._picture = None
        self.viewport().update()

    def _draw(self, picture: QPixmap, part: QRectF) -> None:
        """Draw what is in a part of the viewport, all but the playhead."""
        with QPainter(picture) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            paint.paint_strip(painter, part, self._view, self._media, self._state)

    def _state(self, clip: StripClip) -> str:
        return "selected" if clip.id == self._selected else "hovered" if clip.id == self._hovered else ""

    def _move_to(self, frame: int) -> None:
        before = self._frame
        self.set_frame(frame)
        if self._frame != before:
            self.scrubbed.emit(self._frame)

    def _follow(self) -> None:
        """Turn the page when the playhead has left the view."""
        bar, x = self.horizontalScrollBar(), self._view.x_at(self._frame) - HEAD_PX
        if bar.maximum() and not 0 <= x <= self._view.width_px - 2:
            bar.setValue(round(bar.value() + x - self._view.width_px * _PAGE))

    def _hover(self, clip_id: str) -> None:
        before, self._hovered = self._hovered, clip_id
        self._repaint_clips(before, clip_id)

    def _select(self, clip_id: str) -> None:
        before, self._selected = self._selected, clip_id
        self._repaint_clips(before, clip_id)

    def _repaint_clips(self, *clip_ids: str) -> None:
        """Draw single clips anew in the kept picture."""
        if self._picture is None or self.cut is None or len(set(clip_ids)) < len(clip_ids):
            return
        for clip_id in filter(None, clip_ids):
            rect = self.clip_rect(clip_id)
            self._draw(self._picture, QRectF(rect))
            self.viewport().update(rect)

    def _show_tip(self, event: QHelpEvent) -> None:
        found = self._view.clip_at(QPointF(event.pos()))
        if found is None or self.cut is None:
            QToolTip.hideText()
            return
        clip, rect = found
        QToolTip.showText(event.globalPos(), clip_tip(clip, self.cut), self.viewport(), rect.toAlignedRect())
