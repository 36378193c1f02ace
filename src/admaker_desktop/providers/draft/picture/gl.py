"""The off-screen OpenGL of one thread: compiles the studio's shaders and renders pictures from them."""

from __future__ import annotations

import hashlib
import platform
import threading
import weakref
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from admaker_desktop.core.errors import NotConfigured
from admaker_desktop.core.messages import msg

if TYPE_CHECKING:
    import moderngl

Uniform = float | int | tuple[float, ...] | tuple[tuple[float, ...], ...]
Textures = Mapping[str, NDArray[np.uint8] | NDArray[np.float32]]

# On Linux the default is X11, which needs a display. moderngl annotates `backend` wrongly.
_BACKEND: dict[str, Any] = {"backend": "egl"} if platform.system() == "Linux" else {}
_HINT = msg("Install the OpenGL software renderer (Debian: apt install libegl1 libgl1-mesa-dri) or a graphics driver.")


def _folder() -> Traversable:
    return resources.files("admaker_desktop") / "resources" / "shaders"


@lru_cache(maxsize=32)
def shader(name: str) -> str:
    """The text of a file below `resources/shaders`; `name` may hold a folder."""
    return (_folder() / name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def shader_digest() -> str:
    """The first 12 hex digits of the SHA-256 over all shader texts: changes when any picture may change."""
    digest = hashlib.sha256()
    for part in (_folder(), _folder() / "subjects"):
        for item in sorted(part.iterdir(), key=lambda entry: entry.name):
            if item.name.endswith(".glsl"):
                digest.update(item.name.encode() + item.read_bytes())
    return digest.hexdigest()[:12]


def studio_source(subject: str) -> str:
    """The fragment shader of a subject in its studio."""
    parts = (shader("studio.head.glsl"), shader(f"subjects/{subject}.glsl"), shader("studio.tail.glsl"))
    return "#version 330\n" + "\n".join(parts)


def _new_context() -> moderngl.Context:
    import moderngl  # heavy, and only where pictures are drawn

    try:
        return moderngl.create_context(standalone=True, require=330, **_BACKEND)
    except Exception as error:  # the drivers' loader raises bare ones
        raise NotConfigured(
            "No OpenGL 3.3 could be opened to draw pictures ({reason}).", reason=str(error), hint=_HINT
        ) from error


class Gpu:
    """A context with its programs; belongs to the thread that made it. Released when the thread's locals go."""

    def __init__(self) -> None:
        self._context = _new_context()
        self._programs: dict[str, tuple[moderngl.Program, moderngl.VertexArray]] = {}
        with self._context:  # another context of this thread may be the current one
            self.renderer = str(self._context.info["GL_RENDERER"])
            """As the driver calls itself: `llvmpipe (LLVM 15.0.6, 256 bits)`."""
            self._corners = self._context.buffer(np.array([-1, -1, 3, -1, -1, 3], np.float32).tobytes())
        weakref.finalize(self, self._context.release).atexit = False

    def render(
        self,
        source: str,
        width_px: int,
        height_px: int,
        uniforms: Mapping[str, Uniform],
        textures: Textures | None = None,
    ) -> NDArray[np.uint8]:
        """What a fragment shader draws: (height, width, 4) uint8 RGBA as the shader wrote it, top row first."""
        with self._context:
            program, triangle = self._program(source)
            for name, value in uniforms.items():
                if name in program:
                    program[name] = value
            held = [
                self._bind(program, name, pixels, unit) for unit, (name, pixels) in enumerate((textures or {}).items())
            ]
            target = self._context.texture((width_px, height_px), 4)
            frame = self._context.framebuffer(color_attachments=[target])
            frame.use()
            frame.clear()
            triangle.render()
            data = frame.read(components=4, alignment=1)
            for resource in (frame, target, *held):
                if resource is not None:
                    resource.release()
        return np.frombuffer(data, np.uint8).reshape(height_px, width_px, 4)

    def _bind(
        self, program: moderngl.Program, name: str, pixels: NDArray[np.uint8] | NDArray[np.float32], unit: int
    ) -> moderngl.Texture | None:
        if name not in program:
            return None
        height_px, width_px = pixels.shape[:2]
        channels = pixels.shape[2] if pixels.ndim == 3 else 1
        kind = "f4" if pixels.dtype == np.float32 else "f1"
        texture = self._context.texture((width_px, height_px), channels, pixels.tobytes(), alignment=1, dtype=kind)
        if kind == "f1":
            texture.build_mipmaps()
        texture.repeat_x = texture.repeat_y = False
        texture.use(unit)
        program[name] = unit
        return texture

    def _program(self, source: str) -> tuple[moderngl.Program, moderngl.VertexArray]:
        built = self._programs.get(source)
        if built is None:
            program = self._context.program(vertex_shader=shader("screen.vert.glsl"), fragment_shader=source)
            built = self._programs[source] = (program, self._context.vertex_array(program, self._corners, "in_corner"))
        return built


class _Local(threading.local):
    gpu: Gpu | None = None


_local = _Local()
_name_lock = threading.Lock()
_names: list[str] = []


def thread_gpu() -> Gpu:
    """This thread's context, made on first use; raises NotConfigured where there is no OpenGL."""
    if _local.gpu is None:
        _local.gpu = Gpu()
    return _local.gpu


def release_thread_gpu() -> None:
    """Give this thread's context back now instead of at the thread's end."""
    _local.gpu = None


def renderer_name() -> str:
    """The driver's name for itself, found once a process; any thread; raises NotConfigured."""
    with _name_lock:
        if not _names:
            _names.append(_local.gpu.renderer if _local.gpu else Gpu().renderer)
        return _names[0]
