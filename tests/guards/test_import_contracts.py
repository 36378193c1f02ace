"""Each contract of pyproject.toml is broken on purpose, in a house of empty rooms."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "admaker_desktop"

SOUND = {
    "media/text/setting.py": "from PySide6 import QtGui",
    "media/text/faces.py": "from qtpy import QtGui",
    "media/encode.py": "import av",
    "providers/catalog.py": "import admaker_desktop.providers.draft.image",
    "services/studio.py": "import admaker_desktop.providers.catalog\nimport admaker_desktop.media.encode",
    "ui/session.py": "from qtpy import QtCore\nimport admaker_desktop.services.studio",
    "app.py": "from qtpy import QtWidgets\nimport admaker_desktop.ui.session",
}
"""The imports that the contracts name as their exceptions, and some that they allow."""

BROKEN = {
    "core-knows-ad": ("layers", "core/ids.py", "import admaker_desktop.ad.brief"),
    "engine-knows-media": ("layers", "engine/runner.py", "import admaker_desktop.media.encode"),
    "providers-know-project": ("layers", "providers/draft/image.py", "import admaker_desktop.project.file"),
    "services-know-the-window": ("layers", "services/studio.py", "import admaker_desktop.ui.session"),
    "the-command-line-knows-the-window": ("layers", "cli/main.py", "import admaker_desktop.app"),
    "hidden-in-a-function": ("layers", "ad/brief.py", "def f():\n    import admaker_desktop.graph.model"),
    "hidden-from-the-runtime": (
        "layers",
        "ad/brief.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import admaker_desktop.nodes.catalog",
    ),
    "a-room-that-is-not-listed": ("layers", "attic/__init__.py", ""),
    "a-service-knows-the-catalogue": (
        "providers",
        "providers/draft/image.py",
        "import admaker_desktop.providers.catalog",
    ),
    "a-service-that-is-not-listed": ("providers", "providers/other/__init__.py", ""),
    "qt-in-a-service": ("qt", "services/studio.py", "from PySide6 import QtCore"),
    "qt-elsewhere-in-media": ("qt", "media/encode.py", "def f():\n    from qtpy import QtGui"),
    "av-in-a-service": ("av", "services/studio.py", "import av.error"),
    "torch-in-a-provider": ("torch", "providers/draft/image.py", "import torch"),
    "cycle": (
        "cycles",
        "graph/rules.py",
        "import admaker_desktop.graph.model",
        "graph/model.py",
        "import admaker_desktop.graph.rules",
    ),
}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the house with its real rooms, every one empty but for the allowed imports."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    real = ROOT / "src" / PACKAGE
    for room in [real, *(path for path in real.iterdir() if (path / "__init__.py").is_file())]:
        write(tmp_path / PACKAGE / room.relative_to(real) / "__init__.py", "")
    for name in ("__main__.py", "providers/draft/__init__.py", "providers/draft/image.py", "media/text/__init__.py"):
        write(tmp_path / PACKAGE / name, "")
    for name in (
        "ad/brief",
        "core/ids",
        "graph/model",
        "graph/rules",
        "engine/runner",
        "nodes/catalog",
        "project/file",
    ):
        write(tmp_path / PACKAGE / f"{name}.py", "")
    for name, text in SOUND.items():
        write(tmp_path / PACKAGE / name, text)
    return tmp_path


def write(path: Path, text: str) -> None:
    """Add to a module; its package is made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as out:
        out.write(text + "\n")


def lint(house: Path, *contracts: str) -> subprocess.CompletedProcess[str]:
    """Run import-linter in the house, on all contracts or those named."""
    chosen = [part for contract in contracts for part in ("--contract", contract)]
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    tool = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
    return subprocess.run(
        [sys.executable, "-c", tool, "--no-cache", *chosen],
        cwd=house,
        env={**unmeasured, "PYTHONPATH": str(house)},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_a_sound_house_keeps_every_contract(house: Path) -> None:
    done = lint(house)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "6 kept, 0 broken" in done.stdout


@pytest.mark.parametrize("case", BROKEN)
def test_a_forbidden_import_breaks_its_contract(house: Path, case: str) -> None:
    contract, *modules = BROKEN[case]
    for name, text in zip(modules[::2], modules[1::2], strict=True):
        write(house / PACKAGE / name, text)
    done = lint(house, contract)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "0 kept, 1 broken" in done.stdout, done.stdout + done.stderr
