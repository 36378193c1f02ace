"""The window's type: Inter Variable, and a monospaced face for timecode, hashes and file names."""

from __future__ import annotations

import functools
from importlib import resources

from qtpy.QtCore import QByteArray
from qtpy.QtGui import QFont, QFontDatabase, QGuiApplication, QScreen

from admaker_desktop.core.errors import MediaError

UI_FAMILY = "Inter Variable"
MONO_FAMILY = "JetBrains Mono"
_FILES = ("InterVariable.woff2", "JetBrainsMono-400.woff2")
_OPTICAL_SMALLEST, _OPTICAL_LARGEST = 14, 32
"""Range of Inter's optical size axis in pixels."""


@functools.cache
def load_fonts() -> None:
    """Add the app's faces to Qt's; once, with a QApplication. Raises MediaError when a file is missing or broken."""
    folder = resources.files("admaker_desktop") / "resources" / "fonts" / "ui"
    for name in _FILES:
        try:
            data = (folder / name).read_bytes()
        except OSError as error:
            raise MediaError("The window's type faces are missing.", hint="Install the app again.") from error
        if QFontDatabase.addApplicationFontFromData(QByteArray(data)) < 0:
            raise MediaError("The window's type faces cannot be read.", hint="Install the app again.")


def ui_font(size_px: float = 13, weight: int = 400, *, tabular: bool = False) -> QFont:
    """Inter at a size in logical pixels and a weight from 100 to 900.

    `tabular` gives all figures one width, for numbers that change or stand in columns. It widens Inter's hyphen too,
    which tears words apart: not for texts.
    """
    return QFont(_ui_font(size_px, weight, tabular))


def mono_font(size_px: float = 13, weight: int = 400) -> QFont:
    """The monospaced face; what it lacks comes from Inter."""
    font = QFont([MONO_FAMILY, UI_FAMILY])
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setWeight(QFont.Weight(weight))
    _set_pixels(font, size_px)
    return font


@functools.cache
def _ui_font(size_px: float, weight: int, tabular: bool) -> QFont:
    font = QFont([UI_FAMILY])
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setWeight(QFont.Weight(weight))
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    if size_px > _OPTICAL_SMALLEST:
        font.setVariableAxis(QFont.Tag("opsz"), min(size_px, _OPTICAL_LARGEST))
    _set_pixels(font, size_px)
    return font


def _set_pixels(font: QFont, size_px: float) -> None:
    if float(size_px).is_integer():
        font.setPixelSize(int(size_px))
    else:  # Qt's pixel size is a whole number; its point size is not
        screen: QScreen | None = QGuiApplication.primaryScreen()
        font.setPointSizeF(size_px * 72 / (screen.logicalDotsPerInch() if screen is not None else 96))
