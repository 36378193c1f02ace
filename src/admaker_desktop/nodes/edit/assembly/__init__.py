"""How the Editor assembles a sequence from the parts of an ad."""

from admaker_desktop.nodes.edit.assembly.cues import cues
from admaker_desktop.nodes.edit.assembly.parts import CutParts, Texts
from admaker_desktop.nodes.edit.assembly.sequence import assemble

__all__ = ["CutParts", "Texts", "assemble", "cues"]
