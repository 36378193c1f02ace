"""What can be played: films, cuts, single scenes, stills and sounds, all asked for frames in the same way."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from admaker_desktop.ad.deliverable import Format, SafeZone
from admaker_desktop.ad.scene import Scene
from admaker_desktop.core.media import AudioRef, ImageRef
from admaker_desktop.core.store import MediaReader
from admaker_desktop.core.ticks import FrameRate, ticks_from_s
from admaker_desktop.media.compose import Compositor, TextDrawer
from admaker_desktop.media.compose.planes import rgb_from_frame
from admaker_desktop.media.frames import FilmReader, Rgb, Size, read_sound
from admaker_desktop.media.mastering import master
from admaker_desktop.media.mix import mix
from admaker_desktop.media.playback.reduce import reduced, reduction
from admaker_desktop.media.spec import LoudnessTarget
from admaker_desktop.media.stills import load_rgba
from admaker_desktop.media.waves import Samples, load_wave
from admaker_desktop.timeline.model import Sequence, ShotClip

NO_PICTURE: Size = (0, 0)
"""The size of a source that is only heard."""
_SMOOTH = FrameRate(num=30)
_CHECK_PX, _CHECK_GREYS = 10, (58, 74)
"""The chequered ground behind what is transparent."""


class Source(Protocol):
    """Something to play. Made, asked for frames and closed on one thread; `sound` is asked for on another."""

    @property
    def frames(self) -> int:
        """How many frames; one for a still."""
        ...

    @property
    def fps(self) -> FrameRate: ...

    @property
    def size(self) -> Size:
        """Width and height of the full picture in pixels; (0, 0) when there is only sound."""
        ...

    def frame(self, index: int, size: Size) -> Rgb:
        """Frame `index` as (height, width, 3) RGB uint8 at this size; not to be written into; raises MediaError."""
        ...

    def sound(self) -> Samples | None:
        """(2, n) float32 at 48 kHz from frame 0 on, None for silence; takes up to a second; raises MediaError."""
        ...

    def close(self) -> None:
        """Let go of files and memory; may be called twice."""
        ...


class FilmSource:
    """A film file; raises MediaError when it is gone or damaged."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._reader = FilmReader(path)
        self.frames, self.fps, self.size = self._reader.frames, self._reader.fps, self._reader.size

    def frame(self, index: int, size: Size) -> Rgb:
        return self._reader.frame(index, size)

    def sound(self) -> Samples | None:
        return read_sound(self._path)

    def close(self) -> None:
        self._reader.close()


class SequenceSource:
    """A view of a cut, drawn by the compositor of the export: small when it is shown small.

    Type needs `media.text.start()` on the main thread first. The loudness is the house's -14 LUFS, limited.
    """

    def __init__(self, sequence: Sequence, view: Format, store: MediaReader, drawer: TextDrawer | None = None) -> None:
        self._sequence = sequence.only(view.id)
        self._view = view
        self._store = store
        self._drawer = drawer or _house_drawer()
        self._compositor: Compositor | None = None
        self._reduction = 0.0
        self.fps = FrameRate.from_fps(view.fps)
        self.frames = max(1, self.fps.frames_in(sequence.duration_ticks))
        self.size: Size = (view.width_px, view.height_px)

    def frame(self, index: int, size: Size) -> Rgb:
        wanted = reduction(self.size, size)
        if self._compositor is None or wanted != self._reduction:
            cut, view = reduced(self._sequence, self._view, wanted)
            self._compositor, self._reduction = Compositor(cut, view, self._store, self._drawer), wanted
        return fitted(rgb_from_frame(self._compositor.frame(index)), size)

    def sound(self) -> Samples | None:
        if not self._sequence.voice and not self._sequence.music:
            return None
        return master(mix(self._sequence, self._store), LoudnessTarget(), lambda samples: samples).samples

    def close(self) -> None:
        self._compositor = None


