"""Small pictures from files, read on a job: thumbnails of photos and cards."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from qtpy.QtCore import QSize, Qt
from qtpy.QtGui import QImage, QImageReader

from admaker_desktop.ui.jobs import Jobs

_MAX_PIXELS = 100_000_000
"""As `media.stills` refuses more of a foreign picture."""


def load_picture(jobs: Jobs, path: Path, size: QSize, done: Callable[[Path, QImage], None]) -> None:
    """Read a picture so that it covers `size` device pixels, then call with it; a null image when it is none."""
    jobs.start(lambda: read_picture(path, size), partial(done, path))


def read_picture(path: Path, size: QSize) -> QImage:
    """The picture, no larger than needed to cover `size`; any thread; a null image when it cannot be read."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    full = reader.size()
    if not full.isValid() or full.width() * full.height() > _MAX_PIXELS:
        return QImage()
    wanted = full.scaled(size, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    if wanted.width() < full.width():
        reader.setScaledSize(wanted)
    return reader.read()
