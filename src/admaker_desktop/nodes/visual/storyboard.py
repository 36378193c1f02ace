"""Storyboard: the shots of the script."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from admaker_desktop.ad.brand import BrandKit
from admaker_desktop.ad.brief import Brief
from admaker_desktop.ad.script import Script
from admaker_desktop.ad.storyboard import Shot, Storyboard
from admaker_desktop.capabilities.text import TextRequest
from admaker_desktop.engine.context import RunContext
from admaker_desktop.engine.lane import Lane
from admaker_desktop.engine.node import Node, NodeOutputs, Port, ProviderId, Setting
from admaker_desktop.engine.registry import node

_INSTRUCTIONS = "Break the script into shots that cut on its beats: hero, detail, use, proof, text-led, end card."


@node("visual.storyboard", title="Storyboard", category="Visual", lane=Lane.NETWORK, version=1, uses="text")
class StoryboardWriter(Node):
    """Breaks the script into shots."""

    brief: Annotated[Brief, Port("The brief.")]
    brand: Annotated[BrandKit, Port("The brand kit.")]
    script: Annotated[Script, Port("The script.")]
    provider: Annotated[ProviderId, Setting("Which service draws it up.")] = "draft"

    class Outputs(NodeOutputs):
        """The storyboard and its shots one by one."""

        storyboard: Storyboard = Field(description="All shots in order.")
        shots: tuple[Shot, ...] = Field(description="The shots, to fan out over.")

    def run(self, ctx: RunContext) -> StoryboardWriter.Outputs:
        """Ask the service to fill in a Storyboard."""
        material = {"brief": self.brief, "brand": self.brand, "script": self.script}
        request = TextRequest(Storyboard, _INSTRUCTIONS, material)
        board = ctx.providers.text(self.provider).answer(request, ctx.task)
        return self.Outputs(storyboard=board, shots=board.shots)
