"""Labels, screens, signs of the trade and colours: the small parts that pictures are made of."""

from __future__ import annotations

import numpy as np
import pytest

from admaker_desktop.providers.draft.picture.artwork import Press, artwork
from admaker_desktop.providers.draft.picture.camera import Camera, corners, turn
from admaker_desktop.providers.draft.picture.colour import contrast, distance, luminance, mix, rgb
from admaker_desktop.providers.draft.picture.icons import icon_field, known_icons, letter_field
from admaker_desktop.providers.draft.picture.ink import Area, InkWell, balanced, fit, new_canvas, to_bytes
from admaker_desktop.providers.draft.picture.look import look
from admaker_desktop.providers.draft.picture.subjects import MODELS
from tests.providers.draft.picture.picture_samples import DARK, LIGHT, brand, paint_label, shot


def test_ink_is_cut_to_its_letters_and_drawn_once() -> None:
    calls: list[str] = []

    def counting(*args: object) -> object:
        calls.append("drawn")
        return paint_label(*args)  # type: ignore[arg-type]  # passes on what it was given

    well = InkWell(counting)  # type: ignore[arg-type]  # a painter in all but its annotation
    mask = well.ink("Luma", "Fraunces", 600)
    assert mask.max() > 0.9
    assert mask[0].max() > 0
    assert mask[:, 0].max() > 0
    well.ink("Luma", "Fraunces", 600)
    assert len(calls) == 1
    assert well.ink(" ", "Fraunces", 600).shape == (1, 1)


def test_a_long_name_is_set_smaller_until_it_fits() -> None:
    mask = InkWell(paint_label).ink("W" * 60, "Fraunces", 600)
    assert mask.shape[1] < 2040


def test_ink_fills_its_area_and_stays_inside() -> None:
    canvas = new_canvas(200, 100)
    fit(canvas, np.ones((10, 40), np.float32), Area(0.1, 0.1, 0.9, 0.9), (1.0, 0.0, 0.0))
    alpha = to_bytes(canvas)[..., 3]
    columns = np.flatnonzero(alpha.max(axis=0))
    assert (columns[0], columns[-1]) == (20, 179)


def test_names_break_where_the_halves_are_even() -> None:
    assert balanced("La Maison du Pain") == ("La Maison", "du Pain")
    assert balanced("nook") == ("nook",)


@pytest.mark.parametrize("name", [n for n, model in MODELS.items() if model.artwork != "none"])
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_prints_carry_the_name_in_a_colour_that_reads(name: str, palette: object) -> None:
    of = brand(DARK if palette is DARK else LIGHT, name="La Maison du Pain")
    with_name = artwork(Press(shot(), of, InkWell(paint_label)), MODELS[name])
    other = artwork(Press(shot(), brand(of.palette, name="Zest"), InkWell(paint_label)), MODELS[name])
    assert (with_name != other).any(axis=2).mean() > 0.002


def test_every_sign_is_solid_stands_on_its_line_and_keeps_its_words() -> None:
    names = known_icons(("Clock", "adresse", "clock", "nonsense", "coeur", "map-pin"))
    assert names == ("clock", "pin", "heart")
    for word in [
        "leaf",
        "star",
        "chart",
        "shield",
        "phone",
        "euro",
        "percent",
        "calendar",
        "house",
        "tools",
        "drop",
        "bolt",
        "note",
        "cross",
        "cap",
        "bubble",
        "check",
        "person",
    ]:
        (name,) = known_icons((word,))
        field = icon_field(name)
        assert field.shape == (256, 256)
        assert 0.08 < (field < 0).mean() < 0.75, name
        lowest = np.flatnonzero((field < 0).any(axis=1))[-1]
        assert abs(lowest - 248) <= 4, name


def test_an_initial_becomes_a_thing() -> None:
    field = letter_field(np.ones((40, 20), np.float32))
    assert float(field[128, 128]) < -0.2
    assert float(field[128, 4]) > 0.2


def test_colours_mix_in_linear_light_and_contrast_is_wcags() -> None:
    assert mix((0, 0, 0), (1, 1, 1), 0.5)[0] == pytest.approx(0.73, abs=0.01)
    white = luminance(np.ones(3, np.float32))
    assert float(contrast((0, 0, 0), white)) == pytest.approx(21.0)
    assert rgb("#ff8000") == (1.0, 128 / 255, 0.0)
    assert distance((0, 0, 0), (1, 1, 1)) > distance((0, 0, 0), (0.2, 0.2, 0.2)) > 0


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_neighbouring_shots_have_other_grounds(palette: object) -> None:
    of = DARK if palette is DARK else LIGHT
    grounds = {look(kind, of).base for kind in ("hero", "detail", "use", "proof", "end")}
    assert len(grounds) == 5
    assert look("text", of).mesh is not None


def test_the_camera_keeps_up_upright_and_far_small() -> None:
    camera = Camera(target=(0, 1, 0), pitch_deg=12)
    near, far, high = camera.project(np.array([[1.0, 1, 1], [1, 1, -1], [0, 2, 0]]))
    assert near[0] > far[0] > 0
    assert high[1] > 0
    assert corners((0, 0, 0), (1, 2, 3)).shape == (8, 3)
    assert turn(0, 0, 0) == pytest.approx(np.eye(3))
    assert (turn(0, 0, 90) @ np.array([0, 1, 0])) == pytest.approx([-1, 0, 0])
