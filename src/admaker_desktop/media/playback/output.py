"""Sound out of the machine, by miniaudio: 48 kHz stereo, and the clock that the picture follows."""

from __future__ import annotations

import contextlib
import ctypes
import sys
import time
from collections.abc import Callable, Generator

import miniaudio  # type: ignore[import-untyped]  # no stubs
import numpy as np
from numpy.typing import NDArray

from admaker_desktop.core.log import get_logger
from admaker_desktop.media.playback.clock import SAMPLE_RATE_HZ, Cue, Mark
from admaker_desktop.media.waves import Samples

Listener = Callable[[float, float, NDArray[np.float32]], None]
"""Told of each block on the device's thread: (perf_counter seconds, position of its first sample, (n, 2) samples)."""

_BLOCK_MS, _BLOCKS = 40, 2
"""Two blocks of 40 ms: Python's callback may be 40 ms late before a gap is heard; the clock knows the delay."""
_STALLED_S = 1.0
_LOOK_AGAIN_S = 10.0
"""After so long a device that was missing is looked for again."""
_log = get_logger("media.playback")


class AudioOut:
    """One stereo output. `open`, `stop` and `close` belong to one thread, the rest to any.

    Without a device, or when it refuses, a silent one takes its place (`has_device` is False): the clock runs all
    the same.
    """

    def __init__(self, listener: Listener | None = None, *, is_silent: bool = False) -> None:
        self.has_device = False
        self.gain = 1.0
        """Linear factor, 0 for mute."""
        self._sound: NDArray[np.float32] | None = None
        self._listener = listener
        self._is_silent = is_silent
        self._missed_s = -_LOOK_AGAIN_S
        self._device: miniaudio.PlaybackDevice | None = None
        self._cue: Cue | None = None
        self._mark: Mark | None = None
        self._furthest: tuple[Cue | None, float] = (None, 0.0)
        self._last_gain = 1.0
        self._woken_s = 0.0

    @property
    def is_open(self) -> bool:
        return self._device is not None

    @property
    def is_stalled(self) -> bool:
        """Whether the device has taken nothing for a second: unplugged, or its server is gone."""
        return self._device is not None and time.perf_counter() - self._woken_s > _STALLED_S

    def look(self) -> None:
        """Find out whether there is a device; the first look may take a third of a second."""
        if not self._is_hopeless:
            try:
                _real_device().close()
            except miniaudio.MiniaudioError as error:
                _log.info("no sound device: %s", error)
                self._missed_s = time.perf_counter()

    def open(self) -> None:
        """Start the device; it takes silence until something plays."""
        self.close()
        self._woken_s = time.perf_counter()
        if not self._is_hopeless:
            try:
                self._start(_real_device())
            except miniaudio.MiniaudioError as error:
                _log.info("no sound device: %s", error)
                self._missed_s = time.perf_counter()
        self.has_device = self._device is not None
        if self._device is None:
            self._start(_make_device([miniaudio.Backend.NULL]))

    def close(self) -> None:
        """Stop and release the device; may be called twice, and `open` again."""
        device, self._device = self._device, None
        if device is not None:
            device.close()

    def set_sound(self, samples: Samples | None) -> None:
        """What is heard: (2, n) float32 from position 0 on; silence when None."""
        self._sound = None if samples is None else np.ascontiguousarray(samples.T)

    def play(self, cue: Cue | None) -> None:
        """Play from the cue's place with the next block; None: silence."""
        self._cue = cue

    def heard(self) -> float:
        """Samples of the current cue that are heard by now; never goes back."""
        mark = self._mark
        if mark is None or mark.cue is not self._cue:
            return 0.0
        cue, furthest = self._furthest
        heard = mark.heard(time.perf_counter(), self.latency_samples)
        if cue is mark.cue:
            heard = max(heard, furthest)
        self._furthest = (mark.cue, heard)
        return heard

    @property
    def latency_samples(self) -> int:
        """What the device has taken and not yet played when it asks for a block."""
        return (_BLOCKS - 1) * _BLOCK_MS * SAMPLE_RATE_HZ // 1000

    @property
    def _is_hopeless(self) -> bool:
        return self._is_silent or time.perf_counter() - self._missed_s < _LOOK_AGAIN_S

    def _start(self, device: miniaudio.PlaybackDevice) -> None:
        """Raises MiniaudioError when the device refuses."""
        blocks = self._blocks()
        next(blocks)
        try:
            device.start(blocks)
        except miniaudio.MiniaudioError:
            device.close()
            raise
        self._device = device

    def _blocks(self) -> Generator[bytes | NDArray[np.float32], int, None]:
        count = yield b""
        while True:
            count = yield self._next(count)

    def _next(self, count: int) -> NDArray[np.float32]:
        """The next block; on the device's thread: no locks, no files, no log."""
        now = self._woken_s = time.perf_counter()
        cue, mark = self._cue, self._mark
        if cue is None:
            self._mark = None
            return np.zeros((count, 2), np.float32)
        mark = mark.then(count, now) if mark is not None and mark.cue is cue else Mark(cue, 0, count, now)
        block = self._cut(cue, mark.samples, count)
        gain = self.gain
        block *= np.linspace(self._last_gain, gain, count, dtype=np.float32)[:, None]
        self._last_gain = gain
        self._mark = mark
        if self._listener is not None:
            self._listener(now, cue.position(mark.samples), block)
        return block

    def _cut(self, cue: Cue, done: int, count: int) -> NDArray[np.float32]:
        """The samples from `done` on, silent where there are none."""
        out = np.zeros((count, 2), np.float32)
        sound = self._sound
        if sound is None or cue.rate != 1.0:
            return out
        length = round(cue.length_s * SAMPLE_RATE_HZ)
        at, filled = round(cue.origin_s * SAMPLE_RATE_HZ) + done, 0
        while filled < count:
            at = at % length if cue.loops and length else at
            room = min(count - filled, length - at)
            if room <= 0:
                break
            part = sound[at : at + room]
            out[filled : filled + part.shape[0]] = part
            at, filled = at + room, filled + room
        return out


def _real_device() -> miniaudio.PlaybackDevice:
    """The system's own choice; raises MiniaudioError when there is none."""
    _quieten_alsa()
    device = _make_device(None)
    if device.backend == "Null":
        device.close()
        raise miniaudio.MiniaudioError("only the null backend")
    return device


def _make_device(backends: list[miniaudio.Backend] | None) -> miniaudio.PlaybackDevice:
    return miniaudio.PlaybackDevice(
        output_format=miniaudio.SampleFormat.FLOAT32,
        nchannels=2,
        sample_rate=SAMPLE_RATE_HZ,
        buffersize_msec=_BLOCK_MS,
        callback_periods=_BLOCKS,
        backends=backends,
        app_name="AdMaker Desktop",
    )


_ALSA_HANDLER = ctypes.CFUNCTYPE(None, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p)
_say_nothing = _ALSA_HANDLER(lambda *_: None)  # kept: ALSA holds no reference


def _quieten_alsa() -> None:
    """Linux: ALSA's library prints a page on stderr when there is no device; it is told not to."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):  # no ALSA here: nothing to be told
            ctypes.CDLL("libasound.so.2").snd_lib_error_set_handler(_say_nothing)
