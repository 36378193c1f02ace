"""What Qt objects leave in cycles dies on the GUI thread, whoever allocates."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from admaker_desktop.ui.garbage import Garbage


class _Cycle:
    """Garbage as widgets with lambdas leave it; says on which thread it died."""

    def __init__(self, died_on: list[int]) -> None:
        self.me = self
        weakref.finalize(self, lambda: died_on.append(threading.get_ident()))


@pytest.fixture
def garbage() -> Iterator[Garbage]:
    gc.collect()
    made = Garbage()
    yield made
    made.close()


def _allocate_elsewhere() -> None:
    def work() -> None:
        assert len([[] for _ in range(200_000)]) == 200_000

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def test_a_cycle_dies_on_the_gui_thread_although_another_allocates(garbage: Garbage, qtbot: QtBot) -> None:
    died_on: list[int] = []
    _Cycle(died_on)
    _allocate_elsewhere()
    assert died_on == []
    qtbot.waitUntil(lambda: died_on == [threading.get_ident()], timeout=5_000)


def test_without_it_the_other_thread_would_collect() -> None:
    gc.collect()
    died_on: list[int] = []
    _Cycle(died_on)
    _allocate_elsewhere()
    assert died_on
    assert died_on != [threading.get_ident()]


def test_closing_gives_the_collection_back_to_python(garbage: Garbage) -> None:
    garbage.spare()
    assert gc.get_freeze_count() > 0
    garbage.close()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
