"""From a node and the values that reach it to the steps to be run: collecting lists, and fanning out over them."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from admaker_desktop.core.errors import GraphError, NodeInputError
from admaker_desktop.engine.context import Providers
from admaker_desktop.engine.node import Node, NodeOutputs
from admaker_desktop.engine.registry import NodeSpec, PortSpec, accepts, type_name
from admaker_desktop.engine.values import canonical, digest
from admaker_desktop.graph.model import Link, NodeRecord

Results = Mapping[str, "NodeResult"]


@dataclass(frozen=True, slots=True)
class Step:
    """One call of a node with all its inputs."""

    node_id: str
    item: int
    items: int
    spec: NodeSpec
    node: Node
    key: str
    take: int

    @property
    def id(self) -> str:
        return self.node_id if self.items == 1 else f"{self.node_id}[{self.item}]"


@dataclass(frozen=True, slots=True)
class NodeResult:
    """What a node has made: one outputs value, or one for each item of a fan-out."""

    spec: NodeSpec
    outputs: tuple[NodeOutputs, ...]
    is_fanned: bool

    def values(self, port: str) -> tuple[tuple[Any, ...], bool]:
        """The values at an output and whether they are a list."""
        if not self.is_fanned:
            value = getattr(self.outputs[0], port)
            is_list = self.spec.outputs[port].is_list
            return (tuple(value) if is_list else (value,)), is_list
        values = [getattr(outputs, port) for outputs in self.outputs]
        if self.spec.outputs[port].is_list:
            return tuple(itertools.chain.from_iterable(values)), True
        return tuple(values), True


def check_links(record: NodeRecord, spec: NodeSpec, links: tuple[Link, ...], sources: Mapping[str, NodeSpec]) -> None:
    """Raises GraphError for the first wire that does not fit, NodeInputError for a port that misses its wire."""
    for link in links:
        port = spec.ports.get(link.to_port)
        if port is None:
            raise GraphError(
                "'{node}' has no input '{port}'.", node=record.id, port=link.to_port, hint="Remove the wire."
            )
        output = sources[link.from_node].outputs.get(link.from_port)
        if output is None:
            raise GraphError(
                "'{source}' has no output '{output}'.",
                source=link.from_node,
                output=link.from_port,
                hint="Remove the wire.",
            )
        if not accepts(port.item, output.item):
            given, wanted = type_name(output.item), type_name(port.item)
            raise GraphError(
                "{source}.{output} gives {given}, {node}.{port} takes {wanted}.",
                source=link.from_node,
                output=link.from_port,
                given=given,
                node=record.id,
                port=link.to_port,
                wanted=wanted,
            )
    wired = {link.to_port for link in links}
    missing = [port.name for port in spec.ports.values() if port.is_required and port.name not in wired]
    if missing:
        raise NodeInputError(
            "'{node}' has nothing wired to {ports}.", node=record.id, ports=", ".join(missing), hint="Wire it."
        )


def expand(
    record: NodeRecord, spec: NodeSpec, links: tuple[Link, ...], results: Results, providers: Providers
) -> tuple[tuple[Step, ...], bool]:
    """The steps of a node whose sources are all done, and whether it fans out; raises NodeInputError."""
    fixed: dict[str, Any] = {}
    fanned: dict[str, tuple[Any, ...]] = {}
    for port in spec.ports.values():
        wires = [link for link in links if link.to_port == port.name]
        if wires:
            _gather(port, wires, results, fixed, fanned)
    salt = _salt(record, spec, providers)
    combinations = list(itertools.product(*fanned.values()))
    steps = []
    for item, combination in enumerate(combinations):
        inputs = fixed | dict(zip(fanned, combination, strict=True))
        node = build(record, spec, inputs)
        key = digest(spec.type, str(spec.version), canonical(node), str(record.take), salt)
        steps.append(Step(record.id, item, len(combinations), spec, node, key, record.take))
    return tuple(steps), bool(fanned)


def build(record: NodeRecord, spec: NodeSpec, inputs: Mapping[str, Any]) -> Node:
    """The node with its settings and inputs; raises NodeInputError with the settings that it refuses."""
    try:
        return spec.cls.model_validate({**record.settings, **inputs})
    except ValidationError as error:
        raise NodeInputError("'{node}' refuses {problem}.", node=record.id, problem=describe(error)) from error


def describe(error: ValidationError) -> str:
    """A validation error as one readable line."""
    problems = []
    for problem in error.errors(include_url=False, include_input=True):
        place = ".".join(str(part) for part in problem["loc"]) or "value"
        problems.append(f"{place} = {problem['input']!r:.60} ({problem['msg']})")
    return "; ".join(problems)


def _gather(
    port: PortSpec, wires: list[Link], results: Results, fixed: dict[str, Any], fanned: dict[str, tuple[Any, ...]]
) -> None:
    sources = [results[wire.from_node].values(wire.from_port) for wire in wires]
    if port.is_list:
        fixed[port.name] = tuple(itertools.chain.from_iterable(values for values, _ in sources))
        return
    values, is_list = sources[-1]
    if is_list:
        fanned[port.name] = values
    else:
        fixed[port.name] = values[0]


def _salt(record: NodeRecord, spec: NodeSpec, providers: Providers) -> str:
    salt = spec.cls.salt()
    if spec.uses is None:
        return salt
    vendor = record.settings.get("provider", spec.settings["provider"].default)
    return digest(salt, providers.fingerprint(str(vendor), spec.uses))
