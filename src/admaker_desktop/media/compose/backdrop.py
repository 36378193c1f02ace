"""The back of a scene at half size: grounds, lights and shadows that were drawn coarsely are composed coarsely too."""

from __future__ import annotations

import cv2

from admaker_desktop.ad.scene import Keyframe, Layer, Scene
from admaker_desktop.core.store import MediaReader
from admaker_desktop.media.compose.layers import Ground, load_layer
from admaker_desktop.media.compose.planes import Frame, Scratch

_COARSE = 0.6
"""A picture with fewer pixels than this share of its box (across) has nothing to lose at half size."""


def coarse_count(scene: Scene) -> int:
    """How many layers from the back can be composed at half size; 0 where the frame cannot be halved twice."""
    if scene.width_px % 4 or scene.height_px % 4:
        return 0
    sharp = (at for at, layer in enumerate(scene.layers) if layer.image.width_px > _COARSE * layer.width_px)
    return next(sharp, len(scene.layers))


class Backdrop:
    """Coarse layers, composed at half size and doubled into the frame: a third of the time, and nobody can tell."""

    def __init__(self, scene: Scene, count: int, background: tuple[int, int, int], reader: MediaReader) -> None:
        """The `count` rearmost layers of a scene; `background` is the (Y, U, V) behind a first layer that has alpha."""
        self._half = Frame.empty(scene.width_px // 2, scene.height_px // 2)
        self._background = background
        layers = scene.layers[:count]
        self._layers = [load_layer(_halved(layer), reader, is_back=at == 0) for at, layer in enumerate(layers)]

    def draw(self, frame: Frame, at: float, scratch: Scratch) -> None:
        """Fill the frame; `at` is the fraction of the shot."""
        if not isinstance(self._layers[0], Ground):
            self._half.fill(self._background)
        for layer in self._layers:
            layer.draw(self._half, at, scratch)
        for small, plane in ((self._half.y, frame.y), (self._half.u, frame.u), (self._half.v, frame.v)):
            cv2.resize(small, plane.shape[::-1], dst=plane, interpolation=cv2.INTER_LINEAR)


def _halved(layer: Layer) -> Layer:
    """The same layer in a frame of half the size."""
    return layer.model_copy(
        update={
            "x_px": layer.x_px / 2,
            "y_px": layer.y_px / 2,
            "width_px": layer.width_px / 2,
            "height_px": layer.height_px / 2,
            "pivot_x_px": layer.pivot_x_px / 2,
            "pivot_y_px": layer.pivot_y_px / 2,
            "keyframes": tuple(_halved_frame(frame) for frame in layer.keyframes),
        }
    )


def _halved_frame(frame: Keyframe) -> Keyframe:
    return frame.model_copy(update={"dx_px": frame.dx_px / 2, "dy_px": frame.dy_px / 2})
