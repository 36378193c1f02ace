"""Frames of one view of a cut: shots, dissolves, grain, then type and logos."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import cv2

from admaker_desktop.ad.deliverable import Format
from admaker_desktop.core.errors import MediaError
from admaker_desktop.core.store import MediaReader
from admaker_desktop.core.ticks import FrameRate
from admaker_desktop.media.compose.grain import Grain
from admaker_desktop.media.compose.overlays import (
    Overlay,
    TextDrawer,
    caption_overlay,
    logo_overlay,
    title_overlay,
)
from admaker_desktop.media.compose.planes import Bytes, Frame, Scratch, rgb_from_frame, yuv_of_colour
from admaker_desktop.media.compose.scenes import ScenePicture
from admaker_desktop.timeline.model import Clip, Sequence, ShotClip


class Compositor:
    """Composes any frame of a view, fastest in order. Belongs to one thread at a time; two views may run at once.

    Frames are counted at the view's own rate. Raises MediaError when a picture is gone, damaged, or missing for this
    size.
    """

    def __init__(self, sequence: Sequence, view: Format, reader: MediaReader, drawer: TextDrawer) -> None:
        cv2.setNumThreads(1)  # own threads parallelise better and some functions differ with the count (media.md 2)
        self.rate = FrameRate.from_fps(view.fps)
        self.frames = self.rate.frames_in(sequence.duration_ticks)
        self.cuts = frozenset(
            self.rate.frames_in(shot.start_ticks - 1) + 1 for shot in sequence.shots if not shot.fade_in_ticks
        )
        """Frames that begin a shot without a dissolve."""
        self._sequence = sequence
        self._view = view
        self._reader = reader
        self._drawer = drawer
        self._scratch = Scratch()
        self._own = Frame.empty(view.width_px, view.height_px)
        self._under: Frame | None = None
        self._grain = Grain(view.width_px, view.height_px)
        self._background = yuv_of_colour(sequence.background)
        self._scenes: dict[str, ScenePicture] = {}
        self._overlays: dict[str, Overlay] = {}
        self._makers = dict(self._overlay_makers())
        self._overlay_clips: list[Clip] = [
            clip for clip in (*sequence.logos, *sequence.titles, *sequence.captions) if clip.id in self._makers
        ]

    def frame(self, index: int, out: Bytes | None = None) -> Bytes:
        """Frame `index` as (height * 3 // 2, width) uint8 planar yuv420p, BT.709 limited.

        Drawn into `out` if given, else into a buffer that the next call overwrites. Raises IndexError outside
        0..frames-1.
        """
        if not 0 <= index < self.frames:
            raise IndexError(f"frame {index} of {self.frames}")
        frame = self._own if out is None else Frame.over(out)
        tick, after = self.rate.ticks_at(index), self.rate.ticks_at(index + 1)
        middle = (tick + after) // 2
        self._draw_shots(frame, tick, middle)
        self._grain.add(frame, index)
        for overlay in self._active_overlays(tick):
            overlay.draw(frame, middle, self._scratch)
        return frame.buffer

    def thumbnail_rgb(self, index: int) -> Bytes:
        """Frame `index` as a new (height, width, 3) RGB picture."""
        return rgb_from_frame(self.frame(index))

    def _draw_shots(self, frame: Frame, tick: int, middle: int) -> None:
        active = [shot for shot in self._sequence.shots if shot.start_ticks <= tick < shot.end_ticks]
        active.sort(key=lambda shot: shot.start_ticks)
        if not active:
            frame.fill(self._background)
            return
        top = active[-1]
        mix = (middle - top.start_ticks) / top.fade_in_ticks if top.fade_in_ticks else 1.0
        dissolves = len(active) > 1 and mix < 1
        self._keep_scenes({shot.id for shot in (active[-2:] if dissolves else active[-1:])})
        self._scene(top).draw(frame, (tick - top.start_ticks) / top.duration_ticks)
        if dissolves:
            below = active[-2]
            self._under = self._under or Frame.empty(frame.width, frame.height)
            self._scene(below).draw(self._under, (tick - below.start_ticks) / below.duration_ticks)
            cv2.addWeighted(frame.buffer, mix, self._under.buffer, 1 - mix, 0, dst=frame.buffer)

    def _scene(self, shot: ShotClip) -> ScenePicture:
        if shot.id not in self._scenes:
            width, height = self._view.width_px, self._view.height_px
            scene = shot.scene_for(width, height)
            if scene is None:
                raise MediaError(
                    "Shot {shot} has no picture for {width}x{height}.",
                    shot=shot.shot_id,
                    width=width,
                    height=height,
                    hint="Run again to draw it.",
                )
            self._scenes[shot.id] = ScenePicture(scene, self._background, self._reader, self._scratch)
        return self._scenes[shot.id]

    def _keep_scenes(self, ids: set[str]) -> None:
        """Forget the planes of shots that are not shown: some 15 MB each."""
        for other in self._scenes.keys() - ids:
            del self._scenes[other]

    def _active_overlays(self, tick: int) -> Iterator[Overlay]:
        active = [clip for clip in self._overlay_clips if clip.start_ticks <= tick < clip.end_ticks]
        for other in self._overlays.keys() - {clip.id for clip in active}:
            del self._overlays[other]
        for clip in active:
            if clip.id not in self._overlays:
                self._overlays[clip.id] = self._makers[clip.id]()
            yield self._overlays[clip.id]

    def _overlay_makers(self) -> Iterator[tuple[str, Callable[[], Overlay]]]:
        """How to draw each clip that this view shows, by clip id."""
        cut, view, draw = self._sequence, self._view, self._drawer
        last_tick = self.rate.ticks_at(max(0, self.frames - 1))
        for logo in cut.logos:
            for box in (each for each in logo.layouts if each.view == view.id):
                yield logo.id, partial(logo_overlay, logo, box, last_tick, self._reader)
        for title in cut.titles:
            for block in (each for each in title.layouts if each.view == view.id):
                yield title.id, partial(title_overlay, title, block, view.height_px, last_tick, draw)
        for caption in cut.captions:
            for block in (each for each in caption.layouts if each.view == view.id):
                yield caption.id, partial(caption_overlay, caption, block, draw)


def frame_at(sequence: Sequence, view: Format, tick: int, reader: MediaReader, drawer: TextDrawer) -> Bytes:
    """The frame that is shown at a tick, as `Compositor.frame`; for many frames keep a Compositor."""
    compositor = Compositor(sequence, view, reader, drawer)
    return compositor.frame(compositor.rate.frames_in(tick))
