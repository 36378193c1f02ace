"""Changing a project wherever it is: in its file, or by the window that has it open."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import cast

from pydantic import JsonValue

from admaker_desktop.core.errors import AdMakerError, ProjectInUse, UsageError
from admaker_desktop.core.messages import Message
from admaker_desktop.graph.edits import SetSetting
from admaker_desktop.graph.model import Workflow
from admaker_desktop.project.file import ProjectFile
from admaker_desktop.project.owner import Facts, ask_owner
from admaker_desktop.services.projects import set_value, typed_edit


def set_anywhere(path: Path, node_id: str, field: str, text: str) -> JsonValue:
    """Give a setting a value, by the window when it has the project open (one undo step there); the stored value.

    Raises UsageError, ProjectError; ProjectInUse when its owner cannot be asked.
    """
    try:
        project = ProjectFile.open(path)
    except ProjectInUse:
        answer = ask_owner(path, {"set": [node_id, field, text]})
        if answer is None:
            raise
        return _value(answer)
    with contextlib.closing(project):
        return set_value(project, node_id, field, text)


def requested_edit(workflow: Workflow, request: Facts) -> SetSetting:
    """The edit that another process asks for; raises UsageError for a request that is none."""
    wanted = request.get("set")
    if not (isinstance(wanted, list) and len(wanted) == 3 and all(isinstance(part, str) for part in wanted)):
        raise UsageError(
            "The open window does not know this request.", hint="Use the same version of AdMaker for both."
        )
    return typed_edit(workflow, *wanted)


def answer_of(edit: SetSetting) -> Facts:
    """The answer to a request that was carried out."""
    return {"value": edit.value}


def refusal_of(error: AdMakerError) -> Facts:
    """The answer to a request that was refused."""
    return {"error": error.message.to_json(), "hint": error.hint.to_json()}


def _value(answer: Facts) -> JsonValue:
    if "error" in answer:
        raise UsageError(Message.from_json(str(answer["error"])), hint=Message.from_json(str(answer.get("hint", ""))))
    return cast("JsonValue", answer.get("value"))
