"""Brief Judge: marks the concepts against the brief and picks one."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from admaker_desktop.ad.brief import Brief
from admaker_desktop.ad.concept import Concepts, Verdict
from admaker_desktop.capabilities.text import TextRequest
from admaker_desktop.engine.context import RunContext
from admaker_desktop.engine.lane import Lane
from admaker_desktop.engine.node import Node, NodeOutputs, Port, ProviderId, Setting
from admaker_desktop.engine.registry import node

_INSTRUCTIONS = "Mark each concept against the brief by named measures, with figures as reasons, and choose one."


@node("strategy.judge", title="Brief Judge", category="Strategy", lane=Lane.NETWORK, version=1, uses="text")
class BriefJudge(Node):
    """Scores the concepts by named measures and picks the best."""

    brief: Annotated[Brief, Port("The brief.")]
    concepts: Annotated[Concepts, Port("What to choose from.")]
    provider: Annotated[ProviderId, Setting("Which service judges.")] = "draft"

    class Outputs(NodeOutputs):
        """The verdict."""

        verdict: Verdict = Field(description="The chosen concept with all marks.")

    def run(self, ctx: RunContext) -> BriefJudge.Outputs:
        """Ask the service to fill in a Verdict."""
        request = TextRequest(Verdict, _INSTRUCTIONS, {"brief": self.brief, "concepts": self.concepts})
        return self.Outputs(verdict=ctx.providers.text(self.provider).answer(request, ctx.task))
