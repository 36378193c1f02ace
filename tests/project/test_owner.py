"""Asking the process that has a project open."""

from __future__ import annotations

import json
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client
from pathlib import Path

import pytest

from admaker_desktop.core.errors import ProjectInUse
from admaker_desktop.project.file import ProjectFile
from admaker_desktop.project.lock import ProjectLock
from admaker_desktop.project.owner import Facts, ask_owner


@pytest.fixture
def project(tmp_path: Path) -> ProjectFile:
    return ProjectFile.create(tmp_path / "Spring.admaker", made_by="user")


def test_the_owner_answers(project: ProjectFile) -> None:
    seen: list[Facts] = []

    def answer(request: Facts) -> Facts:
        seen.append(request)
        return {"value": 3}

    server = project.answer_others(answer)
    try:
        assert ask_owner(project.path, {"set": ["cta", "text", "é"]}) == {"value": 3}
        assert seen == [{"set": ["cta", "text", "é"]}]
    finally:
        server.close()
        project.close()


def test_nobody_answers_for_a_closed_project(project: ProjectFile) -> None:
    project.answer_others(lambda _: {}).close()
    assert ask_owner(project.path, {}) is None
    project.close()
    assert ask_owner(project.path, {}) is None


def test_a_caller_without_the_secret_is_refused_and_the_owner_lives_on(project: ProjectFile) -> None:
    server = project.answer_others(lambda _: {"value": 1})
    try:
        address, _ = ProjectLock.owner_of(project.path) or ("", "")
        with pytest.raises((AuthenticationError, EOFError, OSError)):
            Client(address, authkey=b"wrong")
        assert ask_owner(project.path, {}) == {"value": 1}
    finally:
        server.close()
        project.close()


def test_the_lock_still_names_its_owner(project: ProjectFile) -> None:
    server = project.answer_others(lambda _: {})
    try:
        with pytest.raises(ProjectInUse, match="is open in another AdMaker"):
            ProjectFile.open(project.path)
        lock = project.path.with_name(f".{project.path.name}.lock")
        assert {"pid", "host", "since"} <= json.loads(lock.read_text(encoding="utf-8")).keys()
    finally:
        server.close()
        project.close()


def test_the_secret_is_for_its_user_alone(project: ProjectFile) -> None:
    server = project.answer_others(lambda _: {})
    try:
        lock = project.path.with_name(f".{project.path.name}.lock")
        assert lock.stat().st_mode & 0o077 == 0 or lock.drive  # Windows has other rights
    finally:
        server.close()
        project.close()


def test_a_request_that_is_no_object_is_refused_and_the_owner_lives_on(project: ProjectFile) -> None:
    server = project.answer_others(lambda request: {"value": len(request)})
    try:
        assert ask_owner(project.path, ["set"]) is None  # type: ignore[arg-type]  # what a stranger may send
        assert ask_owner(project.path, {"a": 1}) == {"value": 1}
    finally:
        server.close()
        project.close()


def test_without_a_socket_the_project_still_opens(project: ProjectFile, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: object) -> None:
        raise OSError("AF_UNIX path too long")

    monkeypatch.setattr("admaker_desktop.project.owner.Listener", refuse)
    server = project.answer_others(lambda _: {})
    assert ask_owner(project.path, {}) is None
    server.close()
    project.close()
