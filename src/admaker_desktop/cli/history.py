"""Command about past runs: runs."""

from __future__ import annotations

import time
from typing import Annotated

import typer

from admaker_desktop.cli.guard import guarded
from admaker_desktop.cli.options import AsJson, Project
from admaker_desktop.cli.output import table, write_json
from admaker_desktop.core.errors import ProjectError
from admaker_desktop.project.state import StateDb
from admaker_desktop.services.history import RunRecord, needs_of, read_story, run_json
from admaker_desktop.services.projects import project_path
from admaker_desktop.settings.home import find_home

_MOST = 200


def add_to(app: typer.Typer) -> None:
    """Add this command."""
    app.command()(runs)


@guarded
def runs(
    project: Project,
    limit: Annotated[int, typer.Option("--limit", help="How many runs at most.", min=1)] = _MOST,
    as_json: AsJson = False,
) -> None:
    """List the runs of a project on this machine, newest first, with what failed in them."""
    path = project_path(project)
    state = StateDb(find_home().state)
    try:
        found = state.history.runs(str(path), limit)
        failed = {run.id: _failed(state, run) for run in found if run.failed}
    finally:
        state.close()
    if not found and not path.is_file():
        raise ProjectError("There is no project {path}.", path=str(path), hint="Check the path.")
    if as_json:
        write_json({"runs": [run_json(run) | {"failed": failed.get(run.id, {})} for run in found]})
        return
    table(("run", "state", "started", "seconds", "made", "cached", "failed"), map(_row, found))


def _failed(state: StateDb, run: RunRecord) -> dict[str, str]:
    """Node to what went wrong and what to do."""
    story = read_story(state.history, run.id)
    needs = needs_of(story) if story else ()
    return {need.node: f"{need.message} {need.hint}".strip() for need in needs}


def _row(run: RunRecord) -> tuple[str, ...]:
    started = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(run.started_at))
    seconds = "" if run.seconds is None else f"{run.seconds:.1f}"
    return (f"#{run.number}", run.state, started, seconds, str(run.ran), str(run.cached), str(run.failed))
