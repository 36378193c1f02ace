"""Own bounded walk over the boxes of an MP4 or MOV (ISO/IEC 14496-12): what demuxers hide or repair."""

from __future__ import annotations

import math
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from admaker_desktop.core.messages import Message, msg
from admaker_desktop.media.probe.facts import BoxFacts

MAX_BOXES = 10_000
MAX_DEPTH = 8
MAX_PAYLOAD_BYTES = 65_536
"""Of one box that is read; media data are never read."""

_CONTAINERS = frozenset({"moov", "trak", "edts", "mdia", "minf", "stbl"})
_READ = frozenset({"ftyp", "mvhd", "tkhd", "elst", "mdhd", "hdlr", "stsd"})
_VIDEO_ENTRY_BYTES = 78  # fixed part of a visual sample entry, before its own boxes
_BOX_TYPE = struct.Struct(">I4s")


@dataclass(slots=True)
class _Track:
    handler: str = ""
    matrix: tuple[int, ...] = ()
    edits: list[tuple[int, int]] = field(default_factory=list)  # (length, media time)
    media_s: float | None = None
    colr: str | None = None
    pasp: str | None = None


@dataclass(slots=True)
class _Walk:
    """What the walk has seen so far."""

    file: BinaryIO
    left: int = MAX_BOXES
    order: list[str] = field(default_factory=list)
    brands: list[str] = field(default_factory=list)
    movie_s: float | None = None
    tracks: list[_Track] = field(default_factory=list)
    problems: list[Message] = field(default_factory=list)

    def complain(self, problem: Message) -> None:
        if problem not in self.problems and len(self.problems) < 8:
            self.problems.append(problem)


def read_boxes(path: Path) -> BoxFacts:
    """Facts of an MP4 or MOV; damaged files give what can be read and `problems`; raises OSError only."""
    size = path.stat().st_size
    with path.open("rb") as file:
        walk = _Walk(file)
        _walk(walk, 0, size, 0)
    video = next((track for track in walk.tracks if track.handler == "vide"), None)
    if "moov" not in walk.order:
        walk.complain(msg("there is no movie header (moov)"))
    edited = [track for track in walk.tracks if track.edits]
    return BoxFacts(
        major_brand=walk.brands[0] if walk.brands else None,
        compatible_brands=tuple(walk.brands[1:]),
        top_level=tuple(walk.order[:32]),
        is_moov_first=_is_moov_first(walk.order),
        edit_lists=len(edited),
        has_shifting_edit=any(len(track.edits) > 1 or track.edits[0][1] != 0 for track in edited),
        colr=video.colr if video else None,
        pasp=video.pasp if video else None,
        rotation_deg=_rotation(video.matrix) if video else None,
        movie_s=walk.movie_s,
        track_s=tuple(track.media_s for track in walk.tracks if track.media_s is not None),
        problems=tuple(walk.problems),
    )


def _walk(walk: _Walk, start: int, end: int, depth: int) -> None:
    for kind, body, stop in _boxes(walk, start, end):
        if depth == 0:
            walk.order.append(kind)
        if kind == "trak":
            walk.tracks.append(_Track())
        if kind in _CONTAINERS and depth < MAX_DEPTH:
            _walk(walk, body, stop, depth + 1)
        elif kind in _READ:
            walk.file.seek(body)
            _read(walk, kind, walk.file.read(min(stop - body, MAX_PAYLOAD_BYTES)))


