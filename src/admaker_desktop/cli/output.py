"""How the command line answers: one JSON object or readable text on stdout, everything else on stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from admaker_desktop.ad.base import IN_WORDS
from admaker_desktop.engine.values import jsonable
from admaker_desktop.services.summary import DeliveredFile, RunSummary


def write_json(value: Any) -> None:
    """One JSON object on one line of stdout."""
    print(json.dumps(value, ensure_ascii=False, default=str), flush=True)


def say(text: str) -> None:
    """A line for people, on stderr."""
    print(text, file=sys.stderr, flush=True)


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A plain table on stdout; columns as wide as they need."""
    lines = [tuple(headings), *(tuple(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(headings))]
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def summary_json(summary: RunSummary) -> dict[str, Any]:
    """The JSON of `demo`, `export` and the last line of `run` (keys: DESIGN.md section 8)."""
    report = summary.report
    return {
        "ok": summary.ok,
        "project": str(summary.project),
        "lang": summary.language,
        "seconds": round(summary.seconds, 3),
        "phases": summary.phases,
        "steps": {"run": report.ran, "cached": report.cached, "failed": len(report.failed)},
        "ran": sorted({span.node for span in report.spans}),
        "failed": {step: message.text() for step, message in report.failed.items()},
        "not_made": [{"what": rest.what.text(), "command": rest.command} for rest in summary.not_made],
        "files": [_file_json(delivered) for delivered in summary.files],
        "captions": [str(delivered.captions) for delivered in summary.files],
        "thumbnails": [str(delivered.thumbnail) for delivered in summary.files],
        "cues": [cue.model_dump() for cue in summary.cues],
        "cost": {"amount": str(summary.cost.amount), "currency": summary.cost.currency},
    }


def print_summary(summary: RunSummary) -> None:
    """The short table of files, then what was not made and what failed."""
    if summary.files:
        table(
            ("file", "format", "size", "length", "loudness", "peak", "checks"),
            [
                (
                    delivered.path.name,
                    delivered.file.format.aspect,
                    f"{delivered.file.measured.width_px}x{delivered.file.measured.height_px}",
                    f"{delivered.file.measured.seconds:.2f} s",
                    _figure(delivered.file.measured.lufs, "LUFS"),
                    _figure(delivered.file.measured.true_peak_dbtp, "dBTP"),
                    delivered.file.verdict,
                )
                for delivered in summary.files
            ],
        )
        print(f"in {summary.files[0].path.parent}")
    for delivered in summary.files:
        for finding in delivered.file.findings:
            if finding.severity == "block":
                print(
                    f"{delivered.path.name}: {finding.rule}: {finding.measured} (limit {finding.limit}). {finding.fix}"
                )
    for rest in summary.not_made:
        print(f"not made: {rest.what}" + (f" - make it with: {rest.command}" if rest.command else ""))
    report = summary.report
    for step, message in report.failed.items():
        say(f"{step} failed: {message}")
    say(f"{report.ran} steps run, {report.cached} cached, {len(report.failed)} failed. Draft, cost 0.00.")


def _file_json(delivered: DeliveredFile) -> dict[str, Any]:
    file = delivered.file
    return {
        "path": str(delivered.path),
        "view": file.format.aspect,
        "preset": file.format.id,
        "width_px": file.measured.width_px,
        "height_px": file.measured.height_px,
        "fps": file.measured.fps,
        "frames": file.measured.frames,
        "seconds": file.measured.seconds,
        "lufs": file.measured.lufs,
        "true_peak_dbtp": file.measured.true_peak_dbtp,
        "sha256": file.video.sha256,
        "preflight": file.verdict,
        "findings": [jsonable(finding, IN_WORDS) for finding in file.findings],
    }


def _figure(value: float | None, unit: str) -> str:
    return "silent" if value is None else f"{value:.1f} {unit}"
