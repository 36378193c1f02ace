"""The Editor's work: parts in, the cut with all its views out."""

from __future__ import annotations

from collections.abc import Iterable

from admaker_desktop.nodes.edit.assembly.captions import caption_spans
from admaker_desktop.nodes.edit.assembly.parts import CutParts
from admaker_desktop.nodes.edit.assembly.shots import end_shot_index, lay_shots
from admaker_desktop.nodes.edit.assembly.sound import music_clips, place_voices, voice_clips
from admaker_desktop.nodes.edit.assembly.styles import caption_style
from admaker_desktop.nodes.edit.assembly.titles import TitleEvent, title_events
from admaker_desktop.nodes.edit.assembly.views import Cut, TitleLook, ViewLayout, lay_out, says_a_title
from admaker_desktop.timeline.model import CaptionClip, LogoClip, Sequence, ShotClip, TextStyle, TitleClip


def assemble(parts: CutParts) -> Sequence:
    """Cut the ad: the same parts give the same sequence; any thread after media.text.start().

    Raises NodeInputError when the storyboard has no shots or a shot has no picture.
    """
    shots = lay_shots(parts)
    spoken = place_voices(parts)
    cut = Cut(parts, shots, title_events(parts, shots), caption_spans(parts, spoken))
    views = tuple(lay_out(cut, view) for view in parts.formats)
    end_card = shots[end_shot_index(parts)]
    return Sequence(
        language=parts.language,
        rate=parts.rate,
        duration_ticks=parts.rate.ticks_at(parts.frames),
        end_card_ticks=end_card.start_ticks,
        shots=shots,
        titles=tuple(clip for event in cut.events for clip in _title_clips(event, views)),
        captions=_caption_clips(cut, views),
        logos=_logo_clips(parts, end_card, views),
        voice=voice_clips(parts, spoken),
        music=music_clips(parts),
        views=parts.formats,
        background=parts.brand.palette.ground_deep,
        provenance=_provenance(parts),
    )


def _title_clips(event: TitleEvent, views: tuple[ViewLayout, ...]) -> list[TitleClip]:
    """A clip for every look that a title has: each view is in one of them, or in none where there is no room."""
    looks: dict[TextStyle, list[TitleLook]] = {}
    for view in views:
        if event.id in view.titles:
            look = view.titles[event.id]
            looks.setdefault(look.style, []).append(look)
    return [
        TitleClip(
            id=event.id if number == 0 else f"{event.id}-look{number + 1}",
            role=event.role,
            text=event.text,
            style=style,
            animation=event.animation,
            start_ticks=event.start_ticks,
            duration_ticks=event.end_ticks - event.start_ticks,
            layouts=tuple(look.layout for look in same),
        )
        for number, (style, same) in enumerate(looks.items())
    ]


def _caption_clips(cut: Cut, views: tuple[ViewLayout, ...]) -> tuple[CaptionClip, ...]:
    """All captions; one that a title shows word for word has no layout: it is in the SRT, not burnt in twice."""
    style = caption_style(cut.parts.brand)
    return tuple(
        CaptionClip(
            id=f"caption-{number + 1:03d}",
            words=span.words,
            style=style,
            start_ticks=span.start_ticks,
            duration_ticks=span.end_ticks - span.start_ticks,
            layouts=() if says_a_title(span, cut.events) else tuple(view.captions[number] for view in views),
        )
        for number, span in enumerate(cut.captions)
    )


def _logo_clips(parts: CutParts, end_card: ShotClip, views: tuple[ViewLayout, ...]) -> tuple[LogoClip, ...]:
    layouts = tuple(view.logo for view in views if view.logo is not None)
    if parts.logo is None or not layouts:
        return ()
    return (
        LogoClip(
            id="logo",
            image=parts.logo,
            start_ticks=end_card.start_ticks,
            duration_ticks=end_card.duration_ticks,
            layouts=layouts,
        ),
    )


def _provenance(parts: CutParts) -> tuple[str, ...]:
    """Who made what, each once, in the order of the work."""
    makers = [f"script: {parts.writer}" if parts.writer else ""]
    makers += [f"picture: {scene.renderer}" for scene in parts.scenes if scene.renderer]
    makers += [f"voice: {take.voice}" for take in parts.voices if take.voice]
    makers += [f"music: {parts.music.composer}" if parts.music else ""]
    return _once(maker for maker in makers if maker)


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
