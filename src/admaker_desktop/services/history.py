"""Runs as people look at them: the story of a run in lines, and what failed and still needs somebody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from admaker_desktop.core.messages import NOTHING, Message, msg
from admaker_desktop.project.run_history import NoteRecord, RunHistory, RunRecord, StepRecord

__all__ = [
    "LogLine",
    "Need",
    "NoteRecord",
    "RunRecord",
    "RunStory",
    "StepRecord",
    "find_needs",
    "needs_of",
    "read_story",
    "run_json",
    "tell",
]

LogLevel = Literal["info", "done", "warning", "error"]
_PROJECTS_LOOKED_AT = 8
"""Of how many projects the newest run is asked for what failed in it."""
_QUICK_S = 1.0
"""A shorter step has one line: its end."""


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of a run's log; `at` in Unix seconds, `node` empty for the engine's own."""

    at: float
    level: LogLevel
    node: str
    type: str
    message: Message
    hint: Message = NOTHING


@dataclass(frozen=True, slots=True)
class Need:
    """Something that failed and that only a person can mend: one node of one run."""

    run: RunRecord
    node: str
    type: str
    steps: int
    """How many of the node's items failed for this reason."""
    items: int
    message: Message
    hint: Message
    at: float


@dataclass(frozen=True, slots=True)
class RunStory:
    """All that is known of one run."""

    run: RunRecord
    steps: tuple[StepRecord, ...]
    lines: tuple[LogLine, ...]
    """Newest first."""


def read_story(history: RunHistory, run_id: str) -> RunStory | None:
    """The story of a run, None when the journal does not know it; any thread but the GUI's (reads a file)."""
    run = history.find_run(run_id)
    if run is None:
        return None
    steps = history.steps(run_id)
    return RunStory(run, steps, tell(run, steps, history.notes(run_id)))


def tell(run: RunRecord, steps: Iterable[StepRecord], notes: Iterable[NoteRecord]) -> tuple[LogLine, ...]:
    """A run's log, newest line first."""
    steps = tuple(steps)
    types = {step.node: step.type for step in steps}
    lines = [LogLine(run.started_at, "info", "", "", _beginning(run))]
    lines.extend(_cached_lines(steps))
    for step in steps:
        if step.state != "cached":
            lines.extend(_step_lines(step))
    lines.extend(LogLine(note.at, note.level, note.node, types.get(note.node, ""), note.message) for note in notes)
    if run.ended_at is not None:
        lines.append(LogLine(run.ended_at, *_ending(run)))
    return tuple(sorted(lines, key=lambda line: line.at)[::-1])


def needs_of(story: RunStory) -> tuple[Need, ...]:
    """What failed in a run, equal reasons of one node together."""
    needs: dict[tuple[str, Message, Message], Need] = {}
    for step in story.steps:
        if step.state == "failed":
            place = (step.node, step.message, step.hint)
            count = needs[place].steps + 1 if place in needs else 1
            at = step.ended_at or step.started_at
            needs[place] = Need(story.run, step.node, step.type, count, step.items, step.message, step.hint, at)
    return tuple(needs.values())


def find_needs(history: RunHistory, runs: Iterable[RunRecord]) -> tuple[Need, ...]:
    """What failed in the newest run of each project and has not been mended since; any thread but the GUI's."""
    newest: dict[str, RunRecord] = {}
    for run in runs:
        newest.setdefault(run.project, run)
    needs: list[Need] = []
    for run in list(newest.values())[:_PROJECTS_LOOKED_AT]:
        if run.failed and run.state in ("failed", "running"):
            needs.extend(needs_of(RunStory(run, history.steps(run.id), ())))
    return tuple(needs)


def run_json(run: RunRecord) -> dict[str, Any]:
    """A run as `admaker runs` lists it."""
    return {
        "run": run.id,
        "number": run.number,
        "state": run.state,
        "target": run.target,
        "started_at": run.started_at,
        "ended_at": run.ended_at,
        "seconds": run.seconds,
        "steps": {"run": run.ran, "cached": run.cached, "failed": run.failed},
    }


def _beginning(run: RunRecord) -> Message:
    if run.target:
        return msg("Run #{number} starts: what {node} needs.", number=run.number, node=run.target)
    return msg("Run #{number} starts.", number=run.number)


def _ending(run: RunRecord) -> tuple[LogLevel, str, str, Message]:
    seconds, ran, cached = f"{run.seconds or 0.0:.1f}", run.ran, run.cached
    if run.state == "done":
        words = msg(
            "Finished in {seconds} s: {ran} steps made, {cached} from cache.",
            seconds=seconds,
            ran=ran,
            cached=cached,
        )
        return "done", "", "", words
    if run.state == "failed":
        words = msg(
            "Ended after {seconds} s: {ran} steps made, {cached} from cache, {failed} failed.",
            seconds=seconds,
            ran=ran,
            cached=cached,
            failed=run.failed,
        )
        return "error", "", "", words
    return "warning", "", "", msg("Stopped after {seconds} s. What was finished is kept.", seconds=seconds)


def _cached_lines(steps: tuple[StepRecord, ...]) -> Iterator[LogLine]:
    found: dict[str, list[StepRecord]] = {}
    for step in steps:
        if step.state == "cached":
            found.setdefault(step.node, []).append(step)
    for node, cached in found.items():
        first = cached[0]
        words = msg("From cache.")
        if first.items > 1:
            words = msg("{count} of {items} items from cache.", count=len(cached), items=first.items)
        yield LogLine(first.started_at, "info", node, first.type, words)


def _step_lines(step: StepRecord) -> Iterator[LogLine]:
    if step.seconds is None or step.seconds > _QUICK_S:
        yield LogLine(step.started_at, "info", step.node, step.type, _starting(step))
    if step.ended_at is None:
        return
    if step.state == "failed":
        yield LogLine(step.ended_at, "error", step.node, step.type, step.message, step.hint)
    elif step.state == "done":
        yield LogLine(step.ended_at, "done", step.node, step.type, _made(step))
    else:
        yield LogLine(step.ended_at, "warning", step.node, step.type, msg("Stopped."))


def _starting(step: StepRecord) -> Message:
    if step.items == 1:
        return msg("Starts.")
    return msg("Item {item} of {items} starts.", item=step.item + 1, items=step.items)


def _made(step: StepRecord) -> Message:
    seconds = f"{step.seconds or 0.0:.2f}"
    if step.items == 1:
        return msg("Made in {seconds} s.", seconds=seconds)
    return msg("Item {item} of {items} made in {seconds} s.", item=step.item + 1, items=step.items, seconds=seconds)
