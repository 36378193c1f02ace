"""The card where a new ad begins: the client's words, pictures, what was understood, and the way to the first draft."""

from __future__ import annotations

from pathlib import Path

from qtpy.QtCore import QEvent, QRectF, Qt, Signal
from qtpy.QtGui import QPaintEvent, QResizeEvent
from qtpy.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from admaker_desktop.core.errors import AdMakerError
from admaker_desktop.ui.i18n import Translated, tr, tr_error
from admaker_desktop.ui.jobs import Jobs
from admaker_desktop.ui.pages.start.brief import BriefBox
from admaker_desktop.ui.pages.start.chips import FactChips
from admaker_desktop.ui.pages.start.options import AdOptionsRow
from admaker_desktop.ui.pages.start.text import BriefText
from admaker_desktop.ui.pages.start.tiles import BriefTile, PhotosTile
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.icons import paint_icon
from admaker_desktop.ui.theme.tokens import RADIUS_CONTROL
from admaker_desktop.ui.widgets import Button, Card, Divider, IconButton, Label, Popover, paint

_TEXT_HEIGHT, _TEXT_LOW = 205, 176
_SIDE_WIDTH = 330
_SIDE_NARROW = 280
_NARROW = 860
"""Width of the card below which the tiles are narrow and the buttons get a line of their own."""
_HELP_WIDTH = 320


