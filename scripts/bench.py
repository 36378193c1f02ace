"""Runs every script of benchmarks/ and puts what they measured into build/bench.json; exits 1 if one fails."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path


def main(folder: Path) -> int:
    """Each script takes `--out FILE` and writes a list of `{id, ours, peer, peer_name, ratio, goal, unit, holds}`."""
    entries: list[dict[str, object]] = []
    failed = []
    for script in sorted((folder / "benchmarks").glob("*.py")):
        with tempfile.TemporaryDirectory() as temporary:
            out = Path(temporary) / "bench.json"
            done = subprocess.run(
                [sys.executable, str(script), "--out", str(out)], stdout=subprocess.DEVNULL, check=False
            )
            if done.returncode == 0 and out.is_file():
                entries += json.loads(out.read_text(encoding="utf-8"))
            else:
                failed.append(script.name)
    target = folder / "build" / "bench.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(entries, indent=2) + "\n", encoding="utf-8")
    for entry in entries:
        print(f"{entry['id']}: {entry['ours']} {entry['unit']} (goal {entry['goal']}, holds: {entry['holds']})")
    print(
        f"{target.relative_to(folder)}: {len(entries)} figures" + (f"; failed: {', '.join(failed)}" if failed else "")
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(Path(__file__).resolve().parents[1]))