def _boxes(walk: _Walk, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """(type, first byte of the payload, first byte after the box) of each box of a range."""
    at = start
    while at + 8 <= end:
        walk.left -= 1
        if walk.left < 0:
            walk.complain(msg("there are more than {count} boxes", count=MAX_BOXES))
            return
        walk.file.seek(at)
        head = walk.file.read(16)
        if len(head) < 8:
            return
        size, raw = _BOX_TYPE.unpack_from(head)
        kind, body = raw.decode("latin-1"), at + 8
        if size == 1 and len(head) == 16:
            size, body = int.from_bytes(head[8:16], "big"), at + 16
        elif size == 0:  # up to the end of the file
            size = end - at
        if size < body - at:
            walk.complain(msg("box {kind} claims {size} bytes", kind=repr(kind), size=size))
            return
        if at + size > end:
            walk.complain(
                msg(
                    "box {kind} is cut off: {left} of {size} bytes are there", kind=repr(kind), left=end - at, size=size
                )
            )
        yield kind, body, min(at + size, end)
        at += size


def _read(walk: _Walk, kind: str, data: bytes) -> None:
    track = walk.tracks[-1] if walk.tracks else None
    try:
        if kind == "ftyp":
            words = [data[at : at + 4].decode("latin-1") for at in range(0, len(data) - 3, 4)]
            walk.brands = words[:1] + words[2:34]
        elif kind == "mvhd":
            walk.movie_s = _header_seconds(data)
        elif track is None:
            walk.complain(msg("box {kind} lies outside a track", kind=repr(kind)))
        elif kind == "tkhd":
            at = 52 if data[0] == 1 else 40
            track.matrix = struct.unpack_from(">9i", data, at)
        elif kind == "mdhd":
            track.media_s = _header_seconds(data)
        elif kind == "hdlr":
            track.handler = track.handler or data[8:12].decode("latin-1")
        elif kind == "elst":
            track.edits = _edits(data)
        elif kind == "stsd":
            _read_entry(track, data)
    except (struct.error, IndexError):
        walk.complain(msg("box {kind} is too short", kind=repr(kind)))


def _header_seconds(data: bytes) -> float | None:
    """Length of an `mvhd` or `mdhd`: both begin alike."""
    if data[0] == 1:
        scale, length = struct.unpack_from(">IQ", data, 20)
    else:
        scale, length = struct.unpack_from(">II", data, 12)
    return length / scale if scale else None


def _edits(data: bytes) -> list[tuple[int, int]]:
    shape, step = (">Qq", 20) if data[0] == 1 else (">Ii", 12)
    (count,) = struct.unpack_from(">I", data, 4)
    held = (len(data) - 8) // step
    edits = [struct.unpack_from(shape, data, 8 + step * at) for at in range(min(count, held, 1000))]
    return [(length, media_time) for length, media_time in edits]


def _read_entry(track: _Track, data: bytes) -> None:
    """`colr` and `pasp` in the first sample entry of a video track."""
    if track.handler != "vide" or len(data) < 16:
        return
    (size,) = struct.unpack_from(">I", data, 8)
    at, end = 16 + _VIDEO_ENTRY_BYTES, min(8 + size, len(data))
    while at + 8 <= end:
        length, raw = _BOX_TYPE.unpack_from(data, at)
        body = data[at + 8 : at + length]
        if raw == b"colr" and body[:4] in (b"nclx", b"nclc"):
            track.colr = _colour(body)
        elif raw == b"pasp":
            across, down = struct.unpack_from(">II", body)
            track.pasp = f"{across}:{down}"
        if length < 8:
            return
        at += length


def _colour(body: bytes) -> str:
    primaries, transfer, matrix = struct.unpack_from(">HHH", body, 4)
    text = f"{body[:4].decode()} {primaries}/{transfer}/{matrix}"
    if body[:4] != b"nclx" or len(body) < 11:
        return text
    return f"{text} {'full' if body[10] & 0x80 else 'limited'}"


def _is_moov_first(order: list[str]) -> bool | None:
    if "moov" not in order:
        return None
    return "mdat" not in order or order.index("moov") < order.index("mdat")


def _rotation(matrix: tuple[int, ...]) -> int | None:
    """Degrees clockwise; None for a track without a readable header."""
    if not matrix:
        return None
    return round(math.degrees(math.atan2(matrix[1], matrix[0]))) % 360
