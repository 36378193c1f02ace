"""Subtitle files beside an ad: SRT text written by pysubs2."""

from __future__ import annotations

from collections.abc import Iterable

import pysubs2

from admaker_desktop.ad.deliverable import Cue
from admaker_desktop.media.text.breaking import balanced, words_of

MAX_CHARS = 42
"""Longest line of a subtitle (ACC-01)."""
_NO_TAGS = str.maketrans("{}", "()")
"""Braces would be read as styling and dropped."""


def srt_text(cues: Iterable[Cue]) -> str:
    """The cues as SRT, lines of at most 42 characters where words allow, times in ms; write it as UTF-8."""
    file = pysubs2.SSAFile()
    for cue in cues:
        event = pysubs2.SSAEvent(start=round(cue.start_s * 1000), end=round(cue.end_s * 1000))
        event.plaintext = "\n".join(_lines(cue.text.translate(_NO_TAGS)))
        file.append(event)
    return file.to_string("srt")


def _lines(text: str) -> tuple[str, ...]:
    """One line, or as few balanced ones as keep to the limit."""
    words = words_of(text)
    if not words:
        return ()
    for count in range(1, len(words)):
        lines = balanced(words, [len(word) for word in words], 1, count, MAX_CHARS).lines
        if all(len(line) <= MAX_CHARS for line in lines):
            return lines
    return words
