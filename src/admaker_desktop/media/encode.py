"""MP4 files of H.264 and AAC as placements want them: BT.709 tags, closed GOPs, faststart, no edit list, exact."""

from __future__ import annotations

import contextlib
import errno
import math
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from types import TracebackType
from typing import Self

import av
import numpy as np
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.video.frame import PictureType
from av.video.stream import VideoStream
from numpy.typing import NDArray

from admaker_desktop.ad.deliverable import Format
from admaker_desktop.core.errors import AdMakerError, ExportError, StorageError
from admaker_desktop.core.ticks import FrameRate
from admaker_desktop.media.aac import AAC_TIME_BASE, AacSound, configure
from admaker_desktop.media.compose.planes import video_frame
from admaker_desktop.media.filler import Filler
from admaker_desktop.media.spec import EncodeSpec

_CRF = 21
_FAST_MOTION = "me=dia:subme=0:partitions=none:b-adapt=0:scenecut=0:aq-strength=0.6:cabac=0"
"""For `superfast`, the preset of drafts: two thirds of its time and bits at 0.3 dB less (measured on moving scenes;
`ultrafast` is faster still, but without adaptive quantisation smooth grounds break into blocks). Scene cuts are known,
not guessed: see `write`. Without CABAC coding and decoding take 4 ms a 1080x1920 frame less, for a fifth more bits."""
_BT709, _LIMITED = 1, 1
_GOP_SECONDS = 2
_TOP_RATE, _PEAK_SECONDS = 0.95, 0.5
"""Top rate and decoder buffer in terms of the cap: no second holds 1.5 times of it, no ad from 9 s exceeds it."""
_TIMESCALE_HZ = 48_000


class Mp4Writer:
    """Writes frames in order; a context manager that deletes the file unless `finish` was reached.

    Belongs to one thread. Raises StorageError when the disk refuses, ExportError when the encoder does.
    """

    def __init__(self, path: Path, view: Format, spec: EncodeSpec, sound: AacSound | None, threads: int = 1) -> None:
        rate = FrameRate.from_fps(view.fps)
        self._path = path
        self._spec = spec
        self._step = 1 / rate.fps
        self._count = 0
        self._is_finished = False
        self._sound = sound
        self._sent = 0
        self._filler = Filler(spec.min_video_kbps, self._step) if spec.min_video_kbps else None
        try:
            self._container = _open(path, rate, spec)
        except (av.FFmpegError, OSError) as error:
            raise _explained(error, path) from error
        try:
            self._video = _add_video(self._container, view, rate, spec)
            self._video.codec_context.thread_count = threads
            self._audio = _add_audio(self._container, sound) if sound else None
            self._container.start_encoding()
            _check_level(self._video, spec)
        except av.FFmpegError as error:
            self._abandon()
            raise _explained(error, path) from error
        except ExportError:
            self._abandon()
            raise

    @property
    def encoder(self) -> str:
        """What codes the picture, with its settings."""
        return f"libx264 {self._spec.x264_preset} crf {_CRF} (PyAV {av.__version__})"

    def write(self, picture: NDArray[np.uint8], *, is_cut: bool = False) -> None:
        """Code one (height * 3 // 2, width) yuv420p BT.709 limited frame; the buffer may be reused afterwards.

        A cut begins a new GOP.
        """
        frame = video_frame(picture)
        frame.pict_type = PictureType.I if is_cut else PictureType.NONE
        frame.pts, frame.time_base = self._count, self._step
        try:
            self._mux_video(self._video.encode(frame))
            self._count += 1
            self._mux_sound_until(self._count * self._step)
        except av.FFmpegError as error:
            raise _explained(error, self._path) from error

    def finish(self) -> None:
        """Write what is left and close the file."""
        try:
            self._mux_video(self._video.encode(None))
            if self._filler:
                self._mux(self._filler.rest())
            self._mux_sound_until(None)
            self._container.close()
        except (av.FFmpegError, OSError) as error:
            raise _explained(error, self._path) from error
        self._is_finished = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if not self._is_finished:
            self._abandon()

    def _abandon(self) -> None:
        """Close and delete; what the muxer says now no longer matters."""
        with contextlib.suppress(av.FFmpegError, OSError):
            self._container.close()
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _mux_video(self, packets: Iterable[av.Packet[VideoStream]]) -> None:
        for packet in packets:
            self._mux(self._filler.padded(packet) if self._filler else [packet])

    def _mux(self, packets: list[av.Packet[VideoStream]]) -> None:
        for packet in packets:
            self._container.mux(packet)

    def _mux_sound_until(self, seconds: Fraction | None) -> None:
        """Hand over the sound's packets that begin before this time, so that both tracks interleave."""
        if self._sound is None or self._audio is None:
            return
        for part in self._sound.packets[self._sent :]:
            if seconds is not None and part.pts * AAC_TIME_BASE >= seconds:
                return
            self._sent += 1
            if part.pts < 0 and not self._spec.allow_edit_list:
                continue  # without an edit list the priming would delay the sound by 21 ms (media.md section 4)
            packet = av.Packet(part.data)
            packet.pts = packet.dts = part.pts
            packet.duration, packet.time_base, packet.stream = part.duration, AAC_TIME_BASE, self._audio
            packet.is_keyframe = True
            self._container.mux(packet)


