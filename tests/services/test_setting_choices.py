"""Known values of settings, and what stands in for an empty one."""

from __future__ import annotations

from types import SimpleNamespace

from admaker_desktop.core.messages import NOTHING
from admaker_desktop.core.ticks import ticks_from_s
from admaker_desktop.providers.catalog import VendorCatalog
from admaker_desktop.services.setting_choices import (
    Inherited,
    inherited,
    load_choices,
    unused_because,
    vendor_choices,
)


def test_ratios_placements_and_voices_are_known() -> None:
    assert [choice.value for choice in load_choices("aspects")][:3] == ["9:16", "1:1", "16:9"]
    placements = load_choices("presets")
    assert len(placements) >= 100
    assert any(choice.refusal for choice in placements)
    assert not next(choice for choice in placements if choice.value == "yt_infeed_16x9").refusal
    assert "Heart" in {choice.title for choice in load_choices("voices")}
    assert load_choices("") == ()


def test_services_are_offered_for_what_they_can() -> None:
    vendors = VendorCatalog()
    assert [(choice.value, choice.detail) for choice in vendor_choices(vendors, "voice")] == [("draft", "free")]
    vendors.close()


def test_an_empty_text_is_the_scripts() -> None:
    script = SimpleNamespace(copy_text=lambda role: f"the {role}")
    found = inherited("strategy.copy", "text", {"role": "cta"}, {"script": script})
    assert found == Inherited("the cta", "script")
    assert inherited("strategy.copy", "text", {}, {}) is None
    assert inherited("strategy.copy", "role", {}, {"script": script}) is None


def test_an_empty_length_is_the_briefs_or_what_was_made() -> None:
    brief = SimpleNamespace(lengths=(SimpleNamespace(seconds=20.0),))
    made = SimpleNamespace(script=SimpleNamespace(total_ticks=ticks_from_s(15)))
    assert inherited("strategy.script", "seconds", {}, {"brief": brief}) == Inherited(20.0, "brief")
    no_length = SimpleNamespace(lengths=())
    assert inherited("strategy.script", "seconds", {}, {"brief": no_length, "": made}) == Inherited(15.0, "")
    assert inherited("strategy.script", "seconds", {}, {}) is None


def test_language_ratios_and_voice_stand_in_once_they_are_known() -> None:
    made = SimpleNamespace(brief=SimpleNamespace(language="fr"))
    assert inherited("strategy.brief", "language", {}, {"": made}) == Inherited("fr", "")
    formats = SimpleNamespace(formats=(SimpleNamespace(aspect="1:1"),))
    brief = SimpleNamespace(formats=("9:16",))
    assert inherited("edit.formats", "aspects", {}, {"brief": brief}) == Inherited(["9:16"], "brief")
    silent = SimpleNamespace(formats=())
    assert inherited("edit.formats", "aspects", {}, {"brief": silent, "": formats}) == Inherited(["1:1"], "")
    assert inherited("edit.formats", "aspects", {"presets": ["x"]}, {"": formats}) is None
    take = SimpleNamespace(take=SimpleNamespace(voice="kokoro / af_heart"))
    assert inherited("sound.voice", "voice", {}, {"": take}) == Inherited("kokoro / af_heart", "")


def test_ratios_do_nothing_while_placements_are_chosen() -> None:
    assert unused_because("edit.formats", "aspects", {"presets": ["yt_infeed_16x9"]})
    assert unused_because("edit.formats", "aspects", {}) == NOTHING
