"""The captions of a cut as cues for subtitle files and reports."""

from __future__ import annotations

from admaker_desktop.ad.deliverable import Cue
from admaker_desktop.core.ticks import s_from_ticks
from admaker_desktop.timeline.model import Sequence


def cues(sequence: Sequence) -> tuple[Cue, ...]:
    """Every caption in order, in seconds of the sequence."""
    return tuple(
        Cue(text=clip.text, start_s=s_from_ticks(clip.start_ticks), end_s=s_from_ticks(clip.end_ticks))
        for clip in sequence.captions
    )
