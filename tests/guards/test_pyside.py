"""The pinned PySide6 survives void calls: on Python 3.11, 6.12.0 loses a reference of None at each and dies."""

from __future__ import annotations

import os
import subprocess
import sys

_CALLS = """
import sys
from PySide6.QtCore import QObject, Signal

class Source(QObject):
    fired = Signal(bool)

source, heard = Source(), []
source.fired.connect(heard.append)
before = sys.getrefcount(None)
for _ in range(20_000):
    source.setObjectName("a")       # returns void
    source.fired.emit(True)
lost = before - sys.getrefcount(None)
assert heard == [True] * 20_000
print("lost" if lost > 10_000 else "kept")
"""


def test_twenty_thousand_void_calls_and_emits_leave_none_alive() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", _CALLS], capture_output=True, encoding="utf-8", env=environment, timeout=60, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "kept"), done.stderr
