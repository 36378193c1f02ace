"""Small pictures of scenes, stills and films, drawn by the same compositor as the export."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence as SequenceOf
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from admaker_desktop.ad.deliverable import Format
from admaker_desktop.ad.scene import Keyframe, Layer, Scene
from admaker_desktop.core.errors import MediaError
from admaker_desktop.core.media import ImageRef
from admaker_desktop.core.store import MediaReader
from admaker_desktop.media.compose import Compositor, TextDrawer
from admaker_desktop.media.compose.planes import Frame, Scratch, premultiplied, rgb_from_frame, yuv_of_colour
from admaker_desktop.media.compose.scenes import ScenePicture
from admaker_desktop.timeline.model import Sequence

Rgb = NDArray[np.uint8]
"""(height, width, 3) uint8, RGB order."""

_BEHIND = "#000000"
_JPEG_QUALITY = 88
_CHECK_PX = 8
_CHECKS = (255, 228)
"""Grey levels of the chequered ground that stands for transparency."""
_MAX_ASPECT = 8
"""A panorama's thumbnail is cut off beyond this."""


def draw_scene(scene: Scene, moments: SequenceOf[float], height_px: int, reader: MediaReader) -> Iterator[Rgb]:
    """The scene at fractions 0..1 of its shot, `height_px` high (rounded to even); any thread.

    Raises MediaError when a layer's picture is gone or damaged.
    """
    cv2.setNumThreads(1)  # as the compositor does: some functions differ with the count
    small = shrunk(scene, height_px)
    picture = ScenePicture(small, yuv_of_colour(_BEHIND), reader, Scratch())
    frame = Frame.empty(small.width_px, small.height_px)
    for at in moments:
        picture.draw(frame, at)
        yield rgb_from_frame(frame.buffer)


def draw_frame(
    sequence: Sequence, view: Format, index: int, height_px: int, reader: MediaReader, drawer: TextDrawer
) -> Rgb:
    """Frame `index` of a view, composed at full size and made small, so that type stays true; any thread.

    Raises MediaError when a picture is gone or damaged, IndexError outside the film.
    """
    return fitted(Compositor(sequence, view, reader, drawer).thumbnail_rgb(index), height_px)


def draw_still(ref: ImageRef, height_px: int, reader: MediaReader) -> Rgb:
    """A still of the store, foreign ones included; what is clear in it lies on a chequered ground; any thread.

    Raises MediaError when the file is gone or damaged.
    """
    pixels = cv2.imdecode(np.frombuffer(reader.path(ref).read_bytes(), np.uint8), cv2.IMREAD_UNCHANGED)
    if pixels is None:
        raise MediaError("The picture {name} cannot be read.", name=ref.sha256[:12], hint="Add the file again.")
    return _on_checks(_shrunk_to(premultiplied(_rgba(pixels)), height_px))


def fitted(rgb: Rgb, height_px: int) -> Rgb:
    """A picture made `height_px` high; a smaller one stays as it is."""
    return np.ascontiguousarray(_shrunk_to(rgb, height_px))


def framed(rgb: Rgb, scene: Scene, height_px: int) -> Rgb:
    """The part of a scene's picture around its subject, full width and `height_px` high."""
    middle = (scene.subject_box.y_px + scene.subject_box.height_px / 2) / scene.height_px * rgb.shape[0]
    top = min(max(0, round(middle - height_px / 2)), max(0, rgb.shape[0] - height_px))
    return np.ascontiguousarray(rgb[top : top + height_px])


def jpeg_bytes(rgb: Rgb) -> bytes:
    """A picture as JPEG; raises MediaError for one without pixels."""
    done, data = cv2.imencode(".jpg", cv2.cvtColor(rgb, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, _JPEG_QUALITY])
    if not done:
        raise MediaError("A small picture could not be written.")
    return data.tobytes()


def rgb_of_jpeg(data: bytes) -> Rgb | None:
    """The pixels of a JPEG; None when it is damaged."""
    bgr = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR) if data else None
    return None if bgr is None else np.asarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2RGB), np.uint8)


def shrunk(scene: Scene, height_px: int) -> Scene:
    """The same scene for a frame of about `height_px`, both sides even."""
    factor = height_px / scene.height_px
    return scene.model_copy(
        update={
            "width_px": _even(scene.width_px * factor),
            "height_px": _even(height_px),
            "layers": tuple(_shrunk_layer(layer, factor) for layer in scene.layers),
        }
    )


def _shrunk_layer(layer: Layer, factor: float) -> Layer:
    lengths = ("x_px", "y_px", "width_px", "height_px", "pivot_x_px", "pivot_y_px")
    update: dict[str, Any] = {name: getattr(layer, name) * factor for name in lengths}
    update["keyframes"] = tuple(_shrunk_keyframe(frame, factor) for frame in layer.keyframes)
    return layer.model_copy(update=update)


def _shrunk_keyframe(frame: Keyframe, factor: float) -> Keyframe:
    return frame.model_copy(update={"dx_px": frame.dx_px * factor, "dy_px": frame.dy_px * factor})


def _even(length: float) -> int:
    return max(2, round(length / 2) * 2)


def _shrunk_to(pixels: NDArray[np.uint8], height_px: int) -> NDArray[np.uint8]:
    height, width = pixels.shape[:2]
    size = (min(max(1, round(width * height_px / height)), height_px * _MAX_ASPECT), height_px)
    if height <= height_px and width <= height_px * _MAX_ASPECT:
        return pixels
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)


def _rgba(pixels: NDArray[Any]) -> NDArray[np.uint8]:
    """Whatever OpenCV has decoded (grey, BGR, BGRA; 8 or 16 bit) as 8-bit RGBA."""
    if pixels.dtype == np.uint16:
        pixels = cv2.convertScaleAbs(pixels, alpha=255 / 65535)
    if pixels.ndim == 2:
        return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_GRAY2RGBA), np.uint8)
    order = cv2.COLOR_BGRA2RGBA if pixels.shape[2] == 4 else cv2.COLOR_BGR2RGBA
    return np.asarray(cv2.cvtColor(pixels, order), np.uint8)


def _on_checks(rgba: NDArray[np.uint8]) -> Rgb:
    """Premultiplied RGBA over the chequered ground."""
    clear = 1 - rgba[..., 3:].astype(np.float32) / 255
    rows, columns = np.indices(rgba.shape[:2]) // _CHECK_PX
    ground = np.where((rows + columns) % 2, *_CHECKS)[..., None]
    return np.rint(np.minimum(rgba[..., :3] + ground * clear, 255)).astype(np.uint8)
