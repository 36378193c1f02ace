"""The draft animator: every move of every frame size, checked at its keyframes and between them."""

from __future__ import annotations

from math import cos, pi
from pathlib import Path
from typing import get_args

import pytest

from admaker_desktop.ad.scene import Box, Keyframe, Layer, LayerRole, Scene
from admaker_desktop.ad.storyboard import Move, Shot
from admaker_desktop.capabilities.motion import MotionProvider, MotionRequest
from admaker_desktop.core.errors import Cancelled
from admaker_desktop.core.media import ImageRef
from admaker_desktop.core.task import CancelToken, Task
from admaker_desktop.project.content import ContentStore
from admaker_desktop.providers.draft.motion import DraftMotion
from admaker_desktop.providers.draft.picture.backdrop import ground_box
from admaker_desktop.providers.draft.picture.product import FREE_MARGIN

MOVES: tuple[Move, ...] = get_args(Move)
SIZES = ((1080, 1920), (1080, 1350), (1080, 1080), (1920, 1080))
PICTURE = ImageRef(sha256="0" * 64, ext="png", size_bytes=1, width_px=10, height_px=10)


def layer(role: LayerRole, box: Box, pivot: tuple[float, float]) -> Layer:
    return Layer(
        role=role, image=PICTURE, x_px=box.x_px, y_px=box.y_px, width_px=box.width_px, height_px=box.height_px,
        pivot_x_px=pivot[0], pivot_y_px=pivot[1],
    )  # fmt: skip


def scene(width: int, height: int) -> Scene:
    """A ground, light on it, and a macro subject that is cut off on all sides."""
    middle, foot = (width / 2, height / 2), (width * 0.6, height * 0.8)
    mx, my = FREE_MARGIN * width, FREE_MARGIN * height
    cut_off = Box(x_px=-mx, y_px=-my, width_px=width + 2 * mx, height_px=height + 2 * my)
    ground = ground_box(width, height)
    layers = (
        layer("ground", ground, middle),
        layer("light", ground, middle),
        layer("texture", Box(x_px=9, y_px=9, width_px=50, height_px=50), foot),
        layer("shadow", cut_off, foot),
        layer("subject", cut_off, foot),
        layer("light", Box(x_px=0, y_px=0, width_px=200, height_px=200), middle),
    )
    box = Box(x_px=0, y_px=0, width_px=10, height_px=10)
    return Scene(
        shot_id="s", width_px=width, height_px=height, layers=layers, subject_box=box, text_box=box,
        text_colour="#000000", renderer="test",
    )  # fmt: skip


def animated(move: Move, size: tuple[int, int], folder: Path) -> Scene:
    shot = Shot(id="s", kind="hero", start_ticks=0, end_ticks=1, subject="can", description="A can.", move=move)
    return DraftMotion().animate(MotionRequest(shot, scene(*size)), ContentStore(folder), Task())


def states(of: Layer) -> list[Keyframe]:
    """The layer's state at 41 moments, eased as the compositor eases."""
    out = []
    for step in range(41):
        at = step / 40
        before = max((k for k in of.keyframes if k.at <= at), key=lambda k: k.at)
        after = min((k for k in of.keyframes if k.at >= at), key=lambda k: k.at, default=before)
        share = (at - before.at) / (after.at - before.at) if after.at > before.at else 0.0
        e = 0.5 - 0.5 * cos(pi * share)
        values = {
            name: getattr(before, name) * (1 - e) + getattr(after, name) * e
            for name in ("dx_px", "dy_px", "scale", "opacity")
        }
        out.append(Keyframe(at=at, **values))
    return out


def covers(of: Layer, state: Keyframe, width: int, height: int) -> bool:
    def moved(p: float, pivot: float, shift: float) -> float:
        return pivot + (p - pivot) * state.scale + shift

    return (
        moved(of.x_px, of.pivot_x_px, state.dx_px) <= 0
        and moved(of.y_px, of.pivot_y_px, state.dy_px) <= 0
        and moved(of.x_px + of.width_px, of.pivot_x_px, state.dx_px) >= width
        and moved(of.y_px + of.height_px, of.pivot_y_px, state.dy_px) >= height
    )


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("move", MOVES)
def test_what_fills_the_frame_at_rest_fills_it_all_through_the_move(
    move: Move, size: tuple[int, int], tmp_path: Path
) -> None:
    for of in animated(move, size, tmp_path).layers:
        if of.role in ("ground", "subject", "light") and of.width_px > size[0]:
            assert all(covers(of, state, *size) for state in states(of)), of.role


@pytest.mark.parametrize("move", MOVES)
def test_the_subject_moves_and_the_ground_moves_less(move: Move, tmp_path: Path) -> None:
    def travel(of: Layer) -> float:
        first, last = of.keyframes[0], of.keyframes[-1]
        return abs(last.dx_px - first.dx_px) + abs(last.dy_px - first.dy_px) + abs(last.scale - first.scale) * 1000

    layers = {of.role: of for of in animated(move, SIZES[0], tmp_path).layers if of.role != "light"}
    assert travel(layers["subject"]) > travel(layers["texture"]) > travel(layers["ground"]) > 0
    assert travel(layers["shadow"]) == travel(layers["subject"])


@pytest.mark.parametrize("move", MOVES)
def test_moves_stay_small(move: Move, tmp_path: Path) -> None:
    width, height = SIZES[0]
    for of in animated(move, SIZES[0], tmp_path).layers:
        for key in of.keyframes:
            assert 1.0 <= key.scale <= 1.10
            assert abs(key.dx_px) <= 0.06 * width
            assert abs(key.dy_px) <= 0.06 * height


def test_a_reveal_brings_the_subject_in_and_ends_with_all_of_it(tmp_path: Path) -> None:
    subject = next(of for of in animated("reveal", SIZES[0], tmp_path).layers if of.role == "subject")
    assert [key.opacity for key in subject.keyframes] == [0.0, 1.0, 1.0]


def test_light_sweeps_behind_the_subject_and_a_veil_stays_with_the_type(tmp_path: Path) -> None:
    sweep, veil = (of for of in animated("push", SIZES[0], tmp_path).layers if of.role == "light")
    assert sweep.keyframes[0].dx_px < 0 < sweep.keyframes[-1].dx_px
    assert {(key.dx_px, key.dy_px, key.scale) for key in veil.keyframes} == {(0.0, 0.0, 1.0)}


def test_pictures_stay_what_they_are(tmp_path: Path) -> None:
    before, after = scene(*SIZES[0]), animated("pull", SIZES[0], tmp_path)
    assert [of.image for of in before.layers] == [of.image for of in after.layers]
    assert (before.text_box, before.text_colour) == (after.text_box, after.text_colour)


def test_it_stops_when_asked_and_names_its_version(tmp_path: Path) -> None:
    provider: MotionProvider = DraftMotion()
    token = CancelToken()
    token.cancel()
    shot = Shot(id="s", kind="hero", start_ticks=0, end_ticks=1, subject="can", description="A can.")
    with pytest.raises(Cancelled):
        provider.animate(MotionRequest(shot, scene(100, 100)), ContentStore(tmp_path), Task(token))
    assert provider.fingerprint() == DraftMotion().fingerprint()
