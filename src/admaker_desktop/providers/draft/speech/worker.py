"""The voice's own process: reads orders from standard input, answers with sound, leaves after 4 s without work.

It is a process so that its 400 MB and two busy threads are gone before pictures and films are made, and so that a
cancelled line stops at once. It imports neither Qt nor pydantic.
"""

from __future__ import annotations

import json
import os
import queue
import sys
import threading
from contextlib import suppress
from dataclasses import asdict
from typing import BinaryIO

import numpy as np

from admaker_desktop.providers.draft.speech.engine import fitting_speed
from admaker_desktop.providers.draft.speech.marks import written_intervals
from admaker_desktop.providers.draft.speech.packs import VoicePacks
from admaker_desktop.providers.draft.speech.sound import OUT_HZ, Mono, finished
from admaker_desktop.providers.draft.speech.voices import FAILURES, NoVoice, Voices
from admaker_desktop.providers.draft.speech.wire import Order, Reply

_FEW_FRAMES = OUT_HZ // 20


def speak(voices: Voices, order: Order) -> tuple[Reply, Mono]:
    """A line spoken by the best voice that starts, fitted and finished; raises NoVoice or one of FAILURES."""
    engine, is_fallback = voices.engine(order.language, order.voice)
    speech = engine.speak(order.words, fitting_speed(engine, order.words, order.slot_s))
    if len(speech.samples) == 0:
        raise ValueError(f"{engine.title} made no sound.")
    samples = finished(speech.samples, speech.rate_hz)
    if len(samples) < _FEW_FRAMES:
        samples = np.pad(samples, (0, _FEW_FRAMES - len(samples)))
    intervals = written_intervals(order.written, speech.marks, len(samples) / OUT_HZ)
    return Reply(engine.title, is_fallback, intervals, samples.nbytes, not engine.is_repeatable), samples


def _answer(out: BinaryIO, reply: Reply, sound: bytes) -> None:
    out.write(json.dumps(asdict(reply)).encode() + b"\n" + sound)
    out.flush()


def serve(orders: queue.SimpleQueue[bytes], out: BinaryIO, idle_s: float) -> None:
    """Until the app is silent for too long."""
    voices: Voices | None = None
    while True:
        try:
            line = orders.get(timeout=idle_s)
        except queue.Empty:
            return
        if not line:
            return
        if voices is None:
            voices = Voices(VoicePacks.from_json(json.loads(line)))
            continue
        try:
            reply, samples = speak(voices, Order.from_json(json.loads(line)))
        except (*FAILURES, NoVoice) as error:
            _answer(out, Reply("", True, (), 0, error=str(error)), b"")
        else:
            _answer(out, reply, samples.astype("<f4").tobytes())
            if reply.is_last:
                return


def main(idle_s: float) -> None:
    """Serve the process's own pipes; whatever a library prints goes to standard error instead."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    orders: queue.SimpleQueue[bytes] = queue.SimpleQueue()

    def listen() -> None:
        for line in sys.stdin.buffer:
            orders.put(line)
        os._exit(0)  # the app has closed the pipe or is dead: nobody waits for the line in work

    threading.Thread(target=listen, daemon=True).start()
    with suppress(BrokenPipeError):  # the app is gone
        serve(orders, out, idle_s)
    os._exit(0)  # the listener is blocked in a read that only the app could end


if __name__ == "__main__":
    main(float(sys.argv[1]))
