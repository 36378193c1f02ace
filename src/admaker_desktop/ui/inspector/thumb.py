"""A small picture of something in the store, drawn on a worker thread and shown when it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qtpy.QtCore import QRectF, QSize, Qt
from qtpy.QtGui import QImage, QPainterPath, QPaintEvent
from qtpy.QtWidgets import QSizePolicy, QWidget

from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.icons import paint_icon
from admaker_desktop.ui.widgets import paint

if TYPE_CHECKING:
    from admaker_desktop.ad.scene import Scene
    from admaker_desktop.core.errors import AdMakerError
    from admaker_desktop.core.media import ImageRef
    from admaker_desktop.ui.session import Session

_RADIUS = 7


class Thumb(QWidget):
    """A picture within a box, whole, at its own ratio; a crossed link where the file is gone."""

    def __init__(self, session: Session, value: ImageRef | Scene, width: int, height: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._is_lost = False
        self._box = QSize(width, height)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        store = session.store

        def work() -> QImage:
            from admaker_desktop.ad.scene import Scene
            from admaker_desktop.services.thumbnails import Thumbnails
            from admaker_desktop.ui.images import image_of

            thumbnails = Thumbnails(store)
            return image_of(thumbnails.scene(value) if isinstance(value, Scene) else thumbnails.still(value))

        job = session.jobs.start(work, self._take, self._miss)
        self.destroyed.connect(job.drop)

    def sizeHint(self) -> QSize:
        return self._box

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with paint.start(self) as painter:
            frame = QRectF(self.rect())
            paint.box(painter, frame, _RADIUS, theme.colour("bg"), theme.colour("line"))
            if self._image is None:
                icon = "unlink" if self._is_lost else "image"
                square = QRectF(frame.center().x() - 8, frame.center().y() - 8, 16, 16)
                paint_icon(painter, icon, square, theme.colour("warn" if self._is_lost else "t3"))
                return
            size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            target = QRectF(0, 0, size.width(), size.height())
            target.moveCenter(frame.center())
            clip = QPainterPath()
            clip.addRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
            painter.setClipPath(clip)
            painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(target, self._image)

    def _take(self, image: QImage) -> None:
        self._image = image
        self.update()

    def _miss(self, error: AdMakerError) -> None:
        self._is_lost = True
        self.setToolTip(str(error))
        self.update()
