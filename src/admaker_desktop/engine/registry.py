"""The register of node types: everything about a node is read from its annotations, and a bad node is refused."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from admaker_desktop.capabilities.common import Capability
from admaker_desktop.core.errors import GraphError
from admaker_desktop.engine.lane import Lane
from admaker_desktop.engine.node import Node, NodeOutputs, Port, Setting

_ID = re.compile(r"^[a-z]+\.[a-z][a-z0-9_]*$")


@dataclass(frozen=True, slots=True)
class PortSpec:
    """A port: what it takes or gives."""

    name: str
    doc: str
    item: Any
    """The type of one value."""
    is_list: bool
    is_required: bool = True


@dataclass(frozen=True, slots=True)
class SettingSpec:
    """A setting: type, default, unit and help."""

    name: str
    doc: str
    unit: str
    annotation: Any
    default: Any


NodeClass = type[Node]


@dataclass(frozen=True, slots=True)
class NodeSpec:
    """A registered node type."""

    type: str
    title: str
    category: str
    lane: Lane
    version: int
    uses: Capability | None
    doc: str
    cls: NodeClass
    ports: dict[str, PortSpec] = field(default_factory=dict)
    settings: dict[str, SettingSpec] = field(default_factory=dict)
    outputs: dict[str, PortSpec] = field(default_factory=dict)


class BadNodeError(TypeError):
    """A node class that cannot be registered: a programmer's mistake, found at import."""


class NodeRegistry:
    """Node types by id."""

    def __init__(self) -> None:
        self._specs: dict[str, NodeSpec] = {}

    def add(self, spec: NodeSpec) -> None:
        """Register; raises BadNodeError when the id is taken."""
        if spec.type in self._specs and self._specs[spec.type].cls is not spec.cls:
            raise BadNodeError(f"The node {spec.cls.__name__} is refused: the id '{spec.type}' is taken.")
        self._specs[spec.type] = spec

    def get(self, node_type: str) -> NodeSpec:
        """The spec of a type; raises GraphError when this version of the app does not have it."""
        spec = self._specs.get(node_type)
        if spec is None:
            raise GraphError(
                "The node type '{node_type}' is not known to this version.", node_type=node_type, hint="Update AdMaker."
            )
        return spec

    def __iter__(self) -> Iterator[NodeSpec]:
        return iter(sorted(self._specs.values(), key=lambda spec: spec.type))

    def __len__(self) -> int:
        return len(self._specs)


registry = NodeRegistry()
"""The node types of the app; filled when `nodes` is imported."""

NodeT = TypeVar("NodeT", bound=NodeClass)


def node(
    node_type: str,
    *,
    title: str,
    category: str,
    lane: Lane,
    version: int,
    uses: Capability | None = None,
    into: NodeRegistry | None = None,
) -> Callable[[NodeT], NodeT]:
    """Register a node class; raises BadNodeError with one sentence that lists every problem."""

    def register(cls: NodeT) -> NodeT:
        target = registry if into is None else into
        target.add(_read_spec(cls, NodeSpec(node_type, title, category, lane, version, uses, cls.__doc__ or "", cls)))
        return cls

    return register


def split_list(annotation: Any) -> tuple[Any, bool]:
    """The item type of `tuple[T, ...]` or `list[T]` and True, else the type itself and False."""
    origin = get_origin(annotation)
    if origin is tuple:
        arguments = get_args(annotation)
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            return arguments[0], True
    if origin is list:
        return get_args(annotation)[0], True
    return annotation, False


def accepts(item: Any, given: Any) -> bool:
    """Whether a port of one type takes values of another."""
    if item is Any or item == given:
        return True
    if get_origin(item) in (Union, types.UnionType):
        return any(accepts(choice, given) for choice in get_args(item))
    return isinstance(item, type) and isinstance(given, type) and issubclass(given, item)


def _read_spec(cls: NodeClass, spec: NodeSpec) -> NodeSpec:
    problems = []
    if not _ID.match(spec.type):
        problems.append(f"the id '{spec.type}' is not like 'visual.image'")
    if spec.version < 1:
        problems.append("the version is below 1")
    if not (cls.__doc__ or "").strip() or cls.__doc__ == Node.__doc__:
        problems.append("it has no docstring")
    if "run" not in cls.__dict__:
        problems.append("it has no run method")
    outputs = cls.__dict__.get("Outputs")
    if not (isinstance(outputs, type) and issubclass(outputs, NodeOutputs)):
        problems.append("it has no Outputs class")
    elif not outputs.model_fields:
        problems.append("its Outputs has no field")
    else:
        spec.outputs.update(_read_outputs(outputs))
    for name, info in cls.model_fields.items():
        problem = _read_field(spec, name, info)
        if problem:
            problems.append(problem)
    if problems:
        raise BadNodeError(f"The node {cls.__name__} is refused: {'; '.join(problems)}.")
    return spec


def _read_outputs(outputs: type[NodeOutputs]) -> dict[str, PortSpec]:
    specs = {}
    for name, info in outputs.model_fields.items():
        item, is_list = split_list(info.annotation)
        specs[name] = PortSpec(name, info.description or "", item, is_list)
    return specs


def _read_field(spec: NodeSpec, name: str, info: FieldInfo) -> str:
    """Add the field to the spec; the problem with it, empty when there is none."""
    marks = [mark for mark in info.metadata if isinstance(mark, Port | Setting)]
    if len(marks) != 1:
        return f"the field '{name}' has {len(marks)} of Port and Setting instead of one"
    mark = marks[0]
    if not mark.doc.strip():
        return f"the field '{name}' has no help text"
    if isinstance(mark, Port):
        item, is_list = split_list(info.annotation)
        spec.ports[name] = PortSpec(name, mark.doc, item, is_list, info.is_required())
        return ""
    if info.is_required():
        return f"the setting '{name}' has no default"
    default = info.get_default(call_default_factory=True, validated_data={})
    spec.settings[name] = SettingSpec(name, mark.doc, mark.unit, info.annotation, default)
    return ""


def type_name(annotation: Any) -> str:
    """A type as people read it: `ImageRef`, `Shot`, `text`."""
    if annotation is str:
        return "text"
    if get_origin(annotation) is typing.Literal:
        return " | ".join(str(choice) for choice in get_args(annotation))
    item, is_list = split_list(annotation)
    if is_list:
        return f"list of {type_name(item)}"
    return getattr(annotation, "__name__", str(annotation))
