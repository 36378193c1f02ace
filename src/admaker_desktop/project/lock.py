"""One owner for an open project: a lock file beside it says who."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import time
from pathlib import Path

from admaker_desktop.core.errors import ProjectInUse
from admaker_desktop.project.content import process_is_alive, storage_error


class ProjectLock:
    """The right to change a project; `release` gives it back. A dead owner's lock is taken over."""

    def __init__(self, project: Path) -> None:
        self.path = _lock_path(project)
        for _ in range(3):  # a stale lock may be taken over by somebody else at the same moment
            try:
                handle = os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
            except FileExistsError:
                self._refuse_if_owned(project)
                self.path.unlink(missing_ok=True)
                continue
            except OSError as error:
                raise storage_error("Writing beside", project, error) from error
            owner = {"pid": os.getpid(), "host": socket.gethostname(), "since": time.time()}
            with os.fdopen(handle, "w", encoding="utf-8") as out:
                json.dump(owner, out)
            return
        raise ProjectInUse(
            "{name} is being opened by another AdMaker.", name=project.name, hint="Try again in a moment."
        )

    def announce(self, address: str, key: str) -> None:
        """Say in the lock where its owner can be asked; without a right to, it cannot be asked."""
        owner = _read(self.path) or {}
        temp = self.path.with_suffix(".new")
        with contextlib.suppress(OSError):
            handle = os.open(temp, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as out:
                json.dump(owner | {"address": address, "key": key}, out)
            os.replace(temp, self.path)

    @staticmethod
    def owner_of(project: Path) -> tuple[str, str] | None:
        """Address and secret of the process of this machine that has a project open; None when there is none."""
        owner = _read(_lock_path(project))
        if owner is None or owner.get("host") != socket.gethostname():
            return None
        address, key = owner.get("address"), owner.get("key")
        return (str(address), str(key)) if address and key else None

    def release(self) -> None:
        """Give the project free; may be called twice."""
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)

    def _refuse_if_owned(self, project: Path) -> None:
        try:
            owner = json.loads(self.path.read_text(encoding="utf-8"))
            pid, host = int(owner["pid"]), str(owner["host"])
        except (OSError, ValueError, KeyError, TypeError):
            return  # half-written by a process that died
        if host != socket.gethostname():
            since = time.strftime("%Y-%m-%d %H:%M", time.localtime(float(owner.get("since", 0))))
            raise ProjectInUse(
                "{name} is open on the machine {host} since {since}.",
                name=project.name,
                host=host,
                since=since,
                lock=self.path.name,
                hint="Close it there, or delete {lock} if that machine is gone.",
            )
        if pid == os.getpid() or process_is_alive(pid):
            raise ProjectInUse(
                "{name} is open in another AdMaker (process {pid}).",
                name=project.name,
                pid=pid,
                lock=self.path.name,
                hint="Close it there. When there is none, delete the file {lock} beside it.",
            )


def _lock_path(project: Path) -> Path:
    return project.with_name(f".{project.name}.lock")


def _read(path: Path) -> dict[str, object] | None:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None  # none, or half-written by a process that died
    return found if isinstance(found, dict) else None
