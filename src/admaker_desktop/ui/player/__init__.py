"""The player of the window: picture, transport, safe zones, full screen."""

from admaker_desktop.ui.player.panel import PlayerPanel
from admaker_desktop.ui.player.zones import SafeArea, placements, safe_area

__all__ = ["PlayerPanel", "SafeArea", "placements", "safe_area"]
