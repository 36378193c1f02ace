"""The mix of a sequence: voice and music at their places, the music lowered while somebody speaks."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from admaker_desktop.core.errors import MediaError
from admaker_desktop.core.store import MediaReader
from admaker_desktop.core.ticks import TICKS_PER_SECOND
from admaker_desktop.media.waves import SAMPLE_RATE_HZ, Samples, load_wave
from admaker_desktop.timeline.model import AudioClip, Sequence

Interval = tuple[int, int]
"""First sample and the one after the last."""

DUCK_DB = -9.0
"""How far the music goes down under the voice: half as loud to the ear, so every word is clear, yet still music."""

_LOOK_AHEAD = SAMPLE_RATE_HZ // 10  # 100 ms: down before the first consonant (reference/media.md section 4)
_RELEASE = SAMPLE_RATE_HZ * 4 // 10  # 400 ms: back without being noticed
_SHORTEST_RISE = SAMPLE_RATE_HZ // 2  # a pause below 0.5 s is a breath: music that came up in it would pump
_CUT_FADE = SAMPLE_RATE_HZ // 100  # 10 ms: no click where a sound is cut
_TICKS_PER_SAMPLE = TICKS_PER_SECOND // SAMPLE_RATE_HZ


def samples_from_ticks(ticks: int) -> int:
    """A time in whole samples at 48 kHz, rounded to the nearest."""
    return (ticks + _TICKS_PER_SAMPLE // 2) // _TICKS_PER_SAMPLE


def mix(sequence: Sequence, reader: MediaReader) -> Samples:
    """The sound of a whole sequence: (2, samples_from_ticks(duration_ticks)) float32, not limited; any thread.

    Sums in float without clipping: values beyond +-1 are the mastering's business. Raises MediaError when a sound
    is gone, damaged, or has more than two channels.
    """
    frames = samples_from_ticks(sequence.duration_ticks)
    out = np.zeros((2, frames), np.float32)
    speech: list[Interval] = []
    for clip in sequence.voice:
        start, sound = _placed(clip, reader, frames)
        out[:, start : start + sound.shape[1]] += sound
        if sound.shape[1]:
            speech.append((start, start + sound.shape[1]))
    gain = duck_gain(speech, frames)
    for clip in sequence.music:
        start, sound = _placed(clip, reader, frames)
        end = start + sound.shape[1]
        out[:, start:end] += sound * gain[start:end] if clip.ducked else sound
    return out


def duck_gain(speech: list[Interval], frames: int, depth_db: float = DUCK_DB) -> NDArray[np.float32]:
    """The music's gain, one linear factor per sample: `depth_db` while somebody speaks, ramps on both sides."""
    level = np.zeros(frames + _LOOK_AHEAD + _RELEASE, np.float32)  # in depths: 0 open, 1 down; shifted by look-ahead
    fall = _ramp(_LOOK_AHEAD)
    rise = 1 - _ramp(_RELEASE)
    for start, end in _merged(speech):
        stop = min(end, frames)
        level[start : start + _LOOK_AHEAD] = fall
        level[start + _LOOK_AHEAD : stop + _LOOK_AHEAD] = 1
        level[stop + _LOOK_AHEAD : stop + _LOOK_AHEAD + _RELEASE] = rise
    gain: NDArray[np.float32] = np.power(np.float32(10.0), level[_LOOK_AHEAD:][:frames] * np.float32(depth_db / 20))
    return gain


def _merged(speech: list[Interval]) -> list[Interval]:
    """Intervals in order, joined where the pause between them is too short for the music to come up."""
    merged: list[Interval] = []
    for start, end in sorted(speech):
        if merged and start - merged[-1][1] < _SHORTEST_RISE:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _ramp(length: int) -> NDArray[np.float32]:
    """A smooth way from 0 to 1 (raised cosine)."""
    return (0.5 - 0.5 * np.cos(np.linspace(0, np.pi, length, endpoint=False))).astype(np.float32)


def _placed(clip: AudioClip, reader: MediaReader, frames: int) -> tuple[int, Samples]:
    """Where a clip starts and its stereo sound: gain and fades applied, cut at the clip's and the sequence's end."""
    start = min(samples_from_ticks(clip.start_ticks), frames)
    sound = load_wave(reader, clip.audio)
    if sound.shape[0] not in (1, 2):
        raise MediaError(
            "A sound of {channels} channels cannot be mixed.", channels=sound.shape[0], hint="Use mono or stereo."
        )
    room = min(samples_from_ticks(clip.end_ticks), frames) - start
    kept = np.repeat(sound[:, :room], 2, axis=0) if sound.shape[0] == 1 else sound[:, :room].copy()
    kept *= np.float32(10 ** (clip.gain_db / 20))
    fade = samples_from_ticks(clip.fade_out_ticks)
    if sound.shape[1] > room:
        fade = max(fade, _CUT_FADE)
    fade = min(fade, kept.shape[1])
    if fade:
        kept[:, -fade:] *= 1 - _ramp(fade)
    return start, kept
