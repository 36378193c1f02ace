"""A worker process: runs one step after another for a window, so that heavy work never holds the window's interpreter.

Speaks JSON lines: steps and cancels come in on stdin, progress and answers go out on stdout. It ends when stdin does,
or after a while without work; results go into the content store, which both sides share.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import sys
import threading
import time
import traceback
from pathlib import Path
from typing import Any, BinaryIO

from admaker_desktop.core.errors import AdMakerError, Cancelled
from admaker_desktop.core.log import get_logger
from admaker_desktop.core.messages import Message
from admaker_desktop.core.task import CancelToken, Task
from admaker_desktop.engine.context import Providers, RunContext
from admaker_desktop.engine.registry import registry
from admaker_desktop.project.content import ContentStore
from admaker_desktop.providers.catalog import VendorCatalog

_PROGRESS_EVERY_S = 0.1
_NICER = 5
Facts = dict[str, Any]


def main() -> None:
    """`python -m admaker_desktop.services.step_worker STORE IDLE_S`."""
    store, idle_s = Path(sys.argv[1]), float(sys.argv[2])
    out = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)  # whatever a library prints goes to stderr: stdout carries the protocol
    if hasattr(os, "nice"):
        os.nice(_NICER)
    from admaker_desktop.media import text  # Qt, needed here for type

    text.start()
    import admaker_desktop.nodes.catalog  # noqa: F401 - registers the node types

    worker = _Worker(out, ContentStore(store))
    threading.Thread(target=worker.listen, daemon=True).start()
    worker.serve(idle_s)


class _Worker:
    """Does steps on the main thread; another one listens."""

    def __init__(self, out: BinaryIO, store: ContentStore) -> None:
        self._out = out
        self._store = store
        self._orders: queue.SimpleQueue[Facts | None] = queue.SimpleQueue()
        self._token = CancelToken()

    def listen(self) -> None:
        """Take orders until stdin ends, which stops the step that runs too."""
        for line in sys.stdin.buffer:
            order = json.loads(line)
            if "cancel" in order:
                self._token.cancel()
            else:
                self._orders.put(order)
        self._token.cancel()
        self._orders.put(None)

    def serve(self, idle_s: float) -> None:
        """Work until there is nothing to do for `idle_s`."""
        with contextlib.closing(VendorCatalog()) as vendors:
            providers = Providers(vendors)
            self._tell({"ready": True})
            while True:
                try:
                    order = self._orders.get(timeout=idle_s)
                except queue.Empty:
                    return
                if order is None:
                    return
                self._token = CancelToken()
                self._tell(self._do(order, providers))

    def _do(self, order: Facts, providers: Providers) -> Facts:
        try:
            spec = registry.get(order["type"])
            node = spec.cls.model_validate_json(order["node"])
            task = Task(self._token, _Throttled(self._tell))
            log = get_logger(f"nodes.{spec.type}")
            outputs = node.run(RunContext(task, providers, self._store, log, int(order["take"])))
        except AdMakerError as error:
            return {"error": type(error).__name__, "message": error.message.to_json(), "hint": error.hint.to_json()}
        except Cancelled:
            return {"cancelled": True}
        except Exception as error:  # noqa: BLE001 - a node's mistake is told to the window, which fails that node
            return {"bug": f"{type(error).__name__}: {error}", "trace": traceback.format_exc()}
        return {"outputs": outputs.model_dump_json()}

    def _tell(self, facts: Facts) -> None:
        with contextlib.suppress(OSError):  # nobody listens any more: stdin ends too
            self._out.write(json.dumps(facts).encode() + b"\n")


class _Throttled:
    """Passes progress on ten times a second at most."""

    def __init__(self, tell: Any) -> None:
        self._tell = tell
        self._last = 0.0

    def __call__(self, fraction: float | None, message: Message) -> None:
        now = time.monotonic()
        if now - self._last >= _PROGRESS_EVERY_S:
            self._last = now
            self._tell({"progress": fraction, "message": message.to_json()})


if __name__ == "__main__":
    main()
