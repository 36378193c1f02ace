"""The theme that is shown: its colours, and their way into Qt's palette and style sheet."""

from __future__ import annotations

from qtpy.QtCore import QObject, Qt, Signal
from qtpy.QtGui import QColor, QPalette
from qtpy.QtWidgets import QApplication

from admaker_desktop.ui.theme.focus import FocusRing
from admaker_desktop.ui.theme.fonts import load_fonts, ui_font
from admaker_desktop.ui.theme.sheet import style_sheet
from admaker_desktop.ui.theme.tokens import DISABLED_OPACITY, Mode, tokens

FOREGROUNDS = {
    "t1": QPalette.ColorRole.WindowText,
    "t2": QPalette.ColorRole.ToolTipText,
    "t3": QPalette.ColorRole.PlaceholderText,
    "acct": QPalette.ColorRole.Link,
    "acc": QPalette.ColorRole.Accent,
    "ok": QPalette.ColorRole.Light,
    "warn": QPalette.ColorRole.Midlight,
    "err": QPalette.ColorRole.BrightText,
    "info": QPalette.ColorRole.LinkVisited,
}
"""Text colours as palette roles, so that a label follows the theme by its foreground role alone."""


class Theme(QObject):
    """The colours of the moment. GUI thread; the one instance is `theme`."""

    changed = Signal()
    """Colours are new: whoever paints by hand paints again."""

    def __init__(self) -> None:
        super().__init__()
        self._mode: Mode = "dark"
        self._has_high_contrast = False
        self._app: QApplication | None = None
        self._ring: FocusRing | None = None
        self.reduced_motion = False
        """No dots, no fades, no moving progress; read at the moment of moving."""
        self._read()

    @property
    def is_dark(self) -> bool:
        return self._mode == "dark"

    @property
    def has_high_contrast(self) -> bool:
        return self._has_high_contrast

    def colour(self, token: str) -> QColor:
        """A colour of the table, shared: copy it before changing it. Raises KeyError for an unknown token."""
        return self._colours[token]

    def family(self, name: str) -> QColor:
        """The colour of a port family; an unknown one has that of `any`."""
        return self._families.get(name) or self._families["any"]

    def set_mode(self, mode: Mode) -> None:
        """Show the dark or the light theme."""
        if mode != self._mode:
            self._mode = mode
            self._refresh()

    def set_high_contrast(self, on: bool) -> None:
        """Draw control borders in the colour of hints."""
        if on != self._has_high_contrast:
            self._has_high_contrast = on
            self._refresh()

    def apply(self, app: QApplication) -> None:
        """Dress the application: fonts, style, palette, style sheet, focus ring. Once, before the first window."""
        self._app = app
        load_fonts()
        app.setStyle("Fusion")
        app.setFont(ui_font())
        for effect in (Qt.UIEffect.UI_AnimateCombo, Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_AnimateTooltip):
            app.setEffectEnabled(effect, False)
        self._dress(app)
        self._ring = FocusRing(app, lambda: self.colour("acc"))

    def _refresh(self) -> None:
        self._read()
        if self._app is not None:
            self._dress(self._app)
        self.changed.emit()

    def _read(self) -> None:
        table = tokens(self._mode, high_contrast=self._has_high_contrast)
        self._table = table
        self._colours = {name: QColor(value) for name, value in table.colours.items()}
        self._families = {name: QColor(value) for name, value in table.families.items()}

    def _dress(self, app: QApplication) -> None:
        app.setPalette(self._palette())
        app.setStyleSheet(style_sheet(self._table.colours))

    def _palette(self) -> QPalette:
        palette = QPalette()
        role = QPalette.ColorRole
        fills = {
            role.Window: "bg",
            role.Base: "field",
            role.AlternateBase: "panel2",
            role.Button: "raised",
            role.ToolTipBase: "raised",
            role.Highlight: "primary0",
            role.Dark: "line",
            role.Mid: "line2",
            role.Shadow: "canvas",
        }
        texts = {value: key for key, value in FOREGROUNDS.items()}
        texts |= {role.Text: "t1", role.ButtonText: "t1", role.HighlightedText: "white"}
        for colour_role, token in (fills | texts).items():
            palette.setColor(colour_role, self.colour(token))
        for colour_role, token in texts.items():
            faded = QColor(self.colour(token))
            faded.setAlphaF(DISABLED_OPACITY)
            palette.setColor(QPalette.ColorGroup.Disabled, colour_role, faded)
        return palette


theme = Theme()
"""The one theme of the process."""
