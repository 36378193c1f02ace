"""Progress goes up through parts, and a stop is heard at once."""

from __future__ import annotations

import threading
import time

import pytest

from admaker_desktop.core.errors import Cancelled
from admaker_desktop.core.task import CancelToken, Task


def test_a_part_reports_its_share_of_the_whole() -> None:
    seen: list[tuple[float | None, str]] = []
    task = Task(report=lambda fraction, message: seen.append((fraction, message)))
    task.part(0.5, 0.4).part(0.5, 0.5).progress(0.5, "half of the last half")
    assert seen == [(pytest.approx(0.8), "half of the last half")]


def test_progress_is_kept_between_0_and_1() -> None:
    seen: list[float | None] = []
    task = Task(report=lambda fraction, _: seen.append(fraction))
    task.progress(1.7)
    task.progress(-1)
    task.progress(None)
    assert seen == [1.0, 0.0, None]


def test_progress_raises_after_a_stop() -> None:
    task = Task()
    task.token.cancel()
    with pytest.raises(Cancelled):
        task.progress(0.1)


def test_a_stop_ends_a_wait() -> None:
    token = CancelToken()
    timer = threading.Timer(0.05, token.cancel)
    timer.start()
    start = time.monotonic()
    with pytest.raises(Cancelled):
        token.sleep(30)
    assert time.monotonic() - start < 10
    timer.join()
