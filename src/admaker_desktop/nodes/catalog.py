"""All node types of the app: importing this module registers them."""

from __future__ import annotations

from admaker_desktop.nodes.edit import cut, export, formats
from admaker_desktop.nodes.motion import animate
from admaker_desktop.nodes.sound import music, voice
from admaker_desktop.nodes.strategy import brand, brief, concepts, copy, judge, script
from admaker_desktop.nodes.visual import cutout, files, image, storyboard

__all__ = [
    "animate", "brand", "brief", "concepts", "copy", "cut", "cutout", "export", "files", "formats", "image", "judge",
    "music", "script", "storyboard", "voice",
]  # fmt: skip
