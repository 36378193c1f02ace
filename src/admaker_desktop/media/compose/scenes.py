"""A shot's picture: its layers drawn at any moment, what never moves composed only once."""

from __future__ import annotations

import numpy as np

from admaker_desktop.ad.scene import Scene
from admaker_desktop.core.store import MediaReader
from admaker_desktop.media.compose.backdrop import Backdrop, coarse_count
from admaker_desktop.media.compose.layers import Ground, MovingLayer, load_layer
from admaker_desktop.media.compose.motion import is_still
from admaker_desktop.media.compose.planes import Frame, Scratch


class ScenePicture:
    """The prepared layers of a scene. Belongs to one thread; raises MediaError when a layer's picture is gone."""

    def __init__(self, scene: Scene, background: tuple[int, int, int], reader: MediaReader, scratch: Scratch) -> None:
        self._background = background
        self._scratch = scratch
        coarse = coarse_count(scene)
        sharp = [load_layer(layer, reader, is_back=at == 0) for at, layer in enumerate(scene.layers[coarse:], coarse)]
        moving = [not is_still(layer) for layer in scene.layers[coarse:]]
        layers: list[MovingLayer] = list(sharp)
        if coarse:
            layers.insert(0, Backdrop(scene, coarse, background, reader))
            moving.insert(0, not all(map(is_still, scene.layers[:coarse])))
        still = moving.index(True) if True in moving else len(layers)
        self._plate: Frame | None = None
        self._layers = layers
        if still:
            plate = Frame.empty(scene.width_px, scene.height_px)
            self._draw_layers(plate, layers[:still], 0.0)
            self._plate, self._layers = plate, layers[still:]

    def draw(self, frame: Frame, at: float) -> None:
        """Draw the whole scene into a frame of its size; `at` is the fraction of the shot."""
        if self._plate is not None:
            np.copyto(frame.buffer, self._plate.buffer)
            for layer in self._layers:
                layer.draw(frame, at, self._scratch)
        else:
            self._draw_layers(frame, self._layers, at)

    def _draw_layers(self, frame: Frame, layers: list[MovingLayer], at: float) -> None:
        if not isinstance(layers[0], Ground | Backdrop):
            frame.fill(self._background)
        for layer in layers:
            layer.draw(frame, at, self._scratch)
