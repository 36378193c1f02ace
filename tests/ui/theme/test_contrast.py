"""Every text can be read on every ground that the design puts it on (WCAG 2.2, 1.4.3: 4.5 to 1)."""

from __future__ import annotations

import pytest

from admaker_desktop.ui.theme.tokens import Mode, tokens

LEAST = 4.5
GROUNDS = ("bg", "canvas", "field", "panel", "panel2", "raised")
TEXTS = ("t1", "t2", "t3", "acct")
TONES = ("ok", "warn", "err", "info")
MODES = [("dark", False), ("dark", True), ("light", False), ("light", True)]


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb, as WCAG defines it."""
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def too_weak(mode: Mode, high_contrast: bool, pairs: list[tuple[str, str]]) -> dict[tuple[str, str], float]:
    colours = tokens(mode, high_contrast=high_contrast).colours
    measured = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs}
    return {pair: round(value, 2) for pair, value in measured.items() if value < LEAST}


def test_the_formula_gives_the_known_extremes() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("mode", "high_contrast"), MODES)
def test_text_is_readable_on_every_ground(mode: Mode, high_contrast: bool) -> None:
    assert not too_weak(mode, high_contrast, [(text, ground) for text in TEXTS for ground in (*GROUNDS, "accbg")])


@pytest.mark.parametrize(("mode", "high_contrast"), MODES)
def test_a_tone_is_readable_on_its_own_ground(mode: Mode, high_contrast: bool) -> None:
    assert not too_weak(mode, high_contrast, [(tone, f"{tone}bg") for tone in TONES])


@pytest.mark.parametrize(("mode", "high_contrast"), MODES)
def test_a_tone_is_readable_on_panels(mode: Mode, high_contrast: bool) -> None:
    assert not too_weak(mode, high_contrast, [(tone, ground) for tone in TONES for ground in GROUNDS])


@pytest.mark.parametrize("mode", ["dark", "light"])
def test_white_is_readable_on_the_primary_button(mode: Mode) -> None:
    assert not too_weak(mode, False, [("white", "primary0"), ("white", "primary1")])


@pytest.mark.parametrize("mode", ["dark", "light"])
def test_what_stands_on_a_hovered_row_is_readable(mode: Mode) -> None:
    """Hints (t3) are drawn there as secondary text."""
    assert not too_weak(mode, False, [("t1", "hover"), ("t2", "hover"), ("acct", "hover")])


@pytest.mark.parametrize(
    ("mode", "text", "ground", "stated"),
    [
        ("dark", "t1", "raised", 13.0),
        ("dark", "t3", "accbg", 4.6),
        ("dark", "acct", "accbg", 6.3),
        ("dark", "err", "errbg", 5.4),
        ("dark", "white", "primary1", 5.2),
        ("light", "ok", "canvas", 5.1),
        ("light", "warn", "canvas", 4.9),
        ("light", "info", "canvas", 5.1),
    ],
)
def test_the_table_gives_the_figures_of_the_design(mode: Mode, text: str, ground: str, stated: float) -> None:
    colours = tokens(mode).colours
    assert contrast(colours[text], colours[ground]) == pytest.approx(stated, abs=0.1)


@pytest.mark.parametrize("mode", ["dark", "light"])
def test_high_contrast_draws_borders_that_stand_out(mode: Mode) -> None:
    """WCAG 1.4.11 asks 3 to 1 of a control's border; the ordinary theme has less."""
    plain, strong = tokens(mode).colours, tokens(mode, high_contrast=True).colours
    for ground in GROUNDS:
        assert contrast(strong["line2"], strong[ground]) >= 3
    assert contrast(plain["line2"], plain["bg"]) < 3


@pytest.mark.parametrize(("mode", "least"), [("dark", 6.0), ("light", 3.0)])
def test_port_colours_stand_out_as_shapes(mode: Mode, least: float) -> None:
    table = tokens(mode)
    for name, colour in table.families.items():
        if name != "any":
            grounds = (table.colours["canvas"], table.colours["panel2"])
            assert min(contrast(colour, ground) for ground in grounds) >= least - 0.1, name


def test_both_modes_have_the_same_tokens() -> None:
    dark, light = tokens("dark"), tokens("light")
    assert dark.colours.keys() == light.colours.keys()
    assert dark.families.keys() == light.families.keys()
