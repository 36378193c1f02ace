"""Running workflows: fan-out, cache, failure, cancel, resume."""

from __future__ import annotations

import itertools
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from admaker_desktop.core.errors import Cancelled, GraphError, NodeInputError
from admaker_desktop.core.task import CancelToken
from admaker_desktop.engine.events import StepCached, StepFailed, StepFinished, StepProgress, StepStarted
from admaker_desktop.engine.plan import plan
from admaker_desktop.engine.runner import Run, RunReport
from admaker_desktop.graph.edits import SetSetting
from admaker_desktop.graph.model import Workflow
from tests.fakes.engine import Bench, ListSink, calls, gate, workflow

CHAIN = workflow(
    {"words": ("test.words", {}), "upper": ("test.upper", {}), "join": ("test.join", {})},
    "words.words>upper.word upper.word>join.words",
)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    calls.clear()
    gate.clear()
    made = Bench(tmp_path)
    yield made
    made.close()


RUNS = itertools.count(1)


def _run(bench: Bench, document: Workflow, sink: ListSink | None = None, target: str | None = None) -> RunReport:
    return Run(f"run {next(RUNS)}", document, bench.tools, sink or ListSink(), CancelToken()).execute("project", target)


def test_a_list_fans_out_and_is_collected_in_order(bench: Bench) -> None:
    report = _run(bench, CHAIN)
    assert report.state == "done"
    assert report.results["join"].values("text") == (("ONE TWO THREE",), False)
    assert (report.ran, report.cached) == (5, 0)


def test_a_second_run_runs_nothing(bench: Bench) -> None:
    _run(bench, CHAIN)
    calls.append("second")
    sink = ListSink()
    report = _run(bench, CHAIN, sink)
    assert (report.ran, report.cached) == (0, 5)
    assert calls[-1] == "second"
    assert len(sink.of(StepCached)) == 5


def test_only_what_depends_on_a_change_runs_again(bench: Bench) -> None:
    _run(bench, CHAIN)
    changed, _ = SetSetting("words", "text", "one two four").apply(CHAIN)
    calls.clear()
    calls.append("second")
    report = _run(bench, changed)
    assert calls == ["second", "words", "upper four", "join"]
    assert report.cached == 2


def test_an_equal_result_stops_the_change(bench: Bench) -> None:
    _run(bench, CHAIN)
    changed, _ = SetSetting("words", "text", "one  two  three").apply(CHAIN)
    calls.append("second")
    assert _run(bench, changed).ran == 1


def test_a_new_take_is_made_anew(bench: Bench) -> None:
    _run(bench, CHAIN)
    calls.append("second")
    nodes = tuple(n.model_copy(update={"take": 1}) if n.id == "upper" else n for n in CHAIN.nodes)
    assert _run(bench, CHAIN.model_copy(update={"nodes": nodes})).ran == 3


def test_a_result_whose_file_is_gone_is_made_anew(bench: Bench, tmp_path: Path) -> None:
    _run(bench, CHAIN)
    for file in (tmp_path / "store").rglob("*.txt"):
        file.unlink()
    calls.append("second")
    assert _run(bench, CHAIN).ran == 1


def test_two_lists_fan_out_as_every_combination(bench: Bench) -> None:
    document = workflow(
        {"a": ("test.words", {"text": "x y"}), "b": ("test.words", {"text": "1 2"}), "pair": ("test.pair", {})},
        "a.words>pair.left b.words>pair.right",
    )
    assert _run(bench, document).results["pair"].values("word")[0] == ("x-1", "x-2", "y-1", "y-2")


def test_several_wires_are_collected_into_one_list(bench: Bench) -> None:
    document = workflow(
        {"a": ("test.words", {"text": "x y"}), "b": ("test.words", {"text": "z"}), "join": ("test.join", {})},
        "a.words>join.words b.words>join.words",
    )
    assert _run(bench, document).results["join"].values("text")[0] == ("x y z",)


def test_an_empty_list_means_no_step(bench: Bench) -> None:
    document, _ = SetSetting("words", "text", "").apply(CHAIN)
    report = _run(bench, document)
    assert report.results["join"].values("text")[0] == ("",)
    assert report.ran == 2


def test_a_failed_step_stops_only_what_depends_on_it(bench: Bench) -> None:
    document = workflow(
        {
            "words": ("test.words", {"text": "good bad"}),
            "upper": ("test.upper", {}),
            "join": ("test.join", {}),
            "other": ("test.join", {}),
        },
        "words.words>upper.word upper.word>join.words words.words>other.words",
    )
    sink = ListSink()
    report = _run(bench, document, sink)
    assert report.state == "failed"
    assert {step: message.text() for step, message in report.failed.items()} == {
        "upper[1]": "The word is bad. Take another."
    }
    assert report.skipped == ["join"]
    assert "other" in report.results
    assert sink.of(StepFailed) == ["upper"]


