"""Checking a project: the database's own integrity, and every media file against its SHA-256."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from admaker_desktop.core.messages import Message, msg
from admaker_desktop.project.content import hash_file
from admaker_desktop.project.file import ProjectFile


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What was checked and found."""

    project: Path
    files: int
    problems: list[Message]

    @property
    def ok(self) -> bool:
        return not self.problems


def verify_project(project: ProjectFile) -> VerifyReport:
    """Read everything; any thread; raises ProjectError when the database cannot be read at all."""
    problems = [msg("database: {problem}", problem=problem) for problem in project.integrity_problems()]
    assets = project.assets()
    for asset in assets:
        path = project.media_folder / asset.ref.sha256[:2] / asset.ref.file_name
        facts = {"name": path.name, "node": asset.node}
        if not path.is_file():
            problems.append(msg("missing: {name} (made by {node}); run the project to make it anew", **facts))
        elif hash_file(path) != asset.ref.sha256:
            problems.append(msg("changed: {name} (made by {node}); delete it and run the project", **facts))
    return VerifyReport(project.path, len(assets), problems)
