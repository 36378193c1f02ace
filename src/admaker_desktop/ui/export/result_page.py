"""The export's last step: each file with what was measured on it and what preflight found."""

from __future__ import annotations

from collections.abc import Mapping

from qtpy.QtCore import Qt, QUrl, Signal
from qtpy.QtGui import QDesktopServices
from qtpy.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from admaker_desktop.ad.deliverable import Finding
from admaker_desktop.core.messages import Message
from admaker_desktop.services.placements import Placement
from admaker_desktop.services.summary import DeliveredFile, RunSummary
from admaker_desktop.ui.export.placement_list import title_of
from admaker_desktop.ui.export.rules import rule_title
from admaker_desktop.ui.formats import number, size
from admaker_desktop.ui.i18n import Translated, tr, tr_message, trn
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.icons import pixmap
from admaker_desktop.ui.widgets import Button, Card, Chip, Label, Panel, Scroll
from admaker_desktop.ui.widgets.labels import Tone

_SEVERITY: dict[str, tuple[str, Tone]] = {
    "block": ("octagon-x", "err"),
    "warn": ("triangle-alert", "warn"),
    "info": ("info", "info"),
}
_VERDICT: dict[str, tuple[str, Tone]] = {
    "pass": ("check", "ok"),
    "warn": ("triangle-alert", "warn"),
    "fail": ("octagon-x", "err"),
}


class ResultPage(Translated):
    """What an export has made. GUI thread."""

    again_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summary: RunSummary | None = None
        self._placements: dict[str, Placement] = {}
        self._title = Label("panel")
        self._told = Label("hint", elides=True)
        self._scroll = Scroll()
        self.again = Button("rotate-ccw", "ghost")
        self.folder = Button("folder-open")
        self.close_button = Button(kind="primary")
        top = QVBoxLayout()
        top.setContentsMargins(24, 20, 24, 10)
        top.setSpacing(4)
        top.addWidget(self._title)
        top.addWidget(self._told)
        foot = Panel(edges="top")
        row = QHBoxLayout(foot)
        row.setContentsMargins(14, 12, 14, 12)
        row.setSpacing(8)
        row.addWidget(self.again)
        row.addStretch(1)
        row.addWidget(self.folder)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._scroll, 1)
        column.addWidget(foot)
        self.again.clicked.connect(self.again_wanted)
        self.folder.clicked.connect(self._open_folder)
        self.close_button.clicked.connect(self.closed)
        theme.changed.connect(self.retranslate)
        self.retranslate()

    def show_summary(self, summary: RunSummary, placements: tuple[Placement, ...]) -> None:
        """Show the files and what could not be made."""
        self._summary = summary
        self._placements = {one.id: one for one in placements}
        self.retranslate()

    def retranslate(self) -> None:
        self.again.setText(tr("Export more"))
        self.folder.setText(tr("Open folder"))
        self.close_button.setText(tr("Close"))
        summary = self._summary
        if summary is None:
            return
        self._title.setText(_heading(summary))
        folder = str(summary.files[0].path.parent) if summary.files else ""
        self._told.setText(folder)
        self.folder.setEnabled(bool(folder))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 4, 24, 20)
        column.setSpacing(10)
        if summary.report.failed:
            column.addWidget(_failures(summary.report.failed))
        for file in summary.files:
            column.addWidget(self._card(file))
        column.addStretch(1)
        self._scroll.set_content(content)

    def _card(self, delivered: DeliveredFile) -> Card:
        file = delivered.file
        icon, tone = _VERDICT[file.verdict]
        card = Card(fill="panel2", border="line2" if file.verdict == "pass" else tone)
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        placement = self._placements.get(file.format.id)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(_text("section", title_of(placement) if placement else file.format.id), 1)
        chip = Chip(icon, tone)
        chip.setText(_verdict_word(file.verdict))
        head.addWidget(chip)
        column.addLayout(head)
        name = Label("mono", elides=True)
        name.setText(delivered.path.name)
        column.addWidget(name)
        column.addWidget(_text("secondary", _measured(delivered)))
        for finding in file.findings:
            column.addWidget(_finding(finding))
        card.setAccessibleName(f"{delivered.path.name}, {chip.text()}")
        return card

    def _open_folder(self) -> None:
        if self._summary is not None and self._summary.files:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._summary.files[0].path.parent)))


