"""What a platform's own interface covers of the frame: its figures, and how they are drawn over the picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qtpy.QtCore import QRectF, Qt
from qtpy.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from admaker_desktop.ui.i18n import tr
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.fonts import ui_font
from admaker_desktop.ui.theme.tokens import RADIUS_CHIP
from admaker_desktop.ui.widgets import paint

if TYPE_CHECKING:
    from admaker_desktop.delivery.presets import Preset

_ASPECT_SLACK = 0.01
_STRIPE_PX, _STRIPE_STEP_PX = 5, 12
_LABEL_PX = 10.5
_LABEL_HEIGHT_PX = 20
_SHADE, _STRIPE, _LABEL = QColor(12, 6, 12, 90), QColor(150, 28, 48, 95), QColor(12, 8, 14, 165)
"""Over any picture, so the same in both themes."""


@dataclass(frozen=True, slots=True)
class SafeArea:
    """Margins of one placement in pixels of its own frame."""

    platform: str
    width_px: int
    height_px: int
    top_px: int
    bottom_px: int
    left_px: int
    right_px: int
    basis: str = ""
    """Where the figures come from and when they were read."""


def placements(width: int, height: int) -> list[tuple[str, str]]:
    """(preset id, name) of the placements of this shape that publish a zone; any thread, reads a file once.

    Placements of one platform that share their zone are one entry.
    """
    from admaker_desktop.delivery.presets import all_presets  # brings pydantic: not before the first paint

    found = [preset for preset in all_presets() if _fits(preset, width, height)]
    zones = {
        preset.platform: {_margins(other) for other in found if other.platform == preset.platform} for preset in found
    }
    seen: set[tuple[object, ...]] = set()
    choices = []
    for preset in found:
        key = (preset.platform, _margins(preset))
        if key not in seen:
            seen.add(key)
            is_one = len(zones[preset.platform]) == 1
            choices.append((preset.id, preset.platform if is_one else f"{preset.platform} · {preset.placement}"))
    return choices


def safe_area(preset_id: str) -> SafeArea:
    """The zone of a placement; any thread; raises UsageError when there is no such placement."""
    from admaker_desktop.delivery.presets import find_preset  # brings pydantic: not before the first paint

    preset = find_preset(preset_id)
    zone = preset.safe_zone_px
    read = preset.sources[0].date if preset.sources else ""
    return SafeArea(
        platform=preset.platform,
        width_px=preset.width or 1,
        height_px=preset.height or 1,
        top_px=zone.top,
        bottom_px=zone.bottom,
        left_px=zone.left,
        right_px=zone.right,
        basis=" · ".join(part for part in (zone.basis, read) if part),
    )


def paint_zone(painter: QPainter, picture: QRectF, area: SafeArea) -> None:
    """Hatch what is covered, frame what is free, say how many pixels of the frame that is."""
    across, down = picture.width() / area.width_px, picture.height() / area.height_px
    free = picture.adjusted(area.left_px * across, area.top_px * down, -area.right_px * across, -area.bottom_px * down)
    covered, inside = QPainterPath(), QPainterPath()
    covered.addRoundedRect(picture, RADIUS_CHIP, RADIUS_CHIP)
    inside.addRect(free)
    covered = covered.subtracted(inside)
    painter.save()
    painter.setClipPath(covered)
    painter.fillRect(picture, _SHADE)
    painter.setPen(QPen(_STRIPE, _STRIPE_PX))
    x = picture.left() - picture.height()
    while x < picture.right():
        painter.drawLine(round(x), round(picture.bottom()), round(x + picture.height()), round(picture.top()))
        x += _STRIPE_STEP_PX * 2**0.5
    painter.restore()
    frame = QPen(theme.colour("ok") if theme.is_dark else QColor("#3ddc97"), 1.25)
    frame.setDashPattern([4, 3])
    painter.setPen(frame)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(free)
    _paint_labels(painter, picture, area, free)


def _paint_labels(painter: QPainter, picture: QRectF, area: SafeArea, free: QRectF) -> None:
    painter.setFont(ui_font(_LABEL_PX, 600))
    row = picture.adjusted(6, 0, -6, 0)
    if free.top() - picture.top() >= _LABEL_HEIGHT_PX:
        text = tr("{platform} covers this · {pixels} px", platform=area.platform, pixels=area.top_px)
        _words(painter, QRectF(row.left(), row.top() + 3, row.width(), _LABEL_HEIGHT_PX), text)
    if picture.bottom() - free.bottom() >= _LABEL_HEIGHT_PX:
        text = tr("{pixels} px", pixels=area.bottom_px)
        bottom = QRectF(row.left(), row.bottom() - _LABEL_HEIGHT_PX - 3, row.width(), _LABEL_HEIGHT_PX)
        _words(painter, bottom, text)


def _words(painter: QPainter, rect: QRectF, text: str) -> None:
    width = min(rect.width(), QFontMetricsF(painter.font()).horizontalAdvance(text) + 12)
    plate = QRectF(rect.left(), rect.top() + 2, width, rect.height() - 3)
    paint.box(painter, plate, RADIUS_CHIP, _LABEL)
    paint.words(painter, plate.adjusted(6, 0, -5, 0), text, QColor("#ffffff"))


def _fits(preset: Preset, width: int, height: int) -> bool:
    if preset.asset_type != "video" or not preset.width or not preset.height or not preset.safe_zone_px.is_published:
        return False
    return abs(preset.width / preset.height - width / height) <= _ASPECT_SLACK * width / height


def _margins(preset: Preset) -> tuple[int, int, int, int]:
    zone = preset.safe_zone_px
    return zone.top, zone.bottom, zone.left, zone.right
