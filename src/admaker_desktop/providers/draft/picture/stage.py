"""One shot on its stage: what is settled before drawing, and the pieces that are drawn from back to front."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from admaker_desktop.ad.scene import Box
from admaker_desktop.capabilities.image import ImageRequest
from admaker_desktop.core.task import Task
from admaker_desktop.providers.draft.picture import backdrop, photo
from admaker_desktop.providers.draft.picture.artwork import Press, artwork
from admaker_desktop.providers.draft.picture.colour import BLACK, bytes_of, mix
from admaker_desktop.providers.draft.picture.gl import Gpu, Textures
from admaker_desktop.providers.draft.picture.icons import icon_field, known_icons, letter_field
from admaker_desktop.providers.draft.picture.ink import InkWell
from admaker_desktop.providers.draft.picture.layers import Piece
from admaker_desktop.providers.draft.picture.layout import Layout, clear_of, compose, frame_shape
from admaker_desktop.providers.draft.picture.look import Look, look, studio_colours
from admaker_desktop.providers.draft.picture.product import (
    Dress,
    Placed,
    Pose,
    Stance,
    bounds,
    cast_shadow,
    place,
    pose,
    render,
    upright,
    visible,
)
from admaker_desktop.providers.draft.picture.reading import Page, Reading, make_readable
from admaker_desktop.providers.draft.picture.subjects import MODELS, Model

_GROUND_SCALE = 0.5
_LIGHT_SCALE = 0.25
_SHADOW_SCALE = 0.25
_FLOATING = ((-0.36, 0.30, 0.34, 34.0, 12.0), (0.37, 0.10, 0.28, -30.0, -14.0))
"""Second and third sign: place and size in the subject's box, yaw and roll in degrees."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A shot with everything settled: layout, colours, pose, framing."""

    request: ImageRequest
    layout: Layout
    shown: Look
    seed: int
    placed: Placed
    client: NDArray[np.uint8] | None
    """The client's photo in place of a drawn subject."""

    @property
    def frame(self) -> tuple[int, int]:
        return self.request.size.width_px, self.request.size.height_px

    @property
    def subject(self) -> Box:
        """Subject and stand in the frame; may reach beyond it."""
        return bounds(self.placed.framing.pixels(self.placed.everything))

    @property
    def backdrop(self) -> backdrop.Backdrop:
        return backdrop.Backdrop(self.shown, self.frame, self.subject, self.seed)

    @property
    def kept_clear(self) -> Box:
        """Where no type may stand: the subject with its plinth; a table may carry type."""
        points = self.placed.solid if self.placed.pose.stand[0] == 2 else self.placed.everything
        return bounds(self.placed.framing.pixels(points))

    @property
    def middle(self) -> tuple[float, float]:
        return self.frame[0] / 2, self.frame[1] / 2

    @property
    def foot(self) -> tuple[float, float]:
        """Where the subject stands: moves of it pivot there, so that it stays on its shadow."""
        base = np.array([self.placed.pose.stances[0].at])
        x, y = self.placed.framing.pixels(base)[0]
        return float(x), float(y)


def set_stage(request: ImageRequest, client: NDArray[np.uint8] | None) -> Stage:
    """Settle a shot."""
    shot, size = request.shot, request.size
    has_table = frame_shape(size.width_px, size.height_px) in ("tall", "portrait")
    seed = zlib.crc32(f"{request.brand.seed}/{shot.id}/{shot.seed}/{request.take}".encode())
    layout = compose(shot.kind, size.width_px, size.height_px)
    if client is None:
        model = MODELS[shot.subject]
        placed = place(model, pose(model, shot.kind, seed, has_table=has_table), layout)
    else:
        model = photo.board(client)
        posed = upright(pose(model, shot.kind, seed, has_table=has_table))
        placed = place(model, posed, layout)
        placed = place(model, posed, photo.shrink(layout, placed, client))
    stage = Stage(request, layout, look(shot.kind, request.brand.palette), seed, placed, client)
    if shot.kind == "detail":  # a macro fills the frame: type goes over its calm side
        return stage
    text = clear_of(layout.text, stage.kept_clear, 0.012 * min(stage.frame))
    return replace(stage, layout=replace(layout, text=text))


def draw_behind(gpu: Gpu, stage: Stage) -> list[Piece]:
    """Light on the ground, and a flat shape of the set where the shot has one."""
    kind, brand = stage.request.shot.kind, stage.request.brand
    pixels = backdrop.light(gpu, kind, stage.backdrop, brand, _LIGHT_SCALE)
    pieces = [Piece("light", pixels, backdrop.ground_box(*stage.frame), stage.middle)]
    if kind == "proof":
        shape, box = backdrop.disc(stage.subject, stage.shown, brand)
        pieces.append(Piece("texture", shape, box, stage.foot))
    return pieces


def draw_front(gpu: Gpu, stage: Stage, well: InkWell, task: Task) -> list[Piece]:
    """Shadow and subject, with anything that floats behind them."""
    shot, placed = stage.request.shot, stage.placed
    macro = shot.kind == "detail"
    box = visible(stage.subject, *stage.frame)
    if box is None:
        return []
    colours = studio_colours(stage.shown, stage.request.brand.palette)
    pieces = [] if shot.kind == "text" else [_shadow(stage)]
    if stage.client is not None:
        stand = render(gpu, Dress("none", colours, {}), placed, box, macro=macro)
        where = photo.photo_box(placed)
        pixels = photo.mount(stand, box, stage.client, where, standing=shot.kind != "text")
        return [*pieces, Piece("subject", pixels, box, stage.foot)]
    if shot.subject == "abstract" and shot.kind in ("hero", "use"):
        pieces = [*_floating(gpu, stage, colours), *pieces]
        task.progress(0.3)
    pixels = render(gpu, Dress(shot.subject, colours, _textures(stage, well)), placed, box, macro=macro)
    return [*pieces, Piece("subject", pixels, box, stage.foot)]


