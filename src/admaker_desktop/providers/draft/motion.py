"""The draft motion provider: keyframes for every layer; nothing stands still, nothing runs out of picture."""

from __future__ import annotations

from dataclasses import dataclass

from admaker_desktop.ad.scene import Keyframe, Layer, LayerRole, Scene
from admaker_desktop.ad.storyboard import Move
from admaker_desktop.capabilities.motion import MotionRequest
from admaker_desktop.core.messages import msg
from admaker_desktop.core.store import MediaStore
from admaker_desktop.core.task import Task

VERSION = 1
MAX_SHIFT = 0.05
"""Of the frame's side; grounds reach 0.06 beyond it, subjects that are cut off reach 0.07."""


@dataclass(frozen=True, slots=True)
class _Path:
    """A subject's way: scale and shift (fractions of the frame) at the start and the end of the shot."""

    scale: tuple[float, float] = (1.0, 1.0)
    dx: tuple[float, float] = (0.0, 0.0)
    dy: tuple[float, float] = (0.0, 0.0)
    enters_at: float = 0.0
    """Until this fraction of the shot the layer fades in and comes to rest; 0: there from the first frame."""


_PATHS: dict[Move, _Path] = {
    "push": _Path(scale=(1.0, 1.085)),
    "pull": _Path(scale=(1.09, 1.0)),
    "slide_left": _Path(scale=(1.03, 1.03), dx=(0.032, -0.032)),
    "slide_right": _Path(scale=(1.03, 1.03), dx=(-0.032, 0.032)),
    "reveal": _Path(scale=(1.075, 1.01), enters_at=0.22),
    "parallax": _Path(scale=(1.0, 1.05), dx=(-0.026, 0.026)),
    "rise": _Path(scale=(1.0, 1.03), dy=(0.045, 0.0)),
    "hold": _Path(scale=(1.0, 1.025)),
}
_DEPTH: dict[LayerRole, float] = {"ground": 0.30, "light": 0.30, "texture": 0.55, "shadow": 1.0, "subject": 1.0}
"""How much of the subject's way a layer goes: what is far moves less."""
_SWEEP = 0.045


class DraftMotion:
    """Implements `MotionProvider` by arithmetic alone; any thread."""

    def fingerprint(self) -> str:
        """The method's version."""
        return f"draft-motion {VERSION}"

    def animate(self, request: MotionRequest, store: MediaStore, task: Task) -> Scene:
        """The same scene with keyframes from the shot's move; its pictures stay what they are."""
        del store  # no new picture is made
        task.progress(0.0, msg("Moving the camera"))
        scene = request.scene
        path = _PATHS[request.shot.move]
        behind = _behind_subject(scene)
        layers = tuple(
            layer.model_copy(update={"keyframes": _keyframes(layer, scene, path, is_behind=index in behind)})
            for index, layer in enumerate(scene.layers)
        )
        return scene.model_copy(update={"layers": layers})


def _behind_subject(scene: Scene) -> set[int]:
    """The light layers that lie behind the subject: those sweep over the set."""
    last = max((i for i, layer in enumerate(scene.layers) if layer.role == "subject"), default=len(scene.layers))
    return {i for i, layer in enumerate(scene.layers) if layer.role == "light" and i < last}


def _keyframes(layer: Layer, scene: Scene, path: _Path, *, is_behind: bool) -> tuple[Keyframe, ...]:
    if layer.role == "light":
        return _sweep(scene) if is_behind else _still_veil(path)
    depth = _depth(layer, scene)
    start, end = (_state(at, k, depth, path, scene) for k, at in enumerate((0.0, 1.0)))
    if path.enters_at and layer.role in ("subject", "shadow", "texture"):
        arrived = _between(start, end, path.enters_at)
        return (start.model_copy(update={"opacity": 0.0}), arrived, end)
    return (start, end)


def _depth(layer: Layer, scene: Scene) -> float:
    """Subjects that pivot on the middle of the frame float behind the main one."""
    floats = layer.role == "subject" and (layer.pivot_x_px, layer.pivot_y_px) == (
        scene.width_px / 2,
        scene.height_px / 2,
    )
    return 0.65 if floats else _DEPTH[layer.role]


def _state(at: float, k: int, depth: float, path: _Path, scene: Scene) -> Keyframe:
    return Keyframe(
        at=at,
        dx_px=round(path.dx[k] * depth * scene.width_px, 2),
        dy_px=round(path.dy[k] * depth * scene.height_px, 2),
        scale=round(1.0 + (path.scale[k] - 1.0) * depth, 5),
    )


def _between(start: Keyframe, end: Keyframe, at: float) -> Keyframe:
    """The state a little on the way: the entry takes 70 % of the whole move, the rest drifts on."""
    share = 0.7
    return Keyframe(
        at=at,
        dx_px=start.dx_px + (end.dx_px - start.dx_px) * share,
        dy_px=start.dy_px + (end.dy_px - start.dy_px) * share,
        scale=start.scale + (end.scale - start.scale) * share,
    )


def _sweep(scene: Scene) -> tuple[Keyframe, ...]:
    """Light wanders over the set; it is as wide as the ground and is never brighter than it was checked at."""
    shift = _SWEEP * scene.width_px
    return (Keyframe(at=0.0, dx_px=-shift, opacity=0.85), Keyframe(at=1.0, dx_px=shift, opacity=1.0))


def _still_veil(path: _Path) -> tuple[Keyframe, ...]:
    """A veil below type stays with the type; it breathes only as the picture comes in."""
    if path.enters_at:
        return (Keyframe(at=0.0, opacity=0.0), Keyframe(at=path.enters_at), Keyframe(at=1.0))
    return (Keyframe(at=0.0),)
