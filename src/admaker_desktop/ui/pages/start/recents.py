"""Recent projects: cards or rows, a search, a menu for each, and a way out for files that are gone."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from qtpy.QtCore import QRect, QSize, Qt, QUrl, Signal
from qtpy.QtGui import QDesktopServices, QImage, QShowEvent
from qtpy.QtWidgets import QFileDialog, QHBoxLayout, QLayout, QLayoutItem, QVBoxLayout, QWidget

from admaker_desktop.ui.i18n import Translated, tr
from admaker_desktop.ui.jobs import Job
from admaker_desktop.ui.pages.start.pictures import load_picture
from admaker_desktop.ui.pages.start.project_card import ProjectItem
from admaker_desktop.ui.widgets import EmptyState, IconButton, Label, Menu, SearchField

if TYPE_CHECKING:
    from admaker_desktop.services.recent import RecentProject
    from admaker_desktop.services.studio import Studio
    from admaker_desktop.ui.desk import Desk

_GAP = 14
_CARD_WIDTH = 228
_ROW_GAP = 6
_MODE = "start/recent_mode"


class RecentProjects(Translated):
    """The list with its head. Reads the files on a job at `refresh`; GUI thread."""

    shown = Signal()
    """The list is on the screen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._projects: tuple[RecentProject, ...] | None = None
        self._items: dict[Path, ProjectItem] = {}
        self._pictures: dict[Path, QImage] = {}
        self._job: Job | None = None
        self._is_list = desk.preferences.text(_MODE) == "list"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._make_head())
        self._holder = QWidget()
        self._grid = CardGrid(self._holder)
        column.addWidget(self._holder)
        self.empty = EmptyState("clapperboard")
        self.empty.hide()
        column.addWidget(self.empty)
        desk.recent_changed.connect(self.refresh)
        desk.session_changed.connect(self.refresh)
        desk.when_ready(lambda _studio: self.refresh())
        self._set_mode(is_list=self._is_list)
        self.retranslate()

    @property
    def items(self) -> list[ProjectItem]:
        """The cards that are shown, in order."""
        return self._grid.widgets()

    @property
    def is_list(self) -> bool:
        """Whether the projects are rows."""
        return self._is_list

    @property
    def paths(self) -> tuple[Path, ...]:
        """The projects that are still there, newest first."""
        return tuple(project.path for project in self._projects or () if project.state != "missing")

    def stops(self) -> list[QWidget]:
        """What Tab reaches, in order."""
        return [self.search.field, self.grid_button, self.list_button, *self.items]

    def refresh(self) -> None:
        """Read the list and the files anew, in the background."""
        studio = self._desk.studio
        if studio is None:
            return
        if self._job is not None:
            self._job.drop()
        self._job = self._desk.jobs.start(lambda: _read(studio), self._take)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def retranslate(self) -> None:
        self._title.setText(tr("Recent projects"))
        self.search.set_placeholder(tr("Find a project or client"))
        self.grid_button.setToolTip(tr("Show as cards"))
        self.list_button.setToolTip(tr("Show as a list"))
        for item in self._items.values():
            item.retranslate()
        self._show_empty()

    def menu_of(self, item: ProjectItem) -> Menu:
        """What can be done with a project."""
        project = item.project
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if project.state == "missing":
            menu.add(tr("Locate the file…"), lambda: self._locate(project), "search")
        else:
            menu.add(tr("Open"), lambda: self._open(item), "folder-open")
        folder = project.path.parent
        menu.add(tr("Show in folder"), lambda: _show(folder), "folder", is_enabled=folder.is_dir())
        menu.addSeparator()
        menu.add(tr("Remove from list"), lambda: self._forget(project.path), "x", "Del")
        return menu

    def _make_head(self) -> QHBoxLayout:
        self._title = Label("panel")
        self.search = SearchField()
        self.search.setFixedWidth(216)
        self.search.field.setAcceptDrops(False)  # the page takes drops
        self.search.text_changed.connect(lambda _text: self._arrange())
        self.grid_button = IconButton("layout-grid", 32)
        self.list_button = IconButton("list", 32)
        for button, is_list in ((self.grid_button, False), (self.list_button, True)):
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, is_list=is_list: self._set_mode(is_list=is_list))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addStretch(1)
        for widget in (self.search, self.grid_button, self.list_button):
            head.addWidget(widget)
        return head

    def _set_mode(self, *, is_list: bool) -> None:
        self.grid_button.setChecked(not is_list)
        self.list_button.setChecked(is_list)
        if is_list != self._is_list:
            self._is_list = is_list
            self._desk.preferences.set_text(_MODE, "list" if is_list else "grid")
            self._drop_items(set())
        self._grid.set_mode(0 if is_list else _CARD_WIDTH, _ROW_GAP if is_list else _GAP)
        self._arrange()

    def _take(self, projects: tuple[RecentProject, ...]) -> None:
        self._job = None
        self._projects = projects
        self._arrange()

    def _arrange(self) -> None:
        """Show the projects that the search lets through."""
        if self._projects is None:
            return
        words = _plain(self.search.text()).split()
        found = [p for p in self._projects if all(word in _plain(f"{p.name} {p.client}") for word in words)]
        self._drop_items({project.path for project in self._projects})
        shown = []
        for project in found:
            item = self._items.get(project.path) or self._new_item(project)
            if project.thumbnail != item.project.thumbnail or project.changed_at != item.project.changed_at:
                self._load_picture(project, item)
            item.set_project(project)
            shown.append(item)
        for item in self._items.values():
            item.setVisible(item in shown)
        self._grid.set_widgets(shown)
        self._show_empty()
        self.shown.emit()

    def _show_empty(self) -> None:
        """One sentence when there is nothing: no project yet, or none that the search lets through."""
        if self._projects is None:
            return
        is_empty = not self._grid.count()
        self._holder.setVisible(not is_empty)
        self.empty.setVisible(is_empty)
        for widget in (self.search, self.grid_button, self.list_button):
            widget.setVisible(bool(self._projects))
        if self._projects:
            text = tr("No project or client is called “{text}”.", text=self.search.text())
            self.empty.set_texts(tr("Nothing found"), text)
            self.empty.set_icon("search")
        else:
            text = tr("Your projects appear here. Begin with a brief above, or open the demo.")
            self.empty.set_texts(tr("No projects yet"), text)
            self.empty.set_icon("clapperboard")

    def _new_item(self, project: RecentProject) -> ProjectItem:
        item = ProjectItem(project, self._holder, is_row=self._is_list)
        item.clicked.connect(lambda: self._open(item))
        item.menu_asked.connect(lambda: self.menu_of(item).open_under(item))
        item.removal_asked.connect(lambda: self._forget(item.project.path))
        item.stepped.connect(lambda columns, rows: self._step(item, columns, rows))
        self._items[project.path] = item
        self._load_picture(project, item)
        return item

    def _load_picture(self, project: RecentProject, item: ProjectItem) -> None:
        thumbnail = project.thumbnail
        if thumbnail is None:
            item.set_image(QImage())
        elif thumbnail in self._pictures:
            item.set_image(self._pictures[thumbnail])
        else:
            size = QSize(320, 180) * self.devicePixelRatioF()
            load_picture(self._desk.jobs, thumbnail, size, self._take_picture)

    def _take_picture(self, path: Path, image: QImage) -> None:
        self._pictures[path] = image
        for item in self._items.values():
            if item.project.thumbnail == path:
                item.set_image(image)

    def _drop_items(self, kept: set[Path]) -> None:
        for path in [path for path in self._items if path not in kept]:
            item = self._items.pop(path)
            self._grid.removeWidget(item)
            item.hide()
            item.deleteLater()

    def _open(self, item: ProjectItem) -> None:
        if item.is_usable:
            self._desk.open_project(item.project.path)
        else:
            self.menu_of(item).open_under(item)

    def _locate(self, project: RecentProject) -> None:
        """Let the user show where the file is now; it is opened from there."""
        dialog = QFileDialog(self.window(), tr("Where is “{name}” now?", name=project.name))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([tr("AdMaker projects (*.admaker)")])

        def found(name: str) -> None:
            self._forget(project.path)
            self._desk.open_project(Path(name))

        dialog.fileSelected.connect(found)
        dialog.open()

    def _forget(self, path: Path) -> None:
        def work(studio: Studio) -> None:
            self._desk.jobs.start(lambda: studio.state.forget(str(path)), lambda _nothing: self.refresh())

        self._desk.when_ready(work)

    def _step(self, item: ProjectItem, columns: int, rows: int) -> None:
        shown = self.items
        place = shown.index(item) + columns + rows * self._grid.columns
        if 0 <= place < len(shown):
            shown[place].setFocus(Qt.FocusReason.TabFocusReason)


