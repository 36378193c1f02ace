"""Bringing pictures from disk into a project: read, judged, kept under their hash."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from admaker_desktop.core.errors import AdMakerError, MediaError
from admaker_desktop.core.media import ImageRef
from admaker_desktop.core.store import MediaStore
from admaker_desktop.project.content import storage_error

SUFFIXES = (".png", ".jpg", ".jpeg", ".webp")
"""Of the files that a dialog offers; what counts is what is in them."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a handful of files."""

    pictures: tuple[ImageRef, ...]
    refused: tuple[AdMakerError, ...]


def import_pictures(store: MediaStore, paths: Iterable[Path]) -> Imported:
    """Keep every file that is a picture; the others come back as sentences. Worker threads: decodes them."""
    pictures: list[ImageRef] = []
    refused: list[AdMakerError] = []
    for path in paths:
        try:
            pictures.append(import_file(store, path))
        except AdMakerError as error:
            refused.append(error)
    return Imported(tuple(pictures), tuple(refused))


def import_file(store: MediaStore, path: Path) -> ImageRef:
    """Keep one file; raises MediaError, StorageError."""
    from admaker_desktop.media.stills import import_picture  # loads OpenCV: only where a picture is read

    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise MediaError("There is no picture {path}.", path=str(path), hint="Check the path.") from None
    except OSError as error:
        raise storage_error("Reading", path, error) from error
    return import_picture(store, data, path.name)
