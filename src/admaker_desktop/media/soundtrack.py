"""The sound of a file: the mix, mastered on the very AAC packets that are then muxed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from admaker_desktop.core.messages import msg
from admaker_desktop.core.store import MediaReader
from admaker_desktop.core.task import Task
from admaker_desktop.media.aac import AacSound, decode_aac, encode_aac
from admaker_desktop.media.mastering import master
from admaker_desktop.media.mix import mix
from admaker_desktop.media.spec import EncodeSpec
from admaker_desktop.media.waves import Samples
from admaker_desktop.timeline.model import Sequence


@dataclass(frozen=True, slots=True, eq=False)
class Soundtrack:
    """A coded sound and what was measured on it, decoded."""

    sound: AacSound
    lufs: float | None
    """None for silence."""
    true_peak_dbtp: float


def make_soundtrack(sequence: Sequence, spec: EncodeSpec, frames: int, reader: MediaReader, task: Task) -> Soundtrack:
    """Mix, master and code exactly `frames` samples; a cancel is seen between passes.

    Raises MediaError when a sound is gone or damaged, ExportError when the encoder refuses.
    """
    mixed = mix(sequence, reader)[:, :frames]
    mixed = np.pad(mixed, ((0, 0), (0, frames - mixed.shape[1])))
    passes: list[tuple[Samples, AacSound]] = []

    def round_trip(samples: Samples) -> Samples:
        task.progress(None, msg("sound"))
        sound = encode_aac(samples, spec.audio_kbps)
        passes.append((samples, sound))
        return decode_aac(sound, from_priming=spec.allow_edit_list)

    mastered = master(mixed, spec.loudness, round_trip)
    sound = next(sound for samples, sound in passes if samples is mastered.samples)
    return Soundtrack(sound, mastered.encoded_lufs, mastered.encoded_true_peak_dbtp)
