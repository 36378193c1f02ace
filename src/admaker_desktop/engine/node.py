"""What a node is: a frozen pydantic model whose annotated fields are its ports, settings, validation and tooltips."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

if TYPE_CHECKING:
    from admaker_desktop.engine.context import RunContext


@dataclass(frozen=True, slots=True)
class Port:
    """Marks a field that is wired: its value comes from other nodes."""

    doc: str


@dataclass(frozen=True, slots=True)
class Setting:
    """Marks a field that the user sets in the inspector or by `admaker set`."""

    doc: str
    unit: str = ""


ProviderId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,29}$")]
"""The id of a service of the catalogue."""


class NodeOutputs(BaseModel):
    """What a step hands on: frozen, JSON-able values; media are references."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Node(BaseModel):
    """One step's inputs, frozen. No state survives a run."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    Outputs: ClassVar[type[NodeOutputs]]

    def run(self, ctx: RunContext) -> NodeOutputs:
        """Do the work; raises AdMakerError for a known failure, Cancelled when stopped."""
        raise NotImplementedError  # registration refuses a node that does not define it

    @classmethod
    def salt(cls) -> str:
        """What else the result depends on: version of an encoder or a rule set. Part of the cache key."""
        return ""
