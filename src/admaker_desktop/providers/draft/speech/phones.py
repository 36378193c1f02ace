"""Phonemes as the voice models take them: token ids with their owners, in parts that a model can speak at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from admaker_desktop.providers.draft.speech.text import Mark, SpokenWord

_SILENT = -1
_MODEL_LAG_S = 0.08
"""Both models sound this much before their durations say; found with a forced aligner on Kokoro (0.082, 0.092 s)."""


@dataclass(frozen=True, slots=True)
class Phones:
    """Token ids between two pads (0), with the spoken word that each belongs to."""

    ids: tuple[int, ...]
    words: tuple[int, ...]
    """Index into the spoken words, -1 for pads, spaces and punctuation."""

    @property
    def style_row(self) -> int:
        """Row of a Kokoro voice style: the number of tokens without pads, less one."""
        return min(max(len(self.ids) - 3, 0), 509)


def phones_of(
    words: Sequence[SpokenWord], phonemes: Sequence[str], vocabulary: Mapping[str, int], most: int
) -> list[Phones]:
    """All words in as few parts of at most `most` tokens as possible, cut after sentences, clauses or words."""
    spelled = [[vocabulary[sign] for sign in sounds if sign in vocabulary and sign != " "] for sounds in phonemes]
    parts: list[Phones] = []
    start = 0
    while start < len(words):
        end = _part_end(words, spelled, start, most)
        parts.append(_part(words, spelled, vocabulary, start, end))
        start = end
    return [part for part in parts if len(part.ids) > 2]


def _part_end(words: Sequence[SpokenWord], spelled: Sequence[Sequence[int]], start: int, most: int) -> int:
    size, end = 2, start
    while end < len(words) and size + len(spelled[end]) + 2 <= most:
        size += len(spelled[end]) + 2
        end += 1
    if end == len(words):
        return end
    for pauses in (".!?…", ",;:—"):
        for index in range(end, start, -1):
            if words[index - 1].pause and words[index - 1].pause in pauses:
                return index
    return max(end, start + 1)


def _part(
    words: Sequence[SpokenWord], spelled: Sequence[Sequence[int]], vocabulary: Mapping[str, int], start: int, end: int
) -> Phones:
    ids, owners = [0], [_SILENT]
    for index in range(start, end):
        if not spelled[index]:
            continue
        ids += spelled[index]
        owners += [index] * len(spelled[index])
        pause = words[index].pause
        if pause in vocabulary:
            ids.append(vocabulary[pause])
            owners.append(_SILENT)
        if index + 1 < end:
            ids.append(vocabulary[" "])
            owners.append(_SILENT)
    return Phones((*ids, 0), (*owners, _SILENT))


def marks_of(phones: Phones, words: Sequence[SpokenWord], durations: NDArray[np.float32], frame_s: float) -> list[Mark]:
    """When each word sounds, from the model's own frames per token."""
    edges = np.concatenate(([0.0], np.cumsum(durations, dtype=np.float64))) * frame_s - _MODEL_LAG_S
    places = np.array(phones.words)
    marks = []
    for index in sorted(set(phones.words) - {_SILENT}):
        tokens = np.flatnonzero(places == index)
        marks.append(Mark(words[index].owner, max(0.0, float(edges[tokens[0]])), float(edges[tokens[-1] + 1])))
    return marks
