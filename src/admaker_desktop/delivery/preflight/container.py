"""Rules about the file: kind, layout of the MP4, weight."""

from __future__ import annotations

from collections.abc import Iterator

from admaker_desktop.ad.deliverable import Finding
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
    fix = f"Export as {preset.container.export}."
    yield judged(preset, "container", "container", Verdict(facts.container, ", ".join(accepted), fix))


def _layout(facts: FileFacts, preset: Preset) -> Iterator[Finding]:
    boxes = facts.boxes
    if boxes is None:
        return
    if preset.container.edit_lists == "forbid" and boxes.edit_lists:
        tracks = f"edit list in {boxes.edit_lists} {'track' if boxes.edit_lists == 1 else 'tracks'}"
        measured = f"{tracks}{', shifting it' if boxes.has_shifting_edit else ''}"
        verdict = Verdict(measured, "no edit list (elst)", "Export again: AdMaker's files have none.")
        yield judged(preset, "edit_list", "container.edit_lists", verdict)
    if preset.container.faststart and boxes.is_moov_first is False:
        verdict = Verdict("moov after mdat", "moov before mdat (faststart)", "Rewrap with faststart, or export again.")
        yield judged(preset, "faststart", "container.faststart", verdict)


def _weight(facts: FileFacts, preset: Preset) -> Iterator[Finding]:
    measured, most, least = _mega(facts.size_bytes), preset.max_file_bytes, preset.min_file_bytes
    soft = _SOFT_MAX_BYTES.get(preset.platform)
    if most is not None and facts.size_bytes > most:
        verdict = Verdict(measured, f"{_mega(most)} at most", "Lower the bit rate or the length.")
        yield judged(preset, "file_size", "max_file_bytes", verdict)
    elif soft is not None and facts.size_bytes > soft:
        verdict = Verdict(measured, f"{_mega(soft)} by most sheets", "Lower the bit rate to be safe.")
        yield judged(preset, "file_size", "max_file_bytes", verdict, at_most="warn")
    if least is not None and facts.size_bytes < least:
        verdict = Verdict(measured, f"{_mega(least)} at least", "Export with a constant bit rate (filler).")
        yield judged(preset, "file_size", "min_file_bytes", verdict)


def _mega(size: int) -> str:
    """Decimal, as the presets count."""
    return f"{size / 1e6:.2f} MB" if size >= 100_000 else f"{size / 1000:.1f} KB"
