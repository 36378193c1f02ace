"""Small pictures: true to the export, framed on the subject, honest about transparency and damage."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from admaker_desktop.ad.scene import Box
from admaker_desktop.core.errors import MediaError
from admaker_desktop.core.media import ImageRef
from admaker_desktop.media.compose import Compositor
from admaker_desktop.media.stills import save_png
from admaker_desktop.media.thumbs import draw_frame, draw_scene, draw_still, fitted, framed, jpeg_bytes, rgb_of_jpeg
from admaker_desktop.project.content import ContentStore
from tests.media.compose.scenes import bottle, draw_bars, make_view, product_scene, sequence, shot, soft_ground, title


@pytest.fixture
def store(tmp_path: Path) -> ContentStore:
    return ContentStore(tmp_path)


def keep(store: ContentStore, data: bytes, width: int, height: int, ext: str = "png") -> ImageRef:
    return ImageRef(**store.add_bytes(data, ext).model_dump(), width_px=width, height_px=height)


def difference(first: np.ndarray, second: np.ndarray) -> float:
    return float(np.abs(first.astype(np.float32) - second.astype(np.float32)).mean())


def test_a_small_scene_looks_like_the_exported_frame_made_small(store: ContentStore) -> None:
    view = make_view(540, 960)
    scene = product_scene(store, 540, 960, 1)
    film = sequence((view,), 2.0, (shot(1, 0.0, 2.0, (scene,)),))
    compositor = Compositor(film, view, store, draw_bars)
    full = compositor.thumbnail_rgb(30)
    (small,) = draw_scene(scene, (30.5 / 60,), 240, store)
    assert small.shape == (240, 136, 3)
    exported = cv2.resize(full, (136, 240), interpolation=cv2.INTER_AREA)
    assert difference(small, exported) < 4
    assert difference(np.roll(small, 12, axis=1), exported) > 6


def test_moments_of_a_moving_scene_differ(store: ContentStore) -> None:
    first, last = draw_scene(product_scene(store, 270, 480, 1), (0.05, 0.95), 112, store)
    assert difference(first, last) > 2


def test_a_film_frame_carries_its_type(store: ContentStore) -> None:
    view = make_view()
    scene = product_scene(store, 270, 480, 1)
    bare = sequence((view,), 2.0, (shot(1, 0.0, 2.0, (scene,)),))
    titled = bare.model_copy(update={"titles": (title((view,), 0.0, 2.0, "none"),)})
    plain, written = (draw_frame(film, view, 30, 160, store, draw_bars) for film in (bare, titled))
    assert plain.shape == written.shape == (160, 90, 3)
    changed = np.abs(plain.astype(int) - written.astype(int)).max(axis=2) > 40
    rows = np.nonzero(changed)[0]
    assert 24 <= rows.min() <= 26, "where the title begins"
    assert rows.max() <= 44, "and not below it"


def test_a_frame_is_centred_on_the_subject_and_stays_inside(store: ContentStore) -> None:
    scene = product_scene(store, 270, 480, 1)
    rgb = np.repeat(np.arange(480, dtype=np.uint16)[:, None] // 2, 270, axis=1).astype(np.uint8)[..., None].repeat(3, 2)

    def rows_of(top: float) -> tuple[int, int]:
        box = Box(x_px=0, y_px=top, width_px=270, height_px=100)
        part = framed(rgb, scene.model_copy(update={"subject_box": box}), 200)
        assert part.shape == (200, 270, 3)
        return int(part[0, 0, 0]) * 2, int(part[-1, 0, 0]) * 2

    assert rows_of(190) == (140, 338)
    assert rows_of(-40)[0] == 0
    assert rows_of(470) == (280, 478)


def test_what_is_clear_shows_a_chequered_ground(store: ContentStore) -> None:
    rgb = draw_still(save_png(store, bottle(200, 200)), 100, store)
    assert rgb.shape == (100, 100, 3)
    assert {int(value) for value in np.unique(rgb[:20, :20])} == {228, 255}
    assert rgb[60, 50].max() < 60, "a line of the label"


def test_an_edge_against_nothing_has_no_dark_fringe(store: ContentStore) -> None:
    pixels = np.zeros((240, 240, 4), np.uint8)
    pixels[61:181, 61:181] = 255
    rgb = draw_still(save_png(store, pixels), 80, store)
    assert rgb.min() >= 228


@pytest.mark.parametrize(("dtype", "channels"), [(np.uint8, 1), (np.uint16, 3), (np.uint8, 3), (np.uint16, 4)])
def test_foreign_pictures_of_every_depth_are_read(store: ContentStore, dtype: type, channels: int) -> None:
    top = np.iinfo(dtype).max
    pixels = np.full((50, 80, channels), top // 2, dtype)
    if channels == 4:
        pixels[..., 3] = top
    data = cv2.imencode(".png", pixels)[1].tobytes()
    rgb = draw_still(keep(store, data, 80, 50), 25, store)
    assert rgb.shape == (25, 40, 3)
    assert np.abs(rgb.astype(int) - 127).max() <= 1


def test_a_damaged_picture_is_explained(store: ContentStore) -> None:
    with pytest.raises(MediaError, match="cannot be read"):
        draw_still(keep(store, b"\x89PNG nothing", 8, 8), 25, store)


def test_a_panorama_is_cut_and_a_small_picture_stays() -> None:
    assert fitted(np.zeros((100, 9000, 3), np.uint8), 50).shape == (50, 400, 3)
    assert fitted(np.zeros((20, 30, 3), np.uint8), 50).shape == (20, 30, 3)


def test_jpeg_keeps_the_picture_and_damage_is_noticed() -> None:
    rgb = np.ascontiguousarray(soft_ground(120, 80, 40)[..., :3])
    back = rgb_of_jpeg(jpeg_bytes(rgb))
    assert back is not None
    assert difference(rgb, back) < 3
    assert rgb_of_jpeg(b"\xff\xd8\xff nothing") is None
    assert rgb_of_jpeg(b"") is None
