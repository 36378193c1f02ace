"""The subject of a shot, rendered in its studio: posed, framed by the layout, cut to what can be seen."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from admaker_desktop.ad.scene import Box
from admaker_desktop.ad.storyboard import ShotKind
from admaker_desktop.providers.draft.picture.camera import Camera, Points, corners, turn
from admaker_desktop.providers.draft.picture.gl import Gpu, Textures, Uniform, studio_source
from admaker_desktop.providers.draft.picture.layout import Layout
from admaker_desktop.providers.draft.picture.subjects import Model

FREE_MARGIN = 0.07
"""How far a layer may reach beyond the frame, as a fraction of it: more than any move takes."""
_SHARPNESS = 1.08
_MACRO_SHARPNESS = 0.92
_SUPERSAMPLING = 1.2
_MACRO_SUPERSAMPLING = 1.12
_COSTLY_SAMPLING = 0.8
KEY = (-0.50, 0.68, 0.54)
"""Direction to the key light, as in studio.head.glsl."""


@dataclass(frozen=True, slots=True)
class Stance:
    """Where one object stands and how it is turned."""

    yaw_deg: float
    lean_deg: float = 0.0
    roll_deg: float = 0.0
    at: tuple[float, float, float] = (0.0, 0.0, 0.0)

    @property
    def to_world(self) -> NDArray[np.float64]:
        return turn(self.yaw_deg, self.lean_deg, self.roll_deg)


@dataclass(frozen=True, slots=True)
class Pose:
    """How the subject (one or two of it) stands in a shot, and from how high it is seen."""

    stances: tuple[Stance, ...]
    pitch_deg: float
    stand: tuple[int, float, float, float]


@dataclass(frozen=True, slots=True)
class Framing:
    """The picture plane of a camera laid on the frame: pixel = offset + scale * (x, -y)."""

    camera: Camera
    scale_px: float
    offset_x_px: float
    offset_y_px: float

    def pixels(self, points: Points) -> NDArray[np.float64]:
        """(n, 2) pixels of the frame."""
        plane = self.camera.project(points)
        return np.stack(
            [self.offset_x_px + self.scale_px * plane[:, 0], self.offset_y_px - self.scale_px * plane[:, 1]], axis=1
        )


@dataclass(frozen=True, slots=True)
class Placed:
    """A subject with its pose and framing: what rendering and shadow need."""

    model: Model
    pose: Pose
    framing: Framing

    @property
    def solid(self) -> Points:
        """Points about the subject itself, in the world."""
        return subject_points(self.model, self.pose)

    @property
    def everything(self) -> Points:
        """Points about the subject and its stand."""
        stand = stand_points(self.pose.stand)
        return np.concatenate([self.solid, stand]) if len(stand) else self.solid


def pose(model: Model, kind: ShotKind, seed: int, *, has_table: bool) -> Pose:
    """The subject's pose in a kind of shot; `seed` decides to which side it turns where both are good.

    In use it lies on a table that runs out of the frame, or on the floor where type stands beside it.
    """
    side = 1.0 if seed % 2 == 0 else -1.0
    yaw = model.yaw_deg + 1.2 * ((seed >> 3) % 5 - 2)  # another take is seen from a little elsewhere
    lean, pitch, stand = model.lean_deg, model.pitch_deg, model.stand
    if kind == "detail":
        return Pose((Stance(yaw * 0.55 + 6 * side, lean),), pitch + 3, stand)
    if kind == "use":
        table = (2, 3.4, 0.16, 1.35) if has_table and stand[0] else (0, 0.0, 0.0, 0.0)
        return Pose(_stances_in_use(model, side), pitch + 6, table)
    if kind == "proof":
        return Pose((Stance(yaw * 0.75 - 8, lean),), pitch + 2, (1, stand[1], 0.34, stand[3]) if stand[0] else stand)
    if kind == "text":
        return Pose((Stance(yaw * 0.7, lean, -11.0),), pitch, (0, 0.0, 0.0, 0.0))
    return Pose((Stance(yaw, lean),), pitch, stand)


def upright(posed: Pose) -> Pose:
    """The same stand and height for something flat, which faces us and stands alone."""
    return replace(posed, stances=(Stance(0.0),))


def _stances_in_use(model: Model, side: float) -> tuple[Stance, ...]:
    main = Stance(model.yaw_deg or 10 * side, model.lean_deg)
    if model.twin == "lying":
        foot = (side * model.half_width * 1.35, model.half_depth, -0.05)
        lying = Stance(-32 * side, 0.0, -90.0 * side, foot)
        return replace(main, at=(-side * 0.30, 0.0, -0.15)), lying
    if model.twin == "behind":
        reach = model.half_width * 1.30
        back = Stance(main.yaw_deg + 26 * side, model.lean_deg, 0.0, (side * reach, 0.0, -0.75))
        return replace(main, at=(-side * reach * 0.35, 0.0, 0.15)), back
    return (main,)


def subject_points(model: Model, posed: Pose) -> Points:
    """The subject's outline in the world: its box, or two rings where it is round; for each of its stances."""
    if model.is_round:
        a = np.linspace(0, 2 * np.pi, 24, endpoint=False)
        ring = np.stack([np.cos(a) * model.half_width, np.zeros_like(a), np.sin(a) * model.half_depth], axis=1)
        local = np.concatenate((ring + np.array([0, model.base_y, 0]), ring + np.array([0, model.height, 0])))
    else:
        low, high = (
            (-model.half_width, model.base_y, -model.half_depth),
            (model.half_width, model.height, model.half_depth),
        )
        local = corners(low, high)
    return np.concatenate([local @ stance.to_world.T + np.array(stance.at) for stance in posed.stances])