class SceneSource(SequenceSource):
    """One drawn shot over its length in seconds."""

    def __init__(self, scene: Scene, seconds: float, store: MediaReader) -> None:
        zone = SafeZone(top_px=0, bottom_px=0, left_px=0, right_px=0)
        view = Format(id="scene", aspect="", width_px=scene.width_px, height_px=scene.height_px, fps=30, safe_zone=zone)
        ticks = ticks_from_s(seconds)
        shot = ShotClip(id="scene", shot_id=scene.shot_id, start_ticks=0, duration_ticks=ticks, scenes=(scene,))
        cut = Sequence(
            language="en", rate=_SMOOTH, duration_ticks=ticks, end_card_ticks=0, shots=(shot,), views=(view,)
        )
        super().__init__(cut, view, store)


class StillSource:
    """One picture; what is transparent in it shows a chequered ground."""

    def __init__(self, image: ImageRef, store: MediaReader) -> None:
        self._rgba = load_rgba(store, image)
        self.frames, self.fps = 1, _SMOOTH
        self.size: Size = (self._rgba.shape[1], self._rgba.shape[0])

    def frame(self, index: int, size: Size) -> Rgb:
        del index
        alpha = self._rgba[..., 3:].astype(np.float32) / 255
        premultiplied = np.concatenate([self._rgba[..., :3] * alpha, alpha], axis=2)
        small = _resized(premultiplied, size)
        picture = small[..., :3] + _chequered(size) * (1 - small[..., 3:])
        return np.asarray(np.clip(np.rint(picture), 0, 255), np.uint8)

    def sound(self) -> Samples | None:
        return None

    def close(self) -> None:
        """Nothing is open."""


class SoundSource:
    """Sounds that are played together from their start: a take, or the stems of a piece of music."""

    def __init__(self, store: MediaReader, *sounds: AudioRef) -> None:
        self._store = store
        self._sounds = sounds
        self.fps, self.size = _SMOOTH, NO_PICTURE
        self.frames = max(1, round(max((sound.seconds for sound in sounds), default=0.0) * _SMOOTH.fps))

    def frame(self, index: int, size: Size) -> Rgb:
        del index
        return np.zeros((size[1], size[0], 3), np.uint8)

    def sound(self) -> Samples | None:
        if not self._sounds:
            return None
        out = np.zeros((2, max(sound.frames for sound in self._sounds)), np.float32)
        for ref in self._sounds:
            samples = load_wave(self._store, ref)
            out[:, : samples.shape[1]] += samples
        return out

    def close(self) -> None:
        """Nothing is open."""


def fitted(pixels: Rgb, size: Size) -> Rgb:
    """An RGB picture at another size."""
    return np.ascontiguousarray(_resized(pixels, size), np.uint8)


def peaks(samples: Samples, columns: int) -> NDArray[np.float32]:
    """The outline of a sound: (columns, 2) lowest and highest value of both channels; any thread."""
    both = samples.mean(axis=0)
    step = max(1, -(-both.size // columns))
    rows = np.pad(both, (0, step * columns - both.size)).reshape(columns, step)
    return np.stack([rows.min(axis=1), rows.max(axis=1)], axis=1).astype(np.float32)


def _resized(pixels: NDArray[Any], size: Size) -> NDArray[Any]:
    height, width = pixels.shape[:2]
    if (width, height) == size:
        return pixels
    how = cv2.INTER_AREA if size[0] < width else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(np.ascontiguousarray(pixels), size, interpolation=how))


def _chequered(size: Size) -> NDArray[np.float32]:
    y, x = np.ogrid[: size[1], : size[0]]
    is_light = (x // _CHECK_PX + y // _CHECK_PX) % 2 == 1
    return np.where(is_light, *reversed(_CHECK_GREYS)).astype(np.float32)[..., None]


def _house_drawer() -> TextDrawer:
    # Imported here because Qt costs 0.1 s and 40 MB, which tests with their own type do not pay.
    from admaker_desktop.media.text import draw

    return draw
