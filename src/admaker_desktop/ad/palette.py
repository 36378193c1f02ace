"""Colour maths of the brand kit: ten colours out of a brand's own few, legible by construction.

Lightness, chroma and hue are those of OKLCH (Björn Ottosson, 2020): equal steps look equal, hue stays when light
changes.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from admaker_desktop.ad.brand import Mood, Palette
from admaker_desktop.ad.legibility import MIN_CONTRAST, contrast, luminance, mixed

__all__ = ["Lch", "contrast", "hex_of", "lch_of", "luminance", "mix", "palette_for"]

mix = mixed
_DARK_ACCENT = 0.55
_ROSE, _PEACH = 15.0, 58.0
"""Hues between these make a warm ground pink: it is turned to peach."""
_GREY = 0.035
"""Below this chroma a colour is read as black, grey or white."""


@dataclass(frozen=True, slots=True)
class Lch:
    """A colour by lightness 0..1, chroma 0..about 0.32 and hue in degrees."""

    light: float
    chroma: float
    hue: float


@dataclass(frozen=True, slots=True)
class _Ground:
    """The backdrop of a mood: its middle, and how much darker its shadow is."""

    light: float
    chroma: float
    drop: float


_GROUNDS: dict[Mood, _Ground] = {
    "warm": _Ground(0.875, 0.055, 0.15),
    "calm": _Ground(0.885, 0.035, 0.15),
    "tender": _Ground(0.895, 0.045, 0.14),
    "bright": _Ground(0.845, 0.085, 0.14),
    "precise": _Ground(0.915, 0.016, 0.15),
    "bold": _Ground(0.42, 0.075, 0.18),
}
_HUES: dict[Mood, tuple[tuple[str, str], ...]] = {
    "warm": (("#c4572f", "#e8b04a"), ("#b5472f", "#6f7d4f"), ("#d07a2d", "#7a3b2e")),
    "calm": (("#2f6f73", "#d9b48a"), ("#4a6b57", "#c9a27e"), ("#3d5a80", "#d8c3a5")),
    "tender": (("#c25f7c", "#7f8fc9"), ("#a8607f", "#e0a58b"), ("#7a6bb0", "#e3a6b4")),
    "bright": (("#e4572e", "#2a9d8f"), ("#3b5bdb", "#ffb703"), ("#d6336c", "#2bb3c0")),
    "precise": (("#2251d1", "#16a2b8"), ("#0f766e", "#334e9c"), ("#4338ca", "#0ea5a4")),
    "bold": (("#f0522d", "#ffd23f"), ("#ff4d6d", "#3ddbd9"), ("#ffb000", "#f2542d")),
}
"""Accent and second colour of a brief that names none, by mood."""


def palette_for(colours: tuple[str, ...], mood: Mood, seed: int) -> Palette:
    """The palette of a brand: its colours (`#rrggbb`, strongest first) kept, the rest derived from them and the mood.

    `ink` and `ink_soft` on `ground` and `ground_deep`, and `on_accent` on `accent`, reach the WCAG ratio 4.5.
    """
    given = tuple(colour.lower() for colour in colours) or _HUES[mood][seed % len(_HUES[mood])]
    vivid = [c for c in given if lch_of(c).chroma >= _GREY]
    vivid = sorted(vivid, key=lambda c: -_strength(c)) if colours else vivid
    accent = vivid[0] if vivid else _darkest(given)
    second = next((c for c in vivid[1:] if _differs(c, accent)), "") or _neighbour(accent, seed)
    ground = _ground(given, accent, second, mood)
    deep = _shadow(ground, mood)
    ink = _ink(given, ground, deep, accent)
    return Palette(
        ground=ground,
        ground_deep=deep,
        surface=_surface(ground),
        ink=ink,
        ink_soft=_soft(ink, ground, deep),
        accent=accent,
        accent_deep=_darker(accent, 0.72),
        on_accent=_on(accent),
        second=second,
        light=hex_of(Lch(0.975, min(0.02, lch_of(ground).chroma), lch_of(ground).hue)),
    )


def lch_of(colour: str) -> Lch:
    """OKLCH of `#rrggbb`."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    light = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return Lch(light, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360)


def hex_of(colour: Lch) -> str:
    """`#rrggbb` of an OKLCH colour; chroma is lowered until the screen can show it."""
    chroma = colour.chroma
    channels = _channels(colour.light, chroma, colour.hue)
    while chroma > 0 and not all(-1e-4 <= value <= 1.0001 for value in channels):
        chroma = max(0.0, chroma - 0.004)
        channels = _channels(colour.light, chroma, colour.hue)
    return "#" + "".join(f"{round(255 * _encoded(min(1.0, max(0.0, value)))):02x}" for value in channels)


def _channels(light: float, chroma: float, hue: float) -> tuple[float, float, float]:
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _encoded(value: float) -> float:
    return value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


