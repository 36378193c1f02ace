"""The ad job as one use case each: the demo from a brief, a run of a project, an export for placements."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from admaker_desktop.core.errors import AdMakerError, ExportError, GraphError, ProjectError, ProjectInUse
from admaker_desktop.core.messages import sentences
from admaker_desktop.core.task import CancelToken
from admaker_desktop.delivery.naming import safe_name
from admaker_desktop.delivery.presets import find_preset, kind_without_maker
from admaker_desktop.engine.events import EventSink
from admaker_desktop.engine.runner import RunReport
from admaker_desktop.graph.edits import SetSetting
from admaker_desktop.graph.model import Workflow
from admaker_desktop.project.file import SUFFIX, ProjectFile
from admaker_desktop.services.briefs import BriefFile
from admaker_desktop.services.deliver import check_folder, deliver
from admaker_desktop.services.outputs import ad_outputs
from admaker_desktop.services.projects import USER, Wishes, with_wishes
from admaker_desktop.services.runs import run_project, run_workflow
from admaker_desktop.services.studio import Studio
from admaker_desktop.services.summary import RunSummary, not_made, phase_seconds
from admaker_desktop.services.template import build

FORMATS = "edit.formats"
"""The type of the node that chooses the placements."""
DEMO = "demo"
"""Who made a project that `demo` may use again as long as nobody has edited it."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Who watches a run and who may stop it."""

    sink: EventSink
    token: CancelToken


def make_demo(studio: Studio, brief: BriefFile, wishes: Wishes, folder: Path, watch: Watch) -> RunSummary:
    """From a brief to finished files in a folder, with its project beside them; raises AdMakerError, Cancelled."""
    check_folder(folder)
    project = _demo_project(folder, safe_name(Path(brief.name).stem or DEMO))
    try:
        current = project.workflow()
        project.save_workflow(with_wishes(studio, current if current.nodes else build(), brief, wishes))
        return _run(studio, project, folder, watch, brief_path=str(Path(brief.folder) / brief.name))
    finally:
        project.close()


def run_ad(studio: Studio, project: ProjectFile, folder: Path, watch: Watch, target: str | None = None) -> RunSummary:
    """Run a project (or what one node needs) and put its files into a folder."""
    return _run(studio, project, folder, watch, target=target)


def export_ad(studio: Studio, project: ProjectFile, presets: tuple[str, ...], folder: Path, watch: Watch) -> RunSummary:
    """The project's ad for these placements, composed anew for sizes that it has not been made in yet.

    Raises UsageError for an unknown preset, ExportError for one that nothing here can make.
    """
    return export_workflow(studio, project, project.workflow(), presets, folder, watch)


def export_workflow(
    studio: Studio, project: ProjectFile, workflow: Workflow, presets: tuple[str, ...], folder: Path, watch: Watch
) -> RunSummary:
    """The same for a workflow as it stands in the window; any thread. Nothing is written into the project."""
    for preset in map(find_preset, presets):
        reason = kind_without_maker(preset)
        if reason:
            raise ExportError(
                "{placement} cannot be made yet: {reason}.",
                placement=preset.id,
                reason=reason,
                hint="Choose a video placement.",
            )
    check_folder(folder)
    report = run_workflow(studio, project, with_presets(workflow, presets), sink=watch.sink, token=watch.token)
    return _summary(studio, project, report, folder)


def with_presets(workflow: Workflow, presets: tuple[str, ...]) -> Workflow:
    """The workflow made for these placements; raises GraphError when nothing in it chooses formats."""
    choosing = [record.id for record in workflow.nodes if record.type == FORMATS]
    if not choosing:
        raise GraphError("The flow has no Formats node, which chooses what is made.", hint="Add a Formats node.")
    for node_id in choosing:
        workflow, _ = SetSetting(node_id, "presets", list(presets)).apply(workflow)
    return workflow


def _run(
    studio: Studio, project: ProjectFile, folder: Path, watch: Watch, *, target: str | None = None, brief_path: str = ""
) -> RunSummary:
    check_folder(folder)
    report = run_project(studio, project, sink=watch.sink, token=watch.token, target=target)
    studio.state.note_opened(str(project.path))
    return _summary(studio, project, report, folder, brief_path)


def _summary(studio: Studio, project: ProjectFile, report: RunReport, folder: Path, brief_path: str = "") -> RunSummary:
    outputs = ad_outputs(report.results)
    if outputs.brief is None:
        if report.failed:
            raise AdMakerError(sentences(report.failed.values()))
        raise AdMakerError("The workflow has no brief.", hint="Add a Brief Generator.")
    delivered = deliver(studio.store, outputs.brief, outputs.files, folder)
    seconds = outputs.files[0].measured.seconds if outputs.files else 0.0
    rest = not_made(outputs.brief, brief_path, seconds) if brief_path else ()
    return RunSummary(
        project=project.path,
        language=outputs.brief.language,
        seconds=seconds,
        report=report,
        files=delivered,
        not_made=rest,
        phases=phase_seconds(report.spans),
    )


def _demo_project(folder: Path, name: str) -> ProjectFile:
    """The demo's own project of that name, or the next free number: one that a user has edited is never touched."""
    for number in range(1, 1000):
        path = folder / f"{name if number == 1 else f'{name} {number}'}{SUFFIX}"
        if not path.exists():
            return ProjectFile.create(path, made_by=DEMO)
        try:
            project = ProjectFile.open(path)
        except ProjectInUse:
            raise
        except ProjectError:
            continue  # foreign or damaged: left alone
        if project.meta("made_by") == DEMO and project.edit_count(USER) == 0:
            return project
        project.close()
    raise ProjectError(
        "{folder} holds too many projects named {name}.", folder=str(folder), name=name, hint="Choose another folder."
    )
