"""The zoom bar, and the keys that help most."""

from __future__ import annotations

from qtpy.QtCore import QRectF, Qt, Signal
from qtpy.QtGui import QPaintEvent
from qtpy.QtWidgets import QHBoxLayout, QWidget

from admaker_desktop.ui.formats import percent
from admaker_desktop.ui.i18n import Translated, tr
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.widgets import Button, IconButton, KeyCap, Label
from admaker_desktop.ui.widgets.paint import box, faded, start


class ZoomBar(Translated):
    """Smaller, the zoom, larger, everything, map."""

    out_asked = Signal()
    in_asked = Signal()
    full_asked = Signal()
    fit_asked = Signal()
    map_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._out, self._in = IconButton("minus"), IconButton("plus")
        self._zoom = Button(kind="ghost", size="small")
        self._fit, self.map = IconButton("maximize"), IconButton("map")
        self.map.setCheckable(True)
        self.map.setChecked(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 3, 4, 3)
        row.setSpacing(3)
        for button in (self._out, self._zoom, self._in, self._fit, self.map):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        self._out.clicked.connect(self.out_asked)
        self._in.clicked.connect(self.in_asked)
        self._zoom.clicked.connect(self.full_asked)
        self._fit.clicked.connect(self.fit_asked)
        self.map.toggled.connect(self.map_toggled)
        self._share = 1.0
        self.retranslate()

    def set_zoom(self, zoom: float) -> None:
        """Show a zoom, 1 = 100 %."""
        self._share = zoom
        self._zoom.setText(percent(zoom))

    def retranslate(self) -> None:
        for button, text, keys in (
            (self._out, tr("Zoom out"), "-"),
            (self._in, tr("Zoom in"), "+"),
            (self._zoom, tr("Zoom to 100%"), tr("Ctrl+0")),
            (self._fit, tr("Fit everything"), "F"),
            (self.map, tr("Map"), ""),
        ):
            button.setAccessibleName(text)
            button.setToolTip(tr("{action} ({keys})", action=text, keys=keys) if keys else text)
        self.set_zoom(self._share)
        self._zoom.setMinimumWidth(58)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start(self)
        box(painter, QRectF(self.rect()), 9, faded(theme.colour("panel"), 0.94), theme.colour("line"))
        painter.end()


class KeyHints(Translated):
    """Three keys and what they do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(7, 4, 4, 4)
        row.setSpacing(6)
        self._pairs: list[tuple[KeyCap, Label]] = []
        for _ in range(3):
            cap, label = KeyCap(), Label("hint")
            self._pairs.append((cap, label))
            row.addWidget(cap)
            row.addWidget(label)
            row.addSpacing(4)
        self.retranslate()

    def retranslate(self) -> None:
        texts = ((tr("Tab"), tr("add")), ("F", tr("fit")), (tr("Ctrl ↵"), tr("run")))
        for (cap, label), (keys, text) in zip(self._pairs, texts, strict=True):
            cap.setText(keys)
            label.setText(text)
        self.adjustSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start(self)
        box(painter, QRectF(self.rect()), 7, faded(theme.colour("canvas"), 0.82))
        painter.end()
