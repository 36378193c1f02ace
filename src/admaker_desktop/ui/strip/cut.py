"""A cut as the strip shows it: tracks of clips of one view, those that stand together joined into one."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Sequence as SequenceOf
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Literal, TypeVar

from admaker_desktop.ad.deliverable import Format
from admaker_desktop.core.ticks import FrameRate, s_from_ticks
from admaker_desktop.timeline.model import AudioClip, Clip, LogoClip, Sequence, ShotClip, TitleClip

if TYPE_CHECKING:
    from admaker_desktop.ad.scene import Scene
    from admaker_desktop.core.media import AudioRef

TrackKind = Literal["captions", "titles", "shots", "voice", "music"]

_ROLE_ICONS = {
    "headline": "type",
    "support": "type",
    "offer": "tag",
    "cta": "mouse-pointer-click",
    "legal": "shield-check",
    "brand": "badge-check",
}


@dataclass(frozen=True, slots=True)
class StripClip:
    """What is painted as one block."""

    id: str
    """The clip's id in the sequence; of several joined ones, the first's."""
    kind: TrackKind
    start_ticks: int
    end_ticks: int
    texts: tuple[str, ...] = ()
    """What it says, in the ad's language; a shot's name."""
    icon: str = ""
    row: int = 0
    is_end_card: bool = False
    fade_in_ticks: int = 0
    scene: Scene | None = None
    audio: tuple[AudioRef, ...] = ()
    """Sounds that play together."""
    is_ducked: bool = False

    @property
    def seconds(self) -> float:
        return s_from_ticks(self.end_ticks - self.start_ticks)


@dataclass(frozen=True, slots=True)
class Track:
    """Clips of a kind; those that overlap lie in rows below each other."""

    kind: TrackKind
    clips: tuple[StripClip, ...]

    @property
    def rows(self) -> int:
        return max((clip.row for clip in self.clips), default=0) + 1


@dataclass(frozen=True, slots=True)
class Cut:
    """One view of a sequence. Frames are counted at the view's own rate, as the player and the export do."""

    sequence: Sequence
    view: Format
    rate: FrameRate
    frames: int
    tracks: tuple[Track, ...]

    @property
    def seconds(self) -> float:
        return s_from_ticks(self.sequence.duration_ticks)

    def count(self, kind: TrackKind) -> int:
        """How many clips a track holds."""
        return sum(len(track.clips) for track in self.tracks if track.kind == kind)


def read_cut(sequence: Sequence, view_id: str) -> Cut:
    """The cut in one view; an unknown view id counts as the first view. Raises IndexError for a cut without views."""
    view = next((view for view in sequence.views if view.id == view_id), sequence.views[0])
    rate = FrameRate.from_fps(view.fps)
    tracks = (
        Track("captions", _in_rows(_captions(sequence, view))),
        Track("titles", _in_rows(_titles(sequence, view))),
        Track("shots", tuple(_shot(clip, sequence, view) for clip in sequence.shots)),
        Track("voice", tuple(_voice(clip, sequence) for clip in sequence.voice)),
        Track("music", _in_rows(_music(sequence))),
    )
    return Cut(sequence, view, rate, max(1, rate.frames_in(sequence.duration_ticks)), tracks)


def _captions(sequence: Sequence, view: Format) -> list[StripClip]:
    shown = (clip for clip in sequence.captions if any(layout.view == view.id for layout in clip.layouts))
    return [StripClip(clip.id, "captions", clip.start_ticks, clip.end_ticks, (clip.text,)) for clip in shown]


def _titles(sequence: Sequence, view: Format) -> list[StripClip]:
    """Titles and logos; those with the same start and end are one block, as an end card is made of several."""
    clips: list[TitleClip | LogoClip] = [*sequence.logos, *sequence.titles]
    shown = [clip for clip in clips if any(layout.view == view.id for layout in clip.layouts)]
    blocks = []
    for (start, end), together in _by_span(shown):
        icons = ["image" if isinstance(clip, LogoClip) else _ROLE_ICONS[clip.role] for clip in together]
        blocks.append(
            StripClip(
                together[0].id,
                "titles",
                start,
                end,
                tuple(clip.text for clip in together if isinstance(clip, TitleClip)),
                icon=icons[0] if len(icons) == 1 else "badge-check",
                is_end_card=len(together) > 1 and start >= sequence.end_card_ticks > 0,
            )
        )
    return blocks


def _shot(clip: ShotClip, sequence: Sequence, view: Format) -> StripClip:
    return StripClip(
        clip.id,
        "shots",
        clip.start_ticks,
        clip.end_ticks,
        (clip.shot_id.upper(),),
        is_end_card=0 < sequence.end_card_ticks == clip.start_ticks,
        fade_in_ticks=clip.fade_in_ticks,
        scene=clip.scene_for(view.width_px, view.height_px),
    )


def _voice(clip: AudioClip, sequence: Sequence) -> StripClip:
    """A spoken line; its words are those of the captions that begin in it."""
    words = (word for caption in sequence.captions for word in caption.words)
    spoken = " ".join(word.text for word in words if clip.start_ticks <= word.start_ticks < clip.end_ticks)
    texts = (spoken,) if spoken else ()
    return StripClip(clip.id, "voice", clip.start_ticks, clip.end_ticks, texts, audio=(clip.audio,))


def _music(sequence: Sequence) -> list[StripClip]:
    return [
        StripClip(
            stems[0].id,
            "music",
            start,
            end,
            audio=tuple(stem.audio for stem in stems),
            is_ducked=any(stem.ducked for stem in stems),
        )
        for (start, end), stems in _by_span(sequence.music)
    ]


ClipT = TypeVar("ClipT", bound=Clip)


def _by_span(clips: Iterable[ClipT]) -> list[tuple[tuple[int, int], list[ClipT]]]:
    """Clips with the same start and end together, in order of time."""

    def span(clip: ClipT) -> tuple[int, int]:
        return clip.start_ticks, clip.end_ticks

    return [(key, list(together)) for key, together in groupby(sorted(clips, key=span), span)]


def _in_rows(clips: SequenceOf[StripClip]) -> tuple[StripClip, ...]:
    """Each clip in the first row that is free when it starts."""
    ends: list[int] = []
    placed = []
    for clip in sorted(clips, key=lambda clip: (clip.start_ticks, clip.end_ticks)):
        row = next((at for at, end in enumerate(ends) if end <= clip.start_ticks), len(ends))
        ends[row : row + 1] = [clip.end_ticks]
        placed.append(replace(clip, row=row))
    return tuple(placed)
