"""What starts fast stays fast: these modules load none of the heavy libraries."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("av", "cv2", "moderngl", "numpy", "onnxruntime", "PySide6", "sqlite_utils", "torch")
LIGHT = (
    "admaker_desktop.cli.main",
    "admaker_desktop.engine.events",
    "admaker_desktop.project.file",
    "admaker_desktop.project.state",
    "admaker_desktop.services.ads",
    "admaker_desktop.services.briefs",
    "admaker_desktop.services.projects",
    "admaker_desktop.services.studio",
)


@pytest.mark.parametrize("module", LIGHT)
def test_a_module_of_the_start_loads_nothing_heavy(module: str) -> None:
    code = f"import sys, {module}; print(*sorted(set({HEAVY!r}) & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.split() == []
