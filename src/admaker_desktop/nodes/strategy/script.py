"""Script Writer: what is said and written, timed to the length of the spot."""

from __future__ import annotations

from typing import Annotated

from annotated_types import Interval
from pydantic import Field

from admaker_desktop.ad.brand import BrandKit
from admaker_desktop.ad.brief import AdOptions, Brief
from admaker_desktop.ad.concept import Verdict
from admaker_desktop.ad.script import MusicPlan, Script, ScriptLine
from admaker_desktop.capabilities.text import TextRequest
from admaker_desktop.engine.context import RunContext
from admaker_desktop.engine.lane import Lane
from admaker_desktop.engine.node import Node, NodeOutputs, Port, ProviderId, Setting
from admaker_desktop.engine.registry import node

DEFAULT_SECONDS = 15.0
"""Length of a spot whose brief does not say (the length that most placements recommend, presets.json)."""

_INSTRUCTIONS = (
    "Write the script of the chosen concept for this length: short lines with slots on the beats, an end card, "
    "on-screen texts. Use only facts of the brief; legal lines word for word."
)


@node("strategy.script", title="Script Writer", category="Strategy", lane=Lane.NETWORK, version=1, uses="text")
class ScriptWriter(Node):
    """Writes the script of the chosen concept, timed to the length of the spot."""

    brief: Annotated[Brief, Port("The brief.")]
    brand: Annotated[BrandKit, Port("The brand kit; its mood sets the tempo.")]
    verdict: Annotated[Verdict, Port("The chosen concept.")]
    seconds: Annotated[float, Setting("Length; 0 = as the brief asks.", "s"), Interval(ge=0, le=180)] = 0
    provider: Annotated[ProviderId, Setting("Which service writes.")] = "draft"

    class Outputs(NodeOutputs):
        """The script and the parts that others are wired to."""

        script: Script = Field(description="The whole script.")
        lines: tuple[ScriptLine, ...] = Field(description="The spoken lines that no text node owns.")
        music: MusicPlan = Field(description="What the music has to do.")

    def run(self, ctx: RunContext) -> ScriptWriter.Outputs:
        """Ask the service to fill in a Script."""
        asked = self.brief.lengths[0].seconds if self.brief.lengths else DEFAULT_SECONDS
        options = AdOptions(seconds=self.seconds or asked, language=self.brief.language)
        material = {"brief": self.brief, "brand": self.brand, "verdict": self.verdict, "options": options}
        provider = ctx.providers.text(self.provider)
        script = provider.answer(TextRequest(Script, _INSTRUCTIONS, material), ctx.task)
        script = script.model_copy(update={"writer": provider.fingerprint()})
        return self.Outputs(script=script, lines=script.narration(), music=script.music)
