"""Measures a media file: one walk over its boxes and one pass that decodes every frame; no header is believed.

For files of strangers call `media.worker.measure_in_worker`, which runs this in a child process with limits.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import av.error
import av.logging
from av.container import InputContainer

from admaker_desktop.core.errors import MediaError
from admaker_desktop.core.messages import Message, msg
from admaker_desktop.core.task import Task
from admaker_desktop.media.probe import streams
from admaker_desktop.media.probe.boxes import read_boxes
from admaker_desktop.media.probe.facts import AudioFacts, BoxFacts, FileFacts, Kind, VideoFacts
from admaker_desktop.media.probe.packets import PacketLog
from admaker_desktop.media.probe.picture import PictureMeter
from admaker_desktop.media.probe.sniff import MAX_PIXELS, Sniffed, sniff
from admaker_desktop.media.probe.sound import SoundMeter

MAX_FRAMES = 120_000
"""More than an hour at 30 a second; the rest of a longer film is not looked at, and the facts say so."""
MAX_STREAMS = 16
DECODER_THREADS = 4
"""Each holds frames: more would cost memory on machines of many cores."""
_OPTIONS = {
    "format_whitelist": "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,mp3,wav,flac,aac,ogg,gif,png_pipe,jpeg_pipe,webp_pipe,"
    "avi,mpegts,mxf,aiff",
    "protocol_whitelist": "file",
    "probesize": "20000000",
}
_BOXED = frozenset({"mp4", "mov", "m4v", "3gp"})
_STILLS = frozenset({"png", "jpg", "webp"})
_MAX_NOTED = 8  # sentences about errors; the rest is only counted
_one_at_a_time = threading.Lock()  # FFmpeg's log is global: two passes would count each other's errors


@dataclass(frozen=True, slots=True)
class _Track:
    """A track that is measured: its packets and who takes its frames."""

    failure: Message
    log: PacketLog
    add: Callable[[Any], None]


@dataclass(slots=True)
class _Pass:
    """What the one pass over the file has gathered."""

    picture: PictureMeter | None = None
    sound: SoundMeter | None = None
    video_log: PacketLog | None = None
    audio_log: PacketLog | None = None
    errors: list[Message] = field(default_factory=list)
    failures: int = 0

    def fail(self, what: Message, error: av.error.FFmpegError) -> None:
        self.failures += 1
        sentence = msg("{what}: {reason}", what=what, reason=error.strerror or type(error).__name__)
        if sentence not in self.errors and len(self.errors) < _MAX_NOTED:
            self.errors.append(sentence)


def measure(path: Path, task: Task | None = None) -> FileFacts:
    """Every fact about one file; any thread, one file at a time in a process.

    About 0.27 CPU seconds a second of 1080x1920 at 30 a second. Damaged files give what could be read and `errors`;
    raises MediaError for what is no media file at all or too large to open, Cancelled when the task is stopped.
    """
    task = task or Task()
    found = sniff(path)
    try:
        size_bytes = path.stat().st_size
        boxes = read_boxes(path) if found.container in _BOXED else None
    except OSError as error:
        raise MediaError(
            "{name} cannot be read.", name=path.name, hint="Check that it is a file that you may read."
        ) from error
    with _decoder_log() as log:
        try:
            container = _open(path, found)
        except av.error.FFmpegError as error:
            reason = msg("it cannot be opened: {reason}", reason=error.strerror or type(error).__name__)
            return FileFacts(
                name=path.name, size_bytes=size_bytes, container=found.container, kind=None, boxes=boxes,
                decoder_errors=len(log), errors=(reason, *(boxes.problems if boxes else ())),
            )  # fmt: skip
        with container:
            gathered = _decode(container, size_bytes, task)
            facts = _facts(container, gathered, found, boxes)
    return facts.model_copy(
        update={"name": path.name, "size_bytes": size_bytes, "decoder_errors": len(log) + gathered.failures}
    )


@contextmanager
def _decoder_log() -> Iterator[list[tuple[int, str, str]]]:
    """FFmpeg's own error lines: damage that it conceals raises nothing (media.md 6)."""
    with _one_at_a_time:
        before = av.logging.get_level()
        av.logging.set_level(av.logging.ERROR)
        try:
            with av.logging.Capture(local=False) as log:
                yield log
        finally:
            av.logging.set_level(before)


def _open(path: Path, found: Sniffed) -> InputContainer:
    """Open with the demuxer that the first bytes name; playlists and other protocols stay shut."""
    limit = {"max_pixels": str(MAX_PIXELS)}
    try:
        # One dict a stream; unused ones do no harm.
        container = av.open(
            str(path),
            format=found.demuxer,
            options=_OPTIONS,
            stream_options=[limit] * MAX_STREAMS,  # type: ignore[list-item]  # the stub says str, PyAV wants dicts
        )
    except ValueError:  # a format that finds its streams late (MPEG-TS, MP3) takes no stream options
        container = av.open(str(path), format=found.demuxer, options=_OPTIONS)
    for stream in container.streams.video:
        if stream.codec_context is not None:
            stream.codec_context.options = limit
    return container


