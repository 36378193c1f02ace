"""The export sheet: placements, folder, progress, measured files with their findings."""

from admaker_desktop.ui.export.dialog import ExportDialog
from admaker_desktop.ui.export.questions import settle_questions

__all__ = ["ExportDialog", "settle_questions"]
