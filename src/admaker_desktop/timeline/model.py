"""The cut: one master sequence of clips on tracks, and a view of it for every format. Frozen data, ticks for time."""

from __future__ import annotations

from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from admaker_desktop.ad.base import Language
from admaker_desktop.ad.deliverable import Format
from admaker_desktop.ad.scene import Scene
from admaker_desktop.core.media import AudioRef, ImageRef
from admaker_desktop.core.ticks import FrameRate


class TimelineModel(BaseModel):
    """A frozen value; unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Clip(TimelineModel):
    """Something on a track, from `start_ticks` for `duration_ticks` (end exclusive)."""

    id: str
    start_ticks: int = Field(ge=0)
    duration_ticks: int = Field(gt=0)

    @property
    def end_ticks(self) -> int:
        return self.start_ticks + self.duration_ticks


class ShotClip(Clip):
    """A shot: one scene for each frame size."""

    shot_id: str
    scenes: tuple[Scene, ...] = Field(min_length=1)
    fade_in_ticks: int = 0
    """Dissolve from the shot before (this clip starts that much earlier than the other ends); 0 = cut."""

    def scene_for(self, width_px: int, height_px: int) -> Scene | None:
        """The scene drawn at exactly this size."""
        return next((s for s in self.scenes if (s.width_px, s.height_px) == (width_px, height_px)), None)


class TextStyle(TimelineModel):
    """How a block of type is set. Families are names of files in `resources/fonts`, never the system's."""

    family: str
    weight: int = 400
    colour: str
    upper: bool = False
    tracking: float = 0.0
    """Extra space between letters, in em."""
    leading: float = 1.12
    """Line height, in em."""
    box_colour: str = ""
    """Filled shape behind the block (button, caption plate); empty = none."""
    box_opacity: float = 1.0
    box_radius_em: float = 0.0
    box_pad_x_em: float = 0.0
    box_pad_y_em: float = 0.0
    shadow: float = 0.0
    """Soft shadow's opacity, 0..1."""
    lit_colour: str = ""
    """Colour of the word being spoken in a caption; empty = no karaoke."""


class TextLayout(TimelineModel):
    """A block of type as laid out for one view: the lines are fixed, so that what was measured is what is drawn."""

    view: str
    """The id of the view's format."""
    x_px: float
    y_px: float
    width_px: float
    height_px: float
    """The ink box, any filled shape included, in pixels of the view."""
    size_px: float
    """Font size (em)."""
    lines: tuple[str, ...]
    align: Literal["left", "center", "right"]


class TitleClip(Clip):
    """Type on the picture."""

    role: Literal["headline", "offer", "cta", "legal", "support", "brand"]
    text: str
    style: TextStyle
    animation: Literal["none", "fade", "rise", "words"] = "fade"
    layouts: tuple[TextLayout, ...]


class CaptionWord(TimelineModel):
    """One word of a caption."""

    text: str
    start_ticks: int
    end_ticks: int


class CaptionClip(Clip):
    """A caption: words with their marks in ticks of the sequence."""

    words: tuple[CaptionWord, ...] = Field(min_length=1)
    style: TextStyle
    layouts: tuple[TextLayout, ...]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


class LogoLayout(TimelineModel):
    """Where a picture stands in one view."""

    view: str
    x_px: float
    y_px: float
    width_px: float
    height_px: float


class LogoClip(Clip):
    """The logo (a picture with alpha). A brand without a logo file has a TitleClip of role `brand` instead."""

    image: ImageRef
    layouts: tuple[LogoLayout, ...]


class AudioClip(Clip):
    """A sound. It is played from its own start; what is longer than the clip is cut with a short fade."""

    audio: AudioRef
    role: Literal["voice", "music", "effect"]
    gain_db: float = 0.0
    fade_out_ticks: int = 0
    ducked: bool = False
    """Lowered while a voice clip sounds (known intervals with look-ahead, reference/media.md section 4)."""


class Sequence(TimelineModel):
    """The master cut with all its views."""

    language: Language
    rate: FrameRate
    duration_ticks: int
    end_card_ticks: int
    shots: tuple[ShotClip, ...]
    titles: tuple[TitleClip, ...] = ()
    captions: tuple[CaptionClip, ...] = ()
    logos: tuple[LogoClip, ...] = ()
    voice: tuple[AudioClip, ...] = ()
    music: tuple[AudioClip, ...] = ()
    views: tuple[Format, ...]
    background: str = "#000000"
    """What is behind everything; never seen when the shots cover the frame."""
    provenance: tuple[str, ...] = ()
    """Who made what: voice, renderer, composer, writer; goes into the file's metadata."""

    def view(self, format_id: str) -> Format:
        """The view of a format; raises KeyError when there is none."""
        for view in self.views:
            if view.id == format_id:
                return view
        raise KeyError(format_id)

    def only(self, format_id: str) -> Sequence:
        """The same cut with nothing but what one view needs: what a rendering of that view depends on."""
        view = self.view(format_id)
        size = (view.width_px, view.height_px)
        return self.model_copy(
            update={
                "views": (view,),
                "shots": tuple(
                    clip.model_copy(
                        update={"scenes": tuple(s for s in clip.scenes if (s.width_px, s.height_px) == size)}
                    )
                    for clip in self.shots
                ),
                "titles": tuple(_for_view(clip, format_id) for clip in self.titles),
                "captions": tuple(_for_view(clip, format_id) for clip in self.captions),
                "logos": tuple(_for_view(clip, format_id) for clip in self.logos),
            }
        )


LaidOutT = TypeVar("LaidOutT", TitleClip, CaptionClip, LogoClip)


def _for_view(clip: LaidOutT, format_id: str) -> LaidOutT:
    layouts = tuple(layout for layout in clip.layouts if layout.view == format_id)
    return clip.model_copy(update={"layouts": layouts})
