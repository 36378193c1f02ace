"""Files are known by their first bytes; what is no media is refused before a decoder sees it."""

from __future__ import annotations

import struct
from pathlib import Path

import cv2
import numpy as np
import pytest

from admaker_desktop.core.errors import MediaError
from admaker_desktop.media.probe.sniff import image_size, sniff

RIFF = b"RIFF\x00\x00\x00\x00"


@pytest.mark.parametrize(
    ("head", "container"),
    [
        (b"\0\0\0\x18ftypisom", "mp4"),
        (b"\0\0\0\x18ftypqt  ", "mov"),
        (b"\0\0\0\x18ftypM4V ", "m4v"),
        (b"\0\0\0\x18ftyp3gp5", "3gp"),
        (b"\0\0\0\x08wide\0\0\0\0mdat", "mov"),
        (b"\x1aE\xdf\xa3\x9fB\x82\x84webm", "webm"),
        (b"\x1aE\xdf\xa3\x9fB\x82\x88matroska", "mkv"),
        (RIFF + b"WAVEfmt ", "wav"),
        (RIFF + b"AVI LIST", "avi"),
        (RIFF + b"WEBPVP8 ", "webp"),
        (b"FORM\0\0\0\0AIFC", "aiff"),
        (b"ID3\x04\0\0", "mp3"),
        (b"\xff\xfb\x90\x00", "mp3"),
        (b"\xff\xf1\x50\x80", "aac"),
        (b"fLaC\0\0", "flac"),
        (b"OggS\0\x02", "ogg"),
        (b"GIF89a\x01\0\x01\0", "gif"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "png"),
        (b"\xff\xd8\xff\xe0", "jpg"),
        ((b"\x47" + bytes(187)) * 3, "mpegts"),
    ],
)
def test_the_kind_is_read_from_the_bytes_not_from_the_name(tmp_path: Path, head: bytes, container: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(head)
    assert sniff(path).container == container


@pytest.mark.parametrize(
    "head", [b"RIFF\0\0\0\0RMID", b"\xff\xff\xff\xff", b"\xff\xfb\xff\xff", b"BM" + bytes(60), b"a", b"%PDF-1.7"]
)
def test_other_bytes_are_refused(tmp_path: Path, head: bytes) -> None:
    path = tmp_path / "a.mp4"
    path.write_bytes(head)
    with pytest.raises(MediaError, match="no film, sound or picture"):
        sniff(path)


@pytest.mark.parametrize("ext", ["png", "jpg", "webp"])
def test_image_headers_give_the_real_size(ext: str) -> None:
    _, data = cv2.imencode(f".{ext}", np.zeros((37, 61, 3), np.uint8))
    assert image_size(data.tobytes()) == (61, 37)


def test_lossless_extended_and_gif_headers() -> None:
    _, data = cv2.imencode(".webp", np.zeros((37, 61, 3), np.uint8), [cv2.IMWRITE_WEBP_QUALITY, 101])
    assert image_size(data.tobytes()) == (61, 37)
    assert image_size(RIFF + b"WEBPVP8X" + bytes(8) + b"\x3f\x00\x00\x23\x00\x00") == (64, 36)
    assert image_size(b"GIF89a" + struct.pack("<HH", 320, 50)) == (320, 50)
    assert image_size(RIFF + b"WEBPXXXX" + bytes(20)) is None
    assert image_size(b"\xff\xd8\xff\xe0\xff") is None
    assert image_size(b"\xff\xd8\xff\xe0\x00\x04\x00\x00nonsense!!") is None


@pytest.mark.parametrize("size", [(16_000, 16_000), (20_000, 10)])
def test_pictures_that_claim_too_many_pixels_are_refused(tmp_path: Path, size: tuple[int, int]) -> None:
    path = tmp_path / "bomb.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", *size))
    with pytest.raises(MediaError, match="too large"):
        sniff(path)
