"""The colours of one shot: what the backdrop, the stand and the light take from the brand's palette."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from admaker_desktop.ad.brand import Palette
from admaker_desktop.ad.storyboard import ShotKind
from admaker_desktop.providers.draft.picture.colour import (
    BLACK,
    WHITE,
    Rgb,
    contrast,
    distance,
    linear,
    luminance,
    mix,
    rgb,
)

_WALL_CONTRAST = 7.0
_MESH_CONTRAST = 5.2
_DARK_INK = 0.18


@dataclass(frozen=True, slots=True)
class Look:
    """sRGB colours 0..1 of a shot."""

    bright: Rgb
    base: Rgb
    deep: Rgb
    floor: Rgb
    stand: Rgb
    light: Rgb
    vignette: float
    mesh: tuple[Rgb, Rgb, Rgb] | None = None
    """Three colours of the warped gradient; None for the cove."""


def look(kind: ShotKind, palette: Palette) -> Look:
    """Neighbouring shots share the palette and differ in ground, depth and stand."""
    ground, deep, surface = rgb(palette.ground), rgb(palette.ground_deep), rgb(palette.surface)
    accent, second, light = rgb(palette.accent), rgb(palette.second), rgb(palette.light)
    # A dark brand's type is light: its ground must not be lit to paper.
    lift = 0.55 if float(luminance(np.array(ground, np.float32))) > 0.40 else 0.07
    if kind == "detail":
        return Look(
            ground, mix(ground, deep, 0.55), deep, mix(ground, deep, 0.75), mix(surface, deep, 0.25), light, 0.75
        )
    if kind == "use":
        warm = mix(ground, second, 0.22)
        return Look(
            mix(warm, light, lift * 0.8), warm, mix(warm, deep, 0.7), mix(surface, warm, 0.4), surface, light, 0.55
        )
    if kind == "proof":
        wall = _other_wall(palette)
        under = mix(wall, BLACK, 0.35)
        return Look(mix(wall, light, 0.10), wall, under, mix(wall, under, 0.35), mix(wall, light, 0.30), light, 0.6)
    if kind == "text":
        colours = (
            mix(accent, rgb(palette.accent_deep), 0.15),
            second,
            mix(ground, light, 0.2),
            mix(accent, second, 0.35),
        )
        a, b, c, under = _under_type(colours, palette)
        return Look(ground, under, under, mix(ground, deep, 0.5), surface, light, 0.3, (a, b, c))
    if kind == "end":
        return Look(
            mix(ground, light, lift * 0.65),
            ground,
            mix(ground, deep, 0.45),
            mix(ground, deep, 0.2),
            surface,
            light,
            0.4,
        )
    return Look(
        mix(ground, light, lift),
        mix(ground, deep, 0.12),
        mix(ground, deep, 0.95),
        mix(ground, deep, 0.45),
        surface,
        light,
        0.95,
    )


def _under_type(colours: tuple[Rgb, ...], palette: Palette) -> tuple[Rgb, ...]:
    """The colours, each as near to itself as it can be for one colour of type to read on all of them."""
    ways = []
    for ink in (rgb(palette.ink), rgb(palette.light), rgb(palette.ground_deep)):
        end = WHITE if float(luminance(np.array(ink, np.float32))) < _DARK_INK else BLACK
        ways.append(tuple(_moved(colour, ink, end) for colour in colours))
    return min(ways, key=lambda way: sum(distance(x, y) for x, y in zip(way, colours, strict=True)))


def _moved(colour: Rgb, ink: Rgb, end: Rgb) -> Rgb:
    for _ in range(16):
        if float(contrast(ink, luminance(np.array(colour, np.float32)))) >= _MESH_CONTRAST:
            break
        colour = mix(colour, end, 0.12)
    return colour


def _other_wall(palette: Palette) -> Rgb:
    """A ground for the proof that is neither the hero's nor the product's colour."""
    accent, ground = rgb(palette.accent), rgb(palette.ground)
    options = [rgb(palette.second), rgb(palette.ground_deep), rgb(palette.accent_deep)]
    wall = max(options, key=lambda c: min(distance(c, accent) * 1.2, distance(c, ground)))
    inks = (rgb(palette.ink), rgb(palette.light), rgb(palette.ground_deep))
    for _ in range(12):  # type must read on it, whatever the brand has chosen
        if max(float(contrast(ink, luminance(np.array(wall, np.float32)))) for ink in inks) >= _WALL_CONTRAST:
            break
        wall = mix(wall, BLACK, 0.18)
    return wall


def studio_colours(shown: Look, palette: Palette) -> dict[str, tuple[float, ...]]:
    """The uniforms of the studio's shaders, in linear light."""
    light = mix(shown.light, WHITE, 0.25)
    accent = rgb(palette.accent)
    dark = float(luminance(np.array(accent, np.float32))) < 0.12
    return {
        "u_wall": linear(mix(shown.bright, shown.base, 0.35)),
        "u_floor": linear(shown.floor),
        "u_surface": linear(shown.stand),
        "u_ink": linear(rgb(palette.ink)),
        "u_accent": linear(accent),
        "u_accent_deep": linear(rgb(palette.accent_deep)),
        "u_second": linear(rgb(palette.second)),
        "u_light": linear(light),
        "u_paper": linear(mix(rgb(palette.light), WHITE, 0.6)),
        "u_tint": linear(mix(accent, light, 0.30 if dark else 0.08)),
    }
