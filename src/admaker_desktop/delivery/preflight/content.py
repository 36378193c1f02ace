"""Rules about what is seen: decodes to the last frame, not black, not frozen, no dangerous flashes."""

from __future__ import annotations

from collections.abc import Iterator

from admaker_desktop.ad.deliverable import Finding
from admaker_desktop.core.messages import Message, joined, msg
from admaker_desktop.delivery.preflight.basis import Standard, Verdict, by_house, by_standard, source_of
from admaker_desktop.delivery.preset_model import Preset
from admaker_desktop.media.probe.facts import FileFacts, Stretch

MAX_BLACK_S = 0.5
MAX_FROZEN_S = 2.0
MAX_FLASHES_PER_S = 3
_FLASHES = Standard(
    msg("WCAG 2.2 SC 2.3.1 and ITU-R BT.1702: three flashes a second (automatic pre-test, no Harding certificate)")
)


def content_findings(facts: FileFacts, preset: Preset) -> Iterator[Finding]:
    """Findings about what the frames show; no finding for what passes."""
    yield from _damage(facts, preset)
    if facts.kind == "video" and preset.asset_type != "audio":
        yield from _stills(facts)
        yield from _flashing(facts)


def _damage(facts: FileFacts, preset: Preset) -> Iterator[Finding]:
    corrupt = facts.video.corrupt_frames if facts.video else 0
    frames = facts.video.frames if facts.video else None
    said = [msg("{frames} damaged frames", frames=corrupt)] if corrupt else []
    said += [msg("{errors} decoder errors", errors=facts.decoder_errors)] if facts.decoder_errors else []
    said += [msg("no frame decodes")] if frames == 0 else []
    said += facts.errors
    if said:
        limit, fix = msg("every frame decodes without an error"), msg("Export or fetch the file again.")
        verdict = Verdict(joined(said), limit, fix)
        yield by_standard("decodes", Standard(source_of(preset)), verdict)


def _stills(facts: FileFacts) -> Iterator[Finding]:
    for stretch in facts.black:
        if stretch.length_s > MAX_BLACK_S:
            measured = msg("black {where}", where=_where(stretch, facts.seconds or 0.0))
            yield by_house("black", Verdict(measured, _at_most_s(MAX_BLACK_S), msg("Cut it or fill it.")))
    for stretch in facts.frozen:
        is_black = any(dark.start_s <= stretch.start_s and dark.end_s >= stretch.end_s - 0.1 for dark in facts.black)
        if stretch.length_s > MAX_FROZEN_S and not is_black:
            measured = msg("no motion {where}", where=_where(stretch, facts.seconds or 0.0))
            yield by_house("frozen", Verdict(measured, _at_most_s(MAX_FROZEN_S), msg("Add a slow move.")))


def _flashing(facts: FileFacts) -> Iterator[Finding]:
    flashes = facts.flashes
    if flashes is None or flashes.most_in_a_second <= MAX_FLASHES_PER_S:
        return
    count, start = f"{flashes.most_in_a_second:g}", f"{flashes.at_s or 0.0:.2f}"
    measured = msg("{count} flashes in the second from {start} s", count=count, start=start)
    fix = msg("Slow the flashing to three a second, or lower its contrast or area.")
    limit = msg("{count} a second at most", count=MAX_FLASHES_PER_S)
    yield by_standard("flashing", _FLASHES, Verdict(measured, limit, fix))


def _at_most_s(seconds: float) -> Message:
    return msg("{limit} s at most", limit=f"{seconds:g}")


def _where(stretch: Stretch, seconds: float) -> Message:
    """Says which part of the film it is."""
    span = msg("from {start} to {end} s", start=f"{stretch.start_s:.2f}", end=f"{stretch.end_s:.2f}")
    starts, ends = stretch.start_s < 0.05, stretch.end_s > seconds - 0.1
    if starts and ends:
        return msg("for the whole film ({span})", span=span)
    if starts:
        return msg("at the start ({span})", span=span)
    return msg("at the end ({span})", span=span) if ends else span
