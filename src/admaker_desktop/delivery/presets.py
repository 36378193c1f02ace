"""The placements that an ad can be delivered to: finding one, and what it asks of the renderer."""

from __future__ import annotations

import json
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from importlib import resources

from admaker_desktop.ad.deliverable import Format, SafeZone
from admaker_desktop.core.errors import ExportError, UsageError
from admaker_desktop.core.messages import Message, either, msg
from admaker_desktop.delivery.preset_model import Loudness, Preset
from admaker_desktop.media.spec import EncodeSpec, LoudnessTarget

__all__ = [
    "Preset",
    "all_presets",
    "default_presets",
    "duration_problem",
    "encode_spec",
    "find_preset",
    "format_of",
    "kind_without_maker",
    "search",
]

HOUSE_MARGIN = 0.05
"""Type keeps this share of the shorter side from every edge, whatever the platform says (house)."""
CLOCK_SLACK_S = 0.0005
"""Half a millisecond: lengths are compared as players print them."""

_DEFAULTS = {
    "9:16": "master_universal_9x16",
    "1:1": "ig_feed_video_1x1",
    "16:9": "yt_infeed_16x9",
    "4:5": "ig_feed_video_4x5",
    "2:3": "pinterest_standard_2x3",
    "4:3": "reddit_video_4x3",
}
_NOT_FILM = {
    "image": msg("still pictures have no maker yet"),
    "html5": msg("HTML5 banners have no maker yet"),
    "audio": msg("audio-only ads have no maker yet"),
}


def all_presets() -> tuple[Preset, ...]:
    """Every placement, in the order of the file; read once."""
    return tuple(_by_id().values())


def find_preset(preset_id: str) -> Preset:
    """The placement with this id; raises UsageError that names close ids."""
    known = _by_id()
    if preset_id in known:
        return known[preset_id]
    wanted = preset_id.strip().lower()
    close = get_close_matches(wanted, known, n=3, cutoff=0.5)
    close = close or ([found.id for found in search(wanted)[:3]] if len(wanted) > 2 else [])
    hint = msg("Did you mean {names}?", names=either(close)) if close else msg("`admaker presets` lists them.")
    raise UsageError('There is no placement "{placement}".', placement=preset_id, hint=hint)


def search(text: str) -> tuple[Preset, ...]:
    """The placements that hold every word of a text in id, platform, placement, kind, aspect or size."""
    words = text.casefold().split()
    return tuple(preset for preset in all_presets() if all(word in _described(preset) for word in words))


def kind_without_maker(preset: Preset) -> Message | None:
    """Why nothing here can make this placement's file yet, None when it can: H.264 with AAC-LC in an MP4."""
    if preset.asset_type in _NOT_FILM:
        return _NOT_FILM[preset.asset_type]
    video, audio = preset.video, preset.audio
    if video is None or preset.fps is None:
        return msg("the placement does not say how its film is coded")
    if video.codec != "h264":
        return msg("{codec} has no maker yet, only h264", codec=video.codec)
    if preset.container.export != "mp4":
        return msg("{kind} files have no maker yet, only mp4", kind=preset.container.export)
    if "interlaced" in video.scan:
        return msg("interlaced film has no maker yet")
    if audio is not None and not audio.is_forbidden and audio.codec != "aac-lc":
        return msg("{codec} sound has no maker yet, only aac-lc", codec=audio.codec or "")
    return None


def format_of(preset: Preset) -> Format:
    """Frame size, rate and safe zone of a film; raises ExportError for a placement without a maker."""
    reason = kind_without_maker(preset)
    if reason or preset.fps is None or preset.width is None or preset.height is None or preset.aspect is None:
        raise ExportError(
            "{placement} cannot be made: {reason}.", placement=preset.id, reason=reason or msg("its size is unknown")
        )
    least = round(min(preset.width, preset.height) * HOUSE_MARGIN)
    zone = preset.safe_zone_px
    return Format(
        id=preset.id,
        aspect=preset.aspect,
        width_px=preset.width,
        height_px=preset.height,
        fps=preset.fps.export,
        safe_zone=SafeZone(
            top_px=max(zone.top, least),
            bottom_px=max(zone.bottom, least),
            left_px=max(zone.left, least),
            right_px=max(zone.right, least),
        ),
    )


