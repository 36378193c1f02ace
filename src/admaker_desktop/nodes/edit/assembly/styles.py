"""How the brand sets its titles and captions."""

from __future__ import annotations

from admaker_desktop.ad.brand import BrandKit
from admaker_desktop.ad.legibility import MIN_CONTRAST, contrast, mixed
from admaker_desktop.timeline.model import TextStyle

PLATE = "#0e0f12"
PLATE_OPACITY = 0.72
_LIT_CONTRAST = 1.25
"""Of a lit word against the white ones beside it."""
_LIT = "#ffd54a"
"""Lit words of a brand whose accent cannot be told from white."""


def display_style(brand: BrandKit, colour: str) -> TextStyle:
    """Headlines, offers and the brand's name, straight on the picture."""
    pair = brand.type
    return TextStyle(
        family=pair.display,
        weight=pair.display_weight,
        colour=colour,
        upper=pair.display_upper,
        leading=1.2 if pair.display_upper else 1.08,
        tracking=0.01 if pair.display_upper else -0.01,
    )


def text_style(brand: BrandKit, colour: str) -> TextStyle:
    """Supporting lines, straight on the picture."""
    return TextStyle(family=brand.type.text, weight=brand.type.text_weight, colour=colour, leading=1.2)


def legal_style(colour: str) -> TextStyle:
    """Legal lines: the house's face with the tallest lower case, so that LEG-01 costs the least room."""
    return TextStyle(family="Inter", weight=500, colour=colour, leading=1.14)


def button_style(brand: BrandKit) -> TextStyle:
    """The call to action: a filled shape in the brand's accent."""
    radius = {"studio": 0.9, "graphic": 0.0, "editorial": 0.12, "playful": 0.9}[brand.direction]
    return TextStyle(
        family=brand.type.text,
        weight=brand.type.text_weight,
        colour=brand.palette.on_accent,
        leading=1.2,
        box_colour=brand.palette.accent,
        box_radius_em=radius,
        box_pad_x_em=0.8,
        box_pad_y_em=0.58,
    )


def sticker_style(brand: BrandKit) -> TextStyle:
    """An offer as a filled label."""
    return display_style(brand, brand.palette.on_accent).model_copy(
        update={
            "box_colour": brand.palette.accent,
            "box_radius_em": 0.0 if brand.direction == "graphic" else 0.25,
            "box_pad_x_em": 0.3,
            "box_pad_y_em": 0.3,
        }
    )


def caption_style(brand: BrandKit) -> TextStyle:
    """Captions: white on a dark plate, the spoken word in the brand's colour."""
    return TextStyle(
        family=brand.type.text,
        weight=brand.type.text_weight,
        colour="#ffffff",
        leading=1.3,
        box_colour=PLATE,
        box_opacity=PLATE_OPACITY,
        box_radius_em=0.3,
        box_pad_x_em=0.5,
        box_pad_y_em=0.45,
        lit_colour=lit_colour(brand.palette.accent),
    )


def lit_colour(accent: str) -> str:
    """The accent, lightened until it reads on the plate over white; a warm yellow when that ends near white."""
    worst = mixed("#ffffff", PLATE, PLATE_OPACITY)
    for step in range(0, 60, 5):
        colour = mixed(accent, "#ffffff", step / 100)
        if contrast(colour, worst) >= MIN_CONTRAST:
            return colour if contrast(colour, "#ffffff") >= _LIT_CONTRAST else _LIT
    return _LIT


def plated(style: TextStyle) -> TextStyle:
    """The same type made to read on any picture: white on a dark plate. Filled shapes stay as they are."""
    if style.box_colour:
        return style
    return style.model_copy(
        update={
            "colour": "#ffffff",
            "box_colour": PLATE,
            "box_opacity": PLATE_OPACITY,
            "box_radius_em": 0.18,
            "box_pad_x_em": 0.4,
            "box_pad_y_em": 0.34,
        }
    )
