"""Export: renders one view of the cut for its placement, then measures and checks the encoded file."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from admaker_desktop.ad.brand import BrandKit
from admaker_desktop.ad.deliverable import AdFile, Format, Measured
from admaker_desktop.core.errors import ExportError
from admaker_desktop.core.media import ImageRef, VideoRef
from admaker_desktop.core.ticks import FrameRate, s_from_ticks
from admaker_desktop.delivery.preflight.check import check
from admaker_desktop.delivery.preset_model import Preset
from admaker_desktop.delivery.presets import duration_problem, encode_spec, find_preset, kind_without_maker
from admaker_desktop.engine.context import RunContext
from admaker_desktop.engine.lane import Lane
from admaker_desktop.engine.node import Node, NodeOutputs, Port
from admaker_desktop.engine.registry import node
from admaker_desktop.media.codecs import encoder_version
from admaker_desktop.media.compose import Compositor
from admaker_desktop.media.probe.facts import FileFacts
from admaker_desktop.media.render import RenderJob, render
from admaker_desktop.media.stills import save_png
from admaker_desktop.media.subtitles import srt_text
from admaker_desktop.media.text import draw
from admaker_desktop.media.worker import measure_in_worker
from admaker_desktop.nodes.edit.assembly import cues
from admaker_desktop.nodes.edit.layout_facts import layout_facts
from admaker_desktop.timeline.model import Sequence

_RENDER_SHARE = 0.85
"""Of the step's time; the rest is measuring (15 s 1080x1920 on two cores: about 15 s and 3 s)."""
_THUMBNAIL_AT_S = 1.2
"""The headline stands there."""


@node("edit.export", title="Export", category="Edit", lane=Lane.EXPORT, version=1)
class Export(Node):
    """Renders a format's file, decodes and measures it, and checks it against its placement's rules."""

    cut: Annotated[Sequence, Port("The cut with the one view to render.")]
    brand: Annotated[BrandKit, Port("Whose ad it is.")]

    class Outputs(NodeOutputs):
        """The finished file."""

        file: AdFile = Field(description="The file with measures, findings, captions and thumbnail.")

    def run(self, ctx: RunContext) -> Export.Outputs:
        """Render, measure, check; raises ExportError when the placement cannot be served, StorageError, MediaError."""
        view = self.cut.views[0]
        preset = find_preset(view.id)
        self._refuse_impossible(preset)
        part = ctx.assets.scratch("part")
        try:
            spec = encode_spec(preset, title=self.brand.name, comment=self._comment())
            job = RenderJob(self.cut, view, spec, ctx.assets, part)
            rendered = render(job, ctx.task.part(0.0, _RENDER_SHARE))
            facts = measure_in_worker(part, ctx.task.part(_RENDER_SHARE, 1 - _RENDER_SHARE))
            _refuse_broken(facts, rendered.frames)
            findings = check(facts, preset, layout_facts(self.cut, view))
            measured = _measured(facts)
            video = VideoRef(
                **ctx.assets.add_file(part, "mp4").model_dump(),
                width_px=view.width_px,
                height_px=view.height_px,
                frames=rendered.frames,
                seconds=rendered.seconds,
            )
        finally:
            part.unlink(missing_ok=True)
        spoken = cues(self.cut)
        file = AdFile(
            format=view,
            video=video,
            captions_srt=srt_text(spoken),
            thumbnail=self._thumbnail(ctx, view),
            measured=measured,
            findings=findings,
            cues=spoken,
        )
        return self.Outputs(file=file)

    @classmethod
    def salt(cls) -> str:
        """The encoder's build: another one makes another file."""
        return encoder_version()

    def _refuse_impossible(self, preset: Preset) -> None:
        reason = kind_without_maker(preset)
        if reason:
            raise ExportError(
                "{placement} cannot be made yet: {reason}.",
                placement=preset.id,
                reason=reason,
                hint="Choose a video placement.",
            )
        rate = FrameRate.from_fps(self.cut.views[0].fps)
        seconds = s_from_ticks(rate.ticks_at(rate.frames_in(self.cut.duration_ticks)))
        problem = duration_problem(preset, seconds)
        if problem:
            raise ExportError(
                "{placement}: {problem}",
                placement=preset.id,
                problem=problem,
                hint="Set another length (script.seconds) and run again.",
            )

    def _comment(self) -> str:
        made_by = "; ".join(self.cut.provenance)
        return f"DRAFT made by AdMaker Desktop, not a finished production. {made_by}"

    def _thumbnail(self, ctx: RunContext, view: Format) -> ImageRef:
        compositor = Compositor(self.cut, view, ctx.assets, draw)
        frame = min(compositor.frames - 1, round(_THUMBNAIL_AT_S * view.fps))
        return save_png(ctx.assets, compositor.thumbnail_rgb(frame))


def _refuse_broken(facts: FileFacts, frames: int) -> None:
    """A file that does not decode to what was rendered is a failed export, never a delivered one."""
    decoded = facts.video.frames - facts.video.corrupt_frames if facts.video else 0
    if decoded != frames:
        raise ExportError(
            "The encoded file has {decoded} good frames of {frames}.", decoded=decoded, frames=frames, hint="Run again."
        )


def _measured(facts: FileFacts) -> Measured:
    video, audio = facts.video, facts.audio
    if video is None:
        raise ExportError("The encoded file has no picture.", hint="Run again.")
    return Measured(
        width_px=video.width_px,
        height_px=video.height_px,
        fps=video.fps or 0.0,
        frames=video.frames,
        seconds=facts.seconds or 0.0,
        lufs=audio.lufs if audio else None,
        true_peak_dbtp=audio.true_peak_dbtp if audio else None,
        size_bytes=facts.size_bytes,
    )
