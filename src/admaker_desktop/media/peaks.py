"""Outlines of sounds for drawing: the loudest sample of each hundredth of a second, and the music's gain."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from admaker_desktop.core.media import AudioRef
from admaker_desktop.core.store import MediaReader
from admaker_desktop.media.mix import duck_gain, samples_from_ticks
from admaker_desktop.media.waves import SAMPLE_RATE_HZ, Samples, load_wave
from admaker_desktop.timeline.model import AudioClip, Sequence

PEAKS_PER_S = 100
"""Finer than one bar of a waveform at the strongest zoom."""
_STEP = SAMPLE_RATE_HZ // PEAKS_PER_S

Peaks = NDArray[np.float32]
"""(n,) float32, 0..1: the loudest sample of each 1 / PEAKS_PER_S s over all channels."""


def peaks_of(refs: tuple[AudioRef, ...], reader: MediaReader) -> Peaks:
    """The outline of sounds that play together (the stems of a music), summed; any thread; raises MediaError."""
    sounds = [load_wave(reader, ref) for ref in refs]
    total = np.zeros((2, max((sound.shape[1] for sound in sounds), default=0)), np.float32)
    for sound in sounds:
        total[:, : sound.shape[1]] += sound[:2]
    return outline(total)


def outline(samples: Samples) -> Peaks:
    """The peaks of (channels, frames) samples at 48 kHz; beyond full scale they are 1."""
    frames = samples.shape[1]
    padded = np.pad(np.abs(samples).max(axis=0), (0, -frames % _STEP))
    peaks: Peaks = np.minimum(padded.reshape(-1, _STEP).max(axis=1, initial=0), 1).astype(np.float32)
    return peaks


def duck_line(sequence: Sequence) -> Peaks:
    """The music's gain (1 = open) at each 1 / PEAKS_PER_S s, as the mix lowers it; all 1 where nothing is ducked."""
    frames = samples_from_ticks(sequence.duration_ticks)
    if not any(clip.ducked for clip in sequence.music):
        return np.ones(-(-frames // _STEP), np.float32)
    return duck_gain([_heard(clip) for clip in sequence.voice], frames)[::_STEP]


def _heard(clip: AudioClip) -> tuple[int, int]:
    start = samples_from_ticks(clip.start_ticks)
    return start, min(samples_from_ticks(clip.end_ticks), start + clip.audio.frames)
