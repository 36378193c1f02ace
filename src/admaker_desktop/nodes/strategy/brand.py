"""Brand Kit: palette, type and mood for everything that is drawn and heard."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from admaker_desktop.ad.brand import BrandKit
from admaker_desktop.ad.brief import Brief
from admaker_desktop.capabilities.text import TextRequest
from admaker_desktop.engine.context import RunContext
from admaker_desktop.engine.lane import Lane
from admaker_desktop.engine.node import Node, NodeOutputs, Port, ProviderId, Setting
from admaker_desktop.engine.registry import node

_INSTRUCTIONS = "Choose a palette, a type pair and a mood that fit the brief; keep the client's own colours and fonts."


@node("strategy.brand", title="Brand Kit", category="Strategy", lane=Lane.NETWORK, version=1, uses="text")
class BrandDesigner(Node):
    """Derives the ad's palette, type pair and mood from the brief."""

    brief: Annotated[Brief, Port("The brief.")]
    provider: Annotated[ProviderId, Setting("Which service chooses.")] = "draft"

    class Outputs(NodeOutputs):
        """The brand kit."""

        brand: BrandKit = Field(description="Palette, type pair, mood.")

    def run(self, ctx: RunContext) -> BrandDesigner.Outputs:
        """Ask the service to fill in a BrandKit."""
        request = TextRequest(BrandKit, _INSTRUCTIONS, {"brief": self.brief})
        return self.Outputs(brand=ctx.providers.text(self.provider).answer(request, ctx.task))
