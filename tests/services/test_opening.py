"""Opening what a bad day has left of a project."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from admaker_desktop.graph.model import Link
from admaker_desktop.project.file import ProjectFile, StoredAsset, StoredResult
from admaker_desktop.services.new_ad import start_project
from admaker_desktop.services.opening import OpenedProject, open_project
from admaker_desktop.services.projects import Wishes, new_project
from admaker_desktop.services.studio import Studio


@pytest.fixture
def path(studio: Studio, tmp_path: Path) -> Path:
    return start_project(studio, tmp_path / "A.admaker", "", Wishes())


@pytest.fixture
def studio(home: Path) -> Iterator[Studio]:
    del home
    with Studio() as made:
        yield made


def _open(studio: Studio, path: Path) -> OpenedProject:
    opened = open_project(studio, path)
    opened.file.close()
    return opened


def _change(path: Path, sql: str, *values: object) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(sql, values)
    connection.close()


def test_results_that_cannot_be_read_cost_only_themselves(studio: Studio, path: Path) -> None:
    file = ProjectFile.open(path)
    file.save_results([StoredResult("headline", 0, False, "key", "{}")], (), {})
    file.close()
    _change(path, "UPDATE result SET outputs = CAST(? AS TEXT)", b"\xff\xfe torn")
    opened = _open(studio, path)
    assert opened.results == {}
    assert opened.workflow.node("headline")


def test_a_wire_that_ends_nowhere_is_dropped(studio: Studio, path: Path) -> None:
    _change(path, "INSERT INTO link VALUES (999, 'brief', 'brief', 'ghost', 'brief')")
    opened = _open(studio, path)
    assert opened.workflow.links
    assert Link(from_node="brief", from_port="brief", to_node="ghost", to_port="brief") not in opened.workflow.links


def test_media_beside_the_project_fill_an_empty_store(studio: Studio, path: Path) -> None:
    file = ProjectFile.open(path)
    good, swapped = (studio.store.add_bytes(data, "png") for data in (b"a picture", b"another"))
    file.save_results((), [StoredAsset(ref, "image", "draft") for ref in (good, swapped)], {})
    for ref in (good, swapped):
        studio.store.link_into(ref, file.media_folder)
    place = file.media_folder / swapped.sha256[:2] / swapped.file_name
    place.unlink()
    place.write_bytes(b"strange")
    file.close()
    shutil.rmtree(studio.store.root)
    _open(studio, path)
    assert studio.store.path(good).read_bytes() == b"a picture"
    assert not studio.store.has(swapped)


def test_a_project_that_cannot_be_written_at_birth_leaves_nothing(
    studio: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError("bug")

    monkeypatch.setattr(ProjectFile, "save_workflow", broken)
    with pytest.raises(ValueError, match="bug"):
        new_project(studio, tmp_path / "B.admaker", None, Wishes(), "first_ad")
    assert list(tmp_path.iterdir()) == []
