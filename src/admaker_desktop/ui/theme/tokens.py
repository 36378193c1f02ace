"""The one table of colours, sizes and times that the palette, the style sheet and every painter read.

The figures are those of the design system; `tests/ui/theme/test_contrast.py` recomputes the contrasts from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Mode = Literal["dark", "light"]

DARK = {
    "bg": "#0f1117",
    "canvas": "#0c0e14",
    "field": "#0f1117",
    "panel": "#151822",
    "panel2": "#1a1e2a",
    "raised": "#212635",
    "hover": "#272d3e",
    "line": "#262b3a",
    "line2": "#353c50",
    "t1": "#eceef5",
    "t2": "#aab2c5",
    "t3": "#8790a6",
    "acc": "#8b5cf6",
    "acct": "#b49bff",
    "accbg": "#2a2150",
    "primary0": "#7447ee",
    "primary1": "#8f3fe8",
    "ok": "#3ddc97",
    "okbg": "#12352a",
    "warn": "#f5b84b",
    "warnbg": "#3a2c12",
    "err": "#ff6b7a",
    "errbg": "#401c26",
    "info": "#5ab8ff",
    "infobg": "#12304d",
    "playhead": "#ff5c6c",
    "white": "#ffffff",
}
LIGHT = {
    "bg": "#eef0f5",
    "canvas": "#e6e9f0",
    "field": "#ffffff",
    "panel": "#ffffff",
    "panel2": "#f6f7fb",
    "raised": "#e9ecf4",
    "hover": "#e2e6f0",
    "line": "#d9deea",
    "line2": "#bfc7d8",
    "t1": "#171a24",
    "t2": "#485168",
    "t3": "#5c667d",
    "acc": "#6d3ff0",
    "acct": "#5b2fd6",
    "accbg": "#ece5ff",
    "primary0": "#6d3ff0",
    "primary1": "#8a35e0",
    "ok": "#0a7044",
    "okbg": "#dcf5e9",
    "warn": "#8a5a00",
    "warnbg": "#fff1d2",
    "err": "#c02339",
    "errbg": "#ffe3e6",
    "info": "#0a62b0",
    "infobg": "#dfeeff",
    "playhead": "#ff5c6c",
    "white": "#ffffff",
}
DARK_FAMILIES = {
    "text": "#f2c14e",
    "brand": "#fb8c5a",
    "image": "#45bdf2",
    "video": "#a78bfa",
    "voice": "#4ade80",
    "music": "#f472b6",
    "timeline": "#9aa8c7",
    "file": "#d5dcea",
}
LIGHT_FAMILIES = {
    "text": "#b07b00",
    "brand": "#d2571b",
    "image": "#0b84bd",
    "video": "#7246e8",
    "voice": "#168a45",
    "music": "#cc2d80",
    "timeline": "#5b6a8c",
    "file": "#4a556b",
}
"""Port colours: one type, one colour, on port, wire, palette, track and library; in light for shapes, not for text."""

TEXT = {
    "title": (24, 600),
    "panel": (16, 600),
    "section": (14, 600),
    "body": (13, 400),
    "secondary": (12, 400),
    "hint": (12, 400),
    "mono": (12, 400),
    "label": (11, 500),
}
"""Pixels and weight of each role of text."""
LINE_HEIGHT = 1.38

RADIUS_CHIP, RADIUS_SMALL, RADIUS_CONTROL, RADIUS_NODE, RADIUS_CARD = 5, 7, 8, 10, 12
HEIGHT_SMALL, HEIGHT_NORMAL, HEIGHT_LARGE = 26, 32, 40
HIT_AREA = 28
FOCUS_RING_PX, FOCUS_GAP_PX = 2, 2
PRESSED_DARKER = 0.08
DISABLED_OPACITY = 0.5

HOVER_MS = 120
RUNNING_FPS = 12


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one mode, as #rrggbb."""

    colours: dict[str, str]
    families: dict[str, str]


def tokens(mode: Mode, *, high_contrast: bool = False) -> Tokens:
    """The table of a mode; with high contrast control borders take the colour of hints."""
    colours = dict(DARK if mode == "dark" else LIGHT)
    families = dict(DARK_FAMILIES if mode == "dark" else LIGHT_FAMILIES)
    families["any"] = colours["t3"]
    if high_contrast:
        colours["line2"] = colours["t3"]
    return Tokens(colours, families)
