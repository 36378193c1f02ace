"""A run as it is shown: states, counts, lanes and time left from the events."""

from __future__ import annotations

from admaker_desktop.core.messages import msg
from admaker_desktop.engine.events import (
    NodeReady,
    StepCached,
    StepFailed,
    StepFinished,
    StepProgress,
    StepStarted,
)
from admaker_desktop.engine.lane import Lane
from admaker_desktop.engine.steps import NodeResult
from admaker_desktop.services.node_types import node_types
from admaker_desktop.services.run_watch import RunWatch

_TYPES = {"brief": "strategy.brief", "image": "visual.image", "export": "edit.export"}


class _Told:
    """A watch and what it has told."""

    def __init__(self, items: dict[str, int] | None = None) -> None:
        self.nodes: list[str] = []
        self.results: list[str] = []
        self.watch = RunWatch(
            _TYPES,
            items or {},
            {Lane.CPU: 2, Lane.GPU: 1},
            self.nodes.append,
            lambda node, _: self.results.append(node),
        )


def _started(node: str, item: int = 0, items: int = 1, lane: Lane = Lane.CPU) -> StepStarted:
    return StepStarted("r", node, item, items, _TYPES[node], lane)


def _finished(node: str, item: int = 0, items: int = 1, seconds: float = 1.0) -> StepFinished:
    return StepFinished("r", node, item, items, _TYPES[node], seconds)


def test_everything_waits_at_first() -> None:
    told = _Told({"image": 4})
    assert {node: told.watch.status(node).state for node in _TYPES} == dict.fromkeys(_TYPES, "waiting")  # type: ignore[union-attr]
    assert told.watch.status("image").items == 4  # type: ignore[union-attr]
    assert told.watch.status("other") is None


def test_a_fan_out_is_done_with_its_last_item_and_adds_up_its_time() -> None:
    told = _Told()
    for item in range(3):
        told.watch.post(_started("image", item, 3, Lane.GPU))
        told.watch.post(_finished("image", item, 3, 2.0))
        status = told.watch.status("image")
        assert status is not None
        assert (status.items_done, status.state) == (item + 1, "done" if item == 2 else "running")
    assert status.seconds == 6.0


def test_lanes_show_what_runs_there_and_let_go_of_it() -> None:
    told = _Told()
    told.watch.post(_started("image", 0, 2, Lane.GPU))
    cpu, gpu = told.watch.view().lanes
    assert (cpu.busy, gpu.busy, gpu.size, gpu.what) == (0, 1, 1, ("image",))
    told.watch.post(_finished("image", 0, 2))
    assert told.watch.view().lanes[1].busy == 0


def test_progress_of_one_item_is_the_nodes_and_of_many_its_share() -> None:
    told = _Told()
    told.watch.post(_started("export"))
    told.watch.post(StepProgress("r", "export", 0, 1, "edit.export", 0.25, msg("Rendering")))
    assert told.watch.status("export").fraction == 0.25  # type: ignore[union-attr]
    assert told.watch.status("export").message == msg("Rendering")  # type: ignore[union-attr]
    told.watch.post(_started("image", 0, 4))
    told.watch.post(_finished("image", 0, 4))
    told.watch.post(_started("image", 1, 4))
    told.watch.post(StepProgress("r", "image", 1, 4, "visual.image", 0.5, msg("Drawing")))
    assert told.watch.status("image").fraction == 0.375  # type: ignore[union-attr]


def test_a_failed_item_fails_the_node_whatever_comes_after_it() -> None:
    told = _Told()
    told.watch.post(_started("image", 0, 2))
    told.watch.post(StepFailed("r", "image", 0, 2, "visual.image", msg("No memory."), msg("Close something.")))
    told.watch.post(_finished("image", 1, 2))
    status = told.watch.status("image")
    assert status is not None
    assert (status.state, status.message, status.hint) == ("failed", msg("No memory."), msg("Close something."))
    assert told.watch.view().failed == 1


def test_what_was_kept_counts_as_cached_and_costs_no_time() -> None:
    told = _Told()
    told.watch.post(StepCached("r", "brief", 0, 1, "strategy.brief"))
    status = told.watch.status("brief")
    assert status is not None
    assert (status.is_cached, status.seconds) == (True, None)
    assert told.watch.view().cached == 1


def test_a_node_without_steps_is_done_and_no_longer_counted() -> None:
    told = _Told()
    before = told.watch.view().steps
    spec = node_types().get("visual.image")
    told.watch.post(NodeReady("r", "image", NodeResult(spec, (), True)))
    status = told.watch.status("image")
    assert status is not None
    assert (status.state, status.items) == ("done", 0)
    assert told.watch.view().steps < before
    assert (told.nodes, told.results) == (["image"], ["image"])
