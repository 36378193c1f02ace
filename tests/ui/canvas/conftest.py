"""A canvas on a real session, shown and still."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QApplication

from admaker_desktop.graph.model import Workflow
from admaker_desktop.ui.canvas.graph_view import GraphView
from admaker_desktop.ui.previews import Previews
from admaker_desktop.ui.session import Session
from tests.ui.canvas.hand import Hand, small


@pytest.fixture
def open_view(open_session: Callable[..., Session]) -> Iterator[Callable[..., GraphView]]:
    """Opens canvases on workflows (None: the sample brief's project)."""
    opened: list[tuple[GraphView, Previews]] = []

    def make(workflow: Workflow | None = None) -> GraphView:
        session = open_session(workflow)
        previews = Previews(session)
        view = GraphView(session, previews)
        opened.append((view, previews))
        view.resize(1000, 700)
        view.show()
        QTest.qWaitForWindowExposed(view)
        QApplication.processEvents()
        return view

    yield make
    for view, previews in opened:
        view.close_view()
        previews.close()
        view.deleteLater()


@pytest.fixture
def view(open_view: Callable[..., GraphView]) -> GraphView:
    """The small workflow at 100 %."""
    made = open_view(small())
    made.viewer.set_view(1.0, made.scenery.bounds().center())
    QApplication.processEvents()
    return made


@pytest.fixture
def hand(view: GraphView) -> Hand:
    return Hand(view)
