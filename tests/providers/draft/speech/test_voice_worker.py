"""The voice process's own loop: packs first, then orders; it ends with the pipe, with idleness, after a last line."""

from __future__ import annotations

import dataclasses
import io
import json
import queue
from typing import Any

import numpy as np
import pytest

from admaker_desktop.providers.draft.speech.packs import VoicePacks, find_packs
from admaker_desktop.providers.draft.speech.pronounce import pronounce
from admaker_desktop.providers.draft.speech.voices import Voices
from admaker_desktop.providers.draft.speech.wire import Order
from admaker_desktop.providers.draft.speech.worker import serve, speak

QUICK = dataclasses.replace(find_packs(), model_parts=())


def order(text: str, language: str) -> Order:
    return Order(pronounce(text, language), len(text.split()), language, "", 0.0)


def served(packs: VoicePacks, *orders: Order) -> list[dict[str, Any]]:
    """What the loop answers before the pipe is closed."""
    lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    for values in (packs.to_json(), *(each.to_json() for each in orders)):
        lines.put(json.dumps(values).encode())
    lines.put(b"")
    out = io.BytesIO()
    serve(lines, out, 5.0)
    out.seek(0)
    replies = []
    while line := out.readline():
        replies.append(json.loads(line))
        assert len(out.read(replies[-1]["sound_bytes"])) == replies[-1]["sound_bytes"]
    return replies


def test_orders_are_answered_until_the_pipe_closes() -> None:
    first, second = served(QUICK, order("Glow now.", "en"), order("Glow.", "en"))
    assert len(first["intervals"]) == 2
    assert len(second["intervals"]) == 1
    assert not first["is_last"]


def test_it_ends_after_a_voice_that_cannot_repeat_itself() -> None:
    (only,) = served(QUICK, order("Bonjour.", "fr"), order("Encore.", "fr"))
    assert only["is_last"]


def test_what_cannot_be_spoken_is_answered_with_a_reason() -> None:
    (reply,) = served(dataclasses.replace(QUICK, espeak=""), order("Bonjour.", "fr"))
    assert reply["error"] == "No voice for the language fr works."


def test_idleness_ends_it() -> None:
    out = io.BytesIO()
    serve(queue.SimpleQueue(), out, 0.05)
    assert out.getvalue() == b""


def test_a_missing_voice_style_is_a_reason_for_a_fallback(tmp_path_factory: pytest.TempPathFactory) -> None:
    packs = dataclasses.replace(find_packs(), model_parts=("/nowhere",), styles=str(tmp_path_factory.mktemp("styles")))
    reply, samples = speak(Voices(packs), order("Glow.", "en"))
    assert reply.voice == "hibari / heart"
    assert samples.dtype == np.float32
    assert reply.sound_bytes == samples.nbytes


def test_a_sound_is_never_too_short_to_be_played() -> None:
    _, samples = speak(Voices(dataclasses.replace(QUICK, hibari="")), order("A", "en"))
    assert len(samples) >= 2400