def stand_points(stand: tuple[int, float, float, float]) -> Points:
    """The stand's outline in the world; empty without one."""
    kind, half_width, height, half_depth = stand
    if not kind:
        return np.zeros((0, 3))
    if kind == 2:
        return corners((-half_width, -height, -half_depth), (half_width, 0.0, half_depth))
    a = np.linspace(0, 2 * np.pi, 32, endpoint=False)
    ring = np.stack([np.cos(a) * half_width, np.zeros_like(a), np.sin(a) * half_width], axis=1)
    return np.concatenate((ring, ring - np.array([0, height, 0])))


def place(model: Model, posed: Pose, layout: Layout) -> Placed:
    """Frame the subject: fitted into the layout's box, or in macro about its focus."""
    camera = Camera(target=(0.0, model.height * 0.5, 0.0), pitch_deg=posed.pitch_deg)
    placed = Placed(model, posed, Framing(camera, 1.0, 0.0, 0.0))
    solid = camera.project(placed.solid)
    # A stand may reach a little beyond the box: what has to fit is the subject and most of the stand.
    stand = camera.project(np.concatenate([placed.solid, stand_points(posed.stand) * np.array([0.92, 1.0, 0.92])]))
    low, high = stand.min(axis=0), stand.max(axis=0)
    if posed.stand[0] == 2:  # slabs are tables: they run out of the box
        low[0], high[0] = solid[:, 0].min() - 0.012, solid[:, 0].max() + 0.012
    box = layout.subject
    scale = min(box.width_px / (high[0] - low[0]), box.height_px / (high[1] - low[1]))
    centre_x = box.x_px + box.width_px / 2
    if layout.zoom > 1.0:
        at = posed.stances[0].to_world @ np.array([*model.focus, model.half_depth * 0.8])
        focus = camera.project(at[None, :])[0]
        scale *= layout.zoom
        centre_y = box.y_px + box.height_px / 2
        framing = Framing(camera, scale, centre_x - scale * focus[0], centre_y + scale * focus[1])
        return replace(placed, framing=framing)
    spare = box.height_px - scale * (high[1] - low[1])
    top = box.y_px + spare * layout.settle
    framing = Framing(camera, scale, centre_x - scale * (low[0] + high[0]) / 2, top + scale * high[1])
    return replace(placed, framing=framing)


def bounds(points: NDArray[np.float64]) -> Box:
    """The box about pixel positions."""
    low, high = points.min(axis=0), points.max(axis=0)
    return Box(x_px=low[0], y_px=low[1], width_px=high[0] - low[0], height_px=high[1] - low[1])


def visible(box: Box, width_px: int, height_px: int) -> Box | None:
    """The part of a box that a move can bring into the frame, on whole pixels; None where there is none."""
    mx, my = FREE_MARGIN * width_px, FREE_MARGIN * height_px
    left, top = np.floor(max(box.x_px - 3, -mx)), np.floor(max(box.y_px - 3, -my))
    right = np.ceil(min(box.x_px + box.width_px + 3, width_px + mx))
    bottom = np.ceil(min(box.y_px + box.height_px + 3, height_px + my))
    if right - left < 2 or bottom - top < 2:
        return None
    return Box(x_px=left, y_px=top, width_px=right - left, height_px=bottom - top)


@dataclass(frozen=True, slots=True)
class Dress:
    """What a subject is drawn with: its shader's name, the palette as uniforms, label or sign."""

    subject: str
    colours: dict[str, tuple[float, ...]]
    textures: Textures


