"""Measures a stranger's file in a child process with limits, so that a crafted file can only kill the child.

Parent and child talk by JSON lines on the child's stdout; no shell, no network, no keys in the child's environment.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO

from pydantic import ValidationError

from admaker_desktop.core.errors import MediaError
from admaker_desktop.core.messages import Message, msg
from admaker_desktop.core.task import Task
from admaker_desktop.media.probe.facts import FileFacts
from admaker_desktop.media.process_limits import WorkerLimits, limit_this_process

MAX_ANSWER_BYTES = 16_000_000
"""Of one job; a child that floods its parent counts as broken."""
_MAX_SENTENCE = 300
_MAX_MESSAGE = 4 * _MAX_SENTENCE
_POLL_S = 0.05
_NO_CONSOLE = 0x08000000 if sys.platform == "win32" else 0  # CREATE_NO_WINDOW
_SECRET_MARKS = ("KEY", "TOKEN", "SECRET", "PASSWORD", "CREDENTIAL")
_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "PYTHONUTF8": "1"}


def measure_in_worker(path: Path, task: Task, limits: WorkerLimits | None = None) -> FileFacts:
    """Every fact about a file of unknown origin; any thread; raises MediaError, Cancelled (child killed at once).

    Damaged media give facts with `errors`; what is no media file, breaks the decoder or runs into a limit raises.
    """
    limits = limits or WorkerLimits()
    job = json.dumps({"path": os.path.abspath(path), "limits": asdict(limits)})
    deadline = time.monotonic() + limits.wall_s
    with _child(job) as process:
        for message in _messages(process, task, deadline, path.name):
            if "progress" in message:
                task.progress(_fraction(message["progress"]), msg("Measuring"))
            elif "facts" in message:
                return _facts(message["facts"], path.name)
            elif "error" in message:
                raise MediaError(_sentence(message["error"]), hint=_sentence(message.get("hint", "")))
    raise MediaError(
        "{name} cannot be read: the decoder gave up on it.",
        name=path.name,
        hint="The file is damaged or not what it claims.",
    )


@contextmanager
def _child(job: str) -> Iterator[subprocess.Popen[bytes]]:
    """A running worker that never outlives the block."""
    # -P: a module beside the file or in the current folder must not be imported instead of ours.
    process = subprocess.Popen(  # our own interpreter and module, no shell
        [sys.executable, "-P", "-m", "admaker_desktop.media.worker", job],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_clean_environment(),
        creationflags=_NO_CONSOLE,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()


def _messages(process: subprocess.Popen[bytes], task: Task, deadline: float, name: str) -> Iterator[dict[str, Any]]:
    """What the child says, until it ends; looks at the clock and the task twenty times a second."""
    lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    assert process.stdout is not None  # noqa: S101  # opened as a pipe
    reader = threading.Thread(target=_read_lines, args=(process.stdout, lines), name="measure-reader", daemon=True)
    reader.start()
    try:
        while True:
            task.token.raise_if_cancelled()
            if time.monotonic() > deadline:
                raise MediaError(
                    "{name} took too long to read and was given up.", name=name, hint="Try a shorter file."
                )
            try:
                line = lines.get(timeout=_POLL_S)
            except queue.Empty:
                continue
            if not line:
                return
            yield _parsed(line)
    finally:
        process.kill()
        reader.join()


def _read_lines(pipe: BinaryIO, lines: queue.SimpleQueue[bytes]) -> None:
    """Move whole lines into the queue; an empty one says that the child has ended."""
    left = MAX_ANSWER_BYTES
    while left > 0 and (line := pipe.readline(left)):
        left -= len(line)
        lines.put(line)
    lines.put(b"")


def _parsed(line: bytes) -> dict[str, Any]:
    """A line that is no answer of ours counts as nothing said: the child may be under a stranger's control."""
    try:
        message = json.loads(line)
    except ValueError:
        return {}
    return message if isinstance(message, dict) else {}


def _fraction(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _sentence(value: object) -> Message:
    """A message of the child's; one that is too long is cut and loses its translation."""
    message = Message.from_json(str(value)[:_MAX_MESSAGE])
    text = message.text()
    return message if len(text) <= _MAX_SENTENCE else Message(text[:_MAX_SENTENCE])


def _facts(data: object, name: str) -> FileFacts:
    try:
        return FileFacts.model_validate_json(json.dumps(data))
    except ValidationError as error:
        raise MediaError("{name} cannot be read: the decoder's answer makes no sense.", name=name) from error


def _clean_environment() -> dict[str, str]:
    """Ours without anything that smells of a key."""
    kept = {
        name: value for name, value in os.environ.items() if not any(mark in name.upper() for mark in _SECRET_MARKS)
    }
    return kept | _ONE_THREAD


def _say(message: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def _say_failure(error: MediaError) -> None:
    _say({"error": error.message.to_json(), "hint": error.hint.to_json()})


def _die_with_the_parent() -> None:
    """The parent holds our stdin open and never writes: an end of it means that the parent is gone."""

    def watch() -> None:
        os.read(0, 1)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _main(job: str) -> None:
    """The child: limits first, then the decoder's libraries, then the file."""
    asked = json.loads(job)
    limit_this_process(WorkerLimits(**asked["limits"]))
    _die_with_the_parent()
    from admaker_desktop.media.probe.measure import measure  # loads FFmpeg and OpenCV: under the limits

    said = 0.0

    def report(fraction: float | None, message: Message) -> None:
        nonlocal said
        del message
        now = time.monotonic()
        if fraction is not None and now - said > 0.1:
            said = now
            _say({"progress": fraction})

    try:
        facts = measure(Path(asked["path"]), Task(report=report))
        _say({"facts": facts.model_dump(mode="json")})
    except MediaError as error:
        _say_failure(error)
    except MemoryError:
        name = Path(asked["path"]).name
        _say_failure(MediaError("{name} needs too much memory to be read.", name=name, hint="Try a smaller file."))
    os._exit(0)  # the watching thread may hold stdin: no orderly shutdown needed


if __name__ == "__main__":
    _main(sys.argv[1])
