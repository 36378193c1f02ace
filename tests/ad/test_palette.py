"""The palette: legible by construction, the brand's colours kept, no colour invented where the brand has one."""

from __future__ import annotations

import itertools
import re
from typing import get_args

import pytest

from admaker_desktop.ad.brand import Mood
from admaker_desktop.ad.palette import contrast, hex_of, lch_of, luminance, mix, palette_for

MOODS: tuple[Mood, ...] = get_args(Mood)
BRANDS = (
    (), ("#c98a4b", "#f3dcc4", "#3a2419"), ("#e8512f", "#f0c23b", "#0f5c63"), ("#2c3e9e", "#e58fb1"),
    ("#000000", "#ffffff"),
    ("#ffffff",), ("#ffee00",), ("#98d8b5", "#ffffff"), ("#111111", "#c9a227"), ("#7f7f7f",), ("#00ff00", "#ff00ff"),
    ("#0a0a40",), ("#777bff",), ("#767676", "#d4001a"),
)  # fmt: skip


@pytest.mark.parametrize(("colours", "mood"), list(itertools.product(BRANDS, MOODS)))
def test_type_reads_on_every_ground(colours: tuple[str, ...], mood: Mood) -> None:
    palette = palette_for(colours, mood, 7)

    for ink, ground in itertools.product((palette.ink, palette.ink_soft), (palette.ground, palette.ground_deep)):
        assert contrast(ink, ground) >= 4.5
    assert contrast(palette.on_accent, palette.accent) >= 4.5
    assert all(re.fullmatch(r"#[0-9a-f]{6}", colour) for colour in palette.model_dump().values())


@pytest.mark.parametrize("mood", MOODS)
def test_the_brands_strongest_colour_is_the_accent_unchanged(mood: Mood) -> None:
    palette = palette_for(("#f6efe0", "#7a8450"), mood, 1)

    assert palette.accent == "#7a8450"


def test_the_accent_stands_off_its_ground() -> None:
    for colours, mood in itertools.product(BRANDS, MOODS):
        palette = palette_for(colours, mood, 3)
        assert contrast(palette.accent, palette.ground) >= 1.25, (colours, mood)


def test_a_pale_brand_colour_becomes_the_ground() -> None:
    palette = palette_for(("#c98a4b", "#f3dcc4"), "warm", 1)

    assert abs(lch_of(palette.ground).hue - lch_of("#f3dcc4").hue) < 8


def test_without_colours_the_seed_picks_and_the_mood_decides() -> None:
    assert palette_for((), "warm", 1) == palette_for((), "warm", 1)
    assert len({palette_for((), "warm", seed).accent for seed in range(3)}) == 3
    assert luminance(palette_for((), "bold", 0).ground) < 0.2 < luminance(palette_for((), "calm", 0).ground)


def test_oklch_goes_there_and_back() -> None:
    for colour in ("#000000", "#ffffff", "#c98a4b", "#2c3e9e", "#00ff00"):
        assert all(abs(a - b) <= 2 for a, b in zip(_channels(colour), _channels(hex_of(lch_of(colour))), strict=True))


def test_mix_is_the_share_of_the_second_colour() -> None:
    assert mix("#000000", "#ffffff", 0.0) == "#000000"
    assert mix("#000000", "#ffffff", 0.5) == "#808080"


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
