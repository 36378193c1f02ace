"""The back of a scene composed at half size looks like the same scene composed at full size."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from admaker_desktop.ad.scene import Keyframe, Scene
from admaker_desktop.media.compose.backdrop import coarse_count
from admaker_desktop.media.compose.planes import Frame, Scratch, rgb_from_frame
from admaker_desktop.media.compose.scenes import ScenePicture
from admaker_desktop.project.content import ContentStore
from tests.media.compose.scenes import flat, layer, scene

W, H = 320, 240
WHOLE = (-16, -12, W + 32, H + 24)
MOVES = (Keyframe(at=0, dx_px=-6), Keyframe(at=1, dx_px=6, scale=1.03))


@pytest.fixture
def store(tmp_path: Path) -> ContentStore:
    return ContentStore(tmp_path)


def _slope(width: int, height: int) -> np.ndarray:
    """A smooth opaque picture in three colours."""
    y, x = np.mgrid[0:height, 0:width]
    red, green, blue = x / width * 200 + 20, y / height * 200 + 20, (x / width + y / height) * 100 + 20
    return np.dstack([red, green, blue, np.full_like(red, 255)]).round().astype(np.uint8)


def _veil(alpha: int) -> np.ndarray:
    """White at one alpha."""
    return np.full((60, 80, 4), (255, 255, 255, alpha), np.uint8)


def _drawn(picture: Scene, store: ContentStore, at: float) -> np.ndarray:
    frame = Frame.empty(picture.width_px, picture.height_px)
    ScenePicture(picture, (16, 128, 128), store, Scratch()).draw(frame, at)
    return rgb_from_frame(frame.buffer).astype(int)


@pytest.mark.parametrize("at", [0.0, 0.37, 1.0])
def test_half_size_and_full_size_agree(store: ContentStore, at: float) -> None:
    small = _slope((W + 32) // 2, (H + 24) // 2)
    large = cv2.resize(small, (W + 32, H + 24), interpolation=cv2.INTER_LINEAR)
    coarse = scene(W, H, layer(store, "ground", small, WHOLE, *MOVES))
    fine = scene(W, H, layer(store, "ground", large, WHOLE, *MOVES))
    assert (coarse_count(coarse), coarse_count(fine)) == (1, 0)
    difference = np.abs(_drawn(coarse, store, at) - _drawn(fine, store, at))
    assert difference.mean() < 1.5
    assert difference[8:-8, 8:-8].max() <= 8


def test_only_coarse_layers_at_the_back_are_halved(store: ContentStore) -> None:
    ground = layer(store, "ground", _slope(160, 120), (0, 0, W, H))
    glow = layer(store, "light", _veil(90), (0, 0, W, H))
    sharp = layer(store, "subject", flat(100, 80, (255, 0, 0)), (40, 60, 100, 80))
    assert coarse_count(scene(W, H, ground, glow, sharp, glow)) == 2
    assert coarse_count(scene(W, H, sharp, ground)) == 0


def test_a_frame_that_cannot_be_halved_twice_is_composed_whole(store: ContentStore) -> None:
    picture = scene(216, 270, layer(store, "ground", _slope(108, 135), (0, 0, 216, 270)))
    assert coarse_count(picture) == 0
    shown = _drawn(picture, store, 0)
    assert shown.shape == (270, 216, 3)  # 4:5, whose height 4 does not divide
    assert np.abs(shown[-4:] - _slope(216, 270)[-4:, :, :3]).mean() < 4


def test_a_first_layer_with_alpha_lies_on_the_background(store: ContentStore) -> None:
    veil = layer(store, "light", _veil(0), (0, 0, W, H), *MOVES)
    assert _drawn(scene(W, H, veil), store, 0.5).max() <= 1
