"""What kind of media a file is by its first bytes, before any decoder sees it: the name is not trusted."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

from admaker_desktop.core.errors import MediaError

HEAD_BYTES = 65_536
MAX_PIXELS = 40_000_000
MAX_SIDE_PX = 16_384
"""Larger pictures are refused: a 1 MB PNG of 16000x16000 costs 280 MB as soon as it is opened (media.md 8)."""

_UNKNOWN = "is no film, sound or picture that can be read"
_MOV_BOXES = (b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide", b"pnot", b"styp")
_JPEG_SIZE_MARKERS = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


@dataclass(frozen=True, slots=True)
class Sniffed:
    """The demuxer to force (`format` of av.open) and the kind of file by content."""

    demuxer: str
    container: str


def sniff(path: Path) -> Sniffed:
    """Read the first 64 KB; any thread; raises MediaError for missing, empty, unknown or oversized files."""
    head = _head(path)
    found = _recognised(head)
    if found is None:
        raise MediaError(
            "{name} is no film, sound or picture that can be read.",
            name=path.name,
            hint="Give a media file such as MP4, MOV, WebM, WAV, MP3, PNG or JPEG.",
        )
    size = image_size(head)
    if size and (size[0] * size[1] > MAX_PIXELS or max(size) > MAX_SIDE_PX):
        raise MediaError(
            "{name} is {width}x{height} pixels, too large to open.",
            name=path.name,
            width=size[0],
            height=size[1],
            most=MAX_PIXELS // 1_000_000,
            side=MAX_SIDE_PX,
            hint="Up to {most} million pixels and {side} a side are read.",
        )
    return found


def image_size(head: bytes) -> tuple[int, int] | None:
    """Width and height in pixels that a PNG, GIF, WebP or JPEG header claims; None for other files."""
    if head.startswith(b"\x89PNG\r\n\x1a\n") and len(head) >= 24:
        width, height = struct.unpack(">II", head[16:24])
        return width, height
    if head[:6] in (b"GIF87a", b"GIF89a") and len(head) >= 10:
        width, height = struct.unpack("<HH", head[6:10])
        return width, height
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return _webp_size(head)
    if head.startswith(b"\xff\xd8\xff"):
        return _jpeg_size(head)
    return None


def _head(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise MediaError("{name} is a folder, not a media file.", name=path.name, hint="Give a file.")
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except FileNotFoundError as error:
        raise MediaError("{name} does not exist.", name=path.name, hint="Check the path.") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise MediaError(
            "{name} cannot be read.", name=path.name, hint="Check that it is a file that you may read."
        ) from error
    if not head:
        raise MediaError("{name} is empty.", name=path.name, hint="Give a media file.")
    return head


def _recognised(head: bytes) -> Sniffed | None:
    if head[4:8] in _MOV_BOXES:
        return Sniffed("mov", _mov_kind(head))
    if head.startswith(b"\x1aE\xdf\xa3"):
        return Sniffed("matroska", "webm" if b"webm" in head[:80] else "mkv")
    if head[:4] in (b"RIFF", b"RF64"):
        return {
            b"WAVE": Sniffed("wav", "wav"),
            b"AVI ": Sniffed("avi", "avi"),
            b"WEBP": Sniffed("webp_pipe", "webp"),
        }.get(head[8:12])
    for magic, demuxer, container in _MAGICS:
        if head.startswith(magic):
            return Sniffed(demuxer, container)
    if head[:4] == b"FORM" and head[8:12] in (b"AIFF", b"AIFC"):
        return Sniffed("aiff", "aiff")
    return _by_sync_bytes(head)


_MAGICS = (
    (b"\x89PNG\r\n\x1a\n", "png_pipe", "png"),
    (b"\xff\xd8\xff", "jpeg_pipe", "jpg"),
    (b"GIF87a", "gif", "gif"),
    (b"GIF89a", "gif", "gif"),
    (b"ID3", "mp3", "mp3"),
    (b"fLaC", "flac", "flac"),
    (b"OggS", "ogg", "ogg"),
    (b"\x06\x0e\x2b\x34\x02\x05\x01\x01\x0d\x01\x02\x01\x01\x02", "mxf", "mxf"),
)


def _by_sync_bytes(head: bytes) -> Sniffed | None:
    """Streams that begin with a frame instead of a magic number: MPEG-TS packets, ADTS and MP3 frames."""
    if len(head) > 376 and all(head[at] == 0x47 for at in (0, 188, 376)):
        return Sniffed("mpegts", "mpegts")
    if len(head) < 4 or head[0] != 0xFF:
        return None
    if head[1] & 0xF6 == 0xF0:
        return Sniffed("aac", "aac")
    is_layer_3 = head[1] & 0xE6 == 0xE2
    return Sniffed("mp3", "mp3") if is_layer_3 and head[2] & 0xF0 != 0xF0 and head[2] & 0x0C != 0x0C else None


def _mov_kind(head: bytes) -> str:
    brand = head[8:12] if head[4:8] == b"ftyp" else b"qt  "  # QuickTime files before 2001 have no ftyp
    if brand == b"qt  ":
        return "mov"
    if brand in (b"M4V ", b"M4VH", b"M4VP"):
        return "m4v"
    return "3gp" if brand[:3] in (b"3gp", b"3g2") else "mp4"


def _webp_size(head: bytes) -> tuple[int, int] | None:
    kind = head[12:16]
    if kind == b"VP8X" and len(head) >= 30:
        return 1 + int.from_bytes(head[24:27], "little"), 1 + int.from_bytes(head[27:30], "little")
    if kind == b"VP8L" and len(head) >= 25:
        bits = int.from_bytes(head[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind == b"VP8 " and len(head) >= 30:
        return int.from_bytes(head[26:28], "little") & 0x3FFF, int.from_bytes(head[28:30], "little") & 0x3FFF
    return None


def _jpeg_size(head: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(head):
        if head[at] != 0xFF:
            return None
        marker = head[at + 1]
        if marker in _JPEG_SIZE_MARKERS:
            height, width = struct.unpack(">HH", head[at + 5 : at + 9])
            return width, height
        at += 2 if marker in (0x01, 0xFF) else 2 + int.from_bytes(head[at + 2 : at + 4], "big")
    return None
