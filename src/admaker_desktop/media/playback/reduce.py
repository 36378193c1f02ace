"""A cut at a fraction of its size: every length in pixels multiplied, so that the compositor draws it small."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from admaker_desktop.ad.deliverable import Format
from admaker_desktop.core.media import MediaRef
from admaker_desktop.media.frames import Size
from admaker_desktop.timeline.model import Sequence

REDUCTIONS = (1 / 4, 1 / 3, 1 / 2, 2 / 3, 1.0)
"""The sizes that a preview is drawn at: few, so that dragging a splitter does not draw everything anew."""
_SLACK = 0.02  # a preview enlarged by less than this looks as sharp


def reduction(full: Size, shown: Size) -> float:
    """The smallest of the fractions that still has a pixel for every pixel shown."""
    wanted = max(shown[0] / full[0], shown[1] / full[1]) - _SLACK
    return next((each for each in REDUCTIONS if each >= wanted), 1.0)


def reduced(sequence: Sequence, view: Format, fraction: float) -> tuple[Sequence, Format]:
    """One view of a cut (`Sequence.only`) at this fraction of its size, with even width and height."""
    if fraction == 1.0:
        return sequence, view
    width, height = _even(view.width_px * fraction), _even(view.height_px * fraction)
    factor = max(width / view.width_px, height / view.height_px)  # so that grounds still cover the frame
    small = view.model_copy(update={"width_px": width, "height_px": height})
    cut = _scaled(sequence, factor).model_copy(update={"views": (small,)})
    shots = tuple(
        shot.model_copy(
            update={
                "scenes": tuple(
                    scene.model_copy(update={"width_px": width, "height_px": height}) for scene in shot.scenes
                )
            }
        )
        for shot in cut.shots
    )
    return cut.model_copy(update={"shots": shots}), small


def _scaled(value: Any, factor: float) -> Any:
    """A model with every `..._px` inside it multiplied; references to media stay what they are."""
    if isinstance(value, MediaRef):
        return value
    if isinstance(value, BaseModel):
        return value.model_copy(
            update={
                name: getattr(value, name) * factor if name.endswith("_px") else _scaled(getattr(value, name), factor)
                for name in type(value).model_fields
            }
        )
    if isinstance(value, tuple):
        return tuple(_scaled(item, factor) for item in value)
    return value


def _even(length: float) -> int:
    return max(2, round(length / 2) * 2)
