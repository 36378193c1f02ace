"""The storyboard: the shots of the ad, each a picture to be made and a move to be played."""

from __future__ import annotations

from typing import Literal

from admaker_desktop.ad.base import AdModel
from admaker_desktop.ad.brief import Subject
from admaker_desktop.ad.script import CopyRole

ShotKind = Literal["hero", "detail", "use", "proof", "text", "end"]
Move = Literal["push", "pull", "slide_left", "slide_right", "reveal", "parallax", "rise", "hold"]
SuperRole = Literal["headline", "offer", "cta", "legal", "support"]


class Super(AdModel):
    """Type on a shot. `support` brings its own text, the other roles take it from their text node."""

    role: SuperRole
    text: str = ""

    def copy_role(self) -> CopyRole | None:
        return None if self.role == "support" else self.role


class Shot(AdModel):
    """One shot. Boundaries lie on beats of the music."""

    id: str
    kind: ShotKind
    start_ticks: int
    end_ticks: int
    subject: Subject
    description: str
    """What is seen, one sentence: the prompt of a real image model."""
    label: str = ""
    """What is printed on the pack or screen: brand and product name."""
    label_detail: str = ""
    props: tuple[str, ...] = ()
    """Icon names or prop words for scenes without a pack: `pin`, `clock`, `leaf`."""
    move: Move = "push"
    supers: tuple[Super, ...] = ()
    seed: int = 0


class Storyboard(AdModel):
    """The shots in order; together they last exactly as long as the ad."""

    shots: tuple[Shot, ...]
