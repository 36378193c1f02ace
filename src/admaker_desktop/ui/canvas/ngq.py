"""NodeGraphQt 0.6.44, imported the short way; nothing else in the app names it.

NodeGraphQt reads Qt through Qt.py, which imports every Qt module, and versions through `distutils`, which is deprecated
in 3.11 and gone in 3.12. For the time of the import this module puts two small stand-ins in their places: 424 becomes
145 ms and 106 becomes 48 MB (reference figures, measured). What the canvas uses of it is written down in ngq.pyi, and
tests/ui/canvas/test_ngq.py holds upstream to it. Import this module only when the canvas is built.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

from qtpy import QtCore, QtGui, QtSvg, QtWidgets


class _Widgets(ModuleType):
    """QtWidgets as Qt 5 knew it: actions, shortcuts and undo stacks moved to QtGui since."""

    def __getattr__(self, name: str) -> object:
        home = QtWidgets if hasattr(QtWidgets, name) else QtGui
        return getattr(home, name)


class _LooseVersion:
    """Stands in for distutils.version.LooseVersion, good for dotted numbers."""

    def __init__(self, text: str) -> None:
        self.parts = tuple(int(part) for part in text.split(".") if part.isdecimal())

    def __ge__(self, other: _LooseVersion) -> bool:
        return self.parts >= other.parts


def _stand_ins() -> dict[str, ModuleType]:
    qt, version, distutils = ModuleType("Qt"), ModuleType("distutils.version"), ModuleType("distutils")
    for name, module in (("QtCore", QtCore), ("QtGui", QtGui), ("QtSvg", QtSvg)):
        setattr(qt, name, module)
    for name, module in (("QtWidgets", _Widgets("Qt.QtWidgets")), ("QtCompat", ModuleType("Qt.QtCompat"))):
        setattr(qt, name, module)
    version.LooseVersion = _LooseVersion  # type: ignore[attr-defined]  # a module made here
    distutils.version = version  # type: ignore[attr-defined]  # a module made here
    return {"Qt": qt, "distutils": distutils, "distutils.version": version}


@contextmanager
def _slim_imports() -> Iterator[None]:
    stand_ins = _stand_ins()
    before = {name: sys.modules.get(name) for name in stand_ins}
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name, module in before.items():
            if module is None:
                del sys.modules[name]
            else:
                sys.modules[name] = module


with _slim_imports():
    from NodeGraphQt.base.graph import NodeGraph
    from NodeGraphQt.qgraphics.node_abstract import AbstractNodeItem
    from NodeGraphQt.qgraphics.pipe import LivePipeItem, PipeItem
    from NodeGraphQt.qgraphics.port import PortItem
    from NodeGraphQt.widgets.viewer import NodeViewer

__all__ = ["AbstractNodeItem", "LivePipeItem", "NodeGraph", "NodeViewer", "PipeItem", "PortItem"]
