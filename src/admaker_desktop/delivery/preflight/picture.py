"""Rules about the coded picture: codec, shape, colour, rate, bits."""

from __future__ import annotations

from collections.abc import Iterator

from admaker_desktop.ad.deliverable import Finding
from admaker_desktop.delivery.preflight.basis import Verdict, judged
from admaker_desktop.delivery.preset_model import Preset, Video
from admaker_desktop.media.probe.facts import FileFacts, VideoFacts

_ALSO_TAKEN = {"webm": ("vp8", "vp9", "av1"), "gif": ("gif",), "prores": ("prores",)}
"""Codecs that come with a container in the accepted list."""
_LOWER_PROFILES = frozenset({"Baseline", "Constrained Baseline", "Main", "Extended"})
_PROFILES = {"high": "High", "422hq": "HQ", "422P@HL": "4:2:2"}
_FPS_SLACK = 0.006  # tells 29.97 from 30 and 23.976 from 24
_CAP_SLACK = 1.01  # a constant rate is met within a percent
_ASPECT_SLACK = 0.01


def picture_findings(facts: FileFacts, preset: Preset) -> Iterator[Finding]:
    """Findings about a film or still; no finding for what passes."""
    video = facts.video
    if video is None:
        return
    yield from _size(video, preset)
    if preset.video is not None and facts.kind == "video":
        yield from _coding(video, preset, preset.video)
        yield from _shape(facts, video, preset, preset.video)
        yield from _rate(video, preset)
        yield from _bits(video, preset, preset.video)


def _size(video: VideoFacts, preset: Preset) -> Iterator[Finding]:
    if preset.width is None or preset.height is None:
        return
    taken = [(preset.width, preset.height), *(_pair(size) for size in preset.alt_sizes)]
    if (video.width_px, video.height_px) in taken:
        return
    same_shape = any(
        abs(video.width_px * height / (video.height_px * width) - 1) <= _ASPECT_SLACK for width, height in taken
    )
    least = _pair(preset.min_size) if preset.min_size else None
    is_usable = same_shape and least is not None and video.width_px >= least[0] and video.height_px >= least[1]
    limit = " or ".join(f"{width}x{height}" for width, height in taken)
    if least:
        limit += f", {preset.min_size} at least"
    verdict = Verdict(
        f"{video.width_px}x{video.height_px}", f"{limit} px", f"Export at {preset.width}x{preset.height}."
    )
    yield judged(preset, "size_px", "size", verdict, at_most="warn" if is_usable else "block")


def _coding(video: VideoFacts, preset: Preset, rules: Video) -> Iterator[Finding]:
    also = [codec for kind in preset.container.accepted for codec in _ALSO_TAKEN.get(kind, ())]
    if video.codec != rules.codec:
        if video.codec not in also:
            verdict = Verdict(video.codec, rules.codec, f"Encode as {rules.codec}.")
            yield judged(preset, "codec", "video.codec", verdict)
        return
    wanted = _PROFILES.get(rules.profile, rules.profile)
    if video.profile is not None and video.profile != wanted:
        is_lower = video.profile in _LOWER_PROFILES
        field = "video.profile" if is_lower else "video.pix_fmt"
        verdict = Verdict(video.profile, f"{wanted} profile", f"Encode with the {wanted} profile.")
        yield judged(preset, "profile", field, verdict)
    if rules.level_max and video.level and video.level != "1b" and float(video.level) > float(rules.level_max):
        verdict = Verdict(video.level, f"level {rules.level_max} at most", "Lower the frame rate, size or bit rate.")
        yield judged(preset, "level", "video.level", verdict)


