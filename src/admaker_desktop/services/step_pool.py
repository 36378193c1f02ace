"""The window's end of the worker processes: a step goes to an idle one, its progress comes back, a cancel goes to it.

Why processes: the steps' Python and OpenGL hold the interpreter for up to seconds, and a window whose interpreter is
held stands still (measured: event loop up to 4.7 s late with threads alone; docs/decisions).
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, cast

from admaker_desktop.core import errors
from admaker_desktop.core.errors import AdMakerError, Cancelled
from admaker_desktop.core.log import get_logger
from admaker_desktop.core.messages import Message
from admaker_desktop.engine.context import RunContext
from admaker_desktop.engine.node import NodeOutputs
from admaker_desktop.engine.runner import mistake
from admaker_desktop.engine.steps import Step

_IDLE_S = 300.0
"""A worker without work for this long ends and gives its memory back."""
_LOOK_S = 0.1
_STOP_S = 0.8
"""How long a cancelled step may take to stop before its process is ended: cancel within a second."""
_log = get_logger("services.step_pool")
Facts = dict[str, Any]


class _Gone(Exception):
    """The process ended before it answered."""


class StepPool:
    """Runs steps in worker processes; any thread, each call waits for its own step. `close` ends them all."""

    def __init__(self, store: Path, size: int | None = None, idle_s: float = _IDLE_S) -> None:
        self._store = store
        self._size = size or (os.cpu_count() or 2) + 1
        self._idle_s = idle_s
        self._changed = threading.Condition()
        self._idle: list[_Process] = []
        self._count = 0
        self._is_closed = False

    def warm(self) -> None:
        """Start one process less than there may be, so that the first run does not wait for them; any thread."""
        with self._changed:
            missing = max(1, self._size - 1) - self._count
            self._count += max(0, missing)
        for _ in range(missing):
            self._give_back(_Process(self._store, self._idle_s))

    def run(self, step: Step, context: RunContext) -> NodeOutputs:
        """Do a step in a process; raises what it raises, and Cancelled within a second."""
        order = {"type": step.spec.type, "node": step.node.model_dump_json(), "take": step.take}
        for is_last in (False, True):
            process = self._take(step.spec.type, context)
            try:
                answer = process.ask(order, context)
            except _Gone as error:
                self._drop(process)
                if is_last:
                    raise AdMakerError(
                        "The process that made this ended in the middle of it, twice.",
                        hint="There may be too little memory: close other programs and run it again.",
                    ) from error
                continue
            except BaseException:
                self._drop(process)
                raise
            self._give_back(process)
            return _outputs(step, answer)
        raise AssertionError  # the second try answers or raises

    def close(self) -> None:
        """End every process; may be called twice."""
        with self._changed:
            self._is_closed = True
            idle, self._idle = self._idle, []
            self._changed.notify_all()
        for process in idle:
            process.end()

    def _take(self, kind: str, context: RunContext) -> _Process:
        """An idle process, best one that has done this kind of step before; a new one while there may be more."""
        while True:
            with self._changed:
                self._forget_ended()
                if self._idle:
                    process = next((p for p in self._idle if p.kind == kind), self._idle[-1])
                    self._idle.remove(process)
                    process.kind = kind
                    return process
                if self._count < self._size:
                    self._count += 1
                    break
                self._changed.wait(_LOOK_S)
            context.task.token.raise_if_cancelled()
        process = _Process(self._store, self._idle_s)
        process.kind = kind
        return process

    def _forget_ended(self) -> None:
        for process in [process for process in self._idle if not process.is_alive]:
            self._idle.remove(process)
            self._count -= 1
            process.end()

    def _give_back(self, process: _Process) -> None:
        with self._changed:
            if not self._is_closed:
                self._idle.append(process)
                self._changed.notify_all()
                return
        process.end()

    def _drop(self, process: _Process) -> None:
        process.end()
        with self._changed:
            self._count -= 1
            self._changed.notify_all()


class _Process:
    """One worker process and the thread that listens to it."""

    def __init__(self, store: Path, idle_s: float) -> None:
        self.kind = ""
        self._popen = subprocess.Popen(
            [sys.executable, "-P", "-m", "admaker_desktop.services.step_worker", str(store), str(idle_s)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
            creationflags=_quiet_and_low(),
        )
        self._stdin = cast("IO[bytes]", self._popen.stdin)
        self._stdout = cast("IO[bytes]", self._popen.stdout)
        self._told: queue.SimpleQueue[Facts | None] = queue.SimpleQueue()
        self._listener = threading.Thread(target=self._listen, name="step-listener", daemon=True)
        self._listener.start()

    @property
    def is_alive(self) -> bool:
        return self._popen.poll() is None

    def ask(self, order: Facts, context: RunContext) -> Facts:
        """The answer to an order; raises Cancelled (the process has stopped, or must be ended) and _Gone."""
        self._send(order)
        while True:
            try:
                told = self._told.get(timeout=_LOOK_S)
            except queue.Empty:
                told = {}
            if told is None:
                raise _Gone
            if "progress" in told:
                self._pass_on(told, context)
            elif "ready" not in told and told:
                return told
            if context.task.token.is_cancelled:
                return self._stop()

    def end(self) -> None:
        """Kill it if it still runs and close everything."""
        self._popen.kill()
        self._popen.wait()
        self._listener.join()
        for pipe in (self._stdin, self._stdout):
            with suppress(OSError):
                pipe.close()

    def _pass_on(self, told: Facts, context: RunContext) -> None:
        with suppress(Cancelled):  # told to the process by the caller's loop
            context.task.progress(told["progress"], Message.from_json(told["message"]))

    def _stop(self) -> Facts:
        self._send({"cancel": True})
        while True:
            try:
                told = self._told.get(timeout=_STOP_S)
            except queue.Empty:
                raise Cancelled from None  # deaf: the pool ends the process
            if told is None:
                raise Cancelled
            if "progress" not in told and "ready" not in told:
                return told

    def _send(self, facts: Facts) -> None:
        with suppress(OSError):  # it is gone: the listener says so
            self._stdin.write(json.dumps(facts).encode() + b"\n")
            self._stdin.flush()

    def _listen(self) -> None:
        for line in self._stdout:
            if not line.endswith(b"\n"):
                break  # killed while it wrote
            self._told.put(json.loads(line))
        self._told.put(None)


def _outputs(step: Step, answer: Facts) -> NodeOutputs:
    if "outputs" in answer:
        return step.spec.cls.Outputs.model_validate_json(answer["outputs"])
    if "error" in answer:
        kind = getattr(errors, str(answer["error"]), AdMakerError)
        cls = kind if isinstance(kind, type) and issubclass(kind, AdMakerError) else AdMakerError
        raise cls(Message.from_json(answer["message"]), hint=Message.from_json(answer["hint"]))
    if "bug" in answer:
        _log.error("step %s broke in its process:\n%s", step.id, answer.get("trace", ""))
        raise mistake(step, str(answer["bug"]))
    raise Cancelled


def _quiet_and_low() -> int:
    """No console window, and less urgent than the window itself; elsewhere than on Windows the child sees to that."""
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
    return 0
