"""Shadows are soft, cached, and lie below and around the shape."""

from __future__ import annotations

from qtpy.QtCore import QRectF, Qt
from qtpy.QtGui import QImage, QPainter

from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.shadow import SHADOW_PX, paint_shadow, shadow_pixmap


def test_a_shadow_fades_outwards_and_falls_downwards() -> None:
    page = QImage(200, 200, QImage.Format.Format_ARGB32_Premultiplied)
    page.fill(Qt.GlobalColor.transparent)
    painter = QPainter(page)
    paint_shadow(painter, QRectF(50, 50, 100, 100), 10)
    painter.end()
    left = [page.pixelColor(x, 100).alpha() for x in range(50 - SHADOW_PX, 50)]
    assert left == sorted(left)
    assert left[0] <= 2
    assert left[-1] > 60
    above, below = (page.pixelColor(100, y).alpha() for y in (44, 155))
    assert below > above
    assert page.pixelColor(5, 5).alpha() == 0


def test_the_middle_has_no_seam() -> None:
    page = QImage(300, 120, QImage.Format.Format_ARGB32_Premultiplied)
    page.fill(Qt.GlobalColor.transparent)
    painter = QPainter(page)
    paint_shadow(painter, QRectF(40, 40, 220, 40), 8)
    painter.end()
    assert len({page.pixelColor(x, 90).alpha() for x in range(90, 210)}) == 1


def test_patches_are_made_once_per_radius_ratio_and_theme() -> None:
    assert shadow_pixmap(10, 1.0, True).cacheKey() == shadow_pixmap(10, 1.0, True).cacheKey()
    assert shadow_pixmap(10, 2.0, True).width() == 2 * shadow_pixmap(10, 1.0, True).width()
    assert theme.is_dark
    dark, light = (shadow_pixmap(10, 1.0, is_dark).toImage().pixelColor(30, 30).alpha() for is_dark in (True, False))
    assert dark > light
