"""The row above the flow that says what a run would do, starts it and shows how far it is."""

from admaker_desktop.ui.runbar.bar import RunBar

__all__ = ["RunBar"]
