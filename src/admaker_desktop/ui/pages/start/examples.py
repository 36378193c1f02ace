"""Briefs to begin with: a click puts one into the brief box, where it is changed like any other."""

from __future__ import annotations

from dataclasses import dataclass

from qtpy.QtCore import Qt, Signal
from qtpy.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from admaker_desktop.core.messages import Message, msg
from admaker_desktop.ui.i18n import Translated, tr, tr_message
from admaker_desktop.ui.pages.start.tiles import IconTile
from admaker_desktop.ui.widgets import Card, Label

_TILE_HEIGHT = 64
_ICON_TILE = 36
_GAP = 12


@dataclass(frozen=True, slots=True)
class Example:
    """What its tile says, and the brief; its figures are the brief's own."""

    icon: str
    title: Message
    line: Message
    brief: Message


EXAMPLES = (
    Example(
        "sparkles",
        msg("Product launch"),
        msg("15 s · 9:16 16:9"),
        msg(
            "A 15 second film in 9:16 and 16:9 for Nuit Claire, the new perfume by Maison Luma.\n"
            "Mood: night, warm, a little golden. Message: Light, bottled.\n"
            "Call to action: Discover Nuit Claire"
        ),
    ),
    Example(
        "tag",
        msg("Price and offer"),
        msg("6 s · 1:1 4:5"),
        msg(
            "A 6 second film in 1:1 and 4:5 for Fizzaroo, the blood orange soda.\n"
            "Bright and quick. Offer: 2 cans for the price of 1 until 31 August.\n"
            "Call to action: Grab two"
        ),
    ),
    Example(
        "timer",
        msg("Bumper"),
        msg("6 s · 16:9"),
        msg(
            "A 6 second bumper in 16:9 for Granola Nord, the oat cereal by Nord.\n"
            "Fresh and simple. Message: Morning, sorted.\n"
            "Call to action: Try the new box"
        ),
    ),
    Example(
        "message-square-quote",
        msg("Three good reasons"),
        msg("30 s · 9:16"),
        msg(
            "A 30 second film in 9:16 for Ora Serum, the face serum by Ora.\n"
            "Calm and clear. Benefits: smooths in two weeks, no perfume, refillable bottle.\n"
            "Call to action: Start with Ora"
        ),
    ),
)


class ExampleBriefs(Translated):
    """A row of tiles, or two rows of two. GUI thread."""

    chosen = Signal(str)
    """The brief's text in the window's language."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Label("panel")
        self._tiles = [_ExampleTile(example) for example in EXAMPLES]
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        self._columns = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addSpacing(1)
        self._title.setMinimumHeight(32)
        column.addLayout(head)
        column.addLayout(self._grid)
        column.addStretch(1)
        for tile in self._tiles:
            tile.clicked.connect(lambda tile=tile: self.chosen.emit(tr_message(tile.example.brief)))
        self.set_columns(len(EXAMPLES))
        self.retranslate()

    def stops(self) -> list[QWidget]:
        """What Tab reaches, in order."""
        return list(self._tiles)

    def set_columns(self, count: int) -> None:
        """How many tiles stand side by side."""
        if count == self._columns:
            return
        self._columns = count
        for place, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, place // count, place % count)
        for column in range(len(self._tiles)):
            self._grid.setColumnStretch(column, 1 if column < count else 0)

    def retranslate(self) -> None:
        self._title.setText(tr("Begin with an example"))


class _ExampleTile(Card):
    """One example."""

    def __init__(self, example: Example) -> None:
        super().__init__()
        self.example = example
        self.set_clickable(True)
        self.setMinimumHeight(_TILE_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(IconTile(example.icon, _ICON_TILE))
        words = _Words(example)
        row.addWidget(words, 1)
        words.retold.connect(self._name)
        self._name()

    def _name(self) -> None:
        self.setAccessibleName(tr_message(self.example.title))
        self.setToolTip(tr_message(self.example.brief))


class _Words(Translated):
    """Title and line of a tile; clicks go to the tile."""

    retold = Signal()

    def __init__(self, example: Example) -> None:
        super().__init__()
        self._example = example
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._title, self._line = Label("section", elides=True), Label("hint", elides=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._line)
        column.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(tr_message(self._example.title))
        self._line.setText(tr_message(self._example.line))
        self.retold.emit()
