"""The draft image provider, as nodes call it: scenes drawn for real, put together and measured."""

from __future__ import annotations

import threading
from typing import get_args

import cv2
import numpy as np
import pytest

from admaker_desktop.ad.brief import Subject
from admaker_desktop.ad.deliverable import FrameSize
from admaker_desktop.ad.scene import Box, Scene
from admaker_desktop.ad.storyboard import ShotKind
from admaker_desktop.capabilities.image import ImageProvider, ImageRequest
from admaker_desktop.core.errors import Cancelled, MediaError
from admaker_desktop.core.media import ImageRef
from admaker_desktop.core.task import CancelToken, Task
from admaker_desktop.media.stills import load_rgba, save_png
from admaker_desktop.project.content import ContentStore
from admaker_desktop.providers.draft.image import DraftImage
from admaker_desktop.providers.draft.picture.colour import rgb
from admaker_desktop.providers.draft.picture.gl import renderer_name
from admaker_desktop.providers.draft.picture.layers import MIN_CONTRAST, text_contrast
from tests.providers.draft.picture.picture_samples import DARK, LIGHT, SMALL, brand, paint_label, shot, shown

KINDS: tuple[ShotKind, ...] = get_args(ShotKind)
SUBJECTS: tuple[Subject, ...] = get_args(Subject)
TALL, _, SQUARE, WIDE = SMALL


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> ContentStore:
    return ContentStore(tmp_path_factory.mktemp("store"))


@pytest.fixture(scope="module")
def provider() -> DraftImage:
    return DraftImage(paint_label)


def draw(provider: ImageProvider, store: ContentStore, request: ImageRequest) -> Scene:
    return provider.draw(request, store, Task())


def subject_of(scene: Scene) -> str:
    return next(layer.image.sha256 for layer in reversed(scene.layers) if layer.role == "subject")


def overlap(a: Box, b: Box) -> float:
    x = min(a.x_px + a.width_px, b.x_px + b.width_px) - max(a.x_px, b.x_px)
    y = min(a.y_px + a.height_px, b.y_px + b.height_px) - max(a.y_px, b.y_px)
    return max(0.0, x) * max(0.0, y)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_subject_stands_out_from_its_ground(subject: Subject, provider: DraftImage, store: ContentStore) -> None:
    scene = draw(provider, store, ImageRequest(shot("hero", subject), TALL, brand()))
    top = next(layer for layer in reversed(scene.layers) if layer.role == "subject")
    pixels = load_rgba(store, top.image)
    solid = pixels[..., 3] > 250
    assert solid.mean() > 0.2
    assert pixels[solid][:, :3].std(axis=0).max() > 12  # lit and printed, no flat shape
    assert scene.renderer == renderer_name() != ""


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("size", SMALL, ids=lambda size: size.aspect)
@pytest.mark.parametrize("kind", KINDS)
def test_type_reads_and_stays_off_the_subject(
    kind: ShotKind, size: FrameSize, palette: object, provider: DraftImage, store: ContentStore
) -> None:
    scene = draw(provider, store, ImageRequest(shot(kind), size, brand(DARK if palette is DARK else LIGHT)))
    picture = shown(scene, store)
    assert picture[..., 3].min() > 0.999
    assert text_contrast(picture, scene.text_box, 1.0, rgb(scene.text_colour)) >= MIN_CONTRAST
    if kind != "detail":
        assert overlap(scene.text_box, scene.subject_box) == 0
    box = scene.text_box
    assert box.x_px >= 0
    assert box.x_px + box.width_px <= size.width_px
    assert box.width_px * box.height_px >= 0.08 * size.width_px * size.height_px


def test_the_ground_is_opaque_and_larger_than_the_frame(provider: DraftImage, store: ContentStore) -> None:
    scene = draw(provider, store, ImageRequest(shot(), TALL, brand()))
    ground = scene.layers[0]
    assert ground.role == "ground"
    assert not ground.image.has_alpha
    assert ground.x_px <= -0.05 * TALL.width_px
    assert ground.width_px >= 1.1 * TALL.width_px
    assert ground.image.width_px < ground.width_px  # low frequency, stored small
    assert all(len(layer.keyframes) == 1 for layer in scene.layers)


def test_the_same_request_gives_the_same_bytes_in_another_thread(provider: DraftImage, store: ContentStore) -> None:
    request = ImageRequest(shot("use", "can"), SQUARE, brand())
    scenes = [draw(provider, store, request)]
    worker = threading.Thread(target=lambda: scenes.append(draw(DraftImage(paint_label), store, request)))
    worker.start()
    worker.join()
    assert scenes[0] == scenes[1]


