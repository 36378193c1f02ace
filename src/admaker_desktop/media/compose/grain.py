"""Film grain: a little noise on all planes, so that smooth grounds of 8 bits show no bands, grey or coloured."""

from __future__ import annotations

import numpy as np

from admaker_desktop.media.compose.planes import Frame

_TILE = 256
_AMPLITUDE = 1.5
"""Steps; triangular noise, so most pixels move by 0 or 1."""
_SEED = 709


class Grain:
    """Noise for one frame size; every frame shows the tile at another offset, chosen by its index."""

    def __init__(self, width: int, height: int) -> None:
        random = np.random.default_rng(_SEED)
        noise = (random.random((_TILE, _TILE)) - random.random((_TILE, _TILE))) * _AMPLITUDE
        tile = np.rint(noise).astype(np.int8).view(np.uint8)
        down, across = -(-height // _TILE) + 1, -(-width // _TILE) + 1
        self._noise = np.tile(tile, (down, across))

    def add(self, frame: Frame, index: int) -> None:
        """Add the grain of frame `index` in place. Limited planes (16..240) never wrap around."""
        scattered = index * 2_654_435_761
        for plane, turn in ((frame.y, 8), (frame.u, 11), (frame.v, 14)):
            height, width = plane.shape
            x, y = scattered >> turn & (_TILE - 1), scattered >> (turn + 12) & (_TILE - 1)
            np.add(plane, self._noise[y : y + height, x : x + width], out=plane)