def _open(path: Path, rate: FrameRate, spec: EncodeSpec) -> OutputContainer:
    # A header in the picture's own time scale: 29.97 does not fit into the usual milliseconds.
    timescale = rate.num if rate.den > 1 else _TIMESCALE_HZ
    options = {"movflags": "+faststart", "movie_timescale": str(timescale)}
    if not spec.allow_edit_list:
        options |= {"movflags": "+faststart+negative_cts_offsets", "use_editlist": "0"}
    container = av.open(str(path), "w", format="mp4", options=options)
    container.metadata.update(spec.metadata)
    return container


def _add_video(container: OutputContainer, view: Format, rate: FrameRate, spec: EncodeSpec) -> VideoStream:
    options = {
        "preset": spec.x264_preset,
        "profile": "high",
        "crf": str(_CRF),
        "maxrate": f"{math.floor(spec.video_kbps * _TOP_RATE)}k",
        "bufsize": f"{math.floor(spec.video_kbps * _PEAK_SECONDS)}k",
        "forced-idr": "1",
        "x264-params": _FAST_MOTION if spec.x264_preset == "superfast" else "",
    }
    stream = container.add_stream("libx264", rate=rate.fps, options=options)
    context = stream.codec_context
    context.width, context.height = view.width_px, view.height_px
    context.pix_fmt = "yuv420p"
    context.time_base = 1 / rate.fps
    context.sample_aspect_ratio = Fraction(1)
    context.gop_size = round(_GOP_SECONDS * rate.fps)
    context.max_b_frames = 2
    context.colorspace = context.color_primaries = context.color_trc = _BT709
    context.color_range = _LIMITED
    stream.time_base = context.time_base
    return stream


def _add_audio(container: OutputContainer, sound: AacSound) -> AudioStream:
    """A track whose encoder is opened for its header only: the packets exist already."""
    stream = container.add_stream("aac", rate=_TIMESCALE_HZ)
    configure(stream.codec_context, sound.kbps)
    stream.time_base = AAC_TIME_BASE
    return stream


def _check_level(stream: VideoStream, spec: EncodeSpec) -> None:
    """Refuse before anything is rendered what the placement's players cannot decode."""
    header = bytes(stream.codec_context.extradata or b"")
    start = header.find(b"\x00\x00\x01\x67")
    level = header[start + 6] / 10  # NAL header, profile, constraints, level
    if level > float(spec.level_max):
        raise ExportError(
            "This size, rate and bit rate need H.264 level {level}, the placement allows {allowed}.",
            level=level,
            allowed=spec.level_max,
            hint="Choose a smaller size or a lower frame rate.",
        )


def _explained(error: OSError | av.FFmpegError, path: Path) -> AdMakerError:
    """The sentence for a refusal of the disk or of the encoder."""
    code = error.errno
    if code in (errno.ENOSPC, errno.EDQUOT):
        return StorageError(
            "Writing {path} failed: the disk is full.", path=str(path), hint="Free some space and run again."
        )
    if code in (errno.EACCES, errno.EPERM, errno.EROFS):
        return StorageError(
            "Writing {path} failed: no right to write there.", path=str(path), hint="Choose another folder."
        )
    if code in (errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.EIO):
        return StorageError(
            "Writing {path} failed: {reason}.",
            path=str(path),
            reason=error.strerror or str(error),
            hint="Check the folder and run again.",
        )
    return ExportError(
        "Coding {name} failed: {reason}.",
        name=path.name,
        reason=error.strerror or str(error),
        hint="Run again; if it stays, report it.",
    )