def encode_spec(preset: Preset, *, title: str, comment: str) -> EncodeSpec:
    """How the film is encoded; raises ExportError for a placement without a maker.

    Where the platform names no loudness the house target of -14 LUFS +-0.5 holds.
    """
    reason = kind_without_maker(preset)
    if reason or preset.video is None:
        reason = reason or msg("it holds no film")
        raise ExportError("{placement} cannot be made: {reason}.", placement=preset.id, reason=reason)
    rate, audio = preset.video.bitrate_kbps, preset.audio
    sound = audio.bitrate_kbps if audio else None
    return EncodeSpec(
        video_kbps=round(rate.export),
        min_video_kbps=round(rate.min) if rate.min is not None else None,
        audio_kbps=round(sound.export) if sound else 0,
        level_max=preset.video.level_max or "4.2",
        allow_edit_list=preset.container.edit_lists == "allow",
        has_audio=audio is not None and not audio.is_forbidden,
        loudness=_target(preset.loudness),
        metadata={"title": title, "comment": comment},
    )


def default_presets(aspects: Iterable[str]) -> tuple[str, ...]:
    """The usual placement of each aspect, as `9:16`; raises UsageError for one that has none."""
    wanted = tuple(dict.fromkeys(aspects))
    for aspect in wanted:
        if aspect not in _DEFAULTS:
            raise UsageError(
                'There is no format "{aspect}".',
                aspect=aspect,
                formats=", ".join(_DEFAULTS),
                hint="Choose from {formats}.",
            )
    return tuple(_DEFAULTS[aspect] for aspect in wanted)


def duration_problem(preset: Preset, seconds: float) -> Message | None:
    """Why the placement refuses a film of this length, None when it takes it."""
    rule = preset.duration
    if rule is None:
        return None
    slack = rule.tolerance_s + CLOCK_SLACK_S
    facts = {"placement": preset.id, "seconds": f"{seconds:.3f}"}
    if rule.exact_s:
        if any(abs(seconds - slot) <= max(slack, _half_frame_s(preset)) for slot in rule.exact_s):
            return None
        slots = either(f"{slot:g}" for slot in rule.exact_s)
        return msg("{placement} takes {slots} s exactly, not {seconds} s", slots=slots, **facts)
    if rule.min_s is not None and seconds < rule.min_s - slack:
        return msg("{placement} takes {least} s at least, not {seconds} s", least=f"{rule.min_s:g}", **facts)
    if rule.max_s is not None and seconds > rule.max_s + slack:
        return msg("{placement} takes {most} s at most, not {seconds} s", most=f"{rule.max_s:g}", **facts)
    return None


def _half_frame_s(preset: Preset) -> float:
    """29.97 frames a second have no exact 30 s: half a frame off is as near as a film gets."""
    return 0.5 / preset.fps.export + CLOCK_SLACK_S if preset.fps else 0.0


def _target(loudness: Loudness | None) -> LoudnessTarget:
    if loudness is None:
        return LoudnessTarget()
    return LoudnessTarget(
        lufs=loudness.integrated_lufs,
        tolerance_lu=min(loudness.tolerance_lu, LoudnessTarget().tolerance_lu),
        max_true_peak_dbtp=loudness.max_true_peak_dbtp,
    )


def _described(preset: Preset) -> str:
    size = f"{preset.width}x{preset.height}"
    parts = (preset.id, preset.platform, preset.placement, preset.asset_type, preset.aspect or "", size)
    return " ".join(parts).casefold()


@cache
def _by_id() -> dict[str, Preset]:
    source = resources.files("admaker_desktop") / "resources" / "presets" / "presets.json"
    data = json.loads(source.read_text(encoding="utf-8"))
    return {preset.id: preset for preset in map(Preset.model_validate, data["presets"])}
