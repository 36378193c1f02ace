"""One editor for each kind of setting."""

from admaker_desktop.ui.inspector.editors.base import Editor
from admaker_desktop.ui.inspector.editors.making import make_editor

__all__ = ["Editor", "make_editor"]
