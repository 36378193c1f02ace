"""Rules about type and logo, from the boxes that our own renderer drew: exact, no text recognition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from admaker_desktop.ad.deliverable import Finding
from admaker_desktop.ad.legibility import LEGAL_X_HEIGHT_GOOD_CONTRAST
from admaker_desktop.core.messages import Message, msg, verbatim
from admaker_desktop.delivery.preflight.basis import Standard, Verdict, by_house, by_standard, judged
from admaker_desktop.delivery.preset_model import Preset
from admaker_desktop.delivery.presets import HOUSE_MARGIN

_HOLD = Standard(
    msg("LEG-02: Clearcast superimposed text, BCAP guidance note (0.2 s a word + 2 s, + 3 s from ten words on)")
)
_ROLES = {
    "headline": msg("headline"),
    "offer": msg("offer"),
    "cta": msg("cta"),
    "legal": msg("legal"),
    "caption": msg("caption"),
    "logo": msg("logo"),
}
_INTO_MARGIN = {
    "top": msg("into the top margin"),
    "bottom": msg("into the bottom margin"),
    "left": msg("into the left margin"),
    "right": msg("into the right margin"),
}
_CLOCK_SLACK_S = 0.02  # half a frame: holds end on the frame grid


@dataclass(frozen=True, slots=True)
class InkBox:
    """What one title, caption or logo really covers, in pixels of the frame; right and bottom are exclusive."""

    role: str
    """headline, offer, cta, legal, caption, logo ..."""
    left_px: float
    top_px: float
    right_px: float
    bottom_px: float
    start_s: float
    end_s: float
    x_height_px: float | None = None
    """Height of a flat lower-case letter; None for pictures."""


@dataclass(frozen=True, slots=True)
class LayoutFacts:
    """Where ink lies in one format's film, and how long its legal line stands."""

    width_px: int
    height_px: int
    boxes: tuple[InkBox, ...] = ()
    legal_hold_s: float | None = None
    """How long the legal line is shown in one piece; None when there is none."""
    legal_required_s: float | None = None
    """How long it has to be, by `ad.legibility.legal_hold_ticks`."""


def layout_findings(layout: LayoutFacts, preset: Preset) -> Iterator[Finding]:
    """Findings about type, one a role; no finding for what passes."""
    yield from _hold(layout)
    worst = _worst_by_role(layout, _platform_margins(layout, preset))
    for role, (over_px, box) in worst.items():
        measured = msg(
            "{role} reaches {pixels} px {margin} from {start} s",
            role=_role(role),
            pixels=f"{over_px:.0f}",
            margin=_INTO_MARGIN[_side(box, _platform_margins(layout, preset), layout)],
            start=f"{box.start_s:.2f}",
        )
        limit = msg("outside the platform's interface ({basis})", basis=preset.safe_zone_px.basis)
        verdict = Verdict(measured, limit, msg("Move it into the safe zone."))
        yield judged(preset, "safe_zone", "safe_zone_px", verdict)
    house = round(min(layout.width_px, layout.height_px) * HOUSE_MARGIN)
    for role, (over_px, _) in _worst_by_role(layout, (house, house, house, house)).items():
        if role not in worst:
            pixels = f"{house - over_px:.0f}"
            measured = msg("{role} lies {pixels} px from the edge", role=_role(role), pixels=pixels)
            limit = msg("{pixels} px (5 % of the shorter side)", pixels=house)
            yield by_house("safe_zone", Verdict(measured, limit, msg("Move it inwards.")))
    yield from _legibility(layout)
    if not preset.safe_zone_px.is_published and layout.boxes:
        limit = msg("{pixels} px from every edge", pixels=house)
        verdict = Verdict(msg("none published"), limit, msg("Nothing to do."))
        yield by_house("safe_zone", verdict, severity="info")


def _hold(layout: LayoutFacts) -> Iterator[Finding]:
    shown, needed = layout.legal_hold_s, layout.legal_required_s
    if needed and (shown or 0.0) < needed - _CLOCK_SLACK_S:
        fix = msg("Shorten the legal line, start it earlier, or choose a longer film.")
        measured = msg("legal line shown for {seconds} s", seconds=f"{shown or 0.0:.2f}")
        verdict = Verdict(measured, msg("{limit} s at least", limit=f"{needed:.2f}"), fix)
        yield by_standard("legal_hold", _HOLD, verdict)


def _legibility(layout: LayoutFacts) -> Iterator[Finding]:
    least = LEGAL_X_HEIGHT_GOOD_CONTRAST * min(layout.width_px, layout.height_px)
    heights = [box.x_height_px for box in layout.boxes if box.role == "legal" and box.x_height_px is not None]
    if heights and min(heights) < least - 0.05:
        measured = msg("x-height {pixels} px", pixels=f"{min(heights):.1f}")
        limit = msg("{pixels} px (1.8 % of the shorter side)", pixels=f"{least:.1f}")
        verdict = Verdict(measured, limit, msg("Set it larger."))
        yield by_house("legal_x_height", verdict)


Margins = tuple[float, float, float, float]
"""Top, bottom, left, right in pixels of the layout."""


def _platform_margins(layout: LayoutFacts, preset: Preset) -> Margins:
    """The published zone, scaled where the film has another size than the preset."""
    zone = preset.safe_zone_px
    down = layout.height_px / preset.height if preset.height else 1.0
    across = layout.width_px / preset.width if preset.width else 1.0
    return zone.top * down, zone.bottom * down, zone.left * across, zone.right * across


def _overhang(box: InkBox, margins: Margins, layout: LayoutFacts) -> Margins:
    """How far the ink reaches into each margin; negative where it keeps clear."""
    top, bottom, left, right = margins
    return (
        top - box.top_px,
        box.bottom_px - (layout.height_px - bottom),
        left - box.left_px,
        box.right_px - (layout.width_px - right),
    )


def _side(box: InkBox, margins: Margins, layout: LayoutFacts) -> str:
    overhang = _overhang(box, margins, layout)
    return ("top", "bottom", "left", "right")[overhang.index(max(overhang))]


def _role(role: str) -> Message:
    return _ROLES.get(role) or verbatim(role)


def _worst_by_role(layout: LayoutFacts, margins: Margins) -> dict[str, tuple[float, InkBox]]:
    """The box of each role that reaches furthest into a margin, with the pixels; more than half a pixel counts."""
    worst: dict[str, tuple[float, InkBox]] = {}
    for box in layout.boxes:
        over = max(_overhang(box, margins, layout))
        if over > 0.5 and over > worst.get(box.role, (0.0, box))[0]:
            worst[box.role] = over, box
    return worst
