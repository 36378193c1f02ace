"""The picture track: the storyboard's shots on the frame grid."""

from __future__ import annotations

from admaker_desktop.core.errors import NodeInputError
from admaker_desktop.nodes.edit.assembly.parts import CutParts
from admaker_desktop.timeline.model import ShotClip


def lay_shots(parts: CutParts) -> tuple[ShotClip, ...]:
    """One clip a shot, without gaps, from 0 to the ad's last frame.

    Every cut is the frame boundary nearest to its beat. Raises NodeInputError for a shot without a picture.
    """
    shots = parts.storyboard.shots
    if not shots:
        raise NodeInputError("The storyboard has no shots.", hint="Run the storyboard again.")
    cuts = [0]
    for number, shot in enumerate(shots[1:], start=1):
        latest = parts.frames - (len(shots) - number)
        cuts.append(max(cuts[-1] + 1, min(latest, parts.rate.nearest_frame(shot.start_ticks))))
    cuts.append(parts.frames)
    clips = []
    for shot, first, last in zip(shots, cuts, cuts[1:], strict=False):
        scenes = tuple(scene for scene in parts.scenes if scene.shot_id == shot.id)
        if not scenes:
            raise NodeInputError("Shot {shot} has no picture.", shot=shot.id, hint="Run its Image Artisan again.")
        start = parts.rate.ticks_at(first)
        clips.append(
            ShotClip(
                id=f"shot-{shot.id}",
                shot_id=shot.id,
                scenes=scenes,
                start_ticks=start,
                duration_ticks=parts.rate.ticks_at(last) - start,
            )
        )
    return tuple(clips)


def end_shot_index(parts: CutParts) -> int:
    """Which shot is the end card: the last one of kind `end`, else the last."""
    kinds = [shot.kind for shot in parts.storyboard.shots]
    return max((index for index, kind in enumerate(kinds) if kind == "end"), default=len(kinds) - 1)
