"""All that is known of one placement: figures, limits, and where they were read."""

from __future__ import annotations

from qtpy.QtCore import Qt, QUrl
from qtpy.QtGui import QDesktopServices
from qtpy.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from admaker_desktop.services.placements import Placement, Source
from admaker_desktop.ui.export.placement_list import size_of, title_of
from admaker_desktop.ui.formats import number, size
from admaker_desktop.ui.i18n import Translated, tr, tr_message
from admaker_desktop.ui.widgets import Button, Chip, FlowLayout, Label, Panel, Scroll
from admaker_desktop.ui.widgets.labels import Tone

_CONFIDENCE: dict[str, Tone] = {"high": "ok", "medium": "info", "low": "warn"}


class PlacementDetail(Translated):
    """The placement that is looked at. GUI thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._placement: Placement | None = None
        panel = Panel(edges="left")
        self._scroll = Scroll()
        inner = QVBoxLayout(panel)
        inner.setContentsMargins(1, 0, 0, 0)
        inner.addWidget(self._scroll)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(panel)
        self.retranslate()

    def show_placement(self, placement: Placement | None) -> None:
        """Show a placement; None says what will be here."""
        if placement != self._placement:
            self._placement = placement
            self.retranslate()

    def retranslate(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(10)
        if self._placement is None:
            column.addWidget(_label("hint", tr("No placement holds these words. Try a platform, a size or a ratio.")))
        else:
            self._fill(column, self._placement)
        column.addStretch(1)
        self._scroll.set_content(content)

    def _fill(self, column: QVBoxLayout, one: Placement) -> None:
        column.addWidget(_label("section", title_of(one)))
        chips = FlowLayout()
        for text, tone in self._chips(one):
            chip = Chip(tone=tone)
            chip.setText(text)
            chips.addWidget(chip)
        column.addLayout(chips)
        if one.problem:
            problem = _label("body", tr_message(one.problem))
            problem.set_tone("warn")
            column.addWidget(problem)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(_facts(one)):
            grid.addWidget(_label("hint", name), row, 0)
            grid.addWidget(_label("secondary", value), row, 1)
        column.addLayout(grid)
        column.addWidget(_label("section", tr("Sources")))
        for source in one.sources:
            column.addWidget(_source(source))
        if not one.sources:
            column.addWidget(_label("hint", tr("A rule of this app, no platform's.")))
        if one.notes:
            column.addWidget(_label("section", tr("Notes")))
            for note in one.notes:
                column.addWidget(_label("hint", note))

    def _chips(self, one: Placement) -> list[tuple[str, Tone]]:
        sure = {"high": tr("high confidence"), "medium": tr("medium confidence"), "low": tr("low confidence")}
        chips: list[tuple[str, Tone]] = [(one.id, "neutral")]
        if one.is_suggested:
            chips.append((tr("suggested"), "acc"))
        chips.append((sure.get(one.confidence, one.confidence), _CONFIDENCE.get(one.confidence, "neutral")))
        return chips


def _facts(one: Placement) -> list[tuple[str, str]]:
    facts = [
        (tr("Frame"), size_of(one)),
        (
            tr("Frame rate"),
            tr("{fps} per second", fps=number(one.fps, 0 if one.fps.is_integer() else 2)) if one.fps else "",
        ),
        (tr("Length"), tr_message(one.length)),
        (tr("File"), tr("up to {size}", size=size(one.max_bytes)) if one.max_bytes else tr("no published limit")),
        (tr("Loudness"), tr("{lufs} LUFS", lufs=number(one.lufs)) if one.lufs is not None else ""),
        (tr("Captions"), one.captions),
    ]
    return [(name, value) for name, value in facts if value]


def _source(source: Source) -> QWidget:
    line = QWidget()
    column = QVBoxLayout(line)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    link = Button("external-link", "ghost", "small")
    link.setText(source.site)
    link.setToolTip(source.url)
    link.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(source.url)))
    column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
    column.addWidget(_label("hint", source.date))
    return line


def _label(role: str, text: str) -> Label:
    roles = {"section": "section", "hint": "hint", "secondary": "secondary"}
    label = Label(roles.get(role, "body"), wraps=True)  # type: ignore[arg-type] # the four roles used here
    label.setText(text)
    return label
