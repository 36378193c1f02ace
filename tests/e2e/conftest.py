"""One small ad, made once for all end-to-end tests: 6 s, square and vertical, from a French e-mail."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

MAIL = """De : Camille Roy <camille@brume.example>
Objet : Re: spot Brume

Bonjour,

Voici le brief pour notre gourde isotherme Brume 500, au format carré et vertical (1:1 et 9:16), 6 secondes.
Cible : randonneurs du week-end.
Message : l'eau fraîche jusqu'au sommet.
Offre : 29,90 € jusqu'au 12 décembre.
Appel à l'action : Commandez sur brume.example
Mention obligatoire : « Offre limitée à une gourde. »
Couleurs : #0E5A6B et sable.
À éviter : ne jamais dire « écologique ».

Merci,
Camille Roy
Brume SAS
"""


@dataclass(frozen=True)
class MadeAd:
    """A finished demo."""

    folder: Path
    home: Path
    brief: Path
    answer: dict[str, Any]

    def command(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        """Call the command line in a process of its own, with this ad's home."""
        return call(self.home, *arguments)


def call(home: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    """`admaker` as a process; text in and out."""
    return subprocess.run(
        [sys.executable, "-m", "admaker_desktop", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"ADMAKER_HOME": str(home)},
        timeout=300,
        check=False,
    )


@pytest.fixture(scope="session")
def ad(tmp_path_factory: pytest.TempPathFactory) -> MadeAd:
    """The ad, made by the command line."""
    folder = tmp_path_factory.mktemp("ad")
    home = tmp_path_factory.mktemp("ad-home")
    brief = folder / "mail.txt"
    brief.write_bytes(MAIL.encode("cp1252"))
    done = call(home, "demo", "--brief", brief, "--out", folder / "out", "--json")
    assert done.returncode == 0, done.stderr
    return MadeAd(folder / "out", home, brief, json.loads(done.stdout))
