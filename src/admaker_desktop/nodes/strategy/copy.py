"""Copy Text: one advertised text of the ad, from the script until the user writes his own."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from admaker_desktop.ad.script import CopyRole, Script, ScriptLine
from admaker_desktop.core.errors import NodeInputError
from admaker_desktop.core.messages import term
from admaker_desktop.engine.context import RunContext
from admaker_desktop.engine.lane import Lane
from admaker_desktop.engine.node import Node, NodeOutputs, Port, Setting
from admaker_desktop.engine.registry import node
from admaker_desktop.media.text import unsettable


@node("strategy.copy", title="Copy", category="Strategy", lane=Lane.CPU, version=1)
class CopyText(Node):
    """Holds the headline, offer, call to action or legal line; empty = as the script has it."""

    script: Annotated[Script, Port("The script that the text comes from.")]
    role: Annotated[CopyRole, Setting("Which text this is.")] = "headline"
    text: Annotated[
        str, Setting("Your own words; empty = the script's."), StringConstraints(strip_whitespace=True, max_length=600)
    ] = ""

    class Outputs(NodeOutputs):
        """The text as written, and as a spoken line where the script speaks it."""

        text: str = Field(description="What is written on the picture.")
        lines: tuple[ScriptLine, ...] = Field(description="The spoken line, if this text is spoken.")

    def run(self, ctx: RunContext) -> CopyText.Outputs:
        """Choose between the user's words and the script's; raises NodeInputError for words that cannot be set."""
        del ctx
        lost = unsettable(self.text)
        if lost:
            raise NodeInputError(
                "The {role} holds characters that cannot be set yet: {lost}",
                role=term(self.role),
                lost=lost,
                hint="Leave them out.",
            )
        line = self.script.line_for(self.role)
        if line is not None and self.text:
            line = line.model_copy(update={"text": self.text})
        return self.Outputs(text=self.text or self.script.copy_text(self.role), lines=(line,) if line else ())
