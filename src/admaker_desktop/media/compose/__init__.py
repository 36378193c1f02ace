"""The compositor: every picture of an ad, frame by frame, the same for preview and export."""

from admaker_desktop.media.compose.compositor import Compositor, frame_at
from admaker_desktop.media.compose.overlays import TextDrawer

__all__ = ["Compositor", "TextDrawer", "frame_at"]
