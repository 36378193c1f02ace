"""Small pictures and outlines of what a project holds, drawn once and then kept beside the content store."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from admaker_desktop.core.ids import new_id
from admaker_desktop.engine.values import canonical, digest

if TYPE_CHECKING:
    from admaker_desktop.ad.scene import Scene
    from admaker_desktop.core.media import AudioRef, ImageRef
    from admaker_desktop.media.peaks import Peaks
    from admaker_desktop.media.thumbs import Rgb
    from admaker_desktop.project.content import ContentStore
    from admaker_desktop.timeline.model import Sequence

THUMB_PX = 240
"""Height of a thumbnail: sharp in a node at 200 %."""
_THUMB_WIDTH_PX = 300
"""Least width of a scene's thumbnail: of a tall scene the part around its subject is kept."""
FILM_PX = 360
FILMSTRIP_PX = 112
"""Height of a filmstrip's pictures: sharp in the strip at 200 %."""
FILMSTRIP_PICTURES = 8
"""Moments of a shot that its filmstrip shows."""
MAX_BYTES = 96 << 20
"""How much is kept; the longest unused go first."""
_DRAWING = "1"
"""Changes when the same value is to look different."""
_FULL = 255


class Thumbnails:
    """Draws or finds the small pictures of values by their content; any thread; raises MediaError for lost media.

    What cannot be kept (read-only folder, full disk) is drawn again at each call.
    """

    def __init__(self, store: ContentStore) -> None:
        self._store = store
        self._folder = store.root.with_name("thumbs")

    def scene(self, scene: Scene) -> Rgb:
        """A shot at the middle of its move, THUMB_PX high, wider than high: framed on its subject."""
        key = self._key("scene", canonical(scene))
        kept = self._picture(key)
        if kept is None:
            from admaker_desktop.media.thumbs import draw_scene, framed  # heavy, and not needed for what is kept

            height = max(THUMB_PX, round(_THUMB_WIDTH_PX * scene.height_px / scene.width_px))
            kept = framed(next(draw_scene(scene, (0.5,), height, self._store)), scene, THUMB_PX)
            self._keep_picture(key, kept)
        return kept

    def filmstrip(self, scene: Scene) -> tuple[Rgb, ...]:
        """A shot at FILMSTRIP_PICTURES moments, evenly over its length, FILMSTRIP_PX high."""
        import numpy as np  # only worker threads come here

        key = self._key("filmstrip", canonical(scene))
        sheet = self._picture(key)
        if sheet is None:
            from admaker_desktop.media.thumbs import draw_scene  # as above

            moments = [(at + 0.5) / FILMSTRIP_PICTURES for at in range(FILMSTRIP_PICTURES)]
            sheet = np.concatenate(list(draw_scene(scene, moments, FILMSTRIP_PX, self._store)), axis=1)
            self._keep_picture(key, sheet)
        return tuple(np.ascontiguousarray(part) for part in np.split(sheet, FILMSTRIP_PICTURES, axis=1))

    def still(self, ref: ImageRef) -> Rgb:
        """A picture of the store, THUMB_PX high; what is clear in it lies on a chequered ground."""
        key = self._key("still", ref.sha256)
        kept = self._picture(key)
        if kept is None:
            from admaker_desktop.media.thumbs import draw_still  # as above

            kept = draw_still(ref, THUMB_PX, self._store)
            self._keep_picture(key, kept)
        return kept

    def film(self, sequence: Sequence, at_s: float) -> Rgb:
        """The cut's first view at a moment, type included, FILM_PX high. `media.text.start()` must have run."""
        view = sequence.views[0]
        key = self._key("film", canonical(sequence.only(view.id)), f"{at_s:.3f}")
        kept = self._picture(key)
        if kept is None:
            from admaker_desktop.media.text import draw  # as above
            from admaker_desktop.media.thumbs import draw_frame

            last = sequence.rate.frames_in(sequence.duration_ticks) - 1
            kept = draw_frame(sequence, view, min(last, round(at_s * view.fps)), FILM_PX, self._store, draw)
            self._keep_picture(key, kept)
        return kept

    def peaks(self, refs: tuple[AudioRef, ...]) -> Peaks:
        """The outline of sounds that play together: media.peaks.PEAKS_PER_S values a second, 0..1."""
        import numpy as np  # only worker threads come here

        path = self._folder / f"{self._key('peaks', *(ref.sha256 for ref in refs))}.peaks"
        data = _read(path)
        if data is None:
            from admaker_desktop.media.peaks import peaks_of  # as above

            data = np.rint(peaks_of(refs, self._store) * _FULL).astype(np.uint8).tobytes()
            self._keep(path, data)
        return np.frombuffer(data, np.uint8).astype(np.float32) / np.float32(_FULL)

    def trim(self, max_bytes: int = MAX_BYTES) -> None:
        """Forget what was not used for longest until at most `max_bytes` are kept."""
        files = sorted(_files(self._folder))
        excess = sum(size for _, size, _ in files) - max_bytes
        for _, size, path in files:
            if excess <= 0:
                return
            with contextlib.suppress(OSError):
                path.unlink()
                excess -= size

    def _key(self, *parts: str) -> str:
        return digest(_DRAWING, *parts)

    def _picture(self, key: str) -> Rgb | None:
        data = _read(self._folder / f"{key}.jpg")
        if data is None:
            return None
        from admaker_desktop.media.thumbs import rgb_of_jpeg  # as above

        return rgb_of_jpeg(data)

    def _keep_picture(self, key: str, rgb: Rgb) -> None:
        from admaker_desktop.media.thumbs import jpeg_bytes  # as above

        self._keep(self._folder / f"{key}.jpg", jpeg_bytes(rgb))

    def _keep(self, path: Path, data: bytes) -> None:
        """Write whole or not at all; a folder that refuses costs time, not the picture."""
        temp = path.with_name(f"{new_id()}.part")
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            temp.write_bytes(data)
            os.replace(temp, path)


def _read(path: Path) -> bytes | None:
    """A kept file's bytes, marked as used now; None when there is none."""
    try:
        data = path.read_bytes()
        os.utime(path)
    except OSError:
        return None
    return data


def _files(folder: Path) -> Iterator[tuple[float, int, Path]]:
    """(last use, bytes, path) of every kept file."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        with contextlib.suppress(OSError):
            facts = entry.stat()
            yield facts.st_mtime, facts.st_size, Path(entry.path)
