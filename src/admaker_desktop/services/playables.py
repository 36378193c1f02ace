"""What of a project can be played: the finished ad in each format, the cut, and any node's output."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from admaker_desktop.ad.deliverable import AdFile, Format, MusicTake, VoiceTake
from admaker_desktop.ad.scene import Scene
from admaker_desktop.core.media import AudioRef, ImageRef
from admaker_desktop.engine.steps import NodeResult
from admaker_desktop.project.content import ContentStore
from admaker_desktop.timeline.model import Sequence

if TYPE_CHECKING:
    from admaker_desktop.media.playback.sources import Source

_MOST_IN_A_RATIO, _NAMED_WORDS = 21, 4
_SHOT_S = 3.0
"""How long a drawn shot is played on its own: about a shot's length in a 15 s ad."""


@dataclass(frozen=True, slots=True)
class Playable:
    """Something to play. `make` opens it, on a worker thread; raises MediaError when its file is gone."""

    key: str
    label: str
    """A ratio, a number, or the ad's own words: the same in every language."""
    family: str
    make: Callable[[], Source]


def of_files(files: tuple[AdFile, ...], store: ContentStore) -> tuple[Playable, ...]:
    """The finished ads, one for each format."""
    return tuple(Playable(file.format.id, _view_label(file.format), "video", _film(store, file)) for file in files)


def of_sequence(sequence: Sequence, store: ContentStore) -> tuple[Playable, ...]:
    """The cut in each of its views, composed as the export composes it."""
    return tuple(Playable(v.id, _view_label(v), "video", _cut(sequence, v, store)) for v in sequence.views)


def of_result(result: NodeResult, store: ContentStore) -> tuple[Playable, ...]:
    """What a node has made, as far as it can be seen or heard; empty for words."""
    found: list[Playable] = []
    for port in result.spec.outputs:
        for value in result.values(port)[0]:
            found.extend(_of_value(value, store))
    unique = {playable.key: playable for playable in found}
    return tuple(unique.values())


def _of_value(value: Any, store: ContentStore) -> tuple[Playable, ...]:
    if isinstance(value, AdFile):
        return of_files((value,), store)
    if isinstance(value, Sequence):
        return of_sequence(value, store)
    if isinstance(value, Scene):
        key = f"{value.shot_id} {value.width_px}x{value.height_px}"
        return (
            Playable(
                key,
                f"{value.shot_id.upper()} · {_aspect(value.width_px, value.height_px)}",
                "video",
                _shot(value, store),
            ),
        )
    if isinstance(value, ImageRef):
        return (Playable(value.sha256, f"{value.width_px} × {value.height_px}", "image", _still(value, store)),)
    if isinstance(value, VoiceTake):
        return (Playable(value.line_id, _said(value), "voice", _sound(store, value.audio)),) if value.audio else ()
    if isinstance(value, MusicTake):
        sounds = tuple(sound for _, sound in value.stems)
        return (Playable("music", f"{value.bpm:.0f} bpm", "music", _sound(store, *sounds)),)
    return ()


def _said(take: VoiceTake) -> str:
    words = [word.text for word in take.words]
    return " ".join(words[:_NAMED_WORDS]) + ("…" if len(words) > _NAMED_WORDS else "")


def _view_label(view: Format) -> str:
    return view.aspect or f"{view.width_px} × {view.height_px}"


def _aspect(width_px: int, height_px: int) -> str:
    """As in 9:16; the pixels where the ratio has no name."""
    common = math.gcd(width_px, height_px)
    across, down = width_px // common, height_px // common
    return f"{across}:{down}" if max(across, down) <= _MOST_IN_A_RATIO else f"{width_px} × {height_px}"


# The players' sources bring codecs and numpy: they are imported when something is played, on the worker that plays it.
def _film(store: ContentStore, file: AdFile) -> Callable[[], Source]:
    def make() -> Source:
        from admaker_desktop.media.playback.sources import FilmSource

        return FilmSource(store.path(file.video))

    return make


def _cut(sequence: Sequence, view: Format, store: ContentStore) -> Callable[[], Source]:
    def make() -> Source:
        from admaker_desktop.media.playback.sources import SequenceSource

        return SequenceSource(sequence, view, store)

    return make


def _shot(scene: Scene, store: ContentStore) -> Callable[[], Source]:
    def make() -> Source:
        from admaker_desktop.media.playback.sources import SceneSource

        return SceneSource(scene, _SHOT_S, store)

    return make


def _still(image: ImageRef, store: ContentStore) -> Callable[[], Source]:
    def make() -> Source:
        from admaker_desktop.media.playback.sources import StillSource

        return StillSource(image, store)

    return make


def _sound(store: ContentStore, *sounds: AudioRef) -> Callable[[], Source]:
    def make() -> Source:
        from admaker_desktop.media.playback.sources import SoundSource

        return SoundSource(store, *sounds)

    return make
