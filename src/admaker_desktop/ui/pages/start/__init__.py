"""The Start page: a new ad from a brief, the demo, recent projects."""

from admaker_desktop.ui.pages.start.page import StartPage

__all__ = ["StartPage"]
