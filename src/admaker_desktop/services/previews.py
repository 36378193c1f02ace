"""What a node has made, small enough for the node itself: text, marks, colours, pictures, a film or a waveform."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar, Union

from admaker_desktop.ad.brand import BrandKit
from admaker_desktop.ad.brief import Brief
from admaker_desktop.ad.concept import Concepts, Verdict
from admaker_desktop.ad.deliverable import AdFile, Format, MusicTake, VoiceTake
from admaker_desktop.ad.scene import Scene
from admaker_desktop.ad.script import Script
from admaker_desktop.ad.storyboard import Storyboard
from admaker_desktop.core.media import ImageRef
from admaker_desktop.core.ticks import s_from_ticks
from admaker_desktop.services.thumbnails import Thumbnails
from admaker_desktop.timeline.model import Clip, Sequence

if TYPE_CHECKING:
    from admaker_desktop.engine.steps import NodeResult
    from admaker_desktop.media.thumbs import Rgb
    from admaker_desktop.project.content import ContentStore

PictureT = TypeVar("PictureT")
OtherT = TypeVar("OtherT")

MAX_PICTURES = 6
_PEAKS = 96
"""Bars of a waveform in a node."""
_SILENCE_S = 0.2
"""Between two spoken lines of one node."""
_POSTER_S = 1.2
"""Where a film's picture is taken: as the export does for its thumbnail."""


@dataclass(frozen=True, slots=True)
class TextPreview:
    """An excerpt in the ad's own language; the first line says the most."""

    text: str


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """A concept and its mark, 0..10."""

    label: str
    score: float
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class ScoresPreview:
    """The judge's marks, best first."""

    rows: tuple[ScoreRow, ...]


@dataclass(frozen=True, slots=True)
class SwatchesPreview:
    """A brand's colours (`#rrggbb`) and its type families: display, text."""

    name: str
    colours: tuple[str, ...]
    families: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StripPreview(Generic[PictureT]):
    """Up to six pictures with a short label each (empty: none); `count` is how many there are in all."""

    pictures: tuple[PictureT, ...]
    labels: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class FilmTrack:
    """A track of the cut: its colour family and where something is on it, as (start, end) in 0..1 of the film."""

    family: Literal["text", "image", "video", "voice", "music"]
    segments: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class FilmPreview(Generic[PictureT]):
    """A picture of the cut, its length, and its tracks from top to bottom."""

    picture: PictureT
    seconds: float
    tracks: tuple[FilmTrack, ...]


@dataclass(frozen=True, slots=True)
class FilesPreview(Generic[PictureT]):
    """Up to six finished files: picture, ratio, and what preflight says (`pass`, `warn`, `fail`)."""

    pictures: tuple[PictureT, ...]
    labels: tuple[str, ...]
    verdicts: tuple[Literal["pass", "warn", "fail"], ...]
    count: int


@dataclass(frozen=True, slots=True)
class WavePreview:
    """A sound's outline, 0..1 from start to end, and its length."""

    peaks: tuple[float, ...]
    seconds: float


Preview = Union[
    TextPreview,
    ScoresPreview,
    SwatchesPreview,
    "StripPreview[Rgb]",
    "FilmPreview[Rgb]",
    "FilesPreview[Rgb]",
    WavePreview,
]
"""With pictures as (height, width, 3) uint8 RGB arrays."""


@dataclass(frozen=True, slots=True)
class Context:
    """What other nodes have made that a preview borrows: drawn shots and concepts' titles by their ids."""

    shots: Mapping[str, Scene]
    titles: Mapping[str, str]


NO_CONTEXT = Context({}, {})


def context_of(results: Iterable[NodeResult]) -> Context:
    """The context that a project's results give; any thread."""
    shots: dict[str, Scene] = {}
    titles: dict[str, str] = {}
    for result in results:
        for port, spec in result.spec.outputs.items():
            if spec.item is Concepts:
                titles |= {concept.id: concept.title for made in result.values(port)[0] for concept in made.items}
            elif spec.item is Scene:
                for scene in result.values(port)[0]:
                    shots.setdefault(scene.shot_id, scene)
    return Context(shots, titles)


