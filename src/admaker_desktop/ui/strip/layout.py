"""Heights of the strip's tracks: as designed where there is room, lower where there is not."""

from __future__ import annotations

from dataclasses import dataclass

from admaker_desktop.ui.strip.cut import Cut, Track, TrackKind

HEAD_PX = 168
RULER_PX = 24
LABEL_PX = 17
"""Height of the words above a shot's pictures."""
_ROW_GAP = 3

_FULL: dict[TrackKind, int] = {"captions": 24, "titles": 24, "shots": 67, "voice": 41, "music": 41}
_LEAST: dict[TrackKind, int] = {"captions": 17, "titles": 17, "shots": 40, "voice": 22, "music": 22}
_FULL_PADDING, _LEAST_PADDING = 7, 4
_EAGER: dict[TrackKind, float] = {"voice": 3.0}
"""Grows so much sooner: the words of a voice are read, above its waveform."""


@dataclass(frozen=True, slots=True)
class TrackBox:
    """A track and its place from the top of the tracks; `clip_px` is the height of a clip."""

    track: Track
    y: int
    height: int
    clip_px: int
    padding: int

    def clip_y(self, row: int) -> int:
        """Where clips of a row begin."""
        return self.y + self.padding // 2 + row * (self.clip_px + _ROW_GAP)


def lay_out(cut: Cut, room_px: int) -> tuple[TrackBox, ...]:
    """The tracks of a cut, top to bottom, so high that they fit into the room if they can."""
    least, full = _total(cut, 0.0), _total(cut, 1.0)
    share = min(1.0, max(0.0, (room_px - least) / max(1, full - least)))
    boxes, y = [], 0
    while share > 0 and _total(cut, share) > room_px:  # roundings add up
        share = max(0.0, share - 0.02)
    for track in cut.tracks:
        clip_px, padding, height = _heights(track, share)
        boxes.append(TrackBox(track, y, height, clip_px, padding))
        y += height
    return tuple(boxes)


def _total(cut: Cut, share: float) -> int:
    return sum(_heights(track, share)[2] for track in cut.tracks)


def _heights(track: Track, share: float) -> tuple[int, int, int]:
    """(clip, padding, track) in pixels; `share` is 0 for the least heights and 1 for the full ones."""
    grown = min(1.0, share * _EAGER.get(track.kind, 1.0))
    clip = round(_LEAST[track.kind] + grown * (_FULL[track.kind] - _LEAST[track.kind]))
    padding = round(_LEAST_PADDING + share * (_FULL_PADDING - _LEAST_PADDING))
    return clip, padding, padding + track.rows * clip + (track.rows - 1) * _ROW_GAP
