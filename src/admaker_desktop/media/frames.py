"""Frames of a film file by their number, exact, scaled to the size that they are shown at."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator
from pathlib import Path

import av
import av.error
import numpy as np
from av.container import InputContainer
from av.video.frame import VideoFrame
from av.video.reformatter import ColorRange, Colorspace, Interpolation, VideoReformatter
from av.video.stream import VideoStream
from numpy.typing import NDArray

from admaker_desktop.core.errors import MediaError
from admaker_desktop.core.messages import msg
from admaker_desktop.core.ticks import FrameRate
from admaker_desktop.media.probe.sniff import sniff
from admaker_desktop.media.waves import SAMPLE_RATE_HZ, Samples

Rgb = NDArray[np.uint8]
"""(height, width, 3) uint8, RGB, full range, contiguous."""
Size = tuple[int, int]
"""Width and height in pixels."""

_FORWARD = 24
"""Frames ahead that are reached by decoding on instead of seeking (reference/qt.md section 5)."""
_LEAD_IN = 12
"""Frames before a target that are kept when the film is looked through backwards."""
_CACHE_BYTES = 48_000_000
_HD_LINES = 720  # untagged films of fewer lines are BT.601 (reference/media.md section 2)
_UNTAGGED = 2
_LONGEST_S = 3600
_AGAIN = msg("Run again to make it anew, or choose another file.")


class FilmReader:
    """One open film file. Belongs to one thread; whoever opens it closes it.

    Raises MediaError when the file is gone, damaged or holds no picture. Meant for files that this app has made; what
    a stranger sends is measured by `media.worker` first.
    """

    def __init__(self, path: Path) -> None:
        self._name = path.name
        self._container = open_media(path)
        try:
            self._stream = _picture_of(self._container, path)
            self._pts, self._keys = _index(self._container, self._stream)
        except MediaError:
            self._container.close()
            raise
        except (av.error.FFmpegError, OSError) as error:
            self._container.close()
            raise _unreadable(path.name) from error
        if not self._pts:
            self._container.close()
            raise _unreadable(path.name)
        context = self._stream.codec_context
        self.frames = len(self._pts)
        self.fps = FrameRate.from_fps(float(self._stream.average_rate or self._stream.guessed_rate or 30))
        self.size: Size = (context.width, context.height)
        self._is_601 = context.colorspace == _UNTAGGED and context.height < _HD_LINES
        self._reformatter = VideoReformatter()
        self._decoder: Iterator[VideoFrame] = iter(())
        self._at: int | None = None  # the frame that the decoder gave last
        self._asked = 0
        self._cache: OrderedDict[tuple[int, Size], Rgb] = OrderedDict()

    def frame(self, index: int, size: Size) -> Rgb:
        """Frame `index` (0..frames-1) at this size; the array is shared with the cache: do not write into it.

        The next frame costs one decoding, a jump decodes from the key frame before it. Raises MediaError.
        """
        if not 0 <= index < self.frames:
            raise IndexError(f"frame {index} of {self.frames}")
        is_backward, self._asked = index < self._asked, index
        kept = self._cache.get((index, size))
        if kept is not None:
            self._cache.move_to_end((index, size))
            return kept
        try:
            return self._decode(index, size, is_backward=is_backward)
        except (av.error.FFmpegError, OSError) as error:
            self._at = None
            raise _unreadable(self._name) from error

    def close(self) -> None:
        """Close the file; may be called twice."""
        self._decoder = iter(())
        self._cache.clear()
        self._container.close()

    def _decode(self, index: int, size: Size, *, is_backward: bool) -> Rgb:
        if not self._is_reached_by_decoding(index):
            self._container.seek(self._pts[index], stream=self._stream, backward=True)
            self._decoder = self._container.decode(self._stream)
        for frame in self._decoder:
            if frame.pts is None:
                continue
            self._at = bisect_right(self._pts, frame.pts) - 1
            if self._at >= index:
                return self._keep(index, size, frame)
            if is_backward and index - self._at <= _LEAD_IN:
                self._keep(self._at, size, frame)
        self._at = None
        raise MediaError("{name} ends before its time.", name=self._name, hint=_AGAIN)

    def _is_reached_by_decoding(self, index: int) -> bool:
        if self._at is None or index <= self._at:
            return False
        return index - self._at < _FORWARD or self._keys[bisect_right(self._keys, index) - 1] <= self._at

    def _keep(self, index: int, size: Size, frame: VideoFrame) -> Rgb:
        pixels = self._scaled(frame, size)
        self._cache[index, size] = pixels
        while len(self._cache) > max(1, _CACHE_BYTES // pixels.nbytes):
            self._cache.popitem(last=False)
        return pixels

    def _scaled(self, frame: VideoFrame, size: Size) -> Rgb:
        width, height = size
        scaled = self._reformatter.reformat(
            frame,
            width=width,
            height=height,
            format="rgb24",
            src_colorspace=Colorspace.ITU601 if self._is_601 else Colorspace.ITU709,
            dst_color_range=ColorRange.JPEG,
            interpolation=Interpolation.BILINEAR,
            threads=1,
        )
        return np.ascontiguousarray(scaled.to_ndarray(), np.uint8)  # rows are padded


def read_sound(path: Path) -> Samples | None:
    """The sound of a film or sound file as (2, n) float32 at 48 kHz, beginning with its picture; None without one.

    Any thread. Raises MediaError when the file is gone or damaged.
    """
    with open_media(path) as container:
        if not container.streams.audio:
            return None
        resampler = av.AudioResampler(format="fltp", layout="stereo", rate=SAMPLE_RATE_HZ)
        blocks: list[Samples] = []
        start: int | None = None
        left = _LONGEST_S * SAMPLE_RATE_HZ
        try:
            for frame in container.decode(audio=0):
                if start is None:
                    start = round((frame.time or 0.0) * SAMPLE_RATE_HZ)
                for part in resampler.resample(frame):
                    blocks.append(np.asarray(part.to_ndarray(), np.float32))
                    left -= blocks[-1].shape[1]
                if left <= 0:
                    break
            blocks += [np.asarray(part.to_ndarray(), np.float32) for part in resampler.resample(None)]
        except av.error.FFmpegError as error:
            raise _unreadable(path.name) from error
    if not blocks:
        return None
    heard = np.concatenate(blocks, axis=1)
    lead = start or 0
    return np.pad(heard, ((0, 0), (lead, 0))) if lead >= 0 else heard[:, -lead:]


def open_media(path: Path) -> InputContainer:
    """Open a media file by what it is, not by its name; raises MediaError."""
    demuxer = sniff(path).demuxer
    options = {"protocol_whitelist": "file", "format_whitelist": demuxer}
    try:
        return av.open(str(path), format=demuxer, options=options)
    except (av.error.FFmpegError, OSError) as error:
        raise _unreadable(path.name) from error


def _picture_of(container: InputContainer, path: Path) -> VideoStream:
    if not container.streams.video:
        raise MediaError("{name} holds no picture.", name=path.name, hint="Choose a film.")
    stream = container.streams.video[0]
    stream.thread_type = "SLICE"  # frame threads double the time of a short seek (reference/media.md section 3)
    return stream


def _index(container: InputContainer, stream: VideoStream) -> tuple[list[int], list[int]]:
    """The time of every frame in the order of showing, and the numbers of the key frames; nothing is decoded."""
    found = [(packet.pts, packet.is_keyframe) for packet in container.demux(stream) if packet.pts is not None]
    found.sort()
    return [pts for pts, _ in found], [number for number, (_, is_key) in enumerate(found) if is_key] or [0]


def _unreadable(name: str) -> MediaError:
    return MediaError("{name} cannot be read: it is damaged.", name=name, hint=_AGAIN)
