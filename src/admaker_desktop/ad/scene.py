"""The scene of a draft shot: layers by hash with keyframes, a value that the compositor warps."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from admaker_desktop.ad.base import AdModel
from admaker_desktop.core.media import ImageRef

LayerRole = Literal["ground", "texture", "shadow", "subject", "light"]


class Keyframe(AdModel):
    """The state of a layer at a moment of its shot. Between keyframes: smooth (cosine) interpolation.

    A point p of the layer at rest is shown at `pivot + (p - pivot) * scale + (dx, dy)`, in pixels of the frame.
    """

    at: float = Field(ge=0, le=1)
    """Fraction of the shot."""
    dx_px: float = 0.0
    dy_px: float = 0.0
    scale: float = Field(default=1.0, gt=0)
    opacity: float = Field(default=1.0, ge=0, le=1)


class Layer(AdModel):
    """One RGBA picture of a scene, its place at rest and its move."""

    role: LayerRole
    image: ImageRef
    x_px: float
    y_px: float
    width_px: float
    height_px: float
    """Box at rest in the frame; may reach beyond it (grounds are larger than the frame, so that they can move)."""
    pivot_x_px: float
    pivot_y_px: float
    keyframes: tuple[Keyframe, ...] = (Keyframe(at=0.0),)


class Box(AdModel):
    """A rectangle in pixels of the frame."""

    x_px: float
    y_px: float
    width_px: float
    height_px: float


class Scene(AdModel):
    """A shot drawn for one frame size: layers from back to front. The back layer is opaque and covers the frame."""

    shot_id: str
    width_px: int
    height_px: int
    layers: tuple[Layer, ...] = Field(min_length=1)
    subject_box: Box
    """Where the subject is at rest: type stays off it."""
    text_box: Box
    """Where this picture leaves room for type."""
    text_colour: str
    """`#rrggbb` that reads on the picture inside `text_box` (contrast >= 4.5 against its worst pixel row mean)."""
    renderer: str
    """What drew it: `llvmpipe (LLVM 15.0.6)`, `photo`, `numpy`."""
