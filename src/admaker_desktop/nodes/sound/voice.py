"""Voice Generator: speaks a line."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from admaker_desktop.ad.deliverable import VoiceTake
from admaker_desktop.ad.script import ScriptLine
from admaker_desktop.capabilities.voice import VoiceRequest
from admaker_desktop.engine.context import RunContext
from admaker_desktop.engine.lane import Lane
from admaker_desktop.engine.node import Node, NodeOutputs, Port, ProviderId, Setting
from admaker_desktop.engine.registry import node


@node("sound.voice", title="Voice Generator", category="Sound", lane=Lane.NETWORK, version=1, uses="voice")
class VoiceGenerator(Node):
    """Speaks a line and says when each word is spoken."""

    line: Annotated[ScriptLine, Port("What to say, and the slot for it.")]
    voice: Annotated[str, Setting("Which voice; empty = the service's own choice.")] = ""
    provider: Annotated[ProviderId, Setting("Which service speaks.")] = "draft"

    class Outputs(NodeOutputs):
        """The take and the line that it speaks."""

        take: VoiceTake = Field(description="The spoken line with word times.")
        line: ScriptLine = Field(description="The line.")

    def run(self, ctx: RunContext) -> VoiceGenerator.Outputs:
        """Ask the service to speak."""
        provider = ctx.providers.voice(self.provider)
        take = provider.speak(VoiceRequest(self.line, self.voice), ctx.assets, ctx.task)
        return self.Outputs(take=take, line=self.line)
