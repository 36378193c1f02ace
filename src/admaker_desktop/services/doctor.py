"""What works on this machine, found out by trying it."""

from __future__ import annotations

import contextlib
import platform
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

from admaker_desktop.capabilities.image import ImageProvider
from admaker_desktop.capabilities.voice import VoiceProvider
from admaker_desktop.core.errors import AdMakerError
from admaker_desktop.core.messages import NOTHING, Message, msg, verbatim
from admaker_desktop.providers.catalog import VendorCatalog
from admaker_desktop.services.deliver import check_folder
from admaker_desktop.settings.home import find_home

_NEEDED_FREE_BYTES = 2_000_000_000
"""Room for the store, a rendering in work and its copy, of a 60 s ad in four formats."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was tried."""

    name: Message
    ok: bool
    detail: Message
    fix: Message = NOTHING


def examine() -> list[Check]:
    """Try everything; main thread (type is set by Qt)."""
    with contextlib.closing(VendorCatalog()) as catalog:
        draft = catalog.vendor("draft")
        tries: tuple[tuple[Message, Callable[[], Message]], ...] = (
            (msg("Python"), lambda: verbatim(platform.python_version())),
            (msg("SQLite"), lambda: verbatim(sqlite3.sqlite_version)),
            (msg("type (Qt)"), _type),
            (msg("codecs (FFmpeg)"), _codecs),
            (msg("pictures"), lambda: _version(draft.image)),
            (msg("voice"), lambda: _version(draft.voice)),
            (msg("app folder"), _home),
            (msg("free disk space"), _space),
        )
        return [_try(name, work) for name, work in tries]


def _try(name: Message, work: Callable[[], Message]) -> Check:
    try:
        return Check(name, True, work())
    except AdMakerError as error:
        return Check(name, False, error.message, error.hint)


def _version(provider: ImageProvider | VoiceProvider | None) -> Message:
    return verbatim(provider.fingerprint()) if provider else msg("none")


def _codecs() -> Message:
    from admaker_desktop.media.codecs import try_codecs  # loads FFmpeg: only where it is tried

    return try_codecs()


def _type() -> Message:
    from admaker_desktop.media import text  # loads Qt: only where it is tried
    from admaker_desktop.media.text.faces import known_faces

    text.start()
    return msg("{count} faces", count=len(known_faces()))


def _home() -> Message:
    root = find_home().root
    check_folder(root)
    return verbatim(str(root))


def _space() -> Message:
    root = find_home().root
    root.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(root).free
    if free < _NEEDED_FREE_BYTES:
        raise AdMakerError("{size} GB are free.", size=f"{free / 1000000000.0:.1f}", hint="Free at least 2 GB.")
    return msg("{size} GB", size=f"{free / 1e9:.0f}")
