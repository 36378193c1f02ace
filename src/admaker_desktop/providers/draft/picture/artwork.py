"""What is printed on packs and shown on screens: the brand's and the product's names, never a claim."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from admaker_desktop.ad.brand import BrandKit
from admaker_desktop.ad.storyboard import Shot
from admaker_desktop.providers.draft.picture.colour import BLACK, WHITE, Rgb, contrast, luminance, mix, rgb
from admaker_desktop.providers.draft.picture.ink import (
    Area,
    Canvas,
    InkWell,
    balanced,
    fit,
    new_canvas,
    rounded,
    to_bytes,
)
from admaker_desktop.providers.draft.picture.subjects import Model

_LONG_SIDE_PX = 1024
_TWO_LINES_RATIO = 4.2
"""A name wider than this many times its height is broken in two where it has a space."""


_GILT: Rgb = (0.97, 0.83, 0.56)


def _best_on(ground: Rgb, inks: tuple[Rgb, ...]) -> Rgb:
    """The first ink that reads well on a ground, else the one that reads best."""
    light = luminance(np.array(ground, np.float32))
    return next(
        (ink for ink in inks if contrast(ink, light) >= 4.5), max(inks, key=lambda ink: float(contrast(ink, light)))
    )


@dataclass(frozen=True, slots=True)
class Press:
    """Prints for one shot: its words in the brand's type and colours."""

    shot: Shot
    brand: BrandKit
    well: InkWell

    @property
    def name(self) -> str:
        """What the label says first: the shot's label, else the brand."""
        text = self.shot.label.strip() or self.brand.name.strip()
        return text.upper() if self.brand.type.display_upper else text

    def colour(self, entry: str) -> Rgb:
        """An entry of the palette, or one of the printer's own two: paper and gilt."""
        palette = self.brand.palette
        if entry == "paper":
            return mix(rgb(palette.light), WHITE, 0.6)
        if entry == "ink":  # on paper; a brand on a dark ground has light ink
            return _best_on(
                self.colour("paper"), (rgb(palette.ink), rgb(palette.accent_deep), rgb(palette.ground_deep))
            )
        if entry == "gilt":
            return _best_on(rgb(palette.accent), (_GILT, mix(rgb(palette.accent_deep), BLACK, 0.5)))
        return rgb(str(getattr(palette, entry)))

    def display(self, canvas: Canvas, text: str, area: Area, colour: Rgb, align: float = 0.5) -> None:
        """A name in the display face, on two lines where that makes it larger."""
        face = self.brand.type
        mask = self.well.ink(text, face.display, face.display_weight)
        lines = balanced(text)
        if len(lines) == 2 and mask.shape[1] > _TWO_LINES_RATIO * mask.shape[0]:
            masks = [self.well.ink(line, face.display, face.display_weight) for line in lines]
            widest = max(m.shape[1] for m in masks)
            half = (area.bottom - area.top) * 0.46
            for k, one in enumerate(masks):
                share = one.shape[1] / widest
                inset = (area.right - area.left) * (1 - share)
                top = area.top + (area.bottom - area.top - half) * k
                row = Area(area.left + inset * align, top, area.right - inset * (1 - align), top + half)
                fit(canvas, one, row, colour, align)
            return
        fit(canvas, mask, area, colour, align)

    def small(self, canvas: Canvas, text: str, area: Area, colour: Rgb, align: float = 0.5) -> None:
        """A line in the text face; nothing where there is no text."""
        if text.strip():
            face = self.brand.type
            fit(canvas, self.well.ink(text.strip(), face.text, max(face.text_weight, 500)), area, colour, align)


def artwork(press: Press, model: Model) -> NDArray[np.uint8]:
    """(h, w, 4) uint8 RGBA, premultiplied: what the model's label plane shows."""
    _, _, half_w, half_h = model.label_rect
    scale = _LONG_SIDE_PX / max(half_w, half_h)
    width, height = max(8, round(half_w * scale)), max(8, round(half_h * scale))
    canvas = new_canvas(width, height)
    if model.artwork == "paper":
        _paper(press, canvas)
    elif model.artwork == "print":
        _print(press, canvas, press.colour(model.label_ink))
    elif model.artwork == "phone":
        canvas = new_canvas(width, height, press.colour("paper"))
        _phone(press, canvas)
    elif model.artwork == "laptop":
        canvas = new_canvas(width, height, press.colour("paper"))
        _laptop(press, canvas)
    elif model.artwork == "sign":
        press.display(canvas, press.name, Area(0.07, 0.20, 0.93, 0.80), _sign_ink(press))
    elif model.artwork == "card":
        _card(press, canvas)
    elif model.artwork == "ticket":
        _ticket(press, canvas)
    return to_bytes(canvas)


