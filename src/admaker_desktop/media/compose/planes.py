"""Planar pictures: the frame being drawn, RGB to BT.709 limited YUV, and laying premultiplied planes over a frame."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import av
import cv2
import numpy as np
from av.video.reformatter import ColorRange, Colorspace, Interpolation, VideoReformatter
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]

_EXACT = Interpolation.BILINEAR | Interpolation.ACCURATE_RND | Interpolation.FULL_CHR_H_INT | Interpolation.BITEXACT
"""swscale's way that rounds instead of cutting off and gives the same bytes on every processor."""
_BLACK_Y, _GREY_UV, _OPAQUE = 16, 128, 255


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A yuv420p frame: three plane views of one (height * 3 // 2, width) buffer."""

    buffer: Bytes
    y: Bytes
    u: Bytes
    v: Bytes

    @classmethod
    def over(cls, buffer: Bytes) -> Frame:
        """The plane views of a contiguous buffer; width and height are even."""
        rows, width = buffer.shape
        height = rows * 2 // 3
        if (
            not buffer.flags.c_contiguous
            or buffer.dtype != np.uint8
            or width % 2
            or height % 2
            or rows != height * 3 // 2
        ):
            raise ValueError(f"not a yuv420p buffer: {buffer.shape} {buffer.dtype}")
        flat = buffer.reshape(-1)
        luma, chroma = width * height, width * height // 4
        half = (height // 2, width // 2)
        return cls(
            buffer,
            flat[:luma].reshape(height, width),
            flat[luma : luma + chroma].reshape(half),
            flat[luma + chroma :].reshape(half),
        )

    @classmethod
    def empty(cls, width: int, height: int) -> Frame:
        """A new frame with undefined content."""
        return cls.over(np.empty((height * 3 // 2, width), np.uint8))

    @property
    def width(self) -> int:
        return int(self.y.shape[1])

    @property
    def height(self) -> int:
        return int(self.y.shape[0])

    def fill(self, colour: tuple[int, int, int]) -> None:
        """One (Y, U, V) everywhere."""
        for plane, value in zip((self.y, self.u, self.v), colour, strict=True):
            plane[...] = value


class Scratch:
    """Reused memory for what one frame needs for a moment; fresh pages cost more than the arithmetic done in them.

    Belongs to one thread. A name's array is valid until the name is asked for again.
    """

    def __init__(self) -> None:
        self._flat: dict[str, Bytes] = {}

    def take(self, name: str, *shape: int) -> Bytes:
        """A contiguous uint8 array of this shape with undefined content."""
        size = math.prod(shape)
        flat = self._flat.get(name)
        if flat is None or flat.size < size:
            flat = self._flat[name] = np.empty(size, np.uint8)
        return flat[:size].reshape(shape)


def yuv_from_rgb(rgb: NDArray[Any]) -> tuple[Bytes, Bytes, Bytes]:
    """(h, w, 3) RGB as three full-size BT.709 limited planes (4:4:4), by swscale: OpenCV knows BT.601 only."""
    frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(rgb), format="rgb24")
    converted = VideoReformatter().reformat(
        frame,
        format="yuv444p",
        src_color_range=ColorRange.JPEG,
        dst_colorspace=Colorspace.ITU709,
        dst_color_range=ColorRange.MPEG,
        interpolation=_EXACT,
        threads=1,
    )
    height, width = rgb.shape[:2]
    # Planes are padded: line_size is not the width.
    y, u, v = (
        np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)[:height, :width]
        for plane in converted.planes
    )
    return y, u, v


def video_frame(buffer: Bytes) -> av.VideoFrame:
    """A (height * 3 // 2, width) yuv420p buffer as a frame; without a copy where PyAV can (heights that 4 divides).

    PyAV 18 reads the height off the rows as `rows // 6 * 4`: 1350 rows would become 1348.
    """
    if buffer.shape[0] % 6 == 0:
        return av.VideoFrame.from_numpy_buffer(buffer, format="yuv420p")
    source = Frame.over(buffer)
    frame = av.VideoFrame(source.width, source.height, "yuv420p")
    for plane, pixels in zip(frame.planes, (source.y, source.u, source.v), strict=True):
        height, width = pixels.shape
        np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)[:height, :width] = pixels
    return frame


def rgb_from_frame(buffer: Bytes) -> Bytes:
    """A BT.709 limited yuv420p buffer as (h, w, 3) RGB."""
    converted = VideoReformatter().reformat(
        video_frame(buffer),
        format="rgb24",
        src_colorspace=Colorspace.ITU709,
        src_color_range=ColorRange.MPEG,
        dst_color_range=ColorRange.JPEG,
        interpolation=_EXACT,
        threads=1,
    )
    return np.asarray(converted.to_ndarray(), np.uint8)


def yuv_of_colour(colour: str) -> tuple[int, int, int]:
    """`#rrggbb` as (Y, U, V)."""
    rgb = np.frombuffer(bytes.fromhex(colour.removeprefix("#")), np.uint8)
    y, u, v = yuv_from_rgb(np.broadcast_to(rgb, (2, 2, 3)))
    return int(y[0, 0]), int(u[0, 0]), int(v[0, 0])


def premultiplied(rgba: Bytes) -> Bytes:
    """Straight (h, w, 4) RGBA as premultiplied RGBA. Always before scaling, else edges fringe."""
    alpha = cv2.extractChannel(rgba, 3)
    full = cv2.merge([alpha, alpha, alpha, np.full_like(alpha, _OPAQUE)])
    return np.asarray(cv2.multiply(rgba, full, scale=1 / _OPAQUE), np.uint8)


def cover_planes(rgba: Bytes) -> tuple[Bytes, Bytes, Bytes, Bytes]:
    """Premultiplied RGBA as (Y * a, U * a, V * a, 255 - a), all full size: `dst = dst * (255 - a) / 255 + plane`.

    Black's offsets are premultiplied too (swscale adds 16 and 128 whatever the alpha: taken off here by coverage).
    """
    clear = np.asarray(255 - rgba[..., 3], np.uint8)
    y, u, v = yuv_from_rgb(cv2.cvtColor(rgba, cv2.COLOR_RGBA2RGB))
    return _less(y, clear, _BLACK_Y), _less(u, clear, _GREY_UV), _less(v, clear, _GREY_UV), clear


def _less(plane: Bytes, clear: Bytes, offset: int) -> Bytes:
    """A plane without the offset of what is clear."""
    return np.asarray(cv2.subtract(plane, cv2.convertScaleAbs(clear, alpha=offset / _OPAQUE)), np.uint8)


def lay(dst: Bytes, cover: Bytes, clear: Bytes, opacity: float, scratch: Scratch) -> None:
    """Lay a premultiplied plane over another of the same shape, in place."""
    if opacity >= 1:
        cv2.multiply(dst, clear, dst=dst, scale=1 / _OPAQUE)
        cv2.add(dst, cover, dst=dst)
    else:
        over = scratch.take("lay", *dst.shape)
        cv2.multiply(dst, clear, dst=over, scale=1 / _OPAQUE)
        cv2.add(over, cover, dst=over)
        cv2.addWeighted(dst, 1 - opacity, over, opacity, 0, dst=dst)
