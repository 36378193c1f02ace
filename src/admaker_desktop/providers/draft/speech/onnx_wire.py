"""Small edits of a serialised ONNX model without the 31 MB `onnx` package: one more output, or a part of the graph.

Field numbers are those of onnx.proto3: ModelProto.graph 7; GraphProto.node 1, initializer 5, input 11, output 12,
value_info 13; NodeProto.input 1, output 2; TensorProto.name 8; ValueInfoProto.name 1, type 2.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

_FLOAT = 1
_GRAPH, _NODE, _INITIALIZER, _INPUT, _OUTPUT = 7, 1, 5, 11, 12


class _Field(NamedTuple):
    number: int
    start: int
    """Where the field's tag begins."""
    body: int
    end: int


def with_output(model: bytes, tensor: str) -> bytes:
    """The model with one more output of floats: protobuf merges a message that is appended to another of its type."""
    return model + _length_delimited(_GRAPH, _output(tensor))


def cut_at(model: bytes, tensor: str) -> bytes:
    """The part of the model that computes one tensor of floats, which becomes its only output; raises ValueError."""
    view = memoryview(model)
    graph = next((field for field in _fields(view, 0, len(view)) if field.number == _GRAPH), None)
    if graph is None:
        raise ValueError("The model has no graph.")
    fields = list(_fields(view, graph.body, graph.end))
    kept = _needed_nodes(view, fields, tensor)
    needed = {name for field in kept for name in _strings(view, field, 1)}
    parts: list[bytes | memoryview] = []
    for field in fields:
        if (
            field in kept
            or field.number == _INPUT
            or (field.number == _INITIALIZER and needed.intersection(_strings(view, field, 8)))
        ):
            parts.append(view[field.start : field.end])
    parts.append(_output(tensor))
    body = b"".join(parts)
    return bytes(view[: graph.start]) + _length_delimited(_GRAPH, body) + bytes(view[graph.end :])


def _needed_nodes(view: memoryview, fields: list[_Field], tensor: str) -> set[_Field]:
    makers = {name: field for field in fields if field.number == _NODE for name in _strings(view, field, 2)}
    kept: set[_Field] = set()
    waiting = [tensor]
    while waiting:
        maker = makers.get(waiting.pop())
        if maker is not None and maker not in kept:
            kept.add(maker)
            waiting.extend(_strings(view, maker, 1))
    if not kept:
        raise ValueError(f"The model does not compute {tensor}.")
    return kept


def _output(tensor: str) -> bytes:
    element = _length_delimited(1, bytes([1 << 3, _FLOAT]))  # TypeProto.tensor_type.elem_type
    return _length_delimited(_OUTPUT, _length_delimited(1, tensor.encode()) + _length_delimited(2, element))


def _fields(view: memoryview, at: int, end: int) -> Iterator[_Field]:
    """The fields of a message between two offsets; raises ValueError when it is damaged."""
    while at < end:
        start = at
        tag, at = _varint(view, at)
        kind = tag & 7
        if kind == 0:
            body, (_, at) = at, _varint(view, at)
        elif kind == 2:
            size, body = _varint(view, at)
            at = body + size
        elif kind in (1, 5):
            body, at = at, at + (8 if kind == 1 else 4)
        else:
            raise ValueError("The model file is damaged.")
        yield _Field(tag >> 3, start, body, at)


def _strings(view: memoryview, message: _Field, number: int) -> list[str]:
    return [
        str(view[field.body : field.end], "utf-8")
        for field in _fields(view, message.body, message.end)
        if field.number == number
    ]


def _varint(view: memoryview, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = view[at]
        value |= (byte & 127) << shift
        at += 1
        if byte < 128:
            return value, at
        shift += 7


def _length_delimited(number: int, body: bytes) -> bytes:
    size, head = len(body), bytearray([number << 3 | 2])
    while size > 127:
        head.append(size & 127 | 128)
        size >>= 7
    head.append(size)
    return bytes(head) + body
