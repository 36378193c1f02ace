"""The log of a run: levels, search with its hits, copy, save as a file."""

from __future__ import annotations

from pathlib import Path

from qtpy.QtCore import QEvent, QObject, Qt, Signal
from qtpy.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from qtpy.QtWidgets import QAbstractItemView, QFileDialog, QHBoxLayout, QListView, QVBoxLayout, QWidget

from admaker_desktop.core.errors import AdMakerError
from admaker_desktop.project.content import storage_error
from admaker_desktop.services.history import RunStory
from admaker_desktop.ui.i18n import Translated, language, tr, tr_error, trn
from admaker_desktop.ui.jobs import Jobs
from admaker_desktop.ui.pages.runs.log_model import LogModel, LogRows
from admaker_desktop.ui.pages.runs.looks import NodeNames
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.widgets import IconButton, Label, SearchField, Segmented, show_toast

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Lines(QListView):
    """The rows; Ctrl+C copies the chosen ones."""

    copy_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)


class LogPanel(Translated):
    """What a run said. GUI thread."""

    def __init__(self, jobs: Jobs, names: NodeNames, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._story: RunStory | None = None
        self._named: tuple[int, int, str] | None = None
        self.model = LogModel(names, self)
        self._title = Label("section")
        self.levels = Segmented()
        self.search = SearchField()
        self.search.setMaximumWidth(230)
        self.search.setMinimumWidth(150)
        self._hits = Label("hint")
        self.copy = IconButton("copy")
        self.save = IconButton("download")
        self.lines = _Lines()
        self.lines.setModel(self.model)
        self.lines.setItemDelegate(LogRows(self.lines))
        self.lines.setFrameShape(QListView.Shape.NoFrame)
        self.lines.setMouseTracking(True)
        self.lines.setUniformItemSizes(True)
        self.lines.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._lay_out()
        self.levels.chosen.connect(self._filter)
        self.search.text_changed.connect(self._search)
        self.search.field.installEventFilter(self)
        self.copy.clicked.connect(self.copy_lines)
        self.lines.copy_wanted.connect(self.copy_lines)
        self.save.clicked.connect(self._ask_where)
        theme.changed.connect(self.lines.viewport().update)
        self.retranslate()

    def show_story(self, story: RunStory | None) -> None:
        """Show a run's log; None empties it."""
        is_other = (story and story.run.id) != (self._story and self._story.run.id)
        self._story = story
        self.model.set_lines(story.lines if story else ())
        if is_other:
            self.lines.scrollToTop()
        self._name_levels()
        self._count_hits()
        self.copy.setEnabled(story is not None)
        self.save.setEnabled(story is not None)

    def copy_lines(self) -> None:
        """Put the chosen lines, or all, on the clipboard."""
        rows = [index.row() for index in self.lines.selectionModel().selectedIndexes()]
        QGuiApplication.clipboard().setText(self.model.as_text(rows or None))
        count = len(rows) or self.model.rowCount()
        show_toast(self, trn("{count} line copied", "{count} lines copied", count))

    def save_to(self, path: Path) -> None:
        """Write the run's whole log into a file."""
        text = self.model.as_text()
        self._jobs.start(lambda: _write(path, text), self._tell_saved, self._refuse)

    def retranslate(self) -> None:
        self._title.setText(tr("Log"))
        self.search.set_placeholder(tr("Search the log"))
        for button, name in ((self.copy, tr("Copy the lines")), (self.save, tr("Save the log as a file"))):
            button.setAccessibleName(name)
            button.setToolTip(name)
        self.lines.setAccessibleName(tr("Log"))
        self._name_levels()
        self._count_hits()
        self.lines.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            self._go_to_hit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(14, 8, 14, 8)
        bar.setSpacing(8)
        bar.addWidget(self._title)
        bar.addWidget(self.levels)
        bar.addStretch(1)
        bar.addWidget(self._hits)
        bar.addWidget(self.search, 2)
        bar.addWidget(self.copy)
        bar.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.lines, 1)

    def _name_levels(self) -> None:
        warnings, errors = self.model.count("warning"), self.model.count("error")
        if (warnings, errors, language()) == self._named:
            return
        self._named = (warnings, errors, language())
        self.levels.set_choices(
            [
                ("all", tr("All")),
                ("warning", tr("Warnings {count}", count=warnings) if warnings else tr("Warnings")),
                ("error", tr("Errors {count}", count=errors) if errors else tr("Errors")),
            ]
        )

    def _filter(self, level: str) -> None:
        self.model.set_level(level)
        self._count_hits()

    def _search(self, text: str) -> None:
        self.model.set_search(text)
        self._count_hits()
        hits = self.model.hits()
        if hits:
            self.lines.scrollTo(self.model.index(hits[0]))

    def _count_hits(self) -> None:
        is_searching = bool(self.search.text().strip())
        self._hits.setText(trn("{count} hit", "{count} hits", len(self.model.hits())) if is_searching else "")

    def _go_to_hit(self, step: int) -> None:
        hits = self.model.hits()
        if not hits:
            return
        here = self.lines.currentIndex().row()
        ahead = [row for row in hits if row > here] if step > 0 else [row for row in reversed(hits) if row < here]
        self.lines.setCurrentIndex(self.model.index(ahead[0] if ahead else hits[0 if step > 0 else -1]))

    def _ask_where(self) -> None:
        number = self._story.run.number if self._story else 0
        dialog = QFileDialog(self, tr("Save the log as a file"), f"run-{number}.log")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.save_to(Path(name)))
        dialog.open()

    def _tell_saved(self, path: Path) -> None:
        show_toast(self, tr("Log saved as {name}", name=path.name))

    def _refuse(self, error: AdMakerError) -> None:
        show_toast(self, tr_error(error), tone="err")


def _write(path: Path, text: str) -> Path:
    try:
        path.write_text(f"{text}\n", encoding="utf-8")
    except OSError as error:
        raise storage_error("Writing", path, error) from error
    return path
