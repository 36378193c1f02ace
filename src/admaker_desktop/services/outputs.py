"""What a project's nodes have made, read back as typed values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from admaker_desktop.ad.brand import BrandKit
from admaker_desktop.ad.brief import Brief
from admaker_desktop.ad.deliverable import AdFile
from admaker_desktop.ad.script import Script
from admaker_desktop.engine.node import NodeOutputs
from admaker_desktop.engine.registry import NodeRegistry
from admaker_desktop.engine.steps import NodeResult
from admaker_desktop.graph.model import Workflow
from admaker_desktop.project.file import StoredResult
from admaker_desktop.timeline.model import Sequence

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class AdOutputs:
    """The parts of a finished ad. None: not made yet."""

    brief: Brief | None
    brand: BrandKit | None
    script: Script | None
    sequence: Sequence | None
    files: tuple[AdFile, ...]


def read_results(stored: tuple[StoredResult, ...], workflow: Workflow, registry: NodeRegistry) -> dict[str, NodeResult]:
    """A project's stored results by node; those of nodes that are gone or unknown are left out."""
    types = {record.id: record.type for record in workflow.nodes}
    known = {spec.type: spec for spec in registry}
    grouped: dict[str, list[StoredResult]] = {}
    for result in stored:
        if types.get(result.node) in known:
            grouped.setdefault(result.node, []).append(result)
    read = {}
    for node_id, results in grouped.items():
        spec = known[types[node_id]]
        outputs: tuple[NodeOutputs, ...] = tuple(spec.cls.Outputs.model_validate_json(r.outputs) for r in results)
        read[node_id] = NodeResult(spec, outputs, results[0].is_fanned)
    return read


def ad_outputs(results: dict[str, NodeResult]) -> AdOutputs:
    """The ad's parts among the results, found by type."""
    return AdOutputs(
        brief=_first(results, "strategy.brief", "brief", Brief),
        brand=_first(results, "strategy.brand", "brand", BrandKit),
        script=_first(results, "strategy.script", "script", Script),
        sequence=_first(results, "edit.cut", "sequence", Sequence),
        files=tuple(_all(results, "edit.export", "file", AdFile)),
    )


def _all(results: dict[str, NodeResult], node_type: str, port: str, kind: type[T]) -> list[T]:
    found: list[T] = []
    for result in results.values():
        if result.spec.type == node_type:
            found.extend(value for value in result.values(port)[0] if isinstance(value, kind))
    return found


def _first(results: dict[str, NodeResult], node_type: str, port: str, kind: type[T]) -> T | None:
    return next(iter(_all(results, node_type, port, kind)), None)
