"""The licence gate: everything that the app brings along may be shipped in a GPL-3.0-or-later program."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from runtime_closure import runtime_closure

ALLOWED = frozenset(
    {
        "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "GPL-2.0-or-later", "GPL-3.0-only",
        "GPL-3.0-or-later", "ISC", "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later", "MIT", "MIT-0", "MPL-2.0",
        "PSF-2.0", "Unlicense", "Zlib",
    }
)  # fmt: skip
"""SPDX ids that a GPL-3.0-or-later program may include (the FSF's list of compatible licences)."""

SPOKEN = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache 2.0": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "BSD 2-Clause License": "BSD-2-Clause",
    "ISC License": "ISC",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Apache Software License": "Apache-2.0",
}
"""How packages write their licence in older metadata, where that names one licence."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A licence that a person has read where the metadata do not say it."""

    licence: str
    reason: str


REVIEWED = {
    "click-default-group": Reviewed("Unlicense", "classifier 'Public Domain'; its LICENSE is the Unlicense text"),
    "espeakng-loader": Reviewed(
        "GPL-3.0-or-later", "no metadata; carries espeak-ng 1.52, whose COPYING is GPL-3.0-or-later"
    ),
}


def licence_of(distribution: metadata.Distribution) -> str:
    """What the metadata say, as an SPDX expression where it can be told; empty when they say nothing usable."""
    facts = distribution.metadata
    for text in (facts.get("License-Expression"), facts.get("License")):
        if text and "\n" not in text.strip():
            return SPOKEN.get(text.strip(), text.strip())
    classifiers = [line.rpartition(" :: ")[2] for line in facts.get_all("Classifier", []) if line.startswith("License")]
    known = [SPOKEN[name] for name in classifiers if name in SPOKEN]
    return " AND ".join(known)


def is_allowed(expression: str) -> bool:
    """Whether an SPDX expression without brackets lets us ship: every part of an AND, any part of an OR."""
    parts = re.split(r"\s+AND\s+", expression.strip())
    return all(any(choice.strip() in ALLOWED for choice in re.split(r"\s+OR\s+", part)) for part in parts)


def main() -> int:
    """List what may not be shipped or was never reviewed; 1 when there is any."""
    refused = []
    closure = runtime_closure()
    for name, distribution in closure.items():
        stated = licence_of(distribution)
        licence = REVIEWED[name].licence if name in REVIEWED else stated
        if not is_allowed(licence):
            refused.append(f"{name} {distribution.version}: {licence or 'states no licence'}")
    unused = sorted(set(REVIEWED) - set(closure))
    for line in refused:
        print(f"REFUSED {line}")
    for name in unused:
        print(f"REVIEWED lists {name}, which is no longer a dependency.")
    print(f"{len(closure)} runtime dependencies, {len(refused)} refused, {len(REVIEWED)} reviewed by hand.")
    return 1 if refused or unused else 0


if __name__ == "__main__":
    sys.exit(main())
