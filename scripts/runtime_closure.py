"""Which distributions the app brings along: what pyproject.toml requires, and what those require in turn."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PYPROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"
SHIPPED_EXTRAS = ("voice",)


def runtime_closure() -> dict[str, metadata.Distribution]:
    """Canonical name to installed distribution; raises PackageNotFoundError when one is not installed."""
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]
    texts = [*project["dependencies"]]
    for extra in SHIPPED_EXTRAS:
        texts += project["optional-dependencies"][extra]
    found: dict[str, metadata.Distribution] = {}
    waiting = needed_here(texts)
    while waiting:
        required = waiting.pop()
        key = canonicalize_name(required.name)
        if key not in found:
            found[key] = metadata.distribution(required.name)
            waiting += needed_here(found[key].requires or (), tuple(required.extras))
    return dict(sorted(found.items()))


def needed_here(texts: Iterable[str], extras: tuple[str, ...] = ()) -> list[Requirement]:
    """The requirements that hold on this system and this Python, with these extras."""
    requirements = [Requirement(text) for text in texts]
    return [
        required
        for required in requirements
        if required.marker is None or any(required.marker.evaluate({"extra": extra}) for extra in ("", *extras))
    ]
