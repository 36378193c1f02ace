"""Type is judged from the boxes that the renderer drew."""

from __future__ import annotations

from pathlib import Path

import pytest

from admaker_desktop.ad.deliverable import Finding
from admaker_desktop.ad.legibility import legal_hold_ticks
from admaker_desktop.core.ticks import s_from_ticks
from admaker_desktop.delivery.preflight.basis import Verdict, by_house
from admaker_desktop.delivery.preflight.check import check
from admaker_desktop.delivery.preflight.layout import InkBox, LayoutFacts, layout_findings
from admaker_desktop.delivery.presets import find_preset
from admaker_desktop.media.probe.measure import measure
from tests.fakes.films import Film, write_film

MASTER = find_preset("master_universal_9x16")  # zone x 120-888, y 288-1248


def judge(*boxes: InkBox, preset_id: str = "master_universal_9x16", **legal: float) -> list[Finding]:
    preset = find_preset(preset_id)
    layout = LayoutFacts(preset.width or 0, preset.height or 0, boxes, **legal)
    return [finding for finding in layout_findings(layout, preset) if finding.severity != "info"]


def ink(left: float, top: float, right: float, bottom: float, role: str = "headline", x_height: float = 60) -> InkBox:
    return InkBox(role, left, top, right, bottom, 0.0, 2.0, x_height)


def test_ink_inside_the_zone_passes_to_the_pixel() -> None:
    assert judge(ink(120, 288, 888, 1248)) == []


@pytest.mark.parametrize(
    ("box", "side"),
    [
        (ink(120, 280, 888, 900), "top"),
        (ink(120, 288, 888, 1300), "bottom"),
        (ink(60, 288, 888, 900), "left"),
        (ink(120, 288, 900, 900), "right"),
    ],
)
def test_ink_under_the_platforms_interface_blocks_and_names_the_side(box: InkBox, side: str) -> None:
    (finding,) = judge(box)
    assert (finding.rule, finding.severity, finding.basis) == ("safe_zone", "block", "platform")
    assert f"into the {side} margin" in finding.measured.text()


def test_a_doubtful_zone_warns() -> None:
    (finding,) = judge(ink(0, 800, 500, 900), preset_id="tiktok_infeed_auction_9x16")
    assert (finding.severity, finding.basis) == ("warn", "platform")


def test_without_a_published_zone_only_the_house_margin_counts() -> None:
    (finding,) = judge(ink(10, 400, 500, 600), preset_id="yt_infeed_16x9")
    assert (finding.severity, finding.basis) == ("warn", "house")
    assert "10 px from the edge" in finding.measured.text()
    layout = LayoutFacts(1920, 1080, (ink(100, 100, 500, 300),))
    (info,) = layout_findings(layout, find_preset("yt_infeed_16x9"))
    assert (info.severity, info.measured.text()) == ("info", "none published")


def test_each_role_is_told_once_at_its_worst() -> None:
    findings = judge(ink(120, 280, 888, 900), ink(120, 200, 888, 900), ink(100, 300, 500, 400, role="logo"))
    assert [finding.rule for finding in findings] == ["safe_zone", "safe_zone"]
    assert "headline reaches 88 px" in findings[0].measured.text()


def test_the_zone_scales_with_another_size_of_the_same_placement() -> None:
    reels = find_preset("ig_reels_video")  # 1440x2560 is also taken
    inside = LayoutFacts(1440, 2560, (ink(90, 360, 1350, 1660),))
    outside = LayoutFacts(1440, 2560, (ink(90, 340, 1350, 1660),))
    assert [f.rule for f in layout_findings(inside, reels)] == []
    assert [f.rule for f in layout_findings(outside, reels)] == ["safe_zone"]


def test_a_legal_line_that_is_too_short_blocks_with_both_figures() -> None:
    needed = s_from_ticks(legal_hold_ticks("18+. Offer ends 31 May. Terms apply."))
    (finding,) = judge(legal_hold_s=2.0, legal_required_s=needed)
    assert (finding.rule, finding.severity) == ("legal_hold", "block")
    assert "2.00 s" in finding.measured.text()
    assert f"{needed:.2f} s" in finding.limit.text()
    assert judge(legal_hold_s=needed, legal_required_s=needed) == []
    assert judge() == []


def test_a_legal_line_that_never_shows_blocks() -> None:
    (finding,) = judge(legal_required_s=3.0)
    assert "0.00 s" in finding.measured.text()


def test_small_legal_type_warns() -> None:
    assert [f.rule for f in judge(ink(200, 1100, 800, 1140, role="legal", x_height=18))] == ["legal_x_height"]
    assert judge(ink(200, 1100, 800, 1140, role="legal", x_height=21.6)) == []


def test_layout_findings_join_those_of_the_file_worst_first(tmp_path: Path) -> None:
    facts = measure(write_film(tmp_path / "ad.mp4", Film(is_tagged=False)))
    layout = LayoutFacts(1080, 1920, (ink(200, 1100, 800, 1140, role="legal", x_height=18),), 1.0, 4.0)
    severities = [finding.severity for finding in check(facts, MASTER, layout)]
    assert severities == sorted(severities)  # block < info < warn only by luck of the alphabet: no info here
    assert {"legal_hold", "legal_x_height"} <= {finding.rule for finding in check(facts, MASTER, layout)}


def test_a_house_rule_cannot_be_made_to_block() -> None:
    with pytest.raises(ValueError, match="cannot block"):
        by_house("x", Verdict("a", "b", "c"), severity="block")
