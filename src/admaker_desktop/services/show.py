"""Everything that a project holds, as plain data: what the window shows and `admaker show` prints."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from admaker_desktop.ad.base import IN_WORDS
from admaker_desktop.core.errors import AdMakerError
from admaker_desktop.core.messages import Message
from admaker_desktop.core.ticks import s_from_ticks
from admaker_desktop.engine.plan import plan
from admaker_desktop.engine.values import jsonable
from admaker_desktop.graph.model import Workflow
from admaker_desktop.project.file import ProjectFile
from admaker_desktop.services.outputs import AdOutputs, ad_outputs, read_results
from admaker_desktop.services.studio import Studio
from admaker_desktop.timeline.model import Clip, Sequence

_SHORT = 160


@dataclass(frozen=True, slots=True)
class Showing:
    """A project's content as plain data."""

    project: Path
    made: AdOutputs
    nodes: list[dict[str, Any]]
    links: list[dict[str, str]]
    timeline: dict[str, Any] | None
    assets: list[dict[str, Any]]
    concepts: Any = None
    verdict: Any = None
    problems: list[Message] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """The JSON of `admaker show` (keys: DESIGN.md section 8)."""
        made = self.made
        return {
            "project": str(self.project),
            "lang": made.brief.language if made.brief else None,
            "brief": jsonable(made.brief),
            "brand": jsonable(made.brand),
            "concepts": self.concepts,
            "verdict": self.verdict,
            "nodes": self.nodes,
            "links": self.links,
            "script": jsonable(made.script),
            "timeline": self.timeline,
            "assets": self.assets,
            "problems": [problem.text() for problem in self.problems],
        }

    def lines(self) -> Iterator[tuple[str, str]]:
        """(label, value) for people: the brief as understood, the questions, the script."""
        yield "project", str(self.project)
        brief = self.made.brief
        if brief is None:
            yield "brief", "not read yet (run the project)"
            return
        for name, value in brief.model_dump(exclude={"questions", "evidence"}).items():
            if value:
                yield name, _text(value)
        for question in brief.questions:
            yield "question", f"{question.question} (used: {question.default})"
        script = self.made.script
        if script is not None:
            yield "headline", script.headline
            for line in script.lines:
                yield f"voice {s_from_ticks(line.start_ticks):.1f} s", line.text


def show_project(studio: Studio, project: ProjectFile) -> Showing:
    """Read a project; raises ProjectError when it is damaged."""
    workflow = project.workflow()
    results = read_results(project.results(), workflow, studio.tools.registry)
    made = ad_outputs(results)
    states, problems = _states(studio, workflow)
    nodes = [
        {
            "id": record.id,
            "type": record.type,
            "title": _title(studio, record.type),
            "settings": dict(record.settings),
            "take": record.take,
            "state": states.get(record.id, "unknown"),
            "outputs": [jsonable(outputs, IN_WORDS) for outputs in results[record.id].outputs]
            if record.id in results
            else [],
        }
        for record in workflow.nodes
    ]
    links = [
        {"from": f"{link.from_node}.{link.from_port}", "to": f"{link.to_node}.{link.to_port}"}
        for link in workflow.links
    ]
    document = project.document("timeline")
    sequence = Sequence.model_validate_json(document) if document else None
    return Showing(
        project=project.path,
        made=made,
        nodes=nodes,
        links=links,
        timeline=timeline_json(sequence) if sequence else None,
        assets=[
            _asset(asset.ref.sha256, asset.ref.ext, asset.ref.size_bytes, asset.node, asset.provenance)
            for asset in project.assets()
        ],
        concepts=_output(nodes, "strategy.concepts", "concepts"),
        verdict=_output(nodes, "strategy.judge", "verdict"),
        problems=problems,
    )


def timeline_json(sequence: Sequence) -> dict[str, Any]:
    """The cut as `{fps, frames, tracks}`; clips with start and end in seconds, layouts by view."""
    tracks: dict[str, tuple[Clip, ...]] = {
        "shots": sequence.shots,
        "titles": sequence.titles,
        "captions": sequence.captions,
        "logo": sequence.logos,
        "voice": sequence.voice,
        "music": sequence.music,
    }
    return {
        "fps": float(sequence.rate.fps),
        "frames": sequence.rate.frames_in(sequence.duration_ticks),
        "seconds": s_from_ticks(sequence.duration_ticks),
        "end_card_s": s_from_ticks(sequence.end_card_ticks),
        "views": [jsonable(view) for view in sequence.views],
        "tracks": [{"kind": kind, "clips": [_clip(clip) for clip in clips]} for kind, clips in tracks.items()],
    }


def _clip(clip: Clip) -> dict[str, Any]:
    facts: dict[str, Any] = clip.model_dump(mode="json")
    facts.pop("scenes", None)
    facts["start_s"] = s_from_ticks(clip.start_ticks)
    facts["end_s"] = s_from_ticks(clip.end_ticks)
    return facts


def _states(studio: Studio, workflow: Workflow) -> tuple[dict[str, str], list[Message]]:
    try:
        planned = plan(workflow, studio.tools).nodes
    except AdMakerError as error:
        return {}, [error.whole]
    return {node.node_id: node.state for node in planned}, [node.message for node in planned if node.message]


def _title(studio: Studio, node_type: str) -> str:
    return next((spec.title for spec in studio.tools.registry if spec.type == node_type), node_type)


def _output(nodes: list[dict[str, Any]], node_type: str, port: str) -> Any:
    for node in nodes:
        if node["type"] == node_type and node["outputs"]:
            return node["outputs"][0][port]
    return None


def _asset(sha256: str, ext: str, size_bytes: int, node: str, provenance: str) -> dict[str, Any]:
    return {"sha256": sha256, "ext": ext, "size_bytes": size_bytes, "node": node, "provenance": provenance}


def _text(value: object) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    if isinstance(value, list | tuple) and value and isinstance(value[0], dict):
        text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"
