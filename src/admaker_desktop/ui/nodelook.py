"""How node types look: port colours by the type of what flows, icons and header tints."""

from __future__ import annotations

from typing import Any

_FAMILIES = {
    "str": "text",
    "Brief": "text",
    "Concepts": "text",
    "Verdict": "text",
    "Script": "text",
    "ScriptLine": "text",
    "Storyboard": "text",
    "Shot": "text",
    "BrandKit": "brand",
    "ImageRef": "image",
    "Scene": "video",
    "VoiceTake": "voice",
    "MusicTake": "music",
    "MusicPlan": "music",
    "Sequence": "timeline",
    "AdFile": "file",
    "Format": "file",
    "FrameSize": "file",
}
_ICONS = {
    "strategy.brief": "file-text",
    "strategy.brand": "palette",
    "strategy.concepts": "lightbulb",
    "strategy.judge": "scale",
    "strategy.script": "pen-line",
    "strategy.copy": "text-cursor-input",
    "visual.storyboard": "layout-grid",
    "visual.image": "image",
    "visual.files": "images",
    "visual.cutout": "wand-sparkles",
    "motion.animate": "video",
    "sound.voice": "mic",
    "sound.music": "music",
    "edit.formats": "ruler",
    "edit.cut": "scissors",
    "edit.export": "package-check",
}
_CATEGORIES = {
    "Strategy": "text",
    "Visual": "image",
    "Motion": "video",
    "Sound": "voice",
    "Edit": "timeline",
    "Check": "brand",
    "Flow": "file",
}
_OF_ONE_TYPE = {"strategy.brand": "brand", "sound.music": "music"}
CATEGORY_ORDER = tuple(_CATEGORIES)
"""Sections of the palette, top to bottom."""


def family_of(item: Any) -> str:
    """The colour family of a port's type; `any` when it has none of its own."""
    return _FAMILIES.get(getattr(item, "__name__", ""), "any")


def node_icon(node_type: str) -> str:
    """The lucide icon of a node type; a puzzle piece for one that this version does not know."""
    return _ICONS.get(node_type, "puzzle")


def node_family(node_type: str, category: str) -> str:
    """The colour family of a node's header."""
    return _OF_ONE_TYPE.get(node_type) or category_family(category)


def category_family(category: str) -> str:
    """The colour family of a palette section."""
    return _CATEGORIES.get(category, "any")
