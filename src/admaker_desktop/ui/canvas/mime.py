"""A node type on its way from the palette to the canvas."""

from __future__ import annotations

from qtpy.QtCore import QMimeData

MIME_NODE = "application/x-admaker-node"


def node_mime(node_type: str) -> QMimeData:
    """The data of a drag."""
    data = QMimeData()
    data.setData(MIME_NODE, node_type.encode())
    return data


def node_type_in(data: QMimeData) -> str:
    """The node type in a drag's data; empty when there is none."""
    return bytes(data.data(MIME_NODE).data()).decode("utf-8", "replace")
