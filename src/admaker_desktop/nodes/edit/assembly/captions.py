"""Captions: spoken words in short chunks, each shown from its first word's mark."""

from __future__ import annotations

from dataclasses import dataclass

from admaker_desktop.ad.deliverable import Word
from admaker_desktop.core.ticks import s_from_ticks, ticks_from_s
from admaker_desktop.media.text.breaking import NO_BREAK_SPACE, ends_phrase, is_weak, tie
from admaker_desktop.nodes.edit.assembly.parts import CutParts
from admaker_desktop.nodes.edit.assembly.sound import Spoken
from admaker_desktop.timeline.model import CaptionWord

MAX_LINES = 2
NARROW_CHARS = 26
"""Longest line in frames that are not wide (ACC-01 allows 28)."""
WIDE_CHARS = 42
"""Longest line in wide frames (ACC-01)."""
MAX_WORDS = 7
LINGER_S = 0.25
"""How long a caption may stay after its last word."""
SHORTEST_S = 0.5
_GAP_FRAMES = 2
_EASY_S = 0.9
"""Shorter chunks are hard to read: joined with a neighbour where possible."""
_PAUSE_S = 0.3
_GOOD_WORDS = 4.5


@dataclass(frozen=True, slots=True)
class CaptionSpan:
    """A caption before it is laid out."""

    words: tuple[CaptionWord, ...]
    start_ticks: int
    end_ticks: int

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


def caption_spans(parts: CutParts, spoken: tuple[Spoken, ...]) -> tuple[CaptionSpan, ...]:
    """The captions of the whole ad in order, never two at a time."""
    chunks = [chunk for item in spoken for chunk in _chunks(_marked_words(parts, item))]
    total, frame = parts.rate.ticks_at(parts.frames), parts.rate.frame_ticks
    starts: list[int] = []
    for chunk in chunks:
        start = parts.rate.snap(chunk[0].start_ticks)
        starts.append(max(start, starts[-1] + frame) if starts else start)
    spans = []
    for chunk, start, following in zip(chunks, starts, [*starts, total][1:], strict=True):
        if start >= total:
            break
        end = max(chunk[-1].end_ticks + ticks_from_s(LINGER_S), start + ticks_from_s(SHORTEST_S))
        end = parts.rate.ticks_at(parts.rate.frames_in(end))
        if following - end < _GAP_FRAMES * frame:
            end = following
        spans.append(CaptionSpan(tuple(chunk), start, min(end, total)))
    return tuple(spans)


def _marked_words(parts: CutParts, item: Spoken) -> list[CaptionWord]:
    """The words that are heard, in ticks of the sequence; lone signs joined to the word they belong to."""
    offset = parts.rate.ticks_at(item.start_frame)
    marked: list[CaptionWord] = []
    opening = ""
    for word in _words_of(item):
        start, end = (offset + ticks_from_s(max(0.0, mark)) for mark in (word.start_s, word.end_s))
        end = min(end, offset + item.duration_ticks)
        text = tie(word.text).replace(" ", NO_BREAK_SPACE)
        if not text or start >= offset + item.duration_ticks:
            continue
        if text in ("«", "“", "(", "¿"):
            opening = f"{text}{NO_BREAK_SPACE}" if text == "«" else text
        elif marked and not any(character.isalnum() for character in text):
            last = marked[-1]
            marked[-1] = CaptionWord(
                text=f"{last.text}{NO_BREAK_SPACE}{text}",
                start_ticks=last.start_ticks,
                end_ticks=max(last.end_ticks, end),
            )
        else:
            start = max(start, marked[-1].end_ticks) if marked else start
            marked.append(CaptionWord(text=opening + text, start_ticks=start, end_ticks=max(start, end)))
            opening = ""
    return marked


def _words_of(item: Spoken) -> tuple[Word, ...]:
    """The synthesiser's marks; for a voice that gives none, the written words by their share of letters."""
    if item.take.words:
        return item.take.words
    texts = item.line.text.split()
    letters = sum(len(text) + 1 for text in texts)
    seconds = s_from_ticks(item.duration_ticks)
    words, at = [], 0
    for text in texts:
        words.append(
            Word(text=text, start_s=seconds * at / letters, end_s=seconds * (at + len(text) + 1) / letters)
        )  # fmt: skip
        at += len(text) + 1
    return tuple(words)


def _chunks(words: list[CaptionWord]) -> list[list[CaptionWord]]:
    """A line's words in chunks of at most two short lines, parted at the best places."""
    total = len(words)
    best: list[tuple[float, int]] = [(0.0, 0)] + [(float("inf"), 0)] * total
    for last in range(1, total + 1):
        for first in range(max(0, last - MAX_WORDS), last):
            chunk = words[first:last]
            if len(chunk) > 1 and not _wraps([word.text for word in chunk]):
                continue
            cost = best[first][0] + _chunk_cost(chunk, words[last] if last < total else None)
            if cost < best[last][0]:
                best[last] = (cost, first)
    chunks: list[list[CaptionWord]] = []
    last = total
    while last > 0:
        first = best[last][1]
        chunks.append(words[first:last])
        last = first
    return chunks[::-1]


def _wraps(texts: list[str]) -> bool:
    """Whether the words fill at most two lines of the narrow limit."""
    lines, room = 1, NARROW_CHARS
    for text in texts:
        if len(text) > room and room < NARROW_CHARS:
            lines, room = lines + 1, NARROW_CHARS
        room -= len(text) + 1
    return lines <= MAX_LINES


def _chunk_cost(chunk: list[CaptionWord], following: CaptionWord | None) -> float:
    """How badly a chunk reads: its length, its time on screen, and where it ends."""
    cost = 1.0 + ((len(chunk) - _GOOD_WORDS) / 3) ** 2
    shown_s = s_from_ticks((following or chunk[-1]).start_ticks - chunk[0].start_ticks)
    if following is None:
        shown_s = s_from_ticks(chunk[-1].end_ticks - chunk[0].start_ticks) + LINGER_S
    cost += 2.0 * max(0.0, _EASY_S - shown_s)
    if following is None:
        return cost
    if ends_phrase(chunk[-1].text):
        cost -= 1.2
    elif is_weak(chunk[-1].text):
        cost += 1.5
    if s_from_ticks(following.start_ticks - chunk[-1].end_ticks) >= _PAUSE_S:
        cost -= 0.8
    # A full stop or a pause inside a chunk is worse than a short chunk.
    return cost + 0.9 * sum(word.text[-1:] in tuple(".!?…") for word in chunk[:-1])
