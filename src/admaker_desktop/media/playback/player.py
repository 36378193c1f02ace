"""Plays a source: a worker thread decodes ahead, the sound device's clock says which frame is due.

Nothing heavy is imported here, so that a window can make a player before numpy, PyAV and miniaudio are loaded: the
worker loads them.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from admaker_desktop.core.errors import AdMakerError, MediaError
from admaker_desktop.core.log import get_logger
from admaker_desktop.core.ticks import FrameRate
from admaker_desktop.media.playback.clock import Cue

if TYPE_CHECKING:
    from admaker_desktop.media.frames import Rgb
    from admaker_desktop.media.playback.output import AudioOut
    from admaker_desktop.media.playback.sources import Source
    from admaker_desktop.media.waves import Samples

_AHEAD = 10
"""Frames decoded ahead: a third of a second covers the loading of a new shot."""
_REST_S = 2.0
"""A device that has been silent for so long is given back."""
_SAME = 1e-6
_log = get_logger("media.playback")


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


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """A frame to be shown now."""

    index: int
    pixels: Rgb
    clock_s: float
    """What the clock said when it was taken."""


@dataclass(frozen=True, slots=True)
class _Request:
    """What to show next: a source, or nothing."""

    factory: Callable[[], Source] | None


class Player:
    """One source at a time. Every method belongs to one thread, the window's; `notify` is called on the worker's.

    `notify` says that something has changed: then, and as often as a frame is due, call `take`.
    """

    def __init__(self, notify: Callable[[], None], make_output: Callable[[], AudioOut] | None = None) -> None:
        self.reel: Reel | None = None
        self.source: Source | None = None
        """For `sound` alone, on a thread of its own."""
        self.error: AdMakerError | None = None
        self.is_loading = False
        self.dropped = 0
        """Frames that were due while playing and not ready."""
        self._notify = notify
        self._make_output = make_output or _make_output
        self._lock = threading.Condition()
        self._request: _Request | None = None
        self._out: AudioOut | None = None
        self._sound: Samples | None = None
        self._gain = 1.0
        self._cue: Cue | None = None
        self._loops = False
        self._frame = self._start = 0
        self._size = (0, 0)
        self._ready: dict[int, Rgb] = {}
        self._taken: tuple[int, int] = (-1, 0)  # frame and serial of its pixels
        self._last_played = -1
        self._decode_s = 0.0
        self._rest_at_s: float | None = None
        self._is_closed = False
        self._thread = threading.Thread(target=self._run, name="player", daemon=True)
        self._thread.start()

    # -- what is on ------------------------------------------------------------------------------------------------

    def open(self, factory: Callable[[], Source], *, start: int = 0) -> None:
        """Show another source, made on the worker; the newest wins. `reel` is set, or `error`, when it is there."""
        with self._lock:
            self._stop_clock()
            self._request, self.is_loading, self.error = _Request(factory), True, None
            self._start = max(0, start)
            self._lock.notify_all()

    def empty(self) -> None:
        """Show nothing."""
        with self._lock:
            self._stop_clock()
            self._request, self.is_loading, self._start = _Request(None), False, 0
            self.reel = self.error = None
            self._lock.notify_all()

    def resize(self, width: int, height: int) -> None:
        """Frames are wanted at this size from now on."""
        with self._lock:
            if (width, height) != self._size:
                self._size = (width, height)
                self._ready.clear()
                self._lock.notify_all()

    def set_sound(self, source: Source, samples: Samples | None) -> None:
        """What `source.sound()` has given; forgotten when another source is on."""
        with self._lock:
            if source is self.source:
                self._sound = samples
                if self._out is not None:
                    self._out.set_sound(samples)

    # -- playing ---------------------------------------------------------------------------------------------------

    @property
    def is_playing(self) -> bool:
        return self._cue is not None

    @property
    def rate(self) -> float:
        """Speed, 0 when paused; negative is backwards."""
        return self._cue.rate if self._cue else 0.0

    @property
    def has_device(self) -> bool:
        """False when the sound goes nowhere: there is no device, or it refused. True until it was tried."""
        return self._out is None or not self._out.is_open or self._out.has_device

    @property
    def frame(self) -> int:
        """The frame of this moment."""
        if self._cue is None or self.reel is None:
            return self._frame
        return self._frame_at(self._cue, self._heard())

    def play(self, rate: float = 1.0) -> None:
        """Play on from here; from the start again at the end."""
        reel = self.reel
        if reel is None or reel.frames < 2 or self.is_loading:
            return
        with self._lock:
            at = self.frame
            if self._cue is None and rate > 0 and at >= reel.frames - 1:
                at = 0
            self._start_clock(at, rate)

    def pause(self) -> None:
        """Stop at the frame of this moment."""
        with self._lock:
            self._frame = self.frame
            self._stop_clock()
            self._lock.notify_all()

    def seek(self, frame: int) -> None:
        """Go to a frame, playing, loading or not; beyond the ends is held at them."""
        reel = self.reel
        with self._lock:
            if self.is_loading:
                self._start = max(0, frame)
                return
            self._frame = max(0, min(frame, reel.frames - 1)) if reel else max(0, frame)
            if self._cue is not None:
                self._start_clock(self._frame, self._cue.rate)
            self._lock.notify_all()

    def set_loop(self, on: bool) -> None:
        """Whether the end is followed by the start."""
        with self._lock:
            if on != self._loops:
                self._loops = on
                if self._cue is not None:
                    self._start_clock(self.frame, self._cue.rate)

    def set_gain(self, gain: float) -> None:
        """Linear factor of the sound, 0 for mute."""
        self._gain = gain
        if self._out is not None:
            self._out.gain = gain

    # -- showing ---------------------------------------------------------------------------------------------------

    def take(self) -> Shown | None:
        """The frame to show now, None when the one on show still is; ends the playing at its end."""
        with self._lock:
            reel, cue = self.reel, self._cue
            if reel is None or self.is_loading:
                return None
            heard = self._heard()
            clock_s = cue.position(heard) if cue else float(self._frame / reel.fps.fps)
            if cue is not None and cue.has_ended(heard):
                self._frame = reel.frames - 1 if cue.rate > 0 else 0
                self._stop_clock()
                self._lock.notify_all()
                cue = None
            due = self._frame_at(cue, heard) if cue else self._frame
            if cue is not None:
                self._lock.notify_all()  # the window of frames to decode moves on
            index = self._nearest_ready(due)
            if index is None:
                return None
            pixels = self._ready[index]
            if self._taken == (index, id(pixels)):
                return None
            self._count_dropped(index, cue)
            self._taken = (index, id(pixels))
            return Shown(index, pixels, clock_s)

    def next_due_s(self) -> float:
        """Seconds until another frame is due while playing."""
        reel, cue = self.reel, self._cue
        if reel is None or cue is None:
            return 1.0
        frames = cue.position(self._heard()) * float(reel.fps.fps) * (1 if cue.rate > 0 else -1)
        return (1 - frames % 1) / float(reel.fps.fps) / abs(cue.rate)

    def close(self) -> None:
        """End the worker, release the device and the source; may be called twice."""
        with self._lock:
            self._is_closed = True
            self._lock.notify_all()
        self._thread.join()

    # -- inside, under the lock ------------------------------------------------------------------------------------

    def _heard(self) -> float:
        return self._out.heard() if self._out is not None else 0.0

    def _frame_at(self, cue: Cue, heard: float) -> int:
        reel = self.reel
        if reel is None:
            return 0
        frame = int(cue.position(heard) * float(reel.fps.fps) + _SAME)
        return min(frame, reel.frames - 1)

    def _start_clock(self, frame: int, rate: float) -> None:
        reel = self.reel
        if reel is None:
            return
        self._last_played = -1
        self._cue = Cue(float(frame / reel.fps.fps), reel.seconds, rate, self._loops)
        if self._out is not None:
            self._out.play(self._cue)
        self._lock.notify_all()

    def _stop_clock(self) -> None:
        self._cue = None
        if self._out is not None:
            self._out.play(None)
        self._rest_at_s = time.monotonic() + _REST_S

    def _nearest_ready(self, due: int) -> int | None:
        """The due frame; while playing forward, rather the newest before it than nothing."""
        if due in self._ready:
            return due
        if self._cue is None or self._cue.rate < 0:
            return None
        earlier = [index for index in self._ready if self._taken[0] < index < due]
        return max(earlier, default=None)

    def _count_dropped(self, index: int, cue: Cue | None) -> None:
        if cue is None or cue.rate != 1.0:
            return
        if self._last_played >= 0:
            self.dropped += max(0, index - self._last_played - 1)
        self._last_played = index

    def _wanted(self) -> int | None:
        """The next frame to decode; forgets those that are no longer wanted."""
        reel = self.reel
        if reel is None or not reel.has_picture or self._size[0] < 1 or self.error is not None:
            return None
        window = self._window(reel)
        late = max((index for index in self._ready if index < self.frame), default=-1)
        for index in [index for index in self._ready if index not in window and index not in (late, self._taken[0])]:
            del self._ready[index]
        return next((index for index in window if index not in self._ready), None)

    def _window(self, reel: Reel) -> dict[int, None]:
        """The frames that are wanted, first the most urgent."""
        cue = self._cue
        if cue is None:
            return dict.fromkeys([min(self._frame, reel.frames - 1)])
        step = 1 if cue.rate > 0 else -1
        now = self._frame_at(cue, self._heard())
        late = int(self._decode_s * float(reel.fps.fps) * abs(cue.rate))
        stride = max(1, round(abs(cue.rate))) * step
        places = [now] if now in self._ready or not late else []
        places += [now + late * step + stride * ahead for ahead in range(_AHEAD)]
        if cue.loops:
            return dict.fromkeys(place % reel.frames for place in places)
        return dict.fromkeys(place for place in places if 0 <= place < reel.frames)

    # -- the worker ------------------------------------------------------------------------------------------------

    def _run(self) -> None:
        while (work := self._next_work()) is not None:
            try:
                work()
            except AdMakerError as error:
                self._fail(error)
            except Exception:
                _log.exception("the player broke")
                self._fail(MediaError("This cannot be shown.", hint="The log says more."))
        self._close_source()
        if self._out is not None:
            self._out.close()

    def _next_work(self) -> Callable[[], None] | None:
        """Waits for what is most urgent; None at the end."""
        with self._lock:
            while not self._is_closed:
                if self._request is not None:
                    return self._open
                out = self._out
                if self._cue is not None and (out is None or not out.is_open or out.is_stalled):
                    return self._open_output
                index = self._wanted()
                if index is not None:
                    return lambda: self._decode(index)
                if out is not None and out.is_open and self._cue is None and self._is_rested():
                    return out.close
                self._lock.wait(self._patience())
            return None

    def _is_rested(self) -> bool:
        return self._rest_at_s is not None and time.monotonic() >= self._rest_at_s

    def _patience(self) -> float | None:
        if self._cue is not None:
            return 0.5
        is_resting = self._out is not None and self._out.is_open and self._rest_at_s is not None
        return max(0.01, (self._rest_at_s or 0.0) - time.monotonic()) if is_resting else None

    def _open(self) -> None:
        with self._lock:
            request, self._request = self._request, None
        if request is None:
            return
        self._close_source()
        source = request.factory() if request.factory is not None else None
        with self._lock:
            self.source, self._sound = source, None
            self._ready.clear()
            self._size = (0, 0)  # until the window knows how large it shows this one
            self._taken, self._decode_s, self._last_played = (-1, 0), 0.0, -1
            if self._out is not None:
                self._out.set_sound(None)
            if self._request is None:
                self.is_loading = False
                self.reel = Reel(source.frames, source.fps, *source.size) if source is not None else None
                self._frame = min(self._start, source.frames - 1) if source is not None else 0
        self._notify()

    def _open_output(self) -> None:
        out = self._out or self._make_output()
        out.close()
        out.open()
        with self._lock:
            out.gain = self._gain
            out.set_sound(self._sound)
            out.play(self._cue)
            self._out = out
        self._notify()

    def _decode(self, index: int) -> None:
        source, size = self.source, self._size
        if source is None:
            return
        started = time.perf_counter()
        pixels = source.frame(index, size)
        spent = time.perf_counter() - started
        with self._lock:
            if self._request is None and size == self._size:
                self._ready[index] = pixels
                self._decode_s += (spent - self._decode_s) / 4
            is_due = self._cue is None or index <= self.frame
        if is_due:
            self._notify()

    def _close_source(self) -> None:
        with self._lock:
            source, self.source = self.source, None
        if source is not None:
            source.close()

    def _fail(self, error: AdMakerError) -> None:
        self._close_source()
        with self._lock:
            if self._request is None:
                self._stop_clock()
                self.error, self.reel, self.is_loading, self._frame = error, None, False, 0
                self._ready.clear()
        self._notify()


def _make_output() -> AudioOut:
    # Imported here because numpy and miniaudio must not be loaded before something plays.
    from admaker_desktop.media.playback.output import AudioOut

    return AudioOut()
