"""The services that this version has, described."""

from __future__ import annotations

import contextlib
from typing import Any

from admaker_desktop.providers.catalog import VendorCatalog

_CAPABILITIES = ("text", "image", "motion", "voice", "music")


def describe_vendors() -> list[dict[str, Any]]:
    """id, title, whether it is a draft, and capabilities of every service."""
    with contextlib.closing(VendorCatalog()) as catalog:
        return [
            {
                "id": vendor.info.id,
                "title": vendor.info.title,
                "is_draft": vendor.info.is_draft,
                "capabilities": [name for name in _CAPABILITIES if getattr(vendor, name) is not None],
                "price": "free" if vendor.info.is_draft else "unknown",
            }
            for vendor in catalog
        ]