def _sign_ink(press: Press) -> Rgb:
    return press.colour("paper")


def _paper(press: Press, canvas: Canvas) -> None:
    height, width = canvas.shape[:2]
    rounded(canvas, Area(0.004, 0.004, 0.996, 0.996), 0.035 * width, press.colour("paper"))
    ratio = width / height
    if ratio > 1.7:
        press.display(canvas, press.name, Area(0.10, 0.16, 0.90, 0.62), press.colour("ink"))
        press.small(canvas, press.shot.label_detail, Area(0.16, 0.70, 0.84, 0.82), press.colour("ink"))
        return
    dot = 0.052
    rounded(canvas, Area(0.5 - dot, 0.13, 0.5 + dot, 0.13 + 2 * dot * ratio), width, press.colour("accent"))
    press.display(canvas, press.name, Area(0.10, 0.34, 0.90, 0.62), press.colour("ink"))
    press.small(canvas, press.shot.label_detail, Area(0.16, 0.72, 0.84, 0.80), press.colour("ink"))
    rounded(canvas, Area(0.44, 0.895, 0.56, 0.903), 2, press.colour("ink"), 0.6)


def _print(press: Press, canvas: Canvas, ink: Rgb) -> None:
    wide = canvas.shape[1] > 1.9 * canvas.shape[0]
    if wide:
        press.display(canvas, press.name, Area(0.04, 0.06, 0.96, 0.94), ink)
        return
    press.display(canvas, press.name, Area(0.03, 0.22, 0.97, 0.60), ink)
    press.small(canvas, press.shot.label_detail, Area(0.08, 0.68, 0.92, 0.77), ink)


def _phone(press: Press, canvas: Canvas) -> None:
    height, width = canvas.shape[:2]
    accent, ink, second = press.colour("accent"), press.colour("ink"), press.colour("second")
    paper, quiet = press.colour("paper"), mix(press.colour("paper"), press.colour("ink"), 0.10)
    press.display(canvas, press.name, Area(0.09, 0.085, 0.72, 0.135), ink, 0.0)
    rounded(canvas, Area(0.80, 0.085, 0.91, 0.085 + 0.11 * width / height), width, second)
    top, bottom = 0.165, 0.455
    rounded(canvas, Area(0.07, top, 0.93, bottom), 0.06 * width, accent)
    rounded(
        canvas,
        Area(0.62, 0.185, 0.885, 0.185 + 0.265 * width / height),
        width,
        mix(accent, press.colour("light"), 0.35),
    )
    rounded(canvas, Area(0.13, 0.33, 0.47, 0.352), 99, press.colour("on_accent"), 0.95)
    rounded(canvas, Area(0.13, 0.368, 0.36, 0.384), 99, press.colour("on_accent"), 0.55)
    rounded(canvas, Area(0.13, 0.40, 0.34, 0.433), 99, press.colour("on_accent"))
    for k, colour in enumerate((second, press.colour("accent_deep"), mix(accent, WHITE, 0.3))):
        y = 0.49 + 0.115 * k
        rounded(canvas, Area(0.07, y, 0.93, y + 0.098), 0.04 * width, mix(paper, BLACK, 0.02), 1.0)
        rounded(canvas, Area(0.07, y, 0.93, y + 0.098), 0.04 * width, quiet, 0.45)
        rounded(canvas, Area(0.11, y + 0.018, 0.24, y + 0.018 + 0.13 * width / height), width * 0.03, colour)
        rounded(canvas, Area(0.29, y + 0.028, 0.66 - 0.07 * k, y + 0.044), 99, ink, 0.85)
        rounded(canvas, Area(0.29, y + 0.058, 0.54 + 0.05 * k, y + 0.070), 99, ink, 0.35)
        rounded(canvas, Area(0.80, y + 0.036, 0.88, y + 0.060), 99, colour, 0.9)
    rounded(canvas, Area(0.07, 0.855, 0.93, 0.915), 0.06 * width, press.colour("accent_deep"))
    press.small(canvas, press.shot.label_detail or press.name, Area(0.20, 0.873, 0.80, 0.897), press.colour("paper"))
    rounded(canvas, Area(0.36, 0.962, 0.64, 0.968), 99, ink, 0.8)


