"""The content store: every file under the SHA-256 of its bytes, written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
from pathlib import Path
from typing import Literal

from admaker_desktop.core.errors import MediaError, StorageError
from admaker_desktop.core.ids import new_id
from admaker_desktop.core.media import MediaRef
from admaker_desktop.core.messages import Message, msg

_CHUNK_BYTES = 1 << 20


Action = Literal["Writing", "Writing into", "Writing beside", "Making the folder", "Reading", "Reading or writing"]


def storage_error(action: Action, path: Path, error: OSError) -> StorageError:
    """The sentence for a file system's refusal."""
    what = _attempt(action, str(path))
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StorageError("{what} failed: the disk is full.", what=what, hint="Free some space and run again.")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return StorageError("{what} failed: no right to write there.", what=what, hint="Choose another folder.")
    reason = error.strerror or str(error)
    return StorageError("{what} failed: {reason}.", what=what, reason=reason, hint="Check the folder and run again.")


def _attempt(action: Action, path: str) -> Message:
    return {
        "Writing": msg("Writing {path}", path=path),
        "Writing into": msg("Writing into {path}", path=path),
        "Writing beside": msg("Writing beside {path}", path=path),
        "Making the folder": msg("Making the folder {path}", path=path),
        "Reading": msg("Reading {path}", path=path),
        "Reading or writing": msg("Reading or writing {path}", path=path),
    }[action]


def hash_file(path: Path) -> str:
    """The SHA-256 of a file's bytes as 64 hex digits."""
    digest = hashlib.sha256()
    with path.open("rb") as source:
        while chunk := source.read(_CHUNK_BYTES):
            digest.update(chunk)
    return digest.hexdigest()


def discard(path: Path) -> None:
    """Remove an unfinished file, if it is there and can be removed."""
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


class ContentStore:
    """Files by hash below one folder, as `ab/<sha256>.<ext>`; any thread; several processes may share it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._scratch = root / "tmp"

    def path(self, ref: MediaRef) -> Path:
        """The file of a reference; raises MediaError when it is gone."""
        path = self._place(ref)
        if not path.is_file():
            raise MediaError(
                "The media file {name}… is gone.", name=ref.file_name[:12], hint="Run again to make it anew."
            )
        return path

    def has(self, ref: MediaRef) -> bool:
        """Whether the file is there with the size that its reference says."""
        try:
            return self._place(ref).stat().st_size == ref.size_bytes
        except OSError:
            return False

    def add_bytes(self, data: bytes, ext: str) -> MediaRef:
        """Keep these bytes; raises StorageError when the disk is full or refuses."""
        ref = MediaRef(sha256=hashlib.sha256(data).hexdigest(), ext=ext, size_bytes=len(data))
        if not self.has(ref):
            temp = self.scratch(ext)
            try:
                with temp.open("wb") as out:
                    out.write(data)
                    out.flush()
                    os.fsync(out.fileno())
            except OSError as error:
                discard(temp)
                raise storage_error("Writing", temp, error) from error
            self._move_in(temp, ref)
        return ref

    def add_file(self, path: Path, ext: str) -> MediaRef:
        """Keep a finished file by moving it in; raises StorageError."""
        try:
            ref = MediaRef(sha256=hash_file(path), ext=ext, size_bytes=path.stat().st_size)
        except OSError as error:
            raise storage_error("Reading", path, error) from error
        if self.has(ref):
            path.unlink(missing_ok=True)
        else:
            self._move_in(path, ref)
        return ref

    def scratch(self, ext: str) -> Path:
        """A new path for a file that is being made, on the store's own volume."""
        try:
            self._scratch.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise storage_error("Making the folder", self._scratch, error) from error
        return self._scratch / f"{os.getpid()}-{new_id()}.{ext}"

    def export(self, ref: MediaRef, target: Path) -> None:
        """Put a hard link or a copy at `target`, whole or not at all; raises StorageError, MediaError."""
        source = self.path(ref)
        temp = target.with_name(f".{target.name}.{new_id()}.part")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, temp)
            os.replace(temp, target)
        except OSError as error:
            raise storage_error("Writing", target, error) from error
        finally:
            discard(temp)

    def link_into(self, ref: MediaRef, folder: Path) -> None:
        """Keep the same file in another store's folder, as a hard link where the volume allows; raises StorageError."""
        target = folder / ref.sha256[:2] / ref.file_name
        if target.exists():
            return
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                os.link(self.path(ref), target)
            except OSError:
                self.export(ref, target)
        except OSError as error:
            raise storage_error("Writing", target, error) from error

    def clean_scratch(self) -> None:
        """Remove what dead processes have left unfinished."""
        if self._scratch.is_dir():
            for left in self._scratch.iterdir():
                owner = left.name.split("-", 1)[0]
                if not (owner.isdigit() and process_is_alive(int(owner))):
                    discard(left)

    def _place(self, ref: MediaRef) -> Path:
        return self.root / ref.sha256[:2] / ref.file_name

    def _move_in(self, temp: Path, ref: MediaRef) -> None:
        place = self._place(ref)
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            os.replace(temp, place)
        except OSError as error:
            discard(temp)
            raise storage_error("Writing", place, error) from error


def process_is_alive(pid: int) -> bool:
    """Whether a process of this machine runs under that number."""
    if os.name == "nt":
        return _windows_process_is_alive(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _windows_process_is_alive(pid: int) -> bool:
    """`os.kill(pid, 0)` ends the process on Windows: ask the kernel instead."""
    import ctypes  # only there

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    handle = kernel.OpenProcess(0x1000, False, pid)  # PROCESS_QUERY_LIMITED_INFORMATION
    if not handle:
        return False
    code = ctypes.c_ulong()
    kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return code.value == 259  # STILL_ACTIVE
