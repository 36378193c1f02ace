"""Names of things: short sortable ids and the types that keep them apart."""

from __future__ import annotations

import secrets
import time
from typing import NewType

NodeId = NewType("NodeId", str)
RunId = NewType("RunId", str)
Sha256 = NewType("Sha256", str)
StepKey = NewType("StepKey", str)

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford base 32, lower case


def new_id() -> str:
    """A new id of 20 characters: 10 of time (sortable, ms), 10 random."""
    stamp = int(time.time() * 1000)
    head = "".join(_ALPHABET[(stamp >> shift) & 31] for shift in range(45, -5, -5))
    return head + "".join(secrets.choice(_ALPHABET) for _ in range(10))
