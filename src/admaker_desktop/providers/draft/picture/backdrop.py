"""What stands behind a subject: the ground, the light that falls on it, and flat shapes of the set."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from admaker_desktop.ad.brand import BrandKit
from admaker_desktop.ad.scene import Box
from admaker_desktop.ad.storyboard import ShotKind
from admaker_desktop.providers.draft.picture.colour import WHITE, Rgb, bytes_of, luminance, mix, rgb
from admaker_desktop.providers.draft.picture.gl import Gpu, Uniform, shader
from admaker_desktop.providers.draft.picture.look import Look

GROUND_MARGIN = 0.06
"""The ground reaches this far beyond each side of the frame, as a fraction of it."""
_BRIGHT_GROUND = 0.35
_WINDOW, _LEAVES, _GLOW, _BLINDS = 0, 1, 2, 3


@dataclass(frozen=True, slots=True)
class Calm:
    """A part of the ground that is evened out so that type reads on it."""

    box: Box
    colour: Rgb
    strength: float


def ground_box(width_px: int, height_px: int) -> Box:
    """Where the ground lies: over the frame and a margin about it."""
    mx, my = GROUND_MARGIN * width_px, GROUND_MARGIN * height_px
    return Box(x_px=-mx, y_px=-my, width_px=width_px + 2 * mx, height_px=height_px + 2 * my)


@dataclass(frozen=True, slots=True)
class Backdrop:
    """What the ground of a shot follows: its colours, the frame, where the subject stands."""

    shown: Look
    frame: tuple[int, int]
    subject: Box
    seed: int


def ground(gpu: Gpu, of: Backdrop, calm: Calm | None, scale: float) -> NDArray[np.uint8]:
    """(h, w, 3) uint8 RGB of the ground's box at `scale` of its size; low frequency, dithered."""
    shown, frame, subject = of.shown, of.frame, of.subject
    box = ground_box(*frame)
    width, height = round(box.width_px * scale), round(box.height_px * scale)

    def at(x_px: float, y_px: float) -> tuple[float, float]:
        return ((x_px - box.x_px) / box.width_px, (y_px - box.y_px) / box.height_px)

    x, y = at(subject.x_px + subject.width_px * 0.5, subject.y_px + subject.height_px * 0.36)
    foot = at(0, subject.y_px + subject.height_px * 0.80)[1]
    tall = frame[1] > frame[0]
    mesh = shown.mesh or (shown.base, shown.base, shown.base)
    left, top, right, bottom = (0.0, 0.0, 1.0, 1.0)
    if calm:
        left, top = at(calm.box.x_px, calm.box.y_px)
        right, bottom = at(calm.box.x_px + calm.box.width_px, calm.box.y_px + calm.box.height_px)
    uniforms: dict[str, Uniform] = {
        "u_size": (float(width), float(height)),
        "u_pool": (x, y, 0.62 if tall else 0.40, 0.40 if tall else 0.62),
        "u_horizon": min(0.92, foot),
        "u_seed": float(of.seed % 97),
        "u_vignette": shown.vignette,
        "u_bright": shown.bright,
        "u_base": shown.base,
        "u_deep": shown.deep,
        "u_floor_colour": shown.floor,
        "u_mesh": 1.0 if shown.mesh else 0.0,
        "u_mesh_a": mesh[0],
        "u_mesh_b": mesh[1],
        "u_mesh_c": mesh[2],
        "u_calm": (left, top, right, bottom),
        "u_calm_colour": (*calm.colour, calm.strength) if calm else (0.0, 0.0, 0.0, 0.0),
    }
    return np.ascontiguousarray(gpu.render(shader("ground.glsl"), width, height, uniforms)[..., :3])


def light(gpu: Gpu, kind: ShotKind, of: Backdrop, brand: BrandKit, scale: float) -> NDArray[np.uint8]:
    """(h, w, 4) uint8 RGBA, straight: light or leaf shade over the ground's box, at `scale` of its size."""
    frame = of.frame
    box = ground_box(*frame)
    shape, strength, colour = _light_of(kind, of.shown, brand)
    size = (max(8, round(box.width_px * scale)), max(8, round(box.height_px * scale)))
    uniforms: dict[str, Uniform] = {
        "u_size": (float(size[0]), float(size[1])),
        "u_kind": shape,
        "u_colour": colour,
        "u_strength": strength,
        "u_seed": float(brand.seed % 31),
        "u_slant": 0.38 if frame[1] >= frame[0] else 0.20,
    }
    return gpu.render(shader("light.glsl"), *size, uniforms)


def _light_of(kind: ShotKind, shown: Look, brand: BrandKit) -> tuple[int, float, Rgb]:
    shade = mix(shown.deep, shown.base, 0.1)
    bright = float(luminance(np.array(shown.base, np.float32))) > _BRIGHT_GROUND
    if kind == "use":
        return (
            (_LEAVES, 0.34, shade)
            if brand.mood in ("calm", "warm", "tender")
            else (_BLINDS, 0.30 if bright else 0.13, shown.light)
        )
    if kind == "detail":
        return _GLOW, 0.30, shown.light
    if kind == "proof":
        return _GLOW, 0.22, shown.light
    if kind == "text":
        return _GLOW, 0.10, shown.light
    strength = (0.50 if kind == "hero" else 0.30) if bright else (0.20 if kind == "hero" else 0.12)
    return _WINDOW, strength, mix(shown.light, WHITE, 0.3)


def disc(subject: Box, shown: Look, brand: BrandKit) -> tuple[NDArray[np.uint8], Box]:
    """A pale disc behind the subject of a proof, fading downwards: (h, w, 4) uint8 RGBA with its box."""
    radius_px = max(subject.width_px, subject.height_px) * 0.60
    x_px, y_px = subject.x_px + subject.width_px / 2, subject.y_px + subject.height_px * 0.46
    colour, opacity = mix(shown.bright, rgb(brand.palette.light), 0.30), 0.55
    side = int(2 * radius_px) + 4
    y, x = np.mgrid[0:side, 0:side].astype(np.float32) + 0.5 - side / 2
    cover = np.clip(radius_px - np.hypot(x, y) + 0.5, 0, 1)
    fade = 0.25 + 0.75 * np.clip(0.5 - y / (2 * radius_px), 0, 1)
    out = np.empty((side, side, 4), np.uint8)
    out[..., :3] = bytes_of(colour)
    out[..., 3] = np.round(255 * opacity * cover * fade)
    return out, Box(x_px=x_px - side / 2, y_px=y_px - side / 2, width_px=side, height_px=side)


def veil(box: Box, colour: Rgb, strength: float, scale: float, feather_px: float) -> tuple[NDArray[np.uint8], Box]:
    """A soft field of one colour in front of everything, for type over a macro: (h, w, 4) uint8 RGBA and its box."""
    pad = feather_px * 2
    wide = Box(
        x_px=box.x_px - pad, y_px=box.y_px - pad, width_px=box.width_px + 2 * pad, height_px=box.height_px + 2 * pad
    )
    width, height = max(4, round(wide.width_px * scale)), max(4, round(wide.height_px * scale))
    cover = np.zeros((height, width), np.float32)
    inner = round(pad * scale * 0.55)
    cover[inner : height - inner, inner : width - inner] = 1.0
    soft = cv2.GaussianBlur(cover, (0, 0), feather_px * scale * 0.5, borderType=cv2.BORDER_CONSTANT)
    out = np.empty((height, width, 4), np.uint8)
    out[..., :3] = bytes_of(colour)
    out[..., 3] = np.round(255 * strength * soft)
    return out, wide
