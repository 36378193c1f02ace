"""Formats: which placements the ad is made for."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from admaker_desktop.ad.brief import Brief
from admaker_desktop.ad.deliverable import Format, FrameSize
from admaker_desktop.delivery.presets import default_presets, find_preset, format_of
from admaker_desktop.engine.context import RunContext
from admaker_desktop.engine.lane import Lane
from admaker_desktop.engine.node import Node, NodeOutputs, Port, Setting
from admaker_desktop.engine.registry import node

DEFAULT_ASPECTS = ("9:16", "1:1", "16:9")
"""What is made when the brief names no format."""


@node("edit.formats", title="Formats", category="Edit", lane=Lane.CPU, version=1)
class Formats(Node):
    """Chooses the placements: the presets given here, else the ratios given here, else the brief's."""

    brief: Annotated[Brief, Port("The brief; its formats count when nothing is set here.")]
    presets: Annotated[tuple[str, ...], Setting("Placements by preset id.")] = ()
    aspects: Annotated[tuple[str, ...], Setting("Ratios, each by its default placement.")] = ()

    class Outputs(NodeOutputs):
        """The formats and the sizes that pictures are drawn at."""

        formats: tuple[Format, ...] = Field(description="One for each placement.")
        sizes: tuple[FrameSize, ...] = Field(description="Each frame size once, to fan out over.")

    def run(self, ctx: RunContext) -> Formats.Outputs:
        """Look the presets up; raises UsageError for an unknown one."""
        del ctx
        ids = self.presets or default_presets(self.aspects or self.brief.formats or DEFAULT_ASPECTS)
        formats = tuple(format_of(find_preset(preset)) for preset in dict.fromkeys(ids))
        sizes = {
            (f.width_px, f.height_px): FrameSize(**f.model_dump(include=set(FrameSize.model_fields))) for f in formats
        }
        return self.Outputs(formats=formats, sizes=tuple(sizes.values()))
