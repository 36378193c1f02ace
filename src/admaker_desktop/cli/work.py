"""Commands that make ads: demo, run, export, estimate."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from admaker_desktop.cli.guard import FAILED, guarded
from admaker_desktop.cli.options import AsJson, Brief, Formats, Lang, Logo, Photos, Project, Seconds, read_wishes
from admaker_desktop.cli.output import print_summary, say, summary_json, table, write_json
from admaker_desktop.cli.progress import JsonSink, LiveLine
from admaker_desktop.core.errors import UsageError
from admaker_desktop.core.task import CancelToken
from admaker_desktop.engine.events import NullSink
from admaker_desktop.graph.model import Workflow
from admaker_desktop.project.file import ProjectFile
from admaker_desktop.services import ads, runs, template
from admaker_desktop.services.briefs import read_brief_file, sample_brief
from admaker_desktop.services.projects import project_path
from admaker_desktop.services.studio import Studio
from admaker_desktop.services.summary import RunSummary

Out = Annotated[Path | None, typer.Option("--out", help="Folder for the finished files.")]
_DEMO_FOLDER = Path("admaker-demo")


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    app.command()(demo)
    app.command()(run)
    app.command()(export)
    app.command()(estimate)


@guarded
def demo(
    brief: Brief = None,
    out: Out = None,
    formats: Formats = "",
    seconds: Seconds = None,
    lang: Lang = "",
    photo: Photos = None,
    logo: Logo = None,
    as_json: AsJson = False,
) -> None:
    """Make a finished draft ad from a brief (default: the sample brief)."""
    wishes = read_wishes(formats, seconds, lang, photo, logo)
    source = read_brief_file(brief) if brief else sample_brief()
    folder = (out or _DEMO_FOLDER).expanduser().absolute()
    with _at_work() as studio, _watch(template.build(), as_json) as watch:
        summary = ads.make_demo(studio, source, wishes, folder, watch)
    _answer(summary, as_json)


@guarded
def run(
    project: Project,
    node: Annotated[str | None, typer.Option("--node", help="Run only what this node needs.")] = None,
    out: Out = None,
    as_json: AsJson = False,
) -> None:
    """Run a project: only what has changed is made again."""
    with _at_work() as studio, contextlib.closing(ProjectFile.open(project_path(project))) as opened:
        workflow = opened.workflow()
        if node is not None and node not in {record.id for record in workflow.nodes}:
            known = ", ".join(record.id for record in workflow.nodes)
            raise UsageError("There is no node '{node}'.", node=node, known=known, hint="The nodes are: {known}.")
        folder = (out or opened.path.parent).expanduser().absolute()
        with _watch(workflow, as_json, events=True) as watch:
            summary = ads.run_ad(studio, opened, folder, watch, node)
    _answer(summary, as_json, event="run_finished", needs_files=node is None)


@guarded
def export(
    project: Project,
    preset: Annotated[list[str], typer.Option("--preset", help="Placement by preset id; may be given several times.")],
    out: Annotated[Path, typer.Option("--out", help="Folder for the finished files.")],
    as_json: AsJson = False,
) -> None:
    """Make the ad's files for placements, measured and checked against their rules."""
    with (
        _at_work() as studio,
        contextlib.closing(ProjectFile.open(project_path(project))) as opened,
        _watch(opened.workflow(), as_json) as watch,
    ):
        summary = ads.export_ad(studio, opened, tuple(preset), out.expanduser().absolute(), watch)
    _answer(summary, as_json)


@guarded
def estimate(project: Project, as_json: AsJson = False) -> None:
    """Say what a run would do now and what it would cost."""
    with _at_work() as studio, contextlib.closing(ProjectFile.open(project_path(project))) as opened:
        plan = runs.estimate(studio, opened)
    if as_json:
        nodes = [
            {"node": n.node_id, "state": n.state, "steps": n.steps, "cached": n.cached, "message": n.message.text()}
            for n in plan.nodes
        ]
        write_json({"nodes": nodes, "cost": {"amount": str(plan.cost.amount), "currency": plan.cost.currency}})
        return
    rows = [(n.node_id, n.state.replace("_", " "), f"{n.steps - n.cached}" if n.steps else "?") for n in plan.nodes]
    table(("node", "state", "steps to run"), rows)
    print(f"price: {plan.cost.amount} {plan.cost.currency} (draft services are free)")


@contextlib.contextmanager
def _at_work() -> Iterator[Studio]:
    """The studio with type ready to be set (Qt belongs to the main thread)."""
    from admaker_desktop.media import text  # loads Qt and numpy: `--help` needs neither

    text.start()
    with Studio() as studio:
        yield studio


@contextlib.contextmanager
def _watch(workflow: Workflow, as_json: bool, *, events: bool = False) -> Iterator[ads.Watch]:
    token = CancelToken()
    if as_json:
        yield ads.Watch(JsonSink() if events else NullSink(), token)
        return
    with LiveLine({record.id: record.type for record in workflow.nodes}) as line:
        yield ads.Watch(line, token)


def _answer(summary: RunSummary, as_json: bool, *, event: str = "", needs_files: bool = True) -> None:
    if as_json:
        write_json(({"event": event} if event else {}) | summary_json(summary))
    else:
        print_summary(summary)
    if summary.report.failed or (needs_files and not summary.files):
        if as_json:
            for step, message in summary.report.failed.items():
                say(f"{step} failed: {message}")
        raise typer.Exit(FAILED)
