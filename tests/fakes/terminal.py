"""The command line as a user calls it, in this process: arguments in, exit code and both streams out."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from typing import Any

import pytest

from admaker_desktop.cli.main import main


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The last line of stdout as JSON."""
        parsed: dict[str, Any] = json.loads(self.out.strip().splitlines()[-1])
        return parsed


class Terminal:
    """Calls `admaker`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capfd = capfd

    def __call__(self, *arguments: object) -> Answer:
        """Run one command."""
        self._capfd.readouterr()
        self._monkeypatch.setattr(sys, "argv", ["admaker", *map(str, arguments)])
        code = 0
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
        out, err = self._capfd.readouterr()
        assert "Traceback" not in err + out
        return Answer(code, out, err)
