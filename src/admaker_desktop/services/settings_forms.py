"""What the inspector shows for a node's settings, read from their annotations: kind of editor, limits, words, checks.

Nothing here draws: a form is frozen data, and a value is judged by the same pydantic rules as at a run.
"""

from __future__ import annotations

import json
import math
import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import JsonValue, TypeAdapter, ValidationError

from admaker_desktop.ad.answers import FIELDS
from admaker_desktop.core.errors import AdMakerError, NodeInputError
from admaker_desktop.core.media import ImageRef
from admaker_desktop.core.messages import Message, msg
from admaker_desktop.engine.node import Node
from admaker_desktop.engine.registry import NodeRegistry, NodeSpec, SettingSpec, split_list
from admaker_desktop.engine.values import jsonable

EditorKind = Literal[
    "line", "text", "number", "slider", "switch", "choice", "provider", "list", "pictures", "rows", "json"
]
ChoiceSource = Literal["", "aspects", "presets", "voices"]

_LONG_TEXTS = frozenset({"text", "prompt", "notes"})
_LONG_FROM = 200
"""A text that may grow over this many characters gets an area instead of a line."""
_SLIDER_STEPS = 200
_LABELS = {
    "aspects": "Ratios",
    "cta": "Call to action",
    "files": "Pictures",
    "name": "File name",
    "presets": "Placements",
    "provider": "Made by",
    "role": "Which text",
    "seconds": "Length",
    "text": "Words",
}
_CHOICES = {
    "auto": "As the brief says",
    "cta": "Call to action",
    "en": "English",
    "fr": "French",
    "legal": "Legal line",
}
_SOURCES: dict[tuple[str, str], ChoiceSource] = {
    ("edit.formats", "aspects"): "aspects",
    ("edit.formats", "presets"): "presets",
    ("sound.voice", "voice"): "voices",
}
_NAMES = {("strategy.brief", "answers"): FIELDS}


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of a number: least, most, step; None = open."""

    least: float | None = None
    most: float | None = None
    step: float = 1.0
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class SettingField:
    """One setting as a form shows it. Words are English ids, looked up by the window."""

    name: str
    label: str
    doc: str
    unit: str
    kind: EditorKind
    default: JsonValue
    limits: Limits = Limits()
    choices: tuple[tuple[str, str], ...] = ()
    """(value, words), when the annotation lists them."""
    source: ChoiceSource = ""
    """Where known values come from; see `services.setting_choices`."""
    max_length: int | None = None
    names: tuple[str, ...] = ()
    """The names that a mapping takes; empty: any."""


def form_of(spec: NodeSpec) -> tuple[SettingField, ...]:
    """The form of a node type, in the order of its class."""
    return tuple(_field(spec, setting) for setting in spec.settings.values())


def check(spec: NodeSpec, name: str, value: object) -> JsonValue:
    """A value as it would be kept; raises NodeInputError with a sentence for the place below the field."""
    try:
        right = _adapter(spec.cls, name).validate_python(value)
    except ValidationError as error:
        raise NodeInputError(_sentence(error.errors(include_url=False)[0])) from error
    _ask_class(spec.cls, name, right)
    return jsonable(right)  # type: ignore[no-any-return]


def _ask_class(cls: type[Node], name: str, value: object) -> None:
    """Let the class's own validators judge; what else it lacks (its inputs) does not matter here."""
    if not cls.__pydantic_decorators__.field_validators:
        return
    try:
        cls.model_validate({name: value})
    except ValidationError as error:
        for problem in error.errors(include_url=False):
            if problem["loc"][:1] == (name,):
                raise NodeInputError(_sentence(problem | {"loc": problem["loc"][1:]})) from error


def check_json(spec: NodeSpec, name: str, text: str) -> JsonValue:
    """Like `check` for a value typed as JSON; a text that is none is taken as a plain text."""
    try:
        value: object = json.loads(text)
    except ValueError:
        value = text
    return check(spec, name, value)


def label_of(name: str) -> str:
    """A field's name as words: `end_card_s` is "End card s"."""
    return _LABELS.get(name) or name.replace("_", " ").strip().capitalize()


def port_label(name: str) -> str:
    """A port's name as words."""
    return "Call to action" if name == "cta" else name.replace("_", " ").strip().capitalize()


def choice_label(value: str) -> str:
    """A choice of an annotation as words."""
    return _CHOICES.get(value) or value.replace("_", " ").strip().capitalize()


def words(registry: NodeRegistry) -> Iterator[str]:
    """Every text that forms of these node types show, for the catalogue of translations."""
    for spec in registry:
        for field in form_of(spec):
            yield field.label
            yield field.doc
            yield from (label for _, label in field.choices)
        for port in (*spec.ports.values(), *spec.outputs.values()):
            yield port_label(port.name)
            yield port.doc


def _field(spec: NodeSpec, setting: SettingSpec) -> SettingField:
    facts = _facts(spec.cls, setting.name)
    kind = _kind(spec, setting, facts)
    inner = _without_none(setting.annotation)
    choices = get_args(inner) if get_origin(inner) is Literal else ()
    return SettingField(
        name=setting.name,
        label=label_of(setting.name),
        doc=setting.doc,
        unit=setting.unit,
        kind=kind,
        default=jsonable(setting.default),
        limits=_limits(inner, facts) if kind in ("number", "slider") else Limits(),
        choices=tuple((str(choice), choice_label(str(choice))) for choice in choices),
        source=_SOURCES.get((spec.type, setting.name), ""),
        max_length=facts.get("max_length"),
        names=_NAMES.get((spec.type, setting.name), ()),
    )


