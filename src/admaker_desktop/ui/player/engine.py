"""The player below the widgets: turns what the worker does into signals and images on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qtpy.QtCore import QObject, Qt, QTimer, Signal
from qtpy.QtGui import QImage

from admaker_desktop.core.errors import AdMakerError
from admaker_desktop.media.playback.ahead import Reel
from admaker_desktop.media.playback.player import Player, Shown
from admaker_desktop.ui.jobs import Job, Jobs

if TYPE_CHECKING:
    from admaker_desktop.media.playback.output import AudioOut
    from admaker_desktop.media.playback.sources import Source

_OUTLINE_COLUMNS = 400
_SPEEDS = (1.0, 2.0, 4.0)
_SLOWEST_TICK_MS, _QUICKEST_TICK_MS = 40, 1

Outline = tuple[tuple[float, float], ...]
"""A sound's lowest and highest values, -1..1, from start to end."""


@dataclass(frozen=True, slots=True, eq=False)
class _Heard:
    """What the job that asks a source for its sound brings back."""

    samples: object
    outline: Outline


class Engine(QObject):
    """One player and its timer. GUI thread; `close` releases thread, device and files."""

    picture = Signal(object, int)
    """(QImage, frame): show this now."""
    changed = Signal()
    """Something else is on, or loading, failed, playing, muted or deaf now: read the properties."""
    reel_changed = Signal()
    """`reel` is another one."""
    moved = Signal(int)
    """The frame of this moment."""
    _woken = Signal()

    def __init__(self, jobs: Jobs, make_output: Callable[[], AudioOut] | None = None) -> None:
        super().__init__()
        self._jobs = jobs
        self._make_output = make_output
        self._player: Player | None = None
        self._reel: Reel | None = None
        self._state: tuple[object, ...] = ()
        self._at = -1
        self._sound_job: Job | None = None
        self._wants_play = False
        self._volume, self._is_muted, self._loops = 1.0, False, False
        self._factory: Callable[[], Source] | None = None
        self._source: Source | None = None
        self._is_closed = False
        self.outline: Outline = ()
        self.sound_error: AdMakerError | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        self._woken.connect(self.tick, Qt.ConnectionType.QueuedConnection)

    # -- what is on ------------------------------------------------------------------------------------------------

    @property
    def reel(self) -> Reel | None:
        return self._reel

    @property
    def error(self) -> AdMakerError | None:
        return self._player.error if self._player else None

    @property
    def is_loading(self) -> bool:
        return self._player.is_loading if self._player else False

    @property
    def is_playing(self) -> bool:
        return self._wants_play or (self._player.is_playing if self._player else False)

    @property
    def has_device(self) -> bool:
        return self._player.has_device if self._player else True

    @property
    def frame(self) -> int:
        return self._player.frame if self._player else 0

    @property
    def loops(self) -> bool:
        return self._loops

    @property
    def is_muted(self) -> bool:
        return self._is_muted

    @property
    def volume(self) -> float:
        return self._volume

    @property
    def dropped(self) -> int:
        """Frames that were due while playing and never shown."""
        return self._player.ahead.dropped if self._player else 0

    # -- orders ----------------------------------------------------------------------------------------------------

    def open(self, factory: Callable[[], Source], *, start: int = 0, plays: bool = False) -> None:
        """Show what the factory makes; it is called on the worker."""
        if self._is_closed:
            return
        if self._player is None:
            self._player = Player(self._woken.emit, self._make_output)
            self._player.set_loop(self._loops)
            self._apply_gain()
        self._forget_sound()
        self._factory, self._wants_play = factory, plays
        self._player.open(factory, start=start)
        self.tick()

    def reopen(self) -> None:
        """Try the last source again."""
        if self._factory is not None:
            self.open(self._factory, start=self.frame)

    def empty(self) -> None:
        """Show nothing."""
        self._factory, self._wants_play = None, False
        self._forget_sound()
        if self._player is not None:
            self._player.empty()
            self.tick()

    def resize(self, width: int, height: int) -> None:
        """The picture's size on screen, in real pixels."""
        if self._player is not None:
            self._player.resize(width, height)

    def play(self, rate: float = 1.0) -> None:
        """Play; while the source is loading, as soon as it is there."""
        if self._player is None:
            return
        if self._player.is_loading:
            self._wants_play = True
        else:
            self._player.play(rate)
        self.tick()

    def pause(self) -> None:
        self._wants_play = False
        if self._player is not None:
            self._player.pause()
            self.tick()

    def shuttle(self, direction: int) -> None:
        """L and J: play that way, and faster with every press."""
        rate = self._player.rate * direction if self._player else 0.0
        faster = [speed for speed in _SPEEDS if speed > rate] if rate > 0 else [1.0]
        self.play(direction * (faster[0] if faster else _SPEEDS[-1]))

    def seek(self, frame: int) -> None:
        if self._player is not None:
            self._player.seek(frame)
            self.tick()

    def set_loop(self, on: bool) -> None:
        self._loops = on
        if self._player is not None:
            self._player.set_loop(on)
        self.changed.emit()

    def set_muted(self, on: bool) -> None:
        self._is_muted = on
        self._apply_gain()
        self.changed.emit()

    def set_volume(self, volume: float) -> None:
        """0..1 as the hand feels it; the ear gets its square."""
        self._volume = min(1.0, max(0.0, volume))
        self._apply_gain()

    def close(self) -> None:
        """Stop everything; nothing is shown any more. May be called twice."""
        self._is_closed = True
        self._timer.stop()
        self._forget_sound()
        player, self._player = self._player, None
        if player is not None:
            player.close()

    # -- inside ----------------------------------------------------------------------------------------------------

    def tick(self) -> None:
        """Show what is due and say what has changed."""
        player = self._player
        if player is None:
            return
        if player.reel is not self._reel and not player.is_loading:
            self._reel = player.reel
            self._begin()
        shown = player.take()
        self._tell_state(player)
        at = player.frame
        if at != self._at:
            self._at = at
            self.moved.emit(at)
        if shown is not None:
            self.picture.emit(_image(shown), shown.index)
        if player.is_playing:
            wait_ms = round(player.next_due_s() * 1000)
            self._timer.start(min(_SLOWEST_TICK_MS, max(_QUICKEST_TICK_MS, wait_ms)))
        else:
            self._timer.stop()

    def _begin(self) -> None:
        """Another source is there: its size, its sound, and playing if that was asked for."""
        self._at = -1
        self.reel_changed.emit()
        player = self._player
        if player is None or self._reel is None:
            return
        source = player.source
        if source is not None and source is not self._source:
            self._source = source
            is_alone = not self._reel.has_picture
            self._sound_job = self._jobs.start(
                lambda: _hear(source, with_outline=is_alone), lambda heard: self._take_sound(source, heard), self._deaf
            )
        if self._wants_play:
            self._wants_play = False
            player.play()

    def _take_sound(self, source: Source, heard: _Heard) -> None:
        self.outline = heard.outline
        if self._player is not None:
            self._player.set_sound(source, heard.samples)  # type: ignore[arg-type]  # numpy is not known up here
        self.changed.emit()

    def _deaf(self, error: AdMakerError) -> None:
        self.sound_error = error
        self.changed.emit()

    def _forget_sound(self) -> None:
        if self._sound_job is not None:
            self._sound_job.drop()
        self._sound_job, self._source, self.sound_error, self.outline = None, None, None, ()

    def _apply_gain(self) -> None:
        if self._player is not None:
            self._player.set_gain(0.0 if self._is_muted else self._volume**2)

    def _tell_state(self, player: Player) -> None:
        state = (self._reel, player.error, player.is_loading, player.is_playing, player.has_device)
        if state != self._state:
            self._state = state
            self.changed.emit()


def _image(shown: Shown) -> QImage:
    """The frame's pixels as an image, without a copy; the image keeps them alive."""
    height, width, _ = shown.pixels.shape
    image = QImage(shown.pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    image.pixels = shown.pixels  # type: ignore[attr-defined]  # holds the memory
    return image


def _hear(source: Source, *, with_outline: bool) -> _Heard:
    """On a worker: the sound of a source and, where there is no picture, its outline."""
    from admaker_desktop.media.playback.sources import peaks  # numpy, PyAV and OpenCV: never at start-up

    samples = source.sound()
    if samples is None or not with_outline:
        return _Heard(samples, ())
    return _Heard(samples, tuple((float(low), float(high)) for low, high in peaks(samples, _OUTLINE_COLUMNS)))
