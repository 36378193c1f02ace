"""Music Generator: composes for the plan of the script."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from admaker_desktop.ad.deliverable import MusicTake
from admaker_desktop.ad.script import MusicPlan
from admaker_desktop.capabilities.music import MusicRequest
from admaker_desktop.engine.context import RunContext
from admaker_desktop.engine.lane import Lane
from admaker_desktop.engine.node import Node, NodeOutputs, Port, ProviderId, Setting
from admaker_desktop.engine.registry import node


@node("sound.music", title="Music Generator", category="Sound", lane=Lane.NETWORK, version=1, uses="music")
class MusicGenerator(Node):
    """Composes music of the spot's length with a hit on the end card."""

    plan: Annotated[MusicPlan, Port("Length, tempo, mood, place of the hit.")]
    provider: Annotated[ProviderId, Setting("Which service composes.")] = "draft"

    class Outputs(NodeOutputs):
        """The music."""

        music: MusicTake = Field(description="Stems of the same length.")

    def run(self, ctx: RunContext) -> MusicGenerator.Outputs:
        """Ask the service to compose."""
        request = MusicRequest(self.plan, ctx.take)
        return self.Outputs(music=ctx.providers.music(self.provider).compose(request, ctx.assets, ctx.task))
