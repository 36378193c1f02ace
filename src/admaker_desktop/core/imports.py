"""The import statement without what Qt's binding puts around it for a switch that nobody here uses."""

from __future__ import annotations

import builtins


def restore_import() -> None:
    """Undo PySide6's `__feature_import__`; to be called after the binding is loaded. Any thread.

    WORKAROUND: the wrapper reads the source of every module that is imported, to find `from __feature__ import`, which
    nobody here uses. Two threads that import pydantic at the same time so look into half-made modules, and one of them
    fails with an ImportError (PySide6 6.11.3, pydantic 2.13: seen in the window's start on a busy machine).
    """
    original = getattr(builtins, "__orig_import__", None)
    if original is not None:
        builtins.__import__ = original
