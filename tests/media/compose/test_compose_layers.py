"""Layers: at the right place to a fraction of a pixel, with true colours and edges, in luma and chroma alike."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from admaker_desktop.ad.scene import Keyframe, Scene
from admaker_desktop.media.compose.motion import ease, is_still, state_at
from admaker_desktop.media.compose.patch import Patch
from admaker_desktop.media.compose.planes import Frame, Scratch, rgb_from_frame
from admaker_desktop.media.compose.scenes import ScenePicture
from admaker_desktop.project.content import ContentStore
from tests.media.compose.scenes import beam, bottle, flat, layer, scene, soft_ground

W, H = 320, 240


@pytest.fixture
def store(tmp_path: Path) -> ContentStore:
    return ContentStore(tmp_path)


def drawn(picture: Scene, store: ContentStore, at: float) -> Frame:
    frame = Frame.empty(picture.width_px, picture.height_px)
    ScenePicture(picture, (16, 128, 128), store, Scratch()).draw(frame, at)
    return frame


def disc(size: int, radius: float, rgb: tuple[int, int, int], *, on: tuple[int, int, int] | None = None) -> np.ndarray:
    """An antialiased disc in the middle, on nothing or on an opaque colour."""
    y, x = np.mgrid[0:size, 0:size] + 0.5 - size / 2
    cover = np.clip(radius - np.hypot(x, y) + 0.5, 0, 1)
    if on is None:
        return np.dstack([np.full((size, size), c) for c in rgb] + [cover * 255]).round().astype(np.uint8)
    parts = [back + (front - back) * cover for front, back in zip(rgb, on, strict=True)]
    return np.dstack([*parts, np.full((size, size), 255)]).round().astype(np.uint8)


def centroid(plane: np.ndarray, rest: float) -> tuple[float, float]:
    """The centre of what differs from `rest`, in continuous pixels of the plane."""
    weight = np.abs(plane.astype(float) - rest)
    y, x = np.mgrid[0 : plane.shape[0], 0 : plane.shape[1]] + 0.5
    return float((x * weight).sum() / weight.sum()), float((y * weight).sum() / weight.sum())


def test_a_layer_at_rest_fills_its_box(store):
    box = (40, 60, 100, 80)
    back = layer(store, "ground", flat(W, H, (0, 0, 0)), (0, 0, W, H))
    luma = drawn(scene(W, H, back, layer(store, "subject", flat(100, 80, (255, 255, 255)), box)), store, 0).y
    assert luma[60:140, 40:140].min() >= 234
    outside = luma.copy()
    outside[60:140, 40:140] = 16
    assert outside.max() <= 17


@pytest.mark.parametrize("role", ["ground", "subject", "light"])
def test_scale_and_move_are_about_the_pivot(store, role):
    """`pivot + (p - pivot) * scale + (dx, dy)` holds for luma and for chroma, through every way of drawing."""
    if role == "ground":
        # The ground covers: a disc on an opaque colour, larger than the frame.
        picture, box = disc(480, 30, (240, 240, 60), on=(10, 10, 40)), (-100, -120, 480, 480)
    else:
        picture, box = disc(160, 30, (240, 240, 60)), (60, 40, 160, 160)
    key = Keyframe(at=0, scale=1.1, dx_px=5.3, dy_px=-7.6)
    moved = layer(store, role, picture, box, key).model_copy(update={"pivot_x_px": 100.0, "pivot_y_px": 90.0})
    layers = (moved,)
    if role != "ground":
        layers = (layer(store, "ground", flat(W, H, (10, 10, 40)), (0, 0, W, H)), moved)
    frame = drawn(scene(W, H, *layers), store, 0)
    middle = (box[0] + box[2] / 2, box[1] + box[3] / 2)
    expected = (100 + (middle[0] - 100) * 1.1 + 5.3, 90 + (middle[1] - 90) * 1.1 - 7.6)
    assert centroid(frame.y, frame.y[0, 0]) == pytest.approx(expected, abs=0.15)
    x, y = centroid(frame.u, frame.u[0, 0])
    assert (2 * x, 2 * y) == pytest.approx(expected, abs=0.4)


@pytest.mark.parametrize("role", ["ground", "subject"])
def test_a_slow_push_moves_in_every_frame_and_never_back(store, role):
    picture = disc(480, 20, (250, 250, 250), on=(20, 20, 20)) if role == "ground" else disc(80, 20, (250, 250, 250))
    box = (-80, -120, 480, 480) if role == "ground" else (120, 80, 80, 80)
    slow = layer(store, role, picture, box, Keyframe(at=0), Keyframe(at=1, scale=1.04, dx_px=12.0))
    back = () if role == "ground" else (layer(store, "ground", flat(W, H, (20, 20, 20)), (0, 0, W, H)),)
    scene_picture = ScenePicture(scene(W, H, *back, slow), (16, 128, 128), store, Scratch())
    frame = Frame.empty(W, H)
    places, seen = [], set()
    for index in range(20, 70):
        scene_picture.draw(frame, index / 90)
        seen.add(frame.y.tobytes())
        places.append(centroid(frame.y, frame.y[0, 0])[0])
    steps, ideal = np.diff(places), np.diff([12 * ease(index / 90) for index in range(20, 70)])
    assert len(seen) == 50
    assert steps.min() > 0
    assert np.abs(steps - ideal).max() < 0.06


def test_edges_and_half_transparency_match_the_textbook(store):
    ground, subject = soft_ground(W, H, 90), bottle(160, 200)
    subject[..., 3] //= 2
    light = beam(W, H, (255, 220, 160), 120)
    layers = (
        layer(store, "ground", ground, (0, 0, W, H)),
        layer(store, "subject", subject, (80, 20, 160, 200)),
        layer(store, "light", light, (0, 0, W, H)),
    )
    ours = rgb_from_frame(drawn(scene(W, H, *layers), store, 0).buffer).astype(float)
    expected = ground[..., :3].astype(float)
    for picture, (x, y) in ((subject, (80, 20)), (light, (0, 0))):
        height, width = picture.shape[:2]
        alpha = picture[..., 3:] / 255
        part = expected[y : y + height, x : x + width]
        part[...] = part * (1 - alpha) + picture[..., :3] * alpha
    error = np.abs(ours - expected)
    assert error.mean() < 1.5
    # Chroma has half the resolution: luma's weights cancel that.
    luma = np.abs(error @ [0.2126, 0.7152, 0.0722])
    assert np.percentile(luma, 99) < 6


def test_no_fringe_from_the_colour_of_what_is_transparent(store):
    subject = disc(100, 40, (200, 200, 200))
    subject[subject[..., 3] == 0] = (0, 255, 0, 0)
    back = layer(store, "ground", flat(W, H, (200, 200, 200)), (0, 0, W, H))
    moved = layer(store, "subject", subject, (50, 50, 100, 100), Keyframe(at=0, scale=0.63, dx_px=0.4))
    frame = drawn(scene(W, H, back, moved), store, 0)
    assert np.ptp(frame.y.astype(int)) <= 3
    assert np.ptp(frame.u.astype(int)) <= 3


def test_opacity_follows_its_keyframes(store):
    back = layer(store, "ground", flat(W, H, (0, 0, 0)), (0, 0, W, H))
    for role in ("subject", "light"):
        fading = layer(
            store, role, flat(W, H, (255, 255, 255)), (0, 0, W, H), Keyframe(at=0, opacity=0), Keyframe(at=1)
        )
        picture = scene(W, H, back, fading)
        assert drawn(picture, store, 0).y.max() == 16
        assert drawn(picture, store, 0.5).y[H // 2, W // 2] == pytest.approx(125.5, abs=1.5)
        assert drawn(picture, store, 1).y[H // 2, W // 2] >= 234


def test_a_ground_that_does_not_cover_shows_the_background(store):
    hole = flat(W, H, (250, 250, 250))
    hole[:, : W // 2, 3] = 0
    luma = drawn(scene(W, H, layer(store, "ground", hole, (0, 0, W, H))), store, 0).y
    assert luma[10, 10] == 16
    assert luma[10, W - 10] > 220


def test_a_fully_transparent_or_outside_layer_changes_nothing(store):
    back = layer(store, "ground", soft_ground(W, H, 10), (0, 0, W, H))
    plain = drawn(scene(W, H, back), store, 0).buffer
    nothing = layer(store, "subject", np.zeros((50, 50, 4), np.uint8), (0, 0, 50, 50))
    outside = layer(store, "subject", bottle(50, 50), (-200, 0, 50, 50))
    assert np.array_equal(drawn(scene(W, H, back, nothing, outside), store, 0).buffer, plain)


def test_what_never_moves_is_composed_once(store):
    still = [
        layer(store, "ground", soft_ground(W, H, 10), (0, 0, W, H)),
        layer(store, "subject", bottle(90, 90), (9, 9, 90, 90)),
    ]
    picture = ScenePicture(scene(W, H, *still), (16, 128, 128), store, Scratch())
    frame = Frame.empty(W, H)
    picture.draw(frame, 0.0)
    first = frame.buffer.copy()
    for image in still:
        store.path(image.image).unlink()
    picture.draw(frame, 0.7)
    assert np.array_equal(frame.buffer, first)


@pytest.mark.parametrize("scale", [0.82, 0.97, 1.0, 1.12])
def test_the_fast_luma_warp_is_the_plain_one_to_the_eye(store, scale):
    ground = soft_ground(400, 320, 200)
    cv2.putText(ground, "AdMaker", (60, 170), 0, 2, (240, 240, 240, 255), 3, cv2.LINE_AA)
    moved = layer(store, "ground", ground, (-40, -40, 400, 320), Keyframe(at=0, scale=scale, dx_px=0.37, dy_px=-0.61))
    rest = scene(W, H, moved.model_copy(update={"keyframes": (*moved.keyframes, Keyframe(at=1, scale=1.2))}))
    fast = drawn(rest, store, 0).y.astype(int)
    # A layer with alpha takes the plain way through the same geometry.
    ground[0, 0, 3] = 254
    plain_layer = layer(store, "subject", ground, (-40, -40, 400, 320), *rest.layers[0].keyframes)
    plain = drawn(scene(W, H, plain_layer), store, 0).y.astype(int)
    inside = np.s_[30:-30, 30:-30]
    error = np.abs(fast - plain)[inside]
    assert error.mean() < 1.0
    assert np.percentile(error, 99.5) < 20


def test_keyframes_ease_and_hold_outside():
    keys = (Keyframe(at=0.2, dx_px=10), Keyframe(at=0.8, dx_px=20, scale=2, opacity=0.5))
    assert state_at(keys, 0.0).dx_px == 10
    assert state_at(keys, 0.5).dx_px == pytest.approx(15)
    assert state_at(keys, 0.35).dx_px == pytest.approx(10 + 10 * ease(0.25))
    assert state_at(keys, 0.5).opacity == pytest.approx(0.75)
    assert state_at(keys, 1.0) == keys[1]
    assert state_at(keys[::-1], 0.5).scale == pytest.approx(1.5)


def test_a_layer_is_still_when_its_keyframes_say_the_same(store):
    picture = flat(8, 8, (1, 2, 3))
    assert is_still(layer(store, "ground", picture, (0, 0, 8, 8), Keyframe(at=0), Keyframe(at=1)))
    assert not is_still(layer(store, "ground", picture, (0, 0, 8, 8), Keyframe(at=0), Keyframe(at=1, dx_px=0.1)))


def test_a_patch_at_an_odd_place_keeps_its_pixels():
    frame = Frame.empty(64, 48)
    frame.fill((16, 128, 128))
    white = np.full((9, 13, 4), 255, np.uint8)
    Patch.of(white, 7, 5).lay_over(frame, Scratch())
    assert (frame.y[5:14, 7:20] == 235).all()
    assert frame.y.astype(int).sum() == 16 * 64 * 48 + (235 - 16) * 9 * 13


def test_a_patch_beyond_the_frame_is_clipped():
    frame = Frame.empty(64, 48)
    frame.fill((16, 128, 128))
    Patch.of(np.full((40, 40, 4), 255, np.uint8), -11, 30).lay_over(frame, Scratch())
    assert (frame.y[30:, :29] == 235).all()
    assert (frame.y[:30] == 16).all()
    Patch.of(np.full((40, 40, 4), 255, np.uint8), 90, 90).lay_over(frame, Scratch())
