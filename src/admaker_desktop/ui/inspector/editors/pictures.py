"""An editor for pictures: add from disk or by dropping, take out, put in order."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qtpy.QtCore import QPoint, Qt, Signal
from qtpy.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QMouseEvent, QPaintEvent
from qtpy.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from admaker_desktop.core.media import ImageRef
from admaker_desktop.engine.values import jsonable
from admaker_desktop.ui.i18n import tr, tr_error
from admaker_desktop.ui.inspector.editors.base import Editor
from admaker_desktop.ui.inspector.thumb import Thumb
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.widgets import Button, FlowLayout, Label, Menu, paint

if TYPE_CHECKING:
    from pydantic import JsonValue

    from admaker_desktop.services.pictures import Imported
    from admaker_desktop.ui.session import Session

_TILE = (84, 64)
_DRAG_FROM_PX = 8
SUFFIXES = (".png", ".jpg", ".jpeg", ".webp")


class PicturesEditor(Editor):
    """Thumbnails in order. Files are read and judged on a worker; what is no picture is told below."""

    def __init__(self, session: Session, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self.setAcceptDrops(True)
        self._session = session
        self._values: list[Any] = []
        self.tiles: list[_Tile] = []
        self._grid = QWidget(self)
        self._flow = FlowLayout(self._grid, gap=8)
        self.add = Button("plus", size="small")
        self.add.clicked.connect(self._ask_files)
        self._hint = Label("hint", wraps=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setMinimumHeight(_TILE[1])
        self._problem = Label("hint", wraps=True)
        self._problem.set_tone("err")
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._grid)
        column.addWidget(self._hint)
        column.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._problem)
        self.setFocusProxy(self.add)
        self.retranslate()

    def show_value(self, value: JsonValue) -> None:
        values = list(value) if isinstance(value, list | tuple) else []
        if values != self._values:
            self._values = values
            self._build()

    def retranslate(self) -> None:
        self.add.setText(tr("Add pictures"))
        self.add.setToolTip(tr("PNG, JPEG or WebP; or drop files here"))
        self._hint.setText(tr("Drop pictures here."))
        self._grid.setVisible(bool(self.tiles))
        self._hint.setVisible(not self.tiles)
        for place, tile in enumerate(self.tiles):
            tile.setAccessibleName(tr("Picture {place} of {count}", place=place + 1, count=len(self.tiles)))

    def import_files(self, paths: list[Path]) -> None:
        """Bring files in; the setting changes when all are read."""
        store = self._session.store

        def work() -> Imported:
            from admaker_desktop.services.pictures import import_pictures

            return import_pictures(store, paths)

        self.add.set_busy(True)
        job = self._session.jobs.start(work, self._take_imported)
        self.destroyed.connect(job.drop)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _pictures_of(event):
            event.acceptProposedAction()
            _mark_drop(self, is_over=True)

    def dragLeaveEvent(self, event: Any) -> None:
        _mark_drop(self, is_over=False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        _mark_drop(self, is_over=False)
        event.acceptProposedAction()
        self.import_files(_pictures_of(event))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.property("isOver") or not self.tiles:
            with paint.start(self) as painter:
                colour = theme.colour("acc" if self.property("isOver") else "line2")
                frame = (
                    self._hint.geometry().adjusted(0, 0, -1, -1)
                    if not self.tiles
                    else self.rect().adjusted(0, 0, -1, -1)
                )
                painter.setPen(paint.pen(colour, 1, is_dashed=True))
                painter.drawRoundedRect(frame, 8, 8)

    def move_picture(self, place: int, target: int) -> None:
        """Put a picture at another place; nothing happens at the ends."""
        if place != target and 0 <= target < len(self._values):
            self._values.insert(target, self._values.pop(place))
            self._build()
            self.tiles[target].setFocus()
            self.chosen.emit(list(self._values))

    def remove(self, place: int) -> None:
        """Take a picture out of the setting; the file stays in the project."""
        del self._values[place]
        self._build()
        self.chosen.emit(list(self._values))

    def _ask_files(self) -> None:
        dialog = QFileDialog(self, tr("Add pictures"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        dialog.setNameFilter(tr("Pictures ({patterns})", patterns=patterns))
        dialog.filesSelected.connect(lambda names: self.import_files([Path(name) for name in names]))
        dialog.open()

    def _take_imported(self, imported: Imported) -> None:
        self.add.set_busy(False)
        self._problem.setText("\n".join(map(tr_error, imported.refused)))
        self._problem.setVisible(bool(imported.refused))
        if imported.pictures:
            self._values.extend(jsonable(ref) for ref in imported.pictures)
            self._build()
            self.chosen.emit(list(self._values))

    def _build(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.tiles = []
        for value in self._values:
            tile = _Tile(self._session, ImageRef.model_validate(value), self._grid)
            tile.asked.connect(self._do)
            tile.dropped.connect(self._drop_on)
            self._flow.addWidget(tile)
            tile.show()
            self.tiles.append(tile)
        self._grid.updateGeometry()
        self.retranslate()
        self.update()

    def _do(self, tile: _Tile, what: str) -> None:
        place = self.tiles.index(tile)
        if what == "remove":
            self.remove(place)
        else:
            self.move_picture(place, place - 1 if what == "earlier" else place + 1)

    def _drop_on(self, tile: _Tile, point: QPoint) -> None:
        """A picture that was dragged takes the place of the one under the mouse."""
        here = self._grid.mapFromGlobal(point)
        target = next((place for place, other in enumerate(self.tiles) if other.geometry().contains(here)), None)
        if target is not None:
            self.move_picture(self.tiles.index(tile), target)


class _Tile(Thumb):
    """One picture; Delete takes it out, Alt and arrows move it, a menu does both."""

    asked = Signal(object, str)
    dropped = Signal(object, QPoint)

    def __init__(self, session: Session, ref: ImageRef, parent: QWidget) -> None:
        super().__init__(session, ref, *_TILE, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(tr("{width} × {height} px", width=ref.width_px, height=ref.height_px))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self._pressed_at: QPoint | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_moving = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.asked.emit(self, "remove")
        elif is_moving and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.asked.emit(self, "earlier" if event.key() == Qt.Key.Key_Left else "later")
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        del event

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.unsetCursor()
        start, self._pressed_at = self._pressed_at, None
        if start is not None and (event.position().toPoint() - start).manhattanLength() >= _DRAG_FROM_PX:
            self.dropped.emit(self, event.globalPosition().toPoint())

    def _open_menu(self, point: QPoint) -> None:
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.add(tr("Move earlier"), lambda: self.asked.emit(self, "earlier"), keys="Alt+Left")
        menu.add(tr("Move later"), lambda: self.asked.emit(self, "later"), keys="Alt+Right")
        menu.addSeparator()
        menu.add(tr("Remove"), lambda: self.asked.emit(self, "remove"), "trash-2", "Del")
        menu.popup(self.mapToGlobal(point))


def _mark_drop(editor: QWidget, *, is_over: bool) -> None:
    """Mark an editor that files hover over."""
    editor.setProperty("isOver", is_over)
    editor.update()


def _pictures_of(event: QDropEvent) -> list[Path]:
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in SUFFIXES]
