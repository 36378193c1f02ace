"""Seconds to render a made-up 15 s ad in three formats, two at a time, against FFmpeg doing the like; prints JSON.

Run from the repository: `python benchmarks/render.py [--seconds 15] [--out FILE]`. The peer draws far less (one zooming
still, one picture laid over it, no grain, no animated type) with the same encoder preset; without `ffmpeg` on the path
its figures are null. Goal: 26 s of wall time on two otherwise idle cores.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import cv2

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from admaker_desktop.ad.deliverable import Format
from admaker_desktop.core.task import Task
from admaker_desktop.media.render import RenderJob, render
from admaker_desktop.media.spec import EncodeSpec
from admaker_desktop.project.content import ContentStore
from tests.media.compose.scenes import bottle, draw_bars, make_view, soft_ground, whole_ad

SIZES = ((1080, 1920), (1080, 1080), (1920, 1080))
SPEC = EncodeSpec(video_kbps=12_000, min_video_kbps=2_500, audio_kbps=192)
GOAL_S = 26.0


def ours(folder: Path, seconds: float) -> dict[str, float]:
    """Wall and CPU seconds of the three renders, and the process's peak memory where the system tells it."""
    store = ContentStore(folder / "store")
    views = tuple(make_view(width, height, name=f"v{number}") for number, (width, height) in enumerate(SIZES))
    cut = whole_ad(store, views, seconds)

    def one(view: Format) -> None:
        render(RenderJob(cut, view, SPEC, store, folder / f"{view.id}.part", drawer=draw_bars), Task())

    wall, cpu = time.perf_counter(), time.process_time()
    with ThreadPoolExecutor(2) as lanes:
        list(lanes.map(one, views))
    return {"wall_s": time.perf_counter() - wall, "cpu_s": time.process_time() - cpu, "peak_rss_mb": _peak_rss_mb()}


def peer(folder: Path, seconds: float) -> float | None:
    """Wall seconds of FFmpeg for three simpler films, two at a time; None when it is not installed."""
    program = shutil.which("ffmpeg")
    if program is None:
        return None
    commands = []
    for width, height in SIZES:
        ground, subject = folder / f"g{width}x{height}.png", folder / "s.png"
        cv2.imwrite(str(ground), soft_ground(width * 2, height * 2, 70)[..., 2::-1])
        cv2.imwrite(str(subject), cv2.cvtColor(bottle(600, 800), cv2.COLOR_RGBA2BGRA))
        frames = round(seconds * 30)
        graph = (
            f"[0]zoompan=z='1+0.06*on/{frames}':x='iw/2-iw/zoom/2':y='ih/2-ih/zoom/2':"
            f"d={frames}:s={width}x{height}:fps=30[g];[1]format=yuva420p[s];[g][s]overlay=(W-w)/2:(H-h)/2:eof_action=repeat,format=yuv420p[v]"
        )
        inputs = f"-i {ground} -i {subject} -f lavfi -t {seconds} -i sine=220:sample_rate=48000"
        coding = (
            f"-c:v libx264 -preset superfast -crf 20 -threads 1 -c:a aac -b:a 192k -t {seconds} -movflags +faststart"
        )
        commands.append(
            [
                *(
                    program,
                    "-y",
                    "-v",
                    "error",
                    *inputs.split(),
                    "-filter_complex",
                    graph,
                    "-map",
                    "[v]",
                    "-map",
                    "2:a",
                ),
                *(*coding.split(), str(folder / f"peer{width}x{height}.mp4")),
            ]
        )
    wall = time.perf_counter()
    with ThreadPoolExecutor(2) as lanes:
        list(lanes.map(lambda command: subprocess.run(command, check=True), commands))
    return time.perf_counter() - wall


def _peak_rss_mb() -> float:
    if os.name == "nt":
        return 0.0
    import resource  # not on Windows

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seconds", type=float, default=15.0)
    arguments.add_argument("--out", type=Path)
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        mine = ours(Path(folder), chosen.seconds)
        theirs = peer(Path(folder), chosen.seconds)
    goal = GOAL_S * chosen.seconds / 15
    entry = {
        "id": "render_three_formats", "ours": round(mine["wall_s"], 2), "peer": theirs and round(theirs, 2),
        "peer_name": "ffmpeg" if theirs else None, "ratio": theirs and round(mine["wall_s"] / theirs, 3), "goal": goal,
        "unit": "s", "holds": mine["wall_s"] <= goal, "cpu_s": round(mine["cpu_s"], 2),
        "peak_rss_mb": round(mine["peak_rss_mb"]),
    }  # fmt: skip
    text = json.dumps([entry], indent=2)
    if chosen.out:
        chosen.out.parent.mkdir(parents=True, exist_ok=True)
        chosen.out.write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
