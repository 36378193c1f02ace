"""The app's end of the voice process: started when wanted, one line at a time, killed on cancel, restarted once."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, cast

import numpy as np

from admaker_desktop.core.errors import Cancelled, ProviderError
from admaker_desktop.core.messages import msg, verbatim
from admaker_desktop.core.task import Task
from admaker_desktop.providers.draft.speech.packs import VoicePacks
from admaker_desktop.providers.draft.speech.sound import Mono
from admaker_desktop.providers.draft.speech.wire import Order, Reply

IDLE_S = 0.5
_LOOK_S = 0.1
_LAST_WORDS = 400


def worker_command(idle_s: float) -> list[str]:
    """How the voice process is started: by module here; a packaged app will call itself with a flag instead."""
    return [sys.executable, "-P", "-m", "admaker_desktop.providers.draft.speech.worker", str(idle_s)]


def _no_console() -> int:
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW
    return 0


@dataclass(frozen=True, slots=True)
class Answer:
    """A reply with its sound."""

    reply: Reply
    samples: Mono


class _Died(Exception):
    """The process ended before it answered."""


class _Process:
    """One run of the voice process, with the thread that listens to it."""

    def __init__(self, packs: VoicePacks, idle_s: float) -> None:
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed in `end`
        self._popen = subprocess.Popen(
            worker_command(idle_s),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
            creationflags=_no_console(),
        )
        self._stdin = cast(IO[bytes], self._popen.stdin)
        self._stdout = cast(IO[bytes], self._popen.stdout)
        self._answers: queue.SimpleQueue[Answer | None] = queue.SimpleQueue()
        self._listener = threading.Thread(target=self._listen, name="voice-listener", daemon=True)
        self._listener.start()
        self._send(packs.to_json())

    @property
    def is_alive(self) -> bool:
        return self._popen.poll() is None

    @property
    def pid(self) -> int:
        return self._popen.pid

    def ask(self, order: Order, task: Task) -> Answer:
        """One line; raises Cancelled, or _Died when there is no answer."""
        self._send(order.to_json())
        while True:
            try:
                answer = self._answers.get(timeout=_LOOK_S)
            except queue.Empty:
                task.progress(None, msg("Speaking"))
                continue
            if answer is None:
                raise _Died
            return answer

    def last_words(self) -> str:
        """The end of what the process wrote to standard error."""
        self._errors.seek(0)
        return self._errors.read().decode("utf-8", "replace").strip()[-_LAST_WORDS:]

    def end(self) -> None:
        """Kill it if it still runs and close everything."""
        self._popen.kill()
        self._popen.wait()
        self._listener.join()
        for pipe in (self._stdin, self._stdout, self._errors):
            with suppress(OSError):  # what could not be flushed to a dead process is of no use
                pipe.close()

    def _send(self, values: dict[str, object]) -> None:
        with suppress(OSError):  # it is gone: the listener says so
            self._stdin.write(json.dumps(values).encode() + b"\n")
            self._stdin.flush()

    def _listen(self) -> None:
        for line in self._stdout:
            if not line.endswith(b"\n"):
                break  # killed while it wrote
            reply = Reply(**json.loads(line))
            sound = self._stdout.read(reply.sound_bytes)
            if len(sound) < reply.sound_bytes:
                break
            self._answers.put(Answer(reply, np.frombuffer(sound, "<f4")))
        self._answers.put(None)


class VoiceProcess:
    """Speaks through a child process that is kept warm between lines; any thread, one line at a time."""

    def __init__(self, packs: VoicePacks, idle_s: float = IDLE_S) -> None:
        self._packs = packs
        self._idle_s = idle_s
        self._process: _Process | None = None
        self._turn = threading.Lock()

    @property
    def pid(self) -> int | None:
        """The running child, None when there is none."""
        process = self._process
        return process.pid if process and process.is_alive else None

    def speak(self, order: Order, task: Task) -> Answer:
        """Speak; raises Cancelled within a second, ProviderError when the process dies twice on the same line."""
        while not self._turn.acquire(timeout=_LOOK_S):
            task.progress(None, msg("Waiting for the voice"))
        try:
            task.progress(None, msg("Speaking"))
            return self._speak(order, task)
        finally:
            self._turn.release()

    def close(self) -> None:
        """End the child after the line that it speaks now; any thread; may be called twice."""
        with self._turn:
            self._retire()

    def _speak(self, order: Order, task: Task) -> Answer:
        last_words = ""
        for _ in range(2):
            process = self._running()
            try:
                answer = process.ask(order, task)
            except _Died:
                last_words = process.last_words()
                self._retire()
            except Cancelled:
                self._retire()
                raise
            else:
                if answer.reply.is_last:
                    self._retire()
                return answer
        reason = verbatim(last_words.splitlines()[-1]) if last_words else msg("it said nothing")
        raise ProviderError(
            "The voice stopped while it spoke ({reason}).",
            reason=reason,
            hint="Run again; if it stays, run `admaker doctor`.",
        )

    def _running(self) -> _Process:
        if self._process and not self._process.is_alive:
            self._retire()
        if self._process is None:
            try:
                self._process = _Process(self._packs, self._idle_s)
            except OSError as error:
                raise ProviderError(
                    "The voice cannot be started ({reason}).", reason=str(error), hint="Free some memory."
                ) from error
        return self._process

    def _retire(self) -> None:
        process, self._process = self._process, None
        if process:
            process.end()
