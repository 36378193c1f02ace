"""The node palette at the left of the Flow page: sections of node types to drag, or a rail of icons."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from qtpy.QtCore import QRectF, QSize, Qt, Signal
from qtpy.QtGui import QPaintEvent
from qtpy.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from admaker_desktop.ui.canvas.catalogue import Section, found, sections
from admaker_desktop.ui.canvas.node_list import NodeList
from admaker_desktop.ui.i18n import Translated, tr
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.icons import paint_icon
from admaker_desktop.ui.widgets import IconButton, Label, PaintedButton, Panel, SearchField
from admaker_desktop.ui.widgets.paint import start

if TYPE_CHECKING:
    from admaker_desktop.engine.registry import NodeSpec

WIDTH_PX, RAIL_PX = 232, 48


class NodePalette(Translated):
    """Search field and list; `set_rail` folds it to 48 px. GUI thread."""

    chosen = Signal(str)
    """A node type to be added in the middle of the canvas: by double click or Enter."""
    rail_toggled = Signal(bool)
    """The user wants the rail, or the whole palette."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._specs: tuple[NodeSpec, ...] = ()
        self._sections: tuple[Section, ...] = ()
        self.field = SearchField()
        self.list = NodeList()
        self._nothing = Label("hint")
        self._rail = _Rail()
        wide = Panel()
        column = QVBoxLayout(wide)
        column.setContentsMargins(8, 10, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing)
        column.addStretch(0)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(wide)
        self._stack.addWidget(self._rail)
        self.field.text_changed.connect(self._filter)
        self.list.chosen.connect(self.chosen)
        self._rail.section_asked.connect(self._open_section)
        self._rail.search_asked.connect(lambda: self.rail_toggled.emit(False))
        self.set_rail(False)
        self.retranslate()

    def set_specs(self, specs: Iterable[NodeSpec]) -> None:
        """List these node types."""
        self._specs = tuple(specs)
        self.retranslate()

    def set_rail(self, is_rail: bool) -> None:
        """Fold to a rail of one icon for each section, or unfold."""
        self._stack.setCurrentIndex(1 if is_rail else 0)
        if is_rail:
            self.setFixedWidth(RAIL_PX)
        else:
            self.setMinimumWidth(180)
            self.setMaximumWidth(360)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(RAIL_PX if self.is_rail else WIDTH_PX, super().sizeHint().height())

    @property
    def is_rail(self) -> bool:
        return self._stack.currentIndex() == 1

    def retranslate(self) -> None:
        self._sections = sections(self._specs)
        self.setAccessibleName(tr("Nodes"))
        self.list.setAccessibleName(tr("Nodes"))
        self.field.set_placeholder(tr("Search nodes"))
        self.field.set_keys(tr("Tab"))
        self._nothing.setText(tr("No node fits."))
        self._rail.show_sections(self._sections)
        self._filter(self.field.text())

    def _filter(self, text: str) -> None:
        if text.strip():
            entries = found((entry for section in self._sections for entry in section.entries), text)
            self.list.show_entries(entries)
        else:
            self.list.show_sections(self._sections)
        self.list.setVisible(bool(self.list.types()) or not text.strip())
        self._nothing.setVisible(bool(text.strip()) and not self.list.types())

    def _open_section(self, key: str) -> None:
        self.rail_toggled.emit(False)
        self.field.set_text("")
        self.list.scroll_to_section(key)


class _Rail(Panel):
    """One icon for each section."""

    section_asked = Signal(str)
    search_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._search = IconButton("search", 34)
        self._search.clicked.connect(self.search_asked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(7, 10, 7, 8)
        self._column.setSpacing(6)
        self._column.addWidget(self._search)
        self._column.addStretch(1)
        self._buttons: list[_SectionButton] = []

    def show_sections(self, shown: Iterable[Section]) -> None:
        for button in self._buttons:
            self._column.removeWidget(button)
            button.deleteLater()
        self._buttons = []
        self._search.setToolTip(tr("Search nodes"))
        self._search.setAccessibleName(tr("Search nodes"))
        for section in shown:
            button = _SectionButton(section)
            button.clicked.connect(lambda _=False, key=section.key: self.section_asked.emit(key))
            self._column.insertWidget(self._column.count() - 1, button)
            self._buttons.append(button)


class _SectionButton(PaintedButton):
    def __init__(self, section: Section) -> None:
        super().__init__()
        self._section = section
        self.setFixedSize(34, 34)
        self.setToolTip(section.title)
        self.setAccessibleName(section.title)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start(self)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        icon = self._section.entries[0].icon
        paint_icon(painter, icon, QRectF(8, 8, 18, 18), theme.family(self._section.family))
        painter.end()
