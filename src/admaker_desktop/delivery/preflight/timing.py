"""Rules about length: of the file, of its tracks against each other, of what the header claims."""

from __future__ import annotations

from collections.abc import Iterator

from admaker_desktop.ad.deliverable import Finding
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
        measured = f"{_shown(facts)}, the header claims {claimed:.3f} s"
        verdict = Verdict(measured, "what the header claims is there", "Export again: the file is cut off or damaged.")
        yield by_standard("header_length", Standard(source_of(preset)), verdict)
    yield from _sync(facts, preset)


def _length(facts: FileFacts, seconds: float, preset: Preset) -> Iterator[Finding]:
    if preset.asset_type == "image":
        most = preset.animation.max_s if preset.animation else None
        if most is not None and seconds > most:
            verdict = Verdict(_shown(facts), f"{most:g} s at most", "Shorten the animation.")
            yield judged(preset, "duration", "animation", verdict)
        return
    rule = preset.duration
    if rule is None:
        return
    soft = _SOFT_MAX_S.get(preset.id)
    if duration_problem(preset, seconds):
        verdict = Verdict(_shown(facts), _limit(rule), "Cut the film to the length that the placement takes.")
        yield judged(preset, "duration", "duration", verdict)
    elif soft is not None and seconds > soft:
        verdict = Verdict(_shown(facts), f"{soft:g} s by some sources", "Stay below it to be safe.")
        yield judged(preset, "duration", "duration", verdict, at_most="warn")


def _sync(facts: FileFacts, preset: Preset) -> Iterator[Finding]:
    video, audio = facts.video, facts.audio
    if video is None or audio is None or facts.kind != "video":
        return
    frame_s = 1 / video.fps if video.fps else 0.04
    apart = audio.start_s - video.start_s
    if abs(apart) > frame_s:
        verdict = Verdict(
            f"sound starts {apart:+.3f} s off the picture", f"within a frame ({frame_s:.3f} s)", "Export again."
        )
        yield judged(preset, "sync", "content", verdict)
    apart = audio.end_s - video.end_s
    if abs(apart) > max(frame_s, _AUDIO_SLACK_S):
        verdict = Verdict(f"sound ends {apart:+.3f} s off the picture", "sound as long as the picture", "Export again.")
        yield judged(preset, "track_lengths", "audio.sync", verdict)


def _shown(facts: FileFacts) -> str:
    frames = f" ({facts.video.frames} frames)" if facts.video and facts.kind == "video" else ""
    return f"{facts.seconds:.3f} s{frames}"


def _limit(rule: Duration) -> str:
    if rule.exact_s:
        slots = " or ".join(f"{slot:g}" for slot in rule.exact_s)
        return f"{slots} s exactly (+-{rule.tolerance_s:g} s)"
    parts = [f"{rule.min_s:g} s at least"] if rule.min_s is not None else []
    parts += [f"{rule.max_s:g} s at most"] if rule.max_s is not None else []
    return ", ".join(parts)
