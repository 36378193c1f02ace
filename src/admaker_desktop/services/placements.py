"""Placements to choose from for an export: what each asks for, from which source, and whether it can be made."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from admaker_desktop.ad.brief import Brief
from admaker_desktop.core.errors import UsageError
from admaker_desktop.core.messages import NOTHING, Message, msg
from admaker_desktop.delivery.naming import file_stem
from admaker_desktop.delivery.preset_model import Duration, Preset
from admaker_desktop.delivery.presets import (
    all_presets,
    default_presets,
    duration_problem,
    kind_without_maker,
)
from admaker_desktop.graph.model import Workflow

_FORMATS = "edit.formats"
_MOST_IN_SECONDS = 120
"""A longer time is told in minutes and hours."""
_WHEN_SILENT = ("9:16", "1:1", "16:9")
"""What is made when neither the workflow nor the brief names a format."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a placement's figures were read."""

    url: str
    site: str
    """The address's host, without `www.`."""
    date: str
    """As noted with the figures: "read 2026-11-23", "updated 2025-08-22"."""


@dataclass(frozen=True, slots=True)
class Placement:
    """One placement, ready to be listed."""

    id: str
    platform: str
    name: str
    kind: str
    """video, image, audio, html5."""
    aspect: str
    width_px: int
    """0 where the placement has no fixed size."""
    height_px: int
    fps: float
    length: Message
    """Which lengths it takes."""
    max_bytes: int
    """0 where no limit is published."""
    lufs: float | None
    captions: str
    notes: tuple[str, ...]
    confidence: str
    sources: tuple[Source, ...]
    problem: Message
    """Why this ad cannot be made for it; empty when it can."""
    is_suggested: bool

    @property
    def can_be_made(self) -> bool:
        return not self.problem

    @property
    def words(self) -> str:
        """What a search looks at, in small letters."""
        size = f"{self.width_px}x{self.height_px}"
        return f"{self.id} {self.platform} {self.name} {self.kind} {self.aspect} {size}".casefold()


def placements(seconds: float | None, suggested: tuple[str, ...]) -> tuple[Placement, ...]:
    """Every placement, the suggested ones first; `seconds` is the ad's length, None while nobody knows.

    Any thread; the first call reads a file.
    """
    found = [_placement(preset, seconds, preset.id in suggested) for preset in all_presets()]
    order = {preset_id: place for place, preset_id in enumerate(suggested)}
    return tuple(sorted(found, key=lambda one: order.get(one.id, len(order))))


def suggested_presets(workflow: Workflow, brief: Brief | None) -> tuple[str, ...]:
    """The placements that the workflow is made for: its own choice, else its ratios, else the brief's."""
    settings = next((record.settings for record in workflow.nodes if record.type == _FORMATS), {})
    chosen, aspects = settings.get("presets"), settings.get("aspects")
    if isinstance(chosen, list) and chosen:
        return tuple(map(str, chosen))
    named = tuple(map(str, aspects)) if isinstance(aspects, list) else ()
    try:
        return default_presets(named or (brief.formats if brief else ()) or _WHEN_SILENT)
    except UsageError:
        return default_presets(_WHEN_SILENT)


def file_name(placement: Placement, brief: Brief, seconds: float) -> str:
    """What the placement's film will be called."""
    stem = file_stem(
        brand=brief.brand,
        product=brief.product,
        seconds=seconds,
        aspect=placement.aspect,
        preset_id=placement.id,
        lang=brief.language,
    )
    return f"{stem}.mp4"


def _placement(preset: Preset, seconds: float | None, is_suggested: bool) -> Placement:
    return Placement(
        id=preset.id,
        platform=preset.platform,
        name=preset.placement,
        kind=preset.asset_type,
        aspect=preset.aspect or "",
        width_px=preset.width or 0,
        height_px=preset.height or 0,
        fps=preset.fps.export if preset.fps else 0.0,
        length=_length(preset.duration),
        max_bytes=preset.max_file_bytes or 0,
        lufs=preset.loudness.integrated_lufs if preset.loudness else None,
        captions=preset.captions,
        notes=tuple(dict.fromkeys(preset.notes)),
        confidence=preset.confidence,
        sources=tuple(Source(source.url, _site(source.url), source.date) for source in preset.sources),
        problem=_problem(preset, seconds),
        is_suggested=is_suggested,
    )


def _problem(preset: Preset, seconds: float | None) -> Message:
    reason = kind_without_maker(preset)
    if reason is None and not (preset.width and preset.height and preset.aspect):
        reason = msg("its size is unknown")
    if reason is None and seconds is not None:
        reason = duration_problem(preset, seconds)
    return reason or NOTHING


def _length(rule: Duration | None) -> Message:
    if rule is None:
        return NOTHING
    if rule.exact_s:
        return msg("{slots} s", slots=" / ".join(f"{slot:g}" for slot in rule.exact_s))
    least = f"{rule.min_s:g}" if rule.min_s else ""
    if rule.max_s is None:
        return msg("from {least} s", least=least) if least else msg("any length")
    if rule.max_s > _MOST_IN_SECONDS:
        longest = _long(round(rule.max_s / 60))
        return (
            msg("{least} s to {longest}", least=least, longest=longest)
            if least
            else msg("up to {longest}", longest=longest)
        )
    most = f"{rule.max_s:g}"
    return msg("{least} to {most} s", least=least, most=most) if least else msg("up to {most} s", most=most)


def _long(minutes: int) -> Message:
    """A length as people say it: 15 min, 1 h, 4 h 01 min."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return msg("{minutes} min", minutes=rest)
    return msg("{hours} h {minutes} min", hours=hours, minutes=f"{rest:02d}") if rest else msg("{hours} h", hours=hours)


def _site(url: str) -> str:
    host = urlsplit(url).hostname or url
    return host.removeprefix("www.")
