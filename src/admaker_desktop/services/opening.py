"""Opening a project for the window: everything that is shown first, read in one go."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from admaker_desktop.core.errors import AdMakerError, ProjectError
from admaker_desktop.core.log import get_logger
from admaker_desktop.engine.steps import NodeResult
from admaker_desktop.graph.model import Workflow
from admaker_desktop.project.content import ContentStore, hash_file
from admaker_desktop.project.file import ProjectFile
from admaker_desktop.services.outputs import read_results
from admaker_desktop.services.studio import Studio

_RESUME = "resume"
_EVERYTHING = "*"
_log = get_logger("opening")


@dataclass(frozen=True, slots=True)
class OpenedProject:
    """A project as it was found."""

    file: ProjectFile
    workflow: Workflow
    results: dict[str, NodeResult]
    resume: str | None
    """What was being run when the window was closed: a node, `*` for everything; None when nothing was."""
    was_cut_off: bool
    """A run of this project was ended by a crash."""


def open_project(studio: Studio, path: Path) -> OpenedProject:
    """Open a project; raises ProjectError, ProjectInUse, StorageError. Any thread."""
    file = ProjectFile.open(path)
    try:
        _bring_media(studio, file)
        opened = _read(studio, file)
    except BaseException:
        file.close()
        raise
    if opened.resume is not None:
        remember_run(file, None, is_running=False)  # it is offered once
    studio.state.note_opened(str(file.path))
    return opened


def _read(studio: Studio, file: ProjectFile) -> OpenedProject:
    try:
        workflow = _whole(file.workflow())
    except ValueError as error:
        raise ProjectError(
            "{path} holds something that cannot be read.", path=str(file.path), hint="Open a copy or a snapshot of it."
        ) from error
    try:
        results = read_results(file.results(), workflow, studio.tools.registry)
    except (ValueError, ProjectError):
        _log.warning("results of %s are damaged or of another version: they will be made again", file.path)
        results = {}
    return OpenedProject(
        file=file,
        workflow=workflow,
        results=results,
        resume=file.meta(_RESUME) or None,
        was_cut_off=studio.state.close_dead_runs(str(file.path)) > 0,
    )


def _bring_media(studio: Studio, file: ProjectFile) -> None:
    """Take media that lie beside the project into the store: it came from another machine, or the store was emptied."""
    beside = ContentStore(file.media_folder)
    for ref in (asset.ref for asset in file.assets()):
        if studio.store.has(ref) or not beside.has(ref):
            continue
        try:
            if hash_file(beside.path(ref)) == ref.sha256:
                beside.link_into(ref, studio.store.root)
        except (OSError, AdMakerError) as error:
            _log.warning("a media file beside %s was not taken: %s", file.path, error)


def _whole(workflow: Workflow) -> Workflow:
    """The workflow without wires that end nowhere: they could be neither seen nor removed."""
    nodes = {record.id for record in workflow.nodes}
    links = tuple(link for link in workflow.links if {link.from_node, link.to_node} <= nodes)
    return workflow if links == workflow.links else workflow.model_copy(update={"links": links})


def remember_run(file: ProjectFile, target: str | None, *, is_running: bool) -> None:
    """Note in the project that a run is to be taken up at the next opening, or that none is."""
    try:
        file.set_meta(_RESUME, (target or _EVERYTHING) if is_running else "")
    except AdMakerError as error:
        _log.warning("the run will not be taken up: %s", error.sentence())


def resume_target(opened: OpenedProject) -> str | None:
    """The node to run up to when a run is taken up; None = everything."""
    return None if opened.resume in {None, _EVERYTHING} else opened.resume