def preview_of(result: NodeResult, store: ContentStore, context: Context = NO_CONTEXT) -> Preview | None:
    """The preview of the first output that has one; None for a result without anything to show.

    Worker thread: the first time costs up to half a second, later ones some ms. `media.text.start()` must have run.
    Raises MediaError for lost media.
    """
    thumbnails = Thumbnails(store)
    for port, spec in result.spec.outputs.items():
        values, _ = result.values(port)
        make = _MAKERS.get(spec.item)
        made = make(values, _Tools(thumbnails, context)) if make and values else None
        if made is not None:
            return made
    return None


def borrows(result: NodeResult) -> bool:
    """Whether the preview of a result looks at what other nodes have made."""
    return any(port.item in (Storyboard, Verdict) for port in result.spec.outputs.values())


@dataclass(frozen=True, slots=True)
class _Tools:
    thumbnails: Thumbnails
    context: Context


def with_pictures(preview: Any, convert: Callable[[Any], OtherT]) -> Any:
    """The same preview with every picture converted (the window's: to QImage)."""
    if isinstance(preview, StripPreview):
        return StripPreview(tuple(map(convert, preview.pictures)), preview.labels, preview.count)
    if isinstance(preview, FilesPreview):
        return FilesPreview(tuple(map(convert, preview.pictures)), preview.labels, preview.verdicts, preview.count)
    if isinstance(preview, FilmPreview):
        return FilmPreview(convert(preview.picture), preview.seconds, preview.tracks)
    return preview


def film_tracks(sequence: Sequence) -> tuple[FilmTrack, ...]:
    """The cut's tracks that have something on them."""
    tracks: tuple[tuple[Literal["text", "image", "video", "voice", "music"], tuple[Clip, ...]], ...] = (
        ("text", sequence.captions),
        ("image", (*sequence.titles, *sequence.logos)),
        ("video", sequence.shots),
        ("voice", sequence.voice),
        ("music", sequence.music),
    )
    total = max(1, sequence.duration_ticks)
    return tuple(FilmTrack(family, _segments(clips, total)) for family, clips in tracks if clips)


def _segments(clips: Iterable[Clip], total: int) -> tuple[tuple[float, float], ...]:
    spans = sorted({(clip.start_ticks / total, min(1.0, clip.end_ticks / total)) for clip in clips})
    return tuple(spans)


def _text(lines: Iterable[str]) -> TextPreview | None:
    text = "\n".join(line for line in lines if line)
    return TextPreview(text) if text else None


def _brief(values: tuple[Brief, ...], tools: _Tools) -> Preview | None:
    del tools
    brief = values[0]
    named = " · ".join(dict.fromkeys(part for part in (brief.brand, brief.product) if part))
    return _text((named, brief.offer, brief.message))


def _brand(values: tuple[BrandKit, ...], tools: _Tools) -> Preview:
    del tools
    kit = values[0]
    palette = kit.palette
    colours = (palette.accent, palette.second, palette.ground, palette.surface, palette.ink, palette.light)
    families = dict.fromkeys((kit.type.display, kit.type.text))
    return SwatchesPreview(kit.name, tuple(dict.fromkeys(colours)), tuple(families))


def _concepts(values: tuple[Concepts, ...], tools: _Tools) -> Preview | None:
    del tools
    return _text(concept.title for concept in values[0].items)


def _verdict(values: tuple[Verdict, ...], tools: _Tools) -> Preview:
    """A verdict holds the chosen concept only: the others' titles come from their own node."""
    verdict = values[0]
    chosen = verdict.chosen.id
    titles = {**tools.context.titles, chosen: verdict.chosen.title}
    rows = [
        ScoreRow(titles.get(each.concept_id, each.concept_id.upper()), each.score * 10, each.concept_id == chosen)
        for each in verdict.scores
    ]
    return ScoresPreview(tuple(sorted(rows, key=lambda row: -row.score)))


def _script(values: tuple[Script, ...], tools: _Tools) -> Preview | None:
    del tools
    script = values[0]
    return _text((script.headline, *(line.text for line in script.lines if line.text)))


def _words(values: tuple[str, ...], tools: _Tools) -> Preview | None:
    del tools
    return _text(values)


