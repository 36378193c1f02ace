"""Commands that check: preflight of any file, verify of a project, doctor of this machine."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Annotated

import typer

from admaker_desktop.ad.base import IN_WORDS
from admaker_desktop.cli.guard import FAILED, guarded
from admaker_desktop.cli.options import AsJson, Project
from admaker_desktop.cli.output import table, write_json
from admaker_desktop.engine.values import jsonable
from admaker_desktop.project.file import ProjectFile
from admaker_desktop.services.doctor import examine
from admaker_desktop.services.preflight import preflight_file
from admaker_desktop.services.projects import project_path
from admaker_desktop.services.studio import Studio
from admaker_desktop.services.verify import verify_project


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    app.command()(preflight)
    app.command()(verify)
    app.command()(doctor)


@guarded
def preflight(
    file: Annotated[Path, typer.Argument(help="Any media file.")],
    preset: Annotated[str, typer.Option("--preset", help="The placement whose rules count.")],
    as_json: AsJson = False,
) -> None:
    """Measure a file against a placement's rules; exit code 1 when something blocks."""
    findings = preflight_file(file, preset)
    ok = all(finding.severity != "block" for finding in findings)
    if as_json:
        write_json({"ok": ok, "preset": preset, "findings": [jsonable(finding, IN_WORDS) for finding in findings]})
    elif findings:
        rows = [
            (f.severity, f.rule, f.basis, str(f.measured), str(f.limit), str(f.source), str(f.fix)) for f in findings
        ]
        table(("", "rule", "basis", "measured", "limit", "source", "what to do"), rows)
    else:
        print(f"{file.name}: no issue found against {preset}.")
    if not ok:
        raise typer.Exit(FAILED)


@guarded
def verify(project: Project, as_json: AsJson = False) -> None:
    """Check a project: the database, and every media file against its SHA-256."""
    with Studio(), contextlib.closing(ProjectFile.open(project_path(project))) as opened:
        report = verify_project(opened)
    if as_json:
        problems = [problem.text() for problem in report.problems]
        write_json({"ok": report.ok, "project": str(report.project), "files": report.files, "problems": problems})
    else:
        for problem in report.problems:
            print(problem)
        print(f"{report.files} media files checked, {len(report.problems)} problems.")
    if not report.ok:
        raise typer.Exit(FAILED)


@guarded
def doctor(as_json: AsJson = False) -> None:
    """Say what works on this machine: type, pictures, voice, codecs, disk, database."""
    checks = examine()
    ok = all(check.ok for check in checks)
    if as_json:
        facts = [{"name": c.name.text(), "ok": c.ok, "detail": c.detail.text(), "fix": c.fix.text()} for c in checks]
        write_json({"ok": ok, "checks": facts})
    else:
        table(
            ("", "check", "found"),
            [("ok" if c.ok else "NO", c.name.text(), f"{c.detail} {c.fix}".strip()) for c in checks],
        )
    if not ok:
        raise typer.Exit(FAILED)
