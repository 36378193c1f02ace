"""The brand kit: palette, type pair and mood that every picture and title of an ad is made of."""

from __future__ import annotations

from typing import Literal

from admaker_desktop.ad.base import AdModel

Mood = Literal["calm", "warm", "bright", "bold", "precise", "tender"]


class Palette(AdModel):
    """Ten colours, each `#rrggbb` sRGB. Contrast (WCAG): ink on ground and on_accent on accent >= 4.5."""

    ground: str
    """Backdrop in the middle of its light."""
    ground_deep: str
    """The same backdrop in shadow."""
    surface: str
    """Plinth, table, paper."""
    ink: str
    """Type on ground."""
    ink_soft: str
    """Secondary type on ground (>= 4.5 too)."""
    accent: str
    """The brand's strongest colour: button, label, product."""
    accent_deep: str
    on_accent: str
    """Type on accent."""
    second: str
    """The brand's second colour, or a derived neighbour."""
    light: str
    """The light's own tint, near white."""


class TypePair(AdModel):
    """Two families from `resources/fonts`: one for display, one for reading."""

    display: str
    display_weight: int
    text: str
    text_weight: int
    display_upper: bool = False
    """Headlines are set in capitals."""


class BrandKit(AdModel):
    """What an ad looks and sounds like."""

    name: str
    palette: Palette
    type: TypePair
    mood: Mood
    direction: Literal["studio", "graphic", "editorial", "playful"] = "studio"
    seed: int
    """Stable number of this brand and brief: the source of every free choice of a draft (never the clock)."""
