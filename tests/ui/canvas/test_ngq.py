"""What the canvas relies on in NodeGraphQt 0.6.44, and that importing it is light and leaves nothing behind."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

from admaker_desktop.ui.canvas import ngq
from admaker_desktop.ui.canvas.graph import Graph
from admaker_desktop.ui.canvas.viewer import Viewer

STUB = Path(ngq.__file__).with_suffix(".pyi")


def declared(cls: type) -> list[str]:
    """The names of a class in ngq.pyi."""
    classes = {node.name: node for node in ast.parse(STUB.read_text("utf-8")).body if isinstance(node, ast.ClassDef)}
    names = []
    for part in classes[cls.__name__].body:
        if isinstance(part, ast.FunctionDef):
            names.append(part.name)
        elif isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name):
            names.append(part.target.id)
    return names


@pytest.mark.parametrize(
    "cls",
    [ngq.AbstractNodeItem, ngq.PortItem, ngq.PipeItem, ngq.LivePipeItem, ngq.NodeViewer, ngq.NodeGraph],
    ids=lambda cls: cls.__name__,
)
def test_upstream_has_all_that_the_stub_declares(cls: type) -> None:
    source = "".join(inspect.getsource(base) for base in cls.__mro__ if base.__module__.startswith("NodeGraphQt"))
    missing = [name for name in declared(cls) if not hasattr(cls, name) and f"self.{name} =" not in source]
    assert missing == []


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("_on_nodes_moved", ["self", "node_data"]),
        ("_on_connection_changed", ["self", "disconnected", "connected"]),
        ("_on_connection_sliced", ["self", "ports"]),
        ("_on_node_data_dropped", ["self", "mimedata", "pos"]),
        ("_wire_signals", ["self"]),
        ("_register_builtin_nodes", ["self"]),
    ],
)
def test_the_slots_for_intents_are_upstreams(name: str, parameters: list[str]) -> None:
    for cls in (ngq.NodeGraph, Graph):
        assert list(inspect.signature(getattr(cls, name)).parameters) == parameters


def test_the_judgements_that_are_overridden_are_the_ones_that_upstream_asks() -> None:
    source = inspect.getsource(ngq.NodeViewer.apply_live_connection)
    for name in ("acyclic_check", "_validate_accept_connection", "_validate_reject_connection", "connection_changed"):
        assert f"self.{name}" in source
        assert hasattr(Viewer, name)


def test_importing_it_takes_no_qt_py_no_distutils_and_no_other_qt_modules() -> None:
    code = (
        "import sys; from qtpy import QtGui, QtWidgets, QtSvg; before = set(sys.modules);"
        "import admaker_desktop.ui.canvas.ngq;"
        "new = {name.split('.')[0] if not name.startswith('PySide6') else name for name in set(sys.modules) - before};"
        "assert 'Qt' not in sys.modules and 'distutils' not in sys.modules;"
        "assert not {'setuptools', 'numpy', 'av'} & new, new;"
        "extra = {n for n in new if n.startswith('PySide6.')} - {'PySide6.QtSvg'};"
        "assert not extra, extra"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True, timeout=60)
