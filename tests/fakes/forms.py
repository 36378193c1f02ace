"""A node with a setting of every kind."""

from __future__ import annotations

from typing import Annotated, Literal, Optional

from annotated_types import Interval
from pydantic import Field

from admaker_desktop.engine.context import RunContext
from admaker_desktop.engine.lane import Lane
from admaker_desktop.engine.node import Node, NodeOutputs, Setting
from admaker_desktop.engine.registry import NodeRegistry, node

own = NodeRegistry()


@node("test.every", title="Every", category="Test", lane=Lane.CPU, version=1, into=own)
class Every(Node):
    """Has a setting of every kind."""

    line: Annotated[str, Setting("A name.")] = ""
    prompt: Annotated[str, Setting("Words.")] = ""
    long: Annotated[str, Setting("Words."), Field(max_length=400)] = ""
    share: Annotated[float, Setting("How much.", "%"), Interval(ge=0, le=1)] = 0.5
    count: Annotated[int, Setting("How many."), Interval(ge=1, le=12)] = 3
    seed: Annotated[int, Setting("Seed.")] = 0
    gap: Annotated[float, Setting("Gap.", "s"), Field(gt=0)] = 1.0
    loud: Annotated[bool, Setting("Loud.")] = False
    kind: Annotated[Literal["plain", "extra_bold"], Setting("Kind.")] = "plain"
    maybe: Annotated[Optional[int], Setting("Perhaps.")] = None  # noqa: UP045 - both spellings must be read
    tags: Annotated[tuple[str, ...], Setting("Tags."), Field(max_length=2)] = ()
    answers: Annotated[dict[str, str], Setting("Answers.")] = Field(default_factory=dict)
    grid: Annotated[tuple[tuple[int, int], ...], Setting("A kind that has no editor.")] = ()

    class Outputs(NodeOutputs):
        """Nothing much."""

        text: str = ""

    def run(self, ctx: RunContext) -> Every.Outputs:
        """Do nothing."""
        return self.Outputs()


EVERY = own.get("test.every")
