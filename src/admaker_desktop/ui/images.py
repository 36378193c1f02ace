"""Arrays of pixels as images of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qtpy.QtGui import QImage

if TYPE_CHECKING:
    from admaker_desktop.media.thumbs import Rgb


def image_of(rgb: Rgb) -> QImage:
    """A (height, width, 3) uint8 RGB array as a QImage with its own pixels; any thread."""
    height, width = rgb.shape[:2]
    return QImage(rgb.tobytes(), width, height, width * 3, QImage.Format.Format_RGB888).copy()