def _decode(container: InputContainer, size_bytes: int, task: Task) -> _Pass:
    """Demux all packets and decode the first film track and the first sound track."""
    gathered = _Pass()
    video, audio = streams.first_video(container), streams.first_audio(container)
    tracks: dict[int, _Track] = {}
    if video is not None:
        video.thread_type = "AUTO"
        video.codec_context.thread_count = DECODER_THREADS
        gathered.picture = PictureMeter(video.time_base or Fraction(1, 1000))
        gathered.video_log = PacketLog(gathered.picture.time_base)
        tracks[video.index] = _Track(msg("the picture does not decode"), gathered.video_log, gathered.picture.add)
    if audio is not None:
        gathered.sound = SoundMeter()
        gathered.audio_log = PacketLog(audio.time_base or Fraction(1, audio.rate or 48_000))
        tracks[audio.index] = _Track(msg("the sound does not decode"), gathered.audio_log, gathered.sound.add)
    for packet in _packets(container, gathered):
        task.progress(packet.pos / size_bytes if packet.pos and size_bytes else None, msg("Measuring"))
        if packet.stream.index in tracks:
            _feed(packet, gathered, tracks[packet.stream.index])
        if gathered.picture is not None and gathered.picture.frames >= MAX_FRAMES:
            gathered.errors.append(msg("only the first {frames} frames were measured", frames=MAX_FRAMES))
            break
    if gathered.sound is not None:
        gathered.sound.finish()
    if gathered.picture is not None and gathered.video_log is not None:
        gathered.picture.finish(gathered.picture.last_s + gathered.video_log.last_frame_s)
    return gathered


def _packets(container: InputContainer, gathered: _Pass) -> Iterator[av.Packet[Any]]:
    """Every packet and the flushing ones at the end; stops where the file cannot be read on."""
    try:
        yield from container.demux()
    except av.error.FFmpegError as error:
        gathered.fail(msg("the file cannot be read to its end"), error)


def _feed(packet: av.Packet[Any], gathered: _Pass, track: _Track) -> None:
    """Note one packet and measure what it decodes to."""
    if packet.size and packet.dts is not None:
        track.log.add(packet.pts, packet.duration, packet.size, is_key=packet.is_keyframe)
    try:
        for frame in packet.decode():
            track.add(frame)
    except av.error.FFmpegError as error:
        gathered.fail(track.failure, error)


def _facts(container: InputContainer, gathered: _Pass, found: Sniffed, boxes: BoxFacts | None) -> FileFacts:
    picture, sound = gathered.picture, gathered.sound
    kind = _kind(gathered, found)
    video, audio = _video(container, gathered, boxes), _audio(container, gathered)
    if kind == "image" and video is not None:
        video = video.model_copy(update={"fps": None, "header_fps": None, "is_constant_rate": None})
    ends = [part.end_s for part in (video, audio) if part is not None]
    frame_s = gathered.video_log.last_frame_s if gathered.video_log else 0.0
    of_film = picture if kind == "video" else None
    return FileFacts(
        name="",
        size_bytes=0,
        container=found.container,
        kind=kind,
        seconds=None if kind == "image" or not ends else round(max(ends), 6),
        boxes=boxes,
        video=video,
        audio=audio if sound is not None else None,
        video_streams=len(container.streams.video),
        audio_streams=len(container.streams.audio),
        other_streams=len(container.streams) - len(container.streams.video) - len(container.streams.audio),
        black=of_film.black if of_film else (),
        frozen=of_film.frozen if of_film else (),
        flashes=of_film.flashes(frame_s) if of_film else None,
        errors=(*gathered.errors, *(boxes.problems if boxes else ())),
    )


def _kind(gathered: _Pass, found: Sniffed) -> Kind | None:
    if gathered.picture is None:
        return "audio" if gathered.sound is not None else None
    is_still_gif = found.container == "gif" and gathered.picture.frames == 1
    return "image" if found.container in _STILLS or is_still_gif else "video"


def _video(container: InputContainer, gathered: _Pass, boxes: BoxFacts | None) -> VideoFacts | None:
    stream, picture, log = streams.first_video(container), gathered.picture, gathered.video_log
    if stream is None or picture is None or log is None:
        return None
    start_s = picture.start_s or 0.0
    return streams.described_video(stream).model_copy(
        update={
            "rotation_deg": (boxes.rotation_deg or 0) if boxes else 0,
            "is_interlaced": picture.is_interlaced,
            "fps": log.fps,
            "is_constant_rate": log.is_constant,
            "start_s": round(start_s, 6),
            "end_s": round(picture.last_s + log.last_frame_s if picture.frames else 0.0, 6),
            "packets": len(log.pts),
            "frames": picture.frames,
            "corrupt_frames": picture.corrupt,
            "mean_kbps": log.mean_kbps,
            "peak_kbps": log.peak_kbps,
            "longest_gop": log.longest_gop,
            "is_closed_gop": log.is_closed_gop,
            "has_b_frames": log.has_reordering,
        }
    )


def _audio(container: InputContainer, gathered: _Pass) -> AudioFacts | None:
    stream, sound, log = streams.first_audio(container), gathered.sound, gathered.audio_log
    if stream is None or sound is None or log is None:
        return None
    return streams.described_audio(stream).model_copy(
        update={
            "mean_kbps": log.mean_kbps,
            "start_s": round(sound.start_s or 0.0, 6),
            # The last packet of AAC decodes to more than the file says is to be heard.
            "end_s": round(min(sound.end_s, log.end_s or sound.end_s), 6),
            "samples": sound.samples,
            "lufs": sound.lufs,
            "max_short_term_lufs": sound.max_short_term_lufs,
            "max_momentary_lufs": sound.max_momentary_lufs,
            "true_peak_dbtp": sound.true_peak_dbtp,
            "clipped_samples": sound.clipped,
            "silent": sound.silent,
        }
    )
