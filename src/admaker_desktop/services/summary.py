"""What a run has delivered: the facts that the command line prints and the window will show."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from admaker_desktop.ad.brief import Brief
from admaker_desktop.ad.deliverable import AdFile, Cue
from admaker_desktop.core.messages import Message, msg
from admaker_desktop.core.money import FREE, Money
from admaker_desktop.engine.runner import RunReport, StepSpan


@dataclass(frozen=True, slots=True)
class DeliveredFile:
    """An ad file at its place, with what lies beside it."""

    path: Path
    captions: Path
    thumbnail: Path
    file: AdFile


@dataclass(frozen=True, slots=True)
class NotMade:
    """Something that the brief asks for and this run has not made."""

    what: Message
    command: str
    """What makes it; empty when nothing can yet."""


@dataclass(frozen=True, slots=True)
class RunSummary:
    """The result of `demo`, `run` and `export`."""

    project: Path
    language: str
    seconds: float
    report: RunReport
    files: tuple[DeliveredFile, ...]
    not_made: tuple[NotMade, ...] = ()
    cost: Money = FREE
    phases: dict[str, float] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        return not self.report.failed and bool(self.files)

    @property
    def cues(self) -> tuple[Cue, ...]:
        return self.files[0].file.cues if self.files else ()


_PHASES = {
    "strategy": "writing",
    "visual": "pictures",
    "motion": "pictures",
    "sound": "sound",
}


def phase_seconds(spans: list[StepSpan]) -> dict[str, float]:
    """Wall seconds of each phase, from its first step's start to its last one's end. Phases overlap."""
    bounds: dict[str, tuple[float, float]] = {}
    for span in spans:
        section, _, name = span.type.partition(".")
        phase = _PHASES.get(section, name)
        start, end = bounds.get(phase, (span.start_s, span.end_s))
        bounds[phase] = (min(start, span.start_s), max(end, span.end_s))
    return {phase: round(end - start, 2) for phase, (start, end) in bounds.items()}


def not_made(brief: Brief, brief_path: str, made_seconds: float) -> tuple[NotMade, ...]:
    """What else the brief asks for: other lengths and languages with the command that makes each, other media."""
    quoted = f'"{brief_path}"' if " " in brief_path else brief_path
    base = f"admaker demo --brief {quoted}"
    rest = []
    for seconds in (f"{length.seconds:g}" for length in brief.lengths if abs(length.seconds - made_seconds) > 0.01):
        rest.append(NotMade(msg("{seconds} s version", seconds=seconds), f"{base} --seconds {seconds}"))
    for language in brief.languages:
        if language != brief.language:
            rest.append(NotMade(msg("version in {language}", language=language), f"{base} --lang {language}"))
    rest.extend(NotMade(msg("{other} (no maker in this version)", other=other), "") for other in brief.other_formats)
    return tuple(rest)
