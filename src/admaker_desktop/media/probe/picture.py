"""Looks at every decoded frame once: black and frozen stretches by FFmpeg's filters, flashes by our own counter."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

import av
import av.error
import av.filter
import numpy as np
from av.video.format import VideoFormat
from av.video.reformatter import ColorRange, VideoReformatter
from numpy.typing import NDArray

from admaker_desktop.media.probe.facts import FlashFacts, Stretch
from admaker_desktop.media.probe.flashes import FlashCounter

LONG_SIDE_PX = 480
"""1080x1920 is judged at 270x480: 1 ms a frame instead of 16 (media.md 6)."""
MIN_BLACK_S = 0.1
MIN_FROZEN_S = 1.0
_FILTERS = (("blackdetect", f"d={MIN_BLACK_S}:pix_th=0.10"), ("freezedetect", f"n=-55dB:d={MIN_FROZEN_S}"))


@dataclass(slots=True)
class PictureMeter:
    """Takes frames in order of time; one thread."""

    time_base: Fraction
    frames: int = 0
    corrupt: int = 0
    start_s: float | None = None
    last_s: float = 0.0
    is_interlaced: bool = False
    _black: list[Stretch] = field(default_factory=list)
    _frozen: list[Stretch] = field(default_factory=list)
    _open: dict[str, float] = field(default_factory=dict)
    _flashes: FlashCounter = field(default_factory=FlashCounter)
    _reformatter: VideoReformatter = field(default_factory=VideoReformatter)
    _graph: av.filter.Graph | None = None
    _size: tuple[int, int] = (0, 0)

    def add(self, frame: av.VideoFrame) -> None:
        """Measure one frame; raises av.error.FFmpegError when it cannot be converted."""
        self.frames += 1
        self.corrupt += bool(frame.is_corrupt)
        self.is_interlaced |= bool(frame.interlaced_frame)
        if frame.pts is None:
            return
        at_s = float(frame.pts * self.time_base)
        self.start_s = at_s if self.start_s is None else min(self.start_s, at_s)
        self.last_s = max(self.last_s, at_s)
        if self._graph is None:
            self._size = _small(frame.width, frame.height)
            self._graph = _graph(self._size, self.time_base)
        width, height = self._size
        small = self._reformatter.reformat(frame, width, height, "yuv420p", dst_color_range=ColorRange.MPEG)
        self._flashes.add(_luma(small), at_s)
        small.pts, small.time_base = frame.pts, self.time_base
        self._graph.push(small)
        self._pull()

    def finish(self, end_s: float) -> None:
        """Close what is still open when the film ends at `end_s`."""
        if self._graph is not None:
            self._graph.push(None)
            self._pull()
        self._close("black", end_s)
        self._close("frozen", end_s)

    @property
    def black(self) -> tuple[Stretch, ...]:
        return tuple(self._black)

    @property
    def frozen(self) -> tuple[Stretch, ...]:
        return tuple(self._frozen)

    def flashes(self, frame_s: float) -> FlashFacts:
        """The worst second of flashing, for frames of this length in seconds."""
        return self._flashes.facts(frame_s)

    def _pull(self) -> None:
        while self._graph is not None:
            try:
                out = self._graph.pull()
            except (av.BlockingIOError, av.EOFError):
                return
            self._note(dict(out.metadata))

    def _note(self, found: dict[str, str]) -> None:
        """An event of a filter: a start opens a stretch, an end closes it."""
        if "lavfi.black_end" in found:
            self._close("black", float(found["lavfi.black_end"]))
        if "lavfi.black_start" in found:
            self._open["black"] = float(found["lavfi.black_start"])
        if "lavfi.freezedetect.freeze_end" in found:
            self._close("frozen", float(found["lavfi.freezedetect.freeze_end"]))
        if "lavfi.freezedetect.freeze_start" in found:
            self._open["frozen"] = float(found["lavfi.freezedetect.freeze_start"])

    def _close(self, what: str, end_s: float) -> None:
        start_s = self._open.pop(what, None)
        if start_s is None:
            return
        held, least = (self._black, MIN_BLACK_S) if what == "black" else (self._frozen, MIN_FROZEN_S)
        if end_s - start_s >= least - 1e-6:
            held.append(Stretch(start_s=round(start_s, 4), end_s=round(end_s, 4)))


def _small(width: int, height: int) -> tuple[int, int]:
    """Even sides, the longer one at most 480 px."""
    scale = min(1.0, LONG_SIDE_PX / max(width, height))
    return max(2, round(width * scale / 2) * 2), max(2, round(height * scale / 2) * 2)


def _graph(size: tuple[int, int], time_base: Fraction) -> av.filter.Graph:
    graph = av.filter.Graph()
    node = graph.add_buffer(width=size[0], height=size[1], format=VideoFormat("yuv420p", *size), time_base=time_base)
    for name, options in (*_FILTERS, ("buffersink", "")):
        following = graph.add(name, options)
        node.link_to(following)
        node = following
    graph.configure()
    return graph


def _luma(frame: av.VideoFrame) -> NDArray[np.uint8]:
    """A view of the first plane without its padding."""
    plane = frame.planes[0]
    rows = np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)
    return rows[: frame.height, : frame.width]
