"""The export sheet: placements, folder, progress, measured files with their findings."""

from admaker_desktop.ui.export.dialog import ExportDialog

__all__ = ["ExportDialog"]
