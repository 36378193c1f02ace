"""The studio: everything that work on this machine shares, opened once and closed at the end."""

from __future__ import annotations

from types import TracebackType
from typing import Self

import admaker_desktop.nodes.catalog  # noqa: F401 - registers the node types
from admaker_desktop.core.media import media_refs
from admaker_desktop.engine.context import Providers
from admaker_desktop.engine.lanes import ThreadLanes
from admaker_desktop.engine.node import NodeOutputs
from admaker_desktop.engine.registry import registry
from admaker_desktop.engine.runner import Tools
from admaker_desktop.project.content import ContentStore
from admaker_desktop.project.state import StateDb
from admaker_desktop.providers.catalog import VendorCatalog
from admaker_desktop.settings.home import AppHome, find_home


class Studio:
    """Store, journal, services and lanes. A context manager; built and closed by the main thread."""

    def __init__(self, home: AppHome | None = None) -> None:
        self.home = home or find_home()
        self.store = ContentStore(self.home.store)
        self.state = StateDb(self.home.state)
        self.store.clean_scratch()
        self.vendors = VendorCatalog()
        self.lanes = ThreadLanes()
        self.tools = Tools(
            registry=registry,
            providers=Providers(self.vendors),
            assets=self.store,
            journal=self.state,
            lanes=self.lanes,
            is_kept=self._is_kept,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End threads and child processes, close the files; may be called twice."""
        self.lanes.close()
        self.vendors.close()
        self.state.close()

    def _is_kept(self, outputs: NodeOutputs) -> bool:
        return all(self.store.has(ref) for ref in media_refs(outputs))
