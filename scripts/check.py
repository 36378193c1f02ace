"""All gates of `make check`, one after the other; says each one's time and which failed, and exits 1 if any did."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

GATES = {
    "format": ("ruff", "format", "--check", "--quiet", "."),
    "lint": ("ruff", "check", "--quiet", "."),
    "types": ("mypy",),
    "layers": ("lint-imports",),
    "sizes": ("python", "scripts/check_sizes.py"),
    "licences": ("python", "scripts/check_licences.py"),
    "messages": ("python", "scripts/messages.py", "check"),
}


def run_gate(name: str, command: tuple[str, ...], tools: Path) -> bool:
    """Run one gate with the environment's own tools; what it says is shown only when it fails."""
    start = time.perf_counter()
    program = tools / command[0]
    done = subprocess.run([str(program), *command[1:]], capture_output=True, encoding="utf-8", check=False)
    is_good = done.returncode == 0
    print(f"{name:10} {'ok' if is_good else 'FAILED':8} {time.perf_counter() - start:5.1f} s", flush=True)
    if not is_good:
        print(done.stdout + done.stderr, flush=True)
    return is_good


def main() -> int:
    """Run every gate, also after one has failed."""
    tools = Path(sys.executable).parent
    failed = [name for name, command in GATES.items() if not run_gate(name, command, tools)]
    print(f"Failed: {', '.join(failed)}" if failed else "All gates passed.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
