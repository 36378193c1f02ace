"""The studio: everything that work on this machine shares, opened once and closed at the end."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from admaker_desktop.core.media import media_refs
from admaker_desktop.engine.context import Providers, RunContext
from admaker_desktop.engine.lane import Lane
from admaker_desktop.engine.lanes import ThreadLanes
from admaker_desktop.engine.node import NodeOutputs
from admaker_desktop.engine.runner import Tools, do_here
from admaker_desktop.engine.steps import Step
from admaker_desktop.project.content import ContentStore
from admaker_desktop.project.state import StateDb
from admaker_desktop.providers.catalog import VendorCatalog
from admaker_desktop.services.node_types import node_types
from admaker_desktop.services.step_pool import StepPool
from admaker_desktop.settings.home import AppHome, find_home


class Studio:
    """Store, journal, services and lanes. A context manager; built and closed by the main thread."""

    def __init__(self, home: AppHome | None = None, *, beside: bool = False) -> None:
        """`beside`: heavy steps run in worker processes, because this one has a window to keep alive."""
        self.home = home or find_home()
        self.store = ContentStore(self.home.store)
        self.state = StateDb(self.home.state)
        self.store.clean_scratch()
        self.vendors = VendorCatalog()
        self.lanes = ThreadLanes()
        self.pool = StepPool(self.home.store)
        self.tools = Tools(
            registry=node_types(),
            providers=Providers(self.vendors),
            assets=self.store,
            journal=self.state,
            lanes=self.lanes,
            is_kept=self._is_kept,
            do=self._do_beside if beside else do_here,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End threads and child processes, close the files; may be called twice."""
        self.lanes.close()
        self.pool.close()
        self.vendors.close()
        self.state.close()

    def _do_beside(self, step: Step, lane: Lane, context: RunContext) -> NodeOutputs:
        """Steps of the network lane only wait, for a service or for its own process: they stay here."""
        return do_here(step, lane, context) if lane is Lane.NETWORK else self.pool.run(step, context)

    def _is_kept(self, outputs: NodeOutputs) -> bool:
        return all(self.store.has(ref) for ref in media_refs(outputs))
