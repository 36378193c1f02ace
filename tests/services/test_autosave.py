"""Keeping changes in the background, on bad days."""

from __future__ import annotations

from pathlib import Path

import pytest

from admaker_desktop.core.errors import AdMakerError
from admaker_desktop.graph.model import NodeRecord, Workflow
from admaker_desktop.project.file import LoggedEdit, ProjectFile
from admaker_desktop.services.autosave import AutoSave

_EDIT = LoggedEdit("{}", "{}")
_FLOW = Workflow(nodes=(NodeRecord(id="a", type="t.a"),))


@pytest.fixture
def project(tmp_path: Path) -> ProjectFile:
    return ProjectFile.create(tmp_path / "A.admaker", made_by="user")


def test_a_bug_while_writing_is_told_and_the_next_change_is_kept(
    project: ProjectFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures: list[AdMakerError] = []
    save = AutoSave(project, "user", lambda: None, failures.append)

    def broken(*_: object, **__: object) -> None:
        raise TypeError("bug")

    with monkeypatch.context() as patch:
        patch.setattr(project, "save_workflow", broken)
        save.keep(_FLOW, _EDIT)
        with pytest.raises(AdMakerError, match="TypeError"):
            save.flush()
    save.keep(_FLOW, _EDIT)
    save.close()
    assert project.workflow() == _FLOW
    project.close()


def test_half_a_character_from_a_clipboard_is_no_reason_to_keep_nothing(project: ProjectFile) -> None:
    save = AutoSave(project, "user", lambda: None, lambda _: None)
    torn = NodeRecord(id="a", type="t.a", settings={"text": "half \ud83e here"})
    save.keep(Workflow(nodes=(torn,)), LoggedEdit('{"text": "\ud83e"}', "{}"))
    save.close()
    assert project.workflow().node("a").settings["text"] == "half ? here"
    project.close()
