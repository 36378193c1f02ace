"""Pictures: the client's own files in the project."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from admaker_desktop.core.media import ImageRef
from admaker_desktop.engine.context import RunContext
from admaker_desktop.engine.lane import Lane
from admaker_desktop.engine.node import Node, NodeOutputs, Setting
from admaker_desktop.engine.registry import node


@node("visual.files", title="Pictures", category="Visual", lane=Lane.CPU, version=1)
class PictureFiles(Node):
    """Holds the client's pictures: product photos or the logo."""

    files: Annotated[tuple[ImageRef, ...], Setting("The pictures, in order.")] = ()

    class Outputs(NodeOutputs):
        """The pictures."""

        images: tuple[ImageRef, ...] = Field(description="The pictures, to fan out over.")

    def run(self, ctx: RunContext) -> PictureFiles.Outputs:
        """Hand them on; raises MediaError when one is gone from the store."""
        for file in self.files:
            ctx.assets.path(file)
        return self.Outputs(images=self.files)
