"""Where ink lies in a view and how long the legal line stands: what preflight judges without looking at pixels."""

from __future__ import annotations

from collections.abc import Iterator

from admaker_desktop.ad.deliverable import Format
from admaker_desktop.ad.legibility import legal_hold_ticks
from admaker_desktop.core.ticks import s_from_ticks
from admaker_desktop.delivery.preflight.layout import InkBox, LayoutFacts
from admaker_desktop.media.text import ink_boxes, x_height_px
from admaker_desktop.timeline.model import CaptionClip, Clip, Sequence, TextLayout, TextStyle, TitleClip


def layout_facts(sequence: Sequence, view: Format) -> LayoutFacts:
    """The facts of one view; any thread, after `media.text.start()`."""
    legal = [clip for clip in sequence.titles if clip.role == "legal"]
    return LayoutFacts(
        width_px=view.width_px,
        height_px=view.height_px,
        boxes=tuple(_boxes(sequence, view)),
        legal_hold_s=max((s_from_ticks(clip.duration_ticks) for clip in legal), default=None),
        legal_required_s=s_from_ticks(sum(legal_hold_ticks(clip.text) for clip in legal[:1])) if legal else None,
    )


def _boxes(sequence: Sequence, view: Format) -> Iterator[InkBox]:
    typeset: tuple[TitleClip | CaptionClip, ...] = (*sequence.titles, *sequence.captions)
    for clip in typeset:
        role = clip.role if isinstance(clip, TitleClip) else "caption"
        for layout in clip.layouts:
            if layout.view == view.id:
                yield from _ink(role, clip, layout, clip.style)
    for logo in sequence.logos:
        for place in logo.layouts:
            if place.view == view.id:
                edges = (place.x_px, place.y_px, place.x_px + place.width_px, place.y_px + place.height_px)
                yield InkBox("logo", *edges, s_from_ticks(logo.start_ticks), s_from_ticks(logo.end_ticks))


def _ink(role: str, clip: Clip, layout: TextLayout, style: TextStyle) -> Iterator[InkBox]:
    height = x_height_px(style, layout.size_px)
    start, end = s_from_ticks(clip.start_ticks), s_from_ticks(clip.end_ticks)
    for box in ink_boxes(layout, style):
        edges = (box.x_px, box.y_px, box.x_px + box.width_px, box.y_px + box.height_px)
        yield InkBox(role, *edges, start, end, height)
