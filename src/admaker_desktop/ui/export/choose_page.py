"""The export's first step: which placements, into which folder, under which names."""

from __future__ import annotations

from pathlib import Path

from qtpy.QtCore import Qt, Signal
from qtpy.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from admaker_desktop.ad.brief import Brief
from admaker_desktop.services.placements import Placement, file_name
from admaker_desktop.ui.export.detail import PlacementDetail
from admaker_desktop.ui.export.placement_list import PlacementHead, PlacementList, title_of
from admaker_desktop.ui.i18n import Translated, tr, trn
from admaker_desktop.ui.widgets import (
    Banner,
    Button,
    Chip,
    FlowLayout,
    Label,
    Panel,
    SearchField,
    Segmented,
    TextField,
)

_DETAIL_PX = 300
_NAMES_SHOWN = 3


class ChoosePage(Translated):
    """Search, ticks, folder, names. GUI thread."""

    export_wanted = Signal(object, str)
    """Ids of the placements, and the folder."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._brief: Brief | None = None
        self._seconds = 0.0
        self._reason = ""
        self.trouble = Banner("err")
        self.trouble.hide()
        self.search = SearchField()
        self.scopes = Segmented()
        self.list = PlacementList()
        self._head = PlacementHead(self.list)
        self.detail = PlacementDetail()
        self._chosen_title = Label("section")
        self._chips = QWidget()
        self._folder_title = Label("secondary")
        self.folder = TextField()
        self.browse = Button("folder-open")
        self._names_title = Label("secondary")
        self._names = Label("mono", wraps=True)
        self._note = Label("hint", wraps=True)
        self.cancel = Button(kind="ghost")
        self.export = Button("upload", "primary")
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_placements(
        self, found: tuple[Placement, ...], chosen: tuple[str, ...], brief: Brief | None, seconds: float
    ) -> None:
        """What there is to choose from, with the ad's brief and length for the names."""
        self._brief, self._seconds = brief, seconds
        self.list.placements.set_placements(found, chosen)
        self._name_scopes()

    def set_refusal(self, reason: str) -> None:
        """Why nothing can be exported now; empty: it can."""
        self._reason = reason
        self._settle()

    def tell_trouble(self, text: str, buttons: list[tuple[str, str, str]]) -> None:
        """A sentence across the top, with its ways out."""
        self.trouble.set_text(text)
        self.trouble.setToolTip(text)
        self.trouble.set_buttons(buttons)  # type: ignore[arg-type] # kinds are the widgets' own words
        self.trouble.show()

    def choose_folder(self) -> None:
        """Ask for the folder; nothing is waited for."""
        dialog = QFileDialog(self, tr("Folder for the files"), self.folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()

    def retranslate(self) -> None:
        self.search.set_placeholder(tr("Search placements: platform, size, ratio"))
        self.scopes.setAccessibleName(tr("Which placements are listed"))
        self._head.retell()
        self.list.setAccessibleName(tr("Placements"))
        self._folder_title.setText(tr("Folder"))
        self.folder.setAccessibleName(tr("Folder for the files"))
        self.browse.setText(tr("Browse"))
        self._names_title.setText(tr("File names"))
        self._note.setText(tr("Captions (.srt) and a cover picture (.png) are written beside each film. Price: free."))
        self.cancel.setText(tr("Close"))
        self._name_scopes()
        self._settle()

    # ------------------------------------------------------------------------------------------------------ building
    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(14, 10, 14, 10)
        bar.setSpacing(10)
        bar.addWidget(self.search, 1)
        bar.addWidget(self.scopes)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._head)
        left.addWidget(self.list, 1)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addLayout(left, 1)
        body.addWidget(self.detail)
        self.detail.setFixedWidth(_DETAIL_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.trouble)
        column.addLayout(bar)
        column.addLayout(body, 1)
        column.addWidget(self._foot())

    def _foot(self) -> Panel:
        foot = Panel(edges="top")
        column = QVBoxLayout(foot)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        FlowLayout(self._chips).setContentsMargins(0, 0, 0, 0)
        chosen = QHBoxLayout()
        chosen.setSpacing(12)
        chosen.addWidget(self._chosen_title, 0, Qt.AlignmentFlag.AlignTop)
        chosen.addWidget(self._chips, 1)
        column.addLayout(chosen)
        rows = ((self._folder_title, self.folder, self.browse), (self._names_title, self._names, None))
        for title, field, button in rows:
            row = QHBoxLayout()
            row.setSpacing(10)
            title.setFixedWidth(118)
            row.addWidget(
                title, 0, Qt.AlignmentFlag.AlignTop if field is self._names else Qt.AlignmentFlag.AlignVCenter
            )
            row.addWidget(field, 1)
            if button is not None:
                row.addWidget(button)
            column.addLayout(row)
        last = QHBoxLayout()
        last.setSpacing(8)
        last.addWidget(self._note, 1)
        last.addWidget(self.cancel)
        last.addWidget(self.export)
        column.addLayout(last)
        return foot

    def _connect(self) -> None:
        self.search.text_changed.connect(self.list.placements.set_search)
        self.scopes.chosen.connect(self.list.placements.set_scope)
        self.list.looked_at.connect(self.detail.show_placement)
        self.list.placements.chosen_changed.connect(self._settle)
        self.list.placements.chosen_changed.connect(self._name_scopes)
        self.folder.textChanged.connect(lambda _text: self._settle())
        self.browse.clicked.connect(self.choose_folder)
        self.cancel.clicked.connect(self.closed)
        self.export.clicked.connect(self._export)

    # ------------------------------------------------------------------------------------------------------- showing
    def _name_scopes(self) -> None:
        model = self.list.placements
        self.scopes.set_choices(
            [
                ("all", tr("All {count}", count=model.count("all"))),
                ("makeable", tr("Can be made {count}", count=model.count("makeable"))),
                ("chosen", tr("Chosen {count}", count=model.count("chosen"))),
            ]
        )

    def _settle(self) -> None:
        chosen = self.list.placements.chosen()
        self._chosen_title.setText(trn("{count} file", "{count} files", len(chosen)))
        self._show_chips(chosen)
        self._names.setText(self._told_names(chosen))
        self.export.setText(trn("Export {count} file", "Export {count} files", len(chosen)) if chosen else tr("Export"))
        reason = self._reason
        if not reason and not chosen:
            reason = tr("Tick a placement first.")
        if not reason and not self.folder.text().strip():
            reason = tr("Choose a folder first.")
        self.export.setEnabled(not reason)
        self.export.setToolTip(reason or tr("Export (Ctrl+Enter)"))

    def _show_chips(self, chosen: tuple[Placement, ...]) -> None:
        row = self._chips.layout()
        assert row is not None  # noqa: S101 - made in `_foot`
        while row.count():
            item = row.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in chosen:
            chip = Chip("x", "acc")
            chip.setText(title_of(one))
            chip.set_clickable(True)
            chip.setAccessibleName(tr("Remove {placement}", placement=title_of(one)))
            chip.setToolTip(chip.accessibleName())
            chip.clicked.connect(lambda _on=False, preset=one.id: self.list.placements.toggle(preset))
            row.addWidget(chip)
        self._chips.setVisible(bool(chosen))

    def _told_names(self, chosen: tuple[Placement, ...]) -> str:
        if not chosen:
            return ""
        brief = self._brief
        if brief is None:
            return tr("Named after brand and product once the brief is read.")
        names = [file_name(one, brief, self._seconds) for one in chosen]
        rest = len(names) - _NAMES_SHOWN
        shown = "\n".join(names[:_NAMES_SHOWN])
        return trn("{names}\nand {count} more", "{names}\nand {count} more", rest, names=shown) if rest > 0 else shown

    def _export(self) -> None:
        chosen = tuple(one.id for one in self.list.placements.chosen())
        folder = str(Path(self.folder.text().strip()).expanduser())
        self.trouble.hide()
        self.export_wanted.emit(chosen, folder)