def draw_ground(gpu: Gpu, stage: Stage, reading: Reading) -> Piece:
    """The opaque back layer, larger than the frame, at half size."""
    pixels = backdrop.ground(gpu, stage.backdrop, reading.calm, _GROUND_SCALE)
    return Piece("ground", pixels, backdrop.ground_box(*stage.frame), stage.middle)


def read_type(gpu: Gpu, stage: Stage, layers: list[Piece]) -> Reading:
    """How type reads over these layers, and what helps it."""

    def small_ground(calm: backdrop.Calm | None, scale: float) -> NDArray[np.uint8]:
        return backdrop.ground(gpu, stage.backdrop, calm, scale)

    palette = stage.request.brand.palette
    return make_readable(palette, stage.shown, Page(stage.frame, stage.layout.text, small_ground), layers)


def _textures(stage: Stage, well: InkWell) -> Textures:
    shot, brand = stage.request.shot, stage.request.brand
    model = stage.placed.model
    if shot.subject == "abstract":
        names = known_icons(shot.props)
        if names:
            return {"u_icon": icon_field(names[0])}
        initial = (brand.name.strip() or "*")[:1].upper()
        return {"u_icon": letter_field(well.ink(initial, brand.type.display, brand.type.display_weight))}
    if model.artwork == "none":
        return {}
    key = f"{shot.subject}/{shot.label}/{shot.label_detail}/{brand.model_dump_json()}"
    return {"u_label": well.keep(key, lambda: artwork(Press(shot, brand, well), model))}


def _shadow(stage: Stage) -> Piece:
    box = stage.subject
    reach_x, reach_y = box.width_px * 0.55, box.height_px * 0.16
    wide = Box(
        x_px=box.x_px - reach_x * 0.4,
        y_px=box.y_px + box.height_px * 0.35,
        width_px=box.width_px + reach_x * 1.4,
        height_px=box.height_px * 0.65 + reach_y,
    )
    wide = visible(wide, *stage.frame) or wide
    dark: NDArray[np.float32] = cast_shadow(stage.placed, wide, _SHADOW_SCALE, 0.022 * min(stage.frame))
    rows, columns = (np.minimum(1, np.minimum(i, i[::-1]) / 14) for i in (np.arange(n) for n in dark.shape))
    shade = dark * rows[:, None] * columns[None, :]
    pixels = np.empty((*shade.shape, 4), np.uint8)
    pixels[..., :3] = bytes_of(mix(stage.shown.deep, BLACK, 0.55))
    pixels[..., 3] = np.round(shade * 255)
    return Piece("shadow", pixels, wide, stage.foot)


def _floating(gpu: Gpu, stage: Stage, colours: dict[str, tuple[float, ...]]) -> list[Piece]:
    """The second and third sign of the trade, out of focus behind the first."""
    model: Model = MODELS["abstract"]
    box = stage.layout.subject
    pieces = []
    names = known_icons(stage.request.shot.props)[1:3]
    for name, (dx, dy, share, yaw, roll) in zip(names, _FLOATING, strict=False):
        side = share * min(box.width_px, box.height_px)
        x = box.x_px + box.width_px * (0.5 + dx) - side / 2
        small = Box(x_px=x, y_px=box.y_px + box.height_px * dy, width_px=side, height_px=side)
        posed = Pose((Stance(yaw, 0.0, roll),), model.pitch_deg, (0, 0.0, 0.0, 0.0))
        placed = place(model, posed, replace(stage.layout, subject=small, zoom=1.0))
        area = visible(bounds(placed.framing.pixels(placed.everything)), *stage.frame)
        if area is None:
            continue
        tinted = {**colours, "u_tint": colours["u_second"]}
        pixels = render(gpu, Dress("abstract", tinted, {"u_icon": icon_field(name)}), placed, area, macro=False)
        pieces.append(Piece("subject", _blurred(pixels, side * 0.012), _padded(area), stage.middle))
    return pieces


_PAD_SHARE = 0.06


def _padded(box: Box) -> Box:
    dx, dy = box.width_px * _PAD_SHARE, box.height_px * _PAD_SHARE
    return Box(x_px=box.x_px - dx, y_px=box.y_px - dy, width_px=box.width_px + 2 * dx, height_px=box.height_px + 2 * dy)


def _blurred(pixels: NDArray[np.uint8], sigma_px: float) -> NDArray[np.uint8]:
    dx, dy = round(pixels.shape[1] * _PAD_SHARE), round(pixels.shape[0] * _PAD_SHARE)
    wide = cv2.copyMakeBorder(pixels, dy, dy, dx, dx, cv2.BORDER_CONSTANT, value=(0, 0, 0, 0)).astype(np.float32)
    wide[..., :3] *= wide[..., 3:] / 255
    soft = np.asarray(cv2.GaussianBlur(wide, (0, 0), max(0.8, sigma_px)), np.float32)
    soft[..., :3] *= 255 / np.maximum(soft[..., 3:], 1.0)
    return np.asarray(np.round(np.clip(soft, 0, 255)), np.uint8)
