"""Placements to choose from: suggested ones first, reasons, names."""

from __future__ import annotations

from admaker_desktop.ad.brief import Brief
from admaker_desktop.graph.edits import SetSetting
from admaker_desktop.services.placements import file_name, placements, suggested_presets
from admaker_desktop.services.template import build

BRIEF = Brief(language="en", brand="Luma", product="Serum", subject="dropper", sector="beauty")


def test_all_hundred_are_listed_and_the_suggested_come_first() -> None:
    found = placements(15.0, ("yt_infeed_16x9", "ig_feed_video_1x1"))
    assert len(found) == 100
    assert [one.id for one in found[:2]] == ["yt_infeed_16x9", "ig_feed_video_1x1"]
    assert [one.is_suggested for one in found[:3]] == [True, True, False]


def test_a_placement_that_cannot_be_made_says_why() -> None:
    banner = next(one for one in placements(15.0, ()) if one.kind == "html5")
    assert not banner.can_be_made
    assert "no maker yet" in banner.problem.text()


def test_the_ads_own_length_counts() -> None:
    story = next(one.id for one in placements(None, ()) if one.can_be_made and one.length.text() == "1 to 60 s")
    by_length = {seconds: {one.id: one for one in placements(seconds, ())}[story] for seconds in (15.0, 61.0)}
    assert by_length[15.0].can_be_made
    assert "60 s at most" in by_length[61.0].problem.text()


def test_every_placement_names_where_its_figures_were_read() -> None:
    for one in placements(15.0, ()):
        assert all(source.site and source.date and source.url.startswith("http") for source in one.sources), one.id


def test_a_search_finds_platform_size_and_ratio() -> None:
    reels = next(one for one in placements(15.0, ()) if one.platform == "Instagram" and one.name == "Reels")
    assert all(word in reels.words for word in ("instagram", "1080x1920", "9:16", "video"))


def test_suggestions_come_from_the_flow_then_the_brief_then_the_house() -> None:
    flow = build()
    assert suggested_presets(flow, None) == ("master_universal_9x16", "ig_feed_video_1x1", "yt_infeed_16x9")
    assert suggested_presets(flow, BRIEF.model_copy(update={"formats": ("1:1",)})) == ("ig_feed_video_1x1",)
    by_ratio, _ = SetSetting("formats", "aspects", ["16:9"]).apply(flow)
    assert suggested_presets(by_ratio, BRIEF.model_copy(update={"formats": ("1:1",)})) == ("yt_infeed_16x9",)
    by_preset, _ = SetSetting("formats", "presets", ["ig_feed_video_4x5"]).apply(by_ratio)
    assert suggested_presets(by_preset, None) == ("ig_feed_video_4x5",)
    unknown, _ = SetSetting("formats", "aspects", ["7:3"]).apply(flow)
    assert len(suggested_presets(unknown, None)) == 3


def test_the_file_will_be_called_as_it_is_delivered() -> None:
    one = next(one for one in placements(15.0, ()) if one.id == "ig_feed_video_1x1")
    assert file_name(one, BRIEF, 15.0) == "Luma_Serum_15s_1x1_en_ig_feed_video_1x1.mp4"


def test_long_lengths_are_told_in_minutes_and_hours() -> None:
    told = {one.length.text() for one in placements(None, ())}
    assert {"1 to 60 s", "1 s to 1 h", "1 s to 4 h 01 min"} <= told
    assert not any("3600" in text for text in told)
