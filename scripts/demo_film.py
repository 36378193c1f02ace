"""Makes the Start page's films: the sample brief's ad by this app, at half size, with posters, into resources/demo."""

from __future__ import annotations

import contextlib
import sys
import tempfile
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from admaker_desktop.ad.deliverable import Format
from admaker_desktop.core.task import CancelToken, Task
from admaker_desktop.engine.events import NullSink
from admaker_desktop.media import text
from admaker_desktop.media.compose import Compositor
from admaker_desktop.media.encode import Mp4Writer
from admaker_desktop.media.soundtrack import make_soundtrack
from admaker_desktop.media.spec import EncodeSpec
from admaker_desktop.project.content import ContentStore
from admaker_desktop.project.file import ProjectFile
from admaker_desktop.services.ads import Watch, make_demo
from admaker_desktop.services.briefs import sample_brief
from admaker_desktop.services.projects import Wishes
from admaker_desktop.services.studio import Studio
from admaker_desktop.settings.home import AppHome
from admaker_desktop.timeline.model import Sequence

ASPECTS = ("9:16", "1:1", "16:9")
MAX_BYTES = 6 * 1024 * 1024
"""Of the three films together."""
_POSTER_AT_S = 1.2
"""The headline stands there, as in the app's own thumbnails."""
_POSTER_BYTES = 60_000
_SPEC = EncodeSpec(
    video_kbps=950,
    min_video_kbps=None,
    audio_kbps=96,
    x264_preset="slower",
    metadata={"title": "Demo ad", "comment": "DRAFT made by AdMaker Desktop, not a finished production."},
)


def main(out: Path) -> int:
    """Run the sample brief in a home of its own, then write `film-9x16.mp4`, `poster-9x16.jpg` and so on."""
    text.start()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        with Studio(AppHome(folder / "home")) as studio:
            wishes = Wishes(aspects=ASPECTS)
            summary = make_demo(studio, sample_brief(), wishes, folder / "ad", Watch(NullSink(), CancelToken()))
            with contextlib.closing(ProjectFile.open(summary.project)) as project:
                sequence = Sequence.model_validate_json(project.document("timeline"))
            total = sum(_write_film(sequence, view, studio.store, out) for view in sequence.views)
    print(f"{total} bytes of films in {out}")
    return 0 if total <= MAX_BYTES else 1


def _write_film(sequence: Sequence, view: Format, store: ContentStore, out: Path) -> int:
    """One view at half its size with its sound, and its poster; the film's size in bytes."""
    name = view.aspect.replace(":", "x")
    small = view.model_copy(update={"width_px": view.width_px // 2, "height_px": view.height_px // 2})
    compositor = Compositor(sequence, view, store, text.draw)
    samples = round(compositor.frames / compositor.rate.fps * 48_000)
    track = make_soundtrack(sequence, _SPEC, samples, store, Task())
    path = out / f"film-{name}.mp4"
    with Mp4Writer(path, small, _SPEC, track.sound, threads=1) as writer:
        for index in range(compositor.frames):
            writer.write(_halved(compositor.frame(index)), is_cut=index in compositor.cuts)
        writer.finish()
    rgb = compositor.thumbnail_rgb(round(_POSTER_AT_S * view.fps))
    _write_poster(out / f"poster-{name}.jpg", rgb, (small.width_px, small.height_px))
    return path.stat().st_size


def _halved(frame: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """A planar yuv420p frame at half its size: every plane averaged over 2 x 2."""
    rows, width = frame.shape
    luma, flat = rows * 2 // 3 * width, frame.reshape(-1)
    planes = [flat[:luma].reshape(-1, width)]
    planes += [part.reshape(-1, width // 2) for part in np.split(flat[luma:], 2)]
    small = [cv2.resize(plane, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA) for plane in planes]
    return np.concatenate([plane.reshape(-1) for plane in small]).reshape(rows // 2, width // 2)


def _write_poster(path: Path, rgb: NDArray[np.uint8], size: tuple[int, int]) -> None:
    """The best JPEG of the frame that is small enough to paint at once."""
    picture = cv2.cvtColor(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA), cv2.COLOR_RGB2BGR)
    for quality in range(92, 40, -4):
        data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])[1].tobytes()
        if len(data) <= _POSTER_BYTES:
            break
    path.write_bytes(data)


if __name__ == "__main__":
    sys.exit(main(Path(__file__).resolve().parents[1] / "src" / "admaker_desktop" / "resources" / "demo"))
