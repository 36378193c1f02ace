"""The tiles beside the brief: where a brief file is dropped, and the photos and the logo of the ad."""

from __future__ import annotations

from pathlib import Path

from qtpy.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from qtpy.QtGui import QContextMenuEvent, QImage, QKeyEvent, QPainterPath, QPaintEvent
from qtpy.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from admaker_desktop.ui.i18n import Translated, tr, trn
from admaker_desktop.ui.jobs import Jobs
from admaker_desktop.ui.pages.start.facts import tip
from admaker_desktop.ui.pages.start.pictures import load_picture
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.icons import paint_icon
from admaker_desktop.ui.theme.tokens import RADIUS_CONTROL, RADIUS_SMALL
from admaker_desktop.ui.widgets import Button, Card, Label, Menu, PaintedButton, paint

_TILE_HEIGHT = 66
_ICON_TILE = 36
_THUMBNAIL = 42
_MOST_SHOWN = 4


class IconTile(QWidget):
    """A lucide icon on a tinted square."""

    def __init__(self, icon: str, edge: int = _ICON_TILE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setFixedSize(edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.start(self) as painter:
            rect = QRectF(self.rect())
            paint.box(painter, rect, RADIUS_CONTROL, theme.colour("accbg"))
            paint_icon(painter, self._icon, rect.adjusted(9, 9, -9, -9), theme.colour("acct"))


class _Tile(Translated):
    """Icon, title and a line below it; the right side is the subclass's own."""

    browse = Signal()

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.card = Card(fill="bg", border="line2")
        self.card.setMinimumHeight(_TILE_HEIGHT)
        outer.addWidget(self.card)
        self.row = QHBoxLayout(self.card)
        self.row.setContentsMargins(14, 10, 12, 10)
        self.row.setSpacing(12)
        self.row.addWidget(IconTile(icon))
        words = QVBoxLayout()
        words.setSpacing(2)
        self.title = Label("section", wraps=True)
        self.line = Label("hint", wraps=True)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.line)
        words.addStretch(1)
        self.row.addLayout(words, 1)


class BriefTile(_Tile):
    """Where a brief file can be dropped, or looked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("file-text", parent)
        self.card.set_dashed(True)
        self.button = Button("", "normal", "small")
        self.button.clicked.connect(self.browse)
        self.row.addWidget(self.button)
        self.retranslate()

    def set_file(self, name: str) -> None:
        """The file that the brief came in; empty when it was typed."""
        self._name = name
        self.retranslate()

    _name = ""

    def retranslate(self) -> None:
        self.title.setText(tr("Drop a brief"))
        self.line.setText(self._name or tr(".md .txt .eml"))
        self.button.setText(tr("Browse"))
        self.button.setAccessibleName(tr("Browse for a brief"))


class PhotosTile(_Tile):
    """The photos and the logo as thumbnails; each can be removed or take the other part."""

    removed = Signal(str)
    made_logo = Signal(str)
    made_photo = Signal(str)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("image", parent)
        self._jobs = jobs
        self._photos: tuple[str, ...] = ()
        self._logo = ""
        self._thumbnails: dict[str, Thumbnail] = {}
        self._strip = QHBoxLayout()
        self._strip.setSpacing(6)
        self.row.addLayout(self._strip)
        self._more = Label("secondary")
        self.row.addWidget(self._more)
        self.button = Button("plus", "normal", "small")
        self.button.clicked.connect(self.browse)
        self.row.addWidget(self.button)
        self.retranslate()

    @property
    def thumbnails(self) -> list[Thumbnail]:
        """Those that are shown, photos first."""
        return list(self._thumbnails.values())

    def show_pictures(self, photos: tuple[str, ...], logo: str) -> None:
        """Show these; what cannot be read keeps an empty frame that can be removed."""
        if (photos, logo) != (self._photos, self._logo):
            self._photos, self._logo = photos, logo
            wanted = [*photos[: _MOST_SHOWN - bool(logo)], *([logo] if logo else [])]
            for path in [path for path in self._thumbnails if path not in wanted]:
                thumbnail = self._thumbnails.pop(path)
                self._strip.removeWidget(thumbnail)
                thumbnail.hide()
                thumbnail.deleteLater()
            kept, self._thumbnails = self._thumbnails, {}
            for path in wanted:
                self._thumbnails[path] = kept.get(path) or self._new_thumbnail(path)
                self._strip.removeWidget(self._thumbnails[path])
                self._strip.addWidget(self._thumbnails[path])
                self._thumbnails[path].set_logo(path == logo)
            self.retranslate()

    def retranslate(self) -> None:
        self.title.setText(tr("Photos & logo"))
        count = len(self._photos)
        photos = trn("{count} photo", "{count} photos", count)
        if count and self._logo:
            self.line.setText(tr("{photos}, 1 logo", photos=photos))
        elif count:
            self.line.setText(photos)
        else:
            self.line.setText(tr("1 logo") if self._logo else tr("Cut out and placed in the shots"))
        hidden = count + bool(self._logo) - len(self._thumbnails)
        self._more.setText(tr("+{count}", count=hidden) if hidden > 0 else "")
        self._more.setVisible(hidden > 0)
        self.button.setText("" if self._thumbnails else tr("Browse"))
        self.button.set_icon("plus" if self._thumbnails else "")
        self.button.setAccessibleName(tr("Add photos or a logo"))
        self.button.setToolTip(tr("Add photos or a logo"))

    def _new_thumbnail(self, path: str) -> Thumbnail:
        thumbnail = Thumbnail(path, self)
        thumbnail.removed.connect(lambda: self.removed.emit(path))
        thumbnail.made_logo.connect(lambda: self.made_logo.emit(path))
        thumbnail.made_photo.connect(lambda: self.made_photo.emit(path))
        edge = round(_THUMBNAIL * self.devicePixelRatioF())
        load_picture(self._jobs, Path(path), QSize(edge, edge), self._take_picture)
        return thumbnail

    def _take_picture(self, path: Path, image: QImage) -> None:
        thumbnail = self._thumbnails.get(str(path))
        if thumbnail is not None:
            thumbnail.set_image(image)


class Thumbnail(PaintedButton):
    """A small picture. Delete or the cross removes it; its menu makes it the logo or a photo."""

    removed = Signal()
    made_logo = Signal()
    made_photo = Signal()

    def __init__(self, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._is_logo = False
        self._image: QImage | None = None
        self.setFixedSize(_THUMBNAIL, _THUMBNAIL)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("focusRadius", RADIUS_SMALL)
        self.clicked.connect(self._open_menu)

    def set_image(self, image: QImage) -> None:
        """A null image: the file is no picture or is gone."""
        self._image = image
        self.update()

    def set_logo(self, on: bool) -> None:
        self._is_logo = on
        name = Path(self._path).name
        self.setToolTip(tip(tr("Logo: {name}", name=name) if on else name))
        self.setAccessibleName(tr("Logo: {name}", name=name) if on else tr("Photo: {name}", name=name))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.start(self) as painter:
            rect = QRectF(self.rect())
            shape = QPainterPath()
            shape.addRoundedRect(rect, RADIUS_SMALL, RADIUS_SMALL)
            painter.setClipPath(shape)
            painter.fillRect(rect, theme.colour("white") if self._is_logo else theme.colour("panel2"))
            image = self._image
            if image is None or image.isNull():
                is_bad = image is not None
                icon = "triangle-alert" if is_bad else "image"
                paint_icon(painter, icon, rect.adjusted(13, 13, -13, -13), theme.colour("warn" if is_bad else "t3"))
            else:
                how = (
                    Qt.AspectRatioMode.KeepAspectRatio
                    if self._is_logo
                    else Qt.AspectRatioMode.KeepAspectRatioByExpanding
                )
                room = rect.size() - QSize(8, 8) if self._is_logo else rect.size()
                size = image.size().toSizeF().scaled(room, how)
                corner = rect.center() - QPoint(0, 0)
                painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform)
                target = QRectF(
                    corner.x() - size.width() / 2, corner.y() - size.height() / 2, size.width(), size.height()
                )
                painter.drawImage(target, image)
            painter.setClipping(False)
            paint.box(painter, rect, RADIUS_SMALL, None, theme.colour("t3" if self.underMouse() else "line2"))
            if self.underMouse() or self.hasFocus():
                cross = self._cross()
                paint.box(painter, cross, 8, theme.colour("raised"), theme.colour("line2"))
                paint_icon(painter, "x", cross.adjusted(3, 3, -3, -3), theme.colour("t1"))

    def mouseReleaseEvent(self, event: QEvent) -> None:
        point = event.position()  # type: ignore[attr-defined]  # a mouse event
        if event.button() == Qt.MouseButton.LeftButton and self._cross().contains(point):  # type: ignore[attr-defined]
            self.setDown(False)
            self.removed.emit()
        else:
            super().mouseReleaseEvent(event)  # type: ignore[arg-type]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._open_menu()

    def menu(self) -> Menu:
        """What can be done with it."""
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._is_logo:
            menu.add(tr("Use as a photo"), self.made_photo.emit, "image")
        else:
            menu.add(tr("Use as the logo"), self.made_logo.emit, "badge-check")
        menu.add(tr("Remove"), self.removed.emit, "x", "Del")
        return menu

    def _open_menu(self) -> None:
        self.menu().open_under(self)

    def _cross(self) -> QRectF:
        return QRectF(self.width() - 18, 2, 16, 16)
