"""The frames that are decoded ahead of their time: which is wanted next, which is shown when the due one is late."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from admaker_desktop.media.playback.clock import Cue

if TYPE_CHECKING:
    from admaker_desktop.core.ticks import FrameRate
    from admaker_desktop.media.frames import Rgb

_SAME = 1e-6
_AHEAD = 10
"""Frames decoded ahead: a third of a second covers the loading of a new shot."""


@dataclass(frozen=True, slots=True)
class Reel:
    """What is on: its length in frames, rate and full size in pixels ((0, 0): only sound)."""

    frames: int
    fps: FrameRate
    width_px: int
    height_px: int

    @property
    def has_picture(self) -> bool:
        return self.width_px > 0

    @property
    def seconds(self) -> float:
        return float(self.frames / self.fps.fps)

    def frame_at(self, cue: Cue, heard: float) -> int:
        """The frame that belongs to so many samples of a cue."""
        return min(int(cue.position(heard) * float(self.fps.fps) + _SAME), self.frames - 1)

    def next_due_s(self, cue: Cue, heard: float) -> float:
        """Seconds until another frame is due."""
        frames = cue.position(heard) * float(self.fps.fps) * (1 if cue.rate > 0 else -1)
        return (1 - frames % 1) / float(self.fps.fps) / abs(cue.rate)


class Ahead:
    """Decoded frames by number. Not thread-safe: whoever shares it holds a lock."""

    def __init__(self) -> None:
        self.dropped = 0
        """Frames that were due while playing and not ready."""
        self._ready: dict[int, Rgb] = {}
        self._taken: tuple[int, int] = (-1, 0)  # the frame on show and the identity of its pixels
        self._last_played = -1
        self._decode_s = 0.0

    def forget(self) -> None:
        """Another source: nothing of the old one counts."""
        self._ready.clear()
        self._taken, self._decode_s, self._last_played = (-1, 0), 0.0, -1

    def clear(self) -> None:
        """Another size: what is decoded does not fit any more."""
        self._ready.clear()

    def restart(self) -> None:
        """Playing begins anew here: what lies between is not dropped."""
        self._last_played = -1

    def put(self, index: int, pixels: Rgb, spent_s: float) -> None:
        """A frame and how long it took."""
        self._ready[index] = pixels
        self._decode_s += (spent_s - self._decode_s) / 4

    def wanted(self, reel: Reel, cue: Cue | None, now: int) -> int | None:
        """The next frame to decode, None when all are there; forgets those that are no longer needed."""
        window = self._window(reel, cue, now)
        late = max((index for index in self._ready if index < now), default=-1)
        for index in [index for index in self._ready if index not in window and index not in (late, self._taken[0])]:
            del self._ready[index]
        return next((index for index in window if index not in self._ready), None)

    def take(self, due: int, cue: Cue | None) -> tuple[int, Rgb] | None:
        """The frame to show for a due one; None when it is on show already, or there is nothing better."""
        index = self._nearest(due, cue)
        if index is None or self._taken == (index, id(self._ready[index])):
            return None
        pixels = self._ready[index]
        if cue is not None and cue.rate == 1.0:
            if self._last_played >= 0:
                self.dropped += max(0, index - self._last_played - 1)
            self._last_played = index
        self._taken = (index, id(pixels))
        return index, pixels

    def _nearest(self, due: int, cue: Cue | None) -> int | None:
        """The due frame; while playing forward, rather the newest before it than nothing."""
        if due in self._ready:
            return due
        if cue is None or cue.rate < 0:
            return None
        return max((index for index in self._ready if self._taken[0] < index < due), default=None)

    def _window(self, reel: Reel, cue: Cue | None, now: int) -> dict[int, None]:
        """The frames that are wanted, first the most urgent. One that would come too late is not among them."""
        if cue is None:
            return dict.fromkeys([min(now, reel.frames - 1)])
        step = 1 if cue.rate > 0 else -1
        late = int(self._decode_s * float(reel.fps.fps) * abs(cue.rate))
        stride = max(1, round(abs(cue.rate))) * step
        places = [now] if now in self._ready or not late else []
        places += [now + late * step + stride * ahead for ahead in range(_AHEAD)]
        if cue.loops:
            return dict.fromkeys(place % reel.frames for place in places)
        return dict.fromkeys(place for place in places if 0 <= place < reel.frames)
