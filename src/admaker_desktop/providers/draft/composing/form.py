"""The form of a piece: where its bars, sections and entries lie, counted back from the hit."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from admaker_desktop.ad.script import MusicPlan
from admaker_desktop.core.ticks import s_from_ticks

BEATS_PER_BAR = 4
STEPS_PER_BEAT = 4
_ON_THE_BEAT_S = 0.02  # a hit this near to a beat is meant to be on it
_LONG_FORM_BARS = 14  # from here on the piece takes a breath before its last rise
_BREAK_BARS = 2
_LONGEST_STEP = 2 * BEATS_PER_BAR  # between two entries
_ENTRIES_SPAN = 0.8  # of the build: the last part has a while to be heard before the lift


@dataclass(frozen=True, slots=True)
class Span:
    """Some beats that share one chord: from `beat` for `beats`."""

    beat: int
    beats: int

    @property
    def end(self) -> int:
        return self.beat + self.beats


@dataclass(frozen=True, slots=True)
class Form:
    """Beat 0 is at 0 s. The hit is a downbeat: bars are counted back from it, what remains is a pick-up bar.

    Where the hit does not lie on a beat, the last beats before it stay on the grid and the riser fills the rest.
    """

    total_s: float
    hit_s: float
    beat_s: float
    hit_beat: int
    """Whole beats before the hit."""
    bars: tuple[Span, ...]
    intro_beats: int
    lift_beat: int
    """Where the riser starts."""
    pause: Span | None
    """Where bass and drums are silent in a long piece."""

    @classmethod
    def of(cls, plan: MusicPlan) -> Form:
        """The form for a plan: any length, any end card within it."""
        total_s = s_from_ticks(plan.total_ticks)
        hit_s = min(s_from_ticks(plan.end_card_ticks), total_s)
        beat_s = 60 / plan.bpm
        hit_beat = math.floor((hit_s + _ON_THE_BEAT_S) / beat_s)
        bars = _bars(hit_beat)
        lift_beat = _lift(bars, hit_beat)
        return cls(
            total_s=total_s,
            hit_s=hit_s,
            beat_s=beat_s,
            hit_beat=hit_beat,
            bars=bars,
            intro_beats=min(lift_beat, _intro_beats(bars)),
            lift_beat=lift_beat,
            pause=_pause(bars),
        )

    def at(self, beat: float) -> float:
        """The second at which a beat sounds; the hit's own beat is the hit."""
        return self.hit_s if beat == self.hit_beat else beat * self.beat_s

    def steps(self, pattern: str, span: Span) -> Iterator[tuple[int, str]]:
        """The sounding sixteenths of a span with their marks: the pattern is one bar, its end falls on the hit."""
        per_bar = len(pattern)
        shift = (span.beat - self.hit_beat) * STEPS_PER_BEAT
        for step in range(span.beats * STEPS_PER_BEAT):
            mark = pattern[(step + shift) % per_bar]
            if mark != ".":
                yield step, mark

    @property
    def chord_spans(self) -> tuple[Span, ...]:
        """Bars, or half bars where the piece has too few bars for a progression."""
        if len(self.bars) > 3:
            return self.bars
        halves = BEATS_PER_BAR // 2
        return tuple(
            part
            for bar in self.bars
            for part in (
                (Span(bar.beat, bar.beats - halves), Span(bar.end - halves, halves)) if bar.beats > halves else (bar,)
            )
        )

    def entry_beat(self, group: int, groups: int) -> int:
        """Where a group of parts comes in: one after another from the intro's end on, all of them before the lift.

        On a bar line where there is room, else on a half bar, in a very short piece on a beat.
        """
        step = min(_LONGEST_STEP, (self.lift_beat - self.intro_beats) * _ENTRIES_SPAN / max(1, groups - 1))
        grid = next((grid for grid in (BEATS_PER_BAR, BEATS_PER_BAR // 2) if step >= grid), 1)
        before_hit = self.hit_beat - self.intro_beats - step * group
        return max(self.intro_beats, self.hit_beat - grid * round(before_hit / grid))


def _bars(beats: int) -> tuple[Span, ...]:
    """Bars of four counted back from the hit; one beat left over lengthens the first bar, two or three are a bar."""
    first = beats % BEATS_PER_BAR
    if first == 1 and beats > BEATS_PER_BAR:
        first += BEATS_PER_BAR
    starts = [0] if first else []
    starts += range(first, beats, BEATS_PER_BAR)
    return tuple(Span(start, end - start) for start, end in pairwise([*starts, beats]))


def _lift(bars: tuple[Span, ...], hit_beat: int) -> int:
    """The last bar, the last two of a long piece, half of a very short one."""
    if len(bars) >= _LONG_FORM_BARS:
        return bars[-2].beat
    if len(bars) > 2:
        return bars[-1].beat
    return max(0, hit_beat - 2)


def _intro_beats(bars: tuple[Span, ...]) -> int:
    """How long pad and arpeggio are alone: to the bar line nearest to one, two or four bars, of two the later."""
    if len(bars) <= 2:
        return 2
    wanted = BEATS_PER_BAR * (1 if len(bars) < 8 else 2 if len(bars) < _LONG_FORM_BARS else 4)
    return min((bar.end for bar in bars), key=lambda end: (abs(end - wanted), -end))


def _pause(bars: tuple[Span, ...]) -> Span | None:
    """Two bars at two thirds of a long piece."""
    if len(bars) < _LONG_FORM_BARS:
        return None
    first = bars[len(bars) * 2 // 3]
    return Span(first.beat, _BREAK_BARS * BEATS_PER_BAR)
