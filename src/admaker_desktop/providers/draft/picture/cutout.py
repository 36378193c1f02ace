"""The client's product photos: read with care, cut out of their ground, trimmed to what is left."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from admaker_desktop.core.errors import MediaError
from admaker_desktop.core.messages import msg
from admaker_desktop.core.task import Task

MAX_SIDE_PX = 16_384
MAX_PIXELS = 100_000_000
KEPT_SIDE_PX = 2400
_WORK_SIDE_PX = 640
_UNIFORM_SPREAD = 9.0
"""Border whose 10th to 90th percentiles lie within this many levels of the median counts as one plain colour."""
_FLOOD_TOLERANCE = 14.0


def read_photo(path: Path) -> NDArray[np.uint8]:
    """(h, w, 4) uint8 RGBA, at most 2400 px a side; raises MediaError when it is no picture or too large a one."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise MediaError("The photo {name} cannot be read.", name=path.name, hint="Choose the file again.") from error
    size = sniff_size(data)
    hint = msg("Use a JPEG, PNG or WebP picture.")
    if size is None:
        raise MediaError("The photo {name} is no JPEG, PNG or WebP picture.", name=path.name[:20], hint=hint)
    width, height = size
    if max(size) > MAX_SIDE_PX or width * height > MAX_PIXELS or min(size) < 1:
        raise MediaError(
            "The photo is {width}x{height} pixels: too large.",
            width=width,
            height=height,
            hint="Use one of at most 100 megapixels.",
        )
    try:
        pixels = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
    except cv2.error as error:
        raise MediaError("The photo {name} is damaged.", name=path.name[:20], hint=hint) from error
    if pixels is None:
        raise MediaError("The photo {name} is damaged.", name=path.name[:20], hint=hint)
    return _as_rgba(pixels)


def sniff_size(data: bytes) -> tuple[int, int] | None:
    """Width and height as the header of a PNG, JPEG or WebP file tells, before anything is decoded."""
    if data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) >= 24:
        return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP" and len(data) >= 30:
        return _webp_size(data)
    if data[:2] == b"\xff\xd8":
        return _jpeg_size(data)
    return None


def _webp_size(data: bytes) -> tuple[int, int] | None:
    kind = data[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if kind == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind == b"VP8 ":
        return int.from_bytes(data[26:28], "little") & 0x3FFF, int.from_bytes(data[28:30], "little") & 0x3FFF
    return None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(data):
        if data[at] != 0xFF:
            at += 1
            continue
        marker = data[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            return int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(data[at + 5 : at + 7], "big")
        if marker == 0xFF or 0xD0 <= marker <= 0xD9 or marker == 0x01:
            at += 1 if marker == 0xFF else 2
            continue
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None


def _as_rgba(decoded: NDArray[np.generic]) -> NDArray[np.uint8]:
    if decoded.dtype not in (np.uint8, np.uint16):
        raise MediaError("The photo has an unusual pixel format.", hint="Save it again as JPEG or PNG.")
    pixels = np.asarray(decoded if decoded.dtype == np.uint8 else np.asarray(decoded, np.uint16) // 257, np.uint8)
    height, width = pixels.shape[:2]
    scale = KEPT_SIDE_PX / max(height, width)
    if scale < 1:
        size = (max(1, round(width * scale)), max(1, round(height * scale)))
        pixels = np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)
    if pixels.ndim == 2:
        return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_GRAY2RGBA), np.uint8)
    order = cv2.COLOR_BGRA2RGBA if pixels.shape[2] == 4 else cv2.COLOR_BGR2RGBA
    return np.asarray(cv2.cvtColor(pixels, order), np.uint8)