def _heading(summary: RunSummary) -> str:
    blocked = sum(delivered.file.verdict == "fail" for delivered in summary.files)
    if not summary.files:
        return tr("Nothing was made")
    if blocked:
        return trn(
            "{count} of {files} files breaks a rule of its placement",
            "{count} of {files} files break a rule of their placement",
            blocked,
            files=len(summary.files),
        )
    return trn("{count} file is ready", "{count} files are ready", len(summary.files))


def _verdict_word(verdict: str) -> str:
    return {"pass": tr("Ready"), "warn": tr("Ready, with warnings"), "fail": tr("Blocked")}[verdict]


def _measured(delivered: DeliveredFile) -> str:
    facts = delivered.file.measured
    return tr(
        "{width} × {height} · {seconds} s · {fps} fps · {size} · {lufs} · {peak}",
        width=facts.width_px,
        height=facts.height_px,
        seconds=number(facts.seconds, 2),
        fps=number(facts.fps, 0 if float(facts.fps).is_integer() else 2),
        size=size(facts.size_bytes),
        lufs=tr("{value} LUFS", value=number(facts.lufs, 1)) if facts.lufs is not None else tr("silent"),
        peak=tr("{value} dBTP", value=number(facts.true_peak_dbtp, 1))
        if facts.true_peak_dbtp is not None
        else tr("no peak"),
    )


def _finding(finding: Finding) -> QWidget:
    icon, tone = _SEVERITY[finding.severity]
    words = {"block": tr("Blocks"), "warn": tr("Warning"), "info": tr("Note")}
    line = QWidget()
    grid = QGridLayout(line)
    grid.setContentsMargins(0, 4, 0, 0)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(3)
    grid.setColumnStretch(2, 1)
    picture = QLabel()
    picture.setPixmap(pixmap(icon, 16, theme.colour(tone), line.devicePixelRatioF()))
    grid.addWidget(picture, 0, 0, Qt.AlignmentFlag.AlignTop)
    severity = _text("secondary", words[finding.severity])
    severity.set_tone(tone)
    grid.addWidget(severity, 0, 1, Qt.AlignmentFlag.AlignTop)
    rule = rule_title(finding.rule)
    if finding.severity == "info":
        told = tr(
            "{rule}: {measured} ({limit})", rule=rule, measured=_words(finding.measured), limit=_words(finding.limit)
        )
        grid.addWidget(_text("secondary", told), 0, 2)
        return line
    grid.addWidget(_text("body", rule), 0, 2)
    facts = (
        (tr("Measured"), finding.measured),
        (tr("Rule"), finding.limit),
        (tr("Source"), finding.source),
        (tr("What to do"), finding.fix),
    )
    for row, (name, value) in enumerate(facts, start=1):
        text = _words(value)
        if text:
            grid.addWidget(_text("hint", name), row, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_text("secondary", text), row, 2)
    return line


def _failures(failed: Mapping[str, Message | str]) -> Card:
    card = Card(fill="panel2", border="err")
    column = QVBoxLayout(card)
    column.setContentsMargins(14, 12, 14, 12)
    column.setSpacing(6)
    title = _text("section", trn("{count} step failed", "{count} steps failed", len(failed)))
    title.set_tone("err")
    column.addWidget(title)
    for message in dict.fromkeys(_words(value) for value in failed.values()):
        column.addWidget(_text("body", message))
    return card


def _words(value: Message | str) -> str:
    return tr_message(value) if isinstance(value, Message) else value


def _text(role: str, text: str) -> Label:
    roles = {"section": "section", "hint": "hint", "secondary": "secondary"}
    label = Label(roles.get(role, "body"), wraps=True)  # type: ignore[arg-type] # the four roles used here
    label.setText(text)
    return label
