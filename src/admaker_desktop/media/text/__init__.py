"""Type: measuring, breaking and drawing text with the house's own faces. The only place below `ui` that uses Qt."""

from admaker_desktop.media.text.drawing import DrawnText, WordBox, draw, ink_boxes
from admaker_desktop.media.text.faces import start, unsettable
from admaker_desktop.media.text.fitting import Fitted, Room, fit, x_height_px
from admaker_desktop.media.text.labels import LabelLine, label

__all__ = [
    "DrawnText",
    "Fitted",
    "LabelLine",
    "Room",
    "WordBox",
    "draw",
    "fit",
    "ink_boxes",
    "label",
    "start",
    "unsettable",
    "x_height_px",
]