def test_another_take_may_differ_and_every_frame_is_composed_for_itself(
    provider: DraftImage, store: ContentStore
) -> None:
    wide = draw(provider, store, ImageRequest(shot(), WIDE, brand()))
    tall = draw(provider, store, ImageRequest(shot(), TALL, brand()))
    assert wide.subject_box.x_px > wide.text_box.x_px + wide.text_box.width_px - 1
    assert tall.subject_box.y_px > tall.text_box.y_px + tall.text_box.height_px - 1
    takes = {subject_of(draw(provider, store, ImageRequest(shot(), TALL, brand(), take=k))) for k in range(4)}
    assert len(takes) > 1


def test_signs_of_the_trade_come_from_the_props_and_the_initial_stands_in(
    provider: DraftImage, store: ContentStore
) -> None:
    def picture(*props: str) -> tuple[str, int]:
        scene = draw(provider, store, ImageRequest(shot("hero", "abstract", props=props), SQUARE, brand()))
        return scene.layers[-1].image.sha256, sum(layer.role == "subject" for layer in scene.layers)

    assert picture("clock")[0] != picture("heart")[0]
    assert picture("clock", "pin", "star")[1] == 3
    assert picture("unheard-of")[0] == picture()[0]


def photo(store: ContentStore, width: int, height: int) -> ImageRef:
    pixels = np.zeros((height, width, 4), np.uint8)
    cv2.ellipse(pixels, (width // 2, height // 2), (width // 2 - 2, height // 2 - 2), 0, 0, 360, (20, 200, 40, 255), -1)
    return save_png(store, pixels)


@pytest.mark.parametrize("kind", KINDS)
def test_a_clients_photo_takes_the_subjects_place(kind: ShotKind, provider: DraftImage, store: ContentStore) -> None:
    request = ImageRequest(shot(kind, "can"), SQUARE, brand(), photos=(photo(store, 300, 500),))
    scene = draw(provider, store, request)
    assert scene.renderer == "photo"
    pixels = shown(scene, store)
    green = (pixels[..., 1] > 0.6) & (pixels[..., 0] < 0.3) & (pixels[..., 2] < 0.4)
    assert green.sum() > 300
    if kind == "hero":
        rows, columns = np.flatnonzero(green.any(axis=1)), np.flatnonzero(green.any(axis=0))
        ratio = (rows[-1] - rows[0] + 1) / (columns[-1] - columns[0] + 1)
        assert ratio == pytest.approx(500 / 300, rel=0.05)


def test_a_small_photo_is_not_blown_up(provider: DraftImage, store: ContentStore) -> None:
    request = ImageRequest(shot(), TALL, brand(), photos=(photo(store, 30, 40),))
    pixels = shown(draw(provider, store, request), store)
    green = (pixels[..., 1] > 0.6) & (pixels[..., 0] < 0.3)
    assert green.any(axis=1).sum() <= 40 * 1.3 + 2


def test_a_cut_out_is_kept_with_alpha(provider: DraftImage, store: ContentStore) -> None:
    pixels = np.full((200, 160, 3), 240, np.uint8)
    pixels[60:150, 50:110] = (200, 30, 30)
    ref = provider.cut_out(save_png(store, pixels), store, Task())
    assert ref.has_alpha
    assert abs(ref.width_px - 60) <= 4
    assert abs(ref.height_px - 90) <= 4


def test_a_photo_that_is_no_picture_is_refused(provider: DraftImage, store: ContentStore) -> None:
    media = store.add_bytes(b"not a picture", "jpg")
    ref = ImageRef(**media.model_dump(), width_px=1, height_px=1)
    with pytest.raises(MediaError, match="no JPEG, PNG or WebP"):
        provider.cut_out(ref, store, Task())


def test_it_stops_when_asked(provider: DraftImage, store: ContentStore) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        provider.draw(ImageRequest(shot(), TALL, brand()), store, Task(token))


def test_the_fingerprint_names_the_renderer_from_any_thread(provider: DraftImage) -> None:
    seen: list[str] = []
    worker = threading.Thread(target=lambda: seen.append(provider.fingerprint()))
    worker.start()
    worker.join()
    assert seen == [provider.fingerprint()]
    assert renderer_name() in seen[0]
