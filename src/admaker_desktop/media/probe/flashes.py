"""Counts flashes: opposite swings of luminance over a quarter of the picture (WCAG 2.3.1, ITU-R BT.1702)."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from admaker_desktop.media.probe.facts import FlashFacts

SWING = 0.1
"""Relative luminance between the darker and the brighter state."""
DARK_BELOW = 0.8
AREA = 0.25
_SIDE_PX = 96  # the longer side of the picture that is judged

_CODE = np.arange(256) - 16.0
_SIGNAL = np.clip(_CODE / 219.0, 0.0, 1.0)
_LINEAR = np.where(_SIGNAL <= 0.04045, _SIGNAL / 12.92, ((_SIGNAL + 0.055) / 1.055) ** 2.4).astype(np.float32)


class FlashCounter:
    """Feed it every frame's luma in order of time; it keeps a few thousand pixels of state. One thread."""

    def __init__(self) -> None:
        self._high: NDArray[np.float32] | None = None
        self._low = self._high
        self._direction = np.zeros(0, np.int8)
        self._events: list[tuple[float, int]] = []

    def add(self, luma: NDArray[np.uint8], at_s: float) -> None:
        """(height, width) uint8 limited-range luma of any size, the same for every frame."""
        height, width = luma.shape
        scale = min(1.0, _SIDE_PX / max(height, width))
        size = (max(1, round(width * scale)), max(1, round(height * scale)))
        light = _LINEAR[cv2.resize(luma, size, interpolation=cv2.INTER_AREA)]
        if self._high is None or self._low is None or self._high.shape != light.shape:
            self._high, self._low = light.copy(), light.copy()
            self._direction = np.zeros(light.shape, np.int8)
            return
        falls = (self._high - light >= SWING) & (light < DARK_BELOW) & (self._direction != -1)
        rises = (light - self._low >= SWING) & (self._low < DARK_BELOW) & (self._direction != 1) & ~falls
        self._direction[falls], self._direction[rises] = -1, 1
        turned = falls | rises
        self._high = np.where(turned, light, np.maximum(self._high, light))
        self._low = np.where(turned, light, np.minimum(self._low, light))
        for sign, pixels in ((-1, falls), (1, rises)):
            if np.count_nonzero(pixels) >= AREA * light.size and (not self._events or self._events[-1][1] != sign):
                self._events.append((at_s, sign))

    def facts(self, frame_s: float) -> FlashFacts:
        """The worst window of one second; `frame_s` is the length of a frame in seconds."""
        times = [at for at, _ in self._events]
        most, where, first = 0, None, 0
        for last, at in enumerate(times):
            while at - times[first] > 1 - frame_s / 2:
                first += 1
            if last - first + 1 > most:
                most, where = last - first + 1, times[first]
        return FlashFacts(most_in_a_second=most / 2, at_s=where)
