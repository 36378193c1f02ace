"""Filmstrips and waveforms of the strip: asked of worker threads, painted when they arrive."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from qtpy.QtCore import QObject, QPointF, QSize, Qt, Signal
from qtpy.QtGui import QImage, QPixmap, QPolygonF

from admaker_desktop.core.errors import AdMakerError
from admaker_desktop.ui.images import image_of

if TYPE_CHECKING:
    from admaker_desktop.ad.scene import Scene
    from admaker_desktop.core.media import AudioRef
    from admaker_desktop.project.content import ContentStore
    from admaker_desktop.timeline.model import Sequence
    from admaker_desktop.ui.jobs import Job, Jobs
    from admaker_desktop.ui.strip.cut import Cut, StripClip

T = TypeVar("T")

PEAKS_PER_S = 100
"""As media.peaks counts them (a test compares): importing it here would load numpy with the window."""


class StripMedia(QObject):
    """The pictures and outlines of one cut. GUI thread; asks for what it does not know from the cut before."""

    arrived = Signal()
    """Something more can be painted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: list[Job] = []
        self._missing = 0
        self._films: dict[str, tuple[QImage, ...]] = {}
        self._peaks: dict[tuple[str, ...], tuple[float, ...]] = {}
        self._gain = QPolygonF()
        self._tiles: dict[tuple[str, int, int, int], QPixmap] = {}
        self._scenes: dict[str, object] = {}

    def show(self, cut: Cut | None, store: ContentStore, jobs: Jobs) -> None:
        """Load what the clips of a cut need; what was on its way for another one is dropped."""
        self.stop()
        clips = [clip for track in cut.tracks for clip in track.clips] if cut else []
        scenes = {clip.id: clip.scene for clip in clips if clip.scene is not None}
        self._films = {key: film for key, film in self._films.items() if self._scenes.get(key) == scenes.get(key)}
        self._scenes = dict(scenes)
        sounds = {_names(clip.audio): clip.audio for clip in clips if clip.audio}
        self._peaks = {key: peaks for key, peaks in self._peaks.items() if key in sounds}
        self._tiles.clear()
        self._gain = QPolygonF()
        for clip in clips:
            if clip.scene is not None and clip.id not in self._films:
                self._load_film(clip.id, clip.scene, store, jobs)
        for names, refs in sounds.items():
            if names not in self._peaks:
                self._load_peaks(names, refs, store, jobs)
        if cut is not None and any(clip.is_ducked for clip in clips):
            self._load_gain(cut.sequence, jobs)

    def stop(self) -> None:
        """Forget what is on its way."""
        for job in self._jobs:
            job.drop()
        self._jobs.clear()
        self._missing = 0

    @property
    def is_complete(self) -> bool:
        """Whether everything asked for has arrived or failed."""
        return self._missing == 0

    def moments(self, clip: StripClip) -> int:
        """How many pictures of a shot there are; 0 while they are not there."""
        return len(self._films.get(clip.id, ()))

    def tile(self, clip: StripClip, moment: int, size: QSize, ratio: float) -> QPixmap:
        """A picture of a shot that covers a tile of logical pixels."""
        key = (clip.id, moment, size.width(), size.height())
        tile = self._tiles.get(key)
        if tile is None or tile.devicePixelRatio() != ratio:
            tile = self._tiles[key] = _cover(self._films[clip.id][moment], size, ratio, _focus(clip))
        return tile

    def aspect(self, clip: StripClip) -> float:
        """Width by height of a shot's pictures."""
        image = self._films[clip.id][0]
        return image.width() / max(1, image.height())

    def peaks(self, clip: StripClip) -> tuple[float, ...]:
        """A sound's outline, PEAKS_PER_S values a second, its loudest 1; empty while it is not there."""
        return self._peaks.get(_names(clip.audio), ())

    @property
    def gain(self) -> QPolygonF:
        """How far the music is open (y, 0..1) over the film (x, PEAKS_PER_S a second); empty while it is not there."""
        return self._gain

    @property
    def lowest_gain(self) -> float:
        """How far the music goes down; 1 where it never does."""
        return 1.0 if self._gain.isEmpty() else self._gain.boundingRect().top()

    def _load_film(self, key: str, scene: Scene, store: ContentStore, jobs: Jobs) -> None:
        def work() -> tuple[QImage, ...]:
            from admaker_desktop.services.thumbnails import Thumbnails  # numpy: worker threads only

            return tuple(image_of(picture) for picture in Thumbnails(store).filmstrip(scene))

        def done(film: tuple[QImage, ...]) -> None:
            self._films[key] = film

        self._load(jobs, work, done)

    def _load_peaks(self, names: tuple[str, ...], refs: tuple[AudioRef, ...], store: ContentStore, jobs: Jobs) -> None:
        def work() -> tuple[float, ...]:
            from admaker_desktop.services.thumbnails import Thumbnails  # as above

            peaks = Thumbnails(store).peaks(refs)
            return tuple((peaks / (peaks.max(initial=0.0) or 1.0)).tolist())

        def done(peaks: tuple[float, ...]) -> None:
            self._peaks[names] = peaks

        self._load(jobs, work, done)

    def _load_gain(self, sequence: Sequence, jobs: Jobs) -> None:
        def work() -> QPolygonF:
            from admaker_desktop.media.peaks import duck_line  # as above

            return _turns(duck_line(sequence).tolist())

        def done(gain: QPolygonF) -> None:
            self._gain = gain

        self._load(jobs, work, done)

    def _load(self, jobs: Jobs, work: Callable[[], T], keep: Callable[[T], None]) -> None:
        def done(answer: T) -> None:
            keep(answer)
            self._missing -= 1
            self.arrived.emit()

        def failed(error: AdMakerError) -> None:
            del error  # lost media: the clip stays without its picture; the node that made it tells why
            self._missing -= 1

        self._missing += 1
        self._jobs.append(jobs.start(work, done, failed))


def _turns(line: list[float]) -> QPolygonF:
    """The line without the points between two equal ones."""
    last = len(line) - 1
    return QPolygonF(
        [
            QPointF(at, value)
            for at, value in enumerate(line)
            if at in (0, last) or not line[at - 1] == value == line[at + 1]
        ]
    )


def _names(refs: tuple[AudioRef, ...]) -> tuple[str, ...]:
    return tuple(ref.sha256 for ref in refs)


def _focus(clip: StripClip) -> float:
    """Where the subject's middle is, as a share of the picture's height."""
    if clip.scene is None:
        return 0.5
    box = clip.scene.subject_box
    return (box.y_px + box.height_px / 2) / clip.scene.height_px


def _cover(image: QImage, size: QSize, ratio: float, focus: float) -> QPixmap:
    """An image scaled to fill a tile: of a tall one the part around `focus`, a share of its height."""
    target = QSize(max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio)))
    scaled = image.scaled(
        target, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    spare = scaled.height() - target.height()
    left, top = (scaled.width() - target.width()) // 2, round(scaled.height() * focus - target.height() / 2)
    top = min(max(0, top), spare)
    tile = QPixmap.fromImage(scaled.copy(left, top, target.width(), target.height()))
    tile.setDevicePixelRatio(ratio)
    return tile
