"""The panel that shows the selected node: what it is set to, gets, has made and needs."""

from admaker_desktop.ui.inspector.inspector import Inspector

__all__ = ["Inspector"]
