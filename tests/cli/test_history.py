"""runs: what was run, when, and what failed in it."""

from __future__ import annotations

from pathlib import Path

from admaker_desktop.project.state import StateDb
from admaker_desktop.settings.home import find_home
from tests.fakes.runs import FakeJournal
from tests.fakes.terminal import Terminal


def _journal() -> FakeJournal:
    StateDb(find_home().state).close()
    return FakeJournal(find_home().state)


def test_runs_of_a_project_are_listed_newest_first(admaker: Terminal, tmp_path: Path) -> None:
    path, journal = tmp_path / "Nuit.admaker", _journal()
    journal.add_run(path, ago_s=9000)
    journal.add_run(tmp_path / "Other.admaker")
    journal.add_run(path, "failed", ago_s=60, target="images")
    runs = admaker("runs", path, "--json").json["runs"]
    assert [(run["number"], run["state"], run["target"]) for run in runs] == [
        (3, "failed", "images"),
        (1, "done", None),
    ]
    assert runs[1]["steps"] == {"run": 13, "cached": 1, "failed": 0}
    assert runs[1]["seconds"] == 20.0
    assert runs[0]["failed"]["images"].endswith("Try again with smaller pictures.")
    table = admaker("runs", path).out
    assert [line.split()[0] for line in table.splitlines()] == ["run", "#3", "#1"]
    assert len(admaker("runs", path, "--limit", "1", "--json").json["runs"]) == 1


def test_a_project_that_is_nowhere_is_a_failure_in_one_line(admaker: Terminal, tmp_path: Path) -> None:
    answer = admaker("runs", tmp_path / "Nobody.admaker", "--json")
    assert answer.code == 1
    assert "There is no project" in answer.json["error"]


def test_a_project_without_runs_has_an_empty_list(admaker: Terminal, tmp_path: Path) -> None:
    admaker("new", tmp_path / "Fresh.admaker")
    assert admaker("runs", tmp_path / "Fresh.admaker", "--json").json == {"runs": []}
