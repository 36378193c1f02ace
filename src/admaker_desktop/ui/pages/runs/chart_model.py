"""A run's steps as rows of bars over time: by node with fan-outs merged, or by lane with steps stacked. No Qt."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from admaker_desktop.core.messages import NOTHING, Message
from admaker_desktop.services.history import StepRecord

BarState = Literal["running", "done", "cached", "failed", "cancelled", "waiting"]
LANES = ("cpu", "network", "gpu", "export")
_TICKS_S = (0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600)
_SHORTEST_S = 0.5
_ROOM = 1.04
"""A little air behind the last bar."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of work; seconds from the start of the run."""

    node: str
    type: str
    state: BarState
    start_s: float
    end_s: float | None
    """None while it runs."""
    items: int = 1
    """How many steps it stands for."""
    done: int = 0
    failed: int = 0
    cached: int = 0
    marks_s: tuple[float, ...] = ()
    """Where single items ended."""
    track: int = 0
    """Which of the row's lines it lies on."""
    message: Message = NOTHING
    hint: Message = NOTHING


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the chart: a node, or a lane (`node` empty)."""

    key: str
    node: str
    type: str
    items: int
    state: BarState
    bars: tuple[Bar, ...]
    tracks: int = 1


def rows_by_node(
    steps: Iterable[StepRecord], started_at: float, waiting: Iterable[tuple[str, str]] = ()
) -> tuple[Row, ...]:
    """A row a node in the order in which they began; behind them the `(node, type)` that have not."""
    groups: dict[str, list[StepRecord]] = {}
    for step in steps:
        groups.setdefault(step.node, []).append(step)
    rows = [_node_row(node, group, started_at) for node, group in groups.items()]
    rows.extend(Row(node, node, kind, 1, "waiting", ()) for node, kind in waiting if node not in groups)
    return tuple(rows)


def rows_by_lane(steps: Iterable[StepRecord], started_at: float) -> tuple[Row, ...]:
    """A row a lane; steps that ran at the same time lie on tracks above each other. Cached steps took no lane."""
    groups: dict[str, list[StepRecord]] = {lane: [] for lane in LANES}
    for step in steps:
        if step.state != "cached":
            groups.setdefault(step.lane or "cpu", []).append(step)
    return tuple(_lane_row(lane, group, started_at) for lane, group in groups.items())


def span_of(rows: Sequence[Row], run_s: float, left_s: float | None) -> float:
    """How many seconds the chart shows; for a live run up to its expected end, in whole ticks so that it rests."""
    ends = [bar.end_s for row in rows for bar in row.bars if bar.end_s is not None]
    end = max([run_s, *ends])
    if left_s is None:
        return max(_SHORTEST_S, end * _ROOM)
    expected = max(_SHORTEST_S, (end + left_s) * _ROOM)
    step = tick_step(expected, 10)
    return math.ceil(expected / step) * step


def tick_step(span_s: float, most: int) -> float:
    """The smallest round number of seconds that puts no more than `most` ticks into a span."""
    for step in _TICKS_S:
        if span_s / step <= most:
            return float(step)
    return math.ceil(span_s / most / 3600) * 3600.0


def _node_row(node: str, steps: list[StepRecord], started_at: float) -> Row:
    items = max(step.items for step in steps)
    bar = _merged(node, steps, started_at)
    return Row(node, node, steps[0].type, items, bar.state, (bar,))


def _merged(node: str, steps: list[StepRecord], started_at: float) -> Bar:
    worked = [step for step in steps if step.state != "cached"] or steps
    ends = [step.ended_at - started_at for step in worked if step.ended_at is not None]
    failed = [step for step in steps if step.state == "failed"]
    counts = _count(steps)
    return Bar(
        node=node,
        type=steps[0].type,
        state=_state_of(counts, is_open=len(ends) < len(worked)),
        start_s=max(0.0, min(step.started_at for step in worked) - started_at),
        end_s=max(0.0, *ends) if len(ends) == len(worked) else None,
        items=max(len(steps), steps[0].items),
        done=counts.get("done", 0),
        failed=len(failed),
        cached=counts.get("cached", 0),
        marks_s=tuple(sorted(ends)) if len(worked) > 1 else (),
        message=failed[0].message if failed else NOTHING,
        hint=failed[0].hint if failed else NOTHING,
    )


def _count(steps: Iterable[StepRecord]) -> Mapping[str, int]:
    counts: dict[str, int] = {}
    for step in steps:
        counts[step.state] = counts.get(step.state, 0) + 1
    return counts


def _state_of(counts: Mapping[str, int], *, is_open: bool) -> BarState:
    if is_open:
        return "running"
    for state in ("failed", "cancelled", "done"):
        if counts.get(state):
            return state
    return "cached"


def _lane_row(lane: str, steps: list[StepRecord], started_at: float) -> Row:
    free_at: list[float] = []
    bars = []
    for step in sorted(steps, key=lambda step: step.started_at):
        start = max(0.0, step.started_at - started_at)
        end = None if step.ended_at is None else step.ended_at - started_at
        track = next((index for index, free in enumerate(free_at) if free <= start), len(free_at))
        if track == len(free_at):
            free_at.append(0.0)
        free_at[track] = math.inf if end is None else end
        bars.append(
            Bar(
                step.node,
                step.type,
                step.state,
                start,
                end,
                failed=int(step.state == "failed"),
                done=int(step.state == "done"),
                track=track,
                message=step.message,
                hint=step.hint,
            )
        )
    state: BarState = "running" if any(bar.end_s is None for bar in bars) else "done" if bars else "waiting"
    return Row(lane, "", "", 1, state, tuple(bars), max(1, len(free_at)))
