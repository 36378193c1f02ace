"""Colours, type, icons and style of the window: `theme` is the one that is shown."""

from admaker_desktop.ui.theme.current import Theme, theme

__all__ = ["Theme", "theme"]
