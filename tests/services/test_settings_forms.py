"""Forms of nodes: the editor, limits and words of each setting, and the sentences for what it refuses."""

from __future__ import annotations

import pytest

import admaker_desktop.nodes.catalog  # noqa: F401 - registers the node types
from admaker_desktop.core.errors import NodeInputError
from admaker_desktop.engine.registry import NodeSpec, registry
from admaker_desktop.services.settings_forms import Limits, SettingField, check, check_json, form_of, label_of, words
from tests.fakes.forms import EVERY


def field(spec: NodeSpec, name: str) -> SettingField:
    return next(field for field in form_of(spec) if field.name == name)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("line", "line"),
        ("prompt", "text"),
        ("long", "text"),
        ("share", "slider"),
        ("count", "slider"),
        ("seed", "number"),
        ("gap", "number"),
        ("loud", "switch"),
        ("kind", "choice"),
        ("maybe", "number"),
        ("tags", "list"),
        ("answers", "rows"),
        ("grid", "json"),
    ],
)
def test_the_annotation_chooses_the_editor(name: str, kind: str) -> None:
    assert field(EVERY, name).kind == kind


def test_every_setting_of_the_catalogue_has_an_editor_of_its_own() -> None:
    kinds = {(spec.type, form.name): form.kind for spec in registry for form in form_of(spec)}
    assert "json" not in kinds.values()
    assert kinds["strategy.copy", "text"] == "text"
    assert kinds["visual.files", "files"] == "pictures"
    assert kinds["sound.voice", "provider"] == "provider"


def test_bounds_give_a_round_step() -> None:
    assert field(EVERY, "share").limits == Limits(0, 1, 0.005, 3)
    assert field(EVERY, "count").limits == Limits(1, 12, 1, 0)
    assert field(EVERY, "gap").limits.least == 0
    assert field(registry.get("strategy.script"), "seconds").limits == Limits(0, 180, 0.5, 1)


def test_choices_and_labels_are_words() -> None:
    assert field(EVERY, "kind").choices == (("plain", "Plain"), ("extra_bold", "Extra bold"))
    assert label_of("end_card_s") == "End card s"
    assert {"Words", "Call to action", "Which text this is."} <= set(words(registry))


def test_a_right_value_comes_back_as_it_is_kept() -> None:
    assert check(registry.get("strategy.copy"), "text", "  Order now ") == "Order now"
    assert check(EVERY, "tags", ("a", "b")) == ["a", "b"]
    assert check_json(EVERY, "grid", "[[1, 2]]") == [[1, 2]]
    assert check_json(EVERY, "line", "plain words") == "plain words"


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("share", 2, "The most is 1."),
        ("share", -1, "The least is 0."),
        ("gap", 0, "It must be more than 0."),
        ("share", "much", "Give a number."),
        ("count", "many", "Give a whole number."),
        ("count", 1.5, "Give a whole number."),
        ("line", 3, "Give words."),
        ("kind", "other", "Choose one of 'plain' or 'extra_bold'."),
        ("long", "x" * 401, "At most 400 characters; these are 401."),
        ("tags", ["a", "b", "c"], "At most 2 entries."),
        ("tags", ["a", 3], "Entry 2: Give words."),
        ("grid", "no", "This value does not fit: Input should be a valid tuple."),
    ],
)
def test_a_wrong_value_is_refused_with_a_sentence(name: str, value: object, sentence: str) -> None:
    with pytest.raises(NodeInputError) as refused:
        check(EVERY, name, value)
    assert str(refused.value) == sentence


def test_an_id_and_an_answer_are_refused_in_their_own_words() -> None:
    with pytest.raises(NodeInputError, match="small letters"):
        check(registry.get("sound.voice"), "provider", "Not An Id")
    with pytest.raises(NodeInputError, match="A brief has no answer 'mood'"):
        check(registry.get("strategy.brief"), "answers", {"mood": "calm"})