class BriefCard(Translated):
    """Text, tiles, chips, options and buttons over one `BriefBox`."""

    make_asked = Signal()

    def __init__(self, box: BriefBox, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spare_px = 0
        self._box = box
        self._is_busy = False
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._card = Card(border="line2")
        outer.addWidget(self._card)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._make_top(jobs))
        understood = QHBoxLayout()
        understood.setContentsMargins(16, 12, 16, 0)
        understood.addWidget(self.chips)
        column.addLayout(understood)
        column.addSpacing(14)
        column.addWidget(Divider())
        column.addLayout(self._make_footer())
        self._connect()
        self.retranslate()
        self._refresh()

    def stops(self) -> list[QWidget]:
        """What Tab reaches, in reading order."""
        return [
            self.text,
            self.brief_tile.button,
            *self.photos_tile.thumbnails,
            self.photos_tile.button,
            *self.chips.stops(),
            *self.options.stops(),
            self.price_button,
            self.make_button,
        ]

    def focus_text(self) -> None:
        """Put the caret into the text."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_spare_height(self, px: int) -> None:
        """Make the text so much higher than it has to be."""
        if px != self._spare_px:
            self.text.setFixedHeight(self.text.height() + px - self._spare_px)
            self._spare_px = px

    def set_busy(self, on: bool) -> None:
        """The project is being made."""
        self._is_busy = on
        self.make_button.set_busy(on)
        self.text.setReadOnly(on)

    def set_primary(self, on: bool) -> None:
        """Whether "Make the first draft" is the page's main button."""
        self.make_button.set_kind("primary" if on else "normal")

    def show_error(self, error: AdMakerError) -> None:
        """Say below the text what could not be taken."""
        self.refusal.say(tr_error(error))

    def set_drop_target(self, on: bool) -> None:
        """Files are held over the page."""
        self.brief_tile.card.set_border("acc" if on else "line2")
        self.photos_tile.card.set_border("acc" if on else "line2")

    def choose_brief(self) -> None:
        """Look for a brief with the system's file dialog."""
        filters = (tr("Briefs (*.md *.markdown *.txt *.text *.eml)"), tr("All files (*)"))
        self._choose(tr("Choose a brief"), filters, QFileDialog.FileMode.ExistingFile)

    def choose_pictures(self) -> None:
        """Look for photos or a logo with the system's file dialog."""
        filters = (tr("Pictures (*.png *.jpg *.jpeg *.webp)"),)
        self._choose(tr("Choose photos or a logo"), filters, QFileDialog.FileMode.ExistingFiles)

    def retranslate(self) -> None:
        self.text.set_example(
            tr(
                "Paste the client's e-mail or brief here, for example:\n\n"
                "A 15 second film for Evening Leaf, the herbal tea by Aldermere, in 9:16 and 16:9. Calm and warm.\n"
                "20% off the first box until 30 November. Never say “detox”."
            )
        )
        self.text.setAccessibleName(tr("The client's brief"))
        self._lock_line.set_text(tr("Nothing leaves this computer in draft mode."))
        self.price_button.setText(tr("Draft · free"))
        self.price_button.setToolTip(tr("What a draft is and what it costs"))
        self.make_button.setText(tr("Make the first draft"))
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW
        self._side.setFixedWidth(_SIDE_NARROW if is_narrow else _SIDE_WIDTH)
        self.text.setFixedHeight((_TEXT_LOW if is_narrow else _TEXT_HEIGHT) + self._spare_px)
        self._arrange_footer()

    def _make_top(self, jobs: Jobs) -> QHBoxLayout:
        self.text = BriefText()
        self.text.setFixedHeight(_TEXT_HEIGHT)
        self.refusal = Refusal()
        self.refusal.hide()
        self.chips = FactChips()
        self.chips.hide()
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.text)
        left.addWidget(self.refusal)
        left.addStretch(1)
        self.brief_tile = BriefTile()
        self.photos_tile = PhotosTile(jobs)
        self._lock_line = _LockLine()
        self._side = QWidget()
        right = QVBoxLayout(self._side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(12)
        for widget in (self.brief_tile, self.photos_tile, self._lock_line):
            right.addWidget(widget)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(14)
        row.addLayout(left, 1)
        row.addWidget(self._side)
        return row

    def _make_footer(self) -> QBoxLayout:
        self.options = AdOptionsRow(self._box)
        self.price_button = Button("pencil", "normal")
        self.price_button.set_trailing_icon("chevron-down")
        self.make_button = Button("sparkles", "primary")
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        buttons.addWidget(self.price_button)
        buttons.addWidget(self.make_button)
        self._footer = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._footer.setContentsMargins(16, 13, 16, 14)
        self._footer.setSpacing(12)
        self._footer.addWidget(self.options, 1)
        self._footer.addLayout(buttons)
        return self._footer

    def _connect(self) -> None:
        box = self._box
        self.text.textChanged.connect(lambda: box.set_text(self.text.text()))
        self.text.submitted.connect(self._make)
        self.text.files_pasted.connect(box.take_files)
        self.brief_tile.browse.connect(self.choose_brief)
        self.photos_tile.browse.connect(self.choose_pictures)
        self.photos_tile.removed.connect(box.remove_picture)
        self.photos_tile.made_logo.connect(box.use_as_logo)
        self.photos_tile.made_photo.connect(box.use_as_photo)
        self.chips.answered.connect(box.set_answer)
        self.chips.pointed.connect(self.text.point_at)
        self.price_button.clicked.connect(self._explain_price)
        self.make_button.clicked.connect(self._make)
        box.changed.connect(self._refresh)
        box.understood.connect(self._show_understanding)
        box.refused.connect(self.show_error)

    def _refresh(self) -> None:
        draft = self._box.draft
        self.text.replace_text(draft.text)
        self.brief_tile.set_file(draft.name)
        self.photos_tile.show_pictures(draft.photos, draft.logo)
        reason = self._reason()
        self.make_button.setEnabled(not reason)
        self.make_button.setToolTip(reason or tr("Makes the project and runs it (Ctrl+Enter)"))

    def _reason(self) -> str:
        """Why nothing can be made yet; empty when it can."""
        if self._box.draft.is_empty:
            return tr("Type, paste or drop a brief first.")
        if not self._box.aspects:
            return tr("Choose at least one format.")
        return ""

    def _show_understanding(self) -> None:
        understanding = self._box.understanding
        self.refusal.hide()
        self.chips.show_facts(understanding)
        facts = understanding.facts if understanding else ()
        names = [fact.text for fact in facts if fact.field in ("brand", "product") and not fact.is_open]
        lengths = [words for fact in facts if fact.field == "lengths" for words in _as_written(fact.text)]
        self.text.mark_words((*names, *lengths))

    def _make(self) -> None:
        if not self._reason() and not self._is_busy:
            self.make_asked.emit()

    def _arrange_footer(self) -> None:
        """Options and buttons side by side where both fit in full, else one above the other."""
        margins = self._footer.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._footer.spacing()
        needed = self.options.one_line_width() + self.price_button.sizeHint().width()
        needed += self.make_button.sizeHint().width() + 10
        is_tall = needed > room
        direction = QBoxLayout.Direction.TopToBottom if is_tall else QBoxLayout.Direction.LeftToRight
        if self._footer.direction() != direction:
            self._footer.setDirection(direction)

    def _explain_price(self) -> None:
        popover = Popover(self)
        popover.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = Label("section", parent=popover)
        title.setText(tr("A draft costs nothing"))
        text = Label("secondary", wraps=True, parent=popover)
        text.setFixedWidth(_HELP_WIDTH)
        text.setText(
            tr(
                "Pictures, voice and music are made on this computer: real video, labelled a draft. "
                "Nothing is sent and nothing is billed."
            )
        )
        popover.body.addWidget(title)
        popover.body.addWidget(text)
        popover.open_at(self.price_button)

    def _choose(self, title: str, filters: tuple[str, ...], mode: QFileDialog.FileMode) -> None:
        dialog = QFileDialog(self.window(), title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(mode)
        dialog.setNameFilters(list(filters))
        dialog.filesSelected.connect(lambda names: self._box.take_files([Path(name) for name in names]))
        dialog.open()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._arrange_footer()


class Refusal(Translated):
    """What could not be taken and why, in full, until it is closed or something else was understood."""

    def __init__(self) -> None:
        super().__init__()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        card = Card(fill="errbg", border="err", radius=RADIUS_CONTROL)
        outer.addWidget(card)
        row = QHBoxLayout(card)
        row.setContentsMargins(12, 7, 6, 7)
        row.setSpacing(8)
        self._label = Label("secondary", wraps=True)
        self._label.set_tone("t1")
        row.addWidget(self._label, 1)
        self.close_button = IconButton("x", tone="t1")
        self.close_button.clicked.connect(self.hide)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.retranslate()

    def say(self, text: str) -> None:
        """Show the sentence."""
        self._label.setText(text)
        self.setAccessibleName(text)
        self.show()

    def retranslate(self) -> None:
        self.close_button.setToolTip(tr("Close"))
        self.close_button.setAccessibleName(tr("Close"))


class _LockLine(QWidget):
    """A lock and the sentence that goes with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 0, 0)
        self._label = Label("secondary", wraps=True)
        row.addWidget(self._label, 1)

    def set_text(self, text: str) -> None:
        self._label.setText(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.start(self) as painter:
            paint_icon(painter, "lock", QRectF(2, self.height() / 2 - 7, 14, 14), theme.colour("ok"))


def _as_written(lengths: str) -> list[str]:
    """The usual ways to write these lengths: `15 s`, `15s`, `15 seconds`, `15 secondes`."""
    numbers = [part.removesuffix(" s") for part in lengths.split(", ")]
    return [f"{number}{unit}" for number in numbers for unit in ("s", " s", " sec", " seconds", " second", " secondes")]
