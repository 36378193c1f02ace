"""Every placement loads, is found, and says what it asks of the renderer."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

import pytest

from admaker_desktop.core.errors import ExportError, UsageError
from admaker_desktop.delivery.presets import (
    all_presets,
    default_presets,
    duration_problem,
    encode_spec,
    find_preset,
    format_of,
    kind_without_maker,
    search,
)


def without_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_none(part) for key, part in value.items() if part is not None}
    return [without_none(part) for part in value] if isinstance(value, list | tuple) else value


def test_all_hundred_presets_load_without_losing_a_field() -> None:
    source = resources.files("admaker_desktop") / "resources" / "presets" / "presets.json"
    raw = json.loads(source.read_text(encoding="utf-8"))["presets"]
    assert len(raw) == len(all_presets()) == 100
    for data, preset in zip(raw, all_presets(), strict=True):
        assert without_none(json.loads(preset.model_dump_json())) == without_none(data)


def test_an_unknown_preset_names_close_ones() -> None:
    with pytest.raises(UsageError) as caught:
        find_preset("yt_bumper")
    assert "yt_bumper_6" in caught.value.hint.text()


def test_search_takes_words_in_any_order_and_case() -> None:
    assert [preset.id for preset in search("bumper YOUTUBE")] == ["yt_bumper_6"]
    assert search("") == all_presets()
    assert search("no such placement") == ()


@pytest.mark.parametrize(
    ("preset_id", "reason"),
    [
        ("google_rda_1x1", "still"),
        ("display_html5_728x90", "HTML5"),
        ("spotify_audio_30", "audio-only"),
        ("ctv_mezz_prores", "prores"),
        ("tv_fr_pad_xdcam", "mpeg2video"),
    ],
)
def test_what_cannot_be_made_says_why_and_has_no_format(preset_id: str, reason: str) -> None:
    preset = find_preset(preset_id)
    assert reason in str(kind_without_maker(preset))
    with pytest.raises(ExportError, match=reason):
        format_of(preset)
    with pytest.raises(ExportError):
        encode_spec(preset, title="t", comment="c")


def test_every_film_that_can_be_made_has_a_format_whose_safe_zone_keeps_the_house_margin() -> None:
    made = [preset for preset in all_presets() if kind_without_maker(preset) is None]
    assert len(made) == 59
    for preset in made:
        shape = format_of(preset)
        least = round(min(shape.width_px, shape.height_px) * 0.05)
        assert min(shape.safe_zone.model_dump().values()) >= least
        assert encode_spec(preset, title="t", comment="c").video_kbps > 0


def test_published_margins_are_kept_where_they_are_larger() -> None:
    zone = format_of(find_preset("master_universal_9x16")).safe_zone
    assert (zone.top_px, zone.bottom_px, zone.left_px, zone.right_px) == (288, 672, 120, 192)


def test_loudness_is_the_house_target_or_the_platforms_own() -> None:
    social = encode_spec(find_preset("yt_infeed_16x9"), title="Luma", comment="draft")
    assert (social.loudness.lufs, social.loudness.tolerance_lu, social.loudness.max_true_peak_dbtp) == (-14, 0.5, -1)
    assert social.metadata == {"title": "Luma", "comment": "draft"}
    television = encode_spec(find_preset("ctv_generic_15"), title="", comment="")
    assert (television.loudness.lufs, television.loudness.max_true_peak_dbtp) == (-24, -2)
    assert (television.min_video_kbps, television.video_kbps) == (15_000, 25_000)


def test_a_silent_placement_gets_no_sound() -> None:
    spec = encode_spec(find_preset("dooh_portrait_10"), title="", comment="")
    assert (spec.has_audio, spec.audio_kbps) == (False, 0)


def test_each_aspect_has_its_usual_placement_and_others_are_refused() -> None:
    assert default_presets(["9:16", "1:1", "16:9"]) == ("master_universal_9x16", "ig_feed_video_1x1", "yt_infeed_16x9")
    for aspect in ("9:16", "1:1", "16:9", "4:5", "2:3", "4:3"):
        assert format_of(find_preset(default_presets([aspect])[0])).aspect == aspect
    with pytest.raises(UsageError, match="21:9") as caught:
        default_presets(["9:16", "21:9"])
    assert "4:5" in caught.value.hint.text()


@pytest.mark.parametrize(
    ("preset_id", "seconds", "is_taken"),
    [
        ("yt_bumper_6", 6.0, True),
        ("yt_bumper_6", 6.022, False),
        ("master_universal_9x16", 5.9, False),
        ("master_universal_9x16", 15, True),
        ("ctv_generic_30", 900 * 1001 / 30000, True),  # 30.030 s: 30 s do not exist at 29.97
        ("tv_us_atsc_a85", 899 * 1001 / 30000, True),
        ("ctv_generic_30", 29.0, False),
        ("google_rda_1x1", 3.0, True),
        ("yt_infeed_16x9", 3600, True),
    ],
)
def test_lengths_are_judged_before_rendering(preset_id: str, seconds: float, is_taken: bool) -> None:
    assert (duration_problem(find_preset(preset_id), seconds) is None) == is_taken
