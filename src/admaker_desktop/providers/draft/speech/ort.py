"""The one place that opens onnxruntime sessions: CPU only, few threads, its failures as ValueError."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

THREADS = 2


class Session(Protocol):
    """What the voices use of an InferenceSession."""

    def run(
        self, output_names: Sequence[str] | None, inputs: Mapping[str, NDArray[np.generic]]
    ) -> Sequence[NDArray[Any]]:
        """All outputs in order."""
        ...


def open_session(model: bytes) -> Session:
    """A session over a serialised model; raises ValueError when onnxruntime refuses it."""
    # 0.1 s, wanted only once a line is spoken; the package has no type hints
    import onnxruntime  # type: ignore[import-untyped,unused-ignore]
    from onnxruntime.capi import onnxruntime_pybind11_state as state  # type: ignore[import-untyped,unused-ignore]

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # a thread that spins while it waits takes the core from whatever else runs: beside two busy processes a line took
    # twice as long with spinning (15 s against 7 s), alone it takes the same
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    refusals = (state.Fail, state.InvalidArgument, state.InvalidGraph, state.InvalidProtobuf, state.RuntimeException)
    try:
        session: Session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    except refusals as error:
        raise ValueError(f"The voice model cannot be opened: {error}") from error
    return session