def _kind(spec: NodeSpec, setting: SettingSpec, facts: Mapping[str, Any]) -> EditorKind:
    inner = _without_none(setting.annotation)
    if setting.name == "provider" and spec.uses is not None:
        return "provider"
    if inner is bool:
        return "switch"
    if inner is str:
        is_long = setting.name in _LONG_TEXTS or facts.get("max_length", 0) > _LONG_FROM
        return "text" if is_long else "line"
    if inner in (int, float):
        is_bounded = _bound(facts, "ge", "gt") is not None and _bound(facts, "le", "lt") is not None
        return "slider" if is_bounded else "number"
    return _kind_of_many(inner)


def _kind_of_many(inner: Any) -> EditorKind:
    if get_origin(inner) is Literal and all(isinstance(choice, str) for choice in get_args(inner)):
        return "choice"
    item, is_list = split_list(inner)
    if is_list and item is str:
        return "list"
    if is_list and item is ImageRef:
        return "pictures"
    origin = get_origin(inner)
    if isinstance(origin, type) and issubclass(origin, Mapping) and get_args(inner) == (str, str):
        return "rows"
    return "json"


def _without_none(annotation: Any) -> Any:
    if get_origin(annotation) in (Union, types.UnionType):
        rest = [choice for choice in get_args(annotation) if choice is not type(None)]
        if len(rest) == 1:
            return rest[0]
    return annotation


def _facts(cls: type[Node], name: str) -> dict[str, Any]:
    """The limits in a field's annotation by name: ge, gt, le, lt, multiple_of, max_length."""
    facts: dict[str, Any] = {}
    for mark in cls.model_fields[name].metadata:
        for fact in ("ge", "gt", "le", "lt", "multiple_of", "max_length"):
            value = getattr(mark, fact, None)
            if value is not None:
                facts[fact] = value
    return facts


def _bound(facts: Mapping[str, Any], *names: str) -> float | None:
    return next((float(facts[name]) for name in names if name in facts), None)


def _limits(inner: Any, facts: Mapping[str, Any]) -> Limits:
    least, most = _bound(facts, "ge", "gt"), _bound(facts, "le", "lt")
    if inner is int:
        return Limits(least, most, float(facts.get("multiple_of", 1)), 0)
    span = most - least if least is not None and most is not None else _SLIDER_STEPS / 10
    step = float(facts.get("multiple_of", 0)) or _round_step(span / _SLIDER_STEPS)
    return Limits(least, most, step, max(0, -math.floor(math.log10(step))))


def _round_step(raw: float) -> float:
    """The largest of 1, 2, 5 times a power of ten that is not above."""
    power = 10.0 ** math.floor(math.log10(raw))
    return power * max(factor for factor in (1, 2, 5) if factor * power <= raw * 1.000001)


@lru_cache(maxsize=256)
def _adapter(cls: type[Node], name: str) -> TypeAdapter[Any]:
    return TypeAdapter(cls.model_fields[name].rebuild_annotation())


def _sentence(problem: Any) -> Message:
    """One of pydantic's findings in the words of a person, with the place inside a list or mapping."""
    told = _told(problem["type"], problem.get("ctx", {}), problem.get("input"))
    told = told or msg("This value does not fit: {reason}.", reason=str(problem["msg"]))
    place = ".".join(str(part + 1) if isinstance(part, int) else part for part in problem["loc"])
    return msg("Entry {place}: {problem}", place=place, problem=told) if place else told


def _told(kind: str, facts: Mapping[str, Any], given: object) -> Message | None:
    if kind == "value_error":
        cause = getattr(facts.get("error"), "__cause__", None)
        return cause.whole if isinstance(cause, AdMakerError) else None
    if kind in {"int_parsing", "int_type", "int_from_float"}:
        return msg("Give a whole number.")
    if kind in {"float_parsing", "float_type", "finite_number"}:
        return msg("Give a number.")
    if kind == "literal_error":
        return msg("Choose one of {choices}.", choices=str(facts["expected"]))
    return _told_of_words(kind, facts, given) or _told_of_range(kind, facts)


def _told_of_words(kind: str, facts: Mapping[str, Any], given: object) -> Message | None:
    if kind == "string_type":
        return msg("Give words.")
    if kind == "string_too_long":
        count = len(given) if isinstance(given, str) else 0
        return msg("At most {most} characters; these are {count}.", most=facts["max_length"], count=count)
    if kind == "string_too_short":
        return msg("At least {least} characters.", least=facts["min_length"])
    if kind == "string_pattern_mismatch" and _is_id(facts):
        return msg("Use small letters, digits and _ only, a letter first.")
    return None


def _told_of_range(kind: str, facts: Mapping[str, Any]) -> Message | None:
    if kind == "greater_than_equal":
        return msg("The least is {limit}.", limit=_number(facts["ge"]))
    if kind == "less_than_equal":
        return msg("The most is {limit}.", limit=_number(facts["le"]))
    if kind == "greater_than":
        return msg("It must be more than {limit}.", limit=_number(facts["gt"]))
    if kind == "less_than":
        return msg("It must be less than {limit}.", limit=_number(facts["lt"]))
    if kind == "multiple_of":
        return msg("It goes in steps of {step}.", step=_number(facts["multiple_of"]))
    if kind == "too_long":
        return msg("At most {most} entries.", most=int(facts["max_length"]))
    if kind == "too_short":
        return msg("At least {least} entries.", least=int(facts["min_length"]))
    return None


def _is_id(facts: Mapping[str, Any]) -> bool:
    return str(facts.get("pattern", "")).startswith("^[a-z][a-z0-9_]")


def _number(value: float) -> str:
    return f"{value:g}"
