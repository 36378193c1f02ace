"""Asks the package index whether every runtime dependency, as pinned, has a wheel for Windows and macOS (network)."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from importlib import metadata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from runtime_closure import runtime_closure

PYTHON = "311"
SYSTEMS = {
    "Windows x64": ("win_amd64",),
    "macOS arm64": tuple(f"macosx_{version}_arm64" for version in ("15_0", "14_0", "13_0", "12_0", "11_0"))
    + tuple(f"macosx_{version}_universal2" for version in ("13_0", "12_0", "11_0", "10_9")),
}
"""System to the platform tags that it takes, newest first: what a wheel asks for is the oldest macOS that it serves."""


def wheel_for(name: str, version: str, tags: tuple[str, ...], folder: Path) -> str:
    """The file name of the wheel that pip would take; empty when there is none. Downloads it into the folder."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
    command += ["--python-version", PYTHON, "--implementation", "cp", "--abi", f"cp{PYTHON}", "--abi", "abi3"]
    command += ["--abi", "none", "--disable-pip-version-check", "--dest", str(folder)]
    for tag in tags:
        command += ["--platform", tag]
    before = set(folder.iterdir())
    done = subprocess.run([*command, f"{name}=={version}"], capture_output=True, encoding="utf-8", check=False)
    new = sorted(set(folder.iterdir()) - before)
    return new[0].name if done.returncode == 0 and new else ""


def row(distribution: metadata.Distribution) -> tuple[str, dict[str, str]]:
    """A dependency and the wheel of each system."""
    name, version = distribution.metadata["Name"], distribution.version
    found = {}
    for system, tags in SYSTEMS.items():
        with tempfile.TemporaryDirectory() as folder:
            found[system] = wheel_for(name, version, tags, Path(folder))
    return f"{name} {version}", found


def main() -> int:
    """Print the table; 1 when a wheel is missing."""
    with ThreadPoolExecutor(4) as pool:
        rows = list(pool.map(row, runtime_closure().values()))
    missing = 0
    for title, found in rows:
        tags = {system: wheel.removesuffix(".whl").rpartition("-")[2] for system, wheel in found.items()}
        missing += sum(not tag for tag in tags.values())
        print(f"{title:42} " + "  ".join(f"{system}: {tag or 'MISSING':24}" for system, tag in tags.items()))
    print(f"{len(rows)} dependencies, {missing} wheels missing for Python 3.11.")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
