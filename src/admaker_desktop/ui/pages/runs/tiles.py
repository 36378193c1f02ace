"""The lanes of this machine, a tile each: how busy it is and with what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qtpy.QtCore import QRectF, QSize, Qt
from qtpy.QtGui import QPainter, QPaintEvent
from qtpy.QtWidgets import QHBoxLayout, QWidget

from admaker_desktop.ui.i18n import Translated, tr
from admaker_desktop.ui.pages.runs.chart_model import LANES
from admaker_desktop.ui.pages.runs.looks import lane_look
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.fonts import ui_font
from admaker_desktop.ui.theme.icons import paint_icon
from admaker_desktop.ui.widgets.paint import box, start, words

_TILE_PX = 63
_PAD_PX = 14
_TONES = {"cpu": "acc", "network": "info", "gpu": "ok", "export": "warn"}


@dataclass(frozen=True, slots=True)
class LaneLook:
    """How busy a lane is."""

    busy: int = 0
    size: int = 0
    """Workers; 0 while nobody knows."""
    what: tuple[str, ...] = ()
    """Names of what runs on it."""


class LaneTile(QWidget):
    """One lane, painted."""

    def __init__(self, lane: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._look = LaneLook()
        self._state, self._doing = "", ""
        self.setFixedHeight(_TILE_PX)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(200, _TILE_PX)

    def show_look(self, look: LaneLook) -> None:
        """Show how busy it is now."""
        if look != self._look:
            self._look = look
            self.retell()

    def retell(self) -> None:
        """Say it again, in the language of the moment."""
        look = self._look
        self._state = tr("{busy} of {size}", busy=look.busy, size=look.size) if look.busy else tr("idle")
        self._doing = " · ".join(_counted(look.what)) if look.what else tr("nothing runs")
        self.setAccessibleName(lane_look(self._lane)[1])
        self.setAccessibleDescription(f"{self._state}, {self._doing}")
        self.setToolTip(self._doing if look.what else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start(self)
        width = float(self.width())
        painter.fillRect(self.rect(), theme.colour("panel"))
        painter.fillRect(QRectF(width - 1, 0, 1, _TILE_PX), theme.colour("line"))
        painter.fillRect(QRectF(0, _TILE_PX - 1, width, 1), theme.colour("line"))
        icon, name = lane_look(self._lane)
        paint_icon(painter, icon, QRectF(_PAD_PX, 10, 16, 16), theme.colour("t2"))
        painter.setFont(ui_font(13, 600))
        words(painter, QRectF(_PAD_PX + 24, 8, width - 120, 20), name, theme.colour("t1"))
        right = QRectF(width - 110 - _PAD_PX, 8, 110, 20)
        words(painter, right, self._state, theme.colour("t1"), Qt.AlignmentFlag.AlignRight)
        self._paint_load(painter, QRectF(_PAD_PX, 33, width - 2 * _PAD_PX, 5))
        painter.setFont(ui_font(11))
        words(painter, QRectF(_PAD_PX, 42, width - 2 * _PAD_PX, 17), self._doing, theme.colour("t3"))
        event.accept()

    def _paint_load(self, painter: QPainter, track: QRectF) -> None:
        box(painter, track, 2.5, theme.colour("raised"))
        if self._look.busy and self._look.size:
            filled = max(6.0, track.width() * min(1.0, self._look.busy / self._look.size))
            load = QRectF(track.x(), track.y(), filled, track.height())
            box(painter, load, 2.5, theme.colour(_TONES.get(self._lane, "acc")))


class LaneTiles(Translated):
    """The four lanes side by side. GUI thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles = {lane: LaneTile(lane, self) for lane in LANES}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for tile in self._tiles.values():
            row.addWidget(tile, 1)
        self.retranslate()

    def show_lanes(self, looks: Mapping[str, LaneLook]) -> None:
        """Show the lanes; one that is not named is idle."""
        for lane, tile in self._tiles.items():
            tile.show_look(looks.get(lane, LaneLook()))

    def retranslate(self) -> None:
        for tile in self._tiles.values():
            tile.retell()


def _counted(names: Sequence[str]) -> list[str]:
    """Each name once, with its number behind it: "Animator ×2"."""
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    return [f"{name} ×{count}" if count > 1 else name for name, count in counts.items()]
