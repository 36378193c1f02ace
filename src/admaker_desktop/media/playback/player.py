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
from admaker_desktop.media.playback.ahead import Ahead, Reel
from admaker_desktop.media.playback.clock import Cue

if TYPE_CHECKING:
    from admaker_desktop.media.frames import Rgb
    from admaker_desktop.media.playback.output import AudioOut
    from admaker_desktop.media.playback.sources import Source
    from admaker_desktop.media.waves import Samples

_REST_S = 2.0
"""A device that has been silent for so long is given back."""
_log = get_logger("media.playback")


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
        self.ahead = Ahead()
        self._rest_at_s = 0.0
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
                self.ahead.clear()
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
        return self.reel.frame_at(self._cue, self._heard())

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
            due = reel.frame_at(cue, heard) if cue else self._frame
            if cue is not None:
                self._lock.notify_all()  # the window of frames to decode moves on
            taken = self.ahead.take(due, cue)
            return Shown(*taken, clock_s) if taken is not None else None

    def next_due_s(self) -> float:
        """Seconds until another frame is due while playing."""
        reel, cue = self.reel, self._cue
        if reel is None or cue is None:
            return 1.0
        return reel.next_due_s(cue, self._heard())

    def close(self) -> None:
        """End the worker, release the device and the source; may be called twice."""
        with self._lock:
            self._is_closed = True
            self._lock.notify_all()
        self._thread.join()

    # -- inside, under the lock ------------------------------------------------------------------------------------

    def _heard(self) -> float:
        return self._out.heard() if self._out is not None else 0.0

    def _start_clock(self, frame: int, rate: float) -> None:
        reel = self.reel
        if reel is None:
            return
        self.ahead.restart()
        self._cue = Cue(float(frame / reel.fps.fps), reel.seconds, rate, self._loops)
        if self._out is not None:
            self._out.play(self._cue)
        self._lock.notify_all()

    def _stop_clock(self) -> None:
        self._cue = None
        if self._out is not None:
            self._out.play(None)
        self._rest_at_s = time.monotonic() + _REST_S

    def _wanted(self) -> int | None:
        """The next frame to decode."""
        reel = self.reel
        if reel is None or not reel.has_picture or self._size[0] < 1 or self.error is not None:
            return None
        return self.ahead.wanted(reel, self._cue, self.frame)

    # -- the worker ------------------------------------------------------------------------------------------------

    def _run(self) -> None:
        while (work := self._next_work()) is not None:
            try:
                work()
            except AdMakerError as error:
                self._fail(error)
            except Exception:  # noqa: BLE001 - a source's bug must not end the thread; it is logged and shown
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
                if out is None and self.reel is not None and self.reel.frames > 1:
                    return self._prepare_output
                if out is not None and out.is_open and self._cue is None and time.monotonic() >= self._rest_at_s:
                    return out.close
                self._lock.wait(self._patience())
            return None

    def _patience(self) -> float | None:
        """How long to wait for news: half a second while playing (the device may be lost), until the rest is over."""
        if self._cue is not None:
            return 0.5
        return max(0.01, self._rest_at_s - time.monotonic()) if self._out is not None and self._out.is_open else None

    def _open(self) -> None:
        with self._lock:
            request, self._request = self._request, None
        if request is None:
            return
        self._close_source()
        source = request.factory() if request.factory is not None else None
        with self._lock:
            self.source, self._sound = source, None
            self.ahead.forget()
            self._size = (0, 0)  # until the window knows how large it shows this one
            if self._out is not None:
                self._out.set_sound(None)
            if self._request is None:
                self.is_loading = False
                self.reel = Reel(source.frames, source.fps, *source.size) if source is not None else None
                self._frame = min(self._start, source.frames - 1) if source is not None else 0
        self._notify()

    def _prepare_output(self) -> None:
        """While there is nothing to do: load what sound needs and look for the device."""
        out = self._make_output()
        out.look()
        self._adopt(out)

    def _open_output(self) -> None:
        out = self._out or self._make_output()
        out.close()
        out.open()
        self._adopt(out)
        self._notify()

    def _adopt(self, out: AudioOut) -> None:
        with self._lock:
            self._out, out.gain = out, self._gain
            out.set_sound(self._sound)
            out.play(self._cue)

    def _decode(self, index: int) -> None:
        source, size = self.source, self._size
        if source is None:
            return
        started = time.perf_counter()
        pixels = source.frame(index, size)
        spent = time.perf_counter() - started
        with self._lock:
            if self._request is None and size == self._size:
                self.ahead.put(index, pixels, spent)
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
                self.ahead.forget()
        self._notify()


def _make_output() -> AudioOut:
    # Imported here because numpy and miniaudio must not be loaded before something plays.
    from admaker_desktop.media.playback.output import AudioOut

    return AudioOut()
