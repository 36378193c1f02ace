"""Edits of a serialised model are read back by onnxruntime itself."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from admaker_desktop.providers.draft.speech.onnx_wire import cut_at, with_output
from admaker_desktop.providers.draft.speech.ort import open_session
from admaker_desktop.providers.draft.speech.packs import find_packs

DURATIONS = "/Clip_output_0"
INPUTS: dict[str, NDArray[np.generic]] = {
    "ids": np.array([[0, 50, 83, 54, 57, 4, 0]], np.int64),
    "speed": np.array([1.0], np.float32),
}


@pytest.fixture(scope="module")
def model() -> bytes:
    return (Path(find_packs().hibari) / "assets" / "hibari.onnx").read_bytes()


def test_a_hidden_tensor_becomes_the_last_output(model: bytes) -> None:
    plain = open_session(model).run(None, INPUTS)
    outputs = open_session(with_output(model, DURATIONS)).run(None, INPUTS)
    assert len(outputs) == len(plain) + 1
    assert outputs[-1].size == INPUTS["ids"].size
    assert np.array_equal(outputs[0], plain[0])


def test_the_cut_model_is_small_and_computes_the_same(model: bytes) -> None:
    cut = cut_at(model, DURATIONS)
    (durations,) = open_session(cut).run(None, INPUTS)
    assert np.array_equal(durations, open_session(with_output(model, DURATIONS)).run(None, INPUTS)[-1])
    assert len(cut) < 0.8 * len(model)


def test_an_unknown_tensor_or_no_model_is_refused(model: bytes) -> None:
    with pytest.raises(ValueError, match="does not compute"):
        cut_at(model, "nothing")
    with pytest.raises(ValueError, match="no graph"):
        cut_at(b"", DURATIONS)
    with pytest.raises(ValueError, match="damaged"):
        cut_at(b"\x03\x03", DURATIONS)
    with pytest.raises(ValueError, match="cannot be opened"):
        open_session(json.dumps({"not": "a model"}).encode())