def _formats(values: tuple[Format, ...], tools: _Tools) -> Preview | None:
    del tools
    return _text(f"{item.aspect}   {item.width_px} × {item.height_px}" for item in values)


def _storyboard(values: tuple[Storyboard, ...], tools: _Tools) -> Preview | None:
    """The shots' pictures once all are drawn, else what they will show."""
    board, shots = values[0], tools.context.shots
    drawn = [(shot.id, shots[shot.id]) for shot in board.shots if shot.id in shots]
    if len(drawn) < len(board.shots) or not drawn:
        return _text(f"{shot.id.upper()}  {shot.description}" for shot in board.shots)
    pictures = tuple(tools.thumbnails.scene(scene) for _, scene in drawn[:MAX_PICTURES])
    return StripPreview(pictures, tuple(name.upper() for name, _ in drawn[:MAX_PICTURES]), len(drawn))


def _scenes(values: tuple[Scene, ...], tools: _Tools) -> Preview:
    """Each shot once, in the frame size that comes first."""
    first: dict[str, Scene] = {}
    for scene in values:
        first.setdefault(scene.shot_id, scene)
    shown = list(first.values())[:MAX_PICTURES]
    return StripPreview(
        tuple(tools.thumbnails.scene(scene) for scene in shown), tuple(s.shot_id.upper() for s in shown), len(first)
    )


def _stills(values: tuple[ImageRef, ...], tools: _Tools) -> Preview:
    shown = values[:MAX_PICTURES]
    return StripPreview(tuple(tools.thumbnails.still(ref) for ref in shown), ("",) * len(shown), len(values))


def _film(values: tuple[Sequence, ...], tools: _Tools) -> Preview | None:
    cut = values[0]
    if not cut.views:
        return None
    seconds = s_from_ticks(cut.duration_ticks)
    return FilmPreview(tools.thumbnails.film(cut, min(_POSTER_S, seconds / 2)), seconds, film_tracks(cut))


def _files(values: tuple[AdFile, ...], tools: _Tools) -> Preview:
    shown = values[:MAX_PICTURES]
    return FilesPreview(
        pictures=tuple(tools.thumbnails.still(file.thumbnail) for file in shown),
        labels=tuple(file.format.aspect for file in shown),
        verdicts=tuple(file.verdict for file in shown),
        count=len(values),
    )


def _voices(values: tuple[VoiceTake, ...], tools: _Tools) -> Preview | None:
    """All lines of the node one after the other."""
    spoken = [take.audio for take in values if take.audio is not None]
    if not spoken:
        return None
    from admaker_desktop.media.peaks import PEAKS_PER_S  # heavy: worker threads only

    pause = [0.0] * round(_SILENCE_S * PEAKS_PER_S)
    fine: list[float] = []
    for audio in spoken:
        fine += (pause if fine else []) + tools.thumbnails.peaks((audio,)).tolist()
    return WavePreview(bars(fine, _PEAKS), sum(audio.seconds for audio in spoken))


def _music(values: tuple[MusicTake, ...], tools: _Tools) -> Preview | None:
    stems = tuple(ref for _, ref in values[0].stems)
    if not stems:
        return None
    return WavePreview(bars(tools.thumbnails.peaks(stems).tolist(), _PEAKS), max(ref.seconds for ref in stems))


def bars(peaks: list[float], count: int) -> tuple[float, ...]:
    """Peaks gathered into `count` bars, scaled so that the loudest is 1; fewer where there are fewer peaks."""
    count = min(count, len(peaks))
    edges = [len(peaks) * at // count for at in range(count + 1)] if count else [0]
    loudest = max(peaks, default=0.0) or 1.0
    return tuple(max(peaks[start:end]) / loudest for start, end in pairwise(edges))


_MAKERS: dict[Any, Callable[[Any, _Tools], Preview | None]] = {
    Brief: _brief,
    BrandKit: _brand,
    Concepts: _concepts,
    Verdict: _verdict,
    Script: _script,
    Storyboard: _storyboard,
    str: _words,
    Format: _formats,
    Scene: _scenes,
    ImageRef: _stills,
    Sequence: _film,
    AdFile: _files,
    VoiceTake: _voices,
    MusicTake: _music,
}
"""By the type of an output's values."""
