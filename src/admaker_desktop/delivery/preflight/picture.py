"""Rules about the coded picture: codec, shape, colour, rate, bits."""

from __future__ import annotations

from collections.abc import Iterator

from admaker_desktop.ad.deliverable import Finding
from admaker_desktop.core.messages import Message, either, msg, term, verbatim
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
    sizes = either(f"{width}x{height}" for width, height in taken)
    limit = msg("{sizes} px", sizes=sizes)
    if least:
        limit = msg("{sizes}, {least} at least px", sizes=sizes, least=preset.min_size or "")
    fix = msg("Export at {size}.", size=f"{preset.width}x{preset.height}")
    verdict = Verdict(verbatim(f"{video.width_px}x{video.height_px}"), limit, fix)
    yield judged(preset, "size_px", "size", verdict, at_most="warn" if is_usable else "block")


def _coding(video: VideoFacts, preset: Preset, rules: Video) -> Iterator[Finding]:
    also = [codec for kind in preset.container.accepted for codec in _ALSO_TAKEN.get(kind, ())]
    if video.codec != rules.codec:
        if video.codec not in also:
            verdict = Verdict(verbatim(video.codec), verbatim(rules.codec), _encode_as(rules.codec))
            yield judged(preset, "codec", "video.codec", verdict)
        return
    wanted = _PROFILES.get(rules.profile, rules.profile)
    if video.profile is not None and video.profile != wanted:
        is_lower = video.profile in _LOWER_PROFILES
        field = "video.profile" if is_lower else "video.pix_fmt"
        verdict = Verdict(
            verbatim(video.profile),
            msg("{profile} profile", profile=wanted),
            msg("Encode with the {profile} profile.", profile=wanted),
        )
        yield judged(preset, "profile", field, verdict)
    if rules.level_max and video.level and video.level != "1b" and float(video.level) > float(rules.level_max):
        limit = msg("level {level} at most", level=rules.level_max)
        verdict = Verdict(verbatim(video.level), limit, msg("Lower the frame rate, size or bit rate."))
        yield judged(preset, "level", "video.level", verdict)


def _shape(facts: FileFacts, video: VideoFacts, preset: Preset, rules: Video) -> Iterator[Finding]:
    pix_fmt = (video.pix_fmt or "unknown").replace("yuvj", "yuv")
    if pix_fmt != rules.pix_fmt and video.codec == rules.codec:
        verdict = Verdict(verbatim(pix_fmt), verbatim(rules.pix_fmt), _encode_as(rules.pix_fmt))
        yield judged(preset, "pix_fmt", "video.pix_fmt", verdict)
    if "progressive" not in rules.scan and not video.is_interlaced:
        verdict = Verdict(msg("progressive"), term(rules.scan), msg("Have the master interlaced by a lab."))
        yield judged(preset, "scan", "video.scan", verdict)
    if "interlaced" not in rules.scan and video.is_interlaced:
        verdict = Verdict(msg("interlaced"), term(rules.scan), msg("Deinterlace before delivery."))
        yield judged(preset, "scan", "video.scan", verdict)
    if video.sar != rules.sar:
        measured, limit = msg("sample aspect {sar}", sar=video.sar), msg("square pixels ({sar})", sar=rules.sar)
        verdict = Verdict(measured, limit, msg("Scale to square pixels."))
        yield judged(preset, "pixel_aspect", "video.sar", verdict)
    if video.rotation_deg and rules.rotation_matrix == "forbid":
        measured = msg("{angle} degrees", angle=video.rotation_deg)
        verdict = Verdict(measured, msg("no rotation flag"), msg("Turn the picture itself and export again."))
        yield judged(preset, "rotation", "video.rotation", verdict)
    yield from _colour(facts, video, preset, rules)


def _colour(facts: FileFacts, video: VideoFacts, preset: Preset, rules: Video) -> Iterator[Finding]:
    tags = (video.color_primaries, video.color_transfer, video.color_space, video.color_range)
    has_box = facts.boxes is None or facts.boxes.colr is not None or video.codec != "h264"
    if rules.color == "bt709 limited" and (tags != ("bt709", "bt709", "bt709", "limited") or not has_box):
        said = "/".join(tag or "unknown" for tag in tags)
        measured = verbatim(said) if has_box else msg("{tags}, no colr box", tags=said)
        fix = msg("Export again: AdMaker's files are tagged.")
        verdict = Verdict(measured, verbatim("bt709/bt709/bt709/limited"), fix)
        yield judged(preset, "colour_tags", "video.color", verdict)


def _rate(video: VideoFacts, preset: Preset) -> Iterator[Finding]:
    if preset.fps is None or video.fps is None:
        return
    if video.is_constant_rate is False:
        measured = msg("variable, {fps} a second on average", fps=f"{video.fps:g}")
        verdict = Verdict(measured, msg("constant frame rate"), msg("Export again."))
        yield judged(preset, "constant_rate", "fps.mode", verdict)
    if all(abs(video.fps - rate) > _FPS_SLACK for rate in preset.fps.allowed):
        allowed = ", ".join(f"{rate:g}" for rate in preset.fps.allowed)
        measured = msg("{fps} a second", fps=f"{video.fps:g}")
        fix = msg("Export at {fps} frames a second.", fps=f"{preset.fps.export:g}")
        verdict = Verdict(measured, verbatim(allowed), fix)
        yield judged(preset, "frame_rate", "fps.allowed", verdict)


def _bits(video: VideoFacts, preset: Preset, rules: Video) -> Iterator[Finding]:
    rate, mean, peak = rules.bitrate_kbps, video.mean_kbps, video.peak_kbps
    if mean is None:
        return
    if rate.min is not None and mean < rate.min / (_CAP_SLACK if rate.mode == "cbr" else 1):
        limit = msg("{limit} at least", limit=f"{rate.min:g} kbit/s")
        verdict = Verdict(verbatim(f"{mean:.0f} kbit/s"), limit, msg("Export with a constant rate (filler)."))
        yield judged(preset, "bit_rate_floor", "video.bitrate", verdict)
    if rate.max is not None and mean > rate.max * _CAP_SLACK:
        limit = msg("{limit} at most", limit=f"{rate.max:g} kbit/s")
        verdict = Verdict(verbatim(f"{mean:.0f} kbit/s"), limit, msg("Lower the bit rate."))
        yield judged(preset, "bit_rate_cap", "video.bitrate", verdict)
    elif rate.max is not None and peak is not None and peak > rate.max * _CAP_SLACK:
        measured = msg("{rate} in one second", rate=f"{peak:.0f} kbit/s")
        verdict = Verdict(measured, msg("{limit} at most", limit=f"{rate.max:g} kbit/s"), msg("Cap the bit rate."))
        yield judged(preset, "bit_rate_cap", "video.peak", verdict)
    if rules.closed_gop and video.is_closed_gop is False:
        fix = msg("Export again: AdMaker's files are closed.")
        verdict = Verdict(msg("open"), msg("closed groups of pictures"), fix)
        yield judged(preset, "closed_gop", "video.closed_gop", verdict, at_most="warn")


def _encode_as(coding: str) -> Message:
    return msg("Encode as {coding}.", coding=coding)


def _pair(size: str) -> tuple[int, int]:
    width, height = size.split("x")
    return int(width), int(height)
