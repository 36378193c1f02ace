"""The clock of a script: a tempo whose beats carry the end card, and slots for the spoken lines on its beats."""

from __future__ import annotations

from dataclasses import dataclass

from admaker_desktop.ad.brand import Mood
from admaker_desktop.ad.script import MusicPlan
from admaker_desktop.core.ticks import TICKS_PER_SECOND, ticks_from_s

GAP_S = 0.2
FIRST_VOICE_S = 0.3
_TAIL_S = 0.25
_MOOD_BPM: dict[Mood, float] = {"calm": 88, "tender": 92, "warm": 98, "precise": 106, "bright": 114, "bold": 118}
_BPM_MIN, _BPM_MAX = 86.0, 124.0
_END_CARD_S = (2.5, 4.0)
_SHORT_S = 10.0
_SLACK = 1.12
"""A slot is at least this much longer than the estimated reading: what nine lines in ten need (see spoken_s)."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a line may be spoken, in ticks."""

    start_ticks: int
    end_ticks: int


def plan_music(total_s: float, call_s: float, end_card_min_s: float, mood: Mood, seed: int) -> MusicPlan:
    """Tempo and end card of an ad: the card starts on a whole beat (a bar where one is near), the last line fits on it.

    `call_s` is the estimated length of the last spoken line.
    """
    total = ticks_from_s(total_s)
    usual = _END_CARD_S[0] if total_s >= _SHORT_S else 2.0
    shortest = max(end_card_min_s, usual, call_s * _SLACK + _TAIL_S)
    shortest = min(shortest, total_s * (0.42 if total_s >= _SHORT_S else 0.5))
    shortest = max(shortest, min(end_card_min_s, total_s * 0.7))
    longest = max(shortest + 0.6, min(_END_CARD_S[1], total_s * 0.3))
    target_bpm = _MOOD_BPM[mood] + seed % 5 - 2
    choices = []
    for beats in range(2, int(total_s * _BPM_MAX / 60) + 1):
        for step in range(7):
            card_s = shortest + (longest - shortest) * step / 6
            bpm = beats * 60 / (total_s - card_s)
            if _BPM_MIN <= bpm <= _BPM_MAX:
                off_bar = 0 if beats % 4 == 0 else 3 if beats % 2 == 0 else 8
                longer = step / 6 * (6 if total_s >= _SHORT_S else 40)
                choices.append((abs(bpm - target_bpm) + off_bar + longer, beats, card_s))
    if choices:
        _, beats, card_s = min(choices)
    else:  # a spot of a second or two: one beat, whatever its tempo
        beats, card_s = 1, shortest
    beat = round((total_s - card_s) * TICKS_PER_SECOND / beats)
    return MusicPlan(
        total_ticks=total,
        end_card_ticks=beats * beat,
        bpm=TICKS_PER_SECOND * 60 / beat,
        mood=mood,
        seed=seed,
    )


def lay_lines(lengths_s: tuple[float, ...], music: MusicPlan) -> tuple[Slot, ...] | None:
    """Slots for spoken lines, the last of them on the end card; None when they do not fit before it.

    Starts lie on beats (the first a breath after 0); slots leave 0.2 s between them and never overlap.
    """
    *body, call = lengths_s
    gap = ticks_from_s(GAP_S)
    needs = [ticks_from_s(length * _SLACK) + gap for length in body]
    first, card, beat = ticks_from_s(FIRST_VOICE_S), music.end_card_ticks, music.beat_ticks
    spare = card - first - sum(needs)
    if spare < 0:
        return None
    starts, at = [first] if needs else [], float(first)
    for need in needs[:-1]:
        at += need + spare * need / sum(needs)
        earliest = -(-(starts[-1] + needs[len(starts) - 1]) // beat) * beat
        starts.append(max(earliest, round(at / beat) * beat))
    if needs and starts[-1] + needs[-1] > card:
        starts = _earliest(first, needs, beat)
        if starts[-1] + needs[-1] > card:
            return None
    ends = [start - gap for start in (*starts[1:], card)] if needs else []
    last = Slot(card, music.total_ticks - min(gap, (music.total_ticks - card) // 4))
    if needs and ticks_from_s(call) > last.end_ticks - last.start_ticks and starts[-1] + needs[-1] <= card - beat:
        last = Slot(card - beat, last.end_ticks)
        ends[-1] = card - beat - gap
    return (*(Slot(start, end) for start, end in zip(starts, ends, strict=True)), last)


def _earliest(first: int, needs: list[int], beat: int) -> list[int]:
    starts = [first]
    for need in needs[:-1]:
        starts.append(-(-(starts[-1] + need) // beat) * beat)
    return starts
