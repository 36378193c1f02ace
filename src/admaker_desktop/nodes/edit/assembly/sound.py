"""The sound tracks: spoken lines at their slots, never over one another, and the music's stems."""

from __future__ import annotations

from dataclasses import dataclass

from admaker_desktop.ad.deliverable import VoiceTake
from admaker_desktop.ad.script import ScriptLine
from admaker_desktop.core.media import AudioRef
from admaker_desktop.core.ticks import TICKS_PER_SECOND, ticks_from_s
from admaker_desktop.nodes.edit.assembly.parts import CutParts
from admaker_desktop.timeline.model import AudioClip

GAP_S = 0.12
"""Silence kept between two lines."""
EARLY_S = 0.4
"""How far a line may start before its slot when the ad is too short for all."""
TAIL_S = 0.15
"""Silence kept after the last line."""
_CUT_FADE_S = 0.08
_MUSIC_FADE_S = 0.25
_SHORTEST_CUT_S = 0.6
_CUT_FIRST = ("use", "proof", "benefit", "hook", "offer", "cta")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A line as it is heard: from a frame, for so many ticks of its sound."""

    line: ScriptLine
    take: VoiceTake
    audio: AudioRef
    start_frame: int
    duration_ticks: int

    @property
    def is_cut(self) -> bool:
        return self.duration_ticks < _ticks_of(self.audio)


def _ticks_of(audio: AudioRef) -> int:
    return audio.frames * TICKS_PER_SECOND // audio.sample_rate_hz


def place_voices(parts: CutParts) -> tuple[Spoken, ...]:
    """When every line is heard.

    A line that runs over pushes the next ones later. When the last would then end too late, pauses shrink, lines
    start earlier (first by 0.4 s at most, then as needed), and in the end the longest-winded lines are cut at a word.
    """
    takes = {take.line_id: take for take in parts.voices if take.audio is not None and take.audio.frames > 0}
    heard = [(line, takes[line.id]) for line in parts.lines if line.id in takes]
    heard.sort(key=lambda pair: pair[0].start_ticks)
    spoken = [
        Spoken(line, take, take.audio, 0, _ticks_of(take.audio)) for line, take in heard if take.audio is not None
    ]
    slots = [parts.rate.nearest_frame(item.line.start_ticks) for item in spoken]
    limit = parts.frames - parts.frames_for(TAIL_S)
    gap, early = parts.frames_for(GAP_S), parts.frames_for(EARLY_S)
    lengths = [_frames(parts, item.duration_ticks) for item in spoken]
    starts: list[int] | None = None
    for pause, ahead in ((gap, 0), (1, 0), (gap, early), (1, early), (1, parts.frames)):
        starts = starts or _schedule(slots, lengths, limit, pause, ahead)
    if starts is None:
        spoken = _cut_to_fit(parts, spoken, limit)
        lengths = [_frames(parts, item.duration_ticks) for item in spoken]
        starts = _schedule([0] * len(spoken), lengths, max(limit, sum(lengths) + len(lengths)), 1, 0) or []
    return tuple(
        Spoken(item.line, item.take, item.audio, start, item.duration_ticks)
        for item, start in zip(spoken, starts, strict=True)
    )


def _frames(parts: CutParts, ticks: int) -> int:
    """Whole frames that hold a length."""
    return -(-ticks * parts.rate.num // (TICKS_PER_SECOND * parts.rate.den))


def _schedule(slots: list[int], lengths: list[int], limit: int, gap: int, early: int) -> list[int] | None:
    """Start frames as near to the slots as the rules allow; None when the lines do not fit."""
    latest = [0] * len(slots)
    bound = limit
    for index in range(len(slots) - 1, -1, -1):
        latest[index] = bound - lengths[index]
        bound = latest[index] - gap
    free = earliest = 0
    starts = []
    for index, slot in enumerate(slots):
        earliest = max(0, slot - early, earliest)
        if earliest > latest[index]:
            return None
        start = min(max(slot, free), latest[index])
        starts.append(start)
        free = start + lengths[index] + gap
        earliest += lengths[index] + gap
    return starts


def _cut_to_fit(parts: CutParts, spoken: list[Spoken], limit: int) -> list[Spoken]:
    """The same lines, some of them cut after a word so that all of them together fit; the call to action goes last."""
    over = sum(_frames(parts, item.duration_ticks) + 1 for item in spoken) - limit
    cut = list(spoken)
    for role in _CUT_FIRST:
        for index, item in enumerate(cut):
            if over <= 0:
                return cut
            if item.line.role == role:
                wanted = max(ticks_from_s(_SHORTEST_CUT_S), item.duration_ticks - parts.rate.ticks_at(over + 1))
                ends = [ticks_from_s(word.end_s) for word in item.take.words if 0 < ticks_from_s(word.end_s) <= wanted]
                duration = min(item.duration_ticks, ends[-1] if ends else wanted)
                over -= _frames(parts, item.duration_ticks) - _frames(parts, duration)
                cut[index] = Spoken(item.line, item.take, item.audio, 0, duration)
    return cut


def voice_clips(parts: CutParts, spoken: tuple[Spoken, ...]) -> tuple[AudioClip, ...]:
    """The voice track."""
    clips = []
    for item in spoken:
        start = parts.rate.ticks_at(item.start_frame)
        room = parts.rate.ticks_at(parts.frames) - start
        if room > 0:
            clips.append(
                AudioClip(
                    id=f"voice-{item.line.id}",
                    audio=item.audio,
                    role="voice",
                    start_ticks=start,
                    duration_ticks=min(item.duration_ticks, room),
                    fade_out_ticks=ticks_from_s(_CUT_FADE_S) if item.is_cut or item.duration_ticks > room else 0,
                )
            )
    return tuple(clips)


def music_clips(parts: CutParts) -> tuple[AudioClip, ...]:
    """The music track: every stem from the first frame, ducked under the voice."""
    total = parts.rate.ticks_at(parts.frames)
    clips = []
    for name, audio in parts.music.stems if parts.music else ():
        length = _ticks_of(audio)
        clips.append(
            AudioClip(
                id=f"music-{name}",
                audio=audio,
                role="music",
                start_ticks=0,
                duration_ticks=min(length, total),
                fade_out_ticks=ticks_from_s(_MUSIC_FADE_S) if length > total else 0,
                ducked=True,
            )
        )
    return tuple(clips)
