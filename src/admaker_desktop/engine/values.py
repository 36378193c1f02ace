"""Canonical text and digests of the values that flow between nodes: what cache keys are made of."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from pydantic import BaseModel
from pydantic_core import to_jsonable_python


def jsonable(value: Any, context: object = None) -> Any:
    """A value as plain JSON data; models by their fields, with what the context says about them (`ad.base`)."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", context=context)
    return to_jsonable_python(value, context=context)


def canonical(value: Any) -> str:
    """The one JSON text of a value: sorted keys, no spaces."""
    return json.dumps(jsonable(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest(*parts: str) -> str:
    """32 hex digits over the parts, each with its length, so that ('a', 'bc') is not ('ab', 'c')."""
    state = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode()
        state.update(len(data).to_bytes(8, "little"))
        state.update(data)
    return state.hexdigest()