def cut_out(pixels: NDArray[np.uint8], task: Task) -> NDArray[np.uint8]:
    """The subject of an RGBA photo on clear ground, trimmed to its box; raises MediaError when nothing is left."""
    if int(pixels[..., 3].min()) < 250:
        return _trim(pixels, pixels[..., 3])
    task.progress(0.3, msg("Looking for the product in the photo"))
    alpha = _flood(pixels[..., :3])
    if alpha is None:
        task.progress(0.4, msg("Cutting the product out of its ground"))
        alpha = _grab(pixels[..., :3])
    return _trim(pixels, alpha)


def _flood(colours: NDArray[np.uint8]) -> NDArray[np.uint8] | None:
    """Alpha by growing the plain ground in from the border; None where the border is not plain."""
    lab = cv2.cvtColor(colours, cv2.COLOR_RGB2LAB).astype(np.float32)
    edge = np.concatenate([lab[0], lab[-1], lab[:, 0], lab[:, -1]])
    middle = np.median(edge, axis=0)
    spread = np.percentile(np.abs(edge - middle).max(axis=1), 90)
    if spread > _UNIFORM_SPREAD:
        return None
    away = np.sqrt(((lab - middle) ** 2).sum(axis=2))
    plain = (away < _FLOOD_TOLERANCE).astype(np.uint8)
    _, labels = cv2.connectedComponents(plain, connectivity=4)
    border = np.unique(np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]]))
    ground = np.isin(labels, border[border > 0])
    share = float(ground.mean())
    if not 0.02 < share < 0.985:
        return None
    hard = np.where(ground, 0, 255).astype(np.uint8)
    soft = cv2.GaussianBlur(cv2.erode(hard, np.ones((3, 3), np.uint8)), (0, 0), 0.8)
    return np.asarray(soft, np.uint8)


def _grab(colours: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Alpha by GrabCut from a central box, worked out small and scaled up."""
    height, width = colours.shape[:2]
    scale = min(1.0, _WORK_SIDE_PX / max(height, width))
    size = (max(8, round(width * scale)), max(8, round(height * scale)))
    small = cv2.cvtColor(cv2.resize(colours, size, interpolation=cv2.INTER_AREA), cv2.COLOR_RGB2BGR)
    mask = np.zeros(small.shape[:2], np.uint8)
    mx, my = max(1, round(size[0] * 0.08)), max(1, round(size[1] * 0.06))
    box = (mx, my, size[0] - 2 * mx, size[1] - 2 * my)
    cv2.setRNGSeed(7)  # GrabCut starts from k-means: the same photo must give the same mask
    try:
        cv2.grabCut(small, mask, box, np.zeros((1, 65)), np.zeros((1, 65)), 4, cv2.GC_INIT_WITH_RECT)
    except cv2.error as error:
        raise MediaError("No product was found in the photo.", hint="Use a photo on a plain ground.") from error
    solid = np.isin(mask, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.uint8)
    solid = _largest(np.asarray(cv2.morphologyEx(solid, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)), np.uint8))
    full = cv2.resize(solid * 255, (width, height), interpolation=cv2.INTER_CUBIC)
    return np.asarray(cv2.GaussianBlur(full, (0, 0), max(0.8, 0.6 / scale)), np.uint8)


def _largest(solid: NDArray[np.uint8]) -> NDArray[np.uint8]:
    count, labels, stats, _ = cv2.connectedComponentsWithStats(solid, connectivity=8)
    if count < 2:
        return solid
    keep = 1 + int(np.argmax(stats[1:, cv2.CC_STAT_AREA]))
    return np.asarray(labels == keep, np.uint8)


def _trim(pixels: NDArray[np.uint8], alpha: NDArray[np.uint8]) -> NDArray[np.uint8]:
    rows, columns = np.flatnonzero(alpha.max(axis=1) > 12), np.flatnonzero(alpha.max(axis=0) > 12)
    if rows.size < 2 or columns.size < 2:
        raise MediaError("No product was found in the photo.", hint="Use a photo on a plain ground.")
    out = pixels.copy()
    out[..., 3] = alpha
    return np.ascontiguousarray(out[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1])
