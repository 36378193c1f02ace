"""Concept Writer: three ideas that differ in angle."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from admaker_desktop.ad.brief import Brief
from admaker_desktop.ad.concept import Concepts
from admaker_desktop.capabilities.text import TextRequest
from admaker_desktop.engine.context import RunContext
from admaker_desktop.engine.lane import Lane
from admaker_desktop.engine.node import Node, NodeOutputs, Port, ProviderId, Setting
from admaker_desktop.engine.registry import node

_INSTRUCTIONS = "Write three concepts for this brief that differ in angle, not in wording. Invent no facts."


@node("strategy.concepts", title="Concept Writer", category="Strategy", lane=Lane.NETWORK, version=1, uses="text")
class ConceptWriter(Node):
    """Writes three concepts that differ in angle."""

    brief: Annotated[Brief, Port("The brief.")]
    provider: Annotated[ProviderId, Setting("Which service writes.")] = "draft"

    class Outputs(NodeOutputs):
        """The concepts."""

        concepts: Concepts = Field(description="Three concepts.")

    def run(self, ctx: RunContext) -> ConceptWriter.Outputs:
        """Ask the service to fill in Concepts."""
        request = TextRequest(Concepts, _INSTRUCTIONS, {"brief": self.brief})
        return self.Outputs(concepts=ctx.providers.text(self.provider).answer(request, ctx.task))
