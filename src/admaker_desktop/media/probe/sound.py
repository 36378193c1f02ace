"""Listens to every decoded sample once: loudness, true peak, silence, clipping, by one FFmpeg filter graph."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from fractions import Fraction

import av
import av.error
import av.filter
import numpy as np

from admaker_desktop.media.probe.facts import Stretch

SILENCE_DB = -60
MIN_SILENCE_S = 0.5
_GATE_LUFS = -70.0  # EBU Tech 3341: what a sound reads in which nothing passes the gate
_FULL_SCALE = 1.0 - 2.0**-15
_MOMENTARY_STEPS, _SHORT_TERM_STEPS = 4, 30  # windows of 400 ms and 3 s in steps of 100 ms
_PAD_S = 0.2  # the filter says nothing about an unfinished step of 100 ms: silence completes it


@dataclass(slots=True)
class SoundMeter:
    """Takes decoded frames in order of time; one thread."""

    samples: int = 0
    start_s: float | None = None
    end_s: float = 0.0
    clipped: int = 0
    _rate: int = 0
    _peak: float = 0.0
    _integrated: list[float] = field(default_factory=list)
    _momentary: list[float] = field(default_factory=list)
    _short_term: list[float] = field(default_factory=list)
    _silent: list[Stretch] = field(default_factory=list)
    _silent_since: float | None = None
    _graph: av.filter.Graph | None = None

    def add(self, frame: av.AudioFrame) -> None:
        """Measure one frame; raises av.error.FFmpegError when its form changes in the middle of the file."""
        if self._graph is None:
            self._rate = frame.sample_rate
            self._graph = _graph(frame)
        at_s = self.end_s if frame.pts is None or frame.time_base is None else float(frame.pts * frame.time_base)
        if self.start_s is None:
            self.start_s = at_s
        # The filters count from 0 and without holes: what is heard is measured, not what the stamps say.
        frame.pts, frame.time_base = self.samples, Fraction(1, self._rate)
        self.samples += frame.samples
        self.end_s = at_s + frame.samples / self._rate
        self._graph.push(frame)
        self._pull()

    def finish(self) -> None:
        """Complete the last step and close an open silence."""
        if self._graph is None:
            return
        self._graph.push(None)
        self._pull()
        self._close_silence(self.samples / self._rate)

    @property
    def lufs(self) -> float | None:
        """Integrated loudness; None below 100 ms and when nothing passes the gate."""
        steps = self._steps
        if not steps or self._integrated[steps - 1] <= _GATE_LUFS:
            return None
        return self._integrated[steps - 1]

    @property
    def max_momentary_lufs(self) -> float | None:
        return max(self._momentary[_MOMENTARY_STEPS - 1 : self._steps], default=None)

    @property
    def max_short_term_lufs(self) -> float | None:
        return max(self._short_term[_SHORT_TERM_STEPS - 1 : self._steps], default=None)

    @property
    def true_peak_dbtp(self) -> float | None:
        return round(20 * math.log10(self._peak), 3) if self._peak > 0 else None

    @property
    def silent(self) -> tuple[Stretch, ...]:
        return tuple(self._silent)

    @property
    def _steps(self) -> int:
        """Whole steps of 100 ms that the sound fills."""
        return min(self.samples * 10 // self._rate, len(self._integrated)) if self._rate else 0

    def _pull(self) -> None:
        while self._graph is not None:
            try:
                out = self._graph.pull()
            except (av.BlockingIOError, av.EOFError):
                return
            if isinstance(out, av.AudioFrame):
                self._note(dict(out.metadata))
                self.clipped += int(np.count_nonzero(np.abs(out.to_ndarray()) >= _FULL_SCALE))

    def _note(self, found: dict[str, str]) -> None:
        if "lavfi.r128.I" in found:
            self._integrated.append(float(found["lavfi.r128.I"]))
            self._momentary.append(float(found["lavfi.r128.M"]))
            self._short_term.append(float(found["lavfi.r128.S"]))
            peaks = (found.get("lavfi.r128.true_peak"), found.get("lavfi.r128.sample_peak"))
            self._peak = max(self._peak, *(float(peak) for peak in peaks if peak is not None))
        if "lavfi.silence_end" in found:
            self._close_silence(float(found["lavfi.silence_end"]))
        if "lavfi.silence_start" in found:
            self._silent_since = max(0.0, float(found["lavfi.silence_start"]))

    def _close_silence(self, end_s: float) -> None:
        start_s, self._silent_since = self._silent_since, None
        end_s = min(end_s, self.samples / self._rate)
        if start_s is not None and end_s - start_s >= MIN_SILENCE_S - 1e-6:
            offset = self.start_s or 0.0
            self._silent.append(Stretch(start_s=round(start_s + offset, 4), end_s=round(end_s + offset, 4)))


def _graph(frame: av.AudioFrame) -> av.filter.Graph:
    graph = av.filter.Graph()
    node = graph.add_abuffer(
        sample_rate=frame.sample_rate,
        format=frame.format.name,
        layout=frame.layout.name,
        time_base=Fraction(1, frame.sample_rate),
    )
    chain = (
        ("apad", f"pad_dur={_PAD_S}"),
        ("ebur128", "peak=true+sample:metadata=1"),
        ("silencedetect", f"noise={SILENCE_DB}dB:duration={MIN_SILENCE_S}"),
        ("abuffersink", ""),
    )
    for name, options in chain:
        following = graph.add(name, options)
        node.link_to(following)
        node = following
    graph.configure()
    return graph
