"""Which type stands on the picture, and from when to when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from admaker_desktop.ad.legibility import legal_hold_ticks
from admaker_desktop.nodes.edit.assembly.parts import CutParts
from admaker_desktop.nodes.edit.assembly.shots import end_shot_index
from admaker_desktop.timeline.model import ShotClip

LEAD_S = 0.1
"""From the cut to the title, so that the eye has the picture first."""
_SHORT_SHOT_S = 1.2

TitleRole = Literal["headline", "offer", "cta", "legal", "support", "brand"]
Animation = Literal["none", "fade", "rise", "words"]
_STACK_ORDER = ("brand", "headline", "support", "offer", "cta")


@dataclass(frozen=True, slots=True)
class TitleEvent:
    """A title before it is laid out. `shot` is the index of the shot that it stands on."""

    id: str
    role: TitleRole
    text: str
    shot: int
    start_ticks: int
    end_ticks: int
    animation: Animation


def title_events(parts: CutParts, shots: tuple[ShotClip, ...]) -> tuple[TitleEvent, ...]:
    """The titles of the shots and of the end card, each in the order in which it is stacked; the legal line last."""
    end = end_shot_index(parts)
    events = []
    for index, (shot, clip) in enumerate(zip(parts.storyboard.shots, shots, strict=True)):
        wanted = _end_card_texts(parts, index) if index == end else _shot_texts(parts, index)
        lead = parts.frames_for(LEAD_S) if index != end and clip.duration_ticks > parts.rate.ticks_at(
            parts.frames_for(_SHORT_SHOT_S)
        ) else 0  # fmt: skip
        for number, (role, text) in enumerate(wanted):
            events.append(
                TitleEvent(
                    id=f"title-{shot.id}-{role}-{number}",
                    role=role,
                    text=text,
                    shot=index,
                    start_ticks=clip.start_ticks + parts.rate.ticks_at(lead),
                    end_ticks=clip.end_ticks,
                    animation=_animation(parts, role),
                )
            )
    legal = _legal_event(parts, shots, end)
    return (*events, legal) if legal else tuple(events)


def _shot_texts(parts: CutParts, index: int) -> list[tuple[TitleRole, str]]:
    """The supers of a shot; the headline moves to the first shot when the storyboard has it nowhere."""
    shot = parts.storyboard.shots[index]
    texts: list[tuple[TitleRole, str]] = []
    for item in shot.supers:
        copy = item.copy_role()
        text = (parts.texts.of(copy) if copy else item.text).strip()
        if text and item.role != "legal":
            texts.append((item.role, text))
    has_headline = any(item.role == "headline" for each in parts.storyboard.shots for item in each.supers)
    if index == 0 and not has_headline and parts.texts.headline.strip():
        texts.append(("headline", parts.texts.headline.strip()))
    return sorted(dict.fromkeys(texts), key=lambda pair: _STACK_ORDER.index(pair[0]))


def _end_card_texts(parts: CutParts, index: int) -> list[tuple[TitleRole, str]]:
    """The end card: brand (unless a logo stands for it), what the storyboard adds, offer and call to action."""
    texts = _shot_texts(parts, index)
    if parts.logo is None and parts.brand.name.strip():
        texts.append(("brand", parts.brand.name.strip()))
    for role in ("offer", "cta"):
        text = parts.texts.of(role).strip()
        if text:
            texts.append((role, text))
    return sorted(dict.fromkeys(texts), key=lambda pair: _STACK_ORDER.index(pair[0]))


def _legal_event(parts: CutParts, shots: tuple[ShotClip, ...], end: int) -> TitleEvent | None:
    """The legal line: to the last frame, from the end card on or as much earlier as LEG-02 asks."""
    text = parts.texts.legal.strip()
    if not text:
        return None
    total = parts.rate.ticks_at(parts.frames)
    latest = parts.rate.ticks_at(parts.rate.frames_in(max(0, total - legal_hold_ticks(text))))
    return TitleEvent("title-legal", "legal", text, end, min(shots[end].start_ticks, latest), total, "none")


def _animation(parts: CutParts, role: TitleRole) -> Animation:
    if role in ("brand", "legal"):
        return "fade" if role == "brand" else "none"
    by_direction: dict[str, Animation] = {"studio": "rise", "graphic": "words", "editorial": "fade", "playful": "words"}
    if role == "headline":
        return by_direction[parts.brand.direction]
    return "fade" if parts.brand.direction == "editorial" else "rise"
