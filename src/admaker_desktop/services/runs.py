"""Running a project: what it would do, doing it, and keeping what came of it in the project."""

from __future__ import annotations

from collections.abc import Iterator

from admaker_desktop.core.ids import new_id
from admaker_desktop.core.media import media_refs
from admaker_desktop.core.task import CancelToken
from admaker_desktop.engine.events import EventSink, NullSink
from admaker_desktop.engine.plan import Plan, plan
from admaker_desktop.engine.runner import Run, RunReport
from admaker_desktop.engine.steps import NodeResult
from admaker_desktop.graph.model import Workflow
from admaker_desktop.project.file import ProjectFile, StoredAsset, StoredResult
from admaker_desktop.services.outputs import ad_outputs
from admaker_desktop.services.studio import Studio


def estimate(studio: Studio, project: ProjectFile) -> Plan:
    """What a run would do now and cost; raises GraphError when it cannot run."""
    return plan(project.workflow(), studio.tools)


def run_project(
    studio: Studio,
    project: ProjectFile,
    *,
    sink: EventSink | None = None,
    token: CancelToken | None = None,
    target: str | None = None,
) -> RunReport:
    """Run the project, or what one node needs, and keep the results in it. A failed node stops only its dependants.

    Raises GraphError, StorageError; Cancelled after a stop (what was finished is not made again).
    """
    studio.state.close_dead_runs(str(project.path))
    report = run_workflow(studio, project, project.workflow(), sink=sink, token=token, target=target)
    keep_results(studio, project, report)
    return report


def run_workflow(
    studio: Studio,
    project: ProjectFile,
    workflow: Workflow,
    *,
    sink: EventSink | None = None,
    token: CancelToken | None = None,
    target: str | None = None,
) -> RunReport:
    """Run a workflow for a project without keeping its results in the project."""
    run = Run(new_id(), workflow, studio.tools, sink or NullSink(), token or CancelToken())
    return run.execute(str(project.path), target)


def keep_results(studio: Studio, project: ProjectFile, report: RunReport) -> None:
    """Write a run's results, assets and timeline into the project and its media folder."""
    assets = list(_assets(report.results))
    for asset in assets:
        studio.store.link_into(asset.ref, project.media_folder)
    sequence = ad_outputs(report.results).sequence
    documents = {"timeline": sequence.model_dump_json()} if sequence else {}
    project.save_results(_stored(report), assets, documents)


def _stored(report: RunReport) -> Iterator[StoredResult]:
    for node_id, result in report.results.items():
        for item, (outputs, key) in enumerate(zip(result.outputs, report.keys[node_id], strict=True)):
            yield StoredResult(node_id, item, result.is_fanned, key, outputs.model_dump_json())


def _assets(results: dict[str, NodeResult]) -> Iterator[StoredAsset]:
    seen: set[str] = set()
    for node_id, result in results.items():
        for ref in media_refs(result.outputs):
            if ref.sha256 not in seen:
                seen.add(ref.sha256)
                yield StoredAsset(ref, node_id, result.spec.title)
