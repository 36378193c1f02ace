"""The project file: made, opened, refused, owned."""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path

import pytest

from admaker_desktop.core.errors import DamagedFile, ProjectError, StorageError
from admaker_desktop.core.media import MediaRef
from admaker_desktop.graph.model import Link, NodeRecord, Workflow
from admaker_desktop.project.file import APPLICATION_ID, LoggedEdit, ProjectFile, StoredAsset, StoredResult
from admaker_desktop.project.migrations import VERSION
from admaker_desktop.project.state import StateDb

GRAPH = Workflow(
    nodes=(
        NodeRecord(id="a", type="test.a", settings={"text": "é", "n": 2}, take=1, x=3.5),
        NodeRecord(id="b", type="t.b"),
    ),
    links=(Link(from_node="a", from_port="out", to_node="b", to_port="inp"),),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Été été.admaker"


def test_what_is_saved_is_there_after_opening(path: Path) -> None:
    project = ProjectFile.create(path, made_by="user")
    project.save_workflow(GRAPH, actor="user", edits=(LoggedEdit("{}", "{}"),))
    ref = MediaRef(sha256="a" * 64, ext="png", size_bytes=3)
    result = StoredResult("a", 0, False, "key", '{"x": 1}')
    project.save_results([result], [StoredAsset(ref, "a", "draft")], {"timeline": "{}"})
    project.close()
    project = ProjectFile.open(path)
    assert project.workflow() == GRAPH
    assert project.results() == (result,)
    assert project.assets()[0].ref == ref
    assert project.document("timeline") == "{}"
    assert project.document("nothing") == ""
    assert (project.meta("made_by"), project.edit_count("user"), project.edit_count("demo")) == ("user", 1, 0)
    assert project.integrity_problems() == ()
    assert project.media_folder.name == "Été été.media"
    project.close()


def test_a_new_run_replaces_a_nodes_results(path: Path) -> None:
    project = ProjectFile.create(path, made_by="user")
    project.save_results([StoredResult("a", i, True, f"k{i}", "{}") for i in range(3)], [], {})
    project.save_results([StoredResult("a", 0, True, "new", "{}")], [], {})
    assert [result.key for result in project.results()] == ["new"]
    project.close()


def test_the_file_says_what_it_is(path: Path) -> None:
    ProjectFile.create(path, made_by="user").close()
    head = path.read_bytes()[:100]
    assert int.from_bytes(head[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(head[60:64], "big") == VERSION
    assert head[18:20] == b"\x01\x01"  # a rollback journal, no WAL
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"", "is not an AdMaker project"), (b"hello" * 100, "is not an AdMaker project")],
)
def test_a_foreign_file_is_refused(path: Path, content: bytes, message: str) -> None:
    path.write_bytes(content)
    with pytest.raises(ProjectError, match=message):
        ProjectFile.open(path)
    assert path.read_bytes() == content


def test_another_apps_database_is_refused(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE t (x)")
    db.close()
    with pytest.raises(ProjectError, match="is not an AdMaker project"):
        ProjectFile.open(path)


def test_a_newer_project_is_refused_and_not_touched(path: Path) -> None:
    ProjectFile.create(path, made_by="user").close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    before = path.read_bytes()
    with pytest.raises(ProjectError, match="newer AdMaker"):
        ProjectFile.open(path)
    assert path.read_bytes() == before


def test_a_damaged_project_is_refused(path: Path) -> None:
    project = ProjectFile.create(path, made_by="user")
    project.save_workflow(GRAPH)
    project.close()
    data = bytearray(path.read_bytes())
    data[4096:20000] = os.urandom(len(data[4096:20000]))
    path.write_bytes(data)
    with pytest.raises(ProjectError, match="damaged"):
        ProjectFile.open(path)


def test_a_missing_project_is_said_so(path: Path) -> None:
    with pytest.raises(ProjectError, match="There is no project"):
        ProjectFile.open(path)


def test_a_project_is_not_made_over_a_file(path: Path) -> None:
    path.write_text("mine")
    with pytest.raises(ProjectError, match="exists already"):
        ProjectFile.create(path, made_by="user")
    assert path.read_text() == "mine"


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StorageError):
        ProjectFile.create(tmp_path / "file" / "p.admaker", made_by="user")


def test_an_open_project_has_one_owner(path: Path) -> None:
    project = ProjectFile.create(path, made_by="user")
    with pytest.raises(ProjectError, match="open in another AdMaker"):
        ProjectFile.open(path)
    project.close()
    ProjectFile.open(path).close()


def test_a_dead_owners_lock_is_taken_over(path: Path) -> None:
    project = ProjectFile.create(path, made_by="user")
    lock = path.with_name(f".{path.name}.lock")
    owner = json.loads(lock.read_text())
    project.close()
    for left in (json.dumps(owner | {"pid": 2**22 + 12345}), "", "{half"):
        lock.write_text(left)
        project = ProjectFile.open(path)
        assert json.loads(lock.read_text())["pid"] == owner["pid"]
        project.close()
        assert not lock.exists()


def test_an_owner_on_another_machine_is_named(path: Path) -> None:
    ProjectFile.create(path, made_by="user").close()
    lock = path.with_name(f".{path.name}.lock")
    lock.write_text(json.dumps({"pid": 1, "host": "studio-mac", "since": 0}))
    with pytest.raises(ProjectError, match="open on the machine studio-mac"):
        ProjectFile.open(path)


def test_torn_text_in_the_schema_is_damage_not_a_bug(path: Path) -> None:
    ProjectFile.create(path, made_by="user").close()
    data = path.read_bytes()
    path.write_bytes(data.replace(b"CREATE TABLE node", b"CREATE TABL\xff node", 1))
    with pytest.raises(DamagedFile):
        ProjectFile.open(path)
    assert not list(path.parent.glob(".*.lock"))


def test_a_damaged_state_is_set_aside_and_made_anew(tmp_path: Path) -> None:
    state = tmp_path / "state.db"
    state.write_bytes(b"not a database" * 100)
    db = StateDb(state)
    db.note_opened("/p/A.admaker")
    assert [path for path, _ in db.recent(5)] == ["/p/A.admaker"]
    db.close()
    assert (tmp_path / "state.db.damaged").read_bytes().startswith(b"not a database")
