"""Recent projects as cards, whatever state their files are in."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from admaker_desktop.graph.model import NodeRecord, Workflow
from admaker_desktop.project.file import ProjectFile, StoredResult
from admaker_desktop.project.state import StateDb
from admaker_desktop.services.recent import recent_projects

THUMBNAIL = "ab" * 32


@pytest.fixture
def state(tmp_path: Path) -> Iterator[StateDb]:
    made = StateDb(tmp_path / "home" / "state.db")
    yield made
    made.close()


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "home" / "store"


def make_project(path: Path, aspects: tuple[str, ...] = ("9:16", "16:9")) -> Path:
    """A project with a brief and finished files, as far as a card looks."""
    project = ProjectFile.create(path, made_by="user")
    nodes = (NodeRecord(id="brief", type="strategy.brief"), NodeRecord(id="export", type="edit.export"))
    project.save_workflow(Workflow(nodes=nodes))
    brief = {"brief": {"brand": "Maison Luma", "language": "fr"}}
    results = [StoredResult("brief", 0, False, "k", json.dumps(brief))]
    for item, aspect in enumerate(aspects):
        picture = {"sha256": THUMBNAIL if aspect == "16:9" else "cd" * 32, "ext": "png"}
        outputs = {"file": {"format": {"aspect": aspect}, "thumbnail": picture}}
        results.append(StoredResult("export", item, True, f"k{item}", json.dumps(outputs)))
    project.save_results(results, (), {})
    project.close()
    return path


def test_a_finished_project_shows_client_formats_language_and_picture(
    tmp_path: Path, state: StateDb, store: Path
) -> None:
    path = make_project(tmp_path / "Nuit Claire #1.admaker")
    thumbnail = path.with_suffix(".media") / THUMBNAIL[:2] / f"{THUMBNAIL}.png"
    thumbnail.parent.mkdir(parents=True)
    thumbnail.touch()
    state.note_opened(str(path))
    (card,) = recent_projects(state, store)
    assert (card.name, card.client, card.state, card.files) == ("Nuit Claire #1", "Maison Luma", "finished", 2)
    assert (card.formats, card.languages, card.thumbnail) == (("9:16", "16:9"), ("fr",), thumbnail)


def test_the_newest_comes_first_and_a_forgotten_one_not_at_all(tmp_path: Path, state: StateDb, store: Path) -> None:
    paths = [make_project(tmp_path / f"{name}.admaker", ()) for name in "abc"]
    for path in paths:
        state.note_opened(str(path))
    state.forget(str(paths[1]))
    assert [card.name for card in recent_projects(state, store)] == ["c", "a"]


def test_a_project_without_files_is_a_draft_and_a_picture_that_is_gone_is_none(
    tmp_path: Path, state: StateDb, store: Path
) -> None:
    state.note_opened(str(make_project(tmp_path / "a.admaker", ())))
    state.note_opened(str(make_project(tmp_path / "b.admaker")))
    finished, draft = recent_projects(state, store)
    assert (draft.state, draft.files, finished.thumbnail) == ("draft", 0, None)


@pytest.mark.parametrize(
    ("ended", "shown"), [("done", "finished"), ("failed", "stopped"), ("cancelled", "stopped"), (None, "running")]
)
def test_the_last_run_shows(tmp_path: Path, state: StateDb, store: Path, ended: str | None, shown: str) -> None:
    path = str(make_project(tmp_path / "a.admaker"))
    state.note_opened(path)
    state.start_run("r1", path)
    if ended:
        state.end_run("r1", ended)  # type: ignore[arg-type]  # one of the states
    assert recent_projects(state, store)[0].state == shown


def test_a_project_that_somebody_has_open_is_read_without_its_lock(tmp_path: Path, state: StateDb, store: Path) -> None:
    path = make_project(tmp_path / "a.admaker")
    state.note_opened(str(path))
    owner = ProjectFile.open(path)
    try:
        assert recent_projects(state, store)[0].client == "Maison Luma"
    finally:
        owner.close()


def test_missing_foreign_newer_damaged_and_busy_files_are_cards_that_say_so(
    tmp_path: Path, state: StateDb, store: Path
) -> None:
    foreign, other, newer, damaged, busy = (
        tmp_path / f"{name}.admaker" for name in ("foreign", "other", "newer", "damaged", "busy")
    )
    foreign.write_bytes(b"not a database" * 60)
    sqlite3.connect(other).execute("CREATE TABLE node (id)").connection.close()
    for path in (newer, damaged, busy):
        make_project(path)
    sqlite3.connect(newer).execute("PRAGMA user_version = 999").connection.close()
    whole = damaged.read_bytes()
    damaged.write_bytes(whole[:200] + b"\xff" * (len(whole) - 200))
    for path in (tmp_path / "missing.admaker", foreign, other, newer, damaged, busy):
        state.note_opened(str(path))
    writer = sqlite3.connect(busy)
    writer.execute("BEGIN EXCLUSIVE")
    cards = {card.name: card for card in recent_projects(state, store)}
    writer.close()
    assert {name: (card.state, str(card.problem)) for name, card in cards.items()} == {
        "missing": ("missing", "The file is not at its place any more."),
        "foreign": ("unreadable", "The file is damaged."),
        "other": ("unreadable", "This is not a project of this version."),
        "newer": ("unreadable", "This is not a project of this version."),
        "damaged": ("unreadable", "The file is damaged."),
        "busy": ("unreadable", "Another program is writing it."),
    }


def test_a_project_whose_last_transaction_was_cut_off_says_that_opening_it_helps(
    tmp_path: Path, state: StateDb, store: Path
) -> None:
    whole, cut = make_project(tmp_path / "whole.admaker"), tmp_path / "cut.admaker"
    writer = sqlite3.connect(whole)
    writer.execute("PRAGMA cache_size = 1")
    writer.execute("PRAGMA cache_spill = 1")
    writer.execute("BEGIN")
    writer.executemany("INSERT INTO meta VALUES (?, ?)", [(f"k{n}", "x" * 4000) for n in range(200)])
    cut.write_bytes(whole.read_bytes())
    journal = whole.with_name(f"{whole.name}-journal").read_bytes()
    cut.with_name(f"{cut.name}-journal").write_bytes(journal)
    writer.rollback()
    writer.close()
    state.note_opened(str(cut))
    card = recent_projects(state, store)[0]
    assert (card.state, str(card.problem)) == ("unreadable", "It was not closed properly: open it.")


def test_results_that_are_no_json_do_not_matter(tmp_path: Path, state: StateDb, store: Path) -> None:
    path = make_project(tmp_path / "a.admaker")
    with sqlite3.connect(path) as file:
        file.execute("UPDATE result SET outputs = 'oops' WHERE node = 'brief'")
        file.execute("""UPDATE result SET outputs = '{"file": {"thumbnail": {"sha256": "../x"}}}' WHERE item = 1""")
    file.close()
    state.note_opened(str(path))
    card = recent_projects(state, store)[0]
    assert (card.client, card.files, card.thumbnail) == ("", 2, None)
