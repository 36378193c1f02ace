"""Sounds in and out of the content store: WAV of 32-bit integers at 48 kHz; float32 planar in memory."""

from __future__ import annotations

import io
import wave

import numpy as np
from numpy.typing import NDArray

from admaker_desktop.core.errors import MediaError
from admaker_desktop.core.media import AudioRef
from admaker_desktop.core.store import MediaReader, MediaStore

SAMPLE_RATE_HZ = 48_000
Samples = NDArray[np.float32]
"""(channels, frames) float32, full scale +-1.0, 48 kHz."""

_FULL_SCALE = 2**31 - 1


def save_wave(store: MediaStore, samples: Samples) -> AudioRef:
    """Keep (channels, frames) samples; beyond full scale they are clipped; any thread; raises StorageError."""
    channels, frames = samples.shape
    data = (np.clip(samples, -1.0, 1.0).astype(np.float64) * _FULL_SCALE).astype("<i4")
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as out:
        out.setnchannels(channels)
        out.setsampwidth(4)
        out.setframerate(SAMPLE_RATE_HZ)
        out.writeframes(np.ascontiguousarray(data.T).tobytes())
    ref = store.add_bytes(buffer.getvalue(), "wav")
    return AudioRef(**ref.model_dump(), frames=frames, channels=channels)


def load_wave(reader: MediaReader, ref: AudioRef) -> Samples:
    """The samples of a sound that the app itself has written; any thread; raises MediaError when it is damaged."""
    try:
        with wave.open(str(reader.path(ref)), "rb") as source:
            raw = source.readframes(source.getnframes())
            channels = source.getnchannels()
    except (wave.Error, EOFError) as error:
        raise MediaError(
            "The sound {name} cannot be read.", name=ref.sha256[:12], hint="Run again to make it anew."
        ) from error
    data = np.frombuffer(raw, "<i4").reshape(-1, channels).T
    return np.ascontiguousarray(data, dtype=np.float32) / np.float32(_FULL_SCALE)
