"""Rules about the file: kind, layout of the MP4, weight."""

from __future__ import annotations

from collections.abc import Iterator

from admaker_desktop.ad.deliverable import Finding
from admaker_desktop.core.messages import Message, msg, verbatim
from admaker_desktop.delivery.preflight.basis import Verdict, judged
from admaker_desktop.delivery.preset_model import Preset
from admaker_desktop.media.probe.facts import FileFacts

_SAME_KIND = {"mpg": "mpeg", "3gpp": "3gp", "jpeg": "jpg", "m4v": "mp4", "prores": "mov"}
"""Names in the presets, and M4V: an MP4 with another brand."""
_SOFT_MAX_BYTES = {"LinkedIn": 200_000_000}  # most sheets still say 200 MB (presets.md 2)


def container_findings(facts: FileFacts, preset: Preset) -> Iterator[Finding]:
    """Findings about the file as a whole; no finding for what passes."""
    yield from _kind(facts, preset)
    yield from _layout(facts, preset)
    yield from _weight(facts, preset)


def _kind(facts: FileFacts, preset: Preset) -> Iterator[Finding]:
    accepted = preset.container.accepted
    if _SAME_KIND.get(facts.container, facts.container) in {_SAME_KIND.get(kind, kind) for kind in accepted}:
        return
    fix = msg("Export as {kind}.", kind=preset.container.export)
    verdict = Verdict(verbatim(facts.container), verbatim(", ".join(accepted)), fix)
    yield judged(preset, "container", "container", verdict)


def _layout(facts: FileFacts, preset: Preset) -> Iterator[Finding]:
    boxes = facts.boxes
    if boxes is None:
        return
    if preset.container.edit_lists == "forbid" and boxes.edit_lists:
        fix = msg("Export again: AdMaker's files have none.")
        verdict = Verdict(_edit_lists(boxes.edit_lists, boxes.has_shifting_edit), msg("no edit list (elst)"), fix)
        yield judged(preset, "edit_list", "container.edit_lists", verdict)
    if preset.container.faststart and boxes.is_moov_first is False:
        limit, fix = msg("moov before mdat (faststart)"), msg("Rewrap with faststart, or export again.")
        verdict = Verdict(msg("moov after mdat"), limit, fix)
        yield judged(preset, "faststart", "container.faststart", verdict)


def _edit_lists(tracks: int, is_shifting: bool) -> Message:
    if tracks == 1:
        return msg("edit list in 1 track, shifting it") if is_shifting else msg("edit list in 1 track")
    if is_shifting:
        return msg("edit list in {tracks} tracks, shifting it", tracks=tracks)
    return msg("edit list in {tracks} tracks", tracks=tracks)


def _weight(facts: FileFacts, preset: Preset) -> Iterator[Finding]:
    measured = verbatim(_mega(facts.size_bytes))
    most, least = preset.max_file_bytes, preset.min_file_bytes
    soft = _SOFT_MAX_BYTES.get(preset.platform)
    if most is not None and facts.size_bytes > most:
        limit, fix = msg("{limit} at most", limit=_mega(most)), msg("Lower the bit rate or the length.")
        yield judged(preset, "file_size", "max_file_bytes", Verdict(measured, limit, fix))
    elif soft is not None and facts.size_bytes > soft:
        limit, fix = msg("{size} by most sheets", size=_mega(soft)), msg("Lower the bit rate to be safe.")
        yield judged(preset, "file_size", "max_file_bytes", Verdict(measured, limit, fix), at_most="warn")
    if least is not None and facts.size_bytes < least:
        limit, fix = msg("{limit} at least", limit=_mega(least)), msg("Export with a constant bit rate (filler).")
        yield judged(preset, "file_size", "min_file_bytes", Verdict(measured, limit, fix))


def _mega(size: int) -> str:
    """Decimal, as the presets count."""
    return f"{size / 1e6:.2f} MB" if size >= 100_000 else f"{size / 1000:.1f} KB"
