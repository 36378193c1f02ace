"""Rendering: one view of a cut into one finished file."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from admaker_desktop.ad.deliverable import Format
from admaker_desktop.core.errors import ExportError
from admaker_desktop.core.messages import Message, msg
from admaker_desktop.core.store import MediaReader
from admaker_desktop.core.task import Task
from admaker_desktop.media.compose import Compositor, TextDrawer
from admaker_desktop.media.encode import Mp4Writer
from admaker_desktop.media.soundtrack import Soundtrack, make_soundtrack
from admaker_desktop.media.spec import EncodeSpec
from admaker_desktop.media.waves import SAMPLE_RATE_HZ
from admaker_desktop.timeline.model import Sequence

_REPORT_EVERY_S = 0.1
_SOUND_SHARE = 0.05


@dataclass(frozen=True, slots=True)
class RenderJob:
    """What to render and where to."""

    sequence: Sequence
    view: Format
    spec: EncodeSpec
    reader: MediaReader
    path: Path
    """The file to write, under its working name (`.part`)."""
    threads: int = 1
    """Of the encoder: 1 while several views are rendered side by side. Another count gives other bytes."""
    drawer: TextDrawer | None = None
    """What draws type; None: `media.text.draw`, for which `media.text.start()` must have run."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """What was made. Loudness and peak are those of the coded sound; None without sound or for silence."""

    frames: int
    seconds: float
    lufs: float | None
    true_peak_dbtp: float | None
    encoder: str


def render(job: RenderJob, task: Task) -> Rendered:
    """Compose and code every frame; any thread, several at once. Nothing is left at `job.path` unless it is whole.

    Raises MediaError (a picture or sound is gone), StorageError (disk full, no right), ExportError, Cancelled.
    """
    compositor = Compositor(job.sequence, job.view, job.reader, job.drawer or _house_drawer())
    frames, rate = compositor.frames, compositor.rate
    if not frames:
        raise ExportError("The ad is shorter than one frame.", hint="Add a shot.")
    track = _soundtrack(job, round(frames / rate.fps * SAMPLE_RATE_HZ), task)
    sound = track.sound if track else None
    with Mp4Writer(job.path, job.view, job.spec, sound, job.threads) as writer:
        reported_at = -_REPORT_EVERY_S
        for index in range(frames):
            task.token.raise_if_cancelled()
            now = time.monotonic()
            if now - reported_at >= _REPORT_EVERY_S:
                reported_at = now
                task.progress(
                    _SOUND_SHARE + (1 - _SOUND_SHARE) * index / frames,
                    msg("frame {frame} of {frames}", frame=index + 1, frames=frames),
                )
            writer.write(compositor.frame(index), is_cut=index in compositor.cuts)
        writer.finish()
        encoder = writer.encoder
    task.progress(1.0, _at(frames, frames))
    return Rendered(
        frames=frames,
        seconds=float(frames / rate.fps),
        lufs=track.lufs if track else None,
        true_peak_dbtp=track.true_peak_dbtp if track else None,
        encoder=encoder,
    )


def _at(frame: int, frames: int) -> Message:
    return msg("frame {frame} of {frames}", frame=frame, frames=frames)


def _soundtrack(job: RenderJob, samples: int, task: Task) -> Soundtrack | None:
    if not job.spec.has_audio:
        return None
    return make_soundtrack(job.sequence, job.spec, samples, job.reader, task)


def _house_drawer() -> TextDrawer:
    # Imported here because Qt costs 0.1 s and 40 MB, which the window and tests with their own type do not pay twice.
    from admaker_desktop.media.text import draw

    return draw
