"""Type as it is measured and drawn."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from admaker_desktop.ad.scene import Box
from admaker_desktop.media import text
from admaker_desktop.media.text.faces import drawable, known_faces
from admaker_desktop.timeline.model import TextLayout, TextStyle

PLAIN = TextStyle(family="Fraunces", weight=600, colour="#204060")
CAPTION = TextStyle(
    family="DM Sans", weight=500, colour="#ffffff", lit_colour="#ffd54a", box_colour="#0e0f12", box_opacity=0.72,
    box_radius_em=0.3, box_pad_x_em=0.5, box_pad_y_em=0.45, leading=1.3, shadow=0.4,
)  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def _started() -> None:
    text.start()


def box(width: float, height: float) -> Box:
    return Box(x_px=0, y_px=0, width_px=width, height_px=height)


def fit(words: str, style: TextStyle, room: Box, largest: float = 150, lines: int = 4) -> text.Fitted:
    return text.fit(words, style, text.Room(room.width_px, room.height_px, largest, 20, lines), "left")


def layout_of(fitted: text.Fitted, x: float = 40, y: float = 60) -> TextLayout:
    return TextLayout(
        view="v", x_px=x, y_px=y, width_px=fitted.width_px, height_px=fitted.height_px, size_px=fitted.size_px,
        lines=fitted.lines, align="left",
    )  # fmt: skip


def test_importing_type_imports_no_qt() -> None:
    code = (
        "import sys, admaker_desktop.media.text as t; sys.exit(any('PySide6' in m or 'qtpy' in m for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0


def test_drawing_before_start_is_refused_instead_of_aborting_the_process() -> None:
    code = """
from admaker_desktop.media.text import x_height_px
from admaker_desktop.timeline.model import TextStyle
try:
    x_height_px(TextStyle(family="Inter", colour="#000000"), 10)
except RuntimeError:
    raise SystemExit(7)
