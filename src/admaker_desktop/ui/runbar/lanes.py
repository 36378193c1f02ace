"""The lanes of a run: how busy each is and what runs there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qtpy.QtCore import QRectF, QSize, Qt
from qtpy.QtGui import QFontMetricsF, QPaintEvent
from qtpy.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from admaker_desktop.ui.i18n import Translated, tr
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.fonts import ui_font
from admaker_desktop.ui.theme.icons import paint_icon
from admaker_desktop.ui.widgets import paint

if TYPE_CHECKING:
    from collections.abc import Callable

    from admaker_desktop.services.run_watch import LaneLoad
    from admaker_desktop.ui.session import Session

LANES = ("cpu", "network", "gpu", "export")
_ICONS = {"cpu": "cpu", "network": "cloud", "gpu": "gpu", "export": "upload"}
_WIDEST_PX, _ICON_PX = 104, 13


def loads_of(session: Session | None) -> tuple[LaneLoad, ...]:
    """The lanes of a session's run, or of this machine at rest; none without a session."""
    if session is None:
        return ()
    from admaker_desktop.services.run_watch import LaneLoad  # a session has loaded it: the first paint needs it not

    view = session.run_view
    if view is not None:
        return view.lanes
    return tuple(LaneLoad(lane, 0, size, ()) for lane, size in session.studio.lanes.sizes.items())


def lane_name(lane: str) -> str:
    """A lane as people call it."""
    return {"cpu": tr("CPU"), "network": tr("Network"), "gpu": tr("GPU"), "export": tr("Export")}[lane]


class LaneTile(QWidget):
    """One lane: icon, name, busy of size, and below it what runs; short form: icon and figures."""

    def __init__(self, lane: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._head, self._short, self._what = "", "", ""
        self._is_busy = self._is_short = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_load(self, busy: int, size: int, what: tuple[str, ...]) -> None:
        """Show how many of the lane's workers work, and the titles of what they work on."""
        counted: dict[str, int] = {}
        for title in what:
            counted[title] = counted.get(title, 0) + 1
        first = next(iter(counted.items()), ("", 0))
        self._head = tr("{lane} {busy}/{size}", lane=lane_name(self._lane), busy=busy, size=size)
        self._short = f"{busy}/{size}"
        self._what = tr("idle") if not busy else f"{first[0]} ×{first[1]}" if first[1] > 1 else first[0]
        self._is_busy = busy > 0
        told = ", ".join(f"{title} ×{count}" if count > 1 else title for title, count in counted.items())
        self.setToolTip(tr("{lane}: {what}", lane=self._head, what=told or tr("idle")))
        self.setAccessibleName(self.toolTip())
        self.updateGeometry()
        self.update()

    def set_short(self, on: bool) -> None:
        """Icon and figures only."""
        self._is_short = on
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(ui_font(11, 500))
        if self._is_short:
            return QSize(round(metrics.horizontalAdvance(self._short)) + _ICON_PX + 6, 20)
        widest = max(metrics.horizontalAdvance(self._head) + _ICON_PX + 5, metrics.horizontalAdvance(self._what))
        return QSize(min(_WIDEST_PX, round(widest) + 2), 34)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with paint.start(self) as painter:
            line = QRectF(0, 0, self.width(), self.height() if self._is_short else self.height() / 2)
            tint = theme.colour("info" if self._is_busy and self._is_short else "t3")
            icon = QRectF(0, line.center().y() - _ICON_PX / 2, _ICON_PX, _ICON_PX)
            paint_icon(painter, _ICONS[self._lane], icon, tint)
            painter.setFont(ui_font(11, 500))
            words = line.adjusted(_ICON_PX + 5, 0, 0, 0)
            paint.words(painter, words, self._short if self._is_short else self._head, tint)
            if not self._is_short:
                what = line.translated(0, line.height())
                paint.words(painter, what, self._what, theme.colour("info" if self._is_busy else "t3"))


class Lanes(Translated):
    """The four lanes side by side."""

    def __init__(self, title_of: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title_of = title_of
        self._loads: tuple[LaneLoad, ...] = ()
        self.tiles = {lane: LaneTile(lane, self) for lane in LANES}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        for tile in self.tiles.values():
            self._row.addWidget(tile, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(tr("Lanes"))
        self.show_loads(self._loads)

    def show_loads(self, loads: tuple[LaneLoad, ...]) -> None:
        """Show how busy the lanes are; without loads there are none to show."""
        self._loads = loads
        known = {str(load.lane): load for load in loads}
        for lane, tile in self.tiles.items():
            load = known.get(lane)
            tile.setVisible(load is not None)
            if load is not None:
                titles = tuple(map(self._title_of, load.what))
                tile.show_load(load.busy, load.size, titles * load.busy if len(titles) == 1 else titles)

    def set_short(self, on: bool) -> None:
        """Icons and figures only, for a narrow bar."""
        self._row.setSpacing(12 if on else 16)
        for tile in self.tiles.values():
            tile.set_short(on)
