"""Talking to whoever has a project open: a local socket whose address and secret stand in the project's lock file.

Messages are JSON, never pickles; the secret is checked by `multiprocessing.connection` (HMAC), the lock file can be
read by its user alone.
"""

from __future__ import annotations

import json
import secrets
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path
from typing import Any

from admaker_desktop.core.log import get_logger
from admaker_desktop.project.lock import ProjectLock

Facts = dict[str, Any]
"""A request or an answer: plain JSON."""
_ANSWER_S = 15.0
_log = get_logger("project.owner")


class OwnerServer:
    """Answers other processes of this machine for as long as a project is open; `answer` runs on its thread.

    Where the system gives no socket (a temporary folder that is full, read-only or deep) nobody can ask, no more.
    """

    def __init__(self, lock: ProjectLock, answer: Callable[[Facts], Facts]) -> None:
        key = secrets.token_bytes(32)
        self._answer = answer
        self._is_closed = threading.Event()
        try:
            self._listener = Listener(authkey=key)
        except OSError as error:
            _log.warning("the command line cannot ask for changes: %s", error)
            self._is_closed.set()
            return
        lock.announce(str(self._listener.address), key.hex())
        self._thread = threading.Thread(target=self._serve, name="project-owner", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop answering; may be called twice."""
        if self._is_closed.is_set():
            return
        self._is_closed.set()
        with suppress(OSError, AuthenticationError, EOFError):  # a caller, so that the thread wakes up
            Client(self._listener.address).close()
        self._thread.join(timeout=5)
        self._listener.close()

    def _serve(self) -> None:
        while not self._is_closed.is_set():
            try:
                with self._listener.accept() as caller:
                    self._serve_one(caller)
            except (OSError, EOFError, AuthenticationError):
                continue  # a caller without the secret, or one that went away

    def _serve_one(self, caller: Connection[bytes, bytes]) -> None:
        if not caller.poll(_ANSWER_S):
            return
        try:
            request = json.loads(caller.recv_bytes(1_000_000))
        except ValueError:
            request = None
        if not isinstance(request, dict):
            _log.warning("a request that is no JSON object was refused")
            return
        caller.send_bytes(json.dumps(self._answer(request), ensure_ascii=False).encode())


def ask_owner(project: Path, request: Facts) -> Facts | None:
    """What the process that has the project open answers; None when there is none on this machine that answers."""
    found = ProjectLock.owner_of(project)
    if found is None:
        return None
    address, key = found
    try:
        with Client(address, authkey=bytes.fromhex(key)) as owner:
            owner.send_bytes(json.dumps(request, ensure_ascii=False).encode())
            if not owner.poll(_ANSWER_S):
                return None
            answer = json.loads(owner.recv_bytes(10_000_000))
    except (OSError, ValueError, EOFError, AuthenticationError):
        return None
    return answer if isinstance(answer, dict) else None
