"""Judges a measured file by a placement's rules: what blocks, what warns, and the way out of each."""

from __future__ import annotations

from collections.abc import Iterator

from admaker_desktop.ad.deliverable import Finding
from admaker_desktop.core.messages import msg
from admaker_desktop.delivery.preflight.basis import Standard, Verdict, by_standard, source_of
from admaker_desktop.delivery.preflight.container import container_findings
from admaker_desktop.delivery.preflight.content import content_findings
from admaker_desktop.delivery.preflight.layout import LayoutFacts, layout_findings
from admaker_desktop.delivery.preflight.picture import picture_findings
from admaker_desktop.delivery.preflight.sound import sound_findings
from admaker_desktop.delivery.preflight.timing import timing_findings
from admaker_desktop.delivery.preset_model import Preset
from admaker_desktop.media.probe.facts import FileFacts

_KINDS = {"video": msg("video"), "image": msg("image"), "audio": msg("audio"), "html5": msg("html5")}
_ORDER = {"block": 0, "warn": 1, "info": 2}


def check(facts: FileFacts, preset: Preset, layout: LayoutFacts | None = None) -> tuple[Finding, ...]:
    """The findings, worst first; what passes gives none. Pure and deterministic, any thread.

    `layout` is known for our own films only; without it type is not judged.
    """
    found = [*_all(facts, preset)]
    if layout is not None:
        found += layout_findings(layout, preset)
    return tuple(sorted(found, key=lambda finding: _ORDER[finding.severity]))


def _all(facts: FileFacts, preset: Preset) -> Iterator[Finding]:
    wrong_kind = _wrong_kind(facts, preset)
    yield from wrong_kind
    if not wrong_kind:
        yield from container_findings(facts, preset)
        yield from picture_findings(facts, preset)
        yield from timing_findings(facts, preset)
        yield from sound_findings(facts, preset)
    yield from content_findings(facts, preset)


def _wrong_kind(facts: FileFacts, preset: Preset) -> tuple[Finding, ...]:
    """A picture for a film's slot and the like: comparing more would only make noise."""
    is_banner = preset.asset_type == "image" and facts.kind == "video" and facts.container in preset.container.accepted
    if facts.kind == preset.asset_type or is_banner:
        return ()
    measured = (
        msg("nothing that can be opened")
        if facts.kind is None
        else msg("{container} ({kind})", container=facts.container, kind=_KINDS[facts.kind])
    )
    accepted = ", ".join(preset.container.accepted)
    limit = msg("{kind}: {containers}", kind=_KINDS[preset.asset_type], containers=accepted)
    fix = msg("Deliver {kind} made for {placement}.", kind=preset.container.export, placement=preset.placement)
    verdict = Verdict(measured, limit, fix)
    return (by_standard("asset_type", Standard(source_of(preset)), verdict),)
