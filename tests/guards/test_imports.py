"""Qt's binding must not read the source of everything that is imported."""

from __future__ import annotations

import subprocess
import sys

import pytest

_TWO_AT_ONCE = """
import builtins, threading
{start}
assert hasattr(builtins, "__feature_import__"), "PySide6 has no such wrapper any more: core.imports can go"
assert builtins.__import__ is not builtins.__feature_import__
errors = []

def load():
    try:
        import admaker_desktop.services.studio
    except BaseException as error:
        errors.append(error)

threads = [threading.Thread(target=load) for _ in range(4)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
assert not errors, errors
"""


@pytest.mark.parametrize(
    "start",
    [
        "from admaker_desktop.app import bind_qt; bind_qt()",
        "import os; os.environ['QT_QPA_PLATFORM'] = 'offscreen'\nfrom admaker_desktop.media import text; text.start()",
    ],
    ids=["the-window", "the-command-line"],
)
def test_no_import_looks_for_features_after_qt_is_loaded_and_threads_may_import_at_once(start: str) -> None:
    code = _TWO_AT_ONCE.format(start=start)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert done.returncode == 0, done.stderr
