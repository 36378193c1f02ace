"""The timeline strip: what plays when, read-only, with a playhead that scrubs."""

from admaker_desktop.ui.strip.strip import TimelineStrip

__all__ = ["TimelineStrip"]
