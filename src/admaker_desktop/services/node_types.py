"""The node types of the app, loaded when they are first asked for."""

from __future__ import annotations

from admaker_desktop.engine.registry import NodeRegistry, registry


def node_types() -> NodeRegistry:
    """All of them; any thread. The first call loads FFmpeg and OpenCV: about 1 s, so never at start-up."""
    import admaker_desktop.nodes.catalog  # noqa: F401 - registers them

    return registry
