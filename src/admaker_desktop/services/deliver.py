"""Putting finished ad files where the user wants them: whole files under their final names, or nothing."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from admaker_desktop.ad.brief import Brief
from admaker_desktop.ad.deliverable import AdFile
from admaker_desktop.core.errors import StorageError
from admaker_desktop.core.ids import new_id
from admaker_desktop.delivery.naming import file_stem
from admaker_desktop.project.content import ContentStore, discard, storage_error
from admaker_desktop.services.summary import DeliveredFile


def check_folder(folder: Path) -> None:
    """Make the folder and prove that it takes a file; raises StorageError."""
    probe = folder / f".{new_id()}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.touch()
        probe.unlink()
    except OSError as error:
        if folder.exists() and not folder.is_dir():
            raise StorageError(
                "{folder} is a file, not a folder.", folder=str(folder), hint="Choose another folder."
            ) from error
        raise storage_error("Writing into", folder, error) from error


def deliver(store: ContentStore, brief: Brief, files: Iterable[AdFile], folder: Path) -> tuple[DeliveredFile, ...]:
    """Copy each ad, its captions and its thumbnail into the folder; raises StorageError, MediaError."""
    check_folder(folder)
    delivered = []
    for file in files:
        stem = file_stem(
            brand=brief.brand,
            product=brief.product,
            seconds=file.measured.seconds,
            aspect=file.format.aspect,
            preset_id=file.format.id,
            lang=brief.language,
        )
        video = folder / f"{stem}.mp4"
        captions = video.with_suffix(".srt")
        thumbnail = video.with_suffix(".png")
        store.export(file.thumbnail, thumbnail)
        _write_text(captions, file.captions_srt)
        store.export(file.video, video)
        delivered.append(DeliveredFile(video, captions, thumbnail, file))
    return tuple(delivered)


def _write_text(path: Path, text: str) -> None:
    temp = path.with_name(f".{path.name}.{new_id()}.part")
    try:
        temp.write_text(text, encoding="utf-8", newline="\n")
        os.replace(temp, path)
    except OSError as error:
        raise storage_error("Writing", path, error) from error
    finally:
        discard(temp)
