"""Whether the encoders that ads need really work here: a listed encoder is not yet a working one."""

from __future__ import annotations

import io

import av
import numpy as np

from admaker_desktop.core.errors import MediaError
from admaker_desktop.core.messages import Message, msg


def encoder_version() -> str:
    """The build that encodes: part of the cache key of every rendering."""
    libraries = av.library_versions
    return f"PyAV {av.__version__}, libavcodec {'.'.join(map(str, libraries['libavcodec']))}"


def try_codecs() -> Message:
    """Encode ten frames of H.264 and a second of AAC in memory; raises MediaError when that fails."""
    buffer = io.BytesIO()
    try:
        with av.open(buffer, "w", format="mp4") as container:
            video = container.add_stream("libx264", rate=30)
            video.width, video.height, video.pix_fmt = 64, 64, "yuv420p"
            audio = container.add_stream("aac", rate=48_000)
            for _ in range(10):
                container.mux(video.encode(av.VideoFrame(64, 64, "yuv420p")))
            frame = av.AudioFrame.from_ndarray(np.zeros((2, 1024), np.float32), format="fltp", layout="stereo")
            frame.sample_rate = 48_000
            container.mux(audio.encode(frame))
            container.mux(video.encode(None))
            container.mux(audio.encode(None))
    except (av.error.FFmpegError, ValueError) as error:
        raise MediaError("Encoding failed: {reason}.", reason=str(error), hint="Install AdMaker again.") from error
    return msg("{version}, libx264 and AAC encode", version=encoder_version())
