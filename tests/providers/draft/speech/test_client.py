"""The voice process is kept warm, goes away by itself, dies when told to, and is replaced when it dies."""

from __future__ import annotations

import dataclasses
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import cast

import pytest

from admaker_desktop.core.errors import Cancelled, ProviderError
from admaker_desktop.core.task import Task
from admaker_desktop.providers.draft.speech.client import VoiceProcess
from admaker_desktop.providers.draft.speech.packs import VoicePacks, find_packs
from admaker_desktop.providers.draft.speech.pronounce import pronounce
from admaker_desktop.providers.draft.speech.wire import Order

QUICK = dataclasses.replace(find_packs(), model_parts=())
IDLE_S = 1.0


def order(text: str = "Glow.", language: str = "en") -> Order:
    return Order(pronounce(text, language), len(text.split()), language, "", 0.0)


@pytest.fixture
def process() -> Iterator[VoiceProcess]:
    process = VoiceProcess(QUICK, IDLE_S)
    yield process
    process.close()


def wait_until(claim: Callable[[], bool], limit_s: float) -> None:
    task, end = Task(), time.monotonic() + limit_s
    while not claim() and time.monotonic() < end:
        task.token.sleep(0.02)
    assert claim()


def test_one_process_speaks_line_after_line_and_leaves_when_idle(process: VoiceProcess) -> None:
    first = process.speak(order(), Task())
    pid = process.pid
    second = process.speak(order(), Task())
    assert process.pid == pid
    assert first.samples.tobytes() == second.samples.tobytes()
    wait_until(lambda: process.pid is None, IDLE_S + 1.5)
    assert process.speak(order(), Task()).samples.tobytes() == first.samples.tobytes()
    assert process.pid not in (None, pid)


def test_a_process_that_was_killed_is_replaced(process: VoiceProcess) -> None:
    first = process.speak(order(), Task())
    pid = process.pid
    assert pid
    os.kill(pid, signal.SIGTERM)
    assert process.speak(order(), Task()).samples.tobytes() == first.samples.tobytes()


def test_a_line_that_kills_it_twice_is_a_failure_with_its_reason(process: VoiceProcess) -> None:
    with pytest.raises(ProviderError, match="TypeError"):
        process.speak(dataclasses.replace(order(), slot_s=cast(float, None)), Task())
    assert process.pid is None


def test_several_threads_may_speak_at_once(process: VoiceProcess) -> None:
    texts = ["One.", "Two words.", "Three words here."]
    with ThreadPoolExecutor(3) as pool:
        answers = list(pool.map(lambda text: process.speak(order(text), Task()), texts))
    assert [len(answer.reply.intervals) for answer in answers] == [1, 2, 3]


def test_a_voice_that_cannot_repeat_itself_begins_every_line_afresh(process: VoiceProcess) -> None:
    first, second = (process.speak(order("Bonjour Luma.", "fr"), Task()) for _ in range(2))
    assert first.reply.is_last
    assert process.pid is None
    assert first.samples.tobytes() == second.samples.tobytes()


def test_cancel_kills_it_within_a_second() -> None:
    process = VoiceProcess(find_packs())
    task = Task()
    timer = threading.Timer(0.6, task.token.cancel)
    timer.start()
    started = time.monotonic()
    with pytest.raises(Cancelled):
        process.speak(
            dataclasses.replace(order("A line that takes the natural voice a while. " * 4), voice="af_heart"), task
        )
    assert time.monotonic() - started < 1.6
    assert process.pid is None
    timer.join()
    process.close()


def test_a_cancelled_task_starts_nothing(process: VoiceProcess) -> None:
    task = Task()
    task.token.cancel()
    with pytest.raises(Cancelled):
        process.speak(order(), task)
    assert process.pid is None


def test_a_damaged_model_gives_way_to_the_next_voice(tmp_path: Path) -> None:
    parts = []
    for number in range(4):
        part = tmp_path / f"{number}.bin"
        part.write_bytes(b"not a model")
        parts.append(str(part))
    process = VoiceProcess(dataclasses.replace(QUICK, model_parts=tuple(parts)))
    reply = process.speak(order("Bonjour.", "fr"), Task()).reply
    process.close()
    process.close()
    assert reply.is_fallback
    assert reply.voice == "espeak-ng / fr"


def test_no_voice_at_all_is_answered_not_died_of() -> None:
    process = VoiceProcess(VoicePacks(espeak="/nowhere"))
    assert "No voice" in process.speak(order(), Task()).reply.error
    process.close()
