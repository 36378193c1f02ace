"""Cut-out: the subject of a photo on transparent ground."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from admaker_desktop.core.media import ImageRef
from admaker_desktop.engine.context import RunContext
from admaker_desktop.engine.lane import Lane
from admaker_desktop.engine.node import Node, NodeOutputs, Port, ProviderId, Setting
from admaker_desktop.engine.registry import node


@node("visual.cutout", title="Cut-out", category="Visual", lane=Lane.CPU, version=1, uses="image")
class CutOut(Node):
    """Frees the subject of a photo from its background."""

    image: Annotated[ImageRef, Port("The photo.")]
    provider: Annotated[ProviderId, Setting("Which service cuts it out.")] = "draft"

    class Outputs(NodeOutputs):
        """The subject."""

        image: ImageRef = Field(description="The subject with alpha, trimmed.")

    def run(self, ctx: RunContext) -> CutOut.Outputs:
        """Ask the service for the cut-out."""
        return self.Outputs(image=ctx.providers.image(self.provider).cut_out(self.image, ctx.assets, ctx.task))
