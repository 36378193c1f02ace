"""Lines of type as coverage: one mask with the place of every word, drawn once by Qt and kept."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

from admaker_desktop.media.text.faces import drawable, font
from admaker_desktop.timeline.model import TextStyle

if TYPE_CHECKING:
    from PySide6 import QtGui

Align = Literal["left", "center", "right"]
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_MEASURE_PX = 200
"""Size at which widths are measured; unhinted widths scale linearly."""


@dataclass(frozen=True, slots=True)
class Typeset:
    """What decides the shape of type, its colours apart."""

    family: str
    weight: int
    upper: bool
    tracking: float
    leading: float

    @classmethod
    def of(cls, style: TextStyle) -> Typeset:
        return cls(style.family, style.weight, style.upper, style.tracking, style.leading)

    def shown(self, text: str) -> str:
        """The text as it is drawn: capitals where asked for, curly apostrophes, only characters that our faces hold."""
        text = _APOSTROPHE.sub("\u2019", text.upper() if self.upper else text)
        return drawable(text, self.family, self.weight)


@dataclass(frozen=True, slots=True)
class Extent:
    """A word in a set block: `x0..x1` its advance, `y0..y1` its line's height; pixels from the block's origin."""

    x0: int
    y0: int
    x1: int
    y1: int


@dataclass(frozen=True, slots=True, eq=False)
class SetBlock:
    """Lines as coverage. Origin: left edge of the widest line's advance, baseline of the first line."""

    mask: NDArray[np.uint8]
    """(height, width) uint8 coverage, cropped to the ink; read-only; (0, 0) when nothing is drawn."""
    ink_x: int
    ink_y: int
    """Where the mask's top left corner is."""
    advance_px: int
    """Width of the widest line."""
    cap_px: int
    """Height of a capital."""
    last_baseline_px: int
    words: tuple[Extent, ...]


@functools.lru_cache(maxsize=4096)
def width_em(text: str, typeset: Typeset) -> float:
    """Advance width of a piece of text in em; any thread."""
    layout, line = _layout(typeset.shown(text), typeset, _MEASURE_PX)
    width = line.naturalTextWidth() / _MEASURE_PX
    del layout  # Qt's line is a view into it: it has to live until here
    return width


@dataclass(frozen=True, slots=True)
class InkEm:
    """Where a line's ink is, in em from its start on the baseline; y downwards."""

    left: float
    top: float
    right: float
    bottom: float


@functools.lru_cache(maxsize=4096)
def ink_em(line: str, typeset: Typeset) -> InkEm:
    """The ink of one line, from the letters' outlines; any thread."""
    from qtpy import QtGui  # heavy: only processes that draw type pay for it

    metrics = QtGui.QFontMetricsF(font(typeset.family, typeset.weight, _MEASURE_PX, typeset.tracking))
    box = metrics.tightBoundingRect(typeset.shown(line))
    return InkEm(
        box.left() / _MEASURE_PX, box.top() / _MEASURE_PX, box.right() / _MEASURE_PX, box.bottom() / _MEASURE_PX
    )


@functools.lru_cache(maxsize=256)
def heights_em(typeset: Typeset) -> tuple[float, float]:
    """(x-height, capital height) of a face in em; any thread."""
    from qtpy import QtGui  # heavy: only processes that draw type pay for it

    metrics = QtGui.QFontMetricsF(font(typeset.family, typeset.weight, _MEASURE_PX))
    return metrics.xHeight() / _MEASURE_PX, metrics.capHeight() / _MEASURE_PX


def _layout(text: str, typeset: Typeset, size_px: int) -> tuple[QtGui.QTextLayout, QtGui.QTextLine]:
    """One line of text, laid out without a limit."""
    from qtpy import QtCore, QtGui  # heavy: only processes that draw type pay for it

    layout = QtGui.QTextLayout(text, font(typeset.family, typeset.weight, size_px, typeset.tracking))
    option = QtGui.QTextOption()
    option.setWrapMode(QtGui.QTextOption.WrapMode.NoWrap)
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1e6)
    line.setPosition(QtCore.QPointF(0.0, 0.0))
    layout.endLayout()
    return layout, line


def _utf16(text: str) -> int:
    """Length in UTF-16 units: what positions in Qt count."""
    return len(text.encode("utf-16-le")) // 2


@functools.lru_cache(maxsize=64)
def set_lines(lines: tuple[str, ...], typeset: Typeset, size_px: int, align: Align) -> SetBlock:
    """Draw lines once; any thread after start(). The words of a line are what its plain spaces part."""
    from qtpy import QtCore, QtGui  # heavy: only processes that draw type pay for it

    shown = [[typeset.shown(word) for word in line.split(" ")] for line in lines]
    laid = [_layout(" ".join(words), typeset, size_px) for words in shown]
    widths = [line.naturalTextWidth() for _, line in laid]
    advance = int(np.ceil(max(widths, default=0.0)))
    step = typeset.leading * size_px
    cap = round(heights_em(typeset)[1] * size_px)
    pad = size_px
    last_baseline = round((len(lines) - 1) * step)
    image = QtGui.QImage(
        advance + 2 * pad, last_baseline + cap + 3 * pad, QtGui.QImage.Format.Format_ARGB32_Premultiplied
    )
    image.fill(0)
    painter = QtGui.QPainter(image)
    painter.setPen(QtGui.QColor(255, 255, 255))
    extents: list[Extent] = []
    for index, (layout, line) in enumerate(laid):
        shift = {"left": 0.0, "center": 0.5, "right": 1.0}[align]
        x, baseline = round((advance - widths[index]) * shift), round(index * step)
        layout.draw(painter, QtCore.QPointF(pad + x, pad + cap + baseline - line.ascent()))
        top, bottom = baseline - round(0.78 * step), baseline + round(0.22 * step)
        position = 0
        for word in shown[index]:
            edges = [_cursor_x(line, at) for at in (position, position + _utf16(word))]
            extents.append(Extent(x + int(np.floor(edges[0])), top, x + int(np.ceil(edges[1])), bottom))
            position += _utf16(word) + 1
    painter.end()
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    alpha = pixels[:, 3 : 4 * image.width() : 4]
    rows, columns = np.flatnonzero(alpha.any(1)), np.flatnonzero(alpha.any(0))
    if rows.size == 0:
        return SetBlock(np.zeros((0, 0), np.uint8), 0, 0, advance, cap, last_baseline, tuple(extents))
    y0, y1, x0, x1 = int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1
    mask = np.ascontiguousarray(alpha[y0:y1, x0:x1])
    mask.flags.writeable = False
    return SetBlock(mask, x0 - pad, y0 - pad - cap, advance, cap, last_baseline, tuple(extents))


def _cursor_x(line: QtGui.QTextLine, position: int) -> float:
    """Where the cursor stands at a position; the binding answers with a pair or a number, by version."""
    answer: Any = line.cursorToX(position)
    return float(answer[0] if isinstance(answer, tuple) else answer)
