"""Each rule fires on a real file that breaks it and on nothing else; a clean file passes."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from admaker_desktop.ad.base import IN_WORDS
from admaker_desktop.ad.deliverable import Finding
from admaker_desktop.delivery.preflight.check import check
from admaker_desktop.delivery.preset_model import Preset
from admaker_desktop.delivery.presets import all_presets, find_preset
from admaker_desktop.engine.values import jsonable
from admaker_desktop.media.probe.facts import FileFacts
from admaker_desktop.media.probe.measure import measure
from tests.fakes.films import Film, blinking, flat, tone, write_film, write_png


def small(preset_id: str = "master_universal_9x16", **changes: Any) -> Preset:
    """A real placement with a frame of 90x160, any length and no least bit rate, so that test films are small."""
    preset = find_preset(preset_id)
    assert preset.video is not None
    assert preset.duration is not None
    anything = {"min_s": None, "max_s": None, "exact_s": None}
    rate = preset.video.bitrate_kbps.model_copy(update={"min": None, "max": None})
    usual = {
        "width": 90,
        "height": 160,
        "alt_sizes": (),
        "min_size": None,
        "min_file_bytes": None,
        "duration": preset.duration.model_copy(update=anything),
        "video": preset.video.model_copy(update={"bitrate_kbps": rate}),
    }
    return preset.model_copy(update=usual | changes)


def rate_rule(preset: Preset, **limits: float | None) -> Any:
    assert preset.video is not None
    rate = preset.video.bitrate_kbps.model_copy(update=limits)
    return preset.video.model_copy(update={"bitrate_kbps": rate})


def length_rule(**limits: Any) -> Any:
    preset = small()
    assert preset.duration is not None
    return preset.duration.model_copy(update=limits)


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> FileFacts:
    return measure(write_film(tmp_path_factory.mktemp("films") / "ad.mp4", Film()))


def found(findings: tuple[Finding, ...]) -> dict[str, tuple[str, str]]:
    """Rule -> (severity, basis), without what only informs."""
    return {finding.rule: (finding.severity, finding.basis) for finding in findings if finding.severity != "info"}


def test_a_clean_film_passes_every_kind_of_placement(clean: FileFacts) -> None:
    for preset_id in ("master_universal_9x16", "ig_reels_video", "yt_shorts_9x16", "x_vertical_9x16"):
        assert found(check(clean, small(preset_id))) == {}


BLOCK, WARN = ("block", "platform"), ("warn", "house")
FAULTS: dict[str, tuple[Film, dict[str, tuple[str, str]]]] = {
    "edit list": (Film(has_edit_lists=True, drops_priming=False), {"edit_list": BLOCK}),
    "moov last": (Film(movflags="+negative_cts_offsets"), {"faststart": BLOCK}),
    "other size": (Film(width=160, height=90), {"size_px": BLOCK}),
    "main profile": (Film(codec_options={"profile": "main", "preset": "veryfast"}), {"profile": WARN}),
    "4:2:2": (
        Film(pix_fmt="yuv422p", codec_options={"preset": "veryfast"}),
        {"pix_fmt": BLOCK, "profile": BLOCK},
    ),
    "high level": (Film(codec_options={"preset": "veryfast", "level": "5.1"}), {"level": WARN}),
    "mpeg4": (Film(codec="mpeg4", codec_options={"q:v": "3"}), {"codec": BLOCK}),
    "anamorphic": (Film(sar=Fraction(4, 3)), {"pixel_aspect": BLOCK}),
    "untagged": (Film(is_tagged=False), {"colour_tags": WARN}),
    "15 frames a second": (Film(fps=Fraction(15)), {"frame_rate": BLOCK}),
    "no sound": (Film(has_sound=False), {"audio_presence": BLOCK}),
    "44.1 kHz": (Film(rate=44_100), {"sample_rate": WARN}),
    "mono": (Film(sound=tone(-10.99, 1, channels=1)), {"channels": BLOCK}),
    "mp3": (Film(sound_codec="mp3", drops_priming=False), {"audio_codec": BLOCK}),
    "loud": (Film(sound=tone(-9, 1)), {"loudness": WARN}),
    "quiet": (Film(sound=tone(-20, 1)), {"loudness": WARN}),
    "silent": (
        Film(sound=np.zeros((2, 48_000), np.float32)),
        {"silence": BLOCK, "audio_bit_rate": ("warn", "platform")},
    ),
    "black": (Film(luma=flat(16)), {"black": WARN}),
    "frozen": (Film(luma=flat(100), seconds=2.5), {"frozen": WARN}),
    "flashing": (Film(luma=blinking(5, 30)), {"flashing": BLOCK}),
    "sound cut short": (Film(sound=tone(-14, 0.8)), {"track_lengths": WARN}),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_found_and_nothing_else(tmp_path: Path, fault: str) -> None:
    film, expected = FAULTS[fault]
    facts = measure(write_film(tmp_path / "ad.mp4", film))
    findings = check(facts, small())
    assert found(findings) == expected
    for finding in findings:
        assert finding.measured
        assert finding.limit
        assert finding.fix
        assert (finding.source.text() == "house") == (finding.basis == "house")


def test_a_variable_rate_is_found(tmp_path: Path) -> None:
    facts = measure(write_film(tmp_path / "ad.mp4", Film(pts=lambda frame: frame + (frame > 10))))
    assert found(check(facts, small()))["constant_rate"] == BLOCK


def test_interlaced_film_is_found(tmp_path: Path) -> None:
    options = {"preset": "veryfast", "flags": "+ildct+ilme", "x264-params": "tff=1"}
    facts = measure(write_film(tmp_path / "ad.mp4", Film(codec_options=options)))
    assert found(check(facts, small()))["scan"] == BLOCK


def test_a_rotation_flag_is_found(tmp_path: Path) -> None:
    path = write_film(tmp_path / "ad.mp4")
    upright = b"".join(value.to_bytes(4, "big") for value in (65536, 0, 0, 0, 65536, 0, 0, 0, 1 << 30))
    turned = b"".join((value & 0xFFFFFFFF).to_bytes(4, "big") for value in (0, 65536, 0, -65536, 0, 0, 0, 0, 1 << 30))
    data = path.read_bytes()
    at = data.index(upright, data.index(b"tkhd"))
    path.write_bytes(data[:at] + turned + data[at + 36 :])
    assert found(check(measure(path), small())) == {"rotation": WARN}


def test_wrong_containers_and_kinds_are_found(tmp_path: Path) -> None:
    facts = measure(write_film(tmp_path / "ad.mkv", Film(drops_priming=False)))
    assert found(check(facts, small()))["container"] == BLOCK
    still = measure(write_png(tmp_path / "a.png"))
    assert found(check(still, small())) == {"asset_type": BLOCK}
    assert found(check(still, find_preset("display_html5_300x250"))) == {"asset_type": BLOCK}


def test_a_still_is_judged_by_a_stills_rules(tmp_path: Path) -> None:
    good = measure(write_png(tmp_path / "a.png", 300, 250))
    assert check(good, find_preset("display_img_300x250")) == ()
    assert found(check(good, find_preset("display_img_728x90"))) == {"size_px": BLOCK}


def test_a_webm_is_taken_where_the_platform_takes_webm(tmp_path: Path) -> None:
    film = Film(codec="libvpx", codec_options={"deadline": "realtime"}, sound_codec="libopus", is_tagged=False)
    facts = measure(write_film(tmp_path / "ad.webm", film))
    rules = set(found(check(facts, small("yt_shorts_9x16"))))
    assert not rules & {"container", "codec", "audio_codec"}
    assert {"container", "codec", "audio_codec"} <= set(found(check(facts, small("tiktok_infeed_auction_9x16"))))


@pytest.mark.parametrize(
    ("limits", "is_found"),
    [
        ({"min_s": 1.5}, True),
        ({"max_s": 0.9}, True),
        ({"max_s": 1.0}, False),
        ({"exact_s": (2.0, 3.0)}, True),
        ({"exact_s": (1.0,)}, False),
    ],
)
def test_lengths_outside_the_slot_are_found(clean: FileFacts, limits: dict[str, Any], is_found: bool) -> None:
    findings = check(clean, small(duration=length_rule(**limits)))
    assert found(findings) == ({"duration": BLOCK} if is_found else {})
    if is_found:
        assert "30 frames" in findings[0].measured.text()


def test_a_length_that_sources_disagree_on_only_warns(clean: FileFacts) -> None:
    facts = clean.model_copy(update={"seconds": 95.0, "boxes": None})
    assert found(check(facts, small("ig_reels_video")))["duration"] == ("warn", "platform")


def test_weight_limits_are_kept_to_the_byte(clean: FileFacts) -> None:
    size = clean.size_bytes
    assert found(check(clean, small(max_file_bytes=size, min_file_bytes=size))) == {}
    assert found(check(clean, small(max_file_bytes=size - 1))) == {"file_size": BLOCK}
    assert found(check(clean, small(min_file_bytes=size + 1))) == {"file_size": BLOCK}
    heavy = clean.model_copy(update={"size_bytes": 300_000_000})
    assert found(check(heavy, small("linkedin_vertical_9x16")))["file_size"] == ("warn", "platform")


def test_bit_rates_below_the_floor_and_above_the_cap_are_found(clean: FileFacts) -> None:
    preset = small()
    assert clean.video is not None
    mean = clean.video.mean_kbps or 0.0
    assert found(check(clean, small(video=rate_rule(preset, min=mean + 1)))) == {"bit_rate_floor": BLOCK}
    assert found(check(clean, small(video=rate_rule(preset, max=mean / 2)))) == {"bit_rate_cap": BLOCK}
    assert found(check(clean, small(video=rate_rule(preset, min=mean, max=mean)))) == {}


def test_a_busy_second_above_the_cap_warns(clean: FileFacts) -> None:
    assert clean.video is not None
    mean = clean.video.mean_kbps or 0.0
    bursty = clean.model_copy(update={"video": clean.video.model_copy(update={"peak_kbps": mean * 3})})
    assert found(check(bursty, small(video=rate_rule(small(), max=mean * 2)))) == {"bit_rate_cap": WARN}


def test_a_smaller_size_of_the_same_shape_warns_above_the_least_size(clean: FileFacts) -> None:
    sizes: dict[str, Any] = {"width": 180, "height": 320}
    assert found(check(clean, small(**sizes, min_size="90x160"))) == {"size_px": ("warn", "platform")}
    assert found(check(clean, small(**sizes, min_size="120x213"))) == {"size_px": BLOCK}
    assert found(check(clean, small(**sizes, alt_sizes=("90x160",)))) == {}


def test_loudness_that_a_platform_asks_for_blocks(clean: FileFacts) -> None:
    findings = check(clean, small("ctv_generic_15"))
    assert found(findings)["loudness"] == BLOCK
    law = find_preset("tv_fr_pad_xdcam").loudness
    rules = set(found(check(clean, small(loudness=law))))
    assert {"loudness", "short_term"} & rules == {"loudness"}  # a film of one second has no short-term loudness
    assert clean.audio is not None
    quiet = clean.model_copy(update={"audio": clean.audio.model_copy(update={"lufs": -30.0})})
    assert "loudness" not in found(check(quiet, small(loudness=law)))  # the law caps, it asks for no least loudness


def test_true_peaks_above_the_limit_are_found(tmp_path: Path) -> None:
    sound = tone(-14, 1.0)
    sound[:, 20_000:20_400] *= 10 ** (14 / 20)
    facts = measure(write_film(tmp_path / "ad.mp4", Film(sound=sound)))
    assert found(check(facts, small()))["true_peak"] == WARN
    assert found(check(facts, small("ctv_generic_15")))["true_peak"] == BLOCK


def test_sound_where_none_is_allowed_blocks(clean: FileFacts) -> None:
    assert found(check(clean, small("dooh_portrait_10")))["audio_presence"] == BLOCK


def test_missing_sound_that_is_only_recommended_informs(tmp_path: Path) -> None:
    facts = measure(write_film(tmp_path / "ad.mp4", Film(has_sound=False)))
    findings = check(facts, small("ig_reels_video"))
    assert [(finding.rule, finding.severity) for finding in findings] == [("audio_presence", "info")]


def test_a_long_pause_and_clipping_warn(tmp_path: Path) -> None:
    sound = tone(-14, 5.0)
    sound[:, 48_000:220_000] = 0
    sound[:, :500] = 1.0
    facts = measure(write_film(tmp_path / "ad.mp4", Film(seconds=5, sound=sound, sound_codec="aac")))
    assert found(check(facts, small()))["silence"] == WARN
    assert facts.audio is not None
    hot = facts.model_copy(update={"audio": facts.audio.model_copy(update={"clipped_samples": 900})})
    assert found(check(hot, small()))["clipping"] == WARN


def test_late_sound_is_found(clean: FileFacts) -> None:
    assert clean.audio is not None
    late = clean.model_copy(update={"audio": clean.audio.model_copy(update={"start_s": 0.2})})
    assert found(check(late, small())) == {"sync": WARN}


def test_open_groups_of_pictures_warn(clean: FileFacts) -> None:
    assert clean.video is not None
    open_gop = clean.model_copy(update={"video": clean.video.model_copy(update={"is_closed_gop": False})})
    assert found(check(open_gop, small())) == {"closed_gop": ("warn", "platform")}


def test_a_file_that_is_cut_off_blocks_even_where_figures_are_doubtful(tmp_path: Path) -> None:
    path = write_film(tmp_path / "ad.mp4", Film(seconds=2, width=180, height=320))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    doubtful = small("whatsapp_status_video", width=180, height=320)
    findings = found(check(measure(path), doubtful))
    assert findings["decodes"] == findings["header_length"] == BLOCK


def test_what_cannot_be_opened_blocks(tmp_path: Path) -> None:
    path = tmp_path / "ad.mp4"
    path.write_bytes(b"\0\0\0\x14ftypisom\0\0\0\0mp41" + bytes(200))
    assert found(check(measure(path), small())) == {"asset_type": BLOCK, "decodes": BLOCK}


def test_house_values_and_doubtful_figures_never_block() -> None:
    """The worst file that we can imagine, against all hundred placements."""
    from admaker_desktop.media.probe.facts import AudioFacts, BoxFacts, FlashFacts, Stretch, VideoFacts

    worst = FileFacts(
        name="x.mkv", size_bytes=10, container="mkv", kind="video", seconds=99_999.0,
        boxes=BoxFacts(is_moov_first=False, edit_lists=2, movie_s=1.0),
        video=VideoFacts(
            codec="h264", profile="Main", level="6.2", pix_fmt="yuv444p", width_px=7, height_px=9, sar="2:1",
            rotation_deg=90, is_interlaced=True, fps=13.0, is_constant_rate=False, mean_kbps=1.0, peak_kbps=9e9,
            is_closed_gop=False, frames=5, corrupt_frames=2, end_s=99_999.0,
        ),
        audio=AudioFacts(
            codec="mp2", sample_rate_hz=8000, channels=1, mean_kbps=8.0, start_s=5.0, end_s=7.0, samples=9, lufs=-3.0,
            true_peak_dbtp=3.0, max_short_term_lufs=0.0, max_momentary_lufs=0.0, clipped_samples=999,
            silent=(Stretch(start_s=0, end_s=9),),
        ),
        black=(Stretch(start_s=0, end_s=9),), frozen=(Stretch(start_s=20, end_s=40),),
        flashes=FlashFacts(most_in_a_second=9, at_s=0.0),
    )  # fmt: skip
    for preset in all_presets():
        findings = check(worst, preset)
        assert findings
        certain = {"decodes", "header_length", "asset_type", "flashing"}
        for finding in findings:
            if finding.basis == "house":
                assert finding.severity != "block"
            if preset.confidence == "low" and finding.rule not in certain and "duration" not in preset.field_confidence:
                assert finding.severity != "block"


def test_a_finding_is_kept_to_be_translated_and_told_in_english(clean: FileFacts) -> None:
    (finding,) = check(clean, small(duration=length_rule(min_s=5.0)))
    kept = finding.model_dump_json()
    assert Finding.model_validate_json(kept) == finding
    assert finding.limit.template == "{limit} s at least"
    told = jsonable(finding, IN_WORDS)
    assert told["limit"] == "5 s at least"
    assert told["fix"] == "Cut the film to the length that the placement takes."


def test_a_finding_of_an_older_version_is_read_as_plain_text() -> None:
    words = {"measured": "1.000 s", "limit": "5 s at least", "source": "house", "fix": "Cut it."}
    old = {"rule": "duration", "severity": "warn", "basis": "house", **words}
    finding = Finding.model_validate_json(json.dumps(old))
    assert jsonable(finding, IN_WORDS) == old
