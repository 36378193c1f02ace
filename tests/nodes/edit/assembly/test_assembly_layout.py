"""Where type stands: inside the safe zone, never one block over another, large and long enough to be read."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from admaker_desktop.ad.deliverable import Format, SafeZone
from admaker_desktop.ad.legibility import contrast, legal_hold_ticks, mixed
from admaker_desktop.ad.scene import Box
from admaker_desktop.core.ticks import ticks_from_s
from admaker_desktop.media import text
from admaker_desktop.nodes.edit.assembly import assemble
from admaker_desktop.nodes.edit.assembly.styles import lit_colour
from admaker_desktop.timeline.model import CaptionClip, LogoClip, Sequence, TitleClip

LONG_LEGAL = (
    "Offre réservée aux nouveaux clients en France métropolitaine jusqu'au 31 décembre 2026, hors frais de livraison, "
    "non cumulable avec toute autre promotion. Voir les conditions complètes sur notre site."
)


def wishes(wish, logo):
    """Ads of many kinds."""
    short = {
        "seconds": 6.0,
        "kinds": ("hero", "end"),
        "said": (("hook", "Le bon pain."), ("cta", "Commandez maintenant.")),
    }
    return {
        "usual": wish,
        "long headline": replace(
            wish, headline="Parce que le pain de tous les jours mérite enfin le temps, la farine et le feu"
        ),
        "one long word": replace(wish, headline="Anticonstitutionnellement", brand="Donaudampfschifffahrt"),
        "no offer": replace(wish, offer="", legal=""),
        "long legal": replace(wish, legal=LONG_LEGAL),
        "short": replace(wish, **short),
        "short, long legal": replace(wish, **short, legal=LONG_LEGAL),
        "logo": replace(wish, logo=logo),
        "graphic": replace(wish, direction="graphic", display=("Anton", 400, True), reading=("Work Sans", 500)),
        "playful": replace(wish, direction="playful", display=("Syne", 700, False), words_per_s=2.4),
        "editorial": replace(
            wish, direction="editorial", display=("Playfair Display", 700, False), reading=("Lato", 400)
        ),
        "silent": replace(wish, said=(("hook", ""),)),
    }


NAMES = (
    "usual", "long headline", "one long word", "no offer", "long legal", "short", "short, long legal", "logo",
    "graphic", "playful", "editorial", "silent",
)  # fmt: skip


def boxes_in(sequence: Sequence, view: Format) -> list[tuple[TitleClip | CaptionClip | LogoClip, Box]]:
    """Every block of type or logo of a view with the box of its ink."""
    found: list[tuple[TitleClip | CaptionClip | LogoClip, Box]] = []
    for clip in (*sequence.titles, *sequence.captions):
        for layout in clip.layouts:
            if layout.view == view.id:
                found += [(clip, box) for box in text.ink_boxes(layout, clip.style)]
    for clip in sequence.logos:
        for place in clip.layouts:
            if place.view == view.id:
                found.append(
                    (clip, Box(x_px=place.x_px, y_px=place.y_px, width_px=place.width_px, height_px=place.height_px))
                )
    return found


def cross(first: Box, second: Box) -> bool:
    return (
        first.x_px < second.x_px + second.width_px
        and second.x_px < first.x_px + first.width_px
        and first.y_px < second.y_px + second.height_px
        and second.y_px < first.y_px + first.height_px
    )


def check_geometry(sequence: Sequence) -> None:
    for view in sequence.views:
        zone = view.safe_zone
        found = boxes_in(sequence, view)
        for clip, box in found:
            assert box.x_px >= zone.left_px, (view.id, clip.id)
            assert box.y_px >= zone.top_px, (view.id, clip.id)
            assert box.x_px + box.width_px <= view.width_px - zone.right_px, (view.id, clip.id)
            assert box.y_px + box.height_px <= view.height_px - zone.bottom_px, (view.id, clip.id)
        for (one, first), (other, second) in itertools.combinations(found, 2):
            together = one.start_ticks < other.end_ticks and other.start_ticks < one.end_ticks
            if one.id != other.id and together:
                assert not cross(first, second), (view.id, one.id, other.id)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_overlaps_or_leaves_the_safe_zone(make_parts, wish, logo_of, name) -> None:
    sequence = assemble(make_parts(wishes(wish, logo_of(600, 200))[name]))
    check_geometry(sequence)
    for view in sequence.views:
        shown = {clip.role for clip in sequence.titles for layout in clip.layouts if layout.view == view.id}
        assert {"headline", "cta"} <= shown
        assert ("brand" in shown) != bool(sequence.logos)


def test_room_that_captions_take_sends_titles_above_on_plates(make_parts, wish) -> None:
    parts = make_parts(wish)
    low = tuple(
        scene.model_copy(
            update={
                "text_box": Box(
                    x_px=scene.width_px * 0.1,
                    y_px=scene.height_px * 0.62,
                    width_px=scene.width_px * 0.8,
                    height_px=scene.height_px * 0.2,
                )
            }
        )
        for scene in parts.scenes
    )
    sequence = assemble(replace(parts, scenes=low))
    check_geometry(sequence)
    headlines = [clip for clip in sequence.titles if clip.role == "headline"]
    assert any(clip.style.box_colour for clip in headlines)


def test_views_whose_pictures_ask_for_other_colours_get_looks_of_their_own(make_parts, wish) -> None:
    parts = make_parts(wish)
    scenes = tuple(
        scene.model_copy(update={"text_colour": "#ffffff"}) if scene.width_px == 1920 else scene
        for scene in parts.scenes
    )
    sequence = assemble(replace(parts, scenes=scenes))
    headlines = [clip for clip in sequence.titles if clip.role == "headline"]
    assert sorted(clip.style.colour for clip in headlines) == ["#2a1c12", "#ffffff"]
    views = [layout.view for clip in headlines for layout in clip.layouts]
    assert sorted(views) == sorted(view.id for view in parts.formats)


def test_a_view_without_a_scene_of_its_size_takes_the_nearest_shape(make_parts, wish) -> None:
    small = Format(
        id="small", aspect="9:16", width_px=720, height_px=1280, fps=30,
        safe_zone=SafeZone(top_px=64, bottom_px=64, left_px=36, right_px=36),
    )  # fmt: skip
    check_geometry(assemble(replace(make_parts(wish), formats=(small,))))


def test_the_headline_comes_within_0_4_s_of_its_shot_and_leaves_with_it(make_parts, wish) -> None:
    sequence = assemble(make_parts(wish))
    clip = next(clip for clip in sequence.titles if clip.role == "headline")
    assert 0 <= clip.start_ticks - sequence.shots[0].start_ticks <= ticks_from_s(0.4)
    assert clip.end_ticks == sequence.shots[0].end_ticks
    assert clip.animation == "rise"


def test_a_headline_that_the_storyboard_forgot_stands_on_the_first_shot(make_parts, wish) -> None:
    parts = make_parts(replace(wish, kinds=("detail", "use", "end")))
    clip = next(clip for clip in assemble(parts).titles if clip.role == "headline")
    assert clip.start_ticks < assemble(parts).shots[0].end_ticks


def test_the_call_to_action_is_a_filled_button_on_the_end_card(make_parts, wish) -> None:
    parts = make_parts(wish)
    sequence = assemble(parts)
    clip = next(clip for clip in sequence.titles if clip.role == "cta")
    assert clip.style.box_colour == parts.brand.palette.accent
    assert (clip.start_ticks, clip.end_ticks) == (sequence.end_card_ticks, sequence.duration_ticks)


def test_an_overridden_text_is_what_is_shown(make_parts, wish) -> None:
    parts = make_parts(wish)
    sequence = assemble(replace(parts, texts=replace(parts.texts, cta="Venez goûter")))
    assert [clip.text for clip in sequence.titles if clip.role == "cta"] == ["Venez goûter"]


@pytest.mark.parametrize("legal", ["Voir conditions en magasin.", LONG_LEGAL])
def test_the_legal_line_is_held_as_long_as_it_asks(make_parts, wish, legal) -> None:
    sequence = assemble(make_parts(replace(wish, legal=legal)))
    clips = [clip for clip in sequence.titles if clip.role == "legal"]
    assert clips
    for clip in clips:
        assert clip.duration_ticks >= legal_hold_ticks(legal)
        assert clip.end_ticks == sequence.duration_ticks
        assert clip.start_ticks <= sequence.end_card_ticks
        assert clip.animation == "none"


def test_a_legal_line_longer_than_the_ad_is_held_for_all_of_it(make_parts, wish) -> None:
    sequence = assemble(make_parts(replace(wish, seconds=6.0, kinds=("hero", "end"), legal=LONG_LEGAL)))
    assert all(clip.start_ticks == 0 for clip in sequence.titles if clip.role == "legal")


def test_the_legal_line_has_the_letter_height_that_leg_01_asks_for(make_parts, wish) -> None:
    sequence = assemble(make_parts(wish))
    assert_legal_height(sequence, 0.02)


def test_a_long_legal_line_keeps_the_height_wherever_the_frame_is_not_narrow(make_parts, wish) -> None:
    assert_legal_height(assemble(make_parts(replace(wish, legal=LONG_LEGAL, formats=("1:1", "16:9", "4:5")))), 0.02)


def assert_legal_height(sequence: Sequence, share: float) -> None:
    clips = [clip for clip in sequence.titles if clip.role == "legal"]
    assert clips
    for clip in clips:
        for layout in clip.layouts:
            view = sequence.view(layout.view)
            height = min(view.width_px, view.height_px)
            assert text.x_height_px(clip.style, layout.size_px) >= share * height


@pytest.mark.parametrize(("legal", "seconds"), [("", 0), ("Un deux", 2.4), ("un " * 10, 5.0), ("un ! deux", 2.4)])
def test_legal_hold_counts_words_not_signs(legal, seconds) -> None:
    assert legal_hold_ticks(legal) == ticks_from_s(seconds)


@pytest.mark.parametrize("accent", ["#000000", "#8c2f1b", "#ffffff", "#00e0a0", "#1020ff"])
def test_the_lit_word_reads_on_the_plate_over_white_and_differs_from_the_others(accent) -> None:
    lit = lit_colour(accent)
    assert contrast(lit, mixed("#ffffff", "#0e0f12", 0.72)) >= 4.5
    assert contrast(lit, "#ffffff") >= 1.25
