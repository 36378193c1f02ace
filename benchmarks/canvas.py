"""The canvas beside stock NodeGraphQt in the same process: building, painting the whole graph, panning at 100 %.

Run from the repository: `python benchmarks/canvas.py [--nodes 200] [--out FILE]`. Both show the same made-up graph (two
inputs and two outputs a node, one and a half wires a node) in a window of 1600 by 1000, painted into a picture. Stock
NodeGraphQt gets a cycle check that remembers where it was: its own would not end (68 s for 756 wires, measured).
Times are the GUI thread's own, so that a busy machine tells the same.
Goals: half of stock's time for building, six tenths for painting and panning, whatever machine this is.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_API", "pyside6")

from qtpy.QtCore import QPointF
from qtpy.QtGui import QImage, QPainter
from qtpy.QtWidgets import QApplication, QGraphicsView

from admaker_desktop.graph.model import Link, NodeRecord, Workflow

SIZE = (1600, 1000)
ROUNDS = 9
COLUMNS = 20
PITCH = (240, 260)
Entry = dict[str, object]


def made_up(nodes: int) -> list[tuple[int, int]]:
    """Wires as (from, to): to the next node, and from every second one to the one seven on."""
    return [(n, n + 1) for n in range(nodes - 1)] + [(n, n + 7) for n in range(0, nodes - 7, 2)]


def place(number: int) -> tuple[float, float]:
    """A node's corner on a grid."""
    return float(number % COLUMNS * PITCH[0]), float(number // COLUMNS * PITCH[1])


def median_ms(work: Callable[[], None]) -> float:
    """Median processor time of one call."""
    times = []
    for _ in range(ROUNDS):
        start = time.thread_time()
        work()
        times.append((time.thread_time() - start) * 1000)
    return statistics.median(times)


def painter_of(view: QGraphicsView) -> Callable[[], None]:
    """A function that paints what the view shows into a picture."""
    picture = QImage(*SIZE, QImage.Format.Format_ARGB32_Premultiplied)

    def paint() -> None:
        painter = QPainter(picture)
        view.render(painter)
        painter.end()

    return paint


def ours(nodes: int, folder: Path) -> dict[str, float]:
    """Seconds to build, ms to paint everything, ms a pan step."""
    os.environ["ADMAKER_HOME"] = str(folder / "home")
    from admaker_desktop.services.briefs import sample_brief  # after the home is set
    from admaker_desktop.services.opening import open_project
    from admaker_desktop.services.projects import Wishes, new_project
    from admaker_desktop.services.studio import Studio
    from admaker_desktop.settings.home import find_home
    from admaker_desktop.ui.canvas.graph_view import GraphView
    from admaker_desktop.ui.jobs import Jobs
    from admaker_desktop.ui.previews import Previews
    from admaker_desktop.ui.session import Session

    records = tuple(NodeRecord(id=f"n{n}", type="visual.cutout", x=place(n)[0], y=place(n)[1]) for n in range(nodes))
    links = tuple(
        Link(from_node=f"n{a}", from_port="image", to_node=f"n{b}", to_port="image") for a, b in made_up(nodes)
    )
    path = folder / "bench.admaker"
    with Studio(find_home()) as studio:
        project = new_project(studio, path, sample_brief(), Wishes(), "first_ad")
        project.save_workflow(Workflow(nodes=records, links=links))
        project.close()
        jobs = Jobs()
        session = Session(studio, open_project(studio, path), jobs)
        previews = Previews(session)
        start = time.thread_time()
        view = GraphView(session, previews)
        build_s = time.thread_time() - start
        view.resize(*SIZE)
        view.show()
        QApplication.processEvents()
        figures = _paint_ours(view)
        view.close_view()
        previews.close()
        session.close_now()
        jobs.close()
        view.deleteLater()
    return {"build_s": build_s, **figures}


def _paint_ours(view: object) -> dict[str, float]:
    from admaker_desktop.ui.canvas.graph_view import GraphView  # after the home is set

    assert isinstance(view, GraphView)  # noqa: S101 - for the type checker
    paint = painter_of(view.viewer)
    view.fit()
    whole_ms = median_ms(paint)
    view.viewer.set_view(1.0, view.scenery.bounds().center())

    def pan() -> None:
        view.viewer.pan_by(QPointF(13, 7))
        paint()

    return {"whole_ms": whole_ms, "pan_ms": median_ms(pan)}


def stock(nodes: int) -> dict[str, float]:
    """The same of NodeGraphQt as it comes, with a cycle check that ends."""
    from admaker_desktop.ui.canvas import ngq  # first: it brings upstream's modules in the short way

    BaseNode = importlib.import_module("NodeGraphQt.nodes.base_node").BaseNode  # noqa: N806 - a class

    class Plain(BaseNode):
        __identifier__ = "bench"
        NODE_NAME = "Node"

        def __init__(self) -> None:
            super().__init__()
            for name in ("image", "image 2"):
                self.add_input(name, multi_input=True)
                self.add_output(f"{name} out")

    ngq.NodeViewer.acyclic_check = staticmethod(lambda *_: True)
    start = time.thread_time()
    graph = ngq.NodeGraph()
    graph.set_acyclic(False)
    graph.register_node(Plain)
    made = [graph.create_node("bench.Plain", pos=list(place(n)), push_undo=False) for n in range(nodes)]
    for a, b in made_up(nodes):
        made[a].output(0).connect_to(made[b].input(0), push_undo=False)
    build_s = time.thread_time() - start
    viewer = graph.viewer()
    viewer.resize(*SIZE)
    viewer.show()
    QApplication.processEvents()
    paint = painter_of(viewer)
    viewer.zoom_to_nodes(viewer.all_nodes())
    whole_ms = median_ms(paint)
    viewer.reset_zoom(QPointF(COLUMNS * PITCH[0] / 2, nodes / COLUMNS * PITCH[1] / 2))

    def pan() -> None:
        viewer._set_viewer_pan(13, 7)  # noqa: SLF001 - its mouse does this
        paint()

    pan_ms = median_ms(pan)
    viewer.close()
    return {"build_s": build_s, "whole_ms": whole_ms, "pan_ms": pan_ms}


def entry(name: str, mine: float, theirs: float, share: float, unit: str) -> Entry:
    """One figure in the form of `make bench`; its goal is a share of stock's figure of the same run."""
    goal = round(theirs * share, 3)
    return {
        "id": f"canvas_{name}", "ours": round(mine, 3), "peer": round(theirs, 3), "peer_name": "NodeGraphQt 0.6.44",
        "ratio": round(mine / theirs, 3), "goal": goal, "unit": unit, "holds": mine <= goal,
    }  # fmt: skip


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--nodes", type=int, default=200)
    arguments.add_argument("--out", type=Path)
    chosen = arguments.parse_args()
    app = QApplication([])
    from admaker_desktop.media import text
    from admaker_desktop.ui.theme import theme

    text.start()
    theme.apply(app)
    with tempfile.TemporaryDirectory() as folder:
        mine = ours(chosen.nodes, Path(folder))
    theirs = stock(chosen.nodes)
    entries = [
        entry("build", mine["build_s"], theirs["build_s"], 0.5, "s"),
        entry("paint_whole", mine["whole_ms"], theirs["whole_ms"], 0.6, "ms"),
        entry("pan", mine["pan_ms"], theirs["pan_ms"], 0.6, "ms"),
    ]
    written = json.dumps(entries, indent=2)
    if chosen.out:
        chosen.out.parent.mkdir(parents=True, exist_ok=True)
        chosen.out.write_text(written + "\n", encoding="utf-8")
    print(written)
    sys.stdout.flush()
    os._exit(0)  # upstream's widgets have no orderly end


if __name__ == "__main__":
    main()
