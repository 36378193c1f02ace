"""One editor for each kind of setting."""

from admaker_desktop.ui.inspector.editors.base import NO_STAND_IN, Editor, StandIn
from admaker_desktop.ui.inspector.editors.making import make_editor

__all__ = ["NO_STAND_IN", "Editor", "StandIn", "make_editor"]