def _strength(colour: str) -> float:
    """How much a colour speaks: chroma, less for what is nearly black or nearly white."""
    found = lch_of(colour)
    return found.chroma * (1.0 if 0.35 <= found.light <= 0.85 else 0.55)


def _darkest(colours: tuple[str, ...]) -> str:
    darkest = min(colours, key=luminance)
    return darkest if luminance(darkest) < 0.4 else "#1c1c1f"


def _differs(colour: str, other: str) -> bool:
    first, second = lch_of(colour), lch_of(other)
    turn = abs((first.hue - second.hue + 180) % 360 - 180)
    return turn > 12 or abs(first.light - second.light) > 0.12


def _neighbour(accent: str, seed: int) -> str:
    found = lch_of(accent)
    if found.chroma < _GREY:
        return hex_of(Lch(0.62, 0.02, 70))
    turn = (38, -38, 150)[seed % 3]
    return hex_of(Lch(min(0.82, found.light + 0.14), found.chroma * 0.8, (found.hue + turn) % 360))


def _ground(given: tuple[str, ...], accent: str, second: str, mood: Mood) -> str:
    shape = _GROUNDS[mood]
    found = lch_of(accent)
    if mood == "bold" and found.light < _DARK_ACCENT:  # dark on dark would drown: a loud light ground instead
        return hex_of(Lch(0.82, 0.09 if found.chroma >= _GREY else 0.012, lch_of(second).hue))
    if mood == "bold":
        dark = [c for c in given if c != accent and 0.25 <= lch_of(c).light <= 0.5 and lch_of(c).chroma >= _GREY]
        hue = lch_of(dark[0]).hue if dark else (found.hue + 165) % 360
        chroma = shape.chroma if found.chroma >= _GREY or dark else 0.012
        return hex_of(Lch(shape.light, chroma, hue))
    pale = [c for c in given if c != accent and lch_of(c).light >= 0.82 and 0.012 <= lch_of(c).chroma <= 0.11]
    if pale:
        own = lch_of(pale[0])
        return hex_of(Lch(min(0.93, max(0.85, own.light)), own.chroma, own.hue))
    if found.chroma < _GREY:
        return hex_of(Lch(shape.light, 0.012, 75 if mood in ("warm", "tender", "calm") else 250))
    hue = lch_of(second).hue if mood == "bright" and second in given and lch_of(second).chroma >= 0.07 else found.hue
    if mood == "warm" and _ROSE < hue < _PEACH:
        hue = _PEACH
    ground = hex_of(Lch(shape.light, shape.chroma, hue))
    if contrast(accent, ground) < 1.5:  # a pale accent would drown in its own tint
        is_yellow = 75 < hue < 125  # whose own shade is mud
        ground = hex_of(Lch(0.38, 0.03, (hue + 180) % 360) if is_yellow else Lch(0.4, 0.06, hue))
    return ground


def _shadow(ground: str, mood: Mood) -> str:
    found = lch_of(ground)
    return hex_of(Lch(max(0.2, found.light - _GROUNDS[mood].drop), found.chroma * 1.15, found.hue))


def _surface(ground: str) -> str:
    found = lch_of(ground)
    step = 0.07 if found.light < 0.6 else 0.045 if found.light < 0.9 else -0.03
    return hex_of(Lch(found.light + step, found.chroma * 0.55, found.hue))


def _ink(given: tuple[str, ...], ground: str, deep: str, accent: str) -> str:
    """The brand's own dark (or light) colour where it reads, else the ground's hue nearly black (or white)."""
    hue = lch_of(accent).hue if lch_of(accent).chroma >= _GREY else lch_of(ground).hue
    is_dark_ground = lch_of(ground).light < 0.6
    made = [hex_of(Lch(level, 0.02, hue)) for level in ((0.97, 0.99) if is_dark_ground else (0.25, 0.2, 0.12))]
    own = [c for c in given if c != accent and (lch_of(c).light > 0.9 if is_dark_ground else lch_of(c).light < 0.38)]
    return next((c for c in (*own, *made) if _reads(c, ground, deep)), "#ffffff" if is_dark_ground else "#000000")


def _soft(ink: str, ground: str, deep: str) -> str:
    return next(
        (c for c in (mixed(ink, ground, share / 100) for share in range(30, 0, -3)) if _reads(c, ground, deep)), ink
    )


def _reads(colour: str, *grounds: str) -> bool:
    return all(contrast(colour, ground) >= MIN_CONTRAST for ground in grounds)


def _darker(colour: str, share: float) -> str:
    found = lch_of(colour)
    return hex_of(Lch(max(0.12, found.light * share), found.chroma * 0.95, found.hue))


def _on(accent: str) -> str:
    """White where it reads on the accent, else the accent's own near-black, else black."""
    hue = lch_of(accent).hue
    options = ("#fffaf5", "#ffffff", hex_of(Lch(0.22, 0.03, hue)), hex_of(Lch(0.14, 0.02, hue)), "#000000")
    return next(c for c in options if contrast(c, accent) >= MIN_CONTRAST or c == "#000000")
