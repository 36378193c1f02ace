"""What failed and waits for somebody: what happened, why, and what to do."""

from __future__ import annotations

from pathlib import Path

from qtpy.QtCore import Qt, Signal
from qtpy.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from admaker_desktop.services.history import Need
from admaker_desktop.ui.formats import when
from admaker_desktop.ui.i18n import Translated, tr, tr_message
from admaker_desktop.ui.pages.runs.looks import NodeNames
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.icons import pixmap
from admaker_desktop.ui.widgets import Button, Card, FlowLayout, Label, Panel, Scroll


class NeedsPanel(Translated):
    """Cards, one for each thing that needs a person. GUI thread."""

    retry_wanted = Signal(str)
    """Run again to this node of the open project."""
    node_wanted = Signal(str, str)
    """Show a node: project path, node id."""
    project_wanted = Signal(str)
    """Open another project: its path."""

    def __init__(self, names: NodeNames, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._needs: tuple[Need, ...] = ()
        self._open_project, self._can_run = "", True
        self._panel = Panel(self)
        self._title = Label("section")
        self._count = Label("hint")
        self._scroll = Scroll()
        head = QHBoxLayout()
        head.setContentsMargins(14, 12, 14, 8)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._count)
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._panel)
        theme.changed.connect(self._build)
        self.retranslate()

    def show_needs(self, needs: tuple[Need, ...], open_project: str, *, can_run: bool) -> None:
        """Show these needs; those of the open project can be retried when nothing runs."""
        if (needs, open_project, can_run) != (self._needs, self._open_project, self._can_run):
            self._needs, self._open_project, self._can_run = needs, open_project, can_run
            self._build()

    def cards(self) -> list[Card]:
        """The cards from top to bottom."""
        return self._scroll.findChildren(Card)

    def retranslate(self) -> None:
        self._title.setText(tr("Needs you"))
        self._build()

    def _build(self) -> None:
        self._count.setText(str(len(self._needs)) if self._needs else "")
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(14, 4, 14, 14)
        column.setSpacing(10)
        for place, need in enumerate(self._needs):
            column.addWidget(self._card(need, is_first=place == 0))
        if not self._needs:
            column.addWidget(_line("circle-check", "ok", tr("Nothing needs you: no run has failed."), "secondary"))
        column.addStretch(1)
        self._scroll.set_content(content)

    def _card(self, need: Need, *, is_first: bool) -> Card:
        card = Card(border="err", fill="panel2")
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(7)
        title = self._names.title(need.node, need.type)
        if need.items > 1:
            text = tr("{node}: {failed} of {items} items failed", node=title, failed=need.steps, items=need.items)
        else:
            text = tr("{node} failed", node=title)
        column.addWidget(_line("triangle-alert", "err", text, "section"))
        for message, tone in ((need.message, "t1"), (need.hint, "t2")):
            if message:
                label = Label("body", wraps=True)
                label.set_tone(tone)
                label.setText(tr_message(message))
                column.addWidget(label)
        meta = Label("hint", wraps=True)
        project = Path(need.run.project).stem
        meta.setText(
            tr("Run #{number} · {project} · {when}", number=need.run.number, project=project, when=when(need.at))
        )
        column.addWidget(meta)
        column.addLayout(self._buttons(need, is_first=is_first))
        card.setAccessibleName(text)
        return card

    def _buttons(self, need: Need, *, is_first: bool) -> FlowLayout:
        row = FlowLayout()
        if need.run.project != self._open_project:
            to_project = Button("folder-open", "normal", "small")
            to_project.setText(tr("Open project"))
            to_project.clicked.connect(lambda: self.project_wanted.emit(need.run.project))
            row.addWidget(to_project)
            return row
        retry = Button("refresh-cw", "primary" if is_first else "normal", "small")
        retry.setText(tr("Retry"))
        retry.setEnabled(self._can_run)
        retry.setToolTip("" if self._can_run else tr("A run is going. Wait for its end or cancel it."))
        retry.clicked.connect(lambda: self.retry_wanted.emit(need.node))
        to_node = Button("workflow", "normal", "small")
        to_node.setText(tr("Open node"))
        to_node.clicked.connect(lambda: self.node_wanted.emit(need.run.project, need.node))
        row.addWidget(retry)
        row.addWidget(to_node)
        return row


def _line(icon: str, tone: str, text: str, role: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(9)
    picture = QLabel()
    picture.setPixmap(pixmap(icon, 16, theme.colour(tone), line.devicePixelRatioF()))
    picture.setFixedSize(16, 18)
    words = Label("section" if role == "section" else "secondary", wraps=True)
    words.setText(text)
    row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return line
