"""Moves: the state of a layer between its keyframes, and where its pixels come to lie."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from admaker_desktop.ad.scene import Keyframe, Layer


@dataclass(frozen=True, slots=True)
class Placement:
    """`frame = picture * scale + offset` on each axis, in continuous pixels (a pixel's centre is at + 0.5)."""

    scale_x: float
    scale_y: float
    x_px: float
    y_px: float


def ease(fraction: float) -> float:
    """0..1 to 0..1, slow at both ends (cosine)."""
    return 0.5 - 0.5 * math.cos(math.pi * min(1.0, max(0.0, fraction)))


def state_at(keyframes: tuple[Keyframe, ...], at: float) -> Keyframe:
    """The interpolated keyframe at a fraction of the shot; before the first and after the last it holds."""
    frames = sorted(keyframes, key=lambda frame: frame.at)
    if at <= frames[0].at:
        return frames[0]
    for first, second in pairwise(frames):
        if at < second.at:
            way = ease((at - first.at) / (second.at - first.at))
            return Keyframe(
                at=at,
                dx_px=first.dx_px + (second.dx_px - first.dx_px) * way,
                dy_px=first.dy_px + (second.dy_px - first.dy_px) * way,
                scale=first.scale + (second.scale - first.scale) * way,
                opacity=first.opacity + (second.opacity - first.opacity) * way,
            )
    return frames[-1]


def is_still(layer: Layer) -> bool:
    """Whether the layer never changes during its shot."""
    first = layer.keyframes[0].model_copy(update={"at": 0.0})
    return all(frame.model_copy(update={"at": 0.0}) == first for frame in layer.keyframes)


def placement(layer: Layer, state: Keyframe) -> Placement:
    """Where the layer's unit square (its box at rest as 0..1) lies in the frame."""
    return Placement(
        layer.width_px * state.scale,
        layer.height_px * state.scale,
        layer.pivot_x_px + (layer.x_px - layer.pivot_x_px) * state.scale + state.dx_px,
        layer.pivot_y_px + (layer.y_px - layer.pivot_y_px) * state.scale + state.dy_px,
    )
