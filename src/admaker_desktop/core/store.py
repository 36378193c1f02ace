"""What code that makes media needs of the content store, as Protocols: the store itself is in `project`."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from admaker_desktop.core.media import MediaRef


class MediaReader(Protocol):
    """Finds the bytes behind a reference; any thread."""

    def path(self, ref: MediaRef) -> Path:
        """The file of a reference; raises MediaError when it is gone."""
        ...


class MediaStore(MediaReader, Protocol):
    """Keeps bytes under their SHA-256; any thread; a write is atomic."""

    def add_bytes(self, data: bytes, ext: str) -> MediaRef:
        """Keep these bytes; raises StorageError when the disk is full or refuses."""
        ...

    def add_file(self, path: Path, ext: str) -> MediaRef:
        """Keep a finished file by moving it in; raises StorageError."""
        ...

    def scratch(self, ext: str) -> Path:
        """A new path for a file that is being made, on the store's own volume; cleaned at start-up if left."""
        ...
