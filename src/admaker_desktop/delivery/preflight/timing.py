"""Rules about length: of the file, of its tracks against each other, of what the header claims."""

from __future__ import annotations

from collections.abc import Iterator

from admaker_desktop.ad.deliverable import Finding
from admaker_desktop.core.messages import NOTHING, Message, either, msg
from admaker_desktop.delivery.preflight.basis import Standard, Verdict, by_standard, judged, source_of
from admaker_desktop.delivery.preset_model import Duration, Preset
from admaker_desktop.delivery.presets import duration_problem
from admaker_desktop.media.probe.facts import FileFacts

_SOFT_MAX_S = {
    "ig_reels_video": 90.0,
    "fb_reels_video": 90.0,
    "tiktok_infeed_auction_9x16": 60.0,
    "tiktok_infeed_auction_1x1": 60.0,
    "tiktok_infeed_auction_16x9": 60.0,
}
"""Lengths above which sources disagree (presets.md 2)."""
_AUDIO_SLACK_S = 0.045  # two AAC packets: what encoders add or cut at an end
_HEADER_SLACK_S = 0.1


def timing_findings(facts: FileFacts, preset: Preset) -> Iterator[Finding]:
    """Findings about time; no finding for what passes."""
    if facts.seconds is None:
        return
    yield from _length(facts, facts.seconds, preset)
    claimed = facts.boxes.movie_s if facts.boxes else None
    if claimed and abs(claimed - facts.seconds) > _HEADER_SLACK_S:
        measured = msg("{length}, the header claims {claimed} s", length=_shown(facts), claimed=f"{claimed:.3f}")
        fix = msg("Export again: the file is cut off or damaged.")
        verdict = Verdict(measured, msg("what the header claims is there"), fix)
        yield by_standard("header_length", Standard(source_of(preset)), verdict)
    yield from _sync(facts, preset)


def _length(facts: FileFacts, seconds: float, preset: Preset) -> Iterator[Finding]:
    if preset.asset_type == "image":
        most = preset.animation.max_s if preset.animation else None
        if most is not None and seconds > most:
            verdict = Verdict(_shown(facts), _at_most(most), msg("Shorten the animation."))
            yield judged(preset, "duration", "animation", verdict)
        return
    rule = preset.duration
    if rule is None:
        return
    soft = _SOFT_MAX_S.get(preset.id)
    if duration_problem(preset, seconds):
        fix = msg("Cut the film to the length that the placement takes.")
        verdict = Verdict(_shown(facts), _limit(rule), fix)
        yield judged(preset, "duration", "duration", verdict)
    elif soft is not None and seconds > soft:
        limit = msg("{limit} s by some sources", limit=f"{soft:g}")
        verdict = Verdict(_shown(facts), limit, msg("Stay below it to be safe."))
        yield judged(preset, "duration", "duration", verdict, at_most="warn")


def _sync(facts: FileFacts, preset: Preset) -> Iterator[Finding]:
    video, audio = facts.video, facts.audio
    if video is None or audio is None or facts.kind != "video":
        return
    frame_s = 1 / video.fps if video.fps else 0.04
    apart = audio.start_s - video.start_s
    if abs(apart) > frame_s:
        measured = msg("sound starts {seconds} s off the picture", seconds=f"{apart:+.3f}")
        limit = msg("within a frame ({seconds} s)", seconds=f"{frame_s:.3f}")
        verdict = Verdict(measured, limit, msg("Export again."))
        yield judged(preset, "sync", "content", verdict)
    apart = audio.end_s - video.end_s
    if abs(apart) > max(frame_s, _AUDIO_SLACK_S):
        measured = msg("sound ends {seconds} s off the picture", seconds=f"{apart:+.3f}")
        verdict = Verdict(measured, msg("sound as long as the picture"), msg("Export again."))
        yield judged(preset, "track_lengths", "audio.sync", verdict)


def _shown(facts: FileFacts) -> Message:
    seconds = f"{facts.seconds:.3f}"
    if facts.video and facts.kind == "video":
        return msg("{seconds} s ({frames} frames)", seconds=seconds, frames=facts.video.frames)
    return msg("{seconds} s", seconds=seconds)


def _limit(rule: Duration) -> Message:
    if rule.exact_s:
        slots = either(f"{slot:g}" for slot in rule.exact_s)
        return msg("{slots} s exactly (+-{tolerance} s)", slots=slots, tolerance=f"{rule.tolerance_s:g}")
    least = _at_least(rule.min_s) if rule.min_s is not None else NOTHING
    most = _at_most(rule.max_s) if rule.max_s is not None else NOTHING
    return msg("{least}, {most}", least=least, most=most) if least and most else least or most


def _at_least(seconds: float) -> Message:
    return msg("{limit} s at least", limit=f"{seconds:g}")


def _at_most(seconds: float) -> Message:
    return msg("{limit} s at most", limit=f"{seconds:g}")
