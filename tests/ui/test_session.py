"""The open project: edits, undo, saving, runs, closing."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from admaker_desktop.core.errors import AdMakerError
from admaker_desktop.core.messages import msg
from admaker_desktop.graph.edits import MoveNodes, Remove, SetSetting, add_nodes
from admaker_desktop.graph.model import Link, NodeRecord, Workflow
from admaker_desktop.project.file import ProjectFile
from admaker_desktop.ui.session import Session
from tests.fakes.terminal import Terminal


def test_an_edit_is_undone_and_redone_and_kept_on_disk(session: Session, qtbot: QtBot) -> None:
    session.apply(SetSetting("cta", "text", "Order now"), msg("Change the text"))
    assert session.undo_label == msg("Change the text")
    session.undo()
    assert "text" not in session.workflow.node("cta").settings
    session.redo()
    assert session.workflow.node("cta").settings["text"] == "Order now"
    qtbot.waitUntil(lambda: session.is_saved)
    assert session.project.workflow() == session.workflow


def test_quick_edits_of_one_field_are_one_step(session: Session) -> None:
    for text in ("O", "Or", "Ord"):
        session.apply(SetSetting("cta", "text", text), msg("Change the text"), merge="cta.text")
    session.undo()
    assert "text" not in session.workflow.node("cta").settings
    assert session.undo_label is None


def test_an_edit_that_does_not_fit_is_told_and_changes_nothing(session: Session, qtbot: QtBot) -> None:
    before = session.workflow
    with qtbot.waitSignal(session.failed) as failed:
        session.apply(SetSetting("nobody", "text", "x"), msg("Change the text"))
    assert isinstance(failed.args[0], AdMakerError)
    assert session.workflow == before
    assert session.undo_label is None


def test_removing_a_node_and_undo_gives_back_its_wires_in_their_order(session: Session) -> None:
    before = session.workflow
    session.apply(Remove(node_ids=("voice_offer", "script")), msg("Delete"))
    assert len(session.workflow.nodes) == len(before.nodes) - 2
    session.undo()
    assert session.workflow == before


def test_an_input_for_one_value_gives_up_its_wire(session: Session) -> None:
    link = Link(from_node="headline", from_port="text", to_node="cut", to_port="cta")
    session.connect_ports(link)
    assert [wire for wire in session.workflow.links_into("cut") if wire.to_port == "cta"] == [link]
    session.undo()
    assert link not in session.workflow.links


def test_wires_are_refused_with_the_reason(session: Session) -> None:
    wrong = Link(from_node="music", from_port="music", to_node="cut", to_port="brand")
    circle = Link(from_node="script", from_port="script", to_node="brand", to_port="brief")
    itself = Link(from_node="cut", from_port="views", to_node="cut", to_port="scenes")
    assert str(session.refusal(wrong)) == "Brand of Editor takes a brand kit, not music."
    assert session.refusal(circle) is not None
    assert session.refusal(itself) == msg("A node cannot feed itself.")
    with_reason = session.workflow
    session.connect_ports(wrong)
    assert session.workflow == with_reason


def test_the_plan_says_what_would_run(session: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: session.plan is not None)
    assert session.status("brief").state == "idle"
    assert session.status("cut").state == "idle"


def test_an_unknown_type_keeps_its_data(open_session: Callable[..., Session]) -> None:
    strange = NodeRecord(id="grain", type="acme.grain", settings={"amount": 3})
    session = open_session(Workflow(nodes=(strange,)))
    assert session.spec("grain") is None
    assert session.status("grain").state == "unknown_type"
    session.apply(MoveNodes({"grain": (5.0, 6.0)}), msg("Move"))
    assert session.workflow.node("grain").settings == {"amount": 3}


def test_a_run_makes_results_and_runs_only_what_depends_on_a_change(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.run_ended, timeout=60_000) as ended:
        session.start_run("headline")
    assert ended.args[0].state == "done"
    assert session.status("headline").state == "done"
    assert session.status("cut").state == "idle"
    with qtbot.waitSignal(session.run_ended, timeout=60_000) as ended:
        session.start_run("headline")
    assert (ended.args[0].ran, ended.args[0].failed) == (0, {})
    assert session.status("headline").is_cached
    session.apply(SetSetting("headline", "text", "Made for mornings"), msg("Change the text"))
    qtbot.waitUntil(lambda: session.status("headline").state == "stale")
    with qtbot.waitSignal(session.run_ended, timeout=60_000) as ended:
        session.start_run("headline")
    assert ended.args[0].ran == 1
    result = session.result("headline")
    assert result is not None
    assert result.values("text")[0] == ("Made for mornings",)


def test_undo_after_a_run_shows_the_older_result_without_a_run(session: Session, qtbot: QtBot) -> None:
    for text in ("First words", "Second words"):
        session.apply(SetSetting("headline", "text", text), msg("Change the text"))
        with qtbot.waitSignal(session.run_ended, timeout=60_000):
            session.start_run("headline")
    session.undo()
    qtbot.waitUntil(lambda: session.result("headline").values("text")[0] == ("First words",))  # type: ignore[union-attr]
    assert session.status("headline").state == "done"


def test_a_failed_node_tells_why_and_the_rest_goes_on(session: Session, qtbot: QtBot) -> None:
    session.apply(SetSetting("headline", "text", "Bonjour \U0001f600"), msg("Change the text"))
    with qtbot.waitSignal(session.run_ended, timeout=60_000) as ended:
        session.start_run("headline")
    assert ended.args[0].state == "failed"
    assert "headline" in ended.args[0].failed
    status = session.status("headline")
    assert status.state == "failed"
    assert "cannot be set" in str(status.message)
    assert session.status("script").state == "done"


def test_cancel_keeps_what_is_finished(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.run_ended, timeout=60_000) as ended:
        session.start_run()
        session.cancel_run()
    assert ended.args[0].state == "cancelled"
    assert not session.is_running


def test_closing_during_a_run_remembers_to_take_it_up(session: Session, qtbot: QtBot) -> None:
    closed: list[object] = []
    session.start_run("script")
    session.close(closed.append, take_up_again=True)
    qtbot.waitUntil(lambda: closed == [None], timeout=20_000)
    project = ProjectFile.open(session.path)
    assert project.meta("resume") == "script"
    project.close()


def test_a_read_only_disk_is_told_once_and_the_edit_is_kept(
    session: Session, qtbot: QtBot, monkeypatch: object
) -> None:
    thread = session.project._thread
    real = thread.call
    told: list[AdMakerError] = []
    session.failed.connect(told.append)

    def refuse(*_: object, **__: object) -> object:
        raise AdMakerError("The disk is full.", hint="Free some space.")

    thread.call = refuse  # type: ignore[method-assign]
    session.apply(SetSetting("cta", "text", "One"), msg("Change"))
    qtbot.waitUntil(lambda: len(told) == 1)
    assert not session.is_saved
    thread.call = real  # type: ignore[method-assign]
    session.apply(SetSetting("cta", "text", "Two"), msg("Change"))
    qtbot.waitUntil(lambda: session.is_saved, timeout=10_000)
    assert session.project.workflow().node("cta").settings["text"] == "Two"


def test_a_random_walk_of_500_edits_leaves_model_and_disk_equal(session: Session, qtbot: QtBot) -> None:
    dice = random.Random(7)
    start = session.workflow
    for number in range(500):
        kind = dice.randrange(6)
        nodes = session.workflow.nodes
        node = dice.choice(nodes).id if nodes else ""
        if kind == 0 and node:
            session.apply(MoveNodes({node: (dice.random() * 900, 3.0)}), msg("Move"))
        elif kind == 1:
            session.apply(add_nodes((NodeRecord(id=f"new_{number}", type="strategy.copy"),)), msg("Add"))
        elif kind == 2 and len(nodes) > 3:
            session.apply(Remove(node_ids=(node,)), msg("Delete"))
        elif kind == 3:
            session.undo()
        elif kind == 4:
            session.redo()
        elif node:
            session.apply(SetSetting(node, "text", str(number)), msg("Change"))
    qtbot.waitUntil(lambda: session.is_saved, timeout=20_000)
    assert session.project.workflow() == session.workflow
    while session.undo_label:
        session.undo()
    assert session.workflow == start


def test_the_file_is_free_after_closing(session: Session, tmp_path: Path) -> None:
    session.close_now()
    ProjectFile.open(session.path).close()
    assert [path.name for path in session.path.parent.iterdir() if path.name.endswith(".lock")] == []


def test_the_command_line_changes_the_open_project_through_the_window(
    session: Session, qtbot: QtBot, admaker: Terminal
) -> None:
    done = threading.Thread(target=lambda: admaker("set", str(session.path), "cta", "text", "Order now", "--json"))
    done.start()
    qtbot.waitUntil(lambda: session.undo_label is not None, timeout=20_000)
    qtbot.waitUntil(lambda: not done.is_alive(), timeout=20_000)
    assert session.workflow.node("cta").settings["text"] == "Order now"
    session.undo()
    assert "text" not in session.workflow.node("cta").settings


def test_what_deleted_nodes_have_made_is_no_part_of_the_ad_until_undo(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.run_ended, timeout=60_000):
        session.start_run("brief")
    brief = session.ad.brief
    assert brief is not None
    with qtbot.waitSignal(session.results_changed) as changed:
        session.apply(Remove(node_ids=("brief",)), msg("Delete"))
    assert (changed.args, session.ad.brief, session.result("brief")) == ([{"brief"}], None, None)
    with qtbot.assertNotEmitted(session.results_changed):
        session.apply(MoveNodes({"cta": (1.0, 2.0)}), msg("Move"))
    session.undo()
    with qtbot.waitSignal(session.results_changed) as changed:
        session.undo()
    assert (changed.args, session.ad.brief) == ([{"brief"}], brief)


def test_a_session_that_is_closing_starts_nothing(session: Session, qtbot: QtBot) -> None:
    session.start_run("headline")
    done: list[object] = []
    session.close(done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)
    with qtbot.assertNotEmitted(session.plan_changed, wait=300):
        session.start_run("headline")
    assert not session.is_running
