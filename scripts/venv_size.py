"""How large the environment is that this script runs in, and its ten largest distributions; megabytes of 10^6 bytes."""

from __future__ import annotations

import sys
from importlib import metadata
from pathlib import Path

AIM_MB = 900
LARGEST = 10


def distribution_bytes(distribution: metadata.Distribution) -> int:
    """What a distribution's files take, bytecode included."""
    paths = {Path(str(distribution.locate_file(file))) for file in distribution.files or ()}
    return sum(path.stat().st_size for path in paths if path.is_file() and not path.is_symlink())


def main(environment: Path) -> int:
    """Print the size and the largest; tells, and does not judge."""
    files = (path for path in environment.rglob("*") if path.is_file() and not path.is_symlink())
    total = sum(path.stat().st_size for path in files)
    sizes = {found.metadata["Name"]: distribution_bytes(found) for found in metadata.distributions()}
    print(f"{environment}: {total / 1e6:.0f} MB (aim: {AIM_MB} MB for the base and the voice pack)")
    for name, size in sorted(sizes.items(), key=lambda item: -item[1])[:LARGEST]:
        print(f"  {size / 1e6:7.1f} MB  {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.prefix)))
