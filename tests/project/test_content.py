"""The content store: whole files by their hash, or nothing."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from admaker_desktop.core.errors import MediaError, StorageError
from admaker_desktop.core.media import MediaRef
from admaker_desktop.project.content import ContentStore, process_is_alive, storage_error


@pytest.fixture
def store(tmp_path: Path) -> ContentStore:
    return ContentStore(tmp_path / "store")


def test_bytes_are_kept_under_their_hash_once(store: ContentStore) -> None:
    ref = store.add_bytes(b"picture", "png")
    assert ref.sha256 == hashlib.sha256(b"picture").hexdigest()
    assert store.add_bytes(b"picture", "png") == ref
    assert store.path(ref).read_bytes() == b"picture"
    assert len([file for file in store.root.rglob("*") if file.is_file()]) == 1


def test_a_finished_file_is_moved_in(store: ContentStore) -> None:
    for _ in range(2):
        made = store.scratch("mp4")
        made.write_bytes(b"film")
        ref = store.add_file(made, "mp4")
        assert not made.exists()
    assert store.has(ref)


def test_a_file_that_is_gone_or_cut_is_not_there(store: ContentStore) -> None:
    ref = store.add_bytes(b"picture", "png")
    store.path(ref).write_bytes(b"pic")
    assert not store.has(ref)
    store.path(ref).unlink()
    with pytest.raises(MediaError, match="is gone"):
        store.path(ref)
    with pytest.raises(MediaError):
        store.export(ref, store.root / "x.png")


def test_an_export_is_a_copy_that_leaves_nothing_else(store: ContentStore, tmp_path: Path) -> None:
    ref = store.add_bytes(b"film", "mp4")
    target = tmp_path / "out" / "ad.mp4"
    store.export(ref, target)
    store.export(ref, target)
    target.write_bytes(b"changed by the user")
    assert store.path(ref).read_bytes() == b"film"
    assert [file.name for file in target.parent.iterdir()] == ["ad.mp4"]


def test_an_export_into_a_file_is_refused_in_words(store: ContentStore, tmp_path: Path) -> None:
    ref = store.add_bytes(b"film", "mp4")
    (tmp_path / "file").write_text("x")
    with pytest.raises(StorageError):
        store.export(ref, tmp_path / "file" / "ad.mp4")


def test_a_projects_folder_gets_the_same_file(store: ContentStore, tmp_path: Path) -> None:
    ref = store.add_bytes(b"film", "mp4")
    for _ in range(2):
        store.link_into(ref, tmp_path / "P.media")
    assert (tmp_path / "P.media" / ref.sha256[:2] / ref.file_name).read_bytes() == b"film"


def test_only_dead_processes_scratch_is_cleaned(store: ContentStore) -> None:
    mine = store.scratch("mp4")
    mine.write_bytes(b"in work")
    dead = mine.with_name("4194999-abc.mp4")
    dead.write_bytes(b"left")
    odd = mine.with_name("odd.mp4")
    odd.write_bytes(b"left")
    store.clean_scratch()
    assert (mine.exists(), dead.exists(), odd.exists()) == (True, False, False)


def test_refusals_of_the_disk_are_sentences() -> None:
    full = storage_error("Writing", Path("x"), OSError(28, "No space left on device"))
    assert "disk is full" in full.message.text()
    assert "no right" in storage_error("Writing", Path("x"), OSError(13, "Permission denied")).message.text()
    assert "odd" in storage_error("Writing", Path("x"), OSError(5, "odd")).message.text()


def test_a_full_disk_leaves_nothing_behind(store: ContentStore) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with pytest.raises(StorageError, match="disk is full"):
        _add_to_full(store)


def _add_to_full(store: ContentStore) -> MediaRef:
    """Write through a scratch path that leads to the device that is always full."""
    link = store.scratch("png")
    link.symlink_to("/dev/full")
    store_scratch = store.scratch
    try:
        store.scratch = lambda _: link  # type: ignore[method-assign]
        return store.add_bytes(b"x" * 100_000, "png")
    finally:
        store.scratch = store_scratch  # type: ignore[method-assign]


def test_processes_are_known_to_be_alive_or_not() -> None:
    assert process_is_alive(os.getpid())
    assert not process_is_alive(4_194_999)