class CardGrid(QLayout):
    """Widgets of one size in as many columns as fit, each row filled to the full width."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._cells: list[QLayoutItem] = []
        self._card_width, self._gap = _CARD_WIDTH, _GAP
        self.columns = 1
        self.setContentsMargins(0, 0, 0, 0)

    def set_mode(self, card_width: int, gap: int) -> None:
        """The least width of a card; 0 for one a row."""
        self._card_width, self._gap = card_width, gap
        self.invalidate()

    def set_widgets(self, widgets: list[ProjectItem]) -> None:
        """Show these in this order."""
        while self._cells:
            self.takeAt(0)
        for widget in widgets:
            self.addWidget(widget)
        self.invalidate()

    def widgets(self) -> list[ProjectItem]:
        """The widgets in order."""
        found = (cell.widget() for cell in self._cells)
        return [widget for widget in found if isinstance(widget, ProjectItem)]

    def addItem(self, item: QLayoutItem) -> None:
        self._cells.append(item)

    def count(self) -> int:
        return len(self._cells)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._cells[index] if 0 <= index < len(self._cells) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._cells.pop(index) if 0 <= index < len(self._cells) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if not self._cells:
            return 0
        rows = -(-len(self._cells) // self._columns_in(width))
        return rows * self._cells[0].sizeHint().height() + (rows - 1) * self._gap

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        return QSize(self._card_width or 200, self.heightForWidth(self.geometry().width() or 800))

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self.columns = self._columns_in(rect.width())
        wide = (rect.width() + self._gap) / self.columns
        for index, cell in enumerate(self._cells):
            row, column = divmod(index, self.columns)
            left, right = round(column * wide), round((column + 1) * wide) - self._gap
            height = cell.sizeHint().height()
            y = rect.y() + row * (height + self._gap)
            cell.setGeometry(QRect(rect.x() + left, y, right - left, height))

    def _columns_in(self, width: int) -> int:
        if not self._card_width:
            return 1
        return max(1, (width + self._gap) // (self._card_width + self._gap))


def _read(studio: Studio) -> tuple[RecentProject, ...]:
    from admaker_desktop.services.recent import recent_projects  # on a job's thread

    return recent_projects(studio.state, studio.store.root)


def _show(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _plain(text: str) -> str:
    """Without accents and case, for finding."""
    letters = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