def _laptop(press: Press, canvas: Canvas) -> None:
    height, width = canvas.shape[:2]
    accent, ink, second = press.colour("accent"), press.colour("ink"), press.colour("second")
    paper, light = press.colour("paper"), press.colour("light")
    quiet = mix(paper, ink, 0.12)
    rounded(canvas, Area(-0.1, -0.1, 0.21, 1.1), 0, press.colour("accent_deep"))
    press.display(canvas, press.name, Area(0.03, 0.06, 0.18, 0.13), paper, 0.0)
    for k in range(5):
        y = 0.24 + 0.095 * k
        if k == 0:
            rounded(canvas, Area(0.018, y - 0.028, 0.192, y + 0.048), 14, accent)
        rounded(canvas, Area(0.034, y - 0.008, 0.050, y + 0.018), 8, paper, 0.95)
        rounded(canvas, Area(0.066, y - 0.004, 0.15 - 0.012 * (k % 3), y + 0.016), 99, paper, 0.85)
    rounded(canvas, Area(0.25, 0.075, 0.47, 0.115), 99, ink, 0.88)
    rounded(canvas, Area(0.83, 0.06, 0.965, 0.13), 99, accent)
    for k, colour in enumerate((accent, second, press.colour("accent_deep"))):
        x = 0.25 + 0.245 * k
        rounded(canvas, Area(x, 0.19, x + 0.225, 0.38), 18, quiet, 0.55)
        rounded(canvas, Area(x + 0.02, 0.225, x + 0.075, 0.245), 99, ink, 0.4)
        rounded(canvas, Area(x + 0.02, 0.275, x + 0.13, 0.335), 10, colour)
    rounded(canvas, Area(0.25, 0.43, 0.74, 0.93), 18, quiet, 0.55)
    bars = (0.32, 0.44, 0.38, 0.58, 0.50, 0.72, 0.86)
    for k, share in enumerate(bars):
        x = 0.285 + 0.062 * k
        rounded(
            canvas,
            Area(x, 0.88 - 0.38 * share, x + 0.036, 0.88),
            8,
            accent if k == len(bars) - 1 else mix(accent, light, 0.55),
        )
    rounded(canvas, Area(0.76, 0.43, 0.965, 0.93), 18, second)
    ring = 0.066
    rounded(canvas, Area(0.8625 - ring, 0.50, 0.8625 + ring, 0.50 + 2 * ring * width / height), width, paper)
    rounded(
        canvas,
        Area(0.8625 - 0.042, 0.5 + 0.024 * width / height, 0.8625 + 0.042, 0.5 + 0.108 * width / height),
        width,
        second,
    )
    rounded(canvas, Area(0.80, 0.80, 0.925, 0.82), 99, paper, 0.9)
    rounded(canvas, Area(0.80, 0.85, 0.89, 0.865), 99, paper, 0.6)


def _card(press: Press, canvas: Canvas) -> None:
    height, width = canvas.shape[:2]
    ink = press.colour("on_accent")
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    for k, radius in enumerate((0.95, 0.66)):
        edge = (np.hypot(x - width * 1.02, y - height * 1.10) - radius * height) / 1.2
        veil = np.clip(0.5 - edge, 0, 1)[..., None] * (0.20 + 0.12 * k)
        canvas[:] = canvas * (1 - veil) + np.array([*press.colour("second"), 1.0], np.float32) * veil
    press.display(canvas, press.name, Area(0.07, 0.10, 0.66, 0.27), ink, 0.0)
    for k in range(4):
        for d in range(4):
            left = 0.07 + 0.165 * k + 0.029 * d
            rounded(canvas, Area(left, 0.655, left + 0.017, 0.655 + 0.017 * width / height), 99, ink, 0.9)
    press.small(canvas, press.shot.label_detail, Area(0.07, 0.80, 0.60, 0.875), ink, 0.0)


def _ticket(press: Press, canvas: Canvas) -> None:
    width = canvas.shape[1]
    ink = press.colour("on_accent")
    rounded(canvas, Area(0.03, 0.07, 0.97, 0.085), 2, ink, 0.8)
    press.display(canvas, press.name, Area(0.05, 0.20, 0.95, 0.56), ink, 0.0)
    press.small(canvas, press.shot.label_detail, Area(0.05, 0.66, 0.80, 0.75), ink, 0.0)
    for k in range(5):
        rounded(canvas, Area(0.05 + 0.045 * k, 0.83, 0.075 + 0.045 * k, 0.87), width * 0.1, ink, 0.85)
    rounded(canvas, Area(0.03, 0.925, 0.97, 0.94), 2, ink, 0.8)