def _shape(facts: FileFacts, video: VideoFacts, preset: Preset, rules: Video) -> Iterator[Finding]:
    pix_fmt = (video.pix_fmt or "unknown").replace("yuvj", "yuv")
    if pix_fmt != rules.pix_fmt and video.codec == rules.codec:
        yield judged(preset, "pix_fmt", "video.pix_fmt", Verdict(pix_fmt, rules.pix_fmt, f"Encode as {rules.pix_fmt}."))
    if "progressive" not in rules.scan and not video.is_interlaced:
        verdict = Verdict("progressive", rules.scan, "Have the master interlaced by a lab.")
        yield judged(preset, "scan", "video.scan", verdict)
    if "interlaced" not in rules.scan and video.is_interlaced:
        verdict = Verdict("interlaced", rules.scan, "Deinterlace before delivery.")
        yield judged(preset, "scan", "video.scan", verdict)
    if video.sar != rules.sar:
        verdict = Verdict(f"sample aspect {video.sar}", f"square pixels ({rules.sar})", "Scale to square pixels.")
        yield judged(preset, "pixel_aspect", "video.sar", verdict)
    if video.rotation_deg and rules.rotation_matrix == "forbid":
        verdict = Verdict(
            f"{video.rotation_deg} degrees", "no rotation flag", "Turn the picture itself and export again."
        )
        yield judged(preset, "rotation", "video.rotation", verdict)
    yield from _colour(facts, video, preset, rules)


def _colour(facts: FileFacts, video: VideoFacts, preset: Preset, rules: Video) -> Iterator[Finding]:
    tags = (video.color_primaries, video.color_transfer, video.color_space, video.color_range)
    has_box = facts.boxes is None or facts.boxes.colr is not None or video.codec != "h264"
    if rules.color == "bt709 limited" and (tags != ("bt709", "bt709", "bt709", "limited") or not has_box):
        said = "/".join(tag or "unknown" for tag in tags) + ("" if has_box else ", no colr box")
        verdict = Verdict(said, "bt709/bt709/bt709/limited", "Export again: AdMaker's files are tagged.")
        yield judged(preset, "colour_tags", "video.color", verdict)


def _rate(video: VideoFacts, preset: Preset) -> Iterator[Finding]:
    if preset.fps is None or video.fps is None:
        return
    if video.is_constant_rate is False:
        verdict = Verdict(f"variable, {video.fps:g} a second on average", "constant frame rate", "Export again.")
        yield judged(preset, "constant_rate", "fps.mode", verdict)
    if all(abs(video.fps - rate) > _FPS_SLACK for rate in preset.fps.allowed):
        allowed = ", ".join(f"{rate:g}" for rate in preset.fps.allowed)
        verdict = Verdict(f"{video.fps:g} a second", allowed, f"Export at {preset.fps.export:g} frames a second.")
        yield judged(preset, "frame_rate", "fps.allowed", verdict)


def _bits(video: VideoFacts, preset: Preset, rules: Video) -> Iterator[Finding]:
    rate, mean, peak = rules.bitrate_kbps, video.mean_kbps, video.peak_kbps
    if mean is None:
        return
    if rate.min is not None and mean < rate.min / (_CAP_SLACK if rate.mode == "cbr" else 1):
        verdict = Verdict(
            f"{mean:.0f} kbit/s", f"{rate.min:g} kbit/s at least", "Export with a constant rate (filler)."
        )
        yield judged(preset, "bit_rate_floor", "video.bitrate", verdict)
    if rate.max is not None and mean > rate.max * _CAP_SLACK:
        verdict = Verdict(f"{mean:.0f} kbit/s", f"{rate.max:g} kbit/s at most", "Lower the bit rate.")
        yield judged(preset, "bit_rate_cap", "video.bitrate", verdict)
    elif rate.max is not None and peak is not None and peak > rate.max * _CAP_SLACK:
        verdict = Verdict(f"{peak:.0f} kbit/s in one second", f"{rate.max:g} kbit/s at most", "Cap the bit rate.")
        yield judged(preset, "bit_rate_cap", "video.peak", verdict)
    if rules.closed_gop and video.is_closed_gop is False:
        verdict = Verdict("open", "closed groups of pictures", "Export again: AdMaker's files are closed.")
        yield judged(preset, "closed_gop", "video.closed_gop", verdict, at_most="warn")


def _pair(size: str) -> tuple[int, int]:
    width, height = size.split("x")
    return int(width), int(height)
