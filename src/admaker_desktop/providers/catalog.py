"""The catalogue of services: id to where it is made. Nothing is imported before it is used."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from importlib import import_module

from admaker_desktop.capabilities.common import Vendor
from admaker_desktop.core.errors import NotConfigured

_VENDORS = {
    "draft": "admaker_desktop.providers.draft.vendor",
}
"""Id to the module whose `create()` makes the service."""


class VendorCatalog:
    """Makes each service once, at first use; any thread."""

    def __init__(self) -> None:
        self._made: dict[str, Vendor] = {}
        self._lock = threading.Lock()

    def vendor(self, vendor_id: str) -> Vendor:
        """The service; raises NotConfigured when there is none of that id."""
        with self._lock:
            if vendor_id not in self._made:
                module = _VENDORS.get(vendor_id)
                if module is None:
                    known = ", ".join(_VENDORS)
                    raise NotConfigured(
                        "There is no service '{service}'.",
                        service=vendor_id,
                        known=known,
                        hint="The services are: {known}.",
                    )
                made: Vendor = import_module(module).create()
                self._made[vendor_id] = made
            return self._made[vendor_id]

    def __iter__(self) -> Iterator[Vendor]:
        return iter([self.vendor(vendor_id) for vendor_id in _VENDORS])

    def close(self) -> None:
        """End every service's child processes and give back drivers; may be called twice."""
        for vendor in self._made.values():
            vendor.close()
