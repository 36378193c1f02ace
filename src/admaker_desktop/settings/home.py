"""Where the app keeps its own things on this machine: ADMAKER_HOME."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class AppHome:
    """The app's own folder: state, content store, caches."""

    root: Path

    @property
    def state(self) -> Path:
        return self.root / "state.db"

    @property
    def store(self) -> Path:
        return self.root / "store"

    @property
    def logs(self) -> Path:
        return self.root / "logs"


def find_home() -> AppHome:
    """ADMAKER_HOME, else the system's folder for application data (nothing is made)."""
    given = os.environ.get("ADMAKER_HOME", "")
    if given:
        return AppHome(Path(given).expanduser().absolute())
    from platformdirs import user_data_path  # only when asked: imports ctypes

    return AppHome(user_data_path("AdMaker", appauthor=False))
