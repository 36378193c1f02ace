"""Small pictures are drawn once, kept by content, and never stand in the way."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import numpy as np
import pytest

from admaker_desktop.core.errors import MediaError
from admaker_desktop.media import text
from admaker_desktop.media.stills import save_png
from admaker_desktop.media.waves import save_wave
from admaker_desktop.project.content import ContentStore
from admaker_desktop.services.thumbnails import (
    FILM_PX,
    FILMSTRIP_PICTURES,
    FILMSTRIP_PX,
    THUMB_PX,
    Thumbnails,
)
from tests.media.compose.scenes import bottle, make_view, product_scene, sequence, shot, title


@pytest.fixture
def store(tmp_path: Path) -> ContentStore:
    return ContentStore(tmp_path / "store")


@pytest.fixture
def thumbnails(store: ContentStore) -> Thumbnails:
    return Thumbnails(store)


def kept(store: ContentStore) -> list[Path]:
    return sorted((store.root.parent / "thumbs").iterdir())


def test_a_scene_is_drawn_once_then_found_without_its_media(store: ContentStore, thumbnails: Thumbnails) -> None:
    scene = product_scene(store, 270, 480, 1)
    first = thumbnails.scene(scene)
    assert first.shape == (THUMB_PX, 300, 3)
    assert len(kept(store)) == 1
    shutil.rmtree(store.root)
    again = Thumbnails(store).scene(scene)
    assert np.abs(first.astype(int) - again.astype(int)).mean() < 3, "all that JPEG costs"
    with pytest.raises(MediaError):
        thumbnails.scene(scene.model_copy(update={"shot_id": "other"}))


def test_a_wide_scene_is_shown_whole(store: ContentStore, thumbnails: Thumbnails) -> None:
    assert thumbnails.scene(product_scene(store, 480, 270, 1)).shape[:2] == (THUMB_PX, 426)


def test_a_filmstrip_has_its_moments_in_order(store: ContentStore, thumbnails: Thumbnails) -> None:
    scene = product_scene(store, 270, 480, 2)
    drawn, found = thumbnails.filmstrip(scene), thumbnails.filmstrip(scene)
    assert len(drawn) == len(found) == FILMSTRIP_PICTURES
    assert {picture.shape for picture in drawn + found} == {(FILMSTRIP_PX, 64, 3)}
    apart = [np.abs(drawn[0].astype(int) - picture.astype(int)).mean() for picture in drawn]
    assert apart[0] == 0
    assert apart[-1] > apart[1] > 0


def test_a_film_shows_its_title(store: ContentStore, thumbnails: Thumbnails) -> None:
    text.start()
    view = make_view()
    film = sequence((view,), 2.0, (shot(1, 0.0, 2.0, (product_scene(store, 270, 480, 1),)),))
    titled = film.model_copy(update={"titles": (title((view,), 0.0, 2.0, "none"),)})
    bare, written = thumbnails.film(film, 1.0), thumbnails.film(titled, 1.0)
    assert bare.shape == written.shape == (FILM_PX, 202, 3)
    assert np.abs(bare.astype(int) - written.astype(int)).max() > 60
    assert len(kept(store)) == 2


def test_a_still_and_an_outline_are_kept_by_content(store: ContentStore, thumbnails: Thumbnails) -> None:
    ref = save_png(store, bottle(300, 300))
    sound = save_wave(store, np.full((1, 48_000), 0.5, np.float32))
    assert thumbnails.still(ref).shape == (THUMB_PX, THUMB_PX, 3)
    drawn = thumbnails.peaks((sound,))
    shutil.rmtree(store.root)
    assert thumbnails.still(ref).shape == (THUMB_PX, THUMB_PX, 3)
    assert thumbnails.peaks((sound,)).tolist() == drawn.tolist()
    assert drawn.max() == pytest.approx(0.5, abs=0.01)
    assert {path.suffix for path in kept(store)} == {".jpg", ".peaks"}


def test_a_damaged_kept_picture_is_drawn_anew(store: ContentStore, thumbnails: Thumbnails) -> None:
    scene = product_scene(store, 270, 480, 1)
    thumbnails.scene(scene)
    (file,) = kept(store)
    file.write_bytes(b"half a fi")
    assert thumbnails.scene(scene).shape[0] == THUMB_PX
    assert len(file.read_bytes()) > 1000


def test_a_folder_that_refuses_costs_no_picture(store: ContentStore, thumbnails: Thumbnails) -> None:
    (store.root.parent / "thumbs").write_bytes(b"not a folder")
    assert thumbnails.scene(product_scene(store, 270, 480, 1)).shape[0] == THUMB_PX
    thumbnails.trim()


def test_trimming_keeps_what_was_used_last(store: ContentStore, thumbnails: Thumbnails) -> None:
    scenes = [product_scene(store, 270, 480, number) for number in range(3)]
    for age, scene in enumerate(scenes):
        thumbnails.scene(scene)
        newest = max(kept(store), key=lambda path: path.stat().st_mtime)
        os.utime(newest, (1_000_000 + age, 1_000_000 + age))
    thumbnails.scene(scenes[0])  # used now
    sizes = sum(path.stat().st_size for path in kept(store))
    thumbnails.trim(sizes - 1)
    shutil.rmtree(store.root)
    assert len(kept(store)) == 2
    thumbnails.scene(scenes[0])
    thumbnails.scene(scenes[2])
    with pytest.raises(MediaError):
        thumbnails.scene(scenes[1])
