"""The Runs page: what runs and until when, what failed, what was made and when."""

from admaker_desktop.ui.pages.runs.page import RunsPage

__all__ = ["RunsPage"]
