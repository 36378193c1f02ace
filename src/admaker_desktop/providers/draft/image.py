"""The draft image provider: draws every shot by code, lit in a ray-marched studio, natively for each frame size."""

from __future__ import annotations

from admaker_desktop.ad.scene import Box, Layer, Scene
from admaker_desktop.capabilities.image import ImageRequest
from admaker_desktop.core.media import ImageRef
from admaker_desktop.core.messages import msg
from admaker_desktop.core.store import MediaStore
from admaker_desktop.core.task import Task
from admaker_desktop.media.stills import load_rgba, save_png
from admaker_desktop.providers.draft.picture import cutout
from admaker_desktop.providers.draft.picture.gl import renderer_name, shader_digest, thread_gpu
from admaker_desktop.providers.draft.picture.ink import InkWell, LabelPainter
from admaker_desktop.providers.draft.picture.layers import Piece
from admaker_desktop.providers.draft.picture.stage import draw_behind, draw_front, draw_ground, read_type, set_stage

VERSION = 4
"""Raised when the same request may give another picture for a reason that the shaders' digest does not see."""


class DraftImage:
    """Implements `ImageProvider`. Draws on the calling thread, with one OpenGL context a thread; any thread."""

    def __init__(self, label_painter: LabelPainter) -> None:
        self._well = InkWell(label_painter)

    def fingerprint(self) -> str:
        """Version, shaders and the OpenGL renderer; raises NotConfigured where there is none."""
        return f"draft-image {VERSION} / {shader_digest()} / {renderer_name()}"

    def draw(self, request: ImageRequest, store: MediaStore, task: Task) -> Scene:
        """The shot at rest; raises NotConfigured without OpenGL, MediaError for a photo that is gone."""
        task.progress(0.0, msg("Setting up the studio"))
        gpu = thread_gpu()
        client = load_rgba(store, request.photos[0]) if request.photos else None
        stage = set_stage(request, client)
        task.progress(0.1, msg("Lighting the subject"))
        front = draw_front(gpu, stage, self._well, task)
        task.progress(0.6, msg("Painting the ground"))
        behind = draw_behind(gpu, stage)
        task.progress(0.75, msg("Checking how type reads"))
        reading = read_type(gpu, stage, [*behind, *front])
        pieces = [draw_ground(gpu, stage, reading), *behind, *front, *reading.veils]
        task.progress(0.85, msg("Keeping the layers"))
        return Scene(
            shot_id=request.shot.id,
            width_px=request.size.width_px,
            height_px=request.size.height_px,
            layers=tuple(_layer(piece, store) for piece in pieces),
            subject_box=_inside(stage.kept_clear, *stage.frame),
            text_box=stage.layout.text,
            text_colour=reading.colour,
            renderer=gpu.renderer if client is None else "photo",
        )

    def cut_out(self, photo: ImageRef, store: MediaStore, task: Task) -> ImageRef:
        """The subject of a photo on clear ground, trimmed; raises MediaError when it cannot be read or is too large."""
        task.progress(0.0, msg("Reading the photo"))
        return save_png(store, cutout.cut_out(cutout.read_photo(store.path(photo)), task))


def _layer(piece: Piece, store: MediaStore) -> Layer:
    box = piece.box
    return Layer(
        role=piece.role,
        image=save_png(store, piece.pixels),
        x_px=box.x_px,
        y_px=box.y_px,
        width_px=box.width_px,
        height_px=box.height_px,
        pivot_x_px=piece.pivot[0],
        pivot_y_px=piece.pivot[1],
    )


def _inside(box: Box, width_px: int, height_px: int) -> Box:
    """The part of a box that lies in the frame."""
    left, top = max(0.0, box.x_px), max(0.0, box.y_px)
    right, bottom = min(width_px, box.x_px + box.width_px), min(height_px, box.y_px + box.height_px)
    return Box(x_px=left, y_px=top, width_px=max(0.0, right - left), height_px=max(0.0, bottom - top))
