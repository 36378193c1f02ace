"""The type faces of the house: only files from `resources/fonts`, never the system's."""

from __future__ import annotations

import functools
import os
import signal
import threading
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING

from admaker_desktop.core.errors import MediaError
from admaker_desktop.core.imports import restore_import
from admaker_desktop.media.text.breaking import NO_BREAK_SPACE

if TYPE_CHECKING:
    from PySide6 import QtGui

FALLBACK_FAMILY = "Inter"
_EXTENSION = "-ext"
_CODES = (
    range(0x20, 0x250),
    range(0x1E00, 0x1F00),
    range(0x2000, 0x2070),
    range(0x20A0, 0x20C0),
    range(0x2100, 0x2260),
)
"""Where the characters of a latin face lie."""


@dataclass(frozen=True, slots=True)
class Face:
    """A face in the font database: the private names of its files (latin first) and the characters they hold."""

    names: tuple[str, ...]
    characters: frozenset[int]


_state: dict[str, object] = {}
_faces: dict[tuple[str, int], Face] = {}
_lock = threading.Lock()


def start() -> None:
    """Make the QGuiApplication if there is none and load the faces; once, on the main thread, before anything is drawn.

    Without an application of the window's, Qt's `offscreen` platform is used unless QT_QPA_PLATFORM says otherwise.
    Raises MediaError when the font files are missing.
    """
    if _faces:
        return
    if threading.current_thread() is not threading.main_thread():
        raise RuntimeError("media.text.start() belongs to the main thread")
    os.environ.setdefault("QT_API", "pyside6")
    # Imported here because Qt costs 0.1 s and 40 MB, which processes that draw no type do not pay.
    with _stop_held():
        from qtpy import QtGui
    restore_import()

    if QtGui.QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _state["application"] = QtGui.QGuiApplication(["admaker"])
    with _lock:
        _faces.update(_load_faces())


@contextmanager
def _stop_held() -> Iterator[None]:
    """Ctrl-C waits until the block is done: inside Shiboken's own start it would end the process by an abort."""
    heard: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if heard:
        raise KeyboardInterrupt


def _load_faces() -> dict[tuple[str, int], Face]:
    """Every face by (family without spaces, weight)."""
    folder = resources.files("admaker_desktop") / "resources" / "fonts"
    files = {item.name: item for item in folder.iterdir() if item.name.endswith(".ttf")} if folder.is_dir() else {}
    faces: dict[tuple[str, int], Face] = {}
    for name in sorted(files):
        stem = name.removesuffix(".ttf")
        if stem.endswith(_EXTENSION):
            continue
        family, _, weight = stem.rpartition("-")
        parts = [
            _load_file(files[part].read_bytes(), part) for part in (name, f"{stem}{_EXTENSION}.ttf") if part in files
        ]
        faces[family, int(weight)] = Face(
            names=tuple(part.names[0] for part in parts),
            characters=frozenset().union(*(part.characters for part in parts)),
        )
    if not any(family == FALLBACK_FAMILY for family, _ in faces):
        raise MediaError("The app's type faces are missing.", hint="Install the app again.")
    return faces


def _load_file(data: bytes, name: str) -> Face:
    from qtpy import QtCore, QtGui  # see start()

    number = QtGui.QFontDatabase.addApplicationFontFromData(QtCore.QByteArray(data))
    families = QtGui.QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    if not families:
        raise MediaError("The type face {name} cannot be read.", name=name, hint="Install the app again.")
    raw = QtGui.QRawFont(QtCore.QByteArray(data), 64.0)
    held = frozenset(code for codes in _CODES for code in codes if raw.supportsCharacter(code))
    return Face(names=(families[0],), characters=held)


def require_started() -> None:
    """Raises RuntimeError before start(): Qt would abort the process."""
    if not _faces:
        raise RuntimeError("media.text.start() has not been called")


def face_chain(family: str, weight: int) -> tuple[Face, ...]:
    """The face nearest in weight and the fallback behind it; an unknown family is set in the fallback alone."""
    require_started()
    key = family.replace(" ", "")
    chain = []
    for name in (key, FALLBACK_FAMILY):
        weights = sorted((abs(held - weight), held) for known, held in _faces if known == name)
        if weights:
            chain.append(_faces[name, weights[0][1]])
    return tuple(dict.fromkeys(chain))


def known_faces() -> tuple[tuple[str, int], ...]:
    """(family without spaces, weight) of every face on board."""
    require_started()
    return tuple(sorted(_faces))


def font(family: str, weight: int, size_px: int, tracking: float = 0.0) -> QtGui.QFont:
    """A font of exactly this face at a whole pixel size, unhinted; `tracking` in em."""
    from qtpy import QtGui  # see start()

    made = QtGui.QFont()
    made.setFamilies([name for face in face_chain(family, weight) for name in face.names])
    made.setPixelSize(size_px)
    made.setHintingPreference(QtGui.QFont.HintingPreference.PreferNoHinting)
    if tracking:
        made.setLetterSpacing(QtGui.QFont.SpacingType.AbsoluteSpacing, tracking * size_px)
    return made


def unsettable(text: str) -> str:
    """The characters of a text, each once, that no face on board can set; after start()."""
    return "".join(
        character
        for character in dict.fromkeys(text)
        if not character.isspace() and not drawable(character, FALLBACK_FAMILY, 500)
    )


@functools.lru_cache(maxsize=512)
def drawable(text: str, family: str, weight: int) -> str:
    """The text with every character that no face of ours holds replaced by its plain letter, or left out.

    Without this Qt would take a system font, another one on every machine.
    """
    held = frozenset().union(*(face.characters for face in face_chain(family, weight)))
    out = []
    for character in unicodedata.normalize("NFC", text):
        if ord(character) in held or character in (" ", NO_BREAK_SPACE):
            out.append(character)
        else:
            out.extend(part for part in unicodedata.normalize("NFKD", character) if ord(part) in held)
    return "".join(out)
