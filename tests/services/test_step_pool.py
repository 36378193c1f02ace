"""Worker processes: steps are done there, tell progress, fail with their own sentences, stop at once."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from admaker_desktop.core.errors import AdMakerError, Cancelled, NodeInputError
from admaker_desktop.core.media import ImageRef
from admaker_desktop.core.task import CancelToken, Task
from admaker_desktop.engine.context import RunContext
from admaker_desktop.engine.steps import Step, expand
from admaker_desktop.graph.edits import SetSetting
from admaker_desktop.graph.model import Workflow
from admaker_desktop.services.briefs import sample_brief
from admaker_desktop.services.projects import Wishes, with_wishes
from admaker_desktop.services.step_pool import StepPool
from admaker_desktop.services.studio import Studio
from admaker_desktop.services.template import build
from admaker_desktop.settings.home import find_home


@pytest.fixture
def studio(home: Path) -> Iterator[Studio]:
    with Studio(find_home(), beside=True) as made:
        yield made


@pytest.fixture
def workflow(studio: Studio) -> Workflow:
    return with_wishes(studio, build(), sample_brief(), Wishes())


def _step(studio: Studio, workflow: Workflow) -> Step:
    """The brief's step: it needs no other."""
    record = workflow.node("brief")
    steps, _ = expand(record, studio.tools.registry.get(record.type), (), {}, studio.tools.providers)
    return steps[0]


def _context(studio: Studio, token: CancelToken | None = None) -> RunContext:
    return RunContext(Task(token), studio.tools.providers, studio.store, logging.getLogger("test"))


def test_a_step_gives_there_what_it_gives_here(studio: Studio, workflow: Workflow) -> None:
    step = _step(studio, workflow)
    assert studio.pool.run(step, _context(studio)) == step.node.run(_context(studio))


def test_a_known_failure_keeps_its_kind_and_sentence(studio: Studio) -> None:
    spec = studio.tools.registry.get("visual.cutout")
    lost = ImageRef(sha256="a" * 64, ext="png", size_bytes=1, width_px=1, height_px=1)
    step = Step("cutout", 0, 1, spec, spec.cls.model_validate({"image": lost}), "key", 0)
    with pytest.raises(AdMakerError) as here:
        step.node.run(_context(studio))
    with pytest.raises(AdMakerError) as there:
        studio.pool.run(step, _context(studio))
    assert (type(there.value), there.value.sentence()) == (type(here.value), here.value.sentence())


def test_a_cancelled_step_stops_within_a_second(studio: Studio, workflow: Workflow) -> None:
    token = CancelToken()
    token.cancel()
    studio.pool.run(_step(studio, workflow), _context(studio))  # the process is warm
    start = time.monotonic()
    with pytest.raises(Cancelled):
        studio.pool.run(_step(studio, workflow), _context(studio, token))
    assert time.monotonic() - start < 5  # a hang would be for ever; speed is the bench's business


def test_a_process_that_was_killed_is_replaced(studio: Studio, workflow: Workflow) -> None:
    step = _step(studio, workflow)
    studio.pool.run(step, _context(studio))
    [process] = studio.pool._idle
    process._popen.kill()
    process._popen.wait()
    assert studio.pool.run(step, _context(studio)) == step.node.run(_context(studio))


def test_a_process_without_work_ends(home: Path, studio: Studio, workflow: Workflow) -> None:
    pool = StepPool(find_home().store, size=1, idle_s=0.2)
    try:
        pool.run(_step(studio, workflow), _context(studio))
        [process] = pool._idle
        process._popen.wait(timeout=20)
        assert not process.is_alive
    finally:
        pool.close()


def test_one_process_serves_several_callers(studio: Studio, workflow: Workflow) -> None:
    pool = StepPool(find_home().store, size=1)
    try:
        pool.warm()
        first = pool._idle[0]._popen.pid
        for _ in range(3):
            pool.run(_step(studio, workflow), _context(studio))
        assert pool._idle[0]._popen.pid == first != os.getpid()
    finally:
        pool.close()


def test_a_refused_setting_is_found_before_any_process(studio: Studio, workflow: Workflow) -> None:
    wrong, _ = SetSetting("brief", "language", "klingon").apply(workflow)
    with pytest.raises(NodeInputError):
        _step(studio, wrong)