"""
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 7


def test_starting_again_changes_nothing() -> None:
    before = known_faces()
    text.start()
    assert known_faces() == before


@pytest.mark.parametrize("face", [("Fraunces", 600), ("Inter", 500), ("Inter", 700), ("Anton", 400), ("Lato", 700)])
def test_every_wanted_sign_is_in_the_face_itself(face: tuple[str, int]) -> None:
    wanted = "œŒÉ«»€\u2019\u2013\u2014×\u202f"
    assert drawable(wanted, *face) == wanted


def test_a_narrow_space_is_narrower_than_a_space() -> None:
    narrow, wide = (fit(f"a{space}b", PLAIN, box(900, 300), 100, 1).width_px for space in ("\u202f", "\u00a0"))
    assert narrow < wide


def test_signs_that_no_face_holds_are_left_out_and_never_come_from_the_system() -> None:
    assert drawable("Pain 🥖 漢", "Fraunces", 600) == "Pain  "


def test_type_is_as_large_as_fits_and_measured_exactly() -> None:
    room = box(500, 400)
    fitted = fit("Le café qui réveille vos matins", PLAIN, room)
    assert fitted.fits
    assert fitted.width_px <= 500
    assert fitted.height_px <= 400
    size = fitted.size_px + 12
    wished = text.Room(room.width_px, room.height_px, size, size, 4)
    larger = text.fit("Le café qui réveille vos matins", PLAIN, wished, "left")
    assert not larger.fits


def test_a_price_is_never_broken() -> None:
    fitted = fit("Dès 29,90 € par mois", PLAIN, box(260, 600))
    assert any("29,90\u00a0€" in line for line in fitted.lines)


def test_text_that_cannot_fit_says_so() -> None:
    fitted = fit("Anticonstitutionnellement", PLAIN, box(50, 30))
    assert not fitted.fits
    assert fitted.size_px == 20


def test_no_text_has_no_lines() -> None:
    assert fit("  ", PLAIN, box(100, 100)).lines == ()


def test_lines_keep_to_a_limit_of_characters() -> None:
    fitted = text.fit("Chez nous la pâte lève longtemps", CAPTION, text.Room(2000, 400, 50, 20, 2, 26), "center")
    assert [len(line) <= 26 for line in fitted.lines] == [True, True]


def test_ink_lies_exactly_in_the_layout_box() -> None:
    layout = layout_of(fit("Œuvre légère", PLAIN, box(600, 200)))
    drawn = text.draw(layout, PLAIN)
    rows, columns = np.flatnonzero(drawn.rgba[..., 3].any(1)), np.flatnonzero(drawn.rgba[..., 3].any(0))
    (ink,) = text.ink_boxes(layout, PLAIN)
    assert (ink.x_px, ink.y_px, ink.width_px, ink.height_px) == (40, 60, layout.width_px, layout.height_px)
    assert (drawn.x_px + columns[0], drawn.y_px + rows[0]) == (40, 60)
    assert (columns[-1] - columns[0] + 1, rows[-1] - rows[0] + 1) == (layout.width_px, layout.height_px)


def test_pictures_are_premultiplied_and_coloured() -> None:
    rgba = text.draw(layout_of(fit("Hm", PLAIN, box(300, 200))), PLAIN).rgba
    assert (rgba[..., :3] <= rgba[..., 3:]).all()
    solid = rgba[rgba[..., 3] == 255]
    assert tuple(int(value) for value in solid[0][:3]) == (0x20, 0x40, 0x60)


def test_a_plate_holds_the_ink_and_a_shadow_reaches_beyond_it() -> None:
    layout = layout_of(fit("Égypte, jadis", CAPTION, box(600, 300), 60))
    plate, ink = text.ink_boxes(layout, CAPTION)
    assert plate.y_px < ink.y_px
    assert plate.y_px + plate.height_px > ink.y_px + ink.height_px
    drawn = text.draw(layout, CAPTION)
    assert drawn.x_px < layout.x_px
    assert drawn.rgba[..., 3].max() == 255


def test_every_word_has_a_box_in_reading_order() -> None:
    layout = TextLayout(
        view="v",
        x_px=0,
        y_px=0,
        width_px=500,
        height_px=200,
        size_px=50,
        align="center",
        lines=("Vous 29,90\u00a0€", "aussi"),
    )
    words = text.draw(layout, CAPTION).words
    assert len(words) == 3
    assert words[0].x1 <= words[1].x0
    assert words[2].y0 >= words[0].y1


def test_lit_words_differ_only_inside_the_ink() -> None:
    layout = layout_of(fit("Vous aussi", CAPTION, box(600, 300), 60))
    plain, lit = text.draw(layout, CAPTION), text.draw(layout, CAPTION, lit=True)
    changed = (plain.rgba != lit.rgba).any(2)
    inside = np.zeros_like(changed)
    for word in plain.words:
        inside[word.y0 : word.y1, word.x0 : word.x1] = True
    assert changed.any()
    assert not (changed & ~inside).any()


def test_every_thread_draws_the_same_bytes() -> None:
    layout = layout_of(fit("Le café « naïf » ?", CAPTION, box(400, 300), 60))

    def drawn(_: int) -> str:
        from admaker_desktop.media.text.setting import set_lines  # every thread really draws

        set_lines.cache_clear()
        return hashlib.sha256(text.draw(layout, CAPTION).rgba.tobytes()).hexdigest()

    here = drawn(0)
    with ThreadPoolExecutor(3) as pool:
        assert set(pool.map(drawn, range(12))) == {here}
    assert threading.current_thread() is threading.main_thread()


def test_x_height_is_that_of_a_drawn_x() -> None:
    (ink,) = text.ink_boxes(layout_of(fit("x", PLAIN, box(300, 300), 100, 1)), PLAIN)
    assert text.x_height_px(PLAIN, 100) == pytest.approx(ink.height_px, abs=1.6)


def test_labels_shrink_their_lines_to_the_width() -> None:
    line = text.LabelLine("UNE MARQUE AU NOM TRÈS LONG", "Playfair Display", 700, 90, "#222222")
    picture = text.label((line, text.LabelLine("30 ml", "Inter", 500, 40, "#aa0000")), 300, 200, "#ffffff")
    assert picture.shape == (200, 300, 4)
    dark = picture[..., 0] < 200
    assert dark.any()
    assert not dark[:, :8].any()
    assert not dark[:, -8:].any()


def test_a_label_without_background_has_straight_alpha() -> None:
    picture = text.label((text.LabelLine("Hm", "Inter", 700, 80, "#ff0000"),), 200, 120, "")
    inked = picture[..., 3] > 0
    assert inked.any()
    assert not inked.all()
    assert (picture[inked][:, 0] == 255).all()


def test_an_unknown_family_is_set_in_the_house_face() -> None:
    unknown = PLAIN.model_copy(update={"family": "Comic Sans", "weight": 500})
    inter = PLAIN.model_copy(update={"family": "Inter", "weight": 500})
    assert fit("Bonjour", unknown, box(500, 200)) == fit("Bonjour", inter, box(500, 200))
