"""The export's second step: how far it is, file by file, how long it will take, and Cancel."""

from __future__ import annotations

from qtpy.QtCore import Qt, Signal
from qtpy.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from admaker_desktop.services.export_watch import ExportView, FileView
from admaker_desktop.services.placements import Placement
from admaker_desktop.ui.export.placement_list import size_of, title_of
from admaker_desktop.ui.formats import duration, percent
from admaker_desktop.ui.i18n import Translated, tr, tr_message, trn
from admaker_desktop.ui.widgets import Button, Card, Label, Panel, ProgressBar, Scroll


class _FileLine(Card):
    """One file on its way."""

    def __init__(self, placement: Placement) -> None:
        super().__init__(fill="panel2")
        self._placement = placement
        self._view = FileView()
        self._title, self._size = Label("section", elides=True), Label("hint")
        self._state = Label("secondary", elides=True)
        self._state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._bar = ProgressBar()
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self._title, 1)
        top.addWidget(self._size)
        top.addWidget(self._state, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 11, 14, 13)
        column.setSpacing(9)
        column.addLayout(top)
        column.addWidget(self._bar)
        self.retell()

    def show_view(self, view: FileView) -> None:
        """Show how far it is now."""
        if view != self._view:
            self._view = view
            self.retell()

    def retell(self) -> None:
        """Say it again, in the language of the moment."""
        view = self._view
        self._title.setText(title_of(self._placement))
        self._size.setText(size_of(self._placement))
        self._state.setText(self._told(view))
        self._state.set_tone({"failed": "err", "done": "ok", "cached": "ok"}.get(view.state, "t2"))
        self._bar.set_fraction(view.fraction if view.state != "waiting" else 0.0)
        self._bar.set_tone({"failed": "err", "done": "ok", "cached": "ok"}.get(view.state, "info"))

    def _told(self, view: FileView) -> str:
        if view.state == "running":
            doing = tr_message(view.message) if view.message else tr("being made")
            return (
                doing
                if view.fraction is None
                else tr("{doing} · {percent}", doing=doing, percent=percent(view.fraction))
            )
        words = {"waiting": tr("waits"), "done": tr("done"), "cached": tr("was made before")}
        return words.get(view.state) or tr_message(view.message)


class WorkPage(Translated):
    """An export at work. GUI thread."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: ExportView | None = None
        self._lines: list[_FileLine] = []
        self._is_stopping = False
        self._title, self._left = Label("panel"), Label("body")
        self._bar = ProgressBar()
        self._doing = Label("hint", elides=True)
        self._scroll = Scroll()
        self.cancel = Button("square")
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._left)
        foot = Panel(edges="top")
        row = QHBoxLayout(foot)
        row.setContentsMargins(14, 12, 14, 12)
        row.addStretch(1)
        row.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(24, 22, 24, 12)
        top.setSpacing(10)
        top.addLayout(head)
        top.addWidget(self._bar)
        top.addWidget(self._doing)
        column.addLayout(top)
        column.addWidget(self._scroll, 1)
        column.addWidget(foot)
        self.cancel.clicked.connect(self.cancelled)
        self.retranslate()

    def begin(self, chosen: tuple[Placement, ...]) -> None:
        """Show these files, none of them begun."""
        self._view, self._is_stopping = None, False
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 4, 24, 20)
        column.setSpacing(8)
        self._lines = [_FileLine(one) for one in chosen]
        for line in self._lines:
            column.addWidget(line)
        column.addStretch(1)
        self._scroll.set_content(content)
        self._bar.set_fraction(0.0)
        self.cancel.set_busy(False)
        self.retranslate()

    def show_view(self, view: ExportView) -> None:
        """Show how far it is now."""
        self._view = view
        self._bar.set_fraction(view.run.fraction)
        for line, file in zip(self._lines, view.files, strict=True):
            line.show_view(file)
        self._tell()

    def show_stopping(self) -> None:
        """A stop was asked for; the last steps are ending."""
        self._is_stopping = True
        self.cancel.set_busy(True)
        self._tell()

    def retranslate(self) -> None:
        self._title.setText(trn("Exporting {count} file", "Exporting {count} files", len(self._lines)))
        self.cancel.setText(tr("Cancel"))
        self._bar.setAccessibleName(tr("Progress of the export"))
        for line in self._lines:
            line.retell()
        self._tell()

    def _tell(self) -> None:
        view = self._view
        left_s = view.run.left_s if view else None
        if self._is_stopping:
            _say(self._left, tr("stopping"))
        else:
            _say(self._left, tr("{time} left", time=duration(left_s)) if left_s is not None else tr("starting"))
        _say(self._doing, tr_message(view.doing) if view and view.doing else "")


def _say(label: Label, text: str) -> None:
    if label.text() != text:
        label.setText(text)
