"""SQLite for both of the app's databases: one thread owns a file, and refusals become sentences."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from admaker_desktop.core.errors import AdMakerError, DamagedFile, ProjectError, StorageError
from admaker_desktop.core.log import get_logger

T = TypeVar("T")
_log = get_logger("project.sqlite")


def sentence_for(error: sqlite3.Error, path: Path) -> ProjectError | StorageError:
    """The app's own error for SQLite's: disk full, locked, read-only, damaged."""
    text = str(error).lower()
    if "full" in text:
        return StorageError(
            "Writing {path} failed: the disk is full.", path=str(path), hint="Free some space and run again."
        )
    if "readonly" in text or "read-only" in text or "unable to open" in text:
        return StorageError(
            "Writing {path} failed: no right to write there.", path=str(path), hint="Choose another folder."
        )
    if "locked" in text or "busy" in text:
        return ProjectError(
            "{path} is in use by another program.", path=str(path), hint="Close it there and try again."
        )
    if "disk i/o" in text:
        return StorageError(
            "Writing {path} failed: the disk does not answer.",
            path=str(path),
            hint="Check that it is there and try again.",
        )
    return _damaged(path, str(error).partition(" with text ")[0])


def _damaged(path: Path, reason: str) -> DamagedFile:
    return DamagedFile(
        "{path} is damaged ({reason}).", path=str(path), reason=reason, hint="Open a copy or a snapshot of it."
    )


class DatabaseThread:
    """Owns one connection on one thread; calls wait for their turn. Any thread; `close` ends it."""

    def __init__(self, path: Path, open_connection: Callable[[Path], sqlite3.Connection]) -> None:
        self.path = path
        self._pool = ThreadPoolExecutor(1, thread_name_prefix=f"storage-{path.stem}")
        try:
            self._connection = self._pool.submit(self._guard, lambda: open_connection(path)).result()
        except BaseException:
            self._pool.shutdown()
            raise

    def call(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Run the work in one transaction on the owning thread; raises ProjectError, StorageError."""
        return self._pool.submit(self._guard, lambda: self._in_transaction(work)).result()

    def post(self, work: Callable[[sqlite3.Connection], object]) -> None:
        """Run the work in one transaction after what waits already; not waited for, a refusal goes to the log."""

        def quietly() -> None:
            try:
                self._guard(lambda: self._in_transaction(work))
            except AdMakerError as error:
                _log.warning("%s", error.sentence())

        self._pool.submit(quietly)

    def close(self) -> None:
        """Close the file and end the thread; may be called twice."""
        try:
            self._pool.submit(self._connection.close).result()
        except RuntimeError:
            return  # closed before
        self._pool.shutdown()

    def _in_transaction(self, work: Callable[[sqlite3.Connection], T]) -> T:
        with self._connection:
            return work(self._connection)

    def _guard(self, work: Callable[[], T]) -> T:
        try:
            return work()
        except sqlite3.Error as error:
            raise sentence_for(error, self.path) from error
        except UnicodeDecodeError as error:  # a torn text, in the data or in SQLite's own words about it
            raise _damaged(self.path, "torn text") from error
