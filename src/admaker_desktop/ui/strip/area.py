"""The strip's tracks: painted where they are seen, scrolled, zoomed, scrubbed with mouse and keys."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from qtpy.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from qtpy.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from qtpy.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from admaker_desktop.ui.strip import paint
from admaker_desktop.ui.strip.layout import HEAD_PX, RULER_PX, TrackBox, lay_out
from admaker_desktop.ui.strip.media import StripMedia
from admaker_desktop.ui.strip.scale import Scale
from admaker_desktop.ui.strip.words import clip_tip
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.fonts import ui_font

if TYPE_CHECKING:
    from admaker_desktop.project.content import ContentStore
    from admaker_desktop.ui.jobs import Jobs
    from admaker_desktop.ui.strip.cut import Cut, StripClip

_FRAME_PX = 24.0
"""Width of one frame at the strongest zoom."""
_AFTER_END_PX = 26
_PAGE = 0.12
"""Where the playhead lands, as a share of the width, when the view turns a page after it."""
_CLICK_PX = 3
_HEAD_REACH_PX = 8
_KEY_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_SHIFT_STEP = 10
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
        self._cut: Cut | None = None
        self._boxes: tuple[TrackBox, ...] = ()
        self._zoom = 0.0
        self._px_per_s = 1.0
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
    def frame(self) -> int:
        """Where the playhead is."""
        return self._frame

    @property
    def zoom(self) -> float:
        """0: the whole cut is in view; 1: single frames can be told apart."""
        return self._zoom

    @property
    def selected(self) -> str:
        """The id of the clip that was clicked last; empty for none."""
        return self._selected

    def show_cut(self, cut: Cut | None, store: ContentStore | None, jobs: Jobs | None) -> None:
        """Show another cut, or none; the playhead stays where it is if that is still inside."""
        self._cut = cut
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
        """What is said while there is no cut."""
        self._empty_text = text
        self._repaint()

    def set_frame(self, frame: int) -> None:
        """Move the playhead without telling anybody; the view follows it unless the user holds it."""
        if self._cut is None:
            return
        frame = min(max(0, frame), self._cut.frames - 1)
        if frame == self._frame:
            return
        before = self._playhead_rect()
        self._frame = frame
        if self._pressed_at is None:
            self._follow()
        self.viewport().update(before)
        self.viewport().update(self._playhead_rect())
        self.viewport().update(0, 0, HEAD_PX, RULER_PX)

    def set_zoom(self, zoom: float, anchor_px: float | None = None) -> None:
        """Zoom, 0..1; the time under `anchor_px` (of the tracks; default: the playhead) keeps its place."""
        zoom = min(1.0, max(0.0, zoom))
        if zoom == self._zoom or self._cut is None:
            return
        scale = self._scale()
        head = scale.x_at(self._cut.rate.ticks_at(self._frame))
        is_seen = 0 <= head <= self._tracks_width()
        anchor = anchor_px if anchor_px is not None else head if is_seen else self._tracks_width() / 2
        ticks = scale.ticks_at(anchor)
        self._zoom = zoom
        self._arrange()
        self.horizontalScrollBar().setValue(round(Scale(self._px_per_s).x_at(ticks) - anchor))
        self.zoomed.emit()

    def clip_rect(self, clip_id: str) -> QRect:
        """Where a clip lies in the viewport; an empty rectangle for an unknown id."""
        for box in self._boxes:
            for clip in box.track.clips:
                if clip.id == clip_id:
                    return self._clip_rect(box, clip).toAlignedRect()
        return QRect()

    @property
    def cut(self) -> Cut | None:
        """What is shown."""
        return self._cut

    @property
    def is_complete(self) -> bool:
        """Whether every picture and outline has arrived or failed."""
        return self._media.is_complete

    def frame_at(self, x: float) -> int:
        """The frame at a place of the viewport."""
        ticks = max(0, self._scale().ticks_at(x - HEAD_PX))
        return self._cut.rate.frames_in(ticks) if self._cut else 0

    def ruler_x(self, frame: int) -> int:
        """Where a frame begins in the viewport."""
        return round(self._x_of(frame))

    def stop(self) -> None:
        """Drop what is being loaded."""
        self._media.stop()

    # events

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        if self._cut is None:
            self._paint_empty(painter)
            return
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = self._draw_picture(self._cut, ratio)
        target = QRectF(event.rect())
        source = QRectF(target.x() * ratio, target.y() * ratio, target.width() * ratio, target.height() * ratio)
        painter.drawPixmap(target, self._picture, source)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.paint_time(painter, self._frame, self._cut)
        painter.setClipRect(QRect(HEAD_PX, 0, self.viewport().width() - HEAD_PX, self.viewport().height()))
        paint.paint_playhead(painter, self._x_of(self._frame), self.viewport().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        del dx, dy
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
        if event.button() != Qt.MouseButton.LeftButton or self._cut is None or place.x() < HEAD_PX - _HEAD_REACH_PX:
            super().mousePressEvent(event)
            return
        self._pressed_at, self._is_dragged = place, False
        self._scrub_to(place.x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._pressed_at is None:
            clip = self._clip_at(place)
            self._hover(clip.id if clip else "")
            on_ruler = self._cut is not None and place.y() < RULER_PX and place.x() >= HEAD_PX
            self.viewport().setCursor(Qt.CursorShape.SizeHorCursor if on_ruler else Qt.CursorShape.ArrowCursor)
            return
        if (place - self._pressed_at).manhattanLength() > _CLICK_PX:
            self._is_dragged = True
        if self._is_dragged:
            self._scrub_to(place.x())
            self._follow()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed_at is None:
            super().mouseReleaseEvent(event)
            return
        clip = None if self._is_dragged else self._clip_at(self._pressed_at)
        self._pressed_at = None
        if clip is not None:
            self._select(clip.id)
            self.clip_activated.emit(clip.id)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            factor = _WHEEL_ZOOM ** turn.y()
            self._zoom_by(factor, event.position().x() - HEAD_PX)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier or self.verticalScrollBar().maximum() == 0:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - (turn.x() or turn.y()))
        else:
            super().wheelEvent(event)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self._cut is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif key in _KEY_STEPS:
            self._move_to(self._frame + _KEY_STEPS[Qt.Key(key)] * (_SHIFT_STEP if shift else 1))
        elif key == Qt.Key.Key_Home:
            self._move_to(0)
        elif key == Qt.Key.Key_End:
            self._move_to(self._cut.frames - 1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom_by(1.5, None)
        elif key == Qt.Key.Key_Minus:
            self._zoom_by(1 / 1.5, None)
        elif key in (Qt.Key.Key_0, Qt.Key.Key_F):
            self.set_zoom(0.0)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    # geometry

    def _tracks_width(self) -> int:
        return max(1, self.viewport().width() - HEAD_PX)

    def _fit_px_per_s(self) -> float:
        seconds = self._cut.seconds if self._cut else 1.0
        return max(1.0, self._tracks_width() - _AFTER_END_PX) / max(seconds, 0.001)

    def _strongest_px_per_s(self) -> float:
        fps = float(self._cut.rate.fps) if self._cut else 30.0
        return max(_FRAME_PX * fps, self._fit_px_per_s())

    def _scale(self) -> Scale:
        return Scale(self._px_per_s, float(self.horizontalScrollBar().value()))

    def _x_of(self, frame: int) -> float:
        return HEAD_PX + (self._scale().x_at(self._cut.rate.ticks_at(frame)) if self._cut else 0.0)

    def _arrange(self) -> None:
        """Heights, zoom and scroll ranges for the room there is."""
        cut = self._cut
        if cut is None:
            self._boxes = ()
            self.horizontalScrollBar().setRange(0, 0)
            self.verticalScrollBar().setRange(0, 0)
            self._repaint()
            return
        fit, strongest = self._fit_px_per_s(), self._strongest_px_per_s()
        self._px_per_s = fit * (strongest / fit) ** self._zoom
        room = max(0, self.viewport().height() - RULER_PX)
        self._boxes = lay_out(cut, room)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        full = 0 if self._zoom == 0 else round(cut.seconds * self._px_per_s + _AFTER_END_PX)
        across.setRange(0, max(0, full - self._tracks_width()))
        across.setPageStep(self._tracks_width())
        height = self._boxes[-1].y + self._boxes[-1].height
        down.setRange(0, max(0, height - room))
        down.setPageStep(room)
        self._repaint()

    def _clip_rect(self, box: TrackBox, clip: StripClip) -> QRectF:
        scale = self._scale()
        left, right = scale.x_at(clip.start_ticks), scale.x_at(clip.end_ticks)
        top = RULER_PX - self.verticalScrollBar().value() + box.clip_y(clip.row)
        return QRectF(HEAD_PX + left, top, max(3.0, right - left), box.clip_px)

    def _clip_at(self, place: QPoint) -> StripClip | None:
        if place.x() < HEAD_PX or place.y() < RULER_PX:
            return None
        for box in self._boxes:
            for clip in reversed(box.track.clips):
                if self._clip_rect(box, clip).contains(QPointF(place)):
                    return clip
        return None

    def _playhead_rect(self) -> QRect:
        x = round(self._x_of(self._frame))
        return QRect(x - _HEAD_REACH_PX, 0, 2 * _HEAD_REACH_PX, self.viewport().height())

    # painting

    def _repaint(self) -> None:
        self._picture = None
        self.viewport().update()

    def _draw_picture(self, cut: Cut, ratio: float) -> QPixmap:
        picture = QPixmap(self.viewport().size() * ratio)
        picture.setDevicePixelRatio(ratio)
        self._draw(picture, cut, QRectF(self.viewport().rect()))
        return picture

    def _draw(self, picture: QPixmap, cut: Cut, part: QRectF) -> None:
        """Draw what is in a part of the viewport, all but the playhead."""
        size, scrolled, scale = self.viewport().size(), self.verticalScrollBar().value(), self._scale()
        heads = QRectF(0, RULER_PX, HEAD_PX, size.height() - RULER_PX)
        tracks = QRectF(HEAD_PX, RULER_PX, size.width() - HEAD_PX, heads.height())
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if part.intersects(tracks):
            painter.setClipRect(tracks.intersected(part))
            paint.paint_grounds(painter, tracks.adjusted(0, -scrolled, 0, 0), self._boxes, scale, cut)
            for box in self._boxes:
                self._draw_clips(painter, box, tracks, part)
        if part.intersects(heads):
            painter.setClipRect(heads.intersected(part))
            painter.fillRect(heads, theme.colour("panel"))
            for box in self._boxes:
                paint.paint_head(painter, box, RULER_PX - scrolled, cut, self._media)
        if part.top() < RULER_PX:
            painter.setClipRect(part)
            paint.paint_ruler(painter, QRectF(HEAD_PX, 0, tracks.width(), RULER_PX), scale, cut)
            painter.fillRect(QRectF(0, 0, HEAD_PX, RULER_PX), theme.colour("panel"))
            paint.hairline(painter, 0, HEAD_PX, RULER_PX)
            painter.fillRect(QRectF(HEAD_PX - 1, 0, 1, size.height()), theme.colour("line"))
        painter.end()

    def _draw_clips(self, painter: QPainter, box: TrackBox, seen: QRectF, part: QRectF) -> None:
        for clip in box.track.clips:
            rect = self._clip_rect(box, clip)
            if rect.intersects(seen) and rect.intersects(part):
                state = "selected" if clip.id == self._selected else "hovered" if clip.id == self._hovered else ""
                paint.paint_clip(painter, clip, rect, seen, self._media, state=state)
        for clip in box.track.clips:
            if clip.fade_in_ticks:
                rect = self._clip_rect(box, clip)
                paint.paint_join(painter, rect.left(), rect.center().y())

    def _paint_empty(self, painter: QPainter) -> None:
        painter.fillRect(self.viewport().rect(), theme.colour("bg"))
        painter.setFont(ui_font(13))
        painter.setPen(theme.colour("t3"))
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        painter.drawText(QRectF(self.viewport().rect()).adjusted(24, 8, -24, -8), flags, self._empty_text)

    # what the user does

    def _scrub_to(self, x: float) -> None:
        self._move_to(self.frame_at(x))

    def _move_to(self, frame: int) -> None:
        before = self._frame
        self.set_frame(frame)
        if self._frame != before:
            self.scrubbed.emit(self._frame)

    def _follow(self) -> None:
        """Turn the page when the playhead has left the view."""
        bar, x = self.horizontalScrollBar(), self._x_of(self._frame) - HEAD_PX
        if bar.maximum() and not 0 <= x <= self._tracks_width() - 2:
            bar.setValue(round(bar.value() + x - self._tracks_width() * _PAGE))

    def _zoom_by(self, factor: float, anchor_px: float | None) -> None:
        fit, strongest = self._fit_px_per_s(), self._strongest_px_per_s()
        if strongest > fit:
            self.set_zoom(self._zoom + log(factor) / log(strongest / fit), anchor_px)

    def _hover(self, clip_id: str) -> None:
        before, self._hovered = self._hovered, clip_id
        self._repaint_clips(before, clip_id)

    def _select(self, clip_id: str) -> None:
        before, self._selected = self._selected, clip_id
        self._repaint_clips(before, clip_id)

    def _repaint_clips(self, *clip_ids: str) -> None:
        """Draw single clips anew in the kept picture."""
        if self._picture is None or self._cut is None or len(set(clip_ids)) < 2:
            return
        for clip_id in filter(None, clip_ids):
            rect = self.clip_rect(clip_id)
            self._draw(self._picture, self._cut, QRectF(rect))
            self.viewport().update(rect)

    def _show_tip(self, event: QHelpEvent) -> None:
        clip = self._clip_at(event.pos())
        if clip is None or self._cut is None:
            QToolTip.hideText()
            return
        for box in self._boxes:
            if clip in box.track.clips:
                rect = self._clip_rect(box, clip).toRect()
                QToolTip.showText(event.globalPos(), clip_tip(clip, self._cut), self.viewport(), rect)
