"""Editor: cuts everything that was made into one sequence with a view for every format."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from admaker_desktop.ad.brand import BrandKit
from admaker_desktop.ad.deliverable import Format, MusicTake, VoiceTake
from admaker_desktop.ad.scene import Scene
from admaker_desktop.ad.script import Script, ScriptLine
from admaker_desktop.ad.storyboard import Storyboard
from admaker_desktop.core.media import ImageRef
from admaker_desktop.core.messages import msg
from admaker_desktop.engine.context import RunContext
from admaker_desktop.engine.lane import Lane
from admaker_desktop.engine.node import Node, NodeOutputs, Port
from admaker_desktop.engine.registry import node
from admaker_desktop.nodes.edit.assembly import CutParts, Texts, assemble
from admaker_desktop.timeline.model import Sequence


@node("edit.cut", title="Editor", category="Edit", lane=Lane.CPU, version=1)
class Editor(Node):
    """Cuts shots, titles, captions, voice and music into the ad."""

    script: Annotated[Script, Port("The script.")]
    storyboard: Annotated[Storyboard, Port("The shots in order.")]
    brand: Annotated[BrandKit, Port("Palette and type.")]
    headline: Annotated[str, Port("The headline as written.")] = ""
    offer: Annotated[str, Port("The offer as written.")] = ""
    cta: Annotated[str, Port("The call to action as written.")] = ""
    legal: Annotated[str, Port("The mandatory line, word for word.")] = ""
    scenes: Annotated[tuple[Scene, ...], Port("Every shot in every frame size.")] = ()
    lines: Annotated[tuple[ScriptLine, ...], Port("The spoken lines.")] = ()
    takes: Annotated[tuple[VoiceTake, ...], Port("The spoken lines' sounds.")] = ()
    music: Annotated[MusicTake, Port("The music.")]
    logo: Annotated[tuple[ImageRef, ...], Port("The logo, cut out.")] = ()
    formats: Annotated[tuple[Format, ...], Port("The formats to lay out.")] = ()

    class Outputs(NodeOutputs):
        """The cut."""

        sequence: Sequence = Field(description="The master with all its views.")
        views: tuple[Sequence, ...] = Field(description="The cut for each format alone, to fan out over.")

    def run(self, ctx: RunContext) -> Editor.Outputs:
        """Assemble the sequence."""
        ctx.task.progress(None, msg("cutting"))
        parts = CutParts(
            language=self.script.language,
            brand=self.brand,
            script=self.script,
            storyboard=self.storyboard,
            texts=Texts(self.headline, self.offer, self.cta, self.legal),
            scenes=self.scenes,
            lines=self.lines,
            voices=self.takes,
            music=self.music,
            logo=self.logo[0] if self.logo else None,
            formats=self.formats,
            writer=self.script.writer,
        )
        sequence = assemble(parts)
        return self.Outputs(sequence=sequence, views=tuple(sequence.only(view.id) for view in self.formats))
