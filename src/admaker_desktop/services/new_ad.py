"""A new project from what the Start page holds: a free name, the brief, the wishes."""

from __future__ import annotations

from pathlib import Path

from admaker_desktop.delivery.naming import safe_name
from admaker_desktop.project.file import SUFFIX
from admaker_desktop.services.briefs import BriefFile, sample_brief
from admaker_desktop.services.projects import Wishes, new_project
from admaker_desktop.services.studio import Studio

_FALLBACK = "Ad"


def free_path(folder: Path, name: str) -> Path:
    """A project file in the folder that does not exist yet: the name, or the name with a number."""
    stem = safe_name(name) or _FALLBACK
    path = folder / f"{stem}{SUFFIX}"
    number = 2
    while path.exists() or path.with_suffix(".media").exists():
        path = folder / f"{stem} {number}{SUFFIX}"
        number += 1
    return path


def start_project(studio: Studio, path: Path, text: str, wishes: Wishes, template: str = "first_ad") -> Path:
    """Make a project from a brief's text (empty: a project without brief) and close it again; its path.

    Raises ProjectError, StorageError, UsageError, MediaError.
    """
    brief = BriefFile(text=text, name="", folder=path.parent, photos=(), logo=None) if text else None
    new_project(studio, path, brief, wishes, template).close()
    return path


def start_demo(studio: Studio, folder: Path) -> Path:
    """The project of the sample brief: a new one, so that nothing that was edited is touched; its path."""
    brief = sample_brief()
    path = free_path(folder, "Demo")
    new_project(studio, path, brief, Wishes(), "first_ad").close()
    return path
