"""new, set, show, estimate, verify and the catalogues, without making an ad."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.terminal import Terminal

BRIEF = """# Brief
Brand: Nimbus
Product: Nimbus Rain Jacket, a light jacket that packs into its pocket
Audience: city cyclists
Key message: Rain is just weather
CTA: Find yours at nimbus.example
Length: 6 seconds
Format: 1:1
"""


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    path = tmp_path / "nimbus brief.md"
    path.write_text(BRIEF, encoding="utf-8")
    return path


@pytest.fixture
def project(admaker: Terminal, tmp_path: Path, brief: Path) -> Path:
    path = tmp_path / "Nimbus.admaker"
    assert admaker("new", path, "--brief", brief, "--json").json == {"ok": True, "project": str(path)}
    return path


def test_a_new_project_holds_the_brief_and_the_graph(admaker: Terminal, project: Path) -> None:
    shown = admaker("show", project, "--json").json
    nodes = {node["id"]: node for node in shown["nodes"]}
    assert "city cyclists" in nodes["brief"]["settings"]["text"]
    assert nodes["cta"]["type"] == "strategy.copy"
    assert {"from": "brief.brief", "to": "brand.brief"} in shown["links"]
    assert (shown["brief"], shown["timeline"]) == (None, None)


def test_the_suffix_may_be_left_out(admaker: Terminal, tmp_path: Path) -> None:
    assert admaker("new", tmp_path / "Plain").code == 0
    assert (tmp_path / "Plain.admaker").is_file()


def test_a_new_project_never_replaces_a_file(admaker: Terminal, project: Path) -> None:
    answer = admaker("new", project)
    assert (answer.code, answer.err.count("\n")) == (1, 1)
    assert "exists already" in answer.err


def test_a_setting_is_stored_as_its_type(admaker: Terminal, project: Path) -> None:
    assert admaker("set", project, "cta", "text", "  Ride on  ", "--json").json["value"] == "Ride on"
    assert admaker("set", project, "script", "seconds", "12.5", "--json").json["value"] == 12.5
    assert admaker("set", project, "formats", "aspects", "9:16, 1:1", "--json").json["value"] == ["9:16", "1:1"]
    nodes = {node["id"]: node for node in admaker("show", project, "--json").json["nodes"]}
    assert nodes["cta"]["settings"]["text"] == "Ride on"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nobody", "text", "x"), "no node 'nobody'"),
        (("cta", "nothing", "x"), "no setting 'nothing'"),
        (("cta", "script", "x"), "no setting 'script'"),
        (("script", "seconds", "abc"), "refuses 'abc'"),
        (("script", "seconds", "9999"), "refuses '9999'"),
        (("brief", "language", "de"), "refuses 'de'"),
    ],
)
def test_a_bad_setting_is_wrong_usage(
    admaker: Terminal, project: Path, arguments: tuple[str, ...], message: str
) -> None:
    answer = admaker("set", project, *arguments)
    assert (answer.code, answer.err.count("\n")) == (2, 1)
    assert message in answer.err


def test_the_estimate_knows_what_is_to_do(admaker: Terminal, project: Path) -> None:
    planned = admaker("estimate", project, "--json").json
    assert planned["cost"] == {"amount": "0.00", "currency": "EUR"}
    states = {node["node"]: node["state"] for node in planned["nodes"]}
    assert (states["brief"], states["script"]) == ("to_run", "unknown")
    assert "price: 0.00 EUR" in admaker("estimate", project).out


def test_a_run_to_a_node_makes_only_what_it_needs(admaker: Terminal, project: Path) -> None:
    lines = admaker("run", project, "--node", "storyboard", "--json").out.strip().splitlines()
    answer = admaker("run", project, "--node", "storyboard", "--json")
    assert any('"node_finished"' in line for line in lines)
    assert answer.json["steps"]["run"] == 0
    assert answer.json["event"] == "run_finished"
    shown = admaker("show", project, "--json").json
    assert shown["brief"]["brand"] == "Nimbus"
    assert shown["verdict"]["chosen"]["angle"]
    assert shown["script"]["cta"].startswith("Find yours")
    text = admaker("show", project).out
    assert "Nimbus" in text
    assert "headline:" in text


def test_run_refuses_an_unknown_node(admaker: Terminal, project: Path) -> None:
    answer = admaker("run", project, "--node", "nobody")
    assert (answer.code, "no node 'nobody'" in answer.err) == (2, True)


def test_verify_finds_a_missing_and_a_changed_file(admaker: Terminal, project: Path, tmp_path: Path) -> None:
    photo = tmp_path / "p.png"
    _write_png(photo)
    second = tmp_path / "Second.admaker"
    assert admaker("new", second, "--brief", tmp_path / "nimbus brief.md", "--photo", photo).code == 0
    admaker("run", second, "--node", "photos", "--json")
    assert admaker("verify", second, "--json").json == {"ok": True, "project": str(second), "files": 1, "problems": []}
    (media,) = (tmp_path / "Second.media").rglob("*.png")
    media.chmod(0o644)
    media.unlink()
    media.write_bytes(b"other")
    answer = admaker("verify", second, "--json")
    assert (answer.code, "changed" in answer.json["problems"][0]) == (1, True)
    media.unlink()
    assert "missing" in admaker("verify", second).out


@pytest.mark.parametrize("command", ["show", "run", "estimate", "verify"])
def test_a_project_that_is_none_is_one_line(admaker: Terminal, tmp_path: Path, command: str) -> None:
    foreign = tmp_path / "foreign.admaker"
    foreign.write_bytes(b"SQLite format 3\x00" + b"x" * 200)
    for path, message in ((foreign, "is not an AdMaker project"), (tmp_path / "none.admaker", "There is no project")):
        answer = admaker(command, path)
        assert (answer.code, answer.err.count("\n")) == (1, 1)
        assert message in answer.err


def test_an_error_is_json_too(admaker: Terminal, tmp_path: Path) -> None:
    answer = admaker("show", tmp_path / "none.admaker", "--json")
    assert answer.json["ok"] is False
    assert "There is no project" in answer.json["error"]


def test_the_catalogues_list_everything(admaker: Terminal) -> None:
    presets = admaker("presets", "--json").json["presets"]
    assert len(presets) == 100
    by_id = {preset["id"]: preset for preset in presets}
    assert by_id["master_universal_9x16"]["can_be_made"] is True
    assert by_id["display_html5_300x250"]["reason"]
    types = {node["type"] for node in admaker("nodes", "--json").json["nodes"]}
    assert {"strategy.brief", "visual.image", "edit.export"} <= types
    assert admaker("templates", "--json").json["templates"][0]["id"] == "first_ad"
    for command in ("presets", "nodes", "templates"):
        assert admaker(command).code == 0
    assert "tiktok" in admaker("presets", "--search", "tiktok").out


def test_help_version_and_wrong_usage(admaker: Terminal) -> None:
    assert "Exit codes" in admaker("--help").out
    assert "Exit codes" in admaker().out
    assert admaker("--version").out.startswith("admaker ")
    answer = admaker("dance")
    assert (answer.code, "No such command" in answer.err) == (2, True)
    assert admaker("new", "x", "--template", "none").code == 2


def _write_png(path: Path) -> None:
    import cv2
    import numpy as np

    cv2.imwrite(str(path), np.full((60, 40, 3), 200, np.uint8))