def render(gpu: Gpu, dress: Dress, placed: Placed, box: Box, *, macro: bool) -> NDArray[np.uint8]:
    """The subject with its stand inside `box`: (h, w, 4) uint8 RGBA, straight alpha, a little larger than the box."""
    sharp = _MACRO_SHARPNESS if macro else _SHARPNESS
    width, height = round(box.width_px * sharp), round(box.height_px * sharp)
    over = _MACRO_SUPERSAMPLING if macro else _SUPERSAMPLING
    over *= _COSTLY_SAMPLING if placed.model.is_costly else 1.0
    fine_w, fine_h = round(width * over), round(height * over)
    uniforms = {**_view(placed, box, sharp * over), **_label(placed.model, dress.textures), **dress.colours}
    pixels = gpu.render(studio_source(dress.subject), fine_w, fine_h, uniforms, dress.textures)
    return straight(
        np.asarray(
            cv2.resize(pixels, (width, height), interpolation=cv2.INTER_AREA if over >= 1 else cv2.INTER_CUBIC),
            np.uint8,
        )
    )


def _view(placed: Placed, box: Box, density: float) -> dict[str, Uniform]:
    framing, posed = placed.framing, placed.pose
    k = framing.scale_px
    left, top = (box.x_px - framing.offset_x_px) / k, (framing.offset_y_px - box.y_px) / k
    everything = placed.everything
    pad = 0.06
    stances = (posed.stances * 2)[:2]
    return {
        "u_window": (left, top, left + box.width_px / k, top - box.height_px / k),
        "u_eye": framing.camera.eye,
        "u_right": (1.0, 0.0, 0.0),
        "u_up": framing.camera.up,
        "u_forward": framing.camera.forward,
        "u_low": tuple(everything.min(axis=0) - pad),
        "u_high": tuple(everything.max(axis=0) + pad),
        "u_pixel": 1.0 / (k * density),
        "u_count": len(posed.stances),
        # column-major: the columns of world-to-object are the rows of object-to-world
        "u_turn": tuple(tuple(stance.to_world.flatten()) for stance in stances),
        "u_place": tuple(stance.at for stance in stances),
        "u_stand": tuple(float(v) for v in posed.stand),
        "u_bounces": 2 if posed.stand[0] else 1,
        "u_steps": 60,
        "u_zero": 0,
    }


def _label(model: Model, textures: Textures) -> dict[str, Uniform]:
    label = textures.get("u_label")
    density = label.shape[1] / (2 * model.label_rect[2]) if label is not None else 1.0
    return {"u_label_rect": model.label_rect, "u_label_density": density}


def straight(premultiplied: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Premultiplied to straight alpha, 8 bit; colour under clear pixels is black."""
    out = premultiplied.copy()
    edge = (out[..., 3] > 0) & (out[..., 3] < 255)
    part = out[edge].astype(np.float32)
    part[:, :3] = np.minimum(255.0, np.round(part[:, :3] * 255.0 / part[:, 3:]))
    out[edge] = part.astype(np.uint8)
    return out


def cast_shadow(placed: Placed, box: Box, scale: float, softness_px: float) -> NDArray[np.float32]:
    """What subject and stand take from the floor's light inside `box`: (h, w) 0..1 at `scale` of its size."""
    floor = -placed.pose.stand[2] if placed.pose.stand[0] else 0.0
    size = (max(2, round(box.height_px * scale)), max(2, round(box.width_px * scale)))

    def mask(points: Points) -> NDArray[np.float32]:
        pixels = (placed.framing.pixels(points) - np.array([box.x_px, box.y_px])) * scale
        hull = cv2.convexHull(np.round(pixels * 8).astype(np.int32))
        out = np.zeros(size, np.uint8)
        cv2.fillConvexPoly(out, hull, 255, cv2.LINE_AA, 3)
        return np.asarray(out / 255, np.float32)

    everything = placed.everything
    foot = stand_points(placed.pose.stand)
    foot = foot if len(foot) else placed.solid
    ground = foot.copy()
    ground[:, 1] = floor
    fall = (everything[:, 1] - floor)[:, None] * np.array([KEY[0] / KEY[1], 1.0, 0.55 * KEY[2] / KEY[1]])
    cast = mask(np.concatenate([everything - fall, ground]))
    blur = softness_px * scale
    contact = mask(ground * np.array([1.03, 1.0, 1.03]))
    dark = 0.42 * cv2.GaussianBlur(cast, (0, 0), blur * 2.0) + 0.62 * cv2.GaussianBlur(contact, (0, 0), blur * 0.7)
    return np.clip(dark, 0, 0.8).astype(np.float32)
