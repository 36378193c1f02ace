"""Known values for settings that are free text to their node, and what stands in for a setting left empty."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import JsonValue

from admaker_desktop.core.messages import NOTHING, Message, msg
from admaker_desktop.core.ticks import s_from_ticks
from admaker_desktop.services.settings_forms import ChoiceSource

if TYPE_CHECKING:
    from admaker_desktop.capabilities.common import Capability, Vendor
    from admaker_desktop.delivery.preset_model import Preset


@dataclass(frozen=True, slots=True)
class Choice:
    """One known value."""

    value: str
    title: str
    """A name, the same in every language."""
    detail: str = ""
    group: str = ""
    refusal: Message = NOTHING
    """Why it cannot be chosen yet."""


@dataclass(frozen=True, slots=True)
class Inherited:
    """What a node works with while a setting is at its default."""

    value: JsonValue
    port: str
    """The input that it comes from; empty: the node's own result."""


def load_choices(source: ChoiceSource) -> tuple[Choice, ...]:
    """The known values of a source; reads a file the first time: call it on a worker thread."""
    return _LOADERS[source]() if source else ()


def vendor_choices(vendors: Iterable[Vendor], capability: Capability) -> tuple[Choice, ...]:
    """The services that have a capability, by their own word; builds none of them."""
    return tuple(
        Choice(vendor.info.id, vendor.info.title, detail="free" if vendor.info.is_draft else "unknown")
        for vendor in vendors
        if capability in vendor.info.lanes
    )


def inherited(
    node_type: str, field: str, settings: Mapping[str, JsonValue], inputs: Mapping[str, Any]
) -> Inherited | None:
    """What stands in for an empty setting, read from what has reached the node; None when that is not known yet.

    `inputs` holds the first value at each input by port name, and the node's own last outputs under the empty name.
    """
    find = _STAND_INS.get((node_type, field))
    return find(settings, inputs) if find else None


def unused_because(node_type: str, field: str, settings: Mapping[str, JsonValue]) -> Message:
    """Why a setting has no effect beside the others, NOTHING when it has."""
    if (node_type, field) == ("edit.formats", "aspects") and settings.get("presets"):
        return msg("Not used while placements are chosen.")
    return NOTHING


def _aspects() -> tuple[Choice, ...]:
    from admaker_desktop.delivery.presets import default_presets, find_preset

    found = []
    for aspect in ("9:16", "1:1", "16:9", "4:5", "2:3", "4:3"):
        preset = find_preset(default_presets((aspect,))[0])
        found.append(Choice(aspect, aspect, detail=f"{preset.width} × {preset.height}"))
    return tuple(found)


def _presets() -> tuple[Choice, ...]:
    from admaker_desktop.delivery.presets import all_presets

    return tuple(map(_preset, all_presets()))


def _preset(preset: Preset) -> Choice:
    from admaker_desktop.delivery.presets import kind_without_maker

    size = f"{preset.width} × {preset.height}" if preset.width else ""
    return Choice(
        value=preset.id,
        title=preset.placement,
        detail=size,
        group=preset.platform,
        refusal=kind_without_maker(preset) or NOTHING,
    )


def _voices() -> tuple[Choice, ...]:
    from admaker_desktop.providers.draft.voice import VOICES

    return tuple(
        Choice(voice, voice.partition("_")[2].capitalize(), detail=voice, group=language)
        for language, voices in VOICES.items()
        for voice in voices
    )


_LOADERS: dict[str, Callable[[], tuple[Choice, ...]]] = {"aspects": _aspects, "presets": _presets, "voices": _voices}


def _copy_text(settings: Mapping[str, JsonValue], inputs: Mapping[str, Any]) -> Inherited | None:
    script = inputs.get("script")
    return Inherited(script.copy_text(settings.get("role", "headline")), "script") if script else None


def _script_seconds(settings: Mapping[str, JsonValue], inputs: Mapping[str, Any]) -> Inherited | None:
    del settings
    brief, made = inputs.get("brief"), inputs.get("")
    if brief is not None and brief.lengths:
        return Inherited(brief.lengths[0].seconds, "brief")
    return Inherited(s_from_ticks(made.script.total_ticks), "") if made is not None else None


def _brief_language(settings: Mapping[str, JsonValue], inputs: Mapping[str, Any]) -> Inherited | None:
    del settings
    made = inputs.get("")
    return Inherited(made.brief.language, "") if made is not None else None


def _aspects_made(settings: Mapping[str, JsonValue], inputs: Mapping[str, Any]) -> Inherited | None:
    brief, made = inputs.get("brief"), inputs.get("")
    if brief is not None and brief.formats:
        return Inherited(list(brief.formats), "brief")
    if made is None or settings.get("presets"):
        return None
    return Inherited([made_format.aspect for made_format in made.formats], "")


def _voice(settings: Mapping[str, JsonValue], inputs: Mapping[str, Any]) -> Inherited | None:
    del settings
    made = inputs.get("")
    return Inherited(made.take.voice, "") if made is not None and made.take.voice else None


_StandIn = Callable[[Mapping[str, JsonValue], Mapping[str, Any]], Inherited | None]
_STAND_INS: dict[tuple[str, str], _StandIn] = {
    ("strategy.copy", "text"): _copy_text,
    ("strategy.script", "seconds"): _script_seconds,
    ("strategy.brief", "language"): _brief_language,
    ("edit.formats", "aspects"): _aspects_made,
    ("sound.voice", "voice"): _voice,
}
