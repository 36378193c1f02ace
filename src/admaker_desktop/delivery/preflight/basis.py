"""Who asks for a figure, and what breaking it costs: a platform's figure blocks, a house or doubtful figure warns."""

from __future__ import annotations

from dataclasses import dataclass

from admaker_desktop.ad.deliverable import Finding, Severity
from admaker_desktop.core.messages import Message, msg, verbatim
from admaker_desktop.delivery.preset_model import Preset

HOUSE = msg("house")
_META = frozenset({"Instagram", "Facebook", "Threads", "WhatsApp"})
_TELEVISION = frozenset({"CTV", "Amazon Ads", "Twitch", "Broadcast EU", "Broadcast FR", "Broadcast US"})
_MASTER = frozenset({"House"})  # the universal master has to pass wherever it is sent

_STATED_BY: dict[str, frozenset[str]] = {
    "container.faststart": _META | _MASTER | {"YouTube"},
    "container.edit_lists": _META | _MASTER | {"YouTube"},
    "video.profile": frozenset(),
    "video.level": frozenset(),
    "video.color": frozenset(),
    "video.rotation": frozenset(),
    "video.closed_gop": _META | _MASTER | {"YouTube"},
    "video.peak": frozenset(),
    "audio.sample_rate": _TELEVISION | {"Spotify"},
    "audio.channels": _TELEVISION | _META | _MASTER | {"Snapchat"},
    "audio.bitrate": _TELEVISION | _META | _MASTER | {"Spotify"},
    "audio.sync": frozenset({"LinkedIn"}),
    "loudness.max_true_peak_dbtp": _TELEVISION | {"Spotify"},
    "content": frozenset(),
}
"""Fields that presets.json fills alike for every placement although only these platforms' pages name them
(presets.json `conventions`, presets.md 1 to 4, the presets' notes). A field that is absent here stands on the
preset's own sources."""


@dataclass(frozen=True, slots=True)
class Standard:
    """What holds however sure the preset's figures are: a regulator's rule, or that a file can be played at all."""

    source: Message


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was measured against what, and the way out."""

    measured: Message
    limit: Message
    fix: Message


def is_house(preset: Preset, field: str) -> bool:
    """The figure is our own recommendation; `field` as `loudness`, `video.color`, `fps.allowed`."""
    stated = _STATED_BY.get(field)
    if stated is not None and preset.platform not in stated:
        return True
    group = field.split(".", 1)[0]
    if {field, group} & {*preset.house_defaults}:
        return True
    if preset.field_confidence.get(group) in ("house", "n/a"):
        return True
    asked_by = preset.loudness.basis if group == "loudness" and preset.loudness else ""
    return asked_by.startswith("house")


def severity_of(preset: Preset, field: str) -> Severity:
    """What breaking the figure costs."""
    confidence = preset.field_confidence.get(field.split(".", 1)[0], preset.confidence)
    return "warn" if is_house(preset, field) or confidence == "low" else "block"


def judged(preset: Preset, rule: str, field: str, verdict: Verdict, at_most: Severity = "block") -> Finding:
    """A finding about a figure of the preset; `at_most` softens a platform's recommendation."""
    house = is_house(preset, field)
    severity = severity_of(preset, field)
    return Finding(
        rule=rule,
        severity=at_most if at_most != "block" else severity,
        basis="house" if house else "platform",
        measured=verdict.measured,
        limit=verdict.limit,
        source=HOUSE if house else source_of(preset),
        fix=verdict.fix,
    )


def by_standard(rule: str, standard: Standard, verdict: Verdict) -> Finding:
    """A finding that blocks in every placement, with the source that says so."""
    return Finding(
        rule=rule,
        severity="block",
        basis="platform",
        measured=verdict.measured,
        limit=verdict.limit,
        source=standard.source,
        fix=verdict.fix,
    )


def by_house(rule: str, verdict: Verdict, severity: Severity = "warn") -> Finding:
    """A finding about our own rule: never blocks."""
    if severity == "block":
        raise ValueError(f"{rule}: a house rule cannot block")
    return Finding(
        rule=rule,
        severity=severity,
        basis="house",
        measured=verdict.measured,
        limit=verdict.limit,
        source=HOUSE,
        fix=verdict.fix,
    )


def source_of(preset: Preset) -> Message:
    """Address and date of the page that the preset's figures were first read on."""
    if not preset.sources:
        return verbatim(f"presets.json: {preset.id}")
    return verbatim(f"{preset.sources[0].url} ({preset.sources[0].date})")
