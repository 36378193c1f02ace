"""The run bar: what it says of a plan, a run and its end; what its buttons do, and why they cannot."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot
from qtpy.QtCore import Qt

from admaker_desktop.core.messages import msg
from admaker_desktop.core.money import FREE
from admaker_desktop.engine.lane import Lane
from admaker_desktop.engine.plan import NodePlan, Plan
from admaker_desktop.graph.edits import Remove, SetSetting
from admaker_desktop.graph.model import Workflow
from admaker_desktop.services.run_watch import LaneLoad, NodeStatus, RunEnd, RunView
from admaker_desktop.ui.runbar.bar import RunBar
from admaker_desktop.ui.runbar.words import Saying, say_end, say_plan, say_run
from admaker_desktop.ui.session import Session


def view(**facts: object) -> RunView:
    given = {
        "run": "r",
        "target": None,
        "started_at": 0.0,
        "elapsed_s": 9.0,
        "steps": 20,
        "done": 11,
        "cached": 4,
        "failed": 0,
        "fraction": 0.4,
        "left_s": 41.0,
        "lanes": (LaneLoad(Lane.CPU, 1, 2, ("cut",)), LaneLoad(Lane.EXPORT, 3, 3, ("export",))),
        "running": ("cut",),
    }
    return RunView(**(given | facts))  # type: ignore[arg-type]


def words(bar: RunBar) -> list[str]:
    saying = bar._saying
    return [saying.above.text(), saying.strong.text(), saying.rest.text()]


@pytest.fixture
def bar(session: Session, qtbot: QtBot) -> RunBar:
    made = RunBar(session)
    qtbot.addWidget(made)
    made.resize(1180, 52)
    made.show()
    return made


def test_a_plan_is_told_in_steps_and_price() -> None:
    plan = Plan((NodePlan("a", "done", 40, 40), NodePlan("b", "to_run", 12, 6)), {}, FREE)
    assert say_plan(plan, is_empty=False) == Saying("To run this flow", "free", "6 steps to run, 46 cached")
    open_ended = Plan((NodePlan("a", "to_run", 1, 0), NodePlan("b", "unknown", 0, 0)), {}, FREE)
    assert say_plan(open_ended, is_empty=False).rest == "1 step to run and what follows, 0 cached"
    only_later = Plan((NodePlan("b", "unknown", 0, 0),), {}, FREE)
    assert say_plan(only_later, is_empty=False).rest == "steps to run follow from the first, 0 cached"
    done = Plan((NodePlan("a", "done", 46, 46),), {}, FREE)
    assert say_plan(done, is_empty=False) == Saying("To run this flow", "up to date", "46 steps cached", "ok")
    unknown = Plan((NodePlan("b", "to_run", 1, 0),), {}, None)  # type: ignore[arg-type]  # the next issue's price
    assert say_plan(unknown, is_empty=False).strong == "unknown"
    assert say_plan(None, is_empty=False).strong == "looking what would run"
    assert say_plan(None, is_empty=True).strong == "nothing to run yet"


def test_a_run_and_its_end_are_told() -> None:
    assert say_run(view(), is_stopping=False) == Saying("Running", "11 of 20", "41 s left", "info")
    assert say_run(view(left_s=None), is_stopping=True) == Saying("Stopping", "11 of 20", "", "info")
    assert say_run(view(steps=0), is_stopping=False).strong == "starting"
    end = RunEnd("r", "done", None, 38.2, 6, 46)
    assert say_end(end, 0) == Saying("Finished", "Done in 38 s", "6 run, 46 cached", "ok")
    assert say_end(end, 1).strong == "1 node needs you"
    assert say_end(RunEnd("r", "cancelled", None, 3.0, 2, 0), 0).strong == "what was finished is kept"
    assert say_end(RunEnd("", "failed", None, 0.0), 0) == Saying("Ended", "it could not be run", "", "err")


def test_without_a_project_there_is_nothing_to_run(qtbot: QtBot) -> None:
    bar = RunBar()
    qtbot.addWidget(bar)
    assert words(bar)[1] == "nothing to run yet"
    assert not bar.run.isEnabled()
    assert bar.run.toolTip() == "There is nothing to run yet: start with a brief."
    bar.start()
    bar.start_to_here()
    bar.cancel()
    bar._show_need()


def test_the_plan_of_a_new_project_is_shown(bar: RunBar, session: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: session.plan is not None)
    assert words(bar)[:2] == ["To run this flow", "free"]
    assert bar.run.isEnabled()
    assert not bar.run_to_here.isEnabled()
    assert bar.run_to_here.toolTip() == "Select the node to run to."
    session.select("brief")
    assert bar.run_to_here.isEnabled()
    session.apply(Remove(node_ids=tuple(record.id for record in session.workflow.nodes)), msg("Delete"))
    qtbot.waitUntil(lambda: words(bar)[1] == "nothing to run yet")


def test_a_flow_that_cannot_run_says_what_is_missing(
    open_session: Callable[..., Session], session: Session, qtbot: QtBot
) -> None:
    links = tuple(link for link in session.workflow.links if link.to_node != "brand")
    broken = open_session(Workflow(nodes=session.workflow.nodes, links=links), "Broken")
    bar = RunBar(broken)
    qtbot.addWidget(bar)
    qtbot.waitUntil(lambda: bool(broken.plan_problem))
    assert words(bar)[1] == "it needs a change first"
    assert not bar.run.isEnabled()
    assert "brief" in bar.run.toolTip()


def test_running_to_a_node_shows_progress_and_the_end(bar: RunBar, session: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: session.plan is not None)
    session.select("brand")
    with qtbot.waitSignal(session.run_ended, timeout=30_000):
        bar.run_to_here.click()
        assert session.is_running
        assert bar.stop.isVisibleTo(bar)
        assert not bar.run.isVisibleTo(bar)
        assert bar.run_to_here.toolTip() == "A run is on its way."
        bar.start()
    assert words(bar)[0] == "Finished"
    assert words(bar)[1].startswith("Done in")
    assert words(bar)[2] == "2 run, 0 cached"
    assert bar.run.isVisibleTo(bar)
    session.apply(SetSetting("headline", "text", "Mine"), msg("x"))
    qtbot.waitUntil(lambda: words(bar)[0] == "To run this flow")


def test_cancel_stops_the_run(bar: RunBar, session: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: session.plan is not None)
    with qtbot.waitSignal(session.run_ended, timeout=30_000) as ended:
        bar.run.click()
        bar.stop.click()
        assert bar.stop.is_busy
    assert ended.args[0].state == "cancelled"
    assert words(bar)[0] == "Stopped"
    assert not bar.stop.is_busy


def test_a_failed_node_is_one_click_away(bar: RunBar, session: Session, qtbot: QtBot) -> None:
    session._outlook._last["image"] = NodeStatus("failed", message=msg("The picture is gone."))
    session.run_ended.emit(RunEnd("r", "failed", None, 4.0, 3, 0, {"image": msg("The picture is gone.")}))
    assert words(bar)[1] == "1 node needs you"
    with qtbot.waitSignal(bar.node_asked) as asked:
        qtbot.mouseClick(bar._saying, Qt.MouseButton.LeftButton)
    assert asked.args == ["image"]
    assert session.selected == "image"
    with qtbot.waitSignal(bar.node_asked):
        qtbot.keyClick(bar._saying, Qt.Key.Key_Return)


def test_lanes_are_shown_as_the_width_allows(bar: RunBar, session: Session) -> None:
    bar.lanes.show_loads(view().lanes)
    export = bar.lanes.tiles["export"]
    assert export._what == "Export ×3"
    assert bar.lanes.tiles["cpu"].toolTip() == "CPU 1/2: Editor"
    assert bar.lanes.tiles["gpu"].isHidden()
    wide = bar.lanes.sizeHint().width()
    bar.grab()
    bar.resize(932, 52)
    assert bar.lanes.sizeHint().width() < wide
    bar.grab()
    bar.resize(700, 52)
    assert bar.lanes.isHidden()
    bar.set_session(None)
    assert bar.lanes.tiles["cpu"].isHidden()