def test_after_a_failure_the_good_items_are_kept(bench: Bench) -> None:
    document, _ = SetSetting("words", "text", "good bad").apply(CHAIN)
    _run(bench, document)
    calls.append("second")
    mended, _ = SetSetting("words", "text", "good better").apply(CHAIN)
    _run(bench, mended)
    assert "upper good" not in calls[calls.index("second") :]


def test_a_bug_in_a_node_fails_that_node_and_is_in_the_log(bench: Bench, caplog: pytest.LogCaptureFixture) -> None:
    document, _ = SetSetting("words", "text", "bug").apply(CHAIN)
    report = _run(bench, document)
    assert report.state == "failed"
    assert any("ZeroDivisionError" in str(message) for message in report.failed.values())
    assert "ZeroDivisionError" in caplog.text


def test_a_target_runs_only_what_it_needs(bench: Bench) -> None:
    report = _run(bench, CHAIN, target="upper")
    assert "join" not in report.results
    assert "upper" in report.results


def test_events_tell_the_story(bench: Bench) -> None:
    sink = ListSink()
    _run(bench, CHAIN, sink)
    assert sink.of(StepStarted).count("upper") == 3
    assert sink.of(StepFinished).count("upper") == 3
    assert "upper" in sink.of(StepProgress)
    last = {event.node: index for index, event in enumerate(sink.events)}
    assert last["words"] < last["upper"] < last["join"]


def test_a_stop_is_heard_and_finished_steps_are_kept(bench: Bench) -> None:
    document = workflow(
        {"words": ("test.words", {"text": "one"}), "upper": ("test.upper", {}), "wait": ("test.wait", {})},
        "words.words>upper.word upper.word>wait.word",
    )
    token = CancelToken()
    stopper = threading.Thread(target=lambda: (gate.wait(20), token.cancel()))
    stopper.start()
    with pytest.raises(Cancelled):
        Run("r1", document, bench.tools, ListSink(), token).execute("project")
    stopper.join()
    calls.clear()
    report = Run("r2", document, bench.tools, ListSink(), CancelToken()).execute("project", "upper")
    assert (report.ran, calls) == (0, [])


def test_the_journal_says_what_came_of_a_run(bench: Bench, tmp_path: Path) -> None:
    document, _ = SetSetting("words", "text", "good bad").apply(CHAIN)
    _run(bench, document)
    with sqlite3.connect(tmp_path / "state.db") as db:
        states = dict(db.execute("SELECT step, state FROM step"))
        (run_state,) = db.execute("SELECT state FROM run").fetchone()
    db.close()
    assert states == {"words": "done", "upper[0]": "done", "upper[1]": "failed"}
    assert run_state == "failed"


def test_a_missing_wire_is_named_before_anything_runs(bench: Bench) -> None:
    document = workflow({"upper": ("test.upper", {})}, "")
    with pytest.raises(NodeInputError, match="nothing wired to word"):
        _run(bench, document)


@pytest.mark.parametrize(
    ("wires", "message"),
    [
        ("words.words>upper.nothing", "no input 'nothing'"),
        ("words.nothing>upper.word", "no output 'nothing'"),
        ("words.count>upper.word", "gives int, upper.word takes text"),
    ],
)
def test_a_wire_that_does_not_fit_is_explained(bench: Bench, wires: str, message: str) -> None:
    document = workflow({"words": ("test.words", {}), "upper": ("test.upper", {})}, wires)
    with pytest.raises(GraphError, match=message):
        _run(bench, document)


def test_a_bad_setting_fails_its_node_with_the_value(bench: Bench) -> None:
    document, _ = SetSetting("upper", "times", 9).apply(CHAIN)
    report = _run(bench, document)
    assert "times = 9" in report.failed["upper"].text()
    assert report.skipped == ["join"]


def test_the_plan_knows_what_is_kept_and_what_is_unknown(bench: Bench) -> None:
    assert [node.state for node in plan(CHAIN, bench.tools).nodes] == ["to_run", "unknown", "unknown"]
    _run(bench, CHAIN)
    assert [node.state for node in plan(CHAIN, bench.tools).nodes] == ["done", "done", "done"]
    changed, _ = SetSetting("upper", "suffix", "!").apply(CHAIN)
    planned = plan(changed, bench.tools)
    assert [(node.state, node.steps) for node in planned.nodes] == [("done", 1), ("to_run", 3), ("unknown", 0)]
    refused, _ = SetSetting("upper", "times", 9).apply(CHAIN)
    assert plan(refused, bench.tools).nodes[1].state == "refused"
