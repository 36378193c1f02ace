"""Making a project from a brief, and changing its settings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import JsonValue

from admaker_desktop.core.errors import NodeInputError, UsageError
from admaker_desktop.core.messages import msg, term
from admaker_desktop.engine.registry import NodeSpec, SettingSpec
from admaker_desktop.engine.values import jsonable
from admaker_desktop.graph.edits import SetSetting, as_json
from admaker_desktop.graph.model import Workflow
from admaker_desktop.project.file import SUFFIX, LoggedEdit, ProjectFile
from admaker_desktop.services.briefs import BriefFile
from admaker_desktop.services.node_types import node_types
from admaker_desktop.services.pictures import import_file
from admaker_desktop.services.settings_forms import check
from admaker_desktop.services.studio import Studio
from admaker_desktop.services.template import build

_SHOWN_CHARS = 40
USER = "user"
"""The actor of edits that a person made."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user fixes about an ad instead of leaving it to the brief."""

    aspects: tuple[str, ...] = ()
    seconds: float | None = None
    language: str = "auto"
    photos: tuple[Path, ...] = ()
    logo: Path | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    """Answers to the brief's open questions and corrections of what was read, by field (`ad.answers`)."""


def project_path(text: str) -> Path:
    """The project file that a command names; `.admaker` may be left out."""
    if not text.isprintable():
        raise UsageError(
            "The project name {text} holds characters that cannot be printed.", text=repr(text), hint="Rename it."
        )
    path = Path(text).expanduser().absolute()
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


def new_project(studio: Studio, path: Path, brief: BriefFile | None, wishes: Wishes, template: str) -> ProjectFile:
    """A new project, opened; raises ProjectError, StorageError, UsageError, MediaError."""
    workflow = with_wishes(studio, build(template), brief, wishes)
    project = ProjectFile.create(path, made_by=USER)
    try:
        project.save_workflow(workflow)
    except BaseException:
        project.close()
        path.unlink(missing_ok=True)
        raise
    return project


def with_wishes(studio: Studio, workflow: Workflow, brief: BriefFile | None, wishes: Wishes) -> Workflow:
    """The workflow with a brief and the user's wishes in its settings; pictures are copied into the store."""
    photos = wishes.photos or (brief.photos if brief else ())
    logo = wishes.logo or (brief.logo if brief else None)
    values: dict[tuple[str, str], JsonValue] = {
        ("brief", "language"): wishes.language,
        ("script", "seconds"): wishes.seconds or 0,
        ("formats", "aspects"): list(wishes.aspects),
        ("photos", "files"): [jsonable(import_file(studio.store, photo)) for photo in photos],
        ("logo", "files"): [jsonable(import_file(studio.store, logo))] if logo else [],
    }
    if brief is not None:
        values["brief", "text"] = brief.text
        values["brief", "name"] = brief.name
        values["brief", "answers"] = dict(wishes.answers) or None
    for (node_id, name), value in values.items():
        workflow, _ = SetSetting(node_id, name, value).apply(workflow)
    return workflow


def set_value(project: ProjectFile, node_id: str, field: str, text: str) -> JsonValue:
    """Give a setting a value as a person types it; the stored value.

    Raises UsageError for an unknown node or field and for a value that the field refuses.
    """
    workflow = project.workflow()
    edit = typed_edit(workflow, node_id, field, text)
    changed, inverse = edit.apply(workflow)
    project.save_workflow(changed, actor=USER, edits=(logged(edit, inverse),))
    return edit.value


def typed_edit(workflow: Workflow, node_id: str, field: str, text: str) -> SetSetting:
    """The edit that gives a setting a value as a person types it; raises UsageError as `set_value` does."""
    record = next((record for record in workflow.nodes if record.id == node_id), None)
    if record is None:
        known = ", ".join(record.id for record in workflow.nodes)
        raise UsageError("There is no node '{node}'.", node=node_id, known=known, hint="The nodes are: {known}.")
    spec = node_types().get(record.type)
    setting = spec.settings.get(field)
    if setting is None:
        raise UsageError(
            "'{node}' has no setting '{setting}'.",
            node=node_id,
            setting=field,
            known=", ".join(spec.settings),
            hint="Its settings are: {known}.",
        )
    return SetSetting(node_id, field, read_value(spec, setting, text))


def read_value(spec: NodeSpec, setting: SettingSpec, text: str) -> JsonValue:
    """A typed text as a setting's value: as it is, as JSON, or as a comma-separated list; raises UsageError."""
    failure: NodeInputError | None = None
    for candidate in _readings(text):
        try:
            return check(spec, setting.name, candidate)
        except NodeInputError as error:
            if failure is None or isinstance(candidate, dict):  # JSON is meant: its own problem says more
                failure = error
    shown = text if len(text) <= _SHOWN_CHARS else f"{text[:_SHOWN_CHARS]}…"
    raise UsageError(
        "'{setting}' of {node} refuses {value}: {reason}",
        setting=setting.name,
        node=term(spec.title),
        value=repr(shown),
        reason=failure.message if failure else msg("It cannot be read."),
        hint=term(setting.doc),
    )


def _readings(text: str) -> list[object]:
    readings: list[object] = [text]
    try:
        readings.append(json.loads(text))
    except ValueError:
        readings.append(tuple(part.strip() for part in text.split(",") if part.strip()))
    return readings


def logged(edit: object, inverse: object) -> LoggedEdit:
    """An edit of the workflow and its inverse for the project's history."""
    return LoggedEdit(json.dumps(as_json(edit), ensure_ascii=False), json.dumps(as_json(inverse), ensure_ascii=False))
