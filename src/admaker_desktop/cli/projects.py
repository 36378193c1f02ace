"""Commands about a project file: new, show, set."""

from __future__ import annotations

import contextlib
from typing import Annotated

import typer

from admaker_desktop.cli.guard import guarded
from admaker_desktop.cli.options import AsJson, Brief, Formats, Lang, Logo, Photos, Project, Seconds, read_wishes
from admaker_desktop.cli.output import table, write_json
from admaker_desktop.project.file import ProjectFile
from admaker_desktop.services.briefs import read_brief_file
from admaker_desktop.services.owner import set_anywhere
from admaker_desktop.services.projects import new_project, project_path
from admaker_desktop.services.show import Showing, show_project
from admaker_desktop.services.studio import Studio


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    app.command()(new)
    app.command()(show)
    app.command("set")(set_setting)


@guarded
def new(
    project: Project,
    brief: Brief = None,
    template: Annotated[str, typer.Option("--template", help="Which graph to start with.")] = "first_ad",
    formats: Formats = "",
    seconds: Seconds = None,
    lang: Lang = "",
    photo: Photos = None,
    logo: Logo = None,
    as_json: AsJson = False,
) -> None:
    """Make a project, from a brief or empty. Nothing is run."""
    wishes = read_wishes(formats, seconds, lang, photo, logo)
    source = read_brief_file(brief) if brief else None
    with Studio() as studio:
        made = new_project(studio, project_path(project), source, wishes, template)
        made.close()
    path = str(made.path)
    if as_json:
        write_json({"ok": True, "project": path})
    else:
        print(f"Made {path}. Next: admaker run {path}")


@guarded
def show(project: Project, as_json: AsJson = False) -> None:
    """Show everything that a project holds: brief, graph, states, script, timeline, assets."""
    with Studio() as studio, contextlib.closing(ProjectFile.open(project_path(project))) as opened:
        showing = show_project(studio, opened)
    if as_json:
        write_json(showing.as_json())
    else:
        _print(showing)


@guarded
def set_setting(
    project: Project,
    node: Annotated[str, typer.Argument(help="The node's id, as `show` lists it.")],
    field: Annotated[str, typer.Argument(help="The setting's name.")],
    value: Annotated[str, typer.Argument(help="The new value.")],
    as_json: AsJson = False,
) -> None:
    """Change one setting of a node; a window that has the project open does it, as one undo step."""
    place = project_path(project)
    stored = set_anywhere(place, node, field, value)
    path = str(place)
    if as_json:
        write_json({"ok": True, "project": path, "node": node, "field": field, "value": stored})
    else:
        print(f"{node}.{field} = {stored}. Next: admaker run {path}")


def _print(showing: Showing) -> None:
    for label, value in showing.lines():
        print(f"{label}: {value}")
    print()
    table(("node", "type", "state"), [(node["id"], node["type"], node["state"]) for node in showing.nodes])
