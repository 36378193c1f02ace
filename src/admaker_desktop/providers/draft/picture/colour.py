"""Colours of the draft pictures: sRGB triples in 0..1, mixing in linear light, WCAG contrast."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Rgb = tuple[float, float, float]
WHITE: Rgb = (1.0, 1.0, 1.0)
BLACK: Rgb = (0.0, 0.0, 0.0)
_GAMMA = 2.2  # as the shaders


def rgb(code: str) -> Rgb:
    """`#rrggbb` as sRGB 0..1."""
    return (int(code[1:3], 16) / 255, int(code[3:5], 16) / 255, int(code[5:7], 16) / 255)


def linear(colour: Rgb) -> Rgb:
    """SRGB to linear light."""
    return (colour[0] ** _GAMMA, colour[1] ** _GAMMA, colour[2] ** _GAMMA)


def mix(a: Rgb, b: Rgb, share: float) -> Rgb:
    """A part of b in a, mixed in linear light."""
    r, g, b_ = (x**_GAMMA * (1 - share) + y**_GAMMA * share for x, y in zip(a, b, strict=True))
    return (r ** (1 / _GAMMA), g ** (1 / _GAMMA), b_ ** (1 / _GAMMA))


def bytes_of(colour: Rgb) -> tuple[int, int, int]:
    """SRGB as 0..255."""
    return (round(colour[0] * 255), round(colour[1] * 255), round(colour[2] * 255))


def luminance(pixels: NDArray[np.float32]) -> NDArray[np.float32]:
    """WCAG relative luminance of (..., 3) sRGB 0..1."""
    low = pixels / 12.92
    high = ((np.maximum(pixels, 0.0) + 0.055) / 1.055) ** 2.4
    lin = np.where(pixels <= 0.04045, low, high)
    return np.asarray(lin @ np.array([0.2126, 0.7152, 0.0722]), np.float32)


def contrast(colour: Rgb, light: NDArray[np.float32]) -> NDArray[np.float32]:
    """WCAG contrast of a colour against luminances."""
    own = float(luminance(np.array(colour, np.float32)))
    high, low = np.maximum(light, own), np.minimum(light, own)
    return np.asarray((high + 0.05) / (low + 0.05), np.float32)


def distance(a: Rgb, b: Rgb) -> float:
    """How different two colours look: 0 same, about 1 far apart (weighted sRGB distance)."""
    dr, dg, db = (x - y for x, y in zip(a, b, strict=True))
    return float(np.sqrt(2 * dr * dr + 4 * dg * dg + 3 * db * db) / 3)
