"""Animator: sets a drawn shot in motion."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from admaker_desktop.ad.scene import Scene
from admaker_desktop.ad.storyboard import Storyboard
from admaker_desktop.capabilities.motion import MotionRequest
from admaker_desktop.core.errors import NodeInputError
from admaker_desktop.engine.context import RunContext
from admaker_desktop.engine.lane import Lane
from admaker_desktop.engine.node import Node, NodeOutputs, Port, ProviderId, Setting
from admaker_desktop.engine.registry import node


@node("motion.animate", title="Animator", category="Motion", lane=Lane.NETWORK, version=1, uses="motion")
class Animator(Node):
    """Moves a drawn shot: push, slide, parallax, reveal."""

    scene: Annotated[Scene, Port("The drawn shot.")]
    storyboard: Annotated[Storyboard, Port("Says how each shot moves.")]
    provider: Annotated[ProviderId, Setting("Which service moves it.")] = "draft"

    class Outputs(NodeOutputs):
        """The moved scene."""

        scene: Scene = Field(description="The scene with keyframes.")

    def run(self, ctx: RunContext) -> Animator.Outputs:
        """Ask the service to move the shot; raises NodeInputError when the storyboard does not have it."""
        for shot in self.storyboard.shots:
            if shot.id == self.scene.shot_id:
                provider = ctx.providers.motion(self.provider)
                return self.Outputs(scene=provider.animate(MotionRequest(shot, self.scene), ctx.assets, ctx.task))
        raise NodeInputError(
            "The storyboard has no shot '{shot}'.", shot=self.scene.shot_id, hint="Draw the shots again."
        )
