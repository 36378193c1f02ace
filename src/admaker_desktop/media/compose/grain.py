"""Film grain: a little noise on the luma, so that smooth grounds of 8 bits show no bands."""

from __future__ import annotations

import numpy as np

from admaker_desktop.media.compose.planes import Bytes

_TILE = 256
_AMPLITUDE = 1.5
"""Luma steps; triangular noise, so most pixels move by 0 or 1."""
_SEED = 709


class Grain:
    """Noise for one frame size; every frame shows the tile at another offset, chosen by its index."""

    def __init__(self, width: int, height: int) -> None:
        random = np.random.default_rng(_SEED)
        noise = (random.random((_TILE, _TILE)) - random.random((_TILE, _TILE))) * _AMPLITUDE
        tile = np.rint(noise).astype(np.int8).view(np.uint8)
        down, across = -(-height // _TILE) + 1, -(-width // _TILE) + 1
        self._noise = np.tile(tile, (down, across))

    def add(self, luma: Bytes, index: int) -> None:
        """Add the grain of frame `index` in place. Limited luma (16..235) never wraps around."""
        height, width = luma.shape
        scattered = index * 2_654_435_761
        x, y = scattered >> 8 & (_TILE - 1), scattered >> 20 & (_TILE - 1)
        np.add(luma, self._noise[y : y + height, x : x + width], out=luma)
