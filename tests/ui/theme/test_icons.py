"""Icons are tinted, cached, sharp, and all of one family."""

from __future__ import annotations

import re
from importlib import resources

import pytest
from qtpy.QtCore import QRectF, QSize, Qt
from qtpy.QtGui import QColor, QIcon, QImage, QPainter

from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.icons import icon, paint_icon, pixmap

FOLDER = resources.files("admaker_desktop") / "resources" / "icons"
PAGES = "house workflow clapperboard message-square-text package-check images activity chart-column"
NODES = (
    "file-text lightbulb scale pen-line layout-grid hammer languages image palette video smile mic music "
    "text-cursor-input scissors captions ruler shield-check user-check table-2 list split sticky-note"
)
STATES = (
    "circle-check loader clock triangle-alert octagon-x lock pin database unlink unplug wifi-off wand-sparkles "
    "badge-check"
)


def test_every_icon_of_the_design_is_on_board() -> None:
    names = f"{PAGES} {NODES} {STATES}".split()
    assert [name for name in names if not (FOLDER / f"{name}.svg").is_file()] == []


def test_every_file_draws_in_the_current_colour() -> None:
    """A file with a colour of its own would stay as it is in the light theme."""
    for file in FOLDER.iterdir():
        if file.name.endswith(".svg"):
            text = file.read_text("utf-8")
            assert "currentColor" in text, file.name
            assert not re.search(r'(fill|stroke)="#', text), file.name


def test_the_licence_travels_with_the_icons() -> None:
    assert "ISC License" in (FOLDER / "LUCIDE-LICENSE.txt").read_text("utf-8")


def test_a_pixmap_has_the_asked_colour_and_size() -> None:
    picture = pixmap("square", 16, QColor("#3ddc97"), 2.0)
    assert picture.size() == QSize(32, 32)
    assert picture.deviceIndependentSize().toSize() == QSize(16, 16)
    strong = strongest(picture.toImage())
    assert (strong.red(), strong.green(), strong.blue()) == (0x3D, 0xDC, 0x97)


def test_the_same_question_is_answered_from_the_cache() -> None:
    colour = QColor("#123456")
    assert pixmap("play", 16, colour).cacheKey() == pixmap("play", 16, QColor(colour)).cacheKey()


def test_an_icon_follows_the_theme_when_it_is_asked_again() -> None:
    dark = strongest(icon("play", "t1").pixmap(16, 16).toImage())
    theme.set_mode("light")
    light = strongest(icon("play", "t1").pixmap(16, 16).toImage())
    assert dark.lightness() - light.lightness() > 150


def test_a_disabled_icon_is_at_half_strength() -> None:
    made = icon("square")
    normal, off = (
        strongest(made.pixmap(QSize(16, 16), mode).toImage()) for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled)
    )
    assert off.alphaF() == pytest.approx(normal.alphaF() / 2, abs=0.06)


def test_large_icons_have_a_thinner_stroke() -> None:
    """2 of 24 units up to 18 pixels, 1.75 above: at 24 pixels a stroke of 1.75 pixels covers less than one of 2."""
    covered = sum(pixmap("minus", 24, QColor("white")).toImage().pixelColor(12, y).alphaF() for y in range(24))
    assert covered == pytest.approx(1.75, abs=0.1)


def test_an_icon_is_painted_in_the_middle() -> None:
    page = QImage(40, 20, QImage.Format.Format_ARGB32_Premultiplied)
    page.fill(Qt.GlobalColor.transparent)
    painter = QPainter(page)
    paint_icon(painter, "square", QRectF(12, 2, 16, 16), QColor("white"))
    painter.end()
    left = [x for x in range(40) if any(page.pixelColor(x, y).alpha() > 40 for y in range(20))]
    assert left[0] - 12 == 27 - left[-1]


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(FileNotFoundError):
        pixmap("no-such-icon", 16, QColor("white"))


def strongest(picture: QImage) -> QColor:
    """The pixel with the least transparency."""
    places = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return max((picture.pixelColor(x, y) for x, y in places), key=QColor.alpha)
