"""Where everything in the strip lies: the cut, its zoom, how far it is scrolled, the room it has."""

from __future__ import annotations

from collections.abc import Iterator
from math import log

from qtpy.QtCore import QPointF, QRectF, QSize

from admaker_desktop.ui.strip.cut import Cut, StripClip
from admaker_desktop.ui.strip.layout import HEAD_PX, RULER_PX, TrackBox, lay_out
from admaker_desktop.ui.strip.scale import Scale

_FRAME_PX = 24.0
"""Width of one frame at the strongest zoom."""
_AFTER_END_PX = 26
_LEAST_CLIP_PX = 3.0


class StripView:
    """Places of the viewport, in logical pixels; heads at the left and the ruler above do not scroll."""

    def __init__(self) -> None:
        self.cut: Cut | None = None
        self.boxes: tuple[TrackBox, ...] = ()
        self.zoom = 0.0
        """0: the whole cut is in view; 1: single frames can be told apart."""
        self.left_px = self.top_px = 0
        """How far it is scrolled."""
        self._size = QSize()
        self._px_per_s = 1.0

    def arrange(self, size: QSize) -> None:
        """Heights and scale for a viewport of this size."""
        self._size = size
        self.boxes = lay_out(self.cut, self.room_px) if self.cut else ()
        fit, strongest = self._fit_px_per_s(), self._strongest_px_per_s()
        self._px_per_s = fit * (strongest / fit) ** self.zoom

    @property
    def width_px(self) -> int:
        """Width of the tracks that is seen."""
        return max(1, self._size.width() - HEAD_PX)

    @property
    def room_px(self) -> int:
        """Height that there is for the tracks."""
        return max(0, self._size.height() - RULER_PX)

    @property
    def full_width_px(self) -> int:
        """Width of the whole cut."""
        seconds = self.cut.seconds if self.cut else 0.0
        return self.width_px if self.zoom == 0 else round(seconds * self._px_per_s + _AFTER_END_PX)

    @property
    def full_height_px(self) -> int:
        """Height of all tracks."""
        return self.boxes[-1].y + self.boxes[-1].height if self.boxes else 0

    @property
    def scale(self) -> Scale:
        """Times along the tracks, from where they begin."""
        return Scale(self._px_per_s, float(self.left_px))

    @property
    def heads(self) -> QRectF:
        """The tracks' names."""
        return QRectF(0, RULER_PX, HEAD_PX, self.room_px)

    @property
    def tracks(self) -> QRectF:
        """The tracks."""
        return QRectF(HEAD_PX, RULER_PX, self._size.width() - HEAD_PX, self.room_px)

    @property
    def ruler(self) -> QRectF:
        """The times above the tracks."""
        return QRectF(HEAD_PX, 0, self._size.width() - HEAD_PX, RULER_PX)

    def x_at(self, frame: int) -> float:
        """Where a frame begins."""
        return HEAD_PX + (self.scale.x_at(self.cut.rate.ticks_at(frame)) if self.cut else 0.0)

    def frame_at(self, x: float) -> int:
        """The frame at a place; beyond the end it is beyond the last one."""
        return self.cut.rate.frames_in(max(0, self.scale.ticks_at(x - HEAD_PX))) if self.cut else 0

    def rect_of(self, box: TrackBox, clip: StripClip) -> QRectF:
        """Where a clip of a track lies, seen or not."""
        left, right = self.scale.x_at(clip.start_ticks), self.scale.x_at(clip.end_ticks)
        top = RULER_PX - self.top_px + box.clip_y(clip.row)
        return QRectF(HEAD_PX + left, top, max(_LEAST_CLIP_PX, right - left), box.clip_px)

    def clips(self) -> Iterator[tuple[StripClip, QRectF]]:
        """Every clip and where it lies; later ones lie above earlier ones."""
        for box in self.boxes:
            for clip in box.track.clips:
                yield clip, self.rect_of(box, clip)

    def clip_at(self, place: QPointF) -> tuple[StripClip, QRectF] | None:
        """The clip that is seen at a place."""
        found = [(clip, rect) for clip, rect in self.clips() if rect.contains(place)]
        return found[-1] if found and self.tracks.contains(place) else None

    def zoom_by(self, factor: float) -> float:
        """The zoom at which everything is so many times wider."""
        fit, strongest = self._fit_px_per_s(), self._strongest_px_per_s()
        return self.zoom + log(factor) / log(strongest / fit) if strongest > fit else 0.0

    def _fit_px_per_s(self) -> float:
        return max(1.0, self.width_px - _AFTER_END_PX) / max(self.cut.seconds if self.cut else 1.0, 0.001)

    def _strongest_px_per_s(self) -> float:
        fps = float(self.cut.rate.fps) if self.cut else 1.0
        return max(_FRAME_PX * fps, self._fit_px_per_s())
