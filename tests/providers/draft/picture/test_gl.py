"""The OpenGL of a thread: what it draws, and what is said where there is none."""

from __future__ import annotations

import moderngl
import numpy as np
import pytest

from admaker_desktop.core.errors import NotConfigured
from admaker_desktop.providers.draft.picture import gl
from admaker_desktop.providers.draft.picture.subjects import MODELS

GRADIENT = "#version 330\nin vec2 v_at; out vec4 o; uniform float u_blue; void main() { o = vec4(v_at, u_blue, 1.0); }"
SAMPLE = "#version 330\nin vec2 v_at; out vec4 o; uniform sampler2D u_map; void main() { o = texture(u_map, v_at); }"


def test_the_first_row_is_the_top_and_unused_uniforms_are_ignored() -> None:
    out = gl.thread_gpu().render(GRADIENT, 64, 32, {"u_blue": 0.5, "u_unknown": 1.0})
    assert out.shape == (32, 64, 4)
    assert (out[0, 0, 1] < 10, out[-1, 0, 1] > 245) == (True, True)
    assert (out[0, 0, 0] < 10, out[0, -1, 0] > 245) == (True, True)
    assert int(out[0, 0, 2]) in (127, 128)


def test_a_texture_is_sampled_upright() -> None:
    picture = np.zeros((16, 16, 4), np.uint8)
    picture[:8] = (255, 0, 0, 255)
    out = gl.thread_gpu().render(SAMPLE, 16, 16, {}, {"u_map": picture, "u_absent": picture})
    assert tuple(out[2, 8]) == (255, 0, 0, 255)
    assert tuple(out[13, 8]) == (0, 0, 0, 0)


@pytest.mark.parametrize("kind", [OSError, Exception])  # glcontext raises bare Exceptions
def test_without_opengl_the_way_out_is_named(monkeypatch: pytest.MonkeyPatch, kind: type[Exception]) -> None:
    def refuse(**_: object) -> None:
        raise kind("libEGL not found")

    monkeypatch.setattr(moderngl, "create_context", refuse)
    gl.release_thread_gpu()
    with pytest.raises(NotConfigured, match="libEGL") as caught:
        gl.thread_gpu()
    assert "libegl1" in caught.value.hint.text()


def test_every_subject_has_a_shader_and_the_digest_is_stable() -> None:
    assert all("Paint paint(" in gl.studio_source(name) for name in MODELS)
    assert len(gl.shader_digest()) == 12
