"""What works on this machine, found out by trying it."""

from __future__ import annotations

import contextlib
import platform
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

from admaker_desktop.core.errors import AdMakerError
from admaker_desktop.media import text
from admaker_desktop.media.codecs import try_codecs
from admaker_desktop.media.text.faces import known_faces
from admaker_desktop.providers.catalog import VendorCatalog
from admaker_desktop.services.deliver import check_folder
from admaker_desktop.settings.home import find_home

_NEEDED_FREE_BYTES = 2_000_000_000
"""Room for the store, a rendering in work and its copy, of a 60 s ad in four formats."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was tried."""

    name: str
    ok: bool
    detail: str
    fix: str = ""


def examine() -> list[Check]:
    """Try everything; main thread (type is set by Qt)."""
    with contextlib.closing(VendorCatalog()) as catalog:
        draft = catalog.vendor("draft")
        tries: dict[str, Callable[[], str]] = {
            "Python": platform.python_version,
            "SQLite": lambda: sqlite3.sqlite_version,
            "type (Qt)": _type,
            "codecs (FFmpeg)": try_codecs,
            "pictures": lambda: draft.image.fingerprint() if draft.image else "none",
            "voice": lambda: draft.voice.fingerprint() if draft.voice else "none",
            "app folder": _home,
            "free disk space": _space,
        }
        return [_try(name, work) for name, work in tries.items()]


def _try(name: str, work: Callable[[], str]) -> Check:
    try:
        return Check(name, True, work())
    except AdMakerError as error:
        return Check(name, False, error.message, error.hint)


def _type() -> str:
    text.start()
    return f"{len(known_faces())} faces"


def _home() -> str:
    root = find_home().root
    check_folder(root)
    return str(root)


def _space() -> str:
    root = find_home().root
    root.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(root).free
    if free < _NEEDED_FREE_BYTES:
        raise AdMakerError(f"{free / 1e9:.1f} GB are free.", hint="Free at least 2 GB.")
    return f"{free / 1e9:.0f} GB"
