"""Image Artisan: draws a shot for one frame size."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from admaker_desktop.ad.brand import BrandKit
from admaker_desktop.ad.deliverable import FrameSize
from admaker_desktop.ad.scene import Scene
from admaker_desktop.ad.storyboard import Shot
from admaker_desktop.capabilities.image import ImageRequest
from admaker_desktop.core.media import ImageRef
from admaker_desktop.engine.context import RunContext
from admaker_desktop.engine.lane import Lane
from admaker_desktop.engine.node import Node, NodeOutputs, Port, ProviderId, Setting
from admaker_desktop.engine.registry import node


@node("visual.image", title="Image Artisan", category="Visual", lane=Lane.NETWORK, version=1, uses="image")
class ImageArtisan(Node):
    """Draws the picture of a shot, composed anew for each frame size."""

    shot: Annotated[Shot, Port("What to draw.")]
    size: Annotated[FrameSize, Port("The frame to compose for.")]
    brand: Annotated[BrandKit, Port("Palette and type.")]
    photos: Annotated[tuple[ImageRef, ...], Port("The client's product, cut out.")] = ()
    provider: Annotated[ProviderId, Setting("Which service draws.")] = "draft"

    class Outputs(NodeOutputs):
        """The scene."""

        scene: Scene = Field(description="The shot as layers.")

    def run(self, ctx: RunContext) -> ImageArtisan.Outputs:
        """Ask the service to draw."""
        request = ImageRequest(self.shot, self.size, self.brand, self.photos, ctx.take)
        return self.Outputs(scene=ctx.providers.image(self.provider).draw(request, ctx.assets, ctx.task))
