"""Still pictures in and out of the content store: PNG, 8 bit, straight alpha, RGB order."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from admaker_desktop.core.errors import MediaError
from admaker_desktop.core.media import ImageRef
from admaker_desktop.core.store import MediaReader, MediaStore

Rgba = NDArray[np.uint8]
"""(height, width, 4) uint8, straight alpha, RGBA."""


def save_png(store: MediaStore, pixels: NDArray[np.uint8]) -> ImageRef:
    """Keep (h, w, 4) RGBA or (h, w, 3) RGB pixels; any thread; raises StorageError."""
    height, width, channels = pixels.shape
    order = cv2.COLOR_RGBA2BGRA if channels == 4 else cv2.COLOR_RGB2BGR
    done, data = cv2.imencode(".png", cv2.cvtColor(pixels, order), [cv2.IMWRITE_PNG_COMPRESSION, 1])
    if not done:
        raise MediaError("A picture of {width}x{height} could not be written as PNG.", width=width, height=height)
    ref = store.add_bytes(data.tobytes(), "png")
    return ImageRef(**ref.model_dump(), width_px=width, height_px=height, has_alpha=channels == 4)


def load_rgba(reader: MediaReader, ref: ImageRef) -> Rgba:
    """The pixels of a picture that the app itself has written; any thread; raises MediaError when it is damaged."""
    data = np.frombuffer(reader.path(ref).read_bytes(), np.uint8)
    pixels = cv2.imdecode(data, cv2.IMREAD_UNCHANGED)
    if pixels is None or pixels.ndim != 3:
        raise MediaError("The picture {name} cannot be read.", name=ref.sha256[:12], hint="Run again to make it anew.")
    order = cv2.COLOR_BGRA2RGBA if pixels.shape[2] == 4 else cv2.COLOR_BGR2RGBA
    return np.asarray(cv2.cvtColor(pixels, order), np.uint8)


_MAGIC = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg", b"RIFF": "webp"}
_MAX_SIDE_PX = 16_384
_MAX_PIXELS = 100_000_000
"""Limits for a foreign picture (reference/security.md F11)."""


def import_picture(store: MediaStore, data: bytes, name: str) -> ImageRef:
    """Keep a foreign PNG, JPEG or WebP as it is; any thread; raises MediaError for anything else."""
    ext = next((ext for magic, ext in _MAGIC.items() if data.startswith(magic)), None)
    if ext is None or (ext == "webp" and data[8:12] != b"WEBP"):
        raise MediaError("{name} is not a PNG, JPEG or WebP picture.", name=name, hint="Convert it and try again.")
    width, height = picture_size(data, ext)
    if width == 0 or height == 0:
        raise MediaError("{name} is damaged and cannot be read.", name=name, hint="Save it again as PNG.")
    if not 0 < width <= _MAX_SIDE_PX or not 0 < height <= _MAX_SIDE_PX or width * height > _MAX_PIXELS:
        raise MediaError(
            "{name} is {width}x{height} pixels, more than can be read safely.",
            name=name,
            width=width,
            height=height,
            hint="Make it smaller.",
        )
    pixels = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
    if pixels is None:
        raise MediaError("{name} is damaged and cannot be read.", name=name, hint="Save it again as PNG.")
    ref = store.add_bytes(data, ext)
    has_alpha = pixels.ndim == 3 and pixels.shape[2] == 4
    return ImageRef(**ref.model_dump(), width_px=pixels.shape[1], height_px=pixels.shape[0], has_alpha=has_alpha)


def picture_size(data: bytes, ext: str) -> tuple[int, int]:
    """(width, height) in pixels as the header says, without decoding; (0, 0) when there is none."""
    if ext == "png":
        return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    return _jpeg_size(data) if ext == "jpg" else _webp_size(data)


def _jpeg_size(data: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            return int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(data[at + 5 : at + 7], "big")
        at += 2 + length
    return 0, 0


def _webp_size(data: bytes) -> tuple[int, int]:
    kind = data[12:16]
    if kind == b"VP8X":
        return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
    if kind == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1
    return int.from_bytes(data[26:28], "little") & 0x3FFF, int.from_bytes(data[28:30], "little") & 0x3FFF
