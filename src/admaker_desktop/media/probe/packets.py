"""What the packets of one track say before anything is decoded: rate, constancy, bit rate, keyframes, B-frames."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

Times = NDArray[np.float64]


@dataclass(slots=True)
class PacketLog:
    """Collects the packets of one track in the order of the file."""

    time_base: Fraction
    pts: list[int] = field(default_factory=list)
    durations: list[int] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    keys: list[int] = field(default_factory=list)
    """Positions of the keyframes in this log."""

    def add(self, pts: int | None, duration: int | None, size: int, *, is_key: bool) -> None:
        """Note one packet; without a time it counts as following the one before."""
        if is_key:
            self.keys.append(len(self.pts))
        before = self.pts[-1] + self.durations[-1] if self.pts else 0
        self.pts.append(before if pts is None else pts)
        self.durations.append(duration or 0)
        self.sizes.append(size)

    @property
    def fps(self) -> float | None:
        """Packets a second by their own clock; None below two packets."""
        step = self._step()
        return None if step is None else round(1 / (step * float(self.time_base)), 4)

    @property
    def is_constant(self) -> bool | None:
        """Every packet lies on an even grid, up to the rounding of the time base; None below three packets."""
        step = self._step()
        if step is None or len(self.pts) < 3:
            return None
        times = np.sort(np.array(self.pts, np.float64))
        grid = times[0] + step * np.arange(times.size)
        return bool(np.abs(times - grid).max() <= min(1.001, 0.1 * step))

    @property
    def end_s(self) -> float:
        """When the last packet ends."""
        return max(self.pts, default=0) * float(self.time_base) + self.last_frame_s

    @property
    def last_frame_s(self) -> float:
        """Length of the last packet shown; taken from the mean step where the file does not tell; 0 when unknown."""
        if not self.pts:
            return 0.0
        last = int(np.argmax(self.pts))
        return (self.durations[last] or self._step() or 0.0) * float(self.time_base)

    @property
    def mean_kbps(self) -> float | None:
        """Bits over the length that the packets cover."""
        span_s = self.end_s - min(self.pts) * float(self.time_base) if self.pts else 0.0
        return round(sum(self.sizes) * 8 / span_s / 1000, 2) if span_s > 0 else None

    @property
    def peak_kbps(self) -> float | None:
        """The busiest second; the mean for shorter tracks."""
        span_s = self.end_s - min(self.pts) * float(self.time_base) if self.pts else 0.0
        if span_s <= 1:
            return self.mean_kbps
        order = np.argsort(self.pts, kind="stable")
        times = np.array(self.pts, np.float64)[order] * float(self.time_base)
        total = np.concatenate(([0], np.cumsum(np.array(self.sizes, np.int64)[order])))
        after = np.searchsorted(times, times + 1 - 1e-6)
        return round(float((total[after] - total[: times.size]).max()) * 8 / 1000, 2)

    @property
    def longest_gop(self) -> int | None:
        """Most packets from a keyframe up to the next one or the end."""
        if not self.keys:
            return None
        return int(np.diff([*self.keys, len(self.pts)]).max())

    @property
    def has_reordering(self) -> bool:
        """Packets come in another order than they are shown: B-frames."""
        return any(later < earlier for earlier, later in zip(self.pts, self.pts[1:], strict=False))

    @property
    def is_closed_gop(self) -> bool | None:
        """Nothing shown before a keyframe is coded after it; None without a second keyframe."""
        if len(self.keys) < 2:
            return None
        ends = [*self.keys[1:], len(self.pts)]
        return all(min(self.pts[key:end]) >= self.pts[key] for key, end in zip(self.keys, ends, strict=True))

    def _step(self) -> float | None:
        """Mean step in ticks of the time base."""
        if len(self.pts) < 2:
            return None
        span = max(self.pts) - min(self.pts)
        return span / (len(self.pts) - 1) if span > 0 else None
