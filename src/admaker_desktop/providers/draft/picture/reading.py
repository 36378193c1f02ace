"""Makes sure that type can be read where a picture leaves room for it: its colour, and a calm ground below it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from admaker_desktop.ad.brand import Palette
from admaker_desktop.ad.scene import Box
from admaker_desktop.providers.draft.picture.backdrop import Calm, ground_box, veil
from admaker_desktop.providers.draft.picture.colour import BLACK, WHITE, Rgb, luminance, mix, rgb
from admaker_desktop.providers.draft.picture.layers import MIN_CONTRAST, Piece, flatten, over, text_contrast
from admaker_desktop.providers.draft.picture.look import Look

_PREVIEW_SIDE_PX = 135
"""Shorter side of the frame in small, on which type is measured."""
_WANTED = MIN_CONTRAST + 0.35
"""A little more than must be: the light moves."""
_DIM_STEPS = (0.25, 0.45, 0.62)
"""The whole ground a little nearer to its own dark or light, before any part of it."""
_CALM_STEPS = ((0.45, 0.0), (0.75, 0.05), (0.9, 0.2), (0.95, 0.4), (0.97, 0.6))
_VEIL_STEPS = ((0.45, 0.1), (0.65, 0.2), (0.8, 0.35), (0.9, 0.55), (0.96, 0.75))
"""(strength, how far the veil's colour goes to black or white)."""

DrawGround = Callable[[Calm | None, float], NDArray[np.uint8]]
"""Ground with an evened part, at a scale: (h, w, 3) uint8 RGB."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How type is made readable."""

    colour: str
    calm: Calm | None = None
    veils: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """The frame in small, to measure type on."""

    frame: tuple[int, int]
    text: Box
    draw_ground: DrawGround

    @property
    def scale(self) -> float:
        return min(1.0, _PREVIEW_SIDE_PX / min(self.frame))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page with what lies on its ground, in small."""

    page: Page
    layers: NDArray[np.float32]

    def contrast(self, colour: Rgb, calm: Calm | None, veils: tuple[Piece, ...] = ()) -> float:
        frame, scale = self.page.frame, self.page.scale
        ground = Piece("ground", self.page.draw_ground(calm, scale), ground_box(*frame), (0.0, 0.0))
        picture = over(self.layers, flatten([ground], *frame, scale))
        if veils:
            picture = over(flatten(list(veils), *frame, scale), picture)
        return text_contrast(picture, self.page.text, scale, colour)


def make_readable(palette: Palette, shown: Look, page: Page, layers: list[Piece]) -> Reading:
    """The first colour of type that reads as the picture is, else the one that needs the least help, with that help."""
    sheet = _Sheet(page, flatten(layers, *page.frame, page.scale))
    codes = (palette.ink, palette.light, palette.ground_deep)
    contrasts = [sheet.contrast(rgb(code), None) for code in codes]
    for code, value in zip(codes, contrasts, strict=True):
        if value >= _WANTED:
            return Reading(code)
    code = codes[int(np.argmax(contrasts[:2]))]
    return _help(sheet, code, shown)


def _help(sheet: _Sheet, code: str, shown: Look) -> Reading:
    page = sheet.page
    colour = rgb(code)
    is_dark = float(luminance(np.array(colour, np.float32))) < 0.18
    near, far = (shown.bright, WHITE) if is_dark else (shown.deep, BLACK)
    width, height = page.frame
    whole = Box(x_px=-width, y_px=-height, width_px=3 * width, height_px=3 * height)
    area = _to_edges(page.text, page.frame)
    tries = [Calm(whole, near, strength) for strength in _DIM_STEPS]
    tries += [Calm(area, mix(near, far, reach), strength) for strength, reach in _CALM_STEPS]
    for calm in tries:
        if sheet.contrast(colour, calm) >= _WANTED:
            return Reading(code, calm)
    feather = 0.075 * min(page.frame)
    veils: tuple[Piece, ...] = ()
    calm = Calm(area, mix(near, far, 0.2), 0.8)
    for strength, reach in _VEIL_STEPS:
        pixels, box = veil(area, mix(near, far, reach), strength, 0.125, feather)
        centre = (area.x_px + area.width_px / 2, area.y_px + area.height_px / 2)
        veils = (Piece("light", pixels, box, centre),)
        if sheet.contrast(colour, calm, veils) >= _WANTED:
            break
    return Reading(code, calm, veils)


def _to_edges(text: Box, frame: tuple[int, int]) -> Box:
    """The box of type run out to the frame's edges that it is near to: a gradient from the edge, not a patch."""
    width, height = frame
    left, top = text.x_px, text.y_px
    right, bottom = left + text.width_px, top + text.height_px
    left = -0.2 * width if left < 0.2 * width else left
    right = 1.2 * width if right > 0.8 * width else right
    top = -0.2 * height if top < 0.2 * height else top
    bottom = 1.2 * height if bottom > 0.8 * height else bottom
    return Box(x_px=left, y_px=top, width_px=right - left, height_px=bottom - top)
